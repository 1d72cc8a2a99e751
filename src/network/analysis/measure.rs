//! What a measure is called, what it means, and how it is found.

use super::pair::Pair;
use super::{Aggregation, Subject, Value};
use crate::network::measures::Undefined;

/// Of what a measure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MeasureScope {
    /// Of the network as a whole.
    Network,
    /// Of each node.
    Nodes,
    /// Of each pair of nodes.
    Pairs,
    /// Of each pair of nodes, told apart by what ties them.
    Relations,
    /// Of what each pair of actors says and does, whatever the view.
    Cooperation,
}

impl MeasureScope {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 5] = [
        Self::Network,
        Self::Nodes,
        Self::Pairs,
        Self::Relations,
        Self::Cooperation,
    ];

    /// The word that stands for all measures of the sort.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Nodes => "nodes",
            Self::Pairs => "pairs",
            Self::Relations => "relations",
            Self::Cooperation => "cooperation",
        }
    }
}

/// How the time that a measure takes grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// About as the number of ties.
    Ties,
    /// As the number of nodes times that of ties: paths from each node are followed.
    Paths,
}

/// A measure.
#[derive(Debug)]
pub struct Measure {
    /// What it is called, in small letters with hyphens.
    pub name: &'static str,
    /// Of what it is.
    pub of: MeasureScope,
    /// What it says, as the end of “this is …”.
    pub sentence: &'static str,
    /// The exact definition, with what is done with directions and weights, and where it is undefined.
    pub definition: &'static str,
    /// Who defined it, and where.
    pub source: &'static str,
    /// How the time that it takes grows.
    pub cost: Cost,
    pub(crate) way: Computation,
}

/// How a measure is found.
#[derive(Debug, Clone, Copy)]
pub enum Computation {
    /// A value.
    Network(fn(&Subject<'_>) -> Result<Value, Undefined>),
    /// A value for each node, in their order, the greatest to stand first.
    Nodes(fn(&Subject<'_>) -> Result<Vec<Value>, Undefined>),
    /// The same, the least to stand first.
    NumberedNodes(fn(&Subject<'_>) -> Result<Vec<Value>, Undefined>),
    /// A value for each pair.
    Pairs(fn(&Pair<'_>) -> Result<Value, Undefined>),
    /// A table of its own: each pair by groups of kinds, or by kinds.
    PairsBy(Split),
    /// A named question, and what is made of its rows.
    Question {
        name: &'static str,
        finish: Aggregation,
    },
}

/// What a pair is told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    Group,
    Kind,
}

impl Measure {
    /// The name of its column.
    #[must_use]
    pub fn column(&self) -> String {
        self.name.replace('-', "_")
    }

    /// The named question behind it, if there is one.
    #[must_use]
    pub const fn question(&self) -> Option<&'static str> {
        match self.way {
            Computation::Question { name, .. } => Some(name),
            _ => None,
        }
    }
}
