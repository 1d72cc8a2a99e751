//! Wholes of entities and bodies of people; broader sectors, items and topics.

use oxigraph::model::NamedNodeRef;

use super::classes::Classes;
use super::links::{Closure, Links, Nodes};
use super::statements::{DerivedGraph, Node, Statements};
use crate::vocab::bil::{self, class, derived};
use crate::vocab::w3c::{org, schema, skos};

/// A node that can be part of another.
const ENTITIES: [NamedNodeRef<'static>; 8] = [
    class::ACTOR,
    class::EVENT,
    class::INSTRUMENT,
    class::ITEM,
    class::SECTOR,
    class::TOPIC,
    org::POST,
    schema::PLACE,
];

/// The properties that lead to such entities, even to undescribed ones.
const LEADS_TO_ENTITIES: [NamedNodeRef<'static>; 6] = [
    bil::ITEM,
    bil::MEMBER_OF,
    bil::PLACE,
    bil::SECTOR,
    org::ORGANIZATION,
    org::POST_IN,
];

/// Wholes and bodies.
pub struct Wholes<'a> {
    entities: Nodes<'a>,
    above: Closure<'a>,
    bodies: Links<'a>,
    /// The sectors, items and topics of acts, each with the property for the closure over broader ones.
    subjects: [(NamedNodeRef<'static>, Links<'a>); 3],
}

impl<'a> Wholes<'a> {
    pub fn of(statements: &Statements<'a>, classes: &Classes<'a>) -> Self {
        let links = || [bil::PART_OF, skos::BROADER].map(|property| statements.links(property));
        let ends = links().into_iter().flatten();
        let ends = ends.flat_map(|(part, whole)| [part, whole]);
        let typed = classes.typed().map(|(node, _)| node);
        let typed = typed.filter(|node| classes.is_any_of(*node, &ENTITIES));
        let named = LEADS_TO_ENTITIES.into_iter();
        let named = named.flat_map(|property| statements.links(property).map(|(_, entity)| entity));
        let of_acts = |property| {
            let links = statements.links(property);
            links.filter(|(act, _)| classes.is_any_of(*act, &[class::ACT]))
        };
        let is_topic = |(_, about): &(_, _)| classes.is_any_of(*about, &[class::TOPIC]);
        Self {
            entities: typed.chain(ends).chain(named).collect(),
            above: Closure::of(&Links::of(links().into_iter().flatten())),
            bodies: bodies(statements),
            subjects: [
                (derived::SECTOR_OR_BROADER, Links::of(of_acts(bil::SECTOR))),
                (derived::ITEM_OR_BROADER, Links::of(of_acts(bil::ITEM))),
                (
                    derived::TOPIC_OR_BROADER,
                    Links::of(of_acts(bil::ABOUT).filter(is_topic)),
                ),
            ],
        }
    }

    /// A node and everything that it is within.
    pub fn above<'b>(&'b self, node: &'b Node<'a>) -> &'b [Node<'a>] {
        self.above.or_above(node)
    }

    pub fn write(&self, graph: &mut DerivedGraph) {
        for entity in self.entities.ordered() {
            let wholes = self.above.or_above(entity).iter().copied();
            graph.add_all(*entity, derived::WITHIN, wholes);
        }
        self.write_with_wholes(&self.bodies, derived::BELONGS_TO, graph);
        for (property, links) in &self.subjects {
            self.write_with_wholes(links, *property, graph);
        }
    }

    fn write_with_wholes(
        &self,
        links: &Links<'a>,
        property: NamedNodeRef<'_>,
        graph: &mut DerivedGraph,
    ) {
        for source in links.sources() {
            let targets = links.targets(*source).iter();
            let all: Nodes<'a> = targets
                .flat_map(|target| self.above.or_above(target))
                .copied()
                .collect();
            for target in all.ordered() {
                graph.add(*source, property, *target);
            }
        }
    }
}

/// The bodies of people and posts: of a post, of the posts of a person, of a membership.
fn bodies<'a>(statements: &Statements<'a>) -> Links<'a> {
    let post_in = Links::of(statements.links(org::POST_IN));
    let of_posts = |holder: Node<'a>, post: Node<'a>| {
        let bodies = post_in.targets(post).iter();
        let bodies: Vec<(Node<'a>, Node<'a>)> = bodies.map(|body| (holder, *body)).collect();
        bodies
    };
    let held = statements.links(org::HOLDS);
    let held = held.flat_map(|(holder, post)| of_posts(holder, post));
    let members = Links::of(statements.links(org::MEMBER));
    let of_members = |property| {
        statements.links(property).flat_map(|(membership, value)| {
            let members = members.targets(membership).iter();
            members.map(move |member| (*member, value))
        })
    };
    let in_posts = of_members(bil::POST).flat_map(|(member, post)| of_posts(member, post));
    Links::of(
        statements
            .links(org::POST_IN)
            .chain(held)
            .chain(statements.links(bil::MEMBER_OF))
            .chain(of_members(org::ORGANIZATION))
            .chain(in_posts),
    )
}
