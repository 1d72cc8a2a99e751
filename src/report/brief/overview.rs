//! How much there is, of what, and from whom.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::Pair;
use crate::report::markup::Markup;
use crate::report::told::{Event, Record};
use crate::text::enumerated;
use crate::vocab::bil;

/// The groups, as one and as several, in the order of the page.
const GROUPS: [(&str, &str, &str); 5] = [
    ("Commitment", "commitment", "commitments"),
    ("Ask", "ask", "asks"),
    ("Answer", "answer", "answers"),
    ("Stance", "stance", "stances"),
    ("Account", "account", "accounts"),
];

pub fn write(page: &mut Markup, meetings: &[Event], acts: &[Record], pair: &Pair) {
    let took_place = meetings.iter().filter(|meeting| meeting.is_held()).count();
    let held = count(took_place, "meeting or visit", "meetings or visits");
    let others = match meetings.len() - took_place {
        0 => String::new(),
        others => format!(", {others} more that were only planned, or cancelled"),
    };
    page.paragraph(&format!(
        "{held}{others}; {}. {}",
        count(acts.len(), "act", "acts"),
        origin(meetings, acts, pair)
    ));
    for (group, one, several) in GROUPS {
        let acts: Vec<&Record> = acts.iter().filter(|act| act.group == group).collect();
        if !acts.is_empty() {
            page.item(
                0,
                &format!("{}: {}", count(acts.len(), one, several), kinds(&acts)),
            );
        }
    }
    page.paragraph(legend(acts));
}

/// Who issued the texts, and of whom they tell nothing: what is not there was not said here.
fn origin(meetings: &[Event], acts: &[Record], pair: &Pair) -> String {
    let of_meetings = meetings.iter().flat_map(|meeting| &meeting.texts);
    let texts = of_meetings.chain(acts.iter().map(|act| &act.text));
    let issuers: BTreeSet<&str> = texts
        .flat_map(|text| &text.issuers)
        .map(String::as_str)
        .collect();
    let issuers: Vec<&str> = issuers.into_iter().collect();
    let silent: Vec<&str> = [(&pair.a, &pair.a_name), (&pair.b, &pair.b_name)]
        .into_iter()
        .filter(|(side, _)| acts.iter().all(|act| !has_spoken(side, act)))
        .map(|(_, name)| name.as_str())
        .collect();
    let mut text = Vec::new();
    if !issuers.is_empty() {
        text.push(format!(
            "What is told here was published by {}.",
            enumerated(&issuers)
        ));
    }
    if !silent.is_empty() {
        text.push(format!(
            "Nothing that {} said is recorded.",
            silent.join(" or ")
        ));
    }
    text.join(" ")
}

/// Whether an act is a side's own, and not only ascribed to it.
fn has_spoken(side: &NamedNode, act: &Record) -> bool {
    let is_ascribed = act
        .inferences
        .iter()
        .any(|inferred| inferred.property == "by");
    !is_ascribed && act.values(bil::BY).any(|doer| doer == side)
}

/// What is said of the lines below: whose words they are.
fn legend(acts: &[Record]) -> &'static str {
    match (
        acts.iter().any(Record::is_verifiable),
        acts.iter().all(Record::is_verifiable),
    ) {
        (_, true) => {
            "Each line is followed by the words that carry it and who says them; a number leads there on the publisher's page. What is retold is the publisher's wording."
        }
        (true, false) => {
            "A line is followed by the words that carry it and who says them, or by whose text tells it, where that text may not be stored here; a number leads there. What is retold is the publisher's wording; what one text alone tells says so."
        }
        (false, false) => {
            "The texts may not be stored here: each line is in our words and says whose text tells it; a number leads there. What one text alone tells says so."
        }
    }
}

/// `4 Offer, 1 Proposal`, in the order of the kinds.
fn kinds(acts: &[&Record]) -> String {
    let mut numbers: BTreeMap<(i64, &str), usize> = BTreeMap::new();
    for act in acts {
        *numbers.entry((-act.order, &act.kind)).or_default() += 1;
    }
    let parts: Vec<String> = numbers
        .iter()
        .map(|((_, kind), number)| format!("{number} {kind}"))
        .collect();
    parts.join(", ")
}

/// `1 act`, `2 acts`.
fn count(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}
