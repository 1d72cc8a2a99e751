//! The label of an edge: its relation, or the kinds that are bundled in it, with their numbers.

use oxigraph::model::NamedNode;
use unicode_width::UnicodeWidthStr;

use super::elements::{EdgeRef, NodeRef};
use super::segments::by_group;
use super::words::wrapped;
use crate::network::{Edge, Facts};
use crate::vocab::bil;

/// From this weight on, a weight is written in scientific notation.
const LARGE: f64 = 1e6;
/// From this weight on, an edge is so thick that it would touch its label.
const HEAVY: f64 = 5.0;
/// The width of a label, in terminal columns.
const COLUMNS: usize = 26;
/// The maximum number of lines of one part of it.
const LINES: usize = 6;

/// The lines of a label: the name of a group of kinds and below it the kinds, otherwise the relations, each with its
/// number.
///
/// An edge that is not an act and has neither a number nor a year gets no label, because the legend explains its line.
pub fn lines(edge_ref: EdgeRef<'_>, facts: &Facts) -> Vec<String> {
    let edge = edge_ref.edge;
    let number = times(edge.weight);
    let mut lines = Vec::new();
    match edge.shares.as_slice() {
        [only] => {
            let years = years(edge_ref, facts);
            let is_plain = number.is_empty() && !is_act(&only.relation, facts);
            if !is_plain || !years.is_empty() {
                let comma = if years.is_empty() || number.is_empty() {
                    ""
                } else {
                    ","
                };
                let name = with_number(&only.relation, only.weight, facts);
                lines.extend(packed(&[[&name, comma, &years].concat()]));
            }
        }
        _ if is_one_group(edge, facts) => {
            lines.push([&facts.relation_label(&edge.relation), &number, ":"].concat());
            lines.extend(packed(&kinds(edge, facts)));
        }
        shares => {
            let groups = by_group(shares, facts).into_iter();
            let groups = groups.map(|(group, weight)| with_number(group, weight, facts));
            lines.extend(packed(&groups.collect::<Vec<_>>()));
        }
    }
    if lines.len() > 1 || (lines.len() == 1 && edge.weight > HEAVY) {
        // A line of its own, so that a thick edge does not cross the last words.
        lines.push(" ".to_owned());
    }
    lines
}

/// Parts joined by commas, as many on a line as fit; a part that is too long is wrapped.
fn packed(parts: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let comma = if index + 1 < parts.len() { "," } else { "" };
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

/// `Belarus → Kaliningrad Oblast: Offer ×7`
pub fn heading(EdgeRef { from, to, edge }: EdgeRef<'_>, facts: &Facts) -> String {
    let arrow = if edge.mutual { '↔' } else { '→' };
    let dates = match (&edge.first_date, &edge.last_date) {
        (Some(first), Some(last)) if first != last => format!(" ({first} – {last})"),
        (Some(date), _) => format!(" ({date})"),
        _ => String::new(),
    };
    let kinds = kinds(edge, facts).join(", ");
    format!("{} {arrow} {}: {kinds}{dates}", from.label, to.label)
}

/// The relations of an edge, each with its number.
fn kinds(edge: &Edge, facts: &Facts) -> Vec<String> {
    let shares = edge.shares.iter();
    shares
        .map(|share| with_number(&share.relation, share.weight, facts))
        .collect()
}

fn with_number(relation: &NamedNode, weight: f64, facts: &Facts) -> String {
    [facts.relation_label(relation), times(weight)].concat()
}

/// Whether a relation is a kind of act; an unknown one may be.
fn is_act(relation: &NamedNode, facts: &Facts) -> bool {
    let facts = facts.relations.get(relation);
    facts.is_none_or(|facts| facts.group.is_some() || facts.order != u32::MAX)
}

fn is_one_group(edge: &Edge, facts: &Facts) -> bool {
    let mut shares = edge.shares.iter();
    shares.all(|share| facts.group(&share.relation) == &edge.relation)
}

/// The years of a relation that is not a kind of act, such as ` 2017–2024`, or ` from 2024` for a current post. Empty
/// if an end of the edge shows its own date.
fn years(EdgeRef { from, to, edge }: EdgeRef<'_>, facts: &Facts) -> String {
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

/// ` ×3`; empty for one.
fn times(weight: f64) -> String {
    let hundredths = (weight * 100.0).round() / 100.0;
    if (hundredths - 1.0).abs() < f64::EPSILON {
        String::new()
    } else if hundredths < LARGE {
        format!(" ×{hundredths}")
    } else {
        format!(" ×{hundredths:.1e}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_has_a_number_unless_it_is_one() {
        let shown = [1.0, 3.0, 0.1 + 0.2, 0.0, 1e300].map(times);
        assert_eq!(shown, ["", " ×3", " ×0.3", " ×0", " ×1.0e300"]);
    }
}
