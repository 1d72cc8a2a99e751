//! "At a glance".

use std::collections::BTreeSet;

use super::citations::Citations;
use super::wording::{
    SHORT, absent, actors, attribution, counts, date, iris, iris_at, place_and_time, title, what,
    with_terms,
};
use crate::document::{Block, Inlines, Item};
use crate::records::{Claim, Event, Id, Records, Side};
use crate::report::amount::{measure, with_unit};
use crate::report::brief::facts::Facts;
use crate::report::brief::facts::glance::{Balance, balance, dated, distinct, is_of_leaders};
use crate::report::brief::relationship::Relationship;
use crate::text::{capitalised, framed};

/// The most people named for one side of a meeting.
const NAMED: usize = 4;

/// The section, with so many lines on what is new; acts that other sections show are left out.
pub fn glance(
    facts: &Facts<'_>,
    lines: usize,
    shown: &BTreeSet<Id>,
    citations: &mut Citations<'_>,
) -> Vec<Block> {
    let glance = &facts.glance;
    let id = |event: Option<&Event>| event.map(|event| event.id);
    let is_same = id(glance.last) == id(glance.last_of_leaders) && glance.last.is_some();
    let label = if is_same {
        "Last meeting, of the leaders"
    } else {
        "Last meeting"
    };
    let meetings = [
        (label, glance.last, true, false),
        (
            "Last meeting of the leaders",
            glance.last_of_leaders,
            !is_same,
            true,
        ),
        (
            "Next meeting planned",
            glance.next,
            glance.next.is_some(),
            false,
        ),
    ];
    let meetings = meetings.into_iter().filter(|(_, _, is_shown, _)| *is_shown);
    let items = meetings.map(|(label, event, _, of_leaders)| {
        let line = Inlines::new().strong(format!("{label}:"));
        match event {
            Some(event) => Item::new(meeting(line, event, facts, citations))
                .about(iris_at(&facts.relationship, event)),
            None => Item::new(line.text(format!(" {}", no_meeting(facts, of_leaders)))),
        }
    });
    let mut items: Vec<Item> = items.collect();
    items.extend(news(facts, lines, shown, citations));
    items.push(commitments(facts));
    items.extend(main_figure(facts, citations));
    vec![Block::heading(2, "At a glance"), Block::List(items)]
}

/// `**Last meeting:** 1 October 2025, Minsk, 20th session: Yuri Shuleiko (Belarus) …`
fn meeting(
    line: Inlines,
    event: &Event,
    facts: &Facts<'_>,
    citations: &mut Citations<'_>,
) -> Inlines {
    let relationship = &facts.relationship;
    let records = relationship.records;
    let mut sides: Vec<&Side> = event.sides.iter().collect();
    sides.sort_by_key(|side| {
        let mut order = relationship.sides.iter();
        order
            .position(|own| *own == side.actor)
            .unwrap_or(usize::MAX)
    });
    let is_named = sides.iter().any(|side| !side.people.is_empty());
    let people = sides.into_iter().filter(|_| is_named);
    let people: Vec<String> = people.map(|side| people_of(records, side)).collect();
    let people = framed(": ", &people.join("; "), "");
    let place = place_and_time(records, event);
    let line = line.text(format!(" {place}{}{people}", title(event)));
    line.cite(citations.of_texts(&event.texts))
}

/// That no meeting, or none of the leaders, is recorded or in the period.
fn no_meeting(facts: &Facts<'_>, of_leaders: bool) -> String {
    absent("none", &facts.relationship, |one| {
        let meetings = dated(one).into_iter();
        let fits = |meeting: &&Event| !of_leaders || is_of_leaders(meeting);
        meetings.filter(fits).count()
    })
}

/// `Yuri Shuleiko (Belarus)`
fn people_of(records: &Records, side: &Side) -> String {
    let mut people: Vec<&str> = Vec::new();
    for participant in &side.people {
        let name = records.label(participant.who);
        if !people.contains(&name) {
            people.push(name);
        }
    }
    let more = match people.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    people.truncate(NAMED);
    let side = records.label(side.actor);
    if people.is_empty() {
        format!("{side}, no one named")
    } else {
        format!("{}{more} ({side})", people.join(", "))
    }
}

fn news(
    facts: &Facts<'_>,
    lines: usize,
    shown: &BTreeSet<Id>,
    citations: &mut Citations<'_>,
) -> Option<Item> {
    let news = &facts.glance.news;
    let relationship = &facts.relationship;
    let when = date(news.meeting?.when.as_ref());
    let is_new = |claim: &&Claim<'_>| !claim.reports.iter().any(|act| shown.contains(&act.id));
    let claims = news.claims.iter().filter(is_new);
    let claims = distinct(relationship.records, claims, lines);
    let label = if news.is_later {
        format!("New since {when}:")
    } else {
        "Said there:".to_owned()
    };
    let mut parts = Vec::new();
    let mut acts = Vec::new();
    for claim in claims {
        let cited = citations.acts(claim.reports.iter().copied());
        parts.push(said(relationship, claim).cite(cited));
        acts.extend(iris(relationship.records, claim));
    }
    if parts.is_empty() {
        return None;
    }
    let line = Inlines::new().strong(label).text(" ");
    Some(Item::new(line.joined(parts, "; ")).about(acts))
}

/// `Ukraine: “…”`, or the gist, which names who says it.
fn said(relationship: &Relationship<'_>, claim: &Claim<'_>) -> Inlines {
    let (act, records) = (claim.act, relationship.records);
    let who = match &act.gist {
        Some(_) => String::new(),
        None if act.is_joint() => "jointly: ".to_owned(),
        None => format!("{}: ", actors(relationship, act)),
    };
    Inlines::from(who)
        .then(with_terms(records, what(records, act, SHORT), act))
        .text(attribution(relationship, claim))
}

/// `**Commitments:** Belarus: 1 delivery, 8 offers. Both together: 2 agreements. Kaliningrad Oblast: none recorded.`
fn commitments(facts: &Facts<'_>) -> Item {
    let relationship = &facts.relationship;
    let records = relationship.records;
    let [a, b] = relationship.sides.map(|side| records.label(side));
    let sides = [a, b, "both together"].into_iter().enumerate();
    let sides = sides.map(|(index, side)| {
        let kinds = |balance: &Balance| balance.get(index).cloned().unwrap_or_default();
        let counted = match counts(records, &kinds(&facts.glance.balance)) {
            counted if counted.is_empty() => absent("none", relationship, |one| {
                kinds(&balance(one)).iter().map(|(_, number)| number).sum()
            }),
            counted => counted,
        };
        format!(" {}: {counted}.", capitalised(side))
    });
    let line = Inlines::new().strong("Commitments:");
    Item::new(line.text(sides.collect::<String>()))
}

/// The latest value of the series with the most periods.
fn main_figure(facts: &Facts<'_>, citations: &mut Citations<'_>) -> Option<Item> {
    let records = facts.relationship.records;
    let series = facts.series.first().filter(|series| series.periods() > 1)?;
    let mut dated = series.values.iter().rev();
    let last = dated.find(|value| value.figure.period.is_some())?;
    let name = capitalised(&measure(records, series.measure, series.item));
    let when = date(last.figure.period.as_ref());
    let line = Inlines::new().strong(format!("{name}:"));
    let line = line.text(format!(" {} ({when})", with_unit(last.figure)));
    let line = line.cite(citations.acts(last.acts.iter().copied()));
    let others = series.values.len() - 1;
    let line = line.text(format!("; other values on page 2: {others}"));
    let acts = last.acts.iter().map(|act| records.iri(act.id).to_owned());
    Some(Item::new(line).about(acts.collect()))
}
