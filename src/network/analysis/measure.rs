//! A measure: its name, its meaning, and how it is computed.

use super::aggregation::Aggregation;
use super::pair::Pair;
use super::subject::Subject;
use super::table::Value;
use crate::network::error::Undefined;
use crate::network::projection::Projection;

/// What a measure describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MeasureScope {
    /// The network as a whole.
    Network,
    /// Each node.
    Nodes,
    /// Each pair of nodes.
    Pairs,
    /// Each pair of nodes, by the kinds of act between them.
    Relations,
    /// The acts of each pair of actors, in any view.
    Cooperation,
}

impl MeasureScope {
    /// All scopes, in the order in which they are listed.
    pub const ALL: [Self; 5] = [
        Self::Network,
        Self::Nodes,
        Self::Pairs,
        Self::Relations,
        Self::Cooperation,
    ];

    /// The word that selects all measures of the scope.
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

/// How the running time of a measure grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// About in proportion to the number of edges.
    Ties,
    /// In proportion to the number of nodes times the number of edges, because it follows paths from each node.
    Paths,
}

/// A measure of the [catalogue](super::all).
#[derive(Debug)]
#[non_exhaustive]
pub struct Measure {
    /// Its name in lower case, with hyphens.
    pub name: &'static str,
    /// Its meaning in one sentence, as the end of “this is …”.
    pub sentence: &'static str,
    /// Its exact definition: how it treats directions and weights, and where it is undefined.
    pub definition: &'static str,
    /// The publication that defines it.
    pub source: &'static str,
    /// How its running time grows.
    pub cost: Cost,
    pub(crate) computation: Computation,
}

/// How a measure is computed.
#[derive(Debug, Clone, Copy)]
pub enum Computation {
    /// A count of the network.
    NetworkCount(fn(&Projection) -> usize),
    /// A number of the network.
    NetworkNumber(fn(&Projection) -> Result<f64, Undefined>),
    /// A value of the network that needs more than its projection.
    Network(fn(&Subject<'_>) -> Result<Value, Undefined>),
    /// A count of each node, in their order, listed in descending order.
    NodeCounts(fn(&Projection) -> Vec<usize>),
    /// A number of each node, in their order, listed in descending order.
    NodeNumbers(fn(&Projection) -> Vec<f64>),
    /// A value of each node, in their order, listed in descending order.
    Nodes(fn(&Subject<'_>) -> Result<Vec<Value>, Undefined>),
    /// The number of the group of each node, in their order, listed in ascending order.
    NodeGroups(fn(&Subject<'_>) -> Vec<usize>),
    /// A value of each pair.
    Pairs(fn(&Pair<'_>) -> Result<Value, Undefined>),
    /// A table of its own: each pair by groups of kinds, or by kinds.
    PairsBy(Split),
    /// A named question, and the aggregation of its rows.
    Question {
        name: &'static str,
        aggregation: Aggregation,
    },
}

/// What the acts of a pair are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    Group,
    Kind,
}

impl Measure {
    /// What it describes.
    #[must_use]
    pub const fn scope(&self) -> MeasureScope {
        match self.computation {
            Computation::NetworkCount(_)
            | Computation::NetworkNumber(_)
            | Computation::Network(_) => MeasureScope::Network,
            Computation::NodeCounts(_)
            | Computation::NodeNumbers(_)
            | Computation::Nodes(_)
            | Computation::NodeGroups(_) => MeasureScope::Nodes,
            Computation::Pairs(_) => MeasureScope::Pairs,
            Computation::PairsBy(_) => MeasureScope::Relations,
            Computation::Question { .. } => MeasureScope::Cooperation,
        }
    }

    /// The name of its column.
    #[must_use]
    pub fn column(&self) -> String {
        self.name.replace('-', "_")
    }

    /// The named question behind a measure of cooperation.
    #[must_use]
    pub const fn question(&self) -> Option<&'static str> {
        match self.computation {
            Computation::Question { name, .. } => Some(name),
            _ => None,
        }
    }

    /// The number of each node, in their order, for the colours or sizes of a picture; 1 for yes, 0 for no. `None` if
    /// this is not a measure of nodes.
    ///
    /// # Errors
    /// [`Undefined`] if the measure is undefined on this network.
    #[must_use]
    pub fn numbers(&self, subject: &Subject<'_>) -> Option<Result<Vec<f64>, Undefined>> {
        let numbers = |values: Vec<Value>| values.iter().filter_map(Value::size).collect();
        Some(self.of_nodes(subject)?.map(numbers))
    }

    /// The value of the network; `None` if this is not a measure of the network.
    pub(crate) fn of_network(&self, subject: &Subject<'_>) -> Option<Result<Value, Undefined>> {
        match self.computation {
            Computation::NetworkCount(count) => Some(Ok(Value::count(count(&subject.graph)))),
            Computation::NetworkNumber(number) => Some(number(&subject.graph).map(Value::Number)),
            Computation::Network(value) => Some(value(subject)),
            _ => None,
        }
    }

    /// The value of each node, in their order; `None` if this is not a measure of nodes.
    pub(crate) fn of_nodes(&self, subject: &Subject<'_>) -> Option<Result<Vec<Value>, Undefined>> {
        let counts = |counts: Vec<usize>| Ok(counts.into_iter().map(Value::count).collect());
        match self.computation {
            Computation::NodeCounts(of) => Some(counts(of(&subject.graph))),
            Computation::NodeNumbers(numbers) => {
                let numbers = numbers(&subject.graph).into_iter();
                Some(Ok(numbers.map(Value::Number).collect()))
            }
            Computation::Nodes(values) => Some(values(subject)),
            Computation::NodeGroups(of) => Some(counts(of(subject))),
            _ => None,
        }
    }
}
