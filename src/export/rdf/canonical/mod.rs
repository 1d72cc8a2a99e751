//! Canonical N-Quads by [RDF Dataset Canonicalization](https://www.w3.org/TR/rdf-canon/), RDFC-1.0 with SHA-256.
//!
//! This is our own implementation, because Oxigraph's has no limits: a poisoned dataset fills the memory with
//! permutations or exhausts the stack. Oxigraph also takes a related node once where the Recommendation lists it for
//! each occurrence, so that its labels differ. A test compares the two on graphs without such nodes.

mod dataset;
mod paths;

use std::collections::BTreeMap;

use oxigraph::model::Quad;

use self::dataset::Dataset;
use self::paths::{Issuer, Paths, TooIntricate};
use super::lines;
use crate::export::ExportError;

/// The [canonical form](https://www.w3.org/TR/rdf-canon/#canonical-quads) of some quads: blank nodes are relabelled
/// `c14n0` and so on; lines are sorted by code points; each statement occurs once.
///
/// # Errors
/// [`ExportError::TooIntricate`] if so many blank nodes look alike that distinguishing them would take too long.
///
/// # Panics
/// Never: the algorithm labels every blank node.
#[expect(clippy::expect_used, reason = "the algorithm labels every blank node")]
pub fn canonical(quads: &[Quad]) -> Result<String, ExportError> {
    let dataset = Dataset::new(quads);
    let issuer = canonical_labels(&dataset).map_err(|TooIntricate| ExportError::TooIntricate {
        blank_nodes: dataset.len(),
    })?;
    let named = dataset.lines(|node| issuer.label(node).expect("a label for each node"));
    let ground = quads.iter().filter(|quad| !Dataset::has_blank_node(quad));
    Ok(lines::sorted(named.chain(ground.map(lines::line))).concat())
}

/// The [algorithm](https://www.w3.org/TR/rdf-canon/#canon-algo-algo) itself, with the numbers of its steps.
fn canonical_labels(dataset: &Dataset<'_>) -> Result<Issuer, TooIntricate> {
    // 3: nodes by the hash of their own statements.
    let mut alike: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for node in 0..dataset.len() {
        alike
            .entry(dataset.first_degree(node))
            .or_default()
            .push(node);
    }
    // 4: a node with a unique hash gets a label at once.
    let mut canonical = Issuer::new("c14n");
    for nodes in alike.values() {
        if let [alone] = nodes.as_slice() {
            canonical.issue(*alone);
        }
    }
    // 5: the other nodes, by the paths that start from them.
    let mut paths = Paths::new(dataset, canonical);
    for nodes in alike.values().filter(|nodes| nodes.len() > 1) {
        let mut found = Vec::new();
        for node in nodes {
            if paths.canonical.label(*node).is_none() {
                found.push(paths.from(*node)?);
            }
        }
        found.sort_by(|(_, hash), (_, other)| hash.cmp(other));
        for (issuer, _) in found {
            for node in issuer.order() {
                paths.canonical.issue(*node);
            }
        }
    }
    Ok(paths.canonical)
}
