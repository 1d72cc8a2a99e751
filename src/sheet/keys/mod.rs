//! The one key table: every table and key of `facts.toml` and `dossier.toml`, once.
//!
//! The reader's check for unknown keys lives off it, as do its suggestions and messages, the JSON Schema of both files
//! and the commented templates with which a person begins.

mod parts;
mod schema;
mod shape;
mod tables;
pub mod template;

pub use parts::{FIGURE, INFERRED, PARTICIPANT};
pub use schema::{dossier as dossier_schema, facts as facts_schema};
pub use shape::Shape;
pub use tables::{ACT, DOCUMENT, DOSSIER, ENTITY, ENTITY_KINDS, EVENT, SHEET};

use oxigraph::model::NamedNodeRef;

/// A table of a file, with its keys.
#[derive(Debug)]
pub struct Table {
    /// Its name, as between the brackets; empty for the top of a file.
    pub name: &'static str,
    /// One sentence on what it holds.
    pub meaning: &'static str,
    /// Whether there may be several, as in `[[act]]`.
    pub repeated: bool,
    /// Its keys, in the order in which a person would fill them in.
    pub keys: &'static [Key],
}

/// A key of a table.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What may stand there.
    pub shape: Shape,
    /// Whether it may be given as inferred: `.is`, `.printed`, `.because`, `.source`.
    pub inferable: bool,
    /// Whether it must be there.
    pub required: Required,
    /// What holds where it is not there.
    pub default: &'static str,
    /// One sentence on what it says.
    pub meaning: &'static str,
    /// The properties that it becomes in the graph, as far as they are those of the thing that its table tells of.
    pub becomes: &'static [NamedNodeRef<'static>],
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Required {
    /// It may be left out.
    No,
    /// It must be there.
    Yes,
    /// It must be there where a `readout.txt` lies beside the sheet.
    WithWords,
    /// It must be there where no `readout.txt` lies beside the sheet.
    WithoutWords,
}

const fn key(
    name: &'static str,
    shape: Shape,
    default: &'static str,
    meaning: &'static str,
) -> Key {
    Key {
        name,
        shape,
        inferable: false,
        required: Required::No,
        default,
        meaning,
        becomes: &[],
    }
}

impl Key {
    const fn inferable(self) -> Self {
        Self {
            inferable: true,
            ..self
        }
    }

    const fn becomes(self, becomes: &'static [NamedNodeRef<'static>]) -> Self {
        Self { becomes, ..self }
    }

    const fn required(self, required: Required) -> Self {
        Self { required, ..self }
    }
}

impl Key {
    /// What it says, what may stand there, and what holds where it is left out: for templates and editors.
    #[must_use]
    pub fn told(&self) -> String {
        let shape = match self.shape {
            Shape::Choice(words) => format!("one of {}", words.join(", ")),
            shape => shape.expected().to_owned(),
        };
        let inferred = if self.inferable {
            "; may be inferred"
        } else {
            ""
        };
        format!(
            "{} {}{inferred}. {}",
            self.meaning,
            capitalised(&shape),
            self.unless_given()
        )
    }

    fn unless_given(&self) -> String {
        let beside = match self.required {
            Required::Yes => return "Required.".to_owned(),
            Required::No => "",
            Required::WithWords => "Required where readout.txt lies beside the sheet. ",
            Required::WithoutWords => "Required where no readout.txt lies beside the sheet. ",
        };
        match self.default {
            "" => beside.trim_end().to_owned(),
            default => format!("{beside}Default: {default}."),
        }
    }
}

fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(rest).collect()
    })
}
