//! The fields of one table, read against the key table.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::value;
use crate::diagnostic::Code;
use crate::model::{Decimal, PartialDate, Period};
use crate::sheet::keys::{self, Key, Required, Table};
use crate::sheet::report::{Located, Report};
use crate::text::{did_you_mean, nearest};

/// A table of a sheet: typed values by key.
#[derive(Debug, Default)]
pub struct Fields {
    /// Where the table begins.
    pub(crate) range: Range<usize>,
    values: BTreeMap<&'static str, Field>,
    /// Keys whose values were noted and left out.
    misread: Vec<&'static str>,
}

/// A value, and the reason for it where it is inferred.
#[derive(Debug)]
struct Field {
    value: Located<Value>,
    inference: Option<RawInference>,
}

/// The reason for an inferred value, as it was written.
#[derive(Debug, Clone)]
pub struct RawInference {
    pub(crate) because: String,
    pub(crate) printed: Option<Located<String>>,
    pub(crate) source: Option<String>,
}

/// A value of the shape that the key table asks for.
#[derive(Debug)]
pub enum Value {
    Text(String),
    List(Vec<Located<String>>),
    Date(PartialDate),
    Period(Period),
    Number(Decimal),
    Sides(Vec<RawSide>),
    Tables(Vec<Fields>),
}

/// One side of an event, as it was written.
#[derive(Debug)]
pub struct RawSide {
    pub(crate) actor: Located<String>,
    pub(crate) participants: Vec<RawParticipant>,
}

/// A participant, as it was written.
#[derive(Debug)]
pub struct RawParticipant {
    pub(crate) who: Located<String>,
    pub(crate) post: Option<Located<String>>,
}

impl RawSide {
    /// The side, and those who were there for it.
    fn names(&self) -> impl Iterator<Item = &Located<String>> {
        let people = self.participants.iter().map(|participant| &participant.who);
        [&self.actor].into_iter().chain(people)
    }
}

impl Fields {
    pub(crate) fn has(&self, key: &str) -> bool {
        self.values.contains_key(key)
    }

    /// Whether a key is there with a value that could not be read.
    pub(crate) fn is_misread(&self, key: &str) -> bool {
        self.misread.contains(&key)
    }

    /// Where the value of a key stands; the table's beginning where there is none.
    pub(crate) fn range_of(&self, key: &str) -> Range<usize> {
        self.range_if_there(key)
            .unwrap_or_else(|| self.range.clone())
    }

    /// Where the value of a key stands.
    pub(crate) fn range_if_there(&self, key: &str) -> Option<Range<usize>> {
        Some(self.values.get(key)?.value.range.clone())
    }

    /// Where among the names of a key one stands.
    pub(crate) fn range_of_item(
        &self,
        key: &str,
        is_it: impl Fn(&str) -> bool,
    ) -> Option<Range<usize>> {
        let names: Vec<&Located<String>> = match self.value(key)? {
            Value::List(names) => names.iter().collect(),
            Value::Sides(sides) => sides.iter().flat_map(RawSide::names).collect(),
            _ => return None,
        };
        let name = names.into_iter().find(|name| is_it(&name.value))?;
        Some(name.range.clone())
    }

    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        match self.value(key)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A text together with its place.
    pub(crate) fn located(&self, key: &str) -> Option<Located<String>> {
        self.text(key).map(|text| Located {
            value: text.to_owned(),
            range: self.range_of(key),
        })
    }

    pub(crate) fn list(&self, key: &str) -> &[Located<String>] {
        match self.value(key) {
            Some(Value::List(list)) => list,
            _ => &[],
        }
    }

    pub(crate) fn date(&self, key: &str) -> Option<PartialDate> {
        match self.value(key)? {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    pub(crate) fn period(&self, key: &str) -> Option<Period> {
        match self.value(key)? {
            Value::Period(period) => Some(*period),
            _ => None,
        }
    }

    pub(crate) fn number(&self, key: &str) -> Option<&Decimal> {
        match self.value(key)? {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    pub(crate) fn sides(&self) -> Option<&[RawSide]> {
        match self.value("sides")? {
            Value::Sides(sides) => Some(sides),
            _ => None,
        }
    }

    pub(crate) fn tables(&self, key: &str) -> &[Self] {
        match self.value(key) {
            Some(Value::Tables(tables)) => tables,
            _ => &[],
        }
    }

    /// Why the value of a key is believed, where it is inferred.
    pub(crate) fn inference(&self, key: &str) -> Option<&RawInference> {
        self.values.get(key)?.inference.as_ref()
    }

    fn value(&self, key: &str) -> Option<&Value> {
        self.values.get(key).map(|field| &field.value.value)
    }
}

/// Reads a table: unknown and missing keys are noted, values that have the wrong shape are noted and left out.
pub fn read(
    table: &DeTable<'_>,
    range: Range<usize>,
    schema: &'static Table,
    words: bool,
    report: &mut Report,
) -> Fields {
    read_as(schema.name, table, range, schema, words, report)
}

/// Reads a table under the name by which messages shall call it.
fn read_as(
    called: &str,
    table: &DeTable<'_>,
    range: Range<usize>,
    schema: &'static Table,
    words: bool,
    report: &mut Report,
) -> Fields {
    let mut misspelt = Vec::new();
    let mut fields = Fields {
        range,
        values: BTreeMap::new(),
        misread: Vec::new(),
    };
    for (name, value) in table {
        if let Some(key) = schema.keys.iter().find(|key| key.name == name.get_ref()) {
            match field(key, value, report) {
                Some(field) => fields.values.extend([(key.name, field)]),
                None => fields.misread.push(key.name),
            }
        } else {
            unknown_key(name, called, schema, report);
            misspelt.extend(nearest_key(name.get_ref(), schema));
        }
    }
    for key in schema.keys {
        // Whoever misspelt it has been told.
        let is_there = table.contains_key(key.name) || misspelt.contains(&key.name);
        if is_required(key, words) && !is_there {
            missing_key(key, called, fields.range.clone(), report);
        }
    }
    fields
}

fn nearest_key(name: &str, schema: &'static Table) -> Option<&'static str> {
    nearest(name, schema.keys.iter().map(|key| key.name))
}

fn is_required(key: &Key, words: bool) -> bool {
    match key.required {
        Required::No => false,
        Required::Yes => true,
        Required::WithWords => words,
        Required::WithoutWords => !words,
    }
}

fn unknown_key(
    name: &Spanned<toml::de::DeString<'_>>,
    called: &str,
    schema: &Table,
    report: &mut Report,
) {
    let text = name.get_ref().as_ref();
    let known = schema.keys.iter().map(|key| key.name);
    let message = match called {
        "" => format!("unknown key `{text}`"),
        table => format!("unknown key `{text}` in `{table}`"),
    };
    let hint = did_you_mean(text, known.clone()).or_else(|| {
        Some(format!(
            "known keys: {}",
            known.collect::<Vec<_>>().join(", ")
        ))
    });
    report.hinted(Code::UnknownKey, name.span(), message, hint);
}

fn missing_key(key: &Key, called: &str, range: Range<usize>, report: &mut Report) {
    let message = match called {
        "" => format!("`{}` is missing", key.name),
        table => format!("`{}` is missing in `{table}`", key.name),
    };
    let hint = match key.required {
        Required::WithoutWords => " (no readout.txt lies beside this sheet)",
        _ => "",
    };
    report.hinted(
        Code::MissingKey,
        range,
        message,
        Some(format!("{}{hint}", key.meaning)),
    );
}

/// Reads a value that is given plainly, or as inferred.
fn field(key: &'static Key, value: &Spanned<DeValue<'_>>, report: &mut Report) -> Option<Field> {
    match value.get_ref() {
        DeValue::Table(parts) if key.inferable => inferred(key, parts, value.span(), report),
        _ => Some(Field {
            value: Located {
                value: value::read(key.shape, value, report)?,
                range: value.span(),
            },
            inference: None,
        }),
    }
}

/// Reads `.is`, `.because`, `.printed` and `.source`.
fn inferred(
    key: &Key,
    parts: &DeTable<'_>,
    range: Range<usize>,
    report: &mut Report,
) -> Option<Field> {
    let reasons = read_as(key.name, parts, range, &keys::INFERRED, true, report);
    let is = parts.get("is")?;
    let value = value::read(key.shape, is, report)?;
    Some(Field {
        value: Located {
            value,
            range: is.span(),
        },
        inference: Some(RawInference {
            because: reasons.text("because")?.to_owned(),
            printed: reasons.located("printed"),
            source: reasons.text("source").map(str::to_owned),
        }),
    })
}

/// Reads each table of a list of tables.
pub fn read_all(
    value: &Spanned<DeValue<'_>>,
    schema: &'static Table,
    report: &mut Report,
) -> Option<Vec<Fields>> {
    let tables = super::array_of_tables(value)?;
    Some(
        tables
            .into_iter()
            .map(|(table, range)| read(table, range, schema, true, report))
            .collect(),
    )
}
