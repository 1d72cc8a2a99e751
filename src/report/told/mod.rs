//! What is told: acts and events as pages need them, each with its words, its texts, and what of it is inferred.

#[cfg(test)]
mod compare;
mod event;
mod figure;
mod inferred;
mod load;
mod record;
mod text;
mod within;

pub use event::{Event, events};
pub use figure::Figure;
pub use inferred::{Inferred, inferences};
pub use load::acts;
pub use record::{Record, Step};
pub use text::{Text, texts};
pub use within::within;
