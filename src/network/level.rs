//! Merges nodes into the actors that they are part of: the ties of people become ties of their states.

use std::collections::BTreeSet;

use oxigraph::model::NamedNode;

use super::error::NetworkError;
use super::graph::Network;
use super::tie::Tie;
use crate::model::EntityKind;
use crate::records::{Id, Records};
use crate::vocab::w3c::{org, rdf};

/// The level to which nodes are merged: each into the nearest actor above it that is at least of this level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A post becomes the one person who holds it.
    Person,
    /// People and posts become their organization, region or state.
    Organization,
    /// Organizations, too, become their region or state.
    Region,
    /// Regions, too, become their state.
    State,
}

impl Level {
    /// The level of an actor; others, such as sectors, have none.
    const fn of(sort: EntityKind) -> Option<Self> {
        match sort {
            EntityKind::Person | EntityKind::Post => Some(Self::Person),
            EntityKind::Organization => Some(Self::Organization),
            EntityKind::Region => Some(Self::Region),
            EntityKind::State => Some(Self::State),
            _ => None,
        }
    }
}

impl Network {
    /// The same ties between the actors into which the nodes are merged.
    ///
    /// A node goes to the lowest sufficient level, and there to the nearest actor; if two are equally near or none
    /// exists, it stays itself. An act counts once between the same two actors, even if several of its nodes are
    /// merged.
    ///
    /// # Errors
    /// [`NetworkError::Weight`] if a sum of weights is not finite.
    pub fn at_level(&self, level: Level, records: &Records) -> Result<Self, NetworkError> {
        let merged = |node: &NamedNode| {
            let goal = self
                .is_below(node, level)
                .then(|| goal(node, level, records));
            goal.flatten().unwrap_or_else(|| node.clone())
        };
        let goals: Vec<NamedNode> = self.nodes().map(merged).collect();
        let mut facts = self.facts().clone();
        let is_new = |node: &&NamedNode| !facts.nodes.contains_key(*node);
        let new: Vec<&NamedNode> = goals.iter().filter(is_new).collect();
        facts.add_nodes(new, records);
        Self::from_ties(self.ties_between(&goals), facts)
    }

    /// Whether a node must be merged.
    fn is_below(&self, node: &NamedNode, level: Level) -> bool {
        let sort = self.facts().nodes.get(node).and_then(|facts| facts.sort);
        let is_held = level == Level::Person && sort == Some(EntityKind::Post);
        is_held || sort.and_then(Level::of).is_some_and(|own| own < level)
    }

    /// The same ties between other nodes, given in the order of these.
    #[expect(clippy::indexing_slicing, reason = "each node has a goal")]
    fn ties_between(&self, goals: &[NamedNode]) -> Vec<Tie> {
        let mut ties = Vec::new();
        for (source, target, edge) in self.edges() {
            for row in &edge.rows {
                let tie = |date: &Option<String>, layer: Option<&String>| Tie {
                    source: goals[source].clone(),
                    target: goals[target].clone(),
                    relation: edge.relation.clone(),
                    act: row.act.clone(),
                    weight: Some(row.weight),
                    date: date.clone(),
                    layer: layer.cloned(),
                };
                // Rows that differ only in date or layer count once.
                ties.push(tie(&row.first_date, None));
                ties.push(tie(&row.last_date, None));
                ties.extend(edge.layers.iter().map(|layer| tie(&None, Some(layer))));
            }
        }
        ties
    }
}

/// The actor into which a node is merged; `None` if two are equally near.
fn goal(node: &NamedNode, level: Level, records: &Records) -> Option<NamedNode> {
    let start = records.id(node.as_ref())?;
    let mut seen = BTreeSet::from([start]);
    let mut rim = vec![start];
    let mut nearest: Option<(Level, Vec<Id>)> = None;
    while !rim.is_empty() {
        let above = rim.iter().flat_map(|node| above(*node, level, records));
        rim = above.filter(|node| seen.insert(*node)).collect();
        let levels: Vec<(Level, Id)> = rim
            .iter()
            .filter_map(|node| Some((level_of(*node, records)?, *node)))
            .filter(|(own, _)| *own >= level)
            .collect();
        if let Some(lowest) = levels.iter().map(|(own, _)| *own).min()
            && nearest.as_ref().is_none_or(|(found, _)| lowest < *found)
        {
            let of_lowest = levels.iter().filter(|(own, _)| *own == lowest);
            nearest = Some((lowest, of_lowest.map(|(_, node)| *node).collect()));
        }
    }
    match nearest?.1.as_slice() {
        [goal] => records.named(*goal).map(NamedNode::from),
        _ => None,
    }
}

/// The next actors above a node: the holder of a post, otherwise its body, its whole, or its post.
fn above(node: Id, level: Level, records: &Records) -> BTreeSet<Id> {
    match level {
        Level::Person => records.subjects_with(org::HOLDS, node).collect(),
        _ => records.above(node),
    }
}

/// The first of its classes that has a level.
fn level_of(node: Id, records: &Records) -> Option<Level> {
    let classes = records.values(node, rdf::TYPE);
    let mut classes = classes.filter_map(|class| records.named(class.node()?));
    classes.find_map(|class| Level::of(EntityKind::of_class(class)?))
}
