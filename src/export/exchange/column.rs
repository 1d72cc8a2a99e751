//! The typed attributes of a node or an edge, for formats without lists or objects.

use std::borrow::Cow;

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Number,
    Truth,
}

impl Kind {
    /// Its name in GraphML and GEXF, whose types are those of XML Schema and Java.
    pub(crate) const fn word(self) -> &'static str {
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
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) meaning: &'static str,
}

impl Column {
    pub(crate) const fn text(name: &'static str, meaning: &'static str) -> Self {
        let kind = Kind::Text;
        Self {
            name,
            kind,
            meaning,
        }
    }

    pub(crate) const fn number(name: &'static str, meaning: &'static str) -> Self {
        let kind = Kind::Number;
        Self {
            name,
            kind,
            meaning,
        }
    }

    pub(crate) const fn truth(name: &'static str, meaning: &'static str) -> Self {
        let kind = Kind::Truth;
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
pub fn lines<S: AsRef<str>>(several: impl Iterator<Item = S>) -> Value<'static> {
    let mut text = String::new();
    for (number, line) in several.enumerate() {
        if number > 0 {
            text.push('\n');
        }
        text.push_str(line.as_ref());
    }
    let says_something = text.bytes().any(|byte| byte != b'\n');
    says_something.then_some(Cow::Owned(text))
}
