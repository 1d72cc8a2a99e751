//! The one key table: every table and key of `facts.toml` and `dossier.toml`, once.
//!
//! The reader's check for unknown keys lives off it, as do its suggestions and messages.

mod tables;

pub use tables::{
    ACT, DOCUMENT, DOSSIER, ENTITY, ENTITY_KINDS, EVENT, FIGURE, INFERRED, PARTICIPANT, SHEET,
};

/// A table of a file, with its keys.
#[derive(Debug)]
pub struct Table {
    /// Its name, as between the brackets; empty for the top of a file.
    pub name: &'static str,
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
}

/// What may stand as a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// An `http` or `https` address.
    Url,
    /// A slug, prefixed name or IRI.
    Name,
    /// One name, or a list of names.
    Names,
    /// One name, or a list of names, which may be empty.
    NamesOrNone,
    /// A class of act.
    Kind,
    /// A date of any precision.
    Date,
    /// A date of any precision, or two as `from/to`.
    Period,
    /// Any text.
    Text,
    /// One text, or a list of texts.
    Texts,
    /// Lower-case letters, digits and hyphens.
    Slug,
    /// The `id` of an act of this sheet, or `slug.id` for one of another; or a list of them.
    References,
    /// Words of the readout, or a list of such passages in the order of the text.
    Quote,
    /// Words of the readout.
    Words,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Sixty-four hexadecimal digits.
    Sha256,
    /// A language tag such as `en`.
    Language,
    /// A list of language tags.
    Languages,
    /// Exactly two names.
    Pair,
    /// A table: side = [people, posts].
    Sides,
    /// A list of tables with the keys of [`FIGURE`].
    Figures,
    /// A number.
    Number,
    /// Whatever the key takes below which it stands.
    Inferred,
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
    }
}

impl Key {
    const fn inferable(self) -> Self {
        Self {
            inferable: true,
            ..self
        }
    }

    const fn required(self, required: Required) -> Self {
        Self { required, ..self }
    }
}
