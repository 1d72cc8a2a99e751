//! What is told: acts and events as pages need them, each with its words, its texts, and what of it is inferred.

mod event;
mod figure;
mod inferred;
mod load;
mod record;
mod text;
mod within;

pub(super) use event::{Event, events};
pub(super) use figure::Figure;
pub(super) use inferred::{Inferred, inferences};
pub(super) use load::acts;
pub(super) use record::{Record, Step};
pub(super) use text::{Text, texts};
pub(super) use within::within;
