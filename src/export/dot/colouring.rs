//! What the colour of a node and the size of its name show.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::colour::Colour;
use crate::network::Network;

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

/// Pale colours that also differ for colour-blind readers, after Paul Tol's [light
/// scheme](https://sronpersonalpages.nl/~pault/); they repeat if there are more groups.
const COLOURS: [&str; 8] = [
    "#77aadd", "#ee8866", "#eedd88", "#44bb99", "#ffaabb", "#99ddff", "#bbcc33", "#aaaa00",
];
/// The colour of the highest number.
const DARKEST: Colour = Colour::new([0x1B, 0x4F, 0x8F]);
/// The sizes of the smallest and the largest name, in points.
const FONT_SIZES: [f64; 2] = [9.0, 27.0];

impl Groups {
    /// The sides of a relationship, in the given order.
    #[must_use]
    pub fn of_sides(network: &Network, sides: &[NamedNode]) -> Self {
        let facts = network.facts();
        let place = |iri: &NamedNode| {
            let side = facts.nodes.get(iri)?.side.as_ref()?;
            sides.iter().position(|known| known == side)
        };
        let nodes = network.nodes();
        Self {
            labels: sides.iter().map(|side| facts.node_label(side)).collect(),
            of: nodes
                .filter_map(|iri| Some((iri.clone(), place(iri)?)))
                .collect(),
        }
    }

    /// Each group with its colour.
    pub(crate) fn told(&self) -> impl Iterator<Item = (&str, Colour)> {
        let labels = self.labels.iter().enumerate();
        labels.map(|(place, label)| (label.as_str(), of_group(place)))
    }
}

pub fn of_group(place: usize) -> Colour {
    let colour = COLOURS.get(place % COLOURS.len());
    colour
        .and_then(|text| Colour::parse(text))
        .unwrap_or(Colour::PALE)
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
    pub(crate) fn told(&self) -> [(String, Colour, f64); 2] {
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
    pub(crate) fn fill(&self, node: &NamedNode) -> Colour {
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
