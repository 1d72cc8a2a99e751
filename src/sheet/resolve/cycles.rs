//! Cycles in relations that must have none: an entity that is part of itself, an act that follows up a later one.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use oxigraph::model::NamedNode;

use super::declare::declarations;
use super::draft::Draft;
use super::merged_event::MergedEvents;
use crate::diagnostic::Code;
use crate::model::NameIndex;
use crate::text::listed;
use crate::vocab::slug;

/// Refuses each `part_of` that makes an entity or event a part of itself, directly or through others.
pub fn refuse_parts_of_themselves(
    drafts: &mut [Draft<'_>],
    name_index: &NameIndex,
    events: &MergedEvents,
) {
    let of_events = events.iter().filter_map(|(iri, merged)| {
        let whole = merged.event.part_of.as_ref()?;
        Some((iri, whole))
    });
    let cycles = Cycles::among(name_index.broader_links().chain(of_events));
    for draft in drafts {
        for part in declarations(draft.parsed) {
            let whole = part.whole(name_index);
            let Some(path) = whole.and_then(|whole| cycles.path_back(&part.iri, &whole)) else {
                continue;
            };
            let message = format!("`{}` would be part of itself", slug(part.iri.as_ref()));
            let names = listed(path.iter().map(|node| slug(node.as_ref())));
            let range = part.fields.range_of("part_of");
            draft
                .findings
                .error(Code::Circle, range, message)
                .maybe_help(names.map(|names| format!("the cycle contains {names}")));
        }
    }
}

/// The links that may be on a cycle.
pub struct Cycles<'a> {
    targets: BTreeMap<&'a NamedNode, BTreeSet<&'a NamedNode>>,
}

impl<'a> Cycles<'a> {
    /// Links in any order.
    pub fn among(links: impl IntoIterator<Item = (&'a NamedNode, &'a NamedNode)>) -> Self {
        let mut targets: BTreeMap<&NamedNode, BTreeSet<&NamedNode>> = BTreeMap::new();
        let mut sources: BTreeMap<&NamedNode, BTreeSet<&NamedNode>> = BTreeMap::new();
        for (from, to) in links {
            targets.entry(from).or_default().insert(to);
            targets.entry(to).or_default();
            sources.entry(to).or_default().insert(from);
        }
        let is_end = |(_, targets): &(&&NamedNode, &BTreeSet<&NamedNode>)| targets.is_empty();
        // A link to a node without outgoing links is on no cycle.
        let mut ends: Vec<&NamedNode> =
            targets.iter().filter(is_end).map(|(end, _)| *end).collect();
        while let Some(end) = ends.pop() {
            targets.remove(end);
            for source in sources.remove(end).unwrap_or_default() {
                if let Some(next) = targets.get_mut(source) {
                    next.remove(end);
                    if next.is_empty() {
                        ends.push(source);
                    }
                }
            }
        }
        Self { targets }
    }

    /// The nodes on the shortest path from the target of a link back to its source, without the source; `None` if the link
    /// is on no cycle.
    pub fn path_back(&self, from: &NamedNode, to: &NamedNode) -> Option<Vec<&'a NamedNode>> {
        let (start, _) = self.targets.get_key_value(to)?;
        let mut previous: BTreeMap<&NamedNode, Option<&'a NamedNode>> = BTreeMap::new();
        previous.insert(start, None);
        let mut open: VecDeque<&'a NamedNode> = VecDeque::from([*start]);
        while let Some(node) = open.pop_front() {
            if node == from {
                let before = |node: &&'a NamedNode| previous.get(*node).copied().flatten();
                let mut path: Vec<&NamedNode> =
                    std::iter::successors(before(&node), before).collect();
                path.reverse();
                return Some(path);
            }
            for next in self.targets.get(node).into_iter().flatten() {
                if !previous.contains_key(next) {
                    previous.insert(next, Some(node));
                    open.push_back(next);
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_link_on_a_cycle_has_a_path_back() {
        let node = |name: &str| NamedNode::new_unchecked(format!("x:{name}"));
        let [one, two, three, itself, outside] = ["1", "2", "3", "4", "5"].map(node);
        let cycles = Cycles::among([
            (&one, &two),
            (&two, &three),
            (&three, &one),
            (&three, &itself),
            (&itself, &itself),
            (&outside, &one),
        ]);
        assert_eq!(cycles.path_back(&one, &two), Some(vec![&two, &three]));
        assert_eq!(cycles.path_back(&itself, &itself), Some(vec![]));
        assert_eq!(cycles.path_back(&three, &itself), None);
        assert_eq!(cycles.path_back(&outside, &one), None);
    }
}
