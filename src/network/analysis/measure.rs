//! A measure: its name, its meaning, and how it is computed.

use oxigraph::model::NamedNode;

use super::pair::Pair;
use super::subject::Subject;
use crate::document::Cell;
use crate::network::error::Undefined;
use crate::network::facts::Facts;
use crate::source::Row;

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
#[derive(Debug)]
pub enum Computation {
    /// A value of the network.
    Network(fn(&Subject<'_>) -> Result<Cell, Undefined>),
    /// A value of each node, in their order; listed in descending order.
    Nodes(fn(&Subject<'_>) -> Result<Vec<Cell>, Undefined>),
    /// The number of the group of each node, in their order; listed in ascending order.
    Groups(fn(&Subject<'_>) -> Vec<usize>),
    /// A value of each pair.
    Pairs(fn(&Pair<'_>) -> Result<Cell, Undefined>),
    /// A table of its own: the acts of each pair, by relations.
    Relations(Split),
    /// A table of its own: the rows of a named question, aggregated.
    Question(Question),
}

/// What the acts of a pair are grouped by.
#[derive(Debug)]
pub struct Split {
    pub column: &'static str,
    pub title: &'static str,
    /// Returns the relation by which a relation is counted: its group, or itself.
    pub relation: for<'a> fn(&'a Facts, &'a NamedNode) -> &'a NamedNode,
}

/// A named question, and the values of each pair of actors that its rows add up to.
#[derive(Debug)]
pub struct Question {
    pub name: &'static str,
    /// The column to sort by, in descending order.
    pub ranked_by: &'static str,
    /// The columns, each with its value for the rows of a pair, and of a year if the question is asked by year.
    pub columns: &'static [(&'static str, Aggregate)],
}

/// The value of some rows.
pub type Aggregate = fn(&[Row]) -> Cell;

impl Measure {
    /// What it describes.
    #[must_use]
    pub const fn scope(&self) -> MeasureScope {
        match self.computation {
            Computation::Network(_) => MeasureScope::Network,
            Computation::Nodes(_) | Computation::Groups(_) => MeasureScope::Nodes,
            Computation::Pairs(_) => MeasureScope::Pairs,
            Computation::Relations(_) => MeasureScope::Relations,
            Computation::Question(_) => MeasureScope::Cooperation,
        }
    }

    /// The name of its column.
    #[must_use]
    pub fn column(&self) -> String {
        self.name.replace('-', "_")
    }

    /// The name of the question behind a measure of cooperation.
    #[must_use]
    pub const fn question(&self) -> Option<&'static str> {
        match &self.computation {
            Computation::Question(question) => Some(question.name),
            _ => None,
        }
    }

    /// The value of each node, in their order; none if this is not a measure of nodes.
    ///
    /// # Errors
    /// [`Undefined`] if the measure is undefined on this network.
    pub fn of_nodes(&self, subject: &Subject<'_>) -> Result<Vec<Cell>, Undefined> {
        let values = match self.computation {
            Computation::Nodes(values) => values(subject)?,
            Computation::Groups(numbers) => cells(numbers(subject))?,
            _ => Vec::new(),
        };
        values.into_iter().map(finite).collect()
    }
}

/// Checks a value: weights are finite, but what is computed from very large weights may not be.
pub fn finite(value: Cell) -> Result<Cell, Undefined> {
    match value {
        Cell::Number(number) if !number.is_finite() => {
            Err(Undefined::since("the sum of the weights is too large"))
        }
        value => Ok(value),
    }
}

/// The values of the nodes as cells.
#[expect(
    clippy::unnecessary_wraps,
    reason = "a measure of nodes may be undefined, and most are not"
)]
pub fn cells<T: Into<Cell>>(values: Vec<T>) -> Result<Vec<Cell>, Undefined> {
    Ok(values.into_iter().map(T::into).collect())
}
