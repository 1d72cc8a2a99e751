//! Where in the sheets stands what the graph tells, so that a rule can point at the line.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use oxigraph::model::{NamedNode, NamedNodeRef, TermRef};

use super::keys::{ACT, DOCUMENT, ENTITY, EVENT, Table};
use super::read::Fields;
use super::resolve::{entity, event};
use super::{ParsedSheet, ResolvedSheets};
use crate::diagnostic::{Place, SourceText};
use crate::vocab::slug;
use crate::vocab::{Namespace, bil};

/// The tables of the sheets, by the things of which they tell; of several that tell of one thing the first.
#[derive(Debug)]
pub struct SourceMap<'a> {
    tables: HashMap<NamedNode, Entry<'a>>,
}

#[derive(Debug, Clone, Copy)]
struct Entry<'a> {
    file: &'a Arc<SourceText>,
    fields: &'a Fields,
    schema: &'static Table,
}

impl<'a> SourceMap<'a> {
    pub(crate) fn of(reading: &'a ResolvedSheets) -> Self {
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

    fn sheet(&mut self, written: &'a ParsedSheet) {
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
        written: &'a ParsedSheet,
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

    /// Where a sheet tells of a thing: where its table begins.
    #[must_use]
    pub fn place(&self, thing: &NamedNode) -> Option<Place> {
        Some(self.tables.get(thing)?.place())
    }

    /// Where a sheet gives the figure or the inferred value of which a thing is made.
    #[must_use]
    pub fn place_of_part(&self, thing: &NamedNode) -> Option<Place> {
        let (owner, property) = owner(thing)?;
        let entry = self.tables.get(&owner)?;
        let key = entry.told(property.as_ref(), None);
        Some(key.unwrap_or_else(|| entry.place()))
    }

    /// Where a sheet tells this property of a thing: at its key, and in a list at the name that stands for the value.
    #[must_use]
    pub fn told(
        &self,
        thing: &NamedNode,
        property: NamedNodeRef<'_>,
        value: Option<TermRef<'_>>,
    ) -> Option<Place> {
        self.tables.get(thing)?.told(property, value)
    }
}

impl Entry<'_> {
    fn place(&self) -> Place {
        self.at(&self.fields.range)
    }

    fn told(&self, property: NamedNodeRef<'_>, value: Option<TermRef<'_>>) -> Option<Place> {
        let mut keys = self.schema.keys.iter();
        let key = keys.find(|key| key.becomes.contains(&property))?;
        let item = match value {
            Some(TermRef::NamedNode(value)) => {
                let name = slug(value);
                self.fields
                    .range_of_item(key.name, |written| is_name(written, name))
            }
            _ => None,
        };
        let range = item.or_else(|| self.fields.range_if_there(key.name))?;
        Some(self.at(&range))
    }

    fn at(&self, range: &Range<usize>) -> Place {
        Place::new(self.file, first_line(self.file, range))
    }
}

/// Whether what is written in a list is this name: as it is, behind a prefix or the rest of an IRI, or of an act of the
/// same sheet its end.
fn is_name(written: &str, name: &str) -> bool {
    let local = written.rsplit(['/', ':']).next().unwrap_or(written);
    let end = name.rsplit_once('.').map(|(_, end)| end);
    local == name || end == Some(local)
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
