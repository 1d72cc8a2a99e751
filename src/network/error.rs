//! What can go wrong between a view and a measure.

use std::sync::Arc;

use oxigraph::model::NamedNode;

use crate::diagnostic::SourceText;
use crate::source::SourceError;
use crate::text::listed;

/// What can be wrong with a view or its ties.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NetworkError {
    /// The view does not select what every view must.
    #[error("{view}: a view selects ?source ?target ?relation ?act, but this one lacks {}", list(.missing))]
    Variables {
        /// The file of the view.
        view: String,
        /// The variables that it does not select.
        missing: Vec<String>,
    },
    /// A row of the view holds a value of the wrong kind.
    #[error(
        "{view}: ?{variable} is {value}: source, target, relation and act are IRIs, \
         a weight is a finite number, 0 or more"
    )]
    Value {
        /// The file of the view.
        view: String,
        /// The variable.
        variable: &'static str,
        /// The value in the row.
        value: String,
    },
    /// A weight is negative, infinite or not a number.
    #[error(
        "the tie from {source_iri} to {target} has the weight {weight} by {act}: \
         a weight must be a finite number, 0 or more"
    )]
    Weight {
        /// The source of the tie.
        source_iri: NamedNode,
        /// The target of the tie.
        target: NamedNode,
        /// The act with this weight.
        act: NamedNode,
        /// The weight.
        weight: f64,
    },
    /// No tie of the view has the requested layer.
    #[error("{view}: no tie has the layer `{layer}`{}", layers(.known))]
    Layer {
        /// The file of the view.
        view: String,
        /// The layer.
        layer: String,
        /// The layers of the view.
        known: Vec<String>,
    },
    /// A tie of a projection has an end that is not a node, or an invalid weight.
    #[error(
        "the tie from {} to {} has the weight {weight}: the network has {nodes} nodes, counted from 0, \
         and a weight must be a finite number, 0 or more",
        .ends[0], .ends[1]
    )]
    Tie {
        /// The source and the target.
        ends: [usize; 2],
        /// The weight.
        weight: f64,
        /// The number of nodes.
        nodes: usize,
    },
    /// The source fails when it runs the view.
    #[error("cannot run the view {}", .query.name())]
    Source {
        /// The text of the view.
        query: Arc<SourceText>,
        /// The cause.
        source: SourceError,
    },
}

/// Why a measure has no value on a network, as the end of `undefined: …`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("undefined: {0}")]
pub struct Undefined(pub String);

impl Undefined {
    pub(crate) fn since(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}

fn layers(known: &[String]) -> String {
    listed(known.iter().map(String::as_str)).map_or_else(
        || ": the view has no layers".to_owned(),
        |known| format!("; the view has {known}"),
    )
}

fn list(variables: &[String]) -> String {
    let names: Vec<String> = variables.iter().map(|name| format!("?{name}")).collect();
    names.join(", ")
}
