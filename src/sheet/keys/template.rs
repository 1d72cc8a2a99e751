//! Sheets to begin with: every table and key of the key table, as comments, what is known already filled in.
//!
//! Lines that begin with `##` explain; a line that begins with one `#` holds a key, and works once that `#` is gone.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{ACT, DOCUMENT, DOSSIER, ENTITY, EVENT, FIGURE, INFERRED, PARTICIPANT};
use super::{Key, Required, Shape, Table};
use crate::model::PartialDate;
use crate::text::{toml_key, toml_list, toml_string};

/// Columns of a line that explains.
const WIDTH: usize = 118;
/// An address that nobody takes for a real one ([RFC 2606](https://www.rfc-editor.org/rfc/rfc2606)).
const NO_ADDRESS: &str = "https://example.org/where-the-text-stands";
/// A day that nobody takes for a real one.
const NO_DAY: &str = "0001-01-01";
/// Behind a value that stands there only so that the sheet can be read.
const INCOMPLETE: &str = " # to be completed";

/// What is known when a fact sheet is begun.
#[derive(Debug)]
pub struct Template<'a> {
    /// The name of its folder.
    pub slug: &'a str,
    /// The SHA-256 of `readout.txt`; `None` in a record without the words.
    pub sha256: Option<&'a str>,
    /// The address of the text.
    pub source: Option<&'a str>,
    /// Whose text it is.
    pub issued_by: &'a [String],
    /// When it was read at its address.
    pub accessed: Option<PartialDate>,
    /// The sides of the dossier.
    pub sides: &'a [String],
    /// The kinds of act that there are, by group.
    pub kinds: &'a BTreeMap<String, Vec<String>>,
    /// Where the schema lies, as seen from the sheet.
    pub schema: &'a str,
}

impl Template<'_> {
    /// The keys that must be there, but of which nothing is known yet.
    #[must_use]
    pub fn incomplete(&self) -> Vec<&'static str> {
        let keys = DOCUMENT.keys.iter();
        let keys = keys.filter(|key| self.is_required(key) && self.known(key).is_none());
        keys.map(|key| key.name).collect()
    }

    fn is_required(&self, key: &Key) -> bool {
        match key.required {
            Required::No => false,
            Required::Yes => true,
            Required::WithWords => self.sha256.is_some(),
            Required::WithoutWords => self.sha256.is_none(),
        }
    }

    /// The value of a key of `[document]`, where it is known.
    fn known(&self, key: &Key) -> Option<String> {
        match key.name {
            "source" => self.source.map(toml_string),
            "issued_by" => names(self.issued_by),
            "accessed" => self.accessed.map(date),
            "sha256" => self.sha256.map(toml_string),
            _ => None,
        }
    }

    /// A line of `[document]`: what is known, or something that can be read where something must stand.
    fn document(&self, key: &Key) -> String {
        if let Some(value) = self.known(key) {
            return format!("{} = {value}\n", key.name);
        }
        if !self.is_required(key) {
            return format!("# {} = {}\n", key.name, example(key, self.sides));
        }
        let value = match key.shape {
            Shape::Url => toml_string(NO_ADDRESS),
            Shape::Date => NO_DAY.to_owned(),
            // The text of a meeting is one side's more often than anybody else's.
            _ => toml_string(self.sides.first().map_or("", String::as_str)),
        };
        format!("{} = {value}{INCOMPLETE}\n", key.name)
    }
}

/// `facts.toml` as it is begun.
#[must_use]
pub fn facts(begun: &Template<'_>) -> String {
    let what = match begun.sha256 {
        Some(_) => {
            "what is recorded from readout.txt, which lies beside this file and stays as it is"
        }
        None => {
            "a record of a text whose words are not kept here; each act has a gist in our own words"
        }
    };
    let mut text = format!("#:schema {}\n", begun.schema);
    explain(&mut text, "", &format!("{}: {what}.", begun.slug));
    explain(
        &mut text,
        "",
        "Take the `#` from a line to use it, copy a table to have several. A key that is left out has its default, and \
         the order of tables does not matter.",
    );
    text.push('\n');
    explain(
        &mut text,
        "",
        "Where a key may be inferred: KEY.is = … and KEY.because = … say what the text does not print, in the place of a \
         plain value.",
    );
    parts(&mut text, &INFERRED);
    table(&mut text, &DOCUMENT, |key| begun.document(key), begun);
    for other in [&EVENT, &ENTITY, &ACT] {
        let line = |key: &Key| format!("# {} = {}\n", key.name, example(key, begun.sides));
        table(&mut text, other, line, begun);
    }
    text
}

/// `dossier.toml` as it is begun.
#[must_use]
pub fn dossier(title: &str, sides: &[String], schema: &str) -> String {
    let mut text = format!("#:schema {schema}\n");
    explain(&mut text, "", DOSSIER.meaning);
    text.push_str("##\n");
    explain(
        &mut text,
        "",
        "Each folder beside this file is one readout: readout.txt, its unedited words, and facts.toml, what is recorded \
         from them. actors.ttl says who and what they speak of.",
    );
    for key in DOSSIER.keys {
        let known = match key.name {
            "title" => Some(toml_string(title)),
            "sides" => Some(toml_list(sides.iter().map(String::as_str))),
            _ => None,
        };
        text.push('\n');
        explain(&mut text, "", &key.told());
        let (mark, value) = match known {
            Some(value) => ("", value),
            None => ("# ", example(key, sides)),
        };
        // Writing into a String never fails.
        let _ = writeln!(text, "{mark}{} = {value}", key.name);
    }
    text
}

/// A table: its header, and each key with what it says.
fn table(text: &mut String, table: &Table, line: impl Fn(&Key) -> String, begun: &Template<'_>) {
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
        explain(text, "", &key.told());
        match key.shape {
            Shape::Kind => {
                for (group, kinds) in begun.kinds {
                    explain(text, "  ", &format!("{group}: {}", kinds.join(", ")));
                }
            }
            Shape::Sides => {
                explain(
                    text,
                    "  ",
                    &format!("In the place of a name: {}", PARTICIPANT.meaning),
                );
                parts(text, &PARTICIPANT);
            }
            Shape::Figures => parts(text, &FIGURE),
            _ => {}
        }
        text.push_str(&line(key));
    }
}

/// The keys of a table within a table.
fn parts(text: &mut String, table: &Table) {
    for key in table.keys {
        explain(text, "  ", &format!("{}: {}", key.name, key.told()));
    }
}

/// Lines that explain, none longer than [`WIDTH`] if its words allow.
fn explain(text: &mut String, indent: &str, words: &str) {
    let begin = ["##", indent].concat();
    let mut line = begin.clone();
    for word in words.split(' ') {
        if line.len() > begin.len() && line.chars().count() + word.chars().count() >= WIDTH {
            text.push_str(&line);
            text.push('\n');
            line.clone_from(&begin);
        }
        line.push(' ');
        line.push_str(word);
    }
    text.push_str(&line);
    text.push('\n');
}

/// A value of the shape that a key takes; where it has a default that is a value, that.
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
        Shape::Sides => nobody(sides),
        Shape::Figures => "[{ of = \"…\", value = 190, unit = \"…\" }]".to_owned(),
        Shape::Number => "190".to_owned(),
        Shape::Name
        | Shape::Names
        | Shape::Text
        | Shape::References
        | Shape::Quote
        | Shape::Words
        | Shape::Inferred => toml_string("…"),
    }
}

/// Both sides, nobody named.
fn nobody(sides: &[String]) -> String {
    let sides: Vec<String> = sides
        .iter()
        .map(|side| format!("{} = []", toml_key(side)))
        .collect();
    format!("{{ {} }}", sides.join(", "))
}

fn names(names: &[String]) -> Option<String> {
    match names {
        [] => None,
        [only] => Some(toml_string(only)),
        several => Some(toml_list(several.iter().map(String::as_str))),
    }
}

/// TOML knows days, but no months and no years.
fn date(date: PartialDate) -> String {
    if date.first_day() == date.last_day() {
        date.to_string()
    } else {
        toml_string(&date.to_string())
    }
}
