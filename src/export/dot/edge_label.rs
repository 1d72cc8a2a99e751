//! The label of an edge: how many acts of which kinds, the most binding first.

use std::cmp::Reverse;

use oxigraph::model::NamedNode;
use unicode_width::UnicodeWidthStr;

use super::elements::{EdgeRef, NodeRef};
use super::words::wrapped;
use crate::network::{Edge, Facts, Share};
use crate::vocab::{Namespace, bil};

/// From this number on, a number is written in scientific notation.
const LARGE: f64 = 1e6;
/// The width of a label, in terminal columns.
const COLUMNS: usize = 16;
/// The maximum number of lines of one part of it.
const LINES: usize = 5;
/// The maximum number of kinds in a label.
const KINDS: usize = 2;

/// The lines of a label: `7 offers, 2 deliveries and 12 more`.
///
/// An edge of our own that is not an act and has neither a number nor a year gets no label: its ends explain it.
pub fn lines(edge_ref: EdgeRef<'_>, facts: &Facts) -> Vec<String> {
    let edge = edge_ref.edge;
    if let [only] = edge.shares.as_slice()
        && !is_act(&only.relation, facts)
    {
        let years = years(edge_ref, facts);
        let is_one = is_one(only.weight);
        if is_one && years.is_empty() && is_own(&only.relation) {
            return Vec::new();
        }
        let name = match (is_one, lasts(edge)) {
            // The years say enough of a post.
            (true, true) if !years.is_empty() => String::new(),
            (true, _) => noun(only, facts),
            (false, _) => counted(only, facts),
        };
        let comma = if years.is_empty() || is_one { "" } else { "," };
        return wrapped(&[&name, comma, &years].concat(), COLUMNS, LINES);
    }
    let mut shares: Vec<&Share> = edge.shares.iter().collect();
    shares.sort_by(|one, other| {
        let by = |share: &&Share| interest(share, facts);
        let by_weight = other.weight.total_cmp(&one.weight);
        let by_interest = by(other).total_cmp(&by(one));
        let place = |share: &&Share| Reverse(facts.rank(&share.relation).0);
        by_interest
            .then(by_weight)
            .then(place(one).cmp(&place(other)))
    });
    let (shown, rest) = shares.split_at(shares.len().min(KINDS));
    let more: f64 = rest.iter().map(|share| share.weight).sum();
    let mut parts: Vec<String> = shown.iter().map(|share| counted(share, facts)).collect();
    if !rest.is_empty() {
        parts.push(format!("and {} more", number(more.min(f64::MAX))));
    }
    packed(&parts)
}

/// How much a share of an edge matters to a reader: its number, times the strength of a commitment; an account matters
/// least.
fn interest(share: &Share, facts: &Facts) -> f64 {
    if facts.group(&share.relation).as_ref() == bil::class::ACCOUNT {
        return 0.0;
    }
    let of_relation = facts.relations.get(&share.relation);
    let strength = of_relation.and_then(|facts| facts.strength);
    share.weight * f64::from(strength.unwrap_or(1))
}

/// Parts joined by commas, as many on a line as fit; a part that is too long is wrapped.
fn packed(parts: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let next = parts.get(index + 1);
        let comma = if next.is_some_and(|next| !next.starts_with("and ")) {
            ","
        } else {
            ""
        };
        let part = [part, comma].concat();
        match lines.last_mut() {
            Some(line) if line.width() + 1 + part.width() <= COLUMNS => {
                line.push(' ');
                line.push_str(&part);
            }
            _ => lines.extend(wrapped(&part, COLUMNS, LINES)),
        }
    }
    lines
}

/// `Belarus → Kaliningrad Oblast: 7 offers (2017 – 2025)`
pub fn heading(EdgeRef { from, to, edge, .. }: EdgeRef<'_>, facts: &Facts) -> String {
    let arrow = if edge.mutual { '↔' } else { '→' };
    let dates = match (&edge.first_date, &edge.last_date) {
        (Some(first), Some(last)) if first != last => format!(" ({first} – {last})"),
        (Some(date), _) => format!(" ({date})"),
        _ => String::new(),
    };
    let kinds = kinds(edge, facts).join(", ");
    format!("{} {arrow} {}: {kinds}{dates}", from.label, to.label)
}

/// All relations of an edge in their order, each with its number; one that is not an act only if it is not 1.
fn kinds(edge: &Edge, facts: &Facts) -> Vec<String> {
    let of_share = |share: &Share| {
        if is_one(share.weight) && !is_act(&share.relation, facts) {
            noun(share, facts)
        } else {
            counted(share, facts)
        }
    };
    edge.shares.iter().map(of_share).collect()
}

/// `7 offers`
fn counted(share: &Share, facts: &Facts) -> String {
    [&number(share.weight), " ", &noun(share, facts)].concat()
}

/// `offers`
fn noun(share: &Share, facts: &Facts) -> String {
    facts.noun(&share.relation, is_one(share.weight))
}

/// Whether a relation is a kind of act; an unknown one may be.
fn is_act(relation: &NamedNode, facts: &Facts) -> bool {
    let facts = facts.relations.get(relation);
    facts.is_none_or(|facts| facts.group.is_some() || facts.order != u32::MAX)
}

/// Whether a relation is one of our ontology, not of a dossier.
fn is_own(relation: &NamedNode) -> bool {
    relation.as_str().starts_with(Namespace::Ontology.iri())
}

/// The years of a relation that is not a kind of act, such as ` 2017–2024`, or ` from 2024` for a current post. Empty
/// if an end of the edge shows its own date.
fn years(EdgeRef { from, to, edge, .. }: EdgeRef<'_>, facts: &Facts) -> String {
    let year = |date: &Option<String>| date.as_deref()?.get(..4).map(str::to_owned);
    let has_group = |relation| facts.group(relation) != relation;
    let is_kind = has_group(&edge.relation);
    let is_bundle = edge.shares.iter().any(|share| has_group(&share.relation));
    let has_date = |node: &NodeRef<'_>| node.date().is_some();
    match (year(&edge.first_date), year(&edge.last_date)) {
        _ if is_kind || is_bundle || has_date(from) || has_date(to) => String::new(),
        (Some(first), Some(last)) if first != last => format!(" {first}–{last}"),
        // A post with only one known date began on that date.
        (Some(year), _) if lasts(edge) && edge.first_date == edge.last_date => {
            format!(" from {year}")
        }
        (Some(year), _) => format!(" {year}"),
        _ => String::new(),
    }
}

fn lasts(edge: &Edge) -> bool {
    [bil::POST, bil::MEMBER_OF].contains(&edge.relation.as_ref())
}

fn is_one(weight: f64) -> bool {
    number(weight) == "1"
}

/// A number with at most two decimals.
fn number(weight: f64) -> String {
    let hundredths = (weight * 100.0).round() / 100.0;
    if hundredths < LARGE {
        hundredths.to_string()
    } else {
        format!("{hundredths:.1e}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_at_most_two_decimals() {
        let shown = [1.0, 3.0, 0.1 + 0.2, 0.0, 1e300].map(number);
        assert_eq!(shown, ["1", "3", "0.3", "0", "1.0e300"]);
    }
}
