//! Meetings and visits: when, where, who was there, and what of that is inferred.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, Term};

use super::Pair;
use super::markdown::Markdown;
use crate::export::results::escape;
use crate::model::PartialDate;
use crate::page::records::{Inferred, inferred};
use crate::query::substitute;
use crate::source::{Limits, Row, Source, SourceError};

/// A meeting or visit, as the brief tells of it.
#[derive(Debug)]
pub(super) struct Meeting {
    pub(super) event: NamedNode,
    title: String,
    date: Option<String>,
    place: Option<String>,
    host: Option<NamedNode>,
    mode: Option<String>,
    status: Option<String>,
    whole: Option<String>,
    /// Who issued a text on it, and the text's address.
    texts: Vec<(String, String)>,
    /// Each side with those who were there for it.
    sides: Vec<(NamedNode, String, Vec<String>)>,
    /// The address of each text that tells of it, and its passages.
    passages: Vec<(String, Vec<String>)>,
    pub(super) inferences: Vec<Inferred>,
}

impl Meeting {
    /// Who issued a text on it.
    pub(super) fn issuers(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|(issuer, _)| issuer.as_str())
    }
}

/// The meetings and visits with both sides, in the order of time.
pub(super) fn load(
    source: &Source,
    pair: &Pair,
    limits: &Limits,
) -> Result<Vec<Meeting>, SourceError> {
    let mut meetings: Vec<Meeting> = Vec::new();
    source.each_row(&query(pair), limits, |row| {
        let Some(event) = row.node("event").cloned() else {
            return;
        };
        if meetings.last().is_none_or(|last| last.event != event) {
            meetings.push(meeting(event, row));
        }
        let text = row
            .text("issuer")
            .map(str::to_owned)
            .zip(row.text("page").map(str::to_owned));
        if let (Some(meeting), Some(text)) = (meetings.last_mut(), text)
            && !meeting.texts.contains(&text)
        {
            meeting.texts.push(text);
        }
    })?;
    let places: BTreeMap<NamedNode, usize> = meetings
        .iter()
        .enumerate()
        .map(|(index, meeting)| (meeting.event.clone(), index))
        .collect();
    let mut extend = |sparql, subject, add: fn(&mut Meeting, &Row)| {
        source.each_row(sparql, limits, |row| {
            let index = row
                .node(subject)
                .cloned()
                .and_then(|event| places.get(&event));
            if let Some(meeting) = index.and_then(|index| meetings.get_mut(*index)) {
                add(meeting, row);
            }
        })
    };
    extend(include_str!("../people.rq"), "event", add_person)?;
    extend(include_str!("../passages.rq"), "subject", add_passage)?;
    extend(
        include_str!("../inferences.rq"),
        "subject",
        |meeting, row| {
            // Who was the guest follows from who was the host.
            meeting
                .inferences
                .extend(inferred(row).filter(|inferred| inferred.property != "guest"));
        },
    )?;
    Ok(meetings)
}

/// The query with the two sides in it.
fn query(pair: &Pair) -> String {
    let side = |side: &NamedNode| vec![Term::from(side.clone())];
    let sides = [("a", side(&pair.a)), ("b", side(&pair.b))];
    substitute(include_str!("../meetings.rq"), &sides.into())
}

fn meeting(event: NamedNode, row: &Row) -> Meeting {
    let text = |column| row.text(column).map(str::to_owned);
    let date = text("date").map(|start| match text("end") {
        Some(end) => format!("{} to {}", in_words(&start), in_words(&end)),
        None => in_words(&start),
    });
    Meeting {
        event,
        title: text("title").unwrap_or_default(),
        date,
        place: text("place"),
        host: row.node("host").cloned(),
        mode: text("mode"),
        status: text("status"),
        whole: text("whole"),
        texts: Vec::new(),
        sides: Vec::new(),
        passages: Vec::new(),
        inferences: Vec::new(),
    }
}

fn add_person(meeting: &mut Meeting, row: &Row) {
    let (Some(side), Some(party)) = (
        row.node("side").cloned(),
        row.text("party").map(str::to_owned),
    ) else {
        return;
    };
    if meeting
        .sides
        .last()
        .is_none_or(|(last, _, _)| *last != side)
    {
        meeting.sides.push((side, party, Vec::new()));
    }
    let person = row.text("person").map(str::to_owned).map(|person| {
        match row.text("post").map(str::to_owned) {
            Some(post) => format!("{person}, {post}"),
            None => person,
        }
    });
    if let (Some((_, _, people)), Some(person)) = (meeting.sides.last_mut(), person)
        && !people.contains(&person)
    {
        people.push(person);
    }
}

fn add_passage(meeting: &mut Meeting, row: &Row) {
    let (Some(page), Some(exact)) = (row.text("page"), row.text("exact")) else {
        return;
    };
    // Passages come text by text.
    match meeting.passages.last_mut() {
        Some((last, passages)) if last == page => passages.push(exact.to_owned()),
        _ => meeting
            .passages
            .push((page.to_owned(), vec![exact.to_owned()])),
    }
}

/// A recorded date as people write it; what is no date of ours stays as it is.
fn in_words(date: &str) -> String {
    date.parse::<PartialDate>()
        .map_or_else(|_| date.to_owned(), PartialDate::in_words)
}

pub(super) fn write(page: &mut Markdown, meetings: &[Meeting]) {
    if meetings.is_empty() {
        return;
    }
    page.heading(2, "Meetings");
    for meeting in meetings {
        write_meeting(page, meeting);
    }
}

fn write_meeting(page: &mut Markdown, meeting: &Meeting) {
    let title = untimed(meeting);
    let when = meeting.date.as_deref().unwrap_or("date unknown");
    let place = meeting
        .place
        .as_deref()
        .map(|place| format!(", {}", escape(place)));
    let usual = ["in-person", "held"];
    let circumstances: Vec<&str> = [&meeting.mode, &meeting.status]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .filter(|word| !usual.contains(word))
        .collect();
    let circumstances = match circumstances.join(", ") {
        none if none.is_empty() => none,
        some => format!(" ({})", escape(&some)),
    };
    page.item(
        0,
        &format!(
            "**{}{}** · {}{circumstances}",
            escape(when),
            place.unwrap_or_default(),
            escape(title)
        ),
    );
    for (side, party, people) in &meeting.sides {
        let host = if meeting.host.as_ref() == Some(side) {
            " (host)"
        } else {
            ""
        };
        let people = match people.join("; ") {
            none if none.is_empty() => none,
            some => format!(": {}", escape(&some)),
        };
        page.item(1, &format!("{}{host}{people}", escape(party)));
    }
    if let Some(whole) = &meeting.whole {
        page.item(1, &format!("part of: {}", escape(whole)));
    }
    for (address, passages) in &meeting.passages {
        if let Some(words) = page.words(passages, address, None) {
            page.item(1, &words);
        }
    }
    page.inferences(&meeting.inferences);
    for (issuer, address) in &meeting.texts {
        let link = page.link(address, &[]);
        page.item(
            1,
            &format!("the text was issued by {}{link}", escape(issuer)),
        );
    }
}

/// The title without the date behind it, which stands before it.
fn untimed(meeting: &Meeting) -> &str {
    let date = meeting.date.as_deref().unwrap_or_default();
    let title = meeting.title.strip_suffix(date);
    title
        .and_then(|title| title.strip_suffix(", "))
        .unwrap_or(&meeting.title)
}
