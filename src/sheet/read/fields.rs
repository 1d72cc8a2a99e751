//! The typed values of one table.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{Decimal, PartialDate, Period};
use crate::sheet::findings::Located;

/// A table of a sheet: typed values by key.
#[derive(Debug, Default)]
pub struct Fields {
    /// The bytes of the table, or of its header.
    pub range: Range<usize>,
    pub values: BTreeMap<&'static str, Field>,
    /// Keys whose values could not be read.
    pub misread: Vec<&'static str>,
}

/// A value, and the reason for it if it is inferred.
#[derive(Debug)]
pub struct Field {
    pub value: Value,
    pub range: Range<usize>,
    pub inference: Option<RawInference>,
}

/// The reason for an inferred value, as the sheet writes it.
#[derive(Debug, Clone)]
pub struct RawInference {
    pub because: String,
    pub printed: Option<Located<String>>,
    pub source: Option<String>,
}

/// A value of the shape that the key table asks for.
#[derive(Debug)]
pub enum Value {
    Text(Located<String>),
    List(Vec<Located<String>>),
    Date(PartialDate),
    Period(Period),
    Number(Decimal),
    Sides(Vec<RawSide>),
    Tables(Vec<Fields>),
}

/// One side of an event, as the sheet writes it.
#[derive(Debug)]
pub struct RawSide {
    pub actor: Located<String>,
    pub participants: Vec<RawParticipant>,
}

/// A participant, as the sheet writes it.
#[derive(Debug)]
pub struct RawParticipant {
    pub who: Located<String>,
    pub post: Option<Located<String>>,
}

/// Functions that return the value of a key if it has the type that the key table asks for.
macro_rules! accessors {
    ($($name:ident: $variant:ident($type:ty),)+) => {
        $(pub fn $name(&self, key: &str) -> Option<&$type> {
            match self.value(key)? {
                Value::$variant(value) => Some(value),
                _ => None,
            }
        })+
    };
}

impl Fields {
    pub fn has(&self, key: &str) -> bool {
        self.values.contains_key(key)
    }

    /// Whether the table has a key with a value that could not be read.
    pub fn is_misread(&self, key: &str) -> bool {
        self.misread.contains(&key)
    }

    /// The bytes of a key's value; those of the table if it has no such key.
    pub fn range_of(&self, key: &str) -> &Range<usize> {
        self.value_range(key).unwrap_or(&self.range)
    }

    /// The bytes of a key's value.
    pub fn value_range(&self, key: &str) -> Option<&Range<usize>> {
        self.values.get(key).map(|field| &field.range)
    }

    /// The bytes of the first name in a key's value that fulfils a condition.
    pub fn name_range(&self, key: &str, fulfils: impl Fn(&str) -> bool) -> Option<&Range<usize>> {
        let names: Vec<&Located<String>> = match self.value(key)? {
            Value::List(names) => names.iter().collect(),
            Value::Sides(sides) => sides.iter().flat_map(RawSide::names).collect(),
            _ => return None,
        };
        let name = names.into_iter().find(|name| fulfils(&name.value))?;
        Some(&name.range)
    }

    pub fn text(&self, key: &str) -> Option<&str> {
        self.located(key).map(|text| text.value.as_str())
    }

    /// The texts of a key; none if the table has no such key.
    pub fn list(&self, key: &str) -> &[Located<String>] {
        self.texts(key).map_or(&[], Vec::as_slice)
    }

    accessors! {
        located: Text(Located<String>),
        texts: List(Vec<Located<String>>),
        date: Date(PartialDate),
        period: Period(Period),
        number: Number(Decimal),
        sides: Sides(Vec<RawSide>),
        tables: Tables(Vec<Self>),
    }

    /// The reason for the value of a key, if it is inferred.
    pub fn inference(&self, key: &str) -> Option<&RawInference> {
        self.values.get(key)?.inference.as_ref()
    }

    fn value(&self, key: &str) -> Option<&Value> {
        self.values.get(key).map(|field| &field.value)
    }
}

impl RawSide {
    /// The side, and its participants.
    fn names(&self) -> impl Iterator<Item = &Located<String>> {
        let people = self.participants.iter().map(|participant| &participant.who);
        [&self.actor].into_iter().chain(people)
    }
}
