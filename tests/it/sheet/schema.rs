//! The JSON Schema of sheets agrees with the table of keys. `tests/peers` validates sheets against it.

use std::collections::BTreeSet;

use bilateral::sheet::keys::{self, Key, Required, Shape, TableKeys};
use serde_json::Value;

use crate::support::program::stdout;

fn schema(file: &str) -> Value {
    serde_json::from_str(&stdout(&["schema", file])).unwrap()
}

fn names(list: &Value) -> BTreeSet<&str> {
    let items = list.as_array().into_iter().flatten();
    items.map(|name| name.as_str().unwrap()).collect()
}

fn required(table: &TableKeys, when: Required) -> BTreeSet<&'static str> {
    let keys = table.keys.iter().filter(|key| key.required == when);
    keys.map(|key| key.name).collect()
}

/// A table has its keys and no others, and requires those that are required.
#[track_caller]
fn agree(object: &Value, table: &TableKeys) {
    assert_eq!(object["type"], "object");
    assert_eq!(object["additionalProperties"], false);
    let properties = object["properties"].as_object().unwrap();
    let printed: BTreeSet<&str> = properties.keys().map(String::as_str).collect();
    assert_eq!(printed, table.keys.iter().map(|key| key.name).collect());
    assert_eq!(
        names(&object["required"]),
        required(table, Required::Yes),
        "{}",
        table.name
    );
    for key in table.keys {
        property(&properties[key.name], key);
    }
}

#[track_caller]
fn property(property: &Value, key: &Key) {
    assert_eq!(property["description"], key.description());
    if let Shape::Choice(words) = key.shape {
        let text = property.to_string();
        assert!(
            words
                .iter()
                .all(|word| text.contains(&format!("\"{word}\""))),
            "{text}"
        );
        let default = words.contains(&key.default).then_some(key.default);
        assert_eq!(property.get("default").and_then(Value::as_str), default);
    }
    let forms = property["oneOf"].as_array();
    let inferred = forms.and_then(|forms| forms.iter().find(|form| form["type"] == "object"));
    assert_eq!(inferred.is_some(), key.inferable, "{}", key.name);
    if let Some(inferred) = inferred {
        let printed = inferred["properties"].as_object().unwrap().keys();
        let printed: BTreeSet<&str> = printed.map(String::as_str).collect();
        assert_eq!(
            printed,
            keys::INFERRED.keys.iter().map(|key| key.name).collect()
        );
        assert_eq!(
            names(&inferred["required"]),
            required(&keys::INFERRED, Required::Yes)
        );
        assert_eq!(inferred["additionalProperties"], false);
    }
}

#[test]
fn sheet_schema_agrees_with_the_key_table() {
    let facts = schema("facts");
    let tables = facts["properties"].as_object().unwrap();
    let printed: BTreeSet<&str> = tables.keys().map(String::as_str).collect();
    assert_eq!(
        printed,
        keys::SHEET.iter().map(|table| table.name).collect()
    );
    assert_eq!(facts["additionalProperties"], false);
    assert_eq!(names(&facts["required"]), BTreeSet::from(["document"]));
    for table in keys::SHEET {
        let object = &tables[table.name];
        assert_eq!(object["description"], table.meaning);
        let object = if table.repeated {
            &object["items"]
        } else {
            object
        };
        agree(object, table);
    }
    let act = &tables["act"]["items"];
    agree(&act["properties"]["figures"]["items"], &keys::FIGURE);
    let sides = &tables["event"]["items"]["properties"]["sides"];
    let people = &sides["additionalProperties"]["items"]["oneOf"];
    agree(&people[1], &keys::PARTICIPANT);
    // With the words an act has a quote, without them a gist.
    let either = act["anyOf"].as_array().unwrap();
    let either: Vec<BTreeSet<&str>> = either.iter().map(|one| names(&one["required"])).collect();
    let needed = [Required::WithWords, Required::WithoutWords];
    assert_eq!(either, needed.map(|when| required(&keys::ACT, when)));
}

#[test]
fn dossier_schema_agrees_with_the_key_table() {
    let dossier = schema("dossier");
    agree(&dossier, &keys::DOSSIER);
    assert_eq!(
        dossier["properties"]["languages"]["default"],
        serde_json::json!(["en"])
    );
}

#[test]
fn schema_declares_its_draft() {
    for file in ["facts", "dossier"] {
        assert_eq!(
            schema(file)["$schema"],
            "http://json-schema.org/draft-07/schema#"
        );
    }
    assert_eq!(stdout(&["schema"]), stdout(&["schema", "facts"]));
}
