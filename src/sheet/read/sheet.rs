//! Reads `facts.toml` and `dossier.toml` whole.

use std::sync::Arc;

use toml::de::{DeTable, DeValue, Error as TomlError};

use super::fields::Fields;
use super::table::{Reader, similar_or_all, tables};
use crate::diagnostic::{Code, SourceText};
use crate::sheet::findings::Findings;
use crate::sheet::keys::{ACT, DOCUMENT, DOSSIER, ENTITY, EVENT, Required, SHEET, TableKeys};

/// The tables of a fact sheet.
#[derive(Debug)]
pub struct RawSheet {
    pub document: Fields,
    pub events: Vec<Fields>,
    pub entities: Vec<Fields>,
    pub acts: Vec<Fields>,
}

/// Reads `facts.toml`, whose folder has a `readout.txt` or has none.
pub fn sheet(
    file: &Arc<SourceText>,
    has_readout: bool,
    findings: &mut Findings,
) -> Option<RawSheet> {
    let top = syntax(file, findings)?;
    unknown_tables(&top, findings);
    let mut reader = Reader {
        has_readout,
        findings,
    };
    Some(RawSheet {
        document: reader.document(&top),
        events: reader.all_tables(&top, &EVENT),
        entities: reader.all_tables(&top, &ENTITY),
        acts: reader.all_tables(&top, &ACT),
    })
}

/// Reads `dossier.toml`.
pub fn manifest(file: &Arc<SourceText>, findings: &mut Findings) -> Option<Fields> {
    let top = syntax(file, findings)?;
    let mut reader = Reader {
        has_readout: true,
        findings,
    };
    Some(reader.table(&top, 0..0, &DOSSIER))
}

/// Parses TOML; `None` if the file has syntax errors, all of which become findings.
fn syntax<'text>(file: &'text Arc<SourceText>, findings: &mut Findings) -> Option<DeTable<'text>> {
    let (top, errors) = DeTable::parse_recoverable(file.text());
    // After a header that is not closed, the parser takes all headers for the same.
    let is_lost = errors
        .iter()
        .any(|error| error.message().starts_with("unclosed table"));
    let is_echo = |error: &&TomlError| is_lost && error.message() == "duplicate key";
    for error in errors.iter().filter(|error| !is_echo(error)) {
        let range = error.span().unwrap_or(0..0);
        let text = file.text().get(range.clone());
        let is_word = text.is_some_and(|text| text.starts_with(char::is_alphabetic));
        let finding = findings.error(Code::TomlSyntax, &range, error.message());
        if error.message().starts_with("invalid ") && is_word {
            finding.help("put a text between quotation marks");
        }
    }
    errors.is_empty().then(|| top.into_inner())
}

fn unknown_tables(top: &DeTable<'_>, findings: &mut Findings) {
    let names = SHEET.map(|table| table.name);
    for key in top.keys() {
        let name = key.get_ref().as_ref();
        if !names.contains(&name) {
            let message = format!("unknown table `{name}`");
            findings
                .error(Code::UnknownTable, &key.span(), message)
                .help(similar_or_all("tables", name, &names));
        }
    }
}

impl Reader<'_> {
    /// Reads `[document]`.
    fn document(&mut self, top: &DeTable<'_>) -> Fields {
        let name = DOCUMENT.name;
        let Some(value) = top.get(name) else {
            let required = DOCUMENT.keys.iter();
            let required = required.filter(|key| key.required == Required::Yes);
            let required: Vec<&str> = required.map(|key| key.name).collect();
            self.findings
                .error(
                    Code::MissingTable,
                    &(0..0),
                    format!("the [{name}] table is missing"),
                )
                .help(format!(
                    "begin the file with it, and write {} in it",
                    required.join(" and ")
                ));
            return Fields::default();
        };
        if let DeValue::Table(table) = value.get_ref() {
            return self.table(table, value.span(), &DOCUMENT);
        }
        let message = format!("`{name}` is a table: write [{name}]");
        self.findings.error(Code::WrongType, &value.span(), message);
        Fields::default()
    }

    /// Reads every `[[name]]`.
    fn all_tables(&mut self, top: &DeTable<'_>, schema: &'static TableKeys) -> Vec<Fields> {
        let Some(value) = top.get(schema.name) else {
            return Vec::new();
        };
        let Some(tables) = tables(value) else {
            let message = format!("`{0}` is a list of tables: write [[{0}]]", schema.name);
            self.findings.error(Code::WrongType, &value.span(), message);
            return Vec::new();
        };
        let read = |(table, range)| self.table(table, range, schema);
        tables.into_iter().map(read).collect()
    }
}
