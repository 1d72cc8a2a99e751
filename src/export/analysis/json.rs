//! Tables as JSON: each a list of objects, or one object for the network as a whole; an undefined value is null.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::network::analysis::{Note, Table, Value};

/// Writes tables as one JSON object, with the title, and with undefined measures and the reasons.
pub fn write(title: &str, tables: &[Table], out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &All { title, tables })?;
    writeln!(out)
}

struct All<'a> {
    title: &'a str,
    tables: &'a [Table],
}

impl Serialize for All<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("title", self.title)?;
        for table in self.tables {
            let name = table.name.replace('-', "_");
            let rows: Vec<Object<'_>> =
                table.rows.iter().map(|row| Object { table, row }).collect();
            match rows.as_slice() {
                [only]
                    if table.name == "network"
                        && !table.columns.iter().any(|name| name == "year") =>
                {
                    map.serialize_entry(&name, only)?;
                }
                rows => map.serialize_entry(&name, rows)?,
            }
        }
        let notes = self.tables.iter().flat_map(|table| &table.notes);
        map.serialize_entry("notes", &notes.map(Note::to_string).collect::<Vec<_>>())?;
        map.end()
    }
}

/// A row with the names of its columns.
struct Object<'a> {
    table: &'a Table,
    row: &'a [Option<Value>],
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cells = self.row.iter().map(|value| value.as_ref().map(Cell));
        serializer.collect_map(self.table.columns.iter().zip(cells))
    }
}

struct Cell<'a>(&'a Value);

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Count(count) => serializer.serialize_u64(*count),
            Value::Number(number) => serializer.serialize_f64(*number),
            Value::Truth(truth) => serializer.serialize_bool(*truth),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Name(name) => serializer.serialize_str(name.as_str()),
        }
    }
}
