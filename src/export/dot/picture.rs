//! The look of a picture.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, NamedNodeRef};

use super::colour::Colour;
use super::colouring::{Colouring, Scale, of_group};
use crate::model::EntityKind;

/// The look of a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its title.
    pub title: String,
    /// Sentences for the legend.
    pub caption: Vec<String>,
    /// The sides: the first is on the left, the second on the right. Without sides, nodes are in the order of their
    /// IRIs.
    pub sides: Vec<NamedNode>,
    /// The colours of classes (for nodes) and of relations (for edges), as `#rrggbb`; the default is grey.
    pub palette: BTreeMap<NamedNode, String>,
    /// What the colour of a node shows.
    pub colouring: Colouring,
    /// The numbers for the sizes of the nodes' names; `None` for equal sizes.
    pub sizes: Option<Scale>,
    /// Whether edges have labels. With too many edges, labels would cover each other.
    pub labels: bool,
    /// Whether the legend explains the shapes and relations that occur.
    pub legend: bool,
    /// Whether the nodes of a side are together in a frame.
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
    /// The colour of a class or relation, or the given default.
    pub(crate) fn colour(&self, iri: Option<NamedNodeRef<'_>>, otherwise: Colour) -> Colour {
        iri.and_then(|iri| self.palette.get(&iri.into_owned()))
            .and_then(|text| Colour::parse(text))
            .unwrap_or(otherwise)
    }
}

impl Picture {
    /// The colour of a node of a kind.
    pub(crate) fn fill(&self, node: &NamedNode, sort: Option<EntityKind>) -> Colour {
        match &self.colouring {
            Colouring::Kind => self.colour(sort.map(EntityKind::class), Colour::PALE),
            Colouring::Groups(groups) => groups
                .of
                .get(node)
                .map_or(Colour::PALE, |place| of_group(*place)),
            Colouring::Scale(scale) => scale.fill(node),
        }
    }

    /// The colour of a kind in the legend; the default if colours show something else.
    pub(crate) fn fill_of_sort(&self, sort: EntityKind) -> Colour {
        match &self.colouring {
            Colouring::Kind => self.colour(Some(sort.class()), Colour::PALE),
            Colouring::Groups(_) | Colouring::Scale(_) => Colour::WHITE,
        }
    }
}
