//! The key table as [JSON Schema](https://json-schema.org/draft-07), so that editors complete and check sheets.
//!
//! Draft 7 is the latest by which Taplo checks, on which the extensions of editors stand. It hands over a date of TOML
//! as its text, so a date is a text with a pattern here, however it is written.

use serde_json::{Map, Value, json};

use super::{DOCUMENT, DOSSIER, FIGURE, INFERRED, PARTICIPANT};
use super::{Key, Required, SHEET, Shape, Table};

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";
/// Anything but white space must stand in a text.
const NOT_BLANK: &str = "\\S";
const SLUG: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
const URL: &str = "^https?://[^\\s<>\"{}|\\\\^`]+$";
const LANGUAGE: &str = "^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$";
const SHA256: &str = "^[0-9A-Fa-f]{64}$";
/// A date of any precision.
const DATE: &str = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";

/// The schema of `facts.toml`, as JSON.
#[must_use]
pub fn facts() -> String {
    let tables = SHEET.map(|table| (table.name.to_owned(), top(table)));
    let mut schema = head("facts.toml", "What a person recorded from one readout.");
    schema.extend(closed(tables.into_iter().collect()));
    schema.insert("required".to_owned(), json!([DOCUMENT.name]));
    written(schema)
}

/// The schema of `dossier.toml`, as JSON.
#[must_use]
pub fn dossier() -> String {
    let mut schema = head("dossier.toml", DOSSIER.meaning);
    schema.extend(table(&DOSSIER));
    written(schema)
}

fn written(schema: Map<String, Value>) -> String {
    format!("{:#}\n", Value::Object(schema))
}

fn head(title: &str, description: &str) -> Map<String, Value> {
    members([
        ("$schema", json!(DRAFT)),
        ("title", json!(title)),
        ("description", json!(description)),
    ])
}

/// A table of `facts.toml`, once or as a list.
fn top(schema: &Table) -> Value {
    let mut one = members([("description", json!(schema.meaning))]);
    one.extend(table(schema));
    if schema.repeated {
        json!({ "type": "array", "description": schema.meaning, "items": one })
    } else {
        Value::Object(one)
    }
}

/// A table with exactly these keys.
fn closed(properties: Map<String, Value>) -> Map<String, Value> {
    members([
        ("type", json!("object")),
        ("properties", Value::Object(properties)),
        ("additionalProperties", json!(false)),
    ])
}

fn table(table: &Table) -> Map<String, Value> {
    with_keys(table, |key| property(key, forms(key.shape)))
}

fn with_keys(table: &Table, property: impl Fn(&Key) -> Value) -> Map<String, Value> {
    let properties = table.keys.iter();
    let properties = properties.map(|key| (key.name.to_owned(), property(key)));
    let mut schema = closed(properties.collect());
    let required = |when| -> Vec<&str> {
        let keys = table.keys.iter().filter(|key| key.required == when);
        keys.map(|key| key.name).collect()
    };
    let always = required(Required::Yes);
    if !always.is_empty() {
        schema.insert("required".to_owned(), json!(always));
    }
    // A schema knows one file, and not what lies beside it: the one or the other will do.
    let with = required(Required::WithWords);
    let without = required(Required::WithoutWords);
    if !with.is_empty() && !without.is_empty() {
        let either = json!([{ "required": with }, { "required": without }]);
        schema.insert("anyOf".to_owned(), either);
    }
    schema
}

/// A key: what it says, its default, and the forms that its value may have.
fn property(key: &Key, mut forms: Vec<Value>) -> Value {
    let mut property = members([("description", json!(key.told()))]);
    if let Some(default) = default(key) {
        property.insert("default".to_owned(), default);
    }
    if key.inferable {
        forms.push(inferred(key.shape));
    }
    property.extend(one_of(forms));
    Value::Object(property)
}

fn one_of(mut forms: Vec<Value>) -> Map<String, Value> {
    match (forms.pop(), forms.is_empty()) {
        (Some(Value::Object(only)), true) => only,
        (Some(last), _) => {
            forms.push(last);
            members([("oneOf", Value::Array(forms))])
        }
        (None, _) => Map::new(),
    }
}

/// A default that is a value; most are words for one.
fn default(key: &Key) -> Option<Value> {
    match key.shape {
        Shape::Choice(words) => words.contains(&key.default).then(|| json!(key.default)),
        _ => serde_json::from_str(key.default).ok(),
    }
}

/// A table that gives an inferred value and says why.
fn inferred(shape: Shape) -> Value {
    Value::Object(with_keys(&INFERRED, |key| match key.shape {
        Shape::Inferred => property(key, forms(shape)),
        own => property(key, forms(own)),
    }))
}

/// The forms of a value, of which it has exactly one.
fn forms(shape: Shape) -> Vec<Value> {
    match shape {
        Shape::Sides => vec![sides()],
        Shape::Figures => vec![json!({ "type": "array", "items": table(&FIGURE) })],
        Shape::Number => vec![json!({ "type": "number" })],
        Shape::Pair => vec![json!({
            "type": "array", "items": text(shape), "minItems": 2, "maxItems": 2
        })],
        _ if shape.takes_list() => {
            let fewest = usize::from(shape != Shape::NamesOrNone);
            let list = json!({ "type": "array", "items": text(shape), "minItems": fewest });
            vec![text(shape), list]
        }
        _ => vec![text(shape)],
    }
}

/// For each side those who were there.
fn sides() -> Value {
    let person = [text(Shape::Name), Value::Object(table(&PARTICIPANT))];
    let people = json!({ "type": "array", "items": { "oneOf": person } });
    json!({ "type": "object", "additionalProperties": people })
}

fn text(shape: Shape) -> Value {
    let pattern = match shape {
        Shape::Choice(words) => return json!({ "type": "string", "enum": words }),
        Shape::Url => URL.to_owned(),
        Shape::Slug => SLUG.to_owned(),
        Shape::Sha256 => SHA256.to_owned(),
        Shape::Language | Shape::Languages => LANGUAGE.to_owned(),
        Shape::Date => format!("^{DATE}$"),
        Shape::Period => format!("^{DATE}(/{DATE})?$"),
        _ => NOT_BLANK.to_owned(),
    };
    json!({ "type": "string", "pattern": pattern })
}

fn members<const N: usize>(members: [(&str, Value); N]) -> Map<String, Value> {
    let members = members.into_iter();
    members
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}
