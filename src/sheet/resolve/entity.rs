//! `[[entity]]`.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::Draft;
use super::names::Names;
use crate::diagnostic::{Place, with_article};
use crate::model::{Entity, Gazetteer, Post, Sort, Thing};
use crate::sheet::read::{Fields, is_slug};
use crate::sheet::report::Report;

/// Makes an entity's name known; one that contradicts the RDF files is noted.
pub(super) fn declare(fields: &Fields, gazetteer: &mut Gazetteer, report: &mut Report) {
    let Some((iri, sort, name)) = essentials(fields) else {
        return;
    };
    if let Some(known) = gazetteer.thing(&iri)
        && !known.sorts.contains(&sort)
    {
        let other = known
            .sorts
            .first()
            .map_or("something else", |sort| sort.word());
        let message = format!(
            "`{}` is {} here, but {} elsewhere",
            fields.text("id").unwrap_or_default(),
            with_article(&sort.word().to_lowercase()),
            with_article(&other.to_lowercase())
        );
        report.error("contradiction", fields.range_of("kind"), message);
    }
    let aliases = fields.list("aka").iter().map(|alias| alias.value.clone());
    gazetteer.add_thing(
        iri,
        Thing {
            sorts: [sort].into(),
            label: name.to_owned(),
            aliases: aliases.collect(),
            broader: Vec::new(),
        },
    );
}

fn essentials(fields: &Fields) -> Option<(NamedNode, Sort, &str)> {
    let kind = fields.text("kind")?;
    let sort = Sort::ALL.iter().find(|sort| sort.word() == kind)?;
    let slug = fields.text("id").filter(|slug| is_slug(slug))?;
    Some((sort.namespace().mint(slug), *sort, fields.text("name")?))
}

/// Makes known what lies right above an entity.
pub(super) fn place(entity: &Entity, gazetteer: &mut Gazetteer) {
    if let Some(whole) = &entity.part_of {
        gazetteer.put_below(&entity.iri, whole.clone());
    }
    if let Some(Post::Known(post)) = &entity.post {
        gazetteer.put_below(&entity.iri, post.clone());
    }
}

/// What sheets said about entities so far, so that contradictions are found, with both places.
#[derive(Default)]
pub(super) struct Declarations {
    known: BTreeMap<NamedNode, (Entity, Place)>,
}

impl Declarations {
    /// Resolves the entities of one sheet.
    pub(super) fn resolve(&mut self, draft: &mut Draft<'_>, gazetteer: &Gazetteer) {
        draft.document(gazetteer);
        for fields in &draft.written.fields.entities {
            let Some(entity) = entity(fields, gazetteer, &mut draft.report) else {
                continue;
            };
            self.hold_against_others(&entity, fields, &mut draft.report);
            draft.sheet.entities.push(entity);
        }
    }

    fn hold_against_others(&mut self, entity: &Entity, fields: &Fields, report: &mut Report) {
        let place = report.place(fields.range_of("id"));
        let Some((other, elsewhere)) = self.known.get(&entity.iri) else {
            self.known
                .insert(entity.iri.clone(), (entity.clone(), place));
            return;
        };
        for key in contradictions(entity, other) {
            let message = format!("`{key}` of this entity contradicts what {elsewhere} says");
            let hint = "say it once, or say the same in both places".to_owned();
            report.hinted("contradiction", fields.range_of(key), message, Some(hint));
        }
    }
}

/// The keys under which two statements about one entity differ; what only one of them says is no contradiction.
fn contradictions(a: &Entity, b: &Entity) -> Vec<&'static str> {
    fn differ<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
        matches!((a, b), (Some(a), Some(b)) if a != b)
    }
    [
        ("kind", a.sort != b.sort),
        ("name", a.name != b.name),
        ("part_of", differ(a.part_of.as_ref(), b.part_of.as_ref())),
        ("post", differ(a.post.as_ref(), b.post.as_ref())),
    ]
    .into_iter()
    .filter_map(|(key, differs)| differs.then_some(key))
    .collect()
}

fn entity(fields: &Fields, gazetteer: &Gazetteer, report: &mut Report) -> Option<Entity> {
    let (iri, sort, name) = essentials(fields)?;
    let mut names = Names::new(gazetteer, report);
    let part_of = names.key(fields, "part_of", wholes(sort));
    let post = fields
        .text("post")
        .map(|post| match gazetteer.resolve(post, &[Sort::Post]) {
            Ok(iri) => Post::Known(iri),
            Err(_) => Post::Text(post.to_owned()),
        });
    if post.is_some() && sort != Sort::Person {
        report.error(
            "wrong-sort",
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

/// Of what an entity of this sort can be part.
fn wholes(sort: Sort) -> &'static [Sort] {
    match sort {
        Sort::Good | Sort::Service => Sort::ITEMS,
        Sort::Sector => Sort::SECTORS,
        Sort::Topic => &[Sort::Topic],
        Sort::Place => Sort::PLACES,
        Sort::Event => Sort::EVENTS,
        Sort::Instrument => &[Sort::Instrument],
        _ => &[Sort::State, Sort::Region, Sort::Organization],
    }
}
