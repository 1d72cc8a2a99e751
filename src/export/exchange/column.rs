//! The typed attributes of a node or an edge, for formats without lists or objects.

use std::borrow::{Borrow, Cow};

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Number,
    Truth,
}

impl Kind {
    /// Its name in GraphML and GEXF, whose types are those of XML Schema and Java.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Number => "double",
            Self::Truth => "boolean",
        }
    }
}

/// The name, type and meaning of a value.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
    pub meaning: &'static str,
}

impl Column {
    pub const fn text(name: &'static str, meaning: &'static str) -> Self {
        Self::new(name, Kind::Text, meaning)
    }

    pub const fn new(name: &'static str, kind: Kind, meaning: &'static str) -> Self {
        Self {
            name,
            kind,
            meaning,
        }
    }
}

/// A value as text; `None` if it is missing.
pub type Value<'a> = Option<Cow<'a, str>>;

/// A number in a form that every reader accepts: `2.0`, `1e300`.
pub fn number(value: f64) -> Cow<'static, str> {
    Cow::Owned(format!("{value:?}"))
}

pub fn truth(value: bool) -> Cow<'static, str> {
    Cow::Borrowed(if value { "true" } else { "false" })
}

/// A text; an empty text is a missing value.
pub fn text<'a>(value: impl Into<Cow<'a, str>>) -> Value<'a> {
    Some(value.into()).filter(|text| !text.is_empty())
}

/// One line for each of several texts; missing if all are empty.
pub fn lines<S: Borrow<str>>(texts: impl Iterator<Item = S>) -> Value<'static> {
    let lines = texts.collect::<Vec<S>>().join("\n");
    let is_empty = lines.bytes().all(|byte| byte == b'\n');
    (!is_empty).then_some(Cow::Owned(lines))
}
