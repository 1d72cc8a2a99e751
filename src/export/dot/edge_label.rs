//! The label of an edge: its relation, or the kinds that are bundled in it, with their numbers.

use unicode_width::UnicodeWidthStr;

use super::ends::NodeRef;
use super::words::wrapped_within;
use crate::network::{Edge, Facts, Share};
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
pub fn lines(ends: [&NodeRef<'_>; 2], edge: &Edge, facts: &Facts) -> Vec<String> {
    let parts = match edge.shares.as_slice() {
        [only] if is_plain(only, edge, facts) && years(ends, edge, facts).is_empty() => Vec::new(),
        [only] => {
            let years = years(ends, edge, facts);
            let comma = if years.is_empty() || times(edge.weight).is_empty() {
                ""
            } else {
                ","
            };
            vec![[&share(only, facts), comma, &years].concat()]
        }
        shares if is_one_group(edge, facts) => listed(shares, facts),
        shares => listed(&by_group(shares, facts), facts),
    };
    let is_named = edge.shares.len() > 1 && is_one_group(edge, facts);
    let name = || [facts.relation_label(&edge.relation), times(edge.weight)].concat();
    let named = is_named.then(|| format!("{}:", name()));
    let mut lines: Vec<String> = named.into_iter().chain(packed(&parts)).collect();
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
            _ => lines.extend(wrapped_within(&part, COLUMNS, LINES)),
        }
    }
    lines
}

/// `Belarus → Kaliningrad Oblast: Offer ×7`
pub fn heading(ends: [&NodeRef<'_>; 2], edge: &Edge, facts: &Facts) -> String {
    let [source, target] = ends.map(|end| &end.label);
    let arrow = if edge.mutual { '↔' } else { '→' };
    let dates = match (&edge.first_date, &edge.last_date) {
        (Some(first), Some(last)) if first != last => format!(" ({first} – {last})"),
        (Some(date), _) => format!(" ({date})"),
        _ => String::new(),
    };
    let all = listed(&edge.shares, facts).join(", ");
    format!("{source} {arrow} {target}: {all}{dates}")
}

/// Whether the relation is not a kind of act and occurs once.
fn is_plain(share: &Share, edge: &Edge, facts: &Facts) -> bool {
    let known = facts.relations.get(&share.relation);
    let is_act = known.is_none_or(|known| known.group.is_some() || known.order != u32::MAX);
    !is_act && times(edge.weight).is_empty()
}

fn is_one_group(edge: &Edge, facts: &Facts) -> bool {
    let mut shares = edge.shares.iter();
    shares.all(|share| facts.group(&share.relation) == &edge.relation)
}

/// The shares of each group, added up.
fn by_group(shares: &[Share], facts: &Facts) -> Vec<Share> {
    let mut groups: Vec<Share> = Vec::new();
    for share in shares {
        let relation = facts.group(&share.relation);
        match groups.iter_mut().find(|group| group.relation == *relation) {
            Some(group) => group.weight += share.weight,
            None => groups.push(Share {
                relation: relation.clone(),
                weight: share.weight,
            }),
        }
    }
    groups
}

fn listed(shares: &[Share], facts: &Facts) -> Vec<String> {
    shares.iter().map(|part| share(part, facts)).collect()
}

fn share(share: &Share, facts: &Facts) -> String {
    [facts.relation_label(&share.relation), times(share.weight)].concat()
}

/// The years of a relation that is not a kind of act, such as ` 2017–2024`, or ` from 2024` for a current post. Empty
/// if an end of the edge shows its own date.
fn years(ends: [&NodeRef<'_>; 2], edge: &Edge, facts: &Facts) -> String {
    let year = |date: &Option<String>| date.as_deref()?.get(..4).map(str::to_owned);
    let is_kind = facts.group(&edge.relation) != &edge.relation;
    let has_date = |end: &NodeRef<'_>| end.known.is_some_and(|known| known.date.is_some());
    match (year(&edge.first_date), year(&edge.last_date)) {
        _ if is_kind || is_a_group(edge, facts) || ends.into_iter().any(has_date) => String::new(),
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

/// Whether the edge is a bundle of one kind, with the name of its group.
fn is_a_group(edge: &Edge, facts: &Facts) -> bool {
    edge.shares
        .iter()
        .any(|share| facts.group(&share.relation) != &share.relation)
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
    fn a_label_says_how_often_unless_once() {
        let told = [1.0, 3.0, 0.1 + 0.2, 0.0, 1e300].map(times);
        assert_eq!(told, ["", " ×3", " ×0.3", " ×0", " ×1.0e300"]);
    }
}
