//! From the text of a sheet to typed, located fields: TOML syntax, keys and shapes of values.
//!
//! *Never* knows what a name stands for: that is `resolve`.

mod fields;
mod value;

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error as TomlError};

pub use fields::{Fields, RawInference, RawSide};

use super::keys::{self, Required, Table};
use super::report::Report;
use crate::diagnostic::{Code, SourceText};
use crate::text::did_you_mean;

/// A fact sheet as it was written.
#[derive(Debug)]
pub struct RawSheet {
    pub(crate) document: Fields,
    pub(crate) events: Vec<Fields>,
    pub(crate) entities: Vec<Fields>,
    pub(crate) acts: Vec<Fields>,
}

/// Reads `facts.toml`; `words` tells whether a `readout.txt` lies beside it.
pub fn sheet(file: &Arc<SourceText>, words: bool, report: &mut Report) -> Option<RawSheet> {
    let top = syntax(file, report)?;
    unknown_tables(&top, report);
    let mut reader = Reader { words, report };
    let document = reader.only_table(&top, &keys::DOCUMENT);
    let sheet = RawSheet {
        document: document.unwrap_or_default(),
        events: reader.tables(&top, &keys::EVENT),
        entities: reader.tables(&top, &keys::ENTITY),
        acts: reader.tables(&top, &keys::ACT),
    };
    Some(sheet)
}

/// Reads `dossier.toml`.
pub fn manifest(file: &Arc<SourceText>, report: &mut Report) -> Option<Fields> {
    let top = syntax(file, report)?;
    Some(fields::read(&top, 0..0, &keys::DOSSIER, true, report))
}

/// Parses TOML; all syntax errors of the file are noted, and then there is nothing to go on with.
fn syntax<'text>(file: &'text Arc<SourceText>, report: &mut Report) -> Option<DeTable<'text>> {
    let (top, errors) = DeTable::parse_recoverable(file.text());
    // Behind a header that is not closed the parser takes those that follow for one and the same.
    let is_lost = errors
        .iter()
        .any(|error| error.message().starts_with("unclosed table"));
    let is_echo = |error: &&TomlError| is_lost && error.message() == "duplicate key";
    for error in errors.iter().filter(|error| !is_echo(error)) {
        let range = error.span().unwrap_or(0..0);
        let is_word = file
            .text()
            .get(range.clone())
            .is_some_and(|text| text.starts_with(char::is_alphabetic));
        let hint = error.message().starts_with("invalid ") && is_word;
        let hint = hint.then(|| "a text stands between quotation marks".to_owned());
        report.hinted(Code::TomlSyntax, range, error.message(), hint);
    }
    errors.is_empty().then(|| top.into_inner())
}

fn unknown_tables(top: &DeTable<'_>, report: &mut Report) {
    for key in top.keys() {
        let name = key.get_ref().as_ref();
        if !keys::SHEET.iter().any(|table| table.name == name) {
            let known = keys::SHEET.iter().map(|table| table.name);
            let message = format!("unknown table `{name}`");
            let hint = did_you_mean(name, known.clone()).or_else(|| {
                let known: Vec<&str> = known.collect();
                Some(format!("known tables: {}", known.join(", ")))
            });
            report.hinted(Code::UnknownTable, key.span(), message, hint);
        }
    }
}

/// What reading a table needs beside the table.
struct Reader<'report> {
    words: bool,
    report: &'report mut Report,
}

impl Reader<'_> {
    /// The one `[document]`.
    fn only_table(&mut self, top: &DeTable<'_>, schema: &'static Table) -> Option<Fields> {
        let Some(value) = top.get(schema.name) else {
            let message = format!("there is no [{}] table", schema.name);
            let required = schema
                .keys
                .iter()
                .filter(|key| key.required == Required::Yes);
            let required: Vec<&str> = required.map(|key| key.name).collect();
            let hint = format!("begin the file with it; it says {}", required.join(" and "));
            self.report
                .hinted(Code::MissingTable, 0..0, message, Some(hint));
            return None;
        };
        if let DeValue::Table(table) = value.get_ref() {
            return Some(self.fields(table, value.span(), schema));
        }
        let message = format!("`{0}` is a table: write [{0}]", schema.name);
        self.report.error(Code::WrongType, value.span(), message);
        None
    }

    /// Every `[[name]]` of the file.
    fn tables(&mut self, top: &DeTable<'_>, schema: &'static Table) -> Vec<Fields> {
        let Some(value) = top.get(schema.name) else {
            return Vec::new();
        };
        let tables = array_of_tables(value);
        if tables.is_none() {
            let message = format!("`{0}` is a list of tables: write [[{0}]]", schema.name);
            self.report.error(Code::WrongType, value.span(), message);
        }
        tables
            .unwrap_or_default()
            .into_iter()
            .map(|(table, range)| self.fields(table, range, schema))
            .collect()
    }

    fn fields(
        &mut self,
        table: &DeTable<'_>,
        range: Range<usize>,
        schema: &'static Table,
    ) -> Fields {
        fields::read(table, range, schema, self.words, self.report)
    }
}

/// The tables of a list; `None` where it is no list or something in it is no table.
fn array_of_tables<'toml, 'text>(
    value: &'toml Spanned<DeValue<'text>>,
) -> Option<Vec<(&'toml DeTable<'text>, Range<usize>)>> {
    let DeValue::Array(array) = value.get_ref() else {
        return None;
    };
    array
        .iter()
        .map(|item| match item.get_ref() {
            DeValue::Table(table) => Some((table, item.span())),
            _ => None,
        })
        .collect()
}
