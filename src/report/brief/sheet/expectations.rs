//! "To expect".

use super::citations::Citations;
use super::commands;
use super::wording::{LONG, absent, attribution, date, iris, kind, what};
use crate::document::{Block, Inlines, Item};
use crate::records::Claim;
use crate::report::attribution::in_text;
use crate::report::brief::facts::Facts;
use crate::report::brief::facts::expectations::Expectation;
use crate::report::brief::facts::open::Open;
use crate::report::brief::relationship::Relationship;
use crate::text::{capitalised, framed};

/// The most asks, commitments or sensitive points of one side.
const MOST: usize = 3;
const STANCES: &str = "--kind Objection --kind Warning --kind Concern";

/// The section for the reader's side, or a neutral one for both sides.
pub fn expectations(facts: &Facts<'_>, citations: &mut Citations<'_>) -> Vec<Block> {
    let relationship = &facts.relationship;
    let [a, b] = &facts.expectations;
    let name = |side: &Expectation<'_>| relationship.records.in_text(side.side);
    let mut items = Vec::new();
    match relationship.reader {
        Some(reader) => {
            let (own, other) = if reader == a.side { (a, b) } else { (b, a) };
            let other_name = name(other);
            let label = format!("{} may raise", capitalised(&other_name));
            items.push(raise(&label, other, relationship, citations));
            items.push(raise("You can raise", own, relationship, citations));
            items.push(sensitive(&other_name, other, relationship, citations));
        }
        None => {
            for side in [a, b] {
                let label = format!("{} may raise", capitalised(&name(side)));
                items.push(raise(&label, side, relationship, citations));
                items.push(sensitive(&name(side), side, relationship, citations));
            }
        }
    }
    vec![Block::heading(2, "To expect"), Block::List(items)]
}

/// The open asks of a side, then the open commitments to it.
fn raise(
    label: &str,
    side: &Expectation<'_>,
    relationship: &Relationship<'_>,
    citations: &mut Citations<'_>,
) -> Item {
    let is_reader = relationship.reader == Some(side.side);
    let [own, received] = if is_reader {
        ["your", "to you"]
    } else {
        ["its", "to it"]
    };
    let mut below = Vec::new();
    let lists = [
        (&side.asks, side.side),
        (&side.commitments, relationship.other(side.side)),
    ];
    for (claims, doer) in lists {
        for claim in claims.iter().take(MOST) {
            let kind = kind(relationship.records, claim.act);
            let label = match claim.act.by.as_slice() {
                [one] if *one == side.side => format!("{own} {kind}"),
                [_] => format!("{kind} {received}"),
                _ => format!("joint {kind}"),
            };
            below.push(item(&label, claim, relationship, citations));
        }
        let hidden: Vec<&Claim<'_>> = claims.iter().skip(MOST).collect();
        let command = commands::open(relationship, &hidden, &[doer]);
        below.extend(more(&hidden, command));
    }
    let line = Inlines::new().strong(format!("{label}:"));
    if below.is_empty() {
        let open = absent("no open ask or commitment", relationship, |one| {
            let side = Expectation::of(side.side, &Open::of(one), one);
            side.asks.len() + side.commitments.len()
        });
        return Item::new(line.text(format!(" {open}")));
    }
    Item::new(line).with_list(below)
}

/// The objections, warnings and concerns of a side.
fn sensitive(
    name: &str,
    side: &Expectation<'_>,
    relationship: &Relationship<'_>,
    citations: &mut Citations<'_>,
) -> Item {
    let line = Inlines::new().strong(format!("Sensitive for {name}:"));
    if side.sensitive.is_empty() {
        let stances = absent("no objection, warning or concern", relationship, |one| {
            Expectation::of(side.side, &Open::of(one), one)
                .sensitive
                .len()
        });
        return Item::new(line.text(format!(" {stances}")));
    }
    let mut below = Vec::new();
    for claim in side.sensitive.iter().take(MOST) {
        let targets = in_text(relationship.records, &claim.act.to);
        let kind = kind(relationship.records, claim.act);
        let label = kind + &framed(", toward ", &targets, ",");
        below.push(item(&label, claim, relationship, citations));
    }
    let hidden: Vec<&Claim<'_>> = side.sensitive.iter().skip(MOST).collect();
    let command = commands::acts(relationship, &hidden, &[side.side], STANCES);
    below.extend(more(&hidden, command));
    Item::new(line).with_list(below)
}

/// `its request of 15 June 2022: “…” [11]`
fn item(
    label: &str,
    claim: &Claim<'_>,
    relationship: &Relationship<'_>,
    citations: &mut Citations<'_>,
) -> Item {
    let records = relationship.records;
    let when = date(claim.when(records));
    let line = Inlines::from(format!("{label} of {when}: "));
    let line = line.then(what(records, claim.act, LONG));
    let line = line.text(attribution(relationship, claim));
    let cited = citations.acts(claim.reports.iter().copied());
    Item::new(line.cite(cited)).about(iris(records, claim))
}

/// `and 3 more: `, with the command that lists them.
fn more(hidden: &[&Claim<'_>], command: String) -> Option<Item> {
    let line = Inlines::from(format!("and {} more: ", hidden.len()));
    (!hidden.is_empty()).then(|| Item::new(line.code(command)))
}
