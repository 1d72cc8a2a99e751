//! Analysis: the catalogue of measures, and tables of their values.
//!
//! Measures of a network, its nodes and its pairs run on a [`Subject`] and fill [`tables()`]; a measure of cooperation
//! aggregates the rows of a named question ([`of_cooperation`]).

mod catalogue;
mod cooperation;
mod fill;
mod measure;
mod pair;
mod subject;
mod table;

pub use catalogue::{all, named};
pub use cooperation::of_cooperation;
pub use fill::tables;
pub use measure::{Cost, Measure, MeasureScope};
pub use subject::Subject;
pub use table::{MeasureTable, Note, by_year};
