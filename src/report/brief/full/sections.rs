//! The meetings, the asks and answers, and the figures of a full account.

use super::account::Account;
use crate::document::{Block, Inlines, Item};
use crate::records::{Act, Figure};
use crate::report::amount;
use crate::report::attribution::{names, publisher};
use crate::report::sentences::{Fact, evidence_address};
use crate::vocab::bil::class;

pub fn meetings(account: &mut Account<'_>) -> Vec<Block> {
    let meetings = account.relationship.meetings.iter();
    let items = meetings.map(|meeting| account.meeting(meeting));
    section("Meetings", items.collect())
}

pub fn asks_and_answers(account: &mut Account<'_>) -> Vec<Block> {
    let relationship = account.relationship;
    let is_talk = |act: &&Act| {
        let groups = [class::ASK, class::ANSWER];
        groups
            .iter()
            .any(|group| relationship.records.is_of(act, *group))
    };
    let acts = relationship.claims.iter().map(|claim| claim.act);
    let acts = acts.filter(is_talk);
    let items = acts.map(|act| account.act(act, &[Fact::When]));
    section("Asks and answers", items.collect())
}

/// The figures in the texts, each with the issuer; commitments, asks and answers have theirs below their lines.
pub fn figures(account: &mut Account<'_>) -> Vec<Block> {
    let records = account.relationship.records;
    let has_line = |act: &Act| {
        let groups = [class::COMMITMENT, class::ASK, class::ANSWER];
        groups.iter().any(|group| records.is_of(act, *group))
    };
    let acts = account.relationship.acts.iter();
    let acts = acts.filter(|act| !has_line(act));
    let figures = acts.flat_map(|act| act.figures.iter().map(move |figure| (figure, act)));
    let mut figures: Vec<(&Figure, &&Act)> = figures.collect();
    figures.sort_by_key(|(figure, act)| {
        let period = figure.period.as_ref().map(ToString::to_string);
        let text = act.text.and_then(|text| records.text(text));
        let issuers = text.map(|text| (names(records, &text.issuers), &text.address));
        (&figure.of, period, issuers, act.id)
    });
    let items = figures.into_iter().map(|(figure, act)| {
        let figure = amount::line(records, figure);
        let publisher = publisher(records, act.text);
        let line = Inlines::from(format!("{figure}, according to {publisher}"));
        Item::new(line.note(evidence_address(records, act)))
    });
    section("Figures", items.collect())
}

/// A heading and a list; nothing if the list is empty.
fn section(title: &str, items: Vec<Item>) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(2, title), Block::List(items)]
}
