//! The catalogue of measures, the only source of the command line, its help, the documentation and the tables.

mod cooperation;
mod network;
mod nodes;
mod pairs;

use super::measure::Measure;

/// All measures by scope, in the order of lists.
pub fn all() -> impl Iterator<Item = &'static Measure> + Clone {
    let measures = [
        network::MEASURES,
        nodes::MEASURES,
        pairs::MEASURES,
        cooperation::MEASURES,
    ];
    measures.into_iter().flatten()
}

/// The measure with this name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Measure> {
    all().find(|measure| measure.name == name)
}
