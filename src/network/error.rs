//! Why a view makes no network.

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
        /// The view's file.
        view: String,
        /// The variables that it does not select.
        missing: Vec<String>,
    },
    /// A row of the view holds something else than it must.
    #[error(
        "{view}: ?{variable} is {value}: source, target, relation and act are IRIs, \
         a weight is a finite number, 0 or more"
    )]
    Value {
        /// The view's file.
        view: String,
        /// The variable.
        variable: &'static str,
        /// What the row holds there.
        value: String,
    },
    /// A weight that cannot be added up or drawn.
    #[error(
        "the tie from {source_iri} to {target} has the weight {weight} by {act}: \
         a weight must be a finite number, 0 or more"
    )]
    Weight {
        /// Where the tie begins.
        source_iri: NamedNode,
        /// Where the tie ends.
        target: NamedNode,
        /// The act that gives the weight.
        act: NamedNode,
        /// The weight.
        weight: f64,
    },
    /// No tie of the view has the layer that is wanted.
    #[error("{view}: no tie has the layer `{layer}`{}", layers(.known))]
    Layer {
        /// The view's file.
        view: String,
        /// The layer.
        layer: String,
        /// The layers that there are.
        known: Vec<String>,
    },
    /// A tie of a projection whose end or weight is none.
    #[error(
        "the tie from {} to {} has the weight {weight}: there are {nodes} nodes, counted from 0, \
         and a weight must be a finite number, 0 or more",
        .ends[0], .ends[1]
    )]
    Tie {
        /// Where it begins, and where it ends.
        ends: [usize; 2],
        /// The weight.
        weight: f64,
        /// How many nodes there are.
        nodes: usize,
    },
    /// The source gave no answer.
    #[error("the view {} gives no answer", .query.name())]
    Source {
        /// The query that was put.
        query: Arc<SourceText>,
        /// What is wrong.
        source: SourceError,
    },
}

fn layers(known: &[String]) -> String {
    listed(known.iter().map(String::as_str)).map_or_else(
        || ", since the view tells of none".to_owned(),
        |known| format!("; there are {known}"),
    )
}

fn list(variables: &[String]) -> String {
    let names: Vec<String> = variables.iter().map(|name| format!("?{name}")).collect();
    names.join(", ")
}
