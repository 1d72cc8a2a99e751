//! The sheet of people and posts: terms of office, and posts held without a known term.

use super::cells::{self, Column};
use crate::document::{Cell, Table};
use crate::model::EntityKind;
use crate::records::{Id, Membership, Records, When};
use crate::vocab::w3c::{org, rdf};

/// A person in a post or a body.
struct Office<'a> {
    person: Option<Id>,
    post: Option<Id>,
    body: Option<Id>,
    /// The term, if its dates are recorded.
    term: Option<&'a Membership>,
    /// The last event that names the person.
    named: Option<&'a When>,
}

/// The columns to print: up to the last meeting.
pub const PRINTED: usize = 7;

fn columns<'a>() -> [Column<Office<'a>>; 10] {
    [
        ("Person", |records, office| {
            cells::name(records, office.person)
        }),
        ("Post", |records, office| cells::name(records, office.post)),
        ("Body", |records, office| cells::name(records, office.body)),
        ("First day", |_, office| cells::first_day(when(office.term))),
        ("Last day", |_, office| last_day(office.term)),
        ("Term as recorded", |_, office| recorded(office.term)),
        ("Last named at a meeting", |_, office| {
            cells::last_day(office.named)
        }),
        ("Inferred", |records, office| {
            let term = office.term.map(|term| cells::inferred(records, term.id));
            term.unwrap_or_default()
        }),
        ("Sources", |_, office| {
            let sources = office.term.map_or(&[][..], |term| &term.sources);
            cells::texts(sources.iter().map(|source| (**source).to_owned()))
        }),
        ("Note", |_, office| {
            cells::text(office.term.and_then(|term| term.note.as_ref()))
        }),
    ]
}

/// The terms of office in order of time, then the posts of people without a term, person by person.
pub fn table(records: &Records) -> Table {
    let terms = records.memberships().iter();
    let mut offices: Vec<Office<'_>> = terms.map(|term| of_term(records, term)).collect();
    offices.extend(without_term(records));
    cells::table(records, &columns(), &offices)
}

fn when(term: Option<&Membership>) -> Option<&When> {
    term.and_then(|term| term.when.as_ref())
}

/// The last day of a term; of a term without an end, none.
fn last_day(term: Option<&Membership>) -> Cell {
    match when(term) {
        Some(When { end: None, .. }) => Cell::Absent,
        Some(when) => cells::last_day(Some(when)),
        None => cells::day(term.and_then(|term| term.until)),
    }
}

/// A term with its recorded precision: a year stays a year.
fn recorded(term: Option<&Membership>) -> Cell {
    match when(term) {
        Some(When {
            start, end: None, ..
        }) => Cell::Text(format!("since {start}")),
        Some(when) => cells::recorded(Some(when)),
        None => {
            let until = term.and_then(|term| term.until);
            until.map_or(Cell::Absent, |day| Cell::Text(format!("until {day}")))
        }
    }
}

fn of_term<'a>(records: &'a Records, term: &'a Membership) -> Office<'a> {
    Office {
        person: term.member,
        post: term.post,
        body: term.organization,
        term: Some(term),
        named: term.member.and_then(|person| last_named(records, person)),
    }
}

fn without_term(records: &Records) -> Vec<Office<'_>> {
    let mut offices = Vec::new();
    for person in people(records) {
        let posts: Vec<Id> = nodes(records, person, org::HOLDS);
        let has_term = |post: Id| {
            let mut terms = records.memberships().iter();
            terms.any(|term| term.member == Some(person) && term.post == Some(post))
        };
        for post in posts.into_iter().filter(|post| !has_term(*post)) {
            offices.push(Office {
                person: Some(person),
                post: Some(post),
                body: nodes(records, post, org::POST_IN).first().copied(),
                term: None,
                named: last_named(records, person),
            });
        }
    }
    offices
}

/// Every person, in the order of the names.
fn people(records: &Records) -> Vec<Id> {
    let class = records.id(EntityKind::Person.class());
    let people = class
        .into_iter()
        .flat_map(|class| records.subjects_with(rdf::TYPE, class));
    let mut people: Vec<Id> = people.collect();
    people.sort_by_key(|person| (records.label(*person), *person));
    people
}

fn nodes(records: &Records, subject: Id, property: oxigraph::model::NamedNodeRef<'_>) -> Vec<Id> {
    let values = records.values(subject, property);
    values.filter_map(|value| value.node()).collect()
}

/// The date of the last event held with a person.
fn last_named(records: &Records, person: Id) -> Option<&When> {
    let mut attended = records.events().iter().rev().filter(|event| {
        let mut people = event.sides.iter().flat_map(|side| &side.people);
        event.is_held() && people.any(|participant| participant.who == person)
    });
    attended.find_map(|event| event.when.as_ref())
}
