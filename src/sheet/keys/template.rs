//! New sheets: every table and key of the key table, commented out, with the known values filled in.
//!
//! Lines that begin with `##` are explanations; a line that begins with one `#` is a key, which works without that `#`.

use std::collections::BTreeMap;

use super::key::{Key, TableKeys};
use super::shape::Shape;
use super::tables::{DOCUMENT, DOSSIER, FIGURE, INFERRED, PARTICIPANT, SHEET};
use crate::model::PartialDate;
use crate::text::{toml_key, toml_list, toml_string};

/// The maximum width of a line of explanation.
const WIDTH: usize = 118;
/// An address that cannot be mistaken for a real one ([RFC 2606](https://www.rfc-editor.org/rfc/rfc2606)).
const PLACEHOLDER_ADDRESS: &str = "https://example.org/address-of-the-text";
/// A date that cannot be mistaken for a real one.
const PLACEHOLDER_DATE: &str = "0001-01-01";
/// Marks a placeholder.
const INCOMPLETE: &str = " # to be completed";

/// What is known when a fact sheet is created.
#[derive(Debug)]
#[non_exhaustive]
pub struct Template<'a> {
    /// The name of its folder.
    pub slug: &'a str,
    /// The SHA-256 of `readout.txt`; `None` in a record without the words.
    pub sha256: Option<&'a str>,
    /// The address of the text.
    pub source: Option<&'a str>,
    /// The issuers of the text.
    pub issued_by: &'a [String],
    /// The date on which it was read at its address.
    pub accessed: Option<PartialDate>,
    /// The sides of the dossier.
    pub sides: &'a [String],
    /// The known kinds of act, by group.
    pub kinds: &'a BTreeMap<String, Vec<String>>,
    /// The path of the schema, relative to the sheet.
    pub schema: &'a str,
}

impl Template<'_> {
    /// The required keys whose values are not known yet.
    #[must_use]
    pub fn incomplete(&self) -> Vec<&'static str> {
        let keys = DOCUMENT.keys.iter();
        let keys = keys.filter(|key| self.is_required(key) && self.known_value(key).is_none());
        keys.map(|key| key.name).collect()
    }

    fn is_required(&self, key: &Key) -> bool {
        key.required.applies(self.sha256.is_some())
    }

    /// The value of a key of `[document]`, if it is known.
    fn known_value(&self, key: &Key) -> Option<String> {
        match (key.name, self.issued_by) {
            ("source", _) => self.source.map(toml_string),
            ("issued_by", [only]) => Some(toml_string(only)),
            ("issued_by", [_, ..]) => Some(toml_list(self.issued_by.iter().map(String::as_str))),
            ("accessed", _) => self.accessed.map(toml_date),
            ("sha256", _) => self.sha256.map(toml_string),
            _ => None,
        }
    }

    /// The line of a key. `[document]` has the known values, and readable placeholders for those that are required.
    fn line(&self, table: &TableKeys, key: &Key) -> String {
        let is_document = table.name == DOCUMENT.name;
        if let Some(value) = self.known_value(key).filter(|_| is_document) {
            return format!("{} = {value}\n", key.name);
        }
        if !is_document || !self.is_required(key) {
            return format!("# {} = {}\n", key.name, example(key, self.sides));
        }
        let value = match key.shape {
            Shape::Url => toml_string(PLACEHOLDER_ADDRESS),
            Shape::Date => PLACEHOLDER_DATE.to_owned(),
            // Most texts about a meeting are issued by one of its sides.
            _ => toml_string(self.sides.first().map_or("", String::as_str)),
        };
        format!("{} = {value}{INCOMPLETE}\n", key.name)
    }
}

/// A new `facts.toml`.
#[must_use]
pub fn facts(template: &Template<'_>) -> String {
    let purpose = match template.sha256 {
        Some(_) => "the annotations of readout.txt in this folder, which must not be edited",
        None => {
            "a record of a text whose words are not stored; each act has a gist in our own words"
        }
    };
    let mut text = format!("#:schema {}\n", template.schema);
    explain(&mut text, "", &format!("{}: {purpose}.", template.slug));
    explain(
        &mut text,
        "",
        "Remove the `#` from a line to use it; copy a table to add another. A missing key has its default, and the \
         order of tables does not matter.",
    );
    text.push('\n');
    explain(
        &mut text,
        "",
        "If a key may be inferred, write KEY.is = … and KEY.because = … instead of a plain value to record a value that the \
         text does not state.",
    );
    explain_parts(&mut text, &INFERRED);
    for schema in SHEET {
        table(&mut text, schema, template);
    }
    text
}

/// A new `dossier.toml`.
#[must_use]
pub fn dossier(title: &str, sides: &[String], schema: &str) -> String {
    let mut text = format!("#:schema {schema}\n");
    explain(&mut text, "", DOSSIER.meaning);
    text.push_str("##\n");
    explain(
        &mut text,
        "",
        "Each folder next to this file is one readout: readout.txt has its unedited words, and facts.toml their \
         annotations. actors.ttl describes the actors and other entities of the readouts.",
    );
    for key in DOSSIER.keys {
        text.push('\n');
        explain(&mut text, "", &key.description());
        let (mark, value) = match key.name {
            "title" => ("", toml_string(title)),
            "sides" => ("", toml_list(sides.iter().map(String::as_str))),
            _ => ("# ", example(key, sides)),
        };
        text.extend([mark, key.name, " = ", &value, "\n"]);
    }
    text
}

/// A table: its header, and each key with its description.
fn table(text: &mut String, table: &TableKeys, template: &Template<'_>) {
    text.push_str("\n\n");
    explain(text, "", table.meaning);
    let [open, close] = if table.repeated {
        ["# [[", "]]\n"]
    } else {
        ["[", "]\n"]
    };
    text.extend([open, table.name, close]);
    for key in table.keys {
        text.push('\n');
        explain(text, "", &key.description());
        match key.shape {
            Shape::Kind => {
                for (group, kinds) in template.kinds {
                    explain(text, "  ", &format!("{group}: {}", kinds.join(", ")));
                }
            }
            Shape::Sides => {
                let meaning = format!("Instead of a name: {}", PARTICIPANT.meaning);
                explain(text, "  ", &meaning);
                explain_parts(text, &PARTICIPANT);
            }
            Shape::Figures => explain_parts(text, &FIGURE),
            _ => {}
        }
        text.push_str(&template.line(table, key));
    }
}

/// The keys of a table within a table.
fn explain_parts(text: &mut String, table: &TableKeys) {
    for key in table.keys {
        explain(text, "  ", &format!("{}: {}", key.name, key.description()));
    }
}

/// Lines of explanation, up to [`WIDTH`] unless a word is longer.
fn explain(text: &mut String, indent: &str, words: &str) {
    let start = ["##", indent].concat();
    let mut line = start.clone();
    for word in words.split(' ') {
        if line.len() > start.len() && line.chars().count() + word.chars().count() >= WIDTH {
            text.extend([&line, "\n"]);
            line.clone_from(&start);
        }
        line.extend([" ", word]);
    }
    text.extend([&line, "\n"]);
}

/// An example of a key's value: its default, if that is a value.
fn example(key: &Key, sides: &[String]) -> String {
    match key.shape {
        Shape::Url => toml_string("https://example.org/"),
        Shape::Kind => toml_string("Offer"),
        Shape::Date | Shape::Period => "2025-01-31".to_owned(),
        Shape::NamesOrNone | Shape::Texts => toml_list(["…"]),
        Shape::Slug => toml_string("a-slug"),
        Shape::Choice(words) => {
            let default = words.iter().find(|word| **word == key.default);
            toml_string(default.or(words.first()).map_or("", |word| word))
        }
        Shape::Sha256 => toml_string(&"0".repeat(64)),
        Shape::Language => toml_string("en"),
        Shape::Languages => toml_list(["en"]),
        Shape::Pair => toml_list(["…", "…"]),
        Shape::Sides => {
            let sides = sides.iter().map(|side| format!("{} = []", toml_key(side)));
            format!("{{ {} }}", sides.collect::<Vec<_>>().join(", "))
        }
        Shape::Figures => "[{ of = \"…\", value = 190, unit = \"…\" }]".to_owned(),
        Shape::Number => "190".to_owned(),
        _ => toml_string("…"),
    }
}

/// A date in TOML, which has full dates, but no months or years.
fn toml_date(date: PartialDate) -> String {
    if date.first_day() == date.last_day() {
        date.to_string()
    } else {
        toml_string(&date.to_string())
    }
}
