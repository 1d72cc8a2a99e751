//! Ties of people seen as ties of their states: nodes roll up along what they are part of.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::error::NetworkError;
use super::graph::Network;
use super::known::Known;
use super::tie::Tie;
use crate::model::EntityKind;
use crate::source::{Source, SourceError};

/// How far nodes roll up: each to the nearest actor above it that is at least of this level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A post becomes the one person who holds it.
    Person,
    /// People and posts become the organization, region or state to which they belong.
    Organization,
    /// Organizations, too, become the region or state to which they belong.
    Region,
    /// Regions, too, become the state of which they are part.
    State,
}

impl Level {
    /// The level of an actor; what is none, such as a sector, has no level.
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

/// What lies right above each node, and its level if it has one.
type Links = BTreeMap<NamedNode, BTreeMap<NamedNode, Option<Level>>>;

impl Network {
    /// The same ties between the actors to which the nodes roll up.
    ///
    /// A node goes to the lowest level that is enough, and there to the nearest; where two are equally near, or there is
    /// none, it stays itself. An act counts once between the same two, however many nodes became one. The nodes get the
    /// sides of `sides`.
    ///
    /// # Errors
    /// [`NetworkError::Unknown`] where the source gives no answer.
    pub fn at_level(
        &self,
        level: Level,
        sides: &[NamedNode],
        source: &Source,
    ) -> Result<Self, NetworkError> {
        let known = Known { source };
        let links = self.links(level, known)?;
        let rolled = |node: &NamedNode| {
            let goal = self.rolls(node, level).then(|| goal(node, level, &links));
            goal.flatten().unwrap_or_else(|| node.clone())
        };
        let goals: Vec<NamedNode> = self.nodes().map(rolled).collect();
        let mut facts = self.facts().clone();
        let new: BTreeSet<&NamedNode> = goals
            .iter()
            .filter(|node| !facts.nodes.contains_key(*node))
            .collect();
        let mut found = known.nodes(&new)?;
        known.belonging(&mut found, &new, sides)?;
        facts.nodes.extend(found);
        Self::from_ties(self.ties_between(&goals), facts)
    }

    /// Whether a node has to roll up.
    fn rolls(&self, node: &NamedNode, level: Level) -> bool {
        let sort = self.facts().nodes.get(node).and_then(|facts| facts.sort);
        let is_held = level == Level::Person && sort == Some(EntityKind::Post);
        is_held || sort.and_then(Level::of).is_some_and(|own| own < level)
    }

    /// All that lies above the nodes that have to roll up.
    fn links(&self, level: Level, known: Known<'_>) -> Result<Links, SourceError> {
        let query = match level {
            Level::Person => include_str!("holders.rq"),
            _ => include_str!("above.rq"),
        };
        let mut links = Links::new();
        let rolling = self.nodes().filter(|node| self.rolls(node, level));
        let mut open: BTreeSet<NamedNode> = rolling.cloned().collect();
        while !open.is_empty() {
            let mut next = BTreeSet::new();
            let asked: BTreeSet<&NamedNode> = open.iter().collect();
            known.each_of(query, &asked, &[], |thing, row| {
                if let Some(above) = row.node("above") {
                    let sort = row
                        .node("class")
                        .and_then(|class| EntityKind::of_class(class.as_ref()));
                    let found = links
                        .entry(thing)
                        .or_default()
                        .entry(above.clone())
                        .or_default();
                    *found = found.or(sort.and_then(Level::of));
                    next.insert(above.clone());
                }
            })?;
            // Who holds a post is the end of it.
            next.retain(|above| {
                level != Level::Person && !links.contains_key(above) && !open.contains(above)
            });
            open = next;
        }
        Ok(links)
    }

    /// The ties once more, between other nodes, given in the order of these.
    fn ties_between(&self, goals: &[NamedNode]) -> Vec<Tie> {
        let mut ties = Vec::new();
        for (source, target, edge) in self.edges() {
            let (Some(source), Some(target)) = (goals.get(source), goals.get(target)) else {
                continue;
            };
            let layers = edge.layers.iter().cloned().map(Some);
            let layers: Vec<Option<String>> = layers
                .chain(edge.layers.is_empty().then_some(None))
                .collect();
            for row in &edge.rows {
                let dates: BTreeSet<Option<String>> =
                    [row.first_date.clone(), row.last_date.clone()].into();
                for (date, layer) in dates
                    .into_iter()
                    .flat_map(|date| layers.iter().map(move |layer| (date.clone(), layer)))
                {
                    ties.push(Tie {
                        source: source.clone(),
                        target: target.clone(),
                        relation: edge.relation.clone(),
                        act: row.act.clone(),
                        weight: Some(row.weight),
                        date,
                        layer: layer.clone(),
                    });
                }
            }
        }
        ties
    }
}

/// Where a node rolls up to; nowhere if two are equally near.
fn goal(node: &NamedNode, level: Level, links: &Links) -> Option<NamedNode> {
    let mut seen = BTreeSet::from([node]);
    let mut rim = vec![node];
    let mut nearest: Option<(Level, BTreeSet<&NamedNode>)> = None;
    while !rim.is_empty() {
        let above = rim.iter().filter_map(|node| links.get(*node)).flatten();
        let fresh: Vec<(&NamedNode, Option<Level>)> = above
            .map(|(node, level)| (node, *level))
            .filter(|(node, _)| seen.insert(node))
            .collect();
        let enough = |(_, own): &&(&NamedNode, Option<Level>)| own.is_some_and(|own| own >= level);
        if let Some(lowest) = fresh
            .iter()
            .filter(enough)
            .filter_map(|(_, own)| *own)
            .min()
            && nearest.as_ref().is_none_or(|(found, _)| lowest < *found)
        {
            let of_lowest = fresh.iter().filter(|(_, own)| *own == Some(lowest));
            nearest = Some((lowest, of_lowest.map(|(node, _)| *node).collect()));
        }
        rim = fresh.into_iter().map(|(node, _)| node).collect();
    }
    let (_, found) = nearest?;
    found.first().copied().cloned().filter(|_| found.len() == 1)
}
