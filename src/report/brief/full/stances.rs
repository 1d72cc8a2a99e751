//! Stances and accounts.

use std::collections::BTreeMap;

use oxigraph::model::NamedNodeRef;

use super::account::Account;
use crate::document::{Block, Inlines, Item};
use crate::records::Act;
use crate::report::attribution::in_text;
use crate::report::brief::relationship::Relationship;
use crate::report::inferred::inferred;
use crate::report::sentences::{remarks, reporters, when, words};
use crate::text::{capitalised, framed};
use crate::vocab::bil::class;

/// Concerns, objections and praise in short, kind by kind, the weightiest first.
pub fn stances(account: &mut Account<'_>) -> Vec<Block> {
    by_kind(
        account,
        "Concerns, objections, praise",
        class::STANCE,
        |order| -order,
    )
}

/// Statements, assessments and other accounts in short, kind by kind.
pub fn accounts(account: &mut Account<'_>) -> Vec<Block> {
    by_kind(
        account,
        "Statements and assessments",
        class::ACCOUNT,
        |order| order,
    )
}

/// The acts of a group, kind by kind in an order.
fn by_kind(
    account: &mut Account<'_>,
    title: &str,
    group: NamedNodeRef<'static>,
    place: fn(i64) -> i64,
) -> Vec<Block> {
    let relationship = account.relationship;
    let mut kinds: BTreeMap<(i64, &str), Vec<&Act>> = BTreeMap::new();
    for claim in relationship.claims_of(group) {
        let act = claim.act;
        let kind = relationship.records.label(act.kind);
        let key = (place(relationship.order(act)), kind);
        kinds.entry(key).or_default().push(act);
    }
    if kinds.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::heading(2, title)];
    for ((_, kind), acts) in kinds {
        let items = acts.into_iter().map(|act| short_item(account, act));
        let items: Vec<Item> = items.collect();
        blocks.extend([Block::heading(3, kind), Block::List(items)]);
    }
    blocks
}

/// A line with the date, the subject and the words; without stored words, what the act says in our words.
fn short_item<'a>(account: &mut Account<'a>, act: &'a Act) -> Item {
    let relationship = account.relationship;
    let records = relationship.records;
    let when = framed("", &when(act), " · ");
    let line = if act.is_verifiable() {
        let words = words(records, act);
        Inlines::from(format!("{when}{}: ", topic(relationship, act))).then(words)
    } else {
        let reporters = reporters(records, act);
        Inlines::from(format!("{when}{} — ", act.sentence)).then(reporters)
    };
    let inferred = inferred(records, act.id);
    let item = account.notes.noted(Item::new(line), inferred);
    item.with_list(remarks(records, act))
}

/// `Belarus on education, toward Russia`: the actor, the subject, and the addressee unless it is the other side.
fn topic(relationship: &Relationship<'_>, act: &Act) -> String {
    let records = relationship.records;
    let mut topics: Vec<String> = Vec::new();
    for topic in [&act.items, &act.sectors, &act.about].into_iter().flatten() {
        let name = records.in_text(*topic);
        if !topics.contains(&name) {
            topics.push(name);
        }
    }
    if topics.is_empty() {
        return act.sentence.to_string();
    }
    let mut targets = act.to.clone();
    targets.retain(|target| !relationship.sides.contains(target));
    let toward = framed(", toward ", &in_text(records, &targets), "");
    let doers = capitalised(&in_text(records, &act.by));
    format!("{doers} on {}{toward}", topics.join(", "))
}
