//! What the tool talks about, as types: names resolved, quotes anchored, nothing of any file format.
//!
//! The types carry the ontology's words: class `bil:Offer` is an [`ActKind`], `bil:Act` an [`Act`].
//! *Never* reads a file and never knows where a value stood in one.

mod act;
mod date;
mod entity;
mod entity_kind;
mod event;
mod evidence;
mod inference_policy;
mod kind;
mod manifest;
mod maybe_inferred;
mod name_error;
mod name_index;
mod readout;
mod sha256;
mod text_fragment;

pub use act::{Act, Amount, Decimal, Figure};
pub use date::{DateError, PartialDate, Period};
pub use entity::{Entity, Post};
pub use entity_kind::EntityKind;
pub use event::{Event, Participant, Side};
pub use evidence::{Evidence, Span, Voice};
pub use inference_policy::InferencePolicy;
pub use kind::{ActKind, slug};
pub use manifest::Manifest;
pub use maybe_inferred::{Inference, MaybeInferred};
pub use name_error::NameError;
pub use name_index::{NameIndex, NamedEntity};
pub use readout::{Readout, Sheet};
pub use sha256::sha256;
pub use text_fragment::text_fragment;
