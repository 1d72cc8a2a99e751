//! Drops statements that occur twice.

use std::hash::{BuildHasher, RandomState};

use oxigraph::model::{GraphNameRef, Quad, TripleRef};

use crate::vocab::graph;

/// Drops a quad that occurs again, or a triple of the ontology that occurs again in the reference graph.
///
/// Other graphs have the readout in the IRIs of their subjects, or are named by the file itself.
pub fn drop_repeated(mut quads: Vec<Quad>) -> Vec<Quad> {
    let hasher = RandomState::new();
    let mut rows: Vec<(u64, usize)> = quads
        .iter()
        .map(|quad| hasher.hash_one(identity(quad)))
        .zip(0..)
        .collect();
    // Sorting by hash is several times faster than a set of the terms, which hashes them again whenever it grows.
    rows.sort_unstable();
    let mut repeated = vec![false; quads.len()];
    let same_hash = rows.chunk_by(|(hash, _), (next, _)| hash == next);
    for candidates in same_hash.filter(|rows| rows.len() > 1) {
        let mut earlier: Vec<&Quad> = Vec::new();
        for (_, row) in candidates {
            let (Some(quad), Some(is_repeated)) = (quads.get(*row), repeated.get_mut(*row)) else {
                continue;
            };
            *is_repeated = earlier
                .iter()
                .any(|earlier| identity(earlier) == identity(quad));
            if !*is_repeated {
                earlier.push(quad);
            }
        }
    }
    let mut repeated = repeated.into_iter();
    quads.retain(|_| repeated.next() == Some(false));
    quads
}

/// A triple with its graph; the ontology and the reference graph are one.
fn identity(quad: &Quad) -> (TripleRef<'_>, GraphNameRef<'_>) {
    let name = quad.graph_name.as_ref();
    let shared = [graph::ONTOLOGY, graph::REFERENCE].map(GraphNameRef::from);
    let home = if shared.contains(&name) {
        GraphNameRef::DefaultGraph
    } else {
        name
    };
    (quad.as_ref().into(), home)
}

#[cfg(test)]
mod tests {
    use oxigraph::model::{NamedNode, NamedNodeRef};

    use super::*;

    #[test]
    fn the_first_of_equal_statements_stays() {
        let node = |name: &str| NamedNode::new_unchecked(format!("https://example.org/{name}"));
        let quad =
            |name: &str, graph: NamedNode| Quad::new(node(name), node("p"), node("o"), graph);
        let [ontology, reference] =
            [graph::ONTOLOGY, graph::REFERENCE].map(NamedNodeRef::into_owned);
        let quads = vec![
            quad("a", ontology.clone()),
            quad("b", reference.clone()),
            quad("a", node("readout")),
            quad("a", reference.clone()),
            quad("b", reference.clone()),
            quad("c", reference),
        ];
        let kept = drop_repeated(quads.clone());
        assert_eq!(kept, [&quads[..3], &quads[5..]].concat());
    }
}
