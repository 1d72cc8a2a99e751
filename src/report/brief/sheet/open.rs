//! "Open".

use std::collections::BTreeSet;

use super::citations::Citations;
use super::commands;
use super::wording::{
    LONG, absent, actors, attribution, counts, date, iris, kind, quote, what, with_terms,
};
use crate::document::{Block, Inline, Inlines, Item};
use crate::records::{Act, Claim, Id};
use crate::report::brief::facts::Facts;
use crate::report::brief::facts::open::Open;
use crate::report::brief::relationship::Relationship;
use crate::text::capitalised;

/// The section with so many lines, and so many words of each quote; what the table shows is only counted.
pub fn open(
    facts: &Facts<'_>,
    lines: usize,
    quoted: usize,
    shown: &BTreeSet<Id>,
    citations: &mut Citations<'_>,
) -> Vec<Block> {
    let relationship = &facts.relationship;
    let open = &facts.open;
    let is_shown = |claim: &&Claim<'_>| claim.reports.iter().any(|act| shown.contains(&act.id));
    let (above, mut pending): (Vec<&Claim<'_>>, Vec<&Claim<'_>>) =
        open.pending.iter().partition(is_shown);
    let hidden = pending.split_off(lines.min(pending.len()));
    let items = pending
        .iter()
        .map(|claim| item(claim, quoted, relationship, citations));
    let mut items: Vec<Item> = items.collect();
    for (occasion, claims) in &open.occasion_passed {
        let claims: Vec<&Claim<'_>> = claims.iter().filter(|claim| !is_shown(claim)).collect();
        if claims.is_empty() {
            continue;
        }
        let label = format!(
            "Occasion passed ({})",
            relationship.records.label(*occasion)
        );
        items.push(passed(&label, &claims, relationship, citations));
    }
    let ended: Vec<&Claim<'_>> = open.ended.iter().filter(|claim| !is_shown(claim)).collect();
    if !ended.is_empty() {
        items.push(passed("No longer valid", &ended, relationship, citations));
    }
    if !above.is_empty() {
        items.push(Item::text(format!(
            "Also open, in the table above: {}",
            above.len()
        )));
    }
    if !hidden.is_empty() {
        let all: Vec<&Claim<'_>> = open.all().collect();
        let command = commands::open(relationship, &all, &relationship.sides);
        let line = Inlines::from(format!("And {} more", hidden.len()));
        items.push(Item::new(line.then(command)));
    }
    if items.is_empty() {
        let open = absent("no open ask or commitment", relationship, |one| {
            Open::of(one).all().count()
        });
        items.push(Item::text(capitalised(&open)));
    }
    vec![Block::heading(2, "Open"), Block::List(items)]
}

/// `**Request**, Ukraine, since 15 June 2022: “…” [11]; due 2021, no outcome recorded`
fn item(
    claim: &Claim<'_>,
    quoted: usize,
    relationship: &Relationship<'_>,
    citations: &mut Citations<'_>,
) -> Item {
    let records = relationship.records;
    let act = claim.act;
    let since = match claim.when(records) {
        Some(when) => format!("since {}", when.range()),
        None => "date unknown".to_owned(),
    };
    let line = Inlines::new().strong(capitalised(&kind(records, act)));
    let line = line.text(format!(", {}, {since}: ", actors(relationship, act)));
    let line = line.then(what(records, act, LONG));
    let line = with_terms(records, with_quote(line, act, quoted), act);
    let line = line.text(attribution(relationship, claim));
    let line = line.cite(citations.acts(claim.reports.iter().copied()));
    let due = act.due.as_ref();
    let due = due.map(|due| format!("; due {}, no outcome recorded", due.words()));
    Item::new(line.text(due.unwrap_or_default())).about(iris(records, claim))
}

/// Adds the first words of the quote of an act that is described by its gist or its amounts.
fn with_quote(line: Inlines, act: &Act, words: usize) -> Inlines {
    let is_quoted = line.iter().any(|piece| matches!(piece, Inline::Quote(_)));
    match quote(act, words).filter(|_| !is_quoted) {
        Some(words) => line.text(": ").quote(words),
        None => line,
    }
}

/// `Occasion passed (FIFA World Cup 2018): 6 offers, since 1 December 2014 [1, 2]`
fn passed(
    label: &str,
    claims: &[&Claim<'_>],
    relationship: &Relationship<'_>,
    citations: &mut Citations<'_>,
) -> Item {
    let records = relationship.records;
    let mut kinds: Vec<(Id, usize)> = Vec::new();
    for claim in claims {
        match kinds.iter_mut().find(|(kind, _)| *kind == claim.act.kind) {
            Some((_, number)) => *number += 1,
            None => kinds.push((claim.act.kind, 1)),
        }
    }
    let dates = claims.iter().filter_map(|claim| claim.when(records));
    let since = date(dates.min());
    let acts = claims
        .iter()
        .flat_map(|claim| claim.reports.iter().copied());
    let iris = claims.iter().flat_map(|claim| iris(records, claim));
    let line = format!("{label}: {}, since {since}", counts(records, &kinds));
    Item::new(Inlines::from(line).cite(citations.acts(acts))).about(iris.collect())
}
