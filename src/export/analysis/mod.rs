//! Tables of measures: as a page for people, as JSON, or one of them in any format of answers.

mod json;
mod page;
mod solutions;

use std::io::Write;

pub use json::json;
pub use page::page;

use super::results::{self, Layout, ResultFormat, ResultsError};
use crate::network::analysis::Table;

/// Writes one table as the answer to a query is written, with all digits of every number.
///
/// # Errors
/// [`ResultsError::Write`] where the writer fails, [`ResultsError::NotXml`] where a name cannot be written as XML.
pub fn table(table: &Table, format: ResultFormat, out: &mut dyn Write) -> Result<(), ResultsError> {
    let rows = solutions::exact(&page::upright(table));
    results::write(rows, format, out, Layout::default()).map(|_| ())
}
