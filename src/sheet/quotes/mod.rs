//! Finds quotes in a readout, or refuses them.
//!
//! *Takes* the readout's text and quotes as a person typed them. *Returns* [`Evidence`](crate::model::Evidence): exact
//! slices of the text.
//! *Never* guesses: a quote that differs by more than folding is refused, and the nearest passage shown.

mod anchor;
mod fold;
mod readout_text;
mod voice;
mod word_index;
mod words;

pub use anchor::anchor;
pub use fold::{Passage, fold};
pub use readout_text::{AnchorError, ReadoutText};
