//! The dossier `tests/dossiers/norland-kestrel`, loaded.

use bilateral::dossier;
use bilateral::load::{self, Graph};
use bilateral::model::InferencePolicy;

use super::copies::original;

/// Its graph, inferred values included.
pub fn graph() -> Graph {
    load::load(&dossier::open(&original()).unwrap(), InferencePolicy::All).unwrap()
}
