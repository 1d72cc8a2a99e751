//! From the text of a file to typed fields with their places: TOML syntax, keys and shapes of values.
//!
//! *Never* knows which entity a name means: that is `resolve`.

mod fields;
mod scalar;
mod sheet;
mod table;

pub use fields::{Fields, RawSide};
pub use sheet::{RawSheet, manifest, sheet};
