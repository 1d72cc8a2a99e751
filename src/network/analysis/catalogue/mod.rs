//! All measures: the one list from which the command line, its help and the tables are made.

mod cooperation;
mod network;
mod nodes;
mod pairs;

use super::Measure;

/// Every measure, those of a sort together, in the order in which they are told.
pub fn all() -> impl Iterator<Item = &'static Measure> + Clone {
    let sorts = [
        network::MEASURES,
        nodes::MEASURES,
        pairs::MEASURES,
        cooperation::MEASURES,
    ];
    sorts.into_iter().flatten()
}

/// The measure with this name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Measure> {
    all().find(|measure| measure.name == name)
}
