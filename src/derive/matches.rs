//! Acts of several texts that report the same act.

use std::slice;

use foldhash::HashMap;

use super::classes::Classes;
use super::links::{Links, Nodes};
use super::statements::{DerivedGraph, Node, Statements};
use crate::vocab::bil::derived;
use crate::vocab::w3c::prov;

/// Groups of matching acts, each named after its first act.
pub struct Matches<'a> {
    /// Every act, and everything else with a match.
    nodes: Nodes<'a>,
    /// The group of each node with a match.
    groups: HashMap<Node<'a>, Node<'a>>,
    members: HashMap<Node<'a>, Vec<Node<'a>>>,
}

impl<'a> Matches<'a> {
    pub fn of(statements: &Statements<'a>, classes: &Classes<'a>) -> Self {
        let matching = || statements.links(prov::ALTERNATE_OF);
        // A match is symmetric.
        let both_ways = Links::of(matching().flat_map(|(one, other)| [(one, other), (other, one)]));
        let mut groups = HashMap::default();
        let mut members = HashMap::default();
        for node in both_ways.sources() {
            if groups.contains_key(node) {
                continue;
            }
            let group = both_ways.reach([*node]).into_ordered();
            // The first by name, so that the result does not depend on the order of statements.
            let first = group.iter().copied().min_by_key(|member| name(*member));
            let first = first.unwrap_or(*node);
            groups.extend(group.iter().map(|member| (*member, first)));
            members.insert(first, group);
        }
        let acts = classes.acts().map(|(act, _)| act);
        Self {
            nodes: acts.chain(both_ways.sources().iter().copied()).collect(),
            groups,
            members,
        }
    }

    /// The group of an act; the act itself without a match.
    pub fn group(&self, act: Node<'a>) -> Node<'a> {
        self.groups.get(&act).copied().unwrap_or(act)
    }

    /// The acts of a group.
    pub fn members<'b>(&'b self, group: &'b Node<'a>) -> &'b [Node<'a>] {
        self.members
            .get(group)
            .map_or_else(|| slice::from_ref(group), Vec::as_slice)
    }

    pub fn write(&self, graph: &mut DerivedGraph) {
        for node in self.nodes.ordered() {
            graph.add(*node, derived::MATCH_GROUP, self.group(*node));
        }
    }
}

/// The name of a node, by which nodes are sorted.
pub fn name(node: Node<'_>) -> &str {
    match node {
        Node::NamedNode(node) => node.as_str(),
        Node::BlankNode(node) => node.as_str(),
    }
}
