//! The look of a picture.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, NamedNodeRef};

use crate::export::colour::Colour;
use crate::model::EntityKind;
use crate::network::Network;

/// Pale colours that also differ for colour-blind readers, after Paul Tol's [light
/// scheme](https://sronpersonalpages.nl/~pault/); they repeat if there are more groups.
const COLOURS: [u32; 8] = [
    0x77_aadd, 0xee_8866, 0xee_dd88, 0x44_bb99, 0xff_aabb, 0x99_ddff, 0xbb_cc33, 0xaa_aa00,
];
/// The colour of the highest number.
const DARKEST: Colour = Colour::new(0x1b_4f8f);
/// The sizes of the smallest and the largest name, in points.
const FONT_SIZES: [f64; 2] = [9.0, 27.0];

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

    /// The colour of a node of a kind.
    pub(crate) fn fill(&self, node: &NamedNode, kind: Option<EntityKind>) -> Colour {
        match &self.colouring {
            Colouring::Kind => self.colour(kind.map(EntityKind::class), Colour::PALE),
            Colouring::Groups(groups) => groups.fill(node),
            Colouring::Scale(scale) => scale.fill(node),
        }
    }
}

/// What the colour of a node shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Colouring {
    /// Its kind; each class has its colour in the palette.
    #[default]
    Kind,
    /// Its group; nodes without a group are pale.
    Groups(Groups),
    /// A number: the higher, the darker; nodes without a number are pale.
    Scale(Scale),
}

/// Groups of nodes, such as the sides of a relationship.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Groups {
    /// The names of the groups.
    pub labels: Vec<String>,
    /// The index of the group of each node.
    pub of: BTreeMap<NamedNode, usize>,
}

/// A number for each node.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    label: String,
    values: BTreeMap<NamedNode, f64>,
    /// The lowest and the highest number; equal if there are none.
    ends: [f64; 2],
}

impl Groups {
    /// The sides of a relationship, in the given order.
    #[must_use]
    pub fn of_sides(network: &Network, sides: &[NamedNode]) -> Self {
        let facts = network.facts();
        let place = |iri: &NamedNode| {
            let side = facts.nodes.get(iri)?.side.as_ref()?;
            let place = sides.iter().position(|known| known == side)?;
            Some((iri.clone(), place))
        };
        Self {
            labels: sides.iter().map(|side| facts.node_label(side)).collect(),
            of: network.nodes().filter_map(place).collect(),
        }
    }

    /// Each group with its colour.
    pub(crate) fn colours(&self) -> impl Iterator<Item = (&str, Colour)> {
        let labels = self.labels.iter().enumerate();
        labels.map(|(place, label)| (label.as_str(), colour_of_group(place)))
    }

    fn fill(&self, node: &NamedNode) -> Colour {
        let place = self.of.get(node);
        place.map_or(Colour::PALE, |place| colour_of_group(*place))
    }
}

fn colour_of_group(place: usize) -> Colour {
    let colour = COLOURS.get(place % COLOURS.len());
    colour.map_or(Colour::PALE, |rgb| Colour::new(*rgb))
}

impl Scale {
    /// A scale with this name; numbers that are not finite are ignored.
    #[must_use]
    pub fn new(label: String, values: impl IntoIterator<Item = (NamedNode, f64)>) -> Self {
        let values = values.into_iter().filter(|(_, value)| value.is_finite());
        let values: BTreeMap<NamedNode, f64> = values.collect();
        let numbers = || values.values().copied();
        let lowest = numbers().min_by(f64::total_cmp);
        let highest = numbers().max_by(f64::total_cmp);
        Self {
            label,
            ends: [lowest, highest].map(Option::unwrap_or_default),
            values,
        }
    }

    /// The lowest and the highest number, each as text with the name of the scale.
    pub(crate) fn extremes(&self) -> [(String, Colour, f64); 2] {
        let [lowest, highest] = self
            .ends
            .map(|value| format!("{}: {}", self.label, rounded(value)));
        let [smallest, largest] = FONT_SIZES;
        [
            (lowest, Colour::PALE, smallest),
            (highest, DARKEST, largest),
        ]
    }

    /// The number of a node on a scale from 0 (lowest) to 1 (highest); 1 if all numbers are equal.
    fn share(&self, node: &NamedNode) -> Option<f64> {
        let value = self.values.get(node)?;
        let [lowest, highest] = self.ends;
        // Halved, because the difference of two finite numbers may not be finite.
        let span = highest / 2.0 - lowest / 2.0;
        Some(if span > 0.0 {
            (value / 2.0 - lowest / 2.0) / span
        } else {
            1.0
        })
    }

    /// The colour of a node: the higher its number, the darker.
    fn fill(&self, node: &NamedNode) -> Colour {
        let share = self.share(node);
        share.map_or(Colour::PALE, |share| Colour::PALE.toward(DARKEST, share))
    }

    /// The size of a node's name, in points: its area grows with the number.
    pub(crate) fn font_size(&self, node: &NamedNode) -> f64 {
        let [smallest, largest] = FONT_SIZES;
        smallest + (largest - smallest) * self.share(node).unwrap_or_default().sqrt()
    }
}

/// At most three decimals, without zeros at the end; a very small or large number in scientific notation.
fn rounded(value: f64) -> String {
    let is_ordinary = value.abs() < 1e6 && (value.abs() >= 1e-3 || value.abs() < f64::MIN_POSITIVE);
    if is_ordinary {
        let text = format!("{value:.3}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        format!("{value:.2e}")
    }
}
