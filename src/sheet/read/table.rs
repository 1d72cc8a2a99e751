//! Reads a table against the key table: unknown and missing keys and unreadable values become findings.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::fields::{Field, Fields, RawInference, RawParticipant, RawSide, Value};
use super::scalar::{date, list, number, text, wrong_type};
use crate::diagnostic::Code;
use crate::sheet::findings::{Findings, Located};
use crate::sheet::keys::{FIGURE, INFERRED, Key, PARTICIPANT, Required, Shape, TableKeys};
use crate::text::{did_you_mean, nearest};

/// Reads the tables of one file.
pub struct Reader<'findings> {
    /// Whether the file's folder has a `readout.txt`.
    pub has_readout: bool,
    pub findings: &'findings mut Findings,
}

impl Reader<'_> {
    pub fn table(
        &mut self,
        table: &DeTable<'_>,
        range: Range<usize>,
        schema: &'static TableKeys,
    ) -> Fields {
        self.named_table(schema.name, table, range, schema)
    }

    /// Reads a table to which findings refer by a name.
    fn named_table(
        &mut self,
        name: &str,
        table: &DeTable<'_>,
        range: Range<usize>,
        schema: &'static TableKeys,
    ) -> Fields {
        let mut fields = Fields {
            range,
            ..Fields::default()
        };
        let mut misspelt = Vec::new();
        for (written, value) in table {
            let spelling = written.get_ref().as_ref();
            if let Some(key) = schema.keys.iter().find(|key| key.name == spelling) {
                match self.field(key, value) {
                    Some(field) => fields.values.extend([(key.name, field)]),
                    None => fields.misread.push(key.name),
                }
            } else {
                self.unknown_key(written, name, schema);
                misspelt.extend(nearest(spelling, schema.keys.iter().map(|key| key.name)));
            }
        }
        for key in schema.keys {
            // A misspelt key has its finding already.
            let is_absent = !table.contains_key(key.name) && !misspelt.contains(&key.name);
            if is_absent && key.required.applies(self.has_readout) {
                self.missing_key(key, name, &fields.range);
            }
        }
        fields
    }

    fn unknown_key(&mut self, key: &Spanned<DeString<'_>>, table: &str, schema: &TableKeys) {
        let spelling = key.get_ref().as_ref();
        let message = match table {
            "" => format!("unknown key `{spelling}`"),
            table => format!("unknown key `{spelling}` in `{table}`"),
        };
        let names: Vec<&str> = schema.keys.iter().map(|key| key.name).collect();
        self.findings
            .error(Code::UnknownKey, &key.span(), message)
            .help(similar_or_all("keys", spelling, &names));
    }

    fn missing_key(&mut self, key: &Key, table: &str, range: &Range<usize>) {
        let message = match table {
            "" => format!("`{}` is missing", key.name),
            table => format!("`{}` is missing in `{table}`", key.name),
        };
        let reason = match key.required {
            Required::WithoutWords => " (this folder has no readout.txt)",
            _ => "",
        };
        self.findings
            .error(Code::MissingKey, range, message)
            .help(format!("{}{reason}", key.meaning));
    }

    /// Reads a plain value, or an inferred one with its reason.
    fn field(&mut self, key: &'static Key, value: &Spanned<DeValue<'_>>) -> Option<Field> {
        match value.get_ref() {
            DeValue::Table(parts) if key.inferable => self.inferred(key, parts, value.span()),
            _ => Some(Field {
                value: self.value(key.shape, value)?,
                range: value.span(),
                inference: None,
            }),
        }
    }

    /// Reads `.is`, `.because`, `.printed` and `.source`.
    fn inferred(&mut self, key: &Key, parts: &DeTable<'_>, range: Range<usize>) -> Option<Field> {
        let reasons = self.named_table(key.name, parts, range, &INFERRED);
        let is = parts.get("is")?;
        let value = self.value(key.shape, is)?;
        Some(Field {
            value,
            range: is.span(),
            inference: Some(RawInference {
                because: reasons.text("because")?.to_owned(),
                printed: reasons.located("printed").cloned(),
                source: reasons.text("source").map(str::to_owned),
            }),
        })
    }

    fn value(&mut self, shape: Shape, value: &Spanned<DeValue<'_>>) -> Option<Value> {
        let findings = &mut *self.findings;
        match shape {
            Shape::Date => date(value, findings).map(Value::Date),
            Shape::Period => date(value, findings).map(Value::Period),
            Shape::Number => number(value, findings).map(Value::Number),
            Shape::Sides => self.sides(value).map(Value::Sides),
            Shape::Figures => self.figures(value).map(Value::Tables),
            // `inferred` reads it in the shape of the key to which it belongs.
            Shape::Inferred => None,
            _ if shape.takes_list() => list(shape, value, findings).map(Value::List),
            _ => text(shape, value, findings).map(Value::Text),
        }
    }

    fn figures(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Vec<Fields>> {
        let Some(tables) = tables(value) else {
            return wrong_type(Shape::Figures, value, self.findings);
        };
        let figure = |(table, range)| self.table(table, range, &FIGURE);
        Some(tables.into_iter().map(figure).collect())
    }

    fn sides(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Vec<RawSide>> {
        let DeValue::Table(table) = value.get_ref() else {
            return wrong_type(Shape::Sides, value, self.findings);
        };
        let mut sides = Vec::new();
        for (name, people) in table {
            let DeValue::Array(people) = people.get_ref() else {
                wrong_type::<Value>(Shape::Sides, people, self.findings);
                continue;
            };
            let participants = people.iter().filter_map(|person| self.participant(person));
            sides.push(RawSide {
                participants: participants.collect(),
                actor: Located {
                    value: name.get_ref().clone().into_owned(),
                    range: name.span(),
                },
            });
        }
        Some(sides)
    }

    /// Reads a name, or a table with a person and a post.
    fn participant(&mut self, value: &Spanned<DeValue<'_>>) -> Option<RawParticipant> {
        let DeValue::Table(table) = value.get_ref() else {
            let who = text(Shape::Name, value, self.findings)?;
            return Some(RawParticipant { who, post: None });
        };
        let fields = self.table(table, value.span(), &PARTICIPANT);
        Some(RawParticipant {
            who: fields.located("person")?.clone(),
            post: fields.located("post").cloned(),
        })
    }
}

/// The help for an unknown name: the one that may be meant, or all.
pub fn similar_or_all(noun: &str, name: &str, names: &[&str]) -> String {
    let similar = did_you_mean(name, names.iter().copied());
    similar.unwrap_or_else(|| format!("known {noun}: {}", names.join(", ")))
}

/// The tables of a list; `None` if the value is no list or holds anything else.
pub fn tables<'toml, 'text>(
    value: &'toml Spanned<DeValue<'text>>,
) -> Option<Vec<(&'toml DeTable<'text>, Range<usize>)>> {
    let items = value.get_ref().as_array()?.iter();
    items
        .map(|item| Some((item.get_ref().as_table()?, item.span())))
        .collect()
}
