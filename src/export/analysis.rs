//! Tables of measures: as a page for people, as JSON, or one table in any other format of results.

use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::Arc;

use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, NamedNode, Term, Variable};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::results::{self, Layout, ResultFormat, ResultsError, Syntax};
use crate::document::{Cell, Table, TableFormat};
use crate::network::analysis::{MeasureTable, Note};
use crate::source::{Answer, Row, Solutions};
use crate::text::{markdown, visible};

/// Writes tables under a title, with rounded numbers for people and all digits for programs.
///
/// JSON is one object, with the title, and with undefined measures and the reasons. A format for one table, such as
/// CSV, has neither title nor notes, and tables follow each other. Returns the names of the columns that a terminal
/// has no room for.
///
/// # Errors
/// [`ResultsError::Write`] if the writer fails, [`ResultsError::NotXml`] if a name cannot be written as XML.
pub fn write(
    title: &str,
    tables: &[MeasureTable],
    format: ResultFormat,
    out: &mut dyn Write,
    layout: Layout<'_>,
) -> Result<Vec<String>, ResultsError> {
    let spreadsheet = TableFormat::Spreadsheet;
    match format.syntax(layout) {
        _ if format == ResultFormat::Json => {
            let page = Json { title, tables };
            serde_json::to_writer_pretty(&mut *out, &page).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        Syntax::Table(format) if format != spreadsheet => {
            return Ok(write_page(title, tables, format, out)?);
        }
        Syntax::Table(_) => {
            for table in tables {
                upright(table).write(spreadsheet, out)?;
            }
        }
        Syntax::W3c(_) => {
            for table in tables {
                results::write(answer(&upright(table)), format, out, layout)?;
            }
        }
    }
    Ok(Vec::new())
}

/// Writes tables one below the other, each between its title and the meaning of its columns.
fn write_page(
    title: &str,
    tables: &[MeasureTable],
    format: TableFormat<'_>,
    out: &mut dyn Write,
) -> io::Result<Vec<String>> {
    // A terminal hides the columns of addresses itself, and names them.
    let fits_itself = matches!(format, TableFormat::Terminal(layout) if layout.width.is_some());
    let mut hidden: Vec<String> = Vec::new();
    let is_markdown = matches!(format, TableFormat::Markdown(_));
    let text = |text: &str| {
        if is_markdown {
            markdown::escape(text)
        } else {
            visible(text).into_owned()
        }
    };
    let [top, heading, end, item] = if is_markdown {
        ["# ", "## ", "\n", "- "]
    } else {
        [""; 4]
    };
    writeln!(out, "{top}{}", text(title))?;
    for table in tables {
        writeln!(out, "\n{heading}{}{end}", text(&table.title))?;
        let values = upright(table);
        let written = if fits_itself {
            values.write(format, out)?
        } else {
            values.without_links().write(format, out)?
        };
        for name in written.hidden {
            if !hidden.contains(&name) {
                hidden.push(name);
            }
        }
        // A transposed table has the meanings in its rows.
        if matches!(values, Cow::Borrowed(_)) && !table.legend.is_empty() {
            writeln!(out)?;
            for (name, sentence) in &table.legend {
                writeln!(out, "{item}{}: {}", text(name), text(sentence))?;
            }
        }
    }
    Ok(hidden)
}

/// The values of a table; one with one row about the whole network is transposed: a row for each measure, with its
/// meaning.
fn upright(table: &MeasureTable) -> Cow<'_, Table> {
    let names = table.legend.iter().map(|(name, _)| name);
    let row = match table.values.rows.as_slice() {
        [row] if table.values.columns.iter().eq(names) => row,
        _ => return Cow::Borrowed(&table.values),
    };
    let rows = table.legend.iter().zip(row);
    let rows = rows.map(|((name, sentence), value)| {
        let [name, sentence] = [name.as_str(), sentence].map(|text| Cell::Text(text.to_owned()));
        vec![name, value.clone(), sentence]
    });
    Cow::Owned(Table {
        columns: ["measure", "value", "meaning"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    })
}

/// The table as terms, with all digits of every number.
fn answer(table: &Table) -> Answer {
    let columns = table.columns.iter();
    let columns: Arc<[Variable]> = columns
        .map(|name| Variable::new_unchecked(name.as_str()))
        .collect();
    let rows = table.rows.iter().map(|row| {
        let terms = row.iter().map(term).collect();
        Ok(Row::new(Arc::clone(&columns), terms))
    });
    let rows: Vec<_> = rows.collect();
    Answer::Solutions(Solutions::new(columns, rows.into_iter()))
}

fn term(cell: &Cell) -> Option<Term> {
    let text = cell.exact();
    let datatype = match cell {
        Cell::Absent => return None,
        Cell::Link { .. } => return Some(NamedNode::new_unchecked(text).into()),
        Cell::Text(_) | Cell::Date(_) => xsd::STRING,
        Cell::Truth(_) => xsd::BOOLEAN,
        Cell::Number(_) => xsd::DOUBLE,
        Cell::Numeral(_) if text.parse::<u64>().is_err() => xsd::DOUBLE,
        Cell::Count(_) | Cell::Numeral(_) => xsd::INTEGER,
    };
    Some(Literal::new_typed_literal(text, datatype).into())
}

/// All tables as one object: each a list of objects, or one object for the network as a whole.
struct Json<'a> {
    title: &'a str,
    tables: &'a [MeasureTable],
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("title", self.title)?;
        for table in self.tables {
            let values = &table.values;
            let rows = values.rows.iter().map(|row| JsonRow(&values.columns, row));
            let rows: Vec<JsonRow<'_>> = rows.collect();
            let name = table.name.replace('-', "_");
            match rows.as_slice() {
                [row] if name == "network" && values.place("year").is_none() => {
                    map.serialize_entry(&name, row)?;
                }
                rows => map.serialize_entry(&name, rows)?,
            }
        }
        let notes = self.tables.iter().flat_map(|table| &table.notes);
        map.serialize_entry("notes", &notes.map(Note::to_string).collect::<Vec<_>>())?;
        map.end()
    }
}

/// A row with the names of its columns.
struct JsonRow<'a>(&'a [String], &'a [Cell]);

impl Serialize for JsonRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().zip(self.1))
    }
}

/// An absent value is null.
impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.exact();
        match (self, text.parse(), self.number()) {
            (Self::Absent, ..) => serializer.serialize_none(),
            (Self::Truth(truth), ..) => serializer.serialize_bool(*truth),
            (Self::Count(_) | Self::Numeral(_), Ok(count), _) => serializer.serialize_u64(count),
            (_, _, Some(number)) => serializer.serialize_f64(number),
            _ => serializer.serialize_str(&text),
        }
    }
}
