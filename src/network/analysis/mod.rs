//! Analysis: which measures there are, and tables of their values.
//!
//! *Takes* a network and a choice of measures out of the one list, or the rows of a question. *Gives* tables.

mod catalogue;
mod cooperation;
mod finish;
mod measure;
mod numbers;
mod pair;
mod subject;
mod table;
mod tables;
mod value;

pub use catalogue::{all, named};
pub use cooperation::of_cooperation;
use finish::Aggregation;
pub use measure::{Cost, Measure, MeasureScope};
pub use numbers::numbers;
pub use subject::Subject;
pub use table::{Note, Table};
pub use tables::{by_year, tables};
pub use value::Value;
