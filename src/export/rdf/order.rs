//! The order of statements for readers: the vocabulary, then entities, acts and evidence.

use std::hash::Hash;

use foldhash::{HashMap, HashSet};
use oxigraph::model::{GraphNameRef, NamedNodeRef, NamedOrBlankNodeRef, Quad, Term};

use super::names::ReadingName;
use crate::vocab::shorten;
use crate::vocab::w3c::{rdf, rdfs};

/// Whether statements are grouped by their graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Graphs {
    /// Each graph separately, the default graph first.
    Apart,
    /// All graphs as one, without duplicate statements.
    Merged,
}

/// Sorts statements by graph, subject, predicate and object, and removes duplicates.
///
/// The first three are compared as ranks, so that sorting a million statements compares numbers instead of IRIs.
pub fn in_reading_order(quads: &[Quad], graphs: Graphs) -> Vec<&Quad> {
    let graph_name = |quad| match graphs {
        Graphs::Apart => graph_node(quad),
        Graphs::Merged => None,
    };
    let graph = ranks(quads.iter().map(graph_name), |name| {
        name.map(ReadingName::of)
    });
    let subject = ranks(quads.iter().map(|quad| quad.subject.as_ref()), |node| {
        ReadingName::of(*node)
    });
    let predicates = quads.iter().map(|quad| quad.predicate.as_ref());
    let predicate = ranks(predicates, predicate_key);
    let ranks = graph.zip(subject).zip(predicate);
    let mut ranked: Vec<_> = ranks.zip(quads).collect();
    ranked.sort_unstable_by(|(ranks, quad), (other_ranks, other)| {
        let objects = || object_key(&quad.object).cmp(&object_key(&other.object));
        ranks.cmp(other_ranks).then_with(objects)
    });
    ranked.dedup_by(|(ranks, quad), (other_ranks, other)| {
        ranks == other_ranks && quad.object == other.object
    });
    ranked.into_iter().map(|(_, quad)| quad).collect()
}

/// The rank of each name among the distinct names, in the order of their keys.
fn ranks<N, K>(
    names: impl Iterator<Item = N> + Clone,
    key: impl Fn(&N) -> K,
) -> impl Iterator<Item = usize>
where
    N: Copy + Eq + Hash,
    K: Ord,
{
    let distinct: HashSet<N> = names.clone().collect();
    let mut distinct: Vec<N> = distinct.into_iter().collect();
    distinct.sort_by_cached_key(key);
    let ranks: HashMap<N, usize> = distinct.into_iter().zip(0..).collect();
    names.filter_map(move |name| ranks.get(&name).copied())
}

/// The name of a graph; none for the default graph, which comes first.
fn graph_node(quad: &Quad) -> Option<NamedOrBlankNodeRef<'_>> {
    match quad.graph_name.as_ref() {
        GraphNameRef::DefaultGraph => None,
        GraphNameRef::NamedNode(node) => Some(node.into()),
        GraphNameRef::BlankNode(node) => Some(node.into()),
    }
}

/// `a`, then the label, then names as printed, and full IRIs last.
fn predicate_key<'a>(predicate: &NamedNodeRef<'a>) -> (bool, bool, bool, &'a str, &'a str) {
    let iri = predicate.as_str();
    let (prefix, local) = shorten(iri).map_or(("", iri), |(prefix, local)| (prefix.name, local));
    (
        *predicate != rdf::TYPE,
        *predicate != rdfs::LABEL,
        prefix.is_empty(),
        prefix,
        local,
    )
}

/// IRIs, then blank nodes, then literals.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum ObjectKey<'a> {
    Node(ReadingName<'a>),
    /// The language comes first, so that a corrected label stays on its line.
    Literal {
        language: &'a str,
        value: &'a str,
        datatype: &'a str,
    },
}

fn object_key(object: &Term) -> ObjectKey<'_> {
    match object {
        Term::NamedNode(node) => ObjectKey::Node(ReadingName::of(node.into())),
        Term::BlankNode(node) => ObjectKey::Node(ReadingName::of(node.into())),
        Term::Literal(literal) => ObjectKey::Literal {
            language: literal.language().unwrap_or_default(),
            value: literal.value(),
            datatype: literal.datatype().as_str(),
        },
    }
}
