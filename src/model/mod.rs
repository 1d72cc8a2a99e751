//! The recorded facts as types: names resolved, quotes anchored, independent of file formats.
//!
//! The types carry the ontology's words: class `bil:Offer` is an [`ActKind`], `bil:Act` a [`SheetAct`].
//! *Never* reads a file, and never knows where a value was in one.

mod act;
mod date;
mod entity;
mod evidence;
mod in_text;
mod inference;
mod level;
mod loose_name;
mod name_error;
mod name_index;
mod phrase;
mod readout;

pub use act::{Amount, Decimal, SheetAct, SheetFigure};
pub use date::{DateError, PartialDate, Period};
pub use entity::{ActKind, EntityKind, Post, SheetEntity};
pub use evidence::{AnchoredQuote, Span, Voice, text_fragment};
pub use in_text::in_text;
pub use inference::{InferencePolicy, MaybeInferred, Reason};
pub use level::MeetingLevel;
pub use name_error::NameError;
pub use name_index::{NameIndex, NamedEntity};
pub use phrase::{Phrase, Slot, words};
pub use readout::{
    Manifest, Readout, Sheet, SheetEvent, SheetParticipant, SheetSide, named_publishers,
    publisher_name, sha256,
};
