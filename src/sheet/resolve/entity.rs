//! `[[entity]]`.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::draft::Draft;
use super::field_resolver::FieldResolver;
use crate::diagnostic::{Code, Place};
use crate::model::{EntityKind, NameIndex, Post, SheetEntity};
use crate::sheet::findings::Findings;
use crate::sheet::keys::is_slug;
use crate::sheet::read::Fields;

/// The kind of an entity, if its table has a readable one.
pub fn kind(fields: &Fields) -> Option<EntityKind> {
    let word = fields.text("kind")?;
    let mut kinds = EntityKind::ALL.iter().copied();
    kinds.find(|kind| kind.word() == word)
}

/// The IRI of an entity, if its table has a readable kind and slug.
pub fn iri(fields: &Fields) -> Option<NamedNode> {
    Some(kind(fields)?.namespace().mint(fields.text("id")?))
}

/// The kinds of entity that can have a part of this kind.
pub fn kinds_of_whole(kind: EntityKind) -> &'static [EntityKind] {
    match kind {
        EntityKind::Good | EntityKind::Service => EntityKind::ITEMS,
        EntityKind::Sector => EntityKind::SECTORS,
        EntityKind::Topic => &[EntityKind::Topic],
        EntityKind::Place => EntityKind::PLACES,
        EntityKind::Event => EntityKind::EVENTS,
        EntityKind::Instrument => &[EntityKind::Instrument],
        _ => &[
            EntityKind::State,
            EntityKind::Region,
            EntityKind::Organization,
        ],
    }
}

/// Adds to the index what an entity is part of, and the post that it holds.
pub fn add_broader(entity: &SheetEntity, name_index: &mut NameIndex) {
    if let Some(whole) = &entity.part_of {
        name_index.add_broader(&entity.iri, whole.clone());
    }
    if let Some(Post::Known(post)) = &entity.post {
        name_index.add_broader(&entity.iri, post.clone());
    }
}

/// The keys under which two sheets may contradict each other on an entity.
const COMPARED: [&str; 6] = ["kind", "name", "in_text", "short_name", "part_of", "post"];

/// What the sheets said about entities so far: a contradiction is reported with both places.
#[derive(Default)]
pub struct EntityCheck {
    /// Each entity, and the place of each of the [`COMPARED`] keys.
    entities: BTreeMap<NamedNode, (SheetEntity, [Place; COMPARED.len()])>,
}

impl EntityCheck {
    /// Resolves the entities of one sheet.
    pub fn resolve(&mut self, draft: &mut Draft<'_>, name_index: &NameIndex) {
        for fields in &draft.parsed.fields.entities {
            if let Some(entity) = entity(&mut draft.resolver(fields, name_index)) {
                self.compare(&entity, fields, &mut draft.findings);
                draft.sheet.entities.push(entity);
            }
        }
    }

    fn compare(&mut self, entity: &SheetEntity, fields: &Fields, findings: &mut Findings) {
        let Some((first, places)) = self.entities.get(&entity.iri) else {
            let places = COMPARED.map(|key| findings.place(fields.range_of(key)));
            self.entities
                .insert(entity.iri.clone(), (entity.clone(), places));
            return;
        };
        let differs = [
            entity.kind != first.kind,
            entity.name != first.name,
            differ(entity.in_text.as_ref(), first.in_text.as_ref()),
            differ(entity.short_name.as_ref(), first.short_name.as_ref()),
            differ(entity.part_of.as_ref(), first.part_of.as_ref()),
            differ(entity.post.as_ref(), first.post.as_ref()),
        ];
        for ((key, place), differs) in COMPARED.iter().zip(places).zip(differs) {
            if differs {
                let message = format!("`{key}` of this entity contradicts what {place} says");
                findings.contradiction(fields.range_of(key), message);
            }
        }
    }
}

/// Whether two values differ; a missing one contradicts none.
fn differ<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

fn entity(resolver: &mut FieldResolver<'_>) -> Option<SheetEntity> {
    let fields = resolver.fields;
    let (iri, kind, name) = (iri(fields)?, kind(fields)?, fields.text("name")?);
    let part_of = resolver.name("part_of", kinds_of_whole(kind));
    let post = post(resolver);
    if post.is_some() && kind != EntityKind::Person {
        resolver.refuse("post", Code::WrongSort, "only a Person holds a post");
    }
    let aliases = fields.list("aka").iter();
    Some(SheetEntity {
        iri,
        kind,
        name: name.to_owned(),
        in_text: fields.text("in_text").map(str::to_owned),
        short_name: fields.text("short_name").map(str::to_owned),
        aliases: aliases.map(|alias| alias.value.clone()).collect(),
        part_of,
        post,
    })
}

/// A post by its name, or in words; a text that looks like a name must be one.
fn post(resolver: &mut FieldResolver<'_>) -> Option<Post> {
    let post = resolver.fields.text("post")?;
    if is_slug(post) || resolver.index.knows(post) {
        resolver.name("post", &[EntityKind::Post]).map(Post::Known)
    } else {
        Some(Post::Text(post.to_owned()))
    }
}
