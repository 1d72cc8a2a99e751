//! What a picture should look like.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, NamedNodeRef};

use super::colour::Colour;
use super::colouring::{Colouring, Scale};

/// What a picture should look like.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What stands above it.
    pub title: String,
    /// Sentences that explain it; they stand in the legend.
    pub caption: Vec<String>,
    /// The sides: the first stands on the left, the second on the right. Where there are none, as their IRIs sort.
    pub sides: Vec<NamedNode>,
    /// The colours of classes (of nodes) and of relations (of edges), as `#rrggbb`; what has none is grey.
    pub palette: BTreeMap<NamedNode, String>,
    /// What the colour of a node tells.
    pub colouring: Colouring,
    /// The numbers that the size of a node's name tells; all names are of one size where there are none.
    pub sizes: Option<Scale>,
    /// Whether each edge has its label. Where there are too many edges, the labels would cover each other.
    pub labels: bool,
    /// Whether the shapes and relations that occur are explained.
    pub legend: bool,
    /// Whether the nodes of a side stand together in a frame.
    pub clusters: bool,
}

impl Default for Picture {
    fn default() -> Self {
        Self {
            title: String::new(),
            caption: Vec::new(),
            sides: Vec::new(),
            palette: BTreeMap::new(),
            colouring: Colouring::default(),
            sizes: None,
            labels: true,
            legend: true,
            clusters: true,
        }
    }
}

impl Picture {
    /// The colour of a class or relation, or else the given one.
    pub(crate) fn colour(&self, iri: Option<NamedNodeRef<'_>>, otherwise: Colour) -> Colour {
        iri.and_then(|iri| self.palette.get(&iri.into_owned()))
            .and_then(|text| Colour::parse(text))
            .unwrap_or(otherwise)
    }
}
