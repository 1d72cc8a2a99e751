//! "People and posts".

use std::collections::BTreeSet;

use super::wording::at_date;
use crate::document::{Block, Inlines, Item};
use crate::records::{Id, Membership, Records, When, in_words};
use crate::report::brief::facts::Facts;
use crate::report::brief::facts::people::{Holder, People};
use crate::report::brief::relationship::Relationship;

/// The most people of one side.
const MOST: usize = 4;

pub fn people(facts: &Facts<'_>) -> Vec<Block> {
    let sides = facts.people.iter();
    let items: Vec<Item> = sides.map(|side| item(side, &facts.relationship)).collect();
    vec![Block::heading(2, "People and posts"), Block::List(items)]
}

fn item(side: &People<'_>, relationship: &Relationship<'_>) -> Item {
    let records = relationship.records;
    let holders = side.holders.iter().take(MOST);
    let meetings: BTreeSet<Id> = holders.clone().map(|holder| holder.last.id).collect();
    let acts = meetings
        .into_iter()
        .flat_map(|meeting| relationship.made_at(meeting));
    let acts = acts.map(|act| records.iri(act.id).to_owned());
    let named: Vec<String> = holders.map(|holder| named(holder, records)).collect();
    let more = side.holders.len().saturating_sub(MOST);
    let more = if more > 0 {
        format!("; and {more} more")
    } else {
        String::new()
    };
    let line = Inlines::new().strong(format!("{}:", records.label(side.side)));
    Item::new(if named.is_empty() {
        line.text(" no one is named")
    } else {
        line.text(format!(" {}{more}", named.join("; ")))
    })
    .about(acts.collect())
}

/// `Aleksandr Lukashenko, President of Belarus (last named so on 9 June 2025)`
fn named(holder: &Holder<'_>, records: &Records) -> String {
    let who = records.label(holder.who);
    let last = |verb: &str| match holder.last.when.as_ref() {
        Some(when) => format!("last {verb} {}", at_date(when)),
        None => "date not recorded".to_owned(),
    };
    let Some(post) = holder.post else {
        return format!("{who}, no post recorded ({})", last("named"));
    };
    if holder.is_unnamed() {
        return format!("{who}, name not recorded ({})", last("mentioned"));
    }
    let when = holder.term.and_then(|term| term.when.as_ref());
    let known = match (when, holder.is_over) {
        (Some(when), false) => format!("since {}", in_words(&when.start)),
        (Some(When { end: Some(end), .. }), true) => format!("until {}", in_words(end)),
        (_, true) => "no longer in office".to_owned(),
        (None, false) => last("named so"),
    };
    let post = records.label(post);
    let before = holder
        .before
        .map(|(person, term)| before(records.label(person), term));
    format!("{who}, {post} ({known}{})", before.unwrap_or_default())
}

/// `; before: Anton Alikhanov, 29 September 2017 – 15 May 2024`
fn before(name: &str, term: Option<&Membership>) -> String {
    let term = term.and_then(|term| term.when.as_ref()).map(When::range);
    match term {
        Some(term) => format!("; before: {name}, {term}"),
        None => format!("; before: {name}"),
    }
}
