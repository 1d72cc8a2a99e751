//! Where in the sheets stands what the graph tells, so that a rule can point at the line.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use oxigraph::model::{NamedNode, NamedNodeRef};

use super::keys::{ACT, DOCUMENT, ENTITY, EVENT, Table};
use super::read::Fields;
use super::resolve::{entity, event};
use super::{Reading, WrittenSheet};
use crate::diagnostic::{Place, SourceText};
use crate::model::slug;
use crate::vocab::{Namespace, bil};

/// The tables of the sheets, by the things of which they tell; of several that tell of one thing the first.
#[derive(Debug)]
pub struct Places<'a> {
    tables: HashMap<NamedNode, Entry<'a>>,
}

#[derive(Debug, Clone, Copy)]
struct Entry<'a> {
    file: &'a Arc<SourceText>,
    fields: &'a Fields,
    schema: &'static Table,
}

impl<'a> Places<'a> {
    pub(super) fn of(reading: &'a Reading) -> Self {
        let mut places = Self {
            tables: HashMap::new(),
        };
        let sheets = reading.written.sheets();
        for (written, (sheet, tables)) in sheets.zip(reading.sheets.iter().zip(&reading.act_tables))
        {
            places.sheet(written);
            for (act, table) in sheet.acts.iter().zip(tables) {
                if let Some(fields) = written.fields.acts.get(*table) {
                    places.add(act.iri.clone(), written, fields, &ACT);
                }
            }
        }
        places
    }

    fn sheet(&mut self, written: &'a WrittenSheet) {
        let fields = &written.fields;
        let readout = Namespace::Readout.mint(&written.slug);
        self.add(readout, written, &fields.document, &DOCUMENT);
        for told in &fields.events {
            self.add(event::iri(told, &written.slug), written, told, &EVENT);
        }
        for told in &fields.entities {
            if let Some(iri) = entity::iri(told) {
                self.add(iri, written, told, &ENTITY);
            }
        }
    }

    fn add(
        &mut self,
        thing: NamedNode,
        written: &'a WrittenSheet,
        fields: &'a Fields,
        schema: &'static Table,
    ) {
        let entry = Entry {
            file: &written.file,
            fields,
            schema,
        };
        self.tables.entry(thing).or_insert(entry);
    }

    /// Where a sheet tells of a thing, and of this property of it: at its key, else where its table begins.
    #[must_use]
    pub fn place(&self, thing: &NamedNode, property: Option<NamedNodeRef<'_>>) -> Option<Place> {
        if let Some(entry) = self.tables.get(thing) {
            return Some(entry.place(property));
        }
        let (owner, part) = owner(thing)?;
        let entry = self.tables.get(&owner)?;
        Some(entry.place(Some(part.as_ref())))
    }
}

impl Entry<'_> {
    fn place(&self, property: Option<NamedNodeRef<'_>>) -> Place {
        let becomes = |property| {
            let mut keys = self.schema.keys.iter();
            keys.find(|key| key.becomes.contains(&property))
        };
        let range = match property.and_then(becomes) {
            Some(key) => self.fields.range_of(key.name),
            None => self.fields.range.clone(),
        };
        Place::new(self.file, first_line(self.file, &range))
    }
}

/// A table that is given whole is told by its first line.
fn first_line(file: &SourceText, range: &Range<usize>) -> Range<usize> {
    let text = file.text().get(range.clone()).unwrap_or_default();
    let line = text.lines().next().unwrap_or_default();
    range.start..range.start + line.trim_end().len()
}

/// The thing of which a figure or an inference is minted, and the property by which it has it.
fn owner(part: &NamedNode) -> Option<(NamedNode, NamedNode)> {
    let iri = part.as_str();
    let (owner, property) = if let Some((owner, _)) = iri.rsplit_once(".figure-") {
        (owner, bil::FIGURE.into_owned())
    } else {
        let (owner, property) = iri.rsplit_once(".inferred-")?;
        (owner, inferred(property)?)
    };
    Some((NamedNode::new_unchecked(owner), property))
}

/// The inferable property with this local name.
fn inferred(local: &str) -> Option<NamedNode> {
    let keys = [&ACT, &EVENT].into_iter().flat_map(|table| table.keys);
    let mut properties = keys.flat_map(|key| key.becomes);
    let property = properties.find(|property| slug(**property) == local)?;
    Some(property.into_owned())
}
