//! "People and posts".

use super::wording::at_date;
use crate::document::{Block, Inlines, Item};
use crate::records::{Membership, Records, When};
use crate::report::brief::facts::Facts;
use crate::report::brief::facts::people::{Holder, People};

/// The most people of one side.
const MOST: usize = 4;

pub fn people(facts: &Facts<'_>) -> Vec<Block> {
    let records = facts.relationship.records;
    let sides = facts.people.iter();
    let items: Vec<Item> = sides.map(|side| item(side, records)).collect();
    vec![Block::heading(2, "People and posts"), Block::List(items)]
}

fn item(side: &People<'_>, records: &Records) -> Item {
    let holders = side.holders.iter().take(MOST);
    let named: Vec<String> = holders.map(|holder| named(holder, records)).collect();
    let more = side.holders.len().saturating_sub(MOST);
    let more = if more > 0 {
        format!("; and {more} more, last named earlier")
    } else {
        String::new()
    };
    let line = Inlines::new().strong(format!("{}:", records.label(side.side)));
    Item::new(if named.is_empty() {
        line.text(" no one is named")
    } else {
        line.text(format!(" {}{more}", named.join("; ")))
    })
}

/// `Aleksandr Lukashenko, President of Belarus (last named so on 9 June 2025)`
fn named(holder: &Holder<'_>, records: &Records) -> String {
    let who = records.label(holder.who);
    let last = at_date(holder.last.when.as_ref());
    let Some(post) = holder.post else {
        return format!("{who}, no post recorded (last named {last})");
    };
    let post = records.label(post);
    let since = holder.term.and_then(|term| term.when.as_ref());
    let known = since.map_or_else(
        || format!("last named so {last}"),
        |when| format!("since {}", start(when)),
    );
    let is_unnamed = holder.who == holder.post.unwrap_or(holder.who);
    let who = if is_unnamed {
        String::new()
    } else {
        format!("{who}, ")
    };
    let before = holder
        .before
        .map(|(person, term)| before(records.label(person), term));
    format!("{who}{post} ({known}{})", before.unwrap_or_default())
}

/// `; before: Anton Alikhanov, 29 September 2017 to 17 May 2024`
fn before(name: &str, term: Option<&Membership>) -> String {
    let term = term.and_then(|term| term.when.as_ref()).map(When::words);
    match term {
        Some(term) => format!("; before: {name}, {term}"),
        None => format!("; before: {name}"),
    }
}

/// The beginning of a term.
fn start(when: &When) -> String {
    crate::records::in_words(&when.start)
}
