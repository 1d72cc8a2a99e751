//! Cycles in what must have none: a thing that is part of itself, an act that takes up a later one.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use oxigraph::model::NamedNode;

/// The links that may lie on a circle: those that lead nowhere are taken away, one after the other.
pub struct Cycles<'a> {
    targets: BTreeMap<&'a NamedNode, BTreeSet<&'a NamedNode>>,
}

impl<'a> Cycles<'a> {
    /// Takes links in any order.
    pub(crate) fn among(links: impl IntoIterator<Item = (&'a NamedNode, &'a NamedNode)>) -> Self {
        let mut targets: BTreeMap<&NamedNode, BTreeSet<&NamedNode>> = BTreeMap::new();
        let mut sources: BTreeMap<&NamedNode, BTreeSet<&NamedNode>> = BTreeMap::new();
        for (from, to) in links {
            targets.entry(from).or_default().insert(to);
            targets.entry(to).or_default();
            sources.entry(to).or_default().insert(from);
        }
        let is_end = |(_, next): &(&&NamedNode, &BTreeSet<&NamedNode>)| next.is_empty();
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

    /// The shortest way from the end of a link back to its beginning, which is left out; `None` where there is none.
    pub(crate) fn way_back(&self, from: &NamedNode, to: &NamedNode) -> Option<Vec<&'a NamedNode>> {
        let (start, _) = self.targets.get_key_value(to)?;
        let mut came_from: BTreeMap<&NamedNode, Option<&'a NamedNode>> = BTreeMap::new();
        came_from.insert(start, None);
        let mut open: VecDeque<&'a NamedNode> = VecDeque::from([*start]);
        while let Some(node) = open.pop_front() {
            if node == from {
                let before = |node: &&'a NamedNode| came_from.get(*node).copied().flatten();
                let mut way: Vec<&NamedNode> =
                    std::iter::successors(before(&node), before).collect();
                way.reverse();
                return Some(way);
            }
            for next in self.targets.get(node).into_iter().flatten() {
                if !came_from.contains_key(next) {
                    came_from.insert(next, Some(node));
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
    fn the_way_back_is_told_only_where_there_is_one() {
        let node = |name: &str| NamedNode::new_unchecked(format!("x:{name}"));
        let [one, two, three, itself, outside] = ["1", "2", "3", "4", "5"].map(node);
        let circles = Cycles::among([
            (&one, &two),
            (&two, &three),
            (&three, &one),
            (&three, &itself),
            (&itself, &itself),
            (&outside, &one),
        ]);
        assert_eq!(circles.way_back(&one, &two), Some(vec![&two, &three]));
        assert_eq!(circles.way_back(&itself, &itself), Some(vec![]));
        assert_eq!(circles.way_back(&three, &itself), None);
        assert_eq!(circles.way_back(&outside, &one), None);
    }
}
