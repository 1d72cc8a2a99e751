//! Mistakes in input files, each with its place, so that all of them can be reported at once.
//!
//! *Input:* texts and byte ranges. *Output:* [`Finding`]s, and their rendering as text.
//! *Never* prints, and is never a failure of the program itself: those are errors of a module.

mod code;
mod finding;
mod place;
mod render;
mod source_text;

pub use code::{Code, Explanation, Severity};
pub use finding::{Finding, LoadError, sort};
pub use place::Place;
pub use render::render;
pub use source_text::{Position, SourceText};
