//! "To expect".

use std::collections::BTreeSet;

use super::citations::Citations;
use super::commands;
use super::wording::{LONG, absent, attribution, date, iris, kind, topic, what, with_terms};
use crate::document::{Block, Inlines, Item};
use crate::records::{Claim, Id};
use crate::report::attribution::in_text;
use crate::report::brief::facts::Facts;
use crate::report::brief::facts::expectations::Expectation;
use crate::report::brief::facts::open::Open;
use crate::report::brief::relationship::Relationship;
use crate::text::{capitalised, framed};
use crate::vocab::bil::class;

/// The most asks and commitments of one side.
const POINTS: usize = 5;
/// The most sensitive points of one side.
const STANCES: usize = 3;

/// What the section is made of.
struct Section<'s, 'a> {
    relationship: &'s Relationship<'a>,
    /// The acts that the table of commitments shows.
    in_table: &'s BTreeSet<Id>,
    citations: &'s mut Citations<'a>,
}

/// The section for the reader's side, or a neutral one for both sides.
pub fn expectations<'a>(
    facts: &Facts<'a>,
    in_table: &BTreeSet<Id>,
    citations: &mut Citations<'a>,
) -> Vec<Block> {
    let relationship = &facts.relationship;
    let mut section = Section {
        relationship,
        in_table,
        citations,
    };
    let [a, b] = &facts.expectations;
    let name = |side: &Expectation<'_>| relationship.records.in_text(side.side);
    let mut items = Vec::new();
    match relationship.reader {
        Some(reader) => {
            let (own, other) = if reader == a.side { (a, b) } else { (b, a) };
            let other_name = name(other);
            let label = format!("{} may raise", capitalised(&other_name));
            items.push(raise(&label, other, &mut section));
            items.push(raise("You can raise", own, &mut section));
            items.push(sensitive(&other_name, other, &mut section));
        }
        None => {
            for side in [a, b] {
                let label = format!("{} may raise", capitalised(&name(side)));
                items.push(raise(&label, side, &mut section));
                items.push(sensitive(&name(side), side, &mut section));
            }
        }
    }
    vec![Block::heading(2, "To expect"), Block::List(items)]
}

/// The open asks of a side and the open commitments to it; the table has more on those that it shows.
fn raise(label: &str, side: &Expectation<'_>, section: &mut Section<'_, '_>) -> Item {
    let relationship = section.relationship;
    let line = Inlines::new().strong(format!("{label}:"));
    if side.points.is_empty() {
        let open = absent("no open ask or commitment", relationship, |one| {
            Expectation::of(side.side, &Open::of(one), one).points.len()
        });
        return Item::new(line.text(format!(" {open}")));
    }
    let is_reader = relationship.reader == Some(side.side);
    let [own, received] = if is_reader {
        ["your", "to you"]
    } else {
        ["its", "to it"]
    };
    let points = side.points.iter().take(POINTS);
    let below = points.map(|claim| {
        let kind = kind(relationship.records, claim.act);
        let label = match claim.act.by.as_slice() {
            [one] if *one == side.side => format!("{own} {kind}"),
            [_] => format!("{kind} {received}"),
            _ => format!("joint {kind}"),
        };
        section.item(&label, claim)
    });
    let mut below: Vec<Item> = below.collect();
    let all: Vec<&Claim<'_>> = side.points.iter().collect();
    let doers = [side.side, relationship.other(side.side)];
    let command = || commands::open(relationship, &all, &doers);
    below.extend(more(all.len().saturating_sub(POINTS), command));
    Item::new(line).with_list(below)
}

/// The objections, warnings and concerns of a side.
fn sensitive(name: &str, side: &Expectation<'_>, section: &mut Section<'_, '_>) -> Item {
    let relationship = section.relationship;
    let line = Inlines::new().strong(format!("Sensitive for {name}:"));
    if side.sensitive.is_empty() {
        let stances = absent("no objection, warning or concern", relationship, |one| {
            let side = Expectation::of(side.side, &Open::of(one), one);
            side.sensitive.len()
        });
        return Item::new(line.text(format!(" {stances}")));
    }
    let stances = side.sensitive.iter().take(STANCES);
    let below = stances.map(|claim| {
        let targets = in_text(relationship.records, &claim.act.to);
        let kind = kind(relationship.records, claim.act);
        let label = kind + &framed(", toward ", &targets, ",");
        section.item(&label, claim)
    });
    let mut below: Vec<Item> = below.collect();
    let all: Vec<&Claim<'_>> = side.sensitive.iter().collect();
    let kinds = [class::OBJECTION, class::WARNING, class::CONCERN];
    let command = || commands::acts(relationship, &all, &[side.side], &kinds);
    below.extend(more(all.len().saturating_sub(STANCES), command));
    Item::new(line).with_list(below)
}

impl Section<'_, '_> {
    /// `its request of 15 June 2022: “…” [11]`; in a few words if the table shows it.
    fn item(&mut self, label: &str, claim: &Claim<'_>) -> Item {
        let records = self.relationship.records;
        let act = claim.act;
        let line = Inlines::from(format!("{label} of {}", date(claim.when(records))));
        let mut reports = claim.reports.iter();
        let line = if reports.any(|act| self.in_table.contains(&act.id)) {
            line.then(topic(records, act)).text(" (in the table)")
        } else {
            let what = with_terms(records, what(records, act, LONG), act);
            line.text(": ")
                .then(what)
                .text(attribution(self.relationship, claim))
        };
        let cited = self.citations.acts(claim.reports.iter().copied());
        Item::new(line.cite(cited)).about(iris(records, claim))
    }
}

/// `and 3 more, among the 9 of `, with the command that lists these.
fn more(hidden: usize, command: impl FnOnce() -> Inlines) -> Option<Item> {
    (hidden > 0).then(|| Item::new(Inlines::from(format!("and {hidden} more")).then(command())))
}
