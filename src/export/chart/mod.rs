//! Charts as [SVG](https://www.w3.org/TR/SVG2/): stacked bars, and a measure in time.
//!
//! Every mark has its number as text next to it, a `<desc>` has all numbers in words, and the colours are
//! distinguishable with every colour vision and in grey.

mod bars;
mod canvas;
mod figures;
mod palette;
mod scale;

pub use bars::bars;
pub use figures::figures;
pub use palette::palette;

/// The extension and the MIME type of the files.
pub const NAMES: &[&str] = &["svg", "image/svg+xml"];
