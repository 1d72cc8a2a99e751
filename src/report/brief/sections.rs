//! The sections of the brief after its overview.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::relationship::Relationship;
use crate::document::{Block, Inlines, Item};
use crate::records::{Act, Figure, Id, Outcome, Records, When};
use crate::report::attribution::{names, publisher};
use crate::report::event_lines::event_item;
use crate::report::sentences::{
    Fact, act_item, act_line, chain, evidence_address, remarks, reporters, when, words,
};
use crate::text::{capitalised, framed};
use crate::vocab::bil::class;
use crate::vocab::w3c::skos;

/// The heading of commitments without a sector.
const NO_SECTOR: &str = "No sector named";

pub fn meetings(brief: &Relationship<'_>) -> Vec<Block> {
    let meetings = brief.meetings.iter();
    let items = meetings.map(|meeting| event_item(brief.records, meeting));
    section("Meetings", items.collect())
}

/// Commitments, sector by sector, the most binding first.
pub fn commitments(brief: &Relationship<'_>) -> Vec<Block> {
    let strength = |act: &Act| brief.records.kind(act.kind).and_then(|kind| kind.strength);
    let mut sectors: BTreeMap<&str, Vec<&Act>> = BTreeMap::new();
    for act in brief.acts_of(class::COMMITMENT) {
        let broadest = act.sectors.iter();
        let broadest = broadest.filter_map(|sector| broadest_name(brief.records, *sector));
        let mut names: BTreeSet<&str> = broadest.collect();
        if names.is_empty() {
            names.insert(NO_SECTOR);
        }
        for name in names {
            sectors.entry(name).or_default().push(act);
        }
    }
    if sectors.is_empty() {
        return Vec::new();
    }
    let mut sectors: Vec<(&str, Vec<&Act>)> = sectors.into_iter().collect();
    sectors.sort_by_key(|(name, acts)| {
        let strongest = acts.iter().filter_map(|act| strength(act)).max();
        let is_last = *name == NO_SECTOR;
        (is_last, Reverse(strongest), Reverse(acts.len()), *name)
    });
    let mut blocks = vec![
        Block::heading(2, "Commitments by sector"),
        Block::paragraph(
            "In parentheses how definite or binding each is, from 1, an assurance, to 7, a delivery; and what became of it, where an answer is awaited or recorded.",
        ),
    ];
    for (name, mut acts) in sectors {
        let title = sector_title(brief.records, name, &acts);
        blocks.push(Block::heading(3, capitalised(&title)));
        acts.sort_by_key(|act| Reverse(strength(act)));
        let facts = [Fact::Strength, Fact::When];
        let acts = acts.into_iter();
        let items = acts.map(|act| act_item(brief.records, act, &facts, &brief.stated));
        blocks.push(Block::List(items.collect()));
    }
    blocks
}

/// The broadest sector, followed by the sub-sectors if the acts name only these.
fn sector_title(records: &Records, name: &str, acts: &[&Act]) -> String {
    let sectors = acts.iter().flat_map(|act| &act.sectors);
    let sectors = sectors.filter(|sector| broadest_name(records, **sector) == Some(name));
    let finer: BTreeSet<&str> = sectors.map(|sector| records.label(*sector)).collect();
    if finer.is_empty() || finer.contains(name) {
        return name.to_owned();
    }
    let finer: Vec<&str> = finer.into_iter().collect();
    format!("{name}: {}", finer.join(", "))
}

/// The name of the broadest sector above a sector; the first if there are several.
fn broadest_name(records: &Records, sector: Id) -> Option<&str> {
    let mut above = BTreeSet::from([sector]);
    let mut open = vec![sector];
    let mut names = BTreeSet::new();
    while let Some(sector) = open.pop() {
        let broader = records.values(sector, skos::BROADER);
        let broader: Vec<Id> = broader.filter_map(|value| value.node()).collect();
        if broader.is_empty() {
            names.insert(records.label(sector));
        }
        open.extend(broader.into_iter().filter(|sector| above.insert(*sector)));
    }
    names.into_iter().next()
}

pub fn asks_and_answers(brief: &Relationship<'_>) -> Vec<Block> {
    let is_talk = |act: &&Act| {
        let groups = [class::ASK, class::ANSWER];
        groups.iter().any(|group| brief.records.is_of(act, *group))
    };
    let acts = brief.acts.iter().copied().filter(is_talk);
    let items = acts.map(|act| act_item(brief.records, act, &[Fact::When], &brief.stated));
    section("Asks and answers", items.collect())
}

/// The figures in the texts, each with the issuer.
pub fn figures(brief: &Relationship<'_>) -> Vec<Block> {
    let records = brief.records;
    let acts = brief.acts.iter();
    let figures = acts.flat_map(|act| act.figures.iter().map(move |figure| (figure, act)));
    let mut figures: Vec<(&Figure, &&Act)> = figures.collect();
    figures.sort_by_key(|(figure, act)| {
        let period = figure.period.as_ref().map(ToString::to_string);
        let text = act.text.and_then(|text| records.text(text));
        let issuers = text.map(|text| (names(records, &text.issuers), &text.address));
        (&figure.of, period, issuers, act.id)
    });
    let items = figures.into_iter().map(|(figure, act)| {
        let figure = figure_in_words(records, figure);
        let publisher = publisher(records, act.text);
        let line = Inlines::from(format!("{figure}, according to {publisher}"));
        Item::new(line.note(evidence_address(records, act)))
    });
    section("Figures", items.collect())
}

/// `trade turnover (cars), 2016: 190 USD million`.
fn figure_in_words(records: &Records, figure: &Figure) -> String {
    let item = figure.item.map(|item| records.label(item));
    let period = figure.period.as_ref().map(When::words);
    let amount = match (&figure.value, &figure.min, &figure.max) {
        (Some(value), ..) => value.to_string(),
        (None, Some(min), Some(max)) => format!("{min} to {max}"),
        (None, Some(min), None) => format!("at least {min}"),
        (None, None, Some(max)) => format!("at most {max}"),
        (None, None, None) => String::new(),
    };
    [
        &*figure.of,
        &framed(" (", item.unwrap_or_default(), ")"),
        &framed(", ", &period.unwrap_or_default(), ""),
        ": ",
        &amount,
        &framed(" ", figure.unit.as_deref().unwrap_or_default(), ""),
    ]
    .concat()
}

/// Stances and accounts in short, kind by kind: concerns, praise, then reports.
pub fn stances_and_accounts(brief: &Relationship<'_>) -> Vec<Block> {
    let mut kinds: BTreeMap<(bool, i64, &str), Vec<Item>> = BTreeMap::new();
    for (is_account, group) in [(false, class::STANCE), (true, class::ACCOUNT)] {
        for act in brief.acts_of(group) {
            let order = brief.order(act);
            let order = if is_account { order } else { -order };
            let kind = brief.records.label(act.kind);
            let items = kinds.entry((is_account, order, kind)).or_default();
            items.push(short_item(brief, act));
        }
    }
    if kinds.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::heading(2, "Concerns, praise, assessments")];
    for ((.., kind), items) in kinds {
        blocks.extend([Block::heading(3, kind), Block::List(items)]);
    }
    blocks
}

/// A line with the date, the subject and the words; without stored words, what the act says in our words.
fn short_item(brief: &Relationship<'_>, act: &Act) -> Item {
    let when = framed("", &when(act), " · ");
    let line = if act.is_verifiable() {
        let words = words(brief.records, act);
        Inlines::from(format!("{when}{}: ", topic(brief, act))).then(words)
    } else {
        let reporters = reporters(brief.records, act);
        Inlines::from(format!("{when}{} — ", act.sentence)).then(reporters)
    };
    Item::new(line).with_list(remarks(brief.records, act, &brief.stated))
}

/// `Belarus on education, toward Russia`: the actor, the subject, and the addressee unless it is the other side.
fn topic(brief: &Relationship<'_>, act: &Act) -> String {
    let mut topics: Vec<&str> = Vec::new();
    for field in [&act.items, &act.sectors, &act.about] {
        for name in names(brief.records, field) {
            if !topics.contains(&name) {
                topics.push(name);
            }
        }
    }
    if topics.is_empty() {
        return act.sentence.to_string();
    }
    let sides = names(brief.records, &brief.sides);
    let mut targets = names(brief.records, &act.to);
    targets.retain(|name| !sides.contains(name));
    let toward = framed(", toward ", &targets.join(" and "), "");
    let doers = names(brief.records, &act.by).join(" and ");
    format!("{doers} on {}{toward}", topics.join(", "))
}

/// Asks, and commitments that need the other side, without a recorded outcome.
pub fn open(brief: &Relationship<'_>) -> Vec<Block> {
    let is_open = |act: &&Act| act.outcome == Some(Outcome::Open);
    let mut open: Vec<&Act> = brief.acts.iter().copied().filter(is_open).collect();
    if open.is_empty() {
        return Vec::new();
    }
    open.sort_by_key(|act| (&act.when, Reverse(brief.order(act))));
    let items = open.into_iter().map(|act| {
        act_line(brief.records, act, &[Fact::When]).with_list(chain(brief.records, act))
    });
    vec![
        Block::heading(2, "What is open"),
        Block::paragraph(
            "Asks, proposals, offers and pledges for which no outcome is recorded, the oldest first.",
        ),
        Block::List(items.collect()),
    ]
}

/// A heading and a list; nothing if the list is empty.
fn section(title: &str, items: Vec<Item>) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(2, title), Block::List(items)]
}
