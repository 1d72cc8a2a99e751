//! The entries of the key table: tables and keys.

use crate::text::capitalised;
use oxigraph::model::NamedNodeRef;

use super::shape::Shape;

/// A table of a file, with its keys.
#[derive(Debug)]
#[non_exhaustive]
pub struct TableKeys {
    /// Its name, as in brackets; empty for the top level of a file.
    pub name: &'static str,
    /// Its meaning, in one sentence.
    pub meaning: &'static str,
    /// Whether a file may have several, as in `[[act]]`.
    pub repeated: bool,
    /// Its keys, in the order in which a person fills them in.
    pub keys: &'static [Key],
}

/// A key of a table.
#[derive(Debug)]
#[non_exhaustive]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// The shape of its value.
    pub shape: Shape,
    /// Whether its value may be marked as inferred: `.is`, `.printed`, `.because`, `.source`.
    pub inferable: bool,
    /// Whether it may be left out.
    pub required: Required,
    /// The default, as a value or in words.
    pub default: &'static str,
    /// Its meaning, in one sentence.
    pub meaning: &'static str,
    /// The properties that it becomes in the graph if the entity of its table is their subject.
    pub becomes: &'static [NamedNodeRef<'static>],
}

/// Whether a key may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Required {
    /// It is optional.
    No,
    /// It is required.
    Yes,
    /// It is required if the sheet's folder has a `readout.txt`.
    WithWords,
    /// It is required if the sheet's folder has no `readout.txt`.
    WithoutWords,
}

impl Required {
    /// Whether the key is required in a sheet whose folder has a `readout.txt`, or has none.
    pub(crate) fn applies(self, has_readout: bool) -> bool {
        match self {
            Self::No => false,
            Self::Yes => true,
            Self::WithWords => has_readout,
            Self::WithoutWords => !has_readout,
        }
    }
}

impl Key {
    /// Its meaning, the shape of its value, and its default: for templates and editors.
    #[must_use]
    pub fn description(&self) -> String {
        let shape = match self.shape {
            Shape::Choice(words) => format!("one of {}", words.join(", ")),
            shape => shape.expected().to_owned(),
        };
        let shape = capitalised(&shape);
        let inferred = if self.inferable {
            "; may be inferred"
        } else {
            ""
        };
        format!("{} {shape}{inferred}. {}", self.meaning, self.if_left_out())
    }

    fn if_left_out(&self) -> String {
        let required = match self.required {
            Required::Yes => return "Required.".to_owned(),
            Required::No => "",
            Required::WithWords => "Required if the folder has a readout.txt. ",
            Required::WithoutWords => "Required if the folder has no readout.txt. ",
        };
        match self.default {
            "" => required.trim_end().to_owned(),
            default => format!("{required}Default: {default}."),
        }
    }
}
