//! What formats without lists or objects say of a node or an edge: a row of typed values.

use std::borrow::Cow;

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Number,
    Truth,
}

impl Kind {
    /// The word for it in GraphML and in GEXF, whose types are those of XML Schema and of Java.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Number => "double",
            Self::Truth => "boolean",
        }
    }
}

/// A value's name, its type, and what it means.
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

/// A value, as text; `None` where there is nothing to say.
pub type Value<'a> = Option<Cow<'a, str>>;

/// A number as every reader takes it: `2.0`, `1e300`.
pub fn number(value: f64) -> Cow<'static, str> {
    Cow::Owned(format!("{value:?}"))
}

pub fn truth(value: bool) -> Cow<'static, str> {
    Cow::Borrowed(if value { "true" } else { "false" })
}

/// A text; an empty one says nothing.
pub fn text<'a>(value: impl Into<Cow<'a, str>>) -> Value<'a> {
    Some(value.into()).filter(|text| !text.is_empty())
}

/// One line for each of several; nothing where all are empty.
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
