//! Tables of measures: as a page for people, as JSON, or one table in any other format of results.

mod cells;
mod json;
mod page;

use std::io::Write;

use self::cells::{answer, cells, upright};
use super::results::{self, Layout, ResultFormat, ResultsError, Syntax};
use crate::document::TableFormat;
use crate::network::analysis::Table;

/// Writes tables under a title, with rounded numbers for people and all digits for programs.
///
/// JSON is one object, with the title, and with undefined measures and the reasons. A format for one table, such as
/// CSV, has neither title nor notes, and tables follow each other.
///
/// # Errors
/// [`ResultsError::Write`] if the writer fails, [`ResultsError::NotXml`] if a name cannot be written as XML.
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
