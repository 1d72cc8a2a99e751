//! The order of statements for readers: the vocabulary, then entities, acts and evidence.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::Hash;

use oxigraph::model::{GraphNameRef, LiteralRef, NamedNodeRef, NamedOrBlankNodeRef, Quad, TermRef};

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
pub fn in_reading_order(quads: &[Quad], graphs: Graphs) -> Vec<&Quad> {
    let ranks = ranks_of(quads, graphs);
    let mut ranked: Vec<([usize; 3], &Quad)> = ranks.into_iter().zip(quads).collect();
    ranked.sort_unstable_by(|(ranks, quad), (other_ranks, other)| {
        ranks
            .cmp(other_ranks)
            .then_with(|| object_order(quad.object.as_ref(), other.object.as_ref()))
    });
    ranked.dedup_by(|(ranks, quad), (other_ranks, other)| {
        ranks == other_ranks && quad.object == other.object
    });
    ranked.into_iter().map(|(_, quad)| quad).collect()
}

/// The ranks of the graph, subject and predicate of each statement; merged graphs all have the first rank.
///
/// They are computed once, so that sorting a million statements compares numbers instead of IRIs.
fn ranks_of(quads: &[Quad], graphs: Graphs) -> Vec<[usize; 3]> {
    let graph_name = |quad| match graphs {
        Graphs::Apart => Quad::as_ref(quad).graph_name,
        Graphs::Merged => GraphNameRef::DefaultGraph,
    };
    let graph_ranks = ranks(quads.iter().map(graph_name), graph_key);
    let subject_ranks = ranks(quads.iter().map(|quad| quad.subject.as_ref()), subject_key);
    let predicate_ranks = ranks(
        quads.iter().map(|quad| quad.predicate.as_ref()),
        predicate_key,
    );
    graph_ranks
        .into_iter()
        .zip(subject_ranks)
        .zip(predicate_ranks)
        .map(|((graph, subject), predicate)| [graph, subject, predicate])
        .collect()
}

/// The rank of each name among the distinct names, in the order of their keys.
fn ranks<N, K>(names: impl Iterator<Item = N>, key: impl Fn(&N) -> K) -> Vec<usize>
where
    N: Copy + Eq + Hash,
    K: Ord,
{
    let mut numbers: HashMap<N, usize> = HashMap::new();
    let mut last = None;
    let number = |name| match last {
        // Statements come in runs: the graph and the subject are usually those of the statement before.
        Some((last_name, number)) if last_name == name => number,
        _ => {
            let next = numbers.len();
            let number = *numbers.entry(name).or_insert(next);
            last = Some((name, number));
            number
        }
    };
    let numbered: Vec<usize> = names.map(number).collect();
    let mut distinct: Vec<(N, usize)> = numbers.into_iter().collect();
    distinct.sort_by_cached_key(|(name, _)| key(name));
    let mut places: Vec<(usize, usize)> = distinct
        .into_iter()
        .enumerate()
        .map(|(rank, (_, number))| (number, rank))
        .collect();
    places.sort_unstable();
    let rank = |number| places.get(number).map(|(_, rank)| *rank);
    numbered.into_iter().filter_map(rank).collect()
}

/// The default graph has no name and comes first.
fn graph_key<'a>(graph: &GraphNameRef<'a>) -> Option<ReadingName<'a>> {
    match graph {
        GraphNameRef::DefaultGraph => None,
        GraphNameRef::NamedNode(node) => Some(ReadingName::of_iri(node.as_str())),
        GraphNameRef::BlankNode(node) => Some(ReadingName::of_blank(node.as_str())),
    }
}

fn subject_key<'a>(subject: &NamedOrBlankNodeRef<'a>) -> ReadingName<'a> {
    match subject {
        NamedOrBlankNodeRef::NamedNode(node) => ReadingName::of_iri(node.as_str()),
        NamedOrBlankNodeRef::BlankNode(node) => ReadingName::of_blank(node.as_str()),
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
fn object_order(a: TermRef<'_>, b: TermRef<'_>) -> Ordering {
    match (a, b) {
        (TermRef::Literal(a), TermRef::Literal(b)) => literal_key(&a).cmp(&literal_key(&b)),
        (TermRef::Literal(_), _) => Ordering::Greater,
        (_, TermRef::Literal(_)) => Ordering::Less,
        _ => node_name(a).cmp(&node_name(b)),
    }
}

fn node_name(term: TermRef<'_>) -> Option<ReadingName<'_>> {
    match term {
        TermRef::NamedNode(node) => Some(ReadingName::of_iri(node.as_str())),
        TermRef::BlankNode(node) => Some(ReadingName::of_blank(node.as_str())),
        TermRef::Literal(_) => None,
    }
}

/// The language comes first, so that a corrected label stays on its line.
fn literal_key<'a>(literal: &LiteralRef<'a>) -> (&'a str, &'a str, &'a str) {
    (
        literal.language().unwrap_or_default(),
        literal.value(),
        literal.datatype().as_str(),
    )
}
