//! Where the sheets say what the graph says, so that a rule can point at the line.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use oxigraph::model::{NamedNode, NamedNodeRef, TermRef};

use super::keys::{ACT, DOCUMENT, ENTITY, EVENT, TableKeys};
use super::read::Fields;
use super::resolve::{Declaration, ResolvedSheets, declarations};
use crate::diagnostic::{Place, SourceText};
use crate::model::EntityKind;
use crate::vocab::{Namespace, bil, slug};

/// The tables of the sheets by the entities that they describe; of several tables for one entity, the first.
#[derive(Debug)]
pub struct SourceMap<'a> {
    tables: HashMap<NamedNode, Entry<'a>>,
}

#[derive(Debug, Clone, Copy)]
struct Entry<'a> {
    file: &'a Arc<SourceText>,
    fields: &'a Fields,
    schema: &'static TableKeys,
}

impl<'a> SourceMap<'a> {
    /// The tables of all sheets.
    #[must_use]
    pub fn new(resolved: &'a ResolvedSheets) -> Self {
        let mut tables = HashMap::new();
        let sheets = resolved.sheets.iter().zip(&resolved.act_tables);
        for (parsed, (sheet, act_tables)) in resolved.parsed.sheets().zip(sheets) {
            let file = &parsed.file;
            let mut add = |entity: NamedNode, fields, schema| {
                let entry = Entry {
                    file,
                    fields,
                    schema,
                };
                tables.entry(entity).or_insert(entry);
            };
            let (slug, fields) = (&parsed.slug, &parsed.fields);
            add(Namespace::Readout.mint(slug), &fields.document, &DOCUMENT);
            for Declaration { iri, kind, fields } in declarations(parsed) {
                match kind {
                    Some(EntityKind::Event) => add(iri, fields, &EVENT),
                    Some(_) => add(iri, fields, &ENTITY),
                    None => {}
                }
            }
            for (act, table) in sheet.acts.iter().zip(act_tables) {
                if let Some(fields) = fields.acts.get(*table) {
                    add(act.iri.clone(), fields, &ACT);
                }
            }
        }
        Self { tables }
    }

    /// The first line of the table that describes an entity.
    #[must_use]
    pub fn place(&self, entity: &NamedNode) -> Option<Place> {
        Some(self.tables.get(entity)?.place())
    }

    /// The value from which a figure or an inference was minted; if it is unknown, the table of the owner.
    #[must_use]
    pub fn place_of_part(&self, part: &NamedNode) -> Option<Place> {
        let (owner, property) = owner(part)?;
        let entry = self.tables.get(&owner)?;
        let value = entry.place_of(property, None);
        Some(value.unwrap_or_else(|| entry.place()))
    }

    /// The value of the key that became a property of an entity; in a list, the name of the property's value.
    #[must_use]
    pub fn place_of(
        &self,
        entity: &NamedNode,
        property: NamedNodeRef<'_>,
        value: Option<TermRef<'_>>,
    ) -> Option<Place> {
        self.tables.get(entity)?.place_of(property, value)
    }
}

impl Entry<'_> {
    fn place(&self) -> Place {
        self.at(&self.fields.range)
    }

    fn place_of(&self, property: NamedNodeRef<'_>, value: Option<TermRef<'_>>) -> Option<Place> {
        let mut keys = self.schema.keys.iter();
        let key = keys.find(|key| key.becomes.contains(&property))?.name;
        let name_range = match value {
            Some(TermRef::NamedNode(value)) => self
                .fields
                .name_range(key, |written| is_name(written, slug(value))),
            _ => None,
        };
        let range = name_range.or_else(|| self.fields.value_range(key))?;
        Some(self.at(range))
    }

    /// The first line of a range: a whole table is too long to show.
    fn at(&self, range: &Range<usize>) -> Place {
        let line = self.file.slice(range.clone()).lines().next();
        let end = range.start + line.map_or(0, |line| line.trim_end().len());
        Place::new(self.file, range.start..end)
    }
}

/// Whether a list names an entity by this slug: as it is, after a prefix, as the end of an IRI, or as an act of the same
/// sheet by its id.
fn is_name(written: &str, slug: &str) -> bool {
    let local = written.rsplit(['/', ':']).next().unwrap_or(written);
    let id = slug.rsplit_once('.').map(|(_, id)| id);
    local == slug || id == Some(local)
}

/// The node to which a figure or an inference belongs, and the property whose value it is.
fn owner(part: &NamedNode) -> Option<(NamedNode, NamedNodeRef<'static>)> {
    let iri = part.as_str();
    let (owner, property) = if let Some((owner, _)) = iri.rsplit_once(".figure-") {
        (owner, bil::FIGURE)
    } else {
        let (owner, local) = iri.rsplit_once(".inferred-")?;
        let keys = [&ACT, &EVENT].into_iter().flat_map(|table| table.keys);
        let mut properties = keys.flat_map(|key| key.becomes);
        (
            owner,
            *properties.find(|property| slug(**property) == local)?,
        )
    };
    Some((NamedNode::new_unchecked(owner), property))
}
