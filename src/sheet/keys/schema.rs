//! The key table as [JSON Schema](https://json-schema.org/draft-07), for completion and checks in editors.
//!
//! Draft 7 is the latest that Taplo supports, which editor extensions use. Taplo passes a TOML date on as text, so a
//! date is a string with a pattern here, however the sheet writes it.

#![expect(
    clippy::indexing_slicing,
    reason = "indexing a JSON object by a new name adds the member"
)]

use serde_json::{Map, Value, json};

use super::key::{Key, Required, TableKeys};
use super::shape::Shape;
use super::tables::{DOCUMENT, DOSSIER, FIGURE, INFERRED, PARTICIPANT, SHEET};

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";
/// Anything but white space.
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
    let mut schema = object(&Map::from_iter(tables));
    schema["required"] = json!([DOCUMENT.name]);
    file("facts.toml", "The annotations of one readout.", schema)
}

/// The schema of `dossier.toml`, as JSON.
#[must_use]
pub fn dossier() -> String {
    file("dossier.toml", DOSSIER.meaning, table(&DOSSIER))
}

fn file(title: &str, description: &str, mut schema: Value) -> String {
    schema["$schema"] = json!(DRAFT);
    schema["title"] = json!(title);
    schema["description"] = json!(description);
    format!("{schema:#}\n")
}

/// A table of `facts.toml`, single or as a list.
fn top(schema: &TableKeys) -> Value {
    let mut one = table(schema);
    one["description"] = json!(schema.meaning);
    if schema.repeated {
        json!({ "type": "array", "description": schema.meaning, "items": one })
    } else {
        one
    }
}

/// An object with no other properties.
fn object(properties: &Map<String, Value>) -> Value {
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn table(table: &TableKeys) -> Value {
    table_with(table, |key| key.shape)
}

/// A table whose keys have the shapes that a function returns.
fn table_with(table: &TableKeys, shape: impl Fn(&Key) -> Shape) -> Value {
    let properties = table.keys.iter();
    let properties = properties.map(|key| (key.name.to_owned(), property(key, shape(key))));
    let mut schema = object(&properties.collect());
    let required = |when| -> Vec<&str> {
        let keys = table.keys.iter().filter(|key| key.required == when);
        keys.map(|key| key.name).collect()
    };
    let always = required(Required::Yes);
    if !always.is_empty() {
        schema["required"] = json!(always);
    }
    // A schema sees only one file of a folder, so either of the two sets is enough.
    let with = required(Required::WithWords);
    let without = required(Required::WithoutWords);
    if !with.is_empty() && !without.is_empty() {
        schema["anyOf"] = json!([{ "required": with }, { "required": without }]);
    }
    schema
}

/// A key: its description, its default, and the forms of its value.
fn property(key: &Key, shape: Shape) -> Value {
    let mut forms = forms(shape);
    if key.inferable {
        forms.push(table_with(&INFERRED, |part| match part.shape {
            Shape::Inferred => shape,
            other => other,
        }));
    }
    let mut property = match forms.as_slice() {
        [only] => only.clone(),
        _ => json!({ "oneOf": forms }),
    };
    property["description"] = json!(key.description());
    if let Some(default) = default(key) {
        property["default"] = default;
    }
    property
}

/// The default, if it is a value; most are described in words.
fn default(key: &Key) -> Option<Value> {
    match key.shape {
        Shape::Choice(words) => words.contains(&key.default).then(|| json!(key.default)),
        _ => serde_json::from_str(key.default).ok(),
    }
}

/// The forms of a value, which exclude each other.
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

/// The list of participants of each side.
fn sides() -> Value {
    let person = [text(Shape::Name), table(&PARTICIPANT)];
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
