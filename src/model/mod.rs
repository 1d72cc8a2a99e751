//! The recorded facts as types: names resolved, quotes anchored, independent of file formats.
//!
//! The types carry the ontology's words: class `bil:Offer` is an [`ActKind`], `bil:Act` an [`Act`].
//! *Never* reads a file, and never knows where a value was in one.

mod act;
mod date;
mod entity;
mod event;
mod evidence;
mod inference;
mod level;
mod name_error;
mod name_index;
mod readout;
mod text_fragment;

pub use act::{Act, Amount, Decimal, Figure};
pub use date::{DateError, PartialDate, Period};
pub use entity::{ActKind, Entity, EntityKind, Post};
pub use event::{Event, Participant, Side};
pub use evidence::{Evidence, Span, Voice};
pub use inference::{Inference, InferencePolicy, MaybeInferred};
pub use level::Level;
pub use name_error::NameError;
pub use name_index::{NameIndex, NamedEntity};
pub use readout::{Manifest, Readout, Sheet, sha256};
pub use text_fragment::text_fragment;
