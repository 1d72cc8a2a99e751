//! Inferred values, as lines of a page.

use std::sync::Arc;

use crate::document::{Block, Inlines, Item};
use crate::model::text_fragment;
use crate::records::{Id, Inference, Records, Value, in_words};
use crate::vocab::bil;

/// One or several values of a property that were inferred for the same reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inferred<'a> {
    property: Id,
    value: String,
    because: &'a str,
    printed: Option<&'a str>,
    sources: &'a [Arc<str>],
}

/// The inferences about a node, property by property. Follow-ups are left out, because the chain of an act shows them,
/// and so are guests, because they follow from the host.
pub fn inferred(records: &Records, subject: Id) -> Vec<Inferred<'_>> {
    let [date, end, follows_up, guest] =
        [bil::DATE, bil::END_DATE, bil::FOLLOWS_UP, bil::GUEST].map(|term| records.id(term));
    let mut all: Vec<Inferred<'_>> = Vec::new();
    for inference in records.inferences(subject) {
        let property = Some(inference.property);
        if property == follows_up || property == guest {
            continue;
        }
        let next = Inferred::of(inference, records);
        match all.last_mut().filter(|last| last.has_reason_of(&next)) {
            Some(last) if last.property == next.property => {
                last.value = format!("{} and {}", last.value, next.value);
            }
            Some(last) if Some(last.property) == date && property == end => {
                last.value = format!("{} to {}", last.value, next.value);
            }
            _ => all.push(next),
        }
    }
    all
}

/// The reasons of the inferred values of a page, as numbered notes: each reason for a value once.
pub struct Notes<'a> {
    pub records: &'a Records,
    notes: Vec<Inferred<'a>>,
}

impl<'a> Notes<'a> {
    pub const fn new(records: &'a Records) -> Self {
        Self {
            records,
            notes: Vec::new(),
        }
    }

    /// A line with the numbers of the notes on its inferred values.
    pub fn noted(&mut self, mut item: Item, inferred: Vec<Inferred<'a>>) -> Item {
        if inferred.is_empty() {
            return item;
        }
        let numbers = inferred.into_iter().map(|one| self.number(one).to_string());
        let numbers: Vec<String> = numbers.collect();
        let noun = if numbers.len() == 1 { "note" } else { "notes" };
        let line = std::mem::take(&mut item.line);
        item.line = line.text(format!(" (inferred: {noun} {})", numbers.join(", ")));
        item
    }

    /// The number of a note.
    fn number(&mut self, inferred: Inferred<'a>) -> usize {
        let position = self.notes.iter().position(|known| *known == inferred);
        position.map_or_else(
            || {
                self.notes.push(inferred);
                self.notes.len()
            },
            |position| position + 1,
        )
    }

    /// The section with the notes, for the end of the page.
    pub fn section(&self) -> Vec<Block> {
        if self.notes.is_empty() {
            return Vec::new();
        }
        let lines = inferred_items(self.records, &self.notes);
        let lines = (1..).zip(lines).map(|(number, line)| {
            Item::new(
                Inlines::new()
                    .strong(format!("Note {number}"))
                    .text(", ")
                    .then(line.line),
            )
        });
        vec![
            Block::heading(2, "Notes on inferred values"),
            Block::List(lines.collect()),
        ]
    }
}

/// A line for each inferred value, with the reason.
pub fn inferred_items(records: &Records, inferred: &[Inferred<'_>]) -> Vec<Item> {
    let line = |inferred: &Inferred<'_>| {
        let property = records.label(inferred.property);
        let value = &inferred.value;
        Inlines::from(format!("inferred: {property} {value}")).then(inferred.reason())
    };
    inferred.iter().map(|one| Item::new(line(one))).collect()
}

impl<'a> Inferred<'a> {
    /// One value.
    pub fn of(inference: &'a Inference, records: &Records) -> Self {
        Self {
            property: inference.property,
            value: match &inference.value {
                Value::Node(id) => {
                    let label = records.own_label(*id).map(|label| &*label.text);
                    label.unwrap_or_else(|| records.iri(*id)).to_owned()
                }
                Value::Literal(literal) => in_words(&literal.text),
            },
            because: &inference.because,
            printed: inference.printed.as_deref(),
            sources: &inference.sources,
        }
    }

    fn has_reason_of(&self, other: &Self) -> bool {
        let reason = |one: &Self| (one.because, one.printed, one.sources);
        reason(self) == reason(other)
    }

    /// `, printed “13 November”: why [4]`.
    pub fn reason(&self) -> Inlines {
        let line = match self.printed {
            Some(words) => Inlines::from(", printed ").quote(words),
            None => Inlines::new(),
        };
        let pages = self.sources.iter().map(|source| text_fragment(source, []));
        pages.fold(line.text(format!(": {}", self.because)), Inlines::note)
    }
}
