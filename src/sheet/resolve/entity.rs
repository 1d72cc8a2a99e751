//! `[[entity]]`.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::Draft;
use super::names::Names;
use crate::diagnostic::{Code, Place};
use crate::model::{Entity, EntityKind, NameIndex, NamedEntity, Post};
use crate::sheet::is_slug;
use crate::sheet::read::Fields;
use crate::sheet::report::Report;
use crate::vocab::Namespace;

/// Notes what contradicts the RDF files.
pub fn hold_against_rdf(fields: &Fields, name_index: &NameIndex, report: &mut Report) {
    if let (Some(slug), Some(sort)) = (fields.text("id"), sort(fields)) {
        super::hold_against_rdf(
            &sort.namespace().mint(slug),
            sort,
            fields,
            name_index,
            report,
        );
    }
}

/// Makes an entity's name known; one whose kind could not be read may be anything, so that its uses are no
/// mistakes, too.
pub fn declare(fields: &Fields, name_index: &mut NameIndex) {
    let Some(slug) = fields.text("id") else {
        return;
    };
    let sort = sort(fields);
    let iri = sort.map_or(Namespace::Id, EntityKind::namespace).mint(slug);
    let aliases = fields.list("aka").iter().map(|alias| alias.value.clone());
    name_index.add_entity(
        iri,
        NamedEntity {
            kinds: sort.map_or_else(
                || EntityKind::ALL.iter().copied().collect(),
                |sort| [sort].into(),
            ),
            label: fields.text("name").unwrap_or(slug).to_owned(),
            aliases: aliases.collect(),
            broader: Vec::new(),
        },
    );
}

/// The IRI of an entity, where its table says what it is and what its slug is.
pub fn iri(fields: &Fields) -> Option<NamedNode> {
    Some(sort(fields)?.namespace().mint(fields.text("id")?))
}

fn sort(fields: &Fields) -> Option<EntityKind> {
    let kind = fields.text("kind")?;
    EntityKind::ALL
        .iter()
        .copied()
        .find(|sort| sort.word() == kind)
}

fn essentials(fields: &Fields) -> Option<(NamedNode, EntityKind, &str)> {
    Some((iri(fields)?, sort(fields)?, fields.text("name")?))
}

/// Makes known what lies right above an entity.
pub fn place(entity: &Entity, name_index: &mut NameIndex) {
    if let Some(whole) = &entity.part_of {
        name_index.put_below(&entity.iri, whole.clone());
    }
    if let Some(Post::Known(post)) = &entity.post {
        name_index.put_below(&entity.iri, post.clone());
    }
}

/// An entity and that of which its table says that it is a part.
pub fn whole(fields: &Fields, name_index: &NameIndex) -> Option<(NamedNode, NamedNode)> {
    let (iri, sort, _) = essentials(fields)?;
    let whole = name_index.resolve(fields.text("part_of")?, wholes(sort));
    Some((iri, whole.ok()?))
}

/// What sheets said about entities so far, so that contradictions are found, with both places.
#[derive(Default)]
pub struct Declarations {
    /// Each entity, and where what is said under each key of [`COMPARED`] stands.
    known: BTreeMap<NamedNode, (Entity, Vec<Place>)>,
}

/// The keys under which two sheets may contradict each other on an entity.
const COMPARED: [&str; 4] = ["kind", "name", "part_of", "post"];

impl Declarations {
    /// Resolves the entities of one sheet.
    pub(crate) fn resolve(&mut self, draft: &mut Draft<'_>, name_index: &NameIndex) {
        for fields in &draft.written.fields.entities {
            let Some(entity) = entity(fields, name_index, &mut draft.report) else {
                continue;
            };
            self.hold_against_others(&entity, fields, &mut draft.report);
            draft.sheet.entities.push(entity);
        }
    }

    fn hold_against_others(&mut self, entity: &Entity, fields: &Fields, report: &mut Report) {
        let places = COMPARED.map(|key| report.place(fields.range_of(key)));
        let Some((other, elsewhere)) = self.known.get(&entity.iri) else {
            let known = (entity.clone(), places.into());
            self.known.insert(entity.iri.clone(), known);
            return;
        };
        let compared = COMPARED.into_iter().zip(elsewhere);
        let compared = compared.zip(contradictions(entity, other));
        for ((key, place), _) in compared.filter(|(_, differs)| *differs) {
            let message = format!("`{key}` of this entity contradicts what {place} says");
            let hint = "say it once, or say the same in both places".to_owned();
            report.hinted(
                Code::Contradiction,
                fields.range_of(key),
                message,
                Some(hint),
            );
        }
    }
}

/// Whether two statements about one entity differ under each key of [`COMPARED`]; what only one of them says is no
/// contradiction.
fn contradictions(a: &Entity, b: &Entity) -> [bool; COMPARED.len()] {
    fn differ<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
        matches!((a, b), (Some(a), Some(b)) if a != b)
    }
    [
        a.sort != b.sort,
        a.name != b.name,
        differ(a.part_of.as_ref(), b.part_of.as_ref()),
        differ(a.post.as_ref(), b.post.as_ref()),
    ]
}

fn entity(fields: &Fields, name_index: &NameIndex, report: &mut Report) -> Option<Entity> {
    let (iri, sort, name) = essentials(fields)?;
    let mut names = Names::new(name_index, report);
    let part_of = names.key(fields, "part_of", wholes(sort));
    let post = post(fields, &mut names);
    if post.is_some() && sort != EntityKind::Person {
        report.error(
            Code::WrongSort,
            fields.range_of("post"),
            "only a Person holds a post",
        );
    }
    Some(Entity {
        iri,
        sort,
        name: name.to_owned(),
        aliases: fields
            .list("aka")
            .iter()
            .map(|alias| alias.value.clone())
            .collect(),
        part_of,
        post,
    })
}

/// A post by its name, or in words; what looks like a name must be one.
fn post(fields: &Fields, names: &mut Names<'_>) -> Option<Post> {
    let post = fields.located("post")?;
    if is_slug(&post.value) || names.name_index.knows(&post.value) {
        names.one(&post, &[EntityKind::Post]).map(Post::Known)
    } else {
        Some(Post::Text(post.value))
    }
}

/// Of what an entity of this sort can be part.
fn wholes(sort: EntityKind) -> &'static [EntityKind] {
    match sort {
        EntityKind::Good | EntityKind::Service => EntityKind::ITEMS,
        EntityKind::Sector => EntityKind::SECTORS,
        EntityKind::Topic => &[EntityKind::Topic],
        EntityKind::Place => EntityKind::PLACES,
        EntityKind::Instrument => &[EntityKind::Instrument],
        _ => &[
            EntityKind::State,
            EntityKind::Region,
            EntityKind::Organization,
        ],
    }
}
