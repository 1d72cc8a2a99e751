//! Everything else with an IRI: actors, posts, places, sectors, items, topics, instruments, properties.

use std::collections::BTreeSet;

use super::statements::Statements;
use super::terms::{Id, Literal};
use crate::model::EntityKind;
use crate::vocab::bil;
use crate::vocab::w3c::{org, owl, rdf, rdfs, skos};

/// The main facts about a node; [`Records::statements`](super::Records::statements) has all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entity {
    /// The node.
    pub id: Id,
    /// Its kind, if it is one of ours.
    pub kind: Option<EntityKind>,
    /// Its classes.
    pub classes: Vec<Id>,
    /// Its labels in all languages.
    pub labels: Vec<Literal>,
    /// Its other names.
    pub other_names: Vec<Literal>,
    /// What is directly above it: the whole of a part, the body of a member, the actor of a post, the broader concept.
    pub wholes: Vec<Id>,
    /// What is directly below it.
    pub parts: Vec<Id>,
    /// The posts that a person holds.
    pub posts: Vec<Id>,
    /// The people who hold a post.
    pub holders: Vec<Id>,
    /// Other IRIs of the same entity.
    pub same_as: Vec<Id>,
}

/// From a part to its whole.
const WHOLES: [oxigraph::model::NamedNodeRef<'static>; 4] =
    [bil::PART_OF, bil::MEMBER_OF, org::POST_IN, skos::BROADER];

impl Entity {
    /// `None` if the graph says nothing about the node.
    pub(super) fn read(id: Id, statements: &Statements) -> Option<Self> {
        statements.of_subject(id).next()?;
        let wholes = WHOLES
            .iter()
            .flat_map(|property| statements.nodes(id, *property));
        let parts = WHOLES
            .iter()
            .flat_map(|property| statements.subjects(*property, id));
        let classes: Vec<Id> = statements.nodes(id, rdf::TYPE).collect();
        Some(Self {
            id,
            kind: kind(&classes, statements),
            labels: statements.literals(id, rdfs::LABEL).cloned().collect(),
            other_names: statements.literals(id, skos::ALT_LABEL).cloned().collect(),
            wholes: statements.by_name(wholes),
            parts: statements.by_name(parts),
            posts: statements.by_name(statements.nodes(id, org::HOLDS)),
            holders: statements.by_name(statements.subjects(org::HOLDS, id)),
            same_as: same_as(id, statements).collect(),
            classes,
        })
    }
}

/// The first of some classes that is one of ours.
pub fn kind(classes: &[Id], statements: &Statements) -> Option<EntityKind> {
    let mut named = classes
        .iter()
        .filter_map(|class| statements.terms().named(*class));
    named.find_map(EntityKind::of_class)
}

/// Other IRIs of the same entity, stated in either direction.
fn same_as(id: Id, statements: &Statements) -> impl Iterator<Item = Id> {
    let named = statements.nodes(id, owl::SAME_AS);
    named.chain(statements.subjects(owl::SAME_AS, id))
}

/// A node, everything narrower (the sub-sectors of a sector, the kinds of a good), and other IRIs of these.
pub fn within(id: Id, statements: &Statements) -> BTreeSet<Id> {
    Statements::closure([id], |node| {
        same_as(node, statements).chain(statements.subjects(skos::BROADER, node))
    })
}

/// What is directly above an actor: the whole of a part, the body of a member, the post of a person, the actor of a
/// post.
pub fn above(id: Id, statements: &Statements) -> BTreeSet<Id> {
    let properties = [bil::PART_OF, bil::MEMBER_OF, org::HOLDS, org::POST_IN];
    let direct = properties
        .into_iter()
        .flat_map(|property| statements.nodes(id, property));
    let memberships = statements.subjects(org::MEMBER, id);
    let bodies = memberships.flat_map(|membership| statements.nodes(membership, org::ORGANIZATION));
    direct.chain(bodies).collect()
}
