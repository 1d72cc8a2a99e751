//! Cycles of links.

use std::collections::hash_map::Entry;

use foldhash::{HashMap, HashSet};
use oxigraph::model::NamedNodeRef;

use super::links::{Links, Nodes};
use super::statements::{DerivedGraph, Node, Statements};
use crate::vocab::bil::{self, derived};
use crate::vocab::w3c::{prov, rdfs, skos};

/// Properties that must not form cycles; the properties of one list may form a path together.
const ONE_WAY: [&[NamedNodeRef<'_>]; 5] = [
    &[bil::PART_OF],
    &[bil::MEMBER_OF],
    &[skos::BROADER],
    &[rdfs::SUB_CLASS_OF],
    &[bil::FOLLOWS_UP, prov::WAS_REVISION_OF],
];

/// Writes which nodes are in a cycle.
pub fn write(statements: &Statements<'_>, graph: &mut DerivedGraph) {
    let mut written = HashSet::default();
    for properties in ONE_WAY {
        let properties = properties.iter();
        let links = Links::of(properties.flat_map(|property| statements.links(*property)));
        let components = components(&links);
        for source in links.sources() {
            for target in links.targets(*source) {
                let is_cycle = components.get(target) == components.get(source);
                if is_cycle && written.insert((*source, *target)) {
                    graph.add(*source, derived::IN_CYCLE_WITH, *target);
                }
            }
        }
    }
}

/// The strongly connected component of every node with links, named after one of its nodes (Kosaraju's algorithm).
fn components<'a>(links: &Links<'a>) -> HashMap<Node<'a>, Node<'a>> {
    let reversed = links.reversed();
    let mut components: HashMap<Node<'a>, Node<'a>> = HashMap::default();
    for root in finished(links).into_iter().rev() {
        let mut open = vec![root];
        while let Some(node) = open.pop() {
            if let Entry::Vacant(component) = components.entry(node) {
                component.insert(root);
                let before = reversed.targets(node).iter().copied();
                open.extend(before);
            }
        }
    }
    components
}

/// The nodes in the order in which a depth-first search leaves them.
fn finished<'a>(links: &Links<'a>) -> Vec<Node<'a>> {
    let mut seen = Nodes::default();
    let mut finished = Vec::new();
    for root in links.sources() {
        let mut path: Vec<(Node<'a>, usize)> = Vec::new();
        if seen.add(*root) {
            path.push((*root, 0));
        }
        while let Some((node, next)) = path.last_mut() {
            if let Some(target) = links.targets(*node).get(*next) {
                *next += 1;
                if seen.add(*target) {
                    path.push((*target, 0));
                }
            } else {
                finished.push(*node);
                path.pop();
            }
        }
    }
    finished
}
