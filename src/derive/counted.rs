//! Which act each act counts as: of several reports of one act by the same doers, the report of the weakest kind.

use std::cmp::Ordering;

use foldhash::HashMap;

use super::classes::{Classes, numbers};
use super::links::Links;
use super::matches::{Matches, name};
use super::statements::{DerivedGraph, Node, Statements};
use crate::vocab::bil::{self, derived};

/// The strength and the order of a kind; a kind without a strength is weaker than any with one.
type Rank = [f64; 2];

/// Writes which act each act counts as; an act that no other text reports counts as itself.
pub fn write<'a>(
    statements: &Statements<'a>,
    classes: &Classes<'a>,
    matches: &Matches<'a>,
    graph: &mut DerivedGraph,
) {
    let ranks = ranks(statements, classes);
    let by = Links::of(statements.links(bil::BY));
    let reports = |act: Node<'a>| {
        let mut doers: Vec<&str> = by.targets(act).iter().map(|doer| name(*doer)).collect();
        doers.sort_unstable();
        doers.dedup();
        (matches.group(act), doers)
    };
    let mut weakest: HashMap<_, (Node<'a>, Rank)> = HashMap::default();
    for (act, rank) in &ranks {
        let known = weakest.entry(reports(*act)).or_insert((*act, *rank));
        if compare((*act, *rank), *known).is_lt() {
            *known = (*act, *rank);
        }
    }
    for (act, _) in &ranks {
        let counted = weakest.get(&reports(*act)).map_or(*act, |(act, _)| *act);
        graph.add(*act, derived::COUNTS_AS, counted);
    }
}

/// The rank of every act: that of its strongest kind.
fn ranks<'a>(statements: &Statements<'a>, classes: &Classes<'a>) -> Vec<(Node<'a>, Rank)> {
    let [strengths, orders] =
        [bil::STRENGTH, bil::ORDER].map(|property| numbers(property, statements));
    let of_kind = |kind: Node<'a>| {
        [&strengths, &orders].map(|of| of.get(&kind).copied().unwrap_or(f64::NEG_INFINITY))
    };
    let acts = classes.acts().map(|(act, kinds)| {
        let ranks = kinds.into_iter().map(of_kind);
        let strongest = ranks.max_by(|a, b| compare_ranks(*a, *b));
        (act, strongest.unwrap_or([f64::NEG_INFINITY; 2]))
    });
    acts.collect()
}

/// The weaker act first; of equal ones, the first by name.
fn compare((a, rank): (Node<'_>, Rank), (b, other): (Node<'_>, Rank)) -> Ordering {
    compare_ranks(rank, other).then_with(|| name(a).cmp(name(b)))
}

fn compare_ranks([strength, order]: Rank, [other_strength, other_order]: Rank) -> Ordering {
    let by_strength = strength.total_cmp(&other_strength);
    by_strength.then_with(|| order.total_cmp(&other_order))
}
