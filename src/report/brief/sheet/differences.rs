//! "Where the two sides' texts differ".

use super::citations::Citations;
use super::wording::{LONG, date, kind, quote, what};
use crate::document::{Block, Inlines, Item};
use crate::records::{Act, Figure, Records};
use crate::report::amount::with_unit;
use crate::report::brief::facts::Facts;
use crate::report::brief::facts::differences::Difference;
use crate::report::brief::relationship::Relationship;
use crate::text::{capitalised, with_article};

/// The most lines.
const LINES: usize = 3;
/// The most acts that one line names for one side.
const ACTS: usize = 2;

pub fn differences(facts: &Facts<'_>, citations: &mut Citations<'_>) -> Vec<Block> {
    let differences = facts.differences.iter().take(LINES);
    let items = differences.map(|difference| item(difference, &facts.relationship, citations));
    let items: Vec<Item> = items.collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        Block::heading(2, "Where the two sides’ texts differ"),
        Block::List(items),
    ]
}

fn item(
    difference: &Difference<'_>,
    relationship: &Relationship<'_>,
    citations: &mut Citations<'_>,
) -> Item {
    let records = relationship.records;
    let [a, b] = relationship.sides.map(|side| records.in_text(side));
    let mut acts: Vec<&Act> = Vec::new();
    let mut parts: Vec<Inlines> = Vec::new();
    for [first, second] in &difference.pairs {
        let [one, other] = [first, second].map(|act| with_article(&kind(records, act)));
        let a = if parts.is_empty() {
            capitalised(&a)
        } else {
            a.clone()
        };
        let line = Inlines::from(format!("{a} reports {one}, {b} {other}: "));
        let line = line.then(what(records, first, LONG));
        parts.push(line.cite(citations.acts([*first, *second])));
        acts.extend([first, second]);
    }
    let sides = [a, b]
        .into_iter()
        .zip(&difference.amounts)
        .zip(&difference.alone);
    for ((side, amounts), alone) in sides {
        let with_figures = amounts
            .iter()
            .map(|(act, figures)| (*act, figures.as_slice()));
        let others = alone.iter().map(|act| (*act, [].as_slice()));
        let mut shown: Vec<(&Act, &[&Figure])> = with_figures.chain(others).collect();
        let hidden = shown.split_off(ACTS.min(shown.len()));
        if shown.is_empty() {
            continue;
        }
        let described = shown.into_iter().map(|(act, figures)| {
            acts.push(act);
            described(records, act, figures).cite(citations.acts([act]))
        });
        let described: Vec<Inlines> = described.collect();
        let part = Inlines::from(format!("only the text of {side} has "));
        let part = part.joined(described, " and ");
        parts.push(match hidden.len() {
            0 => part,
            more => part.text(format!(" and {more} more")),
        });
    }
    let when = date(difference.meeting.when.as_ref());
    let line = Inlines::new().strong(format!("{when}:")).text(" ");
    let iris = acts.iter().map(|act| records.iri(act.id).to_owned());
    Item::new(line.joined(parts, "; ")).about(iris.collect())
}

/// `a request: “…”`, or the figures and the words.
fn described(records: &Records, act: &Act, figures: &[&Figure]) -> Inlines {
    let amounts: Vec<String> = figures.iter().map(|figure| with_unit(figure)).collect();
    let subject = if amounts.is_empty() {
        with_article(&kind(records, act))
    } else {
        amounts.join(" and ")
    };
    let line = Inlines::from(format!("{subject}: "));
    match quote(act, LONG) {
        Some(words) => line.quote(words),
        None => line.then(what(records, act, LONG)),
    }
}
