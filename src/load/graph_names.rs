//! Graphs by the names that people use.

use std::collections::BTreeSet;

use oxigraph::model::{GraphNameRef, NamedNode, NamedNodeRef, Quad};

use crate::text::nearest;
use crate::vocab::{Namespace, expand, graph};

/// The graphs that do not belong to a readout.
const SHARED: [(&str, NamedNodeRef<'_>); 3] = [
    ("ontology", graph::ONTOLOGY),
    ("reference", graph::REFERENCE),
    ("derived", graph::DERIVED),
];

/// The names of the graphs of some statements.
#[derive(Debug)]
pub struct GraphNames<'a> {
    known: BTreeSet<NamedNodeRef<'a>>,
}

/// No graph has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown graph `{name}`; {hint}")]
#[non_exhaustive]
pub struct UnknownGraph {
    /// The name as written.
    pub name: String,
    /// The nearest one, or all graphs.
    pub hint: String,
}

impl<'a> GraphNames<'a> {
    /// Collects the names. The ontology and the reference graph are always known.
    #[must_use]
    pub fn of(quads: &'a [Quad]) -> Self {
        let named = quads
            .iter()
            .filter_map(|quad| match quad.graph_name.as_ref() {
                GraphNameRef::NamedNode(name) => Some(name),
                _ => None,
            });
        Self {
            known: named.chain([graph::ONTOLOGY, graph::REFERENCE]).collect(),
        }
    }

    /// Finds a graph: `ontology`, `reference`, the slug of a readout, a prefixed name or an IRI.
    ///
    /// # Errors
    /// [`UnknownGraph`] where no graph has this name.
    pub fn resolve(&self, name: &str) -> Result<NamedNode, UnknownGraph> {
        let shared = SHARED.iter().find(|(word, _)| *word == name);
        let candidates = [
            shared.map(|(_, name)| name.into_owned()),
            expand(name).map(NamedNode::new_unchecked),
            Some(NamedNode::new_unchecked(name)),
            Some(Namespace::Readout.mint(name)),
        ];
        candidates
            .into_iter()
            .flatten()
            .find(|candidate| self.known.contains(&candidate.as_ref()))
            .ok_or_else(|| self.unknown(name))
    }

    fn unknown(&self, name: &str) -> UnknownGraph {
        let known: Vec<&str> = self.known.iter().map(|name| short(*name)).collect();
        let hint = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the graphs are {}", known.join(", ")),
        };
        UnknownGraph {
            name: name.to_owned(),
            hint,
        }
    }
}

/// The shortest name of a graph.
fn short(name: NamedNodeRef<'_>) -> &str {
    let shared = SHARED.iter().find(|(_, shared)| *shared == name);
    let iri = name.as_str();
    match shared {
        Some((word, _)) => word,
        None => iri.strip_prefix(Namespace::Readout.iri()).unwrap_or(iri),
    }
}
