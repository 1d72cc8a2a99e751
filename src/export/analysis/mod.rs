//! Tables of measures: as a page for people, as JSON, or one of them in any other format of answers.

mod cells;
mod json;
mod page;

use std::io::Write;

use self::cells::{answer, cells, upright};
use super::results::{self, Layout, ResultFormat, ResultsError, Syntax};
use crate::document::TableFormat;
use crate::network::analysis::Table;

/// Writes tables under a title, for people with few digits and for programs with all.
///
/// In JSON they are one object, with the title and with what is undefined and why. A format of one table, such as CSV,
/// has neither title nor notes, and tables follow each other.
///
/// # Errors
/// [`ResultsError::Write`] where the writer fails, [`ResultsError::NotXml`] where a name cannot be written as XML.
pub fn write(
    title: &str,
    tables: &[Table],
    format: ResultFormat,
    out: &mut dyn Write,
    layout: Layout,
) -> Result<(), ResultsError> {
    let spreadsheet = TableFormat::Spreadsheet;
    match format.syntax(layout) {
        _ if format == ResultFormat::Json => json::write(title, tables, out)?,
        Syntax::Table(format) if format != spreadsheet => page::write(title, tables, format, out)?,
        Syntax::Table(_) => {
            for table in tables {
                cells(&upright(table)).write(spreadsheet, out)?;
            }
        }
        Syntax::W3c(_) => {
            for table in tables {
                results::write(answer(&upright(table)), format, out, layout)?;
            }
        }
    }
    Ok(())
}
