//! What the tool talks about, as types: names resolved, quotes anchored, nothing of any file format.
//!
//! The types carry the ontology's words: class `bil:Offer` is an [`ActKind`], `bil:Act` an [`Act`].
//! *Never* reads a file and never knows where a value stood in one.

mod act;
mod date;
mod entity;
mod event;
mod evidence;
mod gazetteer;
mod given;
mod keep;
mod kind;
mod manifest;
mod name_error;
mod readout;
mod sha256;
mod sort;
mod text_fragment;

pub use act::{Act, Amount, Decimal, Figure};
pub use date::{DateError, PartialDate, Period};
pub use entity::{Entity, Post};
pub use event::{Event, Participant, Side};
pub use evidence::{Evidence, Span, Voice};
pub use gazetteer::{Gazetteer, Thing, slug};
pub use given::{Given, Inference};
pub use keep::Keep;
pub use kind::ActKind;
pub use manifest::Manifest;
pub use name_error::NameError;
pub use readout::{Readout, Sheet};
pub use sha256::sha256;
pub use sort::Sort;
pub use text_fragment::text_fragment;
