//! Links between nodes, and their transitive closure.

use std::slice;

use foldhash::{HashMap, HashSet};

use super::statements::Node;

/// Nodes, each once, in the order of insertion.
#[derive(Default)]
pub struct Nodes<'a> {
    ordered: Vec<Node<'a>>,
    known: HashSet<Node<'a>>,
}

impl<'a> Nodes<'a> {
    /// Adds a node; returns `false` if it was there.
    pub fn add(&mut self, node: Node<'a>) -> bool {
        let is_new = self.known.insert(node);
        if is_new {
            self.ordered.push(node);
        }
        is_new
    }

    pub fn contains(&self, node: Node<'a>) -> bool {
        self.known.contains(&node)
    }

    pub fn is_empty(&self) -> bool {
        self.ordered.is_empty()
    }

    pub fn ordered(&self) -> &[Node<'a>] {
        &self.ordered
    }

    pub fn into_ordered(self) -> Vec<Node<'a>> {
        self.ordered
    }
}

impl<'a> FromIterator<Node<'a>> for Nodes<'a> {
    fn from_iter<I: IntoIterator<Item = Node<'a>>>(nodes: I) -> Self {
        let mut all = Self::default();
        for node in nodes {
            all.add(node);
        }
        all
    }
}

/// Directed links.
#[derive(Default)]
pub struct Links<'a> {
    /// Nodes with outgoing links.
    sources: Nodes<'a>,
    targets: HashMap<Node<'a>, Vec<Node<'a>>>,
}

impl<'a> Links<'a> {
    pub fn of(links: impl IntoIterator<Item = (Node<'a>, Node<'a>)>) -> Self {
        let mut all = Self::default();
        for (source, target) in links {
            all.sources.add(source);
            all.targets.entry(source).or_default().push(target);
        }
        all
    }

    /// The nodes with outgoing links, in the order of the links.
    pub fn sources(&self) -> &[Node<'a>] {
        self.sources.ordered()
    }

    /// The targets of a node's links.
    pub fn targets(&self, source: Node<'a>) -> &[Node<'a>] {
        self.targets.get(&source).map_or(&[], Vec::as_slice)
    }

    pub fn is_empty(&self) -> bool {
        self.targets.is_empty()
    }

    /// The same links, reversed.
    pub fn reversed(&self) -> Self {
        let sources = self.sources().iter();
        Self::of(sources.flat_map(|source| {
            let targets = self.targets(*source).iter();
            targets.map(|target| (*target, *source))
        }))
    }

    /// Some nodes and all nodes that are reachable from them, each once, the nearer ones first.
    pub fn reach(&self, starts: impl IntoIterator<Item = Node<'a>>) -> Nodes<'a> {
        let mut reached: Nodes<'a> = starts.into_iter().collect();
        let mut next = 0;
        while let Some(node) = reached.ordered().get(next).copied() {
            next += 1;
            for target in self.targets(node) {
                reached.add(*target);
            }
        }
        reached
    }
}

/// The nodes that are reachable from every node.
pub struct Closure<'a>(HashMap<Node<'a>, Vec<Node<'a>>>);

impl<'a> Closure<'a> {
    pub fn of(links: &Links<'a>) -> Self {
        let sources = links.sources().iter();
        let reached = sources.map(|node| (*node, links.reach([*node]).into_ordered()));
        Self(reached.collect())
    }

    /// The node itself, and then all nodes that are reachable from it.
    pub fn or_above<'b>(&'b self, node: &'b Node<'a>) -> &'b [Node<'a>] {
        self.0
            .get(node)
            .map_or_else(|| slice::from_ref(node), Vec::as_slice)
    }
}
