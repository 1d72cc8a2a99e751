//! The full account so far: its records, and the reasons of inferred values as numbered notes.

use crate::document::{Block, Inlines, Item};
use crate::records::{Act, Event};
use crate::report::brief::relationship::Relationship;
use crate::report::event_lines::event_item;
use crate::report::inferred::{Inferred, inferred, inferred_items};
use crate::report::sentences::{Fact, act_line, amounts, label, remarks};

/// The records of an account, and its notes.
pub struct Account<'a> {
    pub relationship: &'a Relationship<'a>,
    notes: Vec<Inferred<'a>>,
}

impl<'a> Account<'a> {
    pub const fn new(relationship: &'a Relationship<'a>) -> Self {
        Self {
            relationship,
            notes: Vec::new(),
        }
    }

    /// An act with its words, what it says in short, and its remarks.
    pub fn act(&mut self, act: &'a Act, facts: &[Fact]) -> Item {
        let records = self.relationship.records;
        let item = act_line(records, act, facts);
        let item = self.noted(item, inferred(records, act.id));
        let label = act.is_verifiable().then(|| Item::new(label(records, act)));
        let below = label.into_iter().chain(amounts(records, act));
        item.with_list(below.chain(self.remarks(act)).collect())
    }

    /// The remarks of an act, except for its inferences.
    pub fn remarks(&self, act: &'a Act) -> Vec<Item> {
        let records = self.relationship.records;
        remarks(records, act, &inferred(records, act.id))
    }

    /// A meeting with its participants and sources.
    pub fn meeting(&mut self, event: &'a Event) -> Item {
        let records = self.relationship.records;
        let item = event_item(records, event, false);
        self.noted(item, inferred(records, event.id))
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

    /// The number of a note; equal reasons for equal values share one.
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

    /// The notes.
    pub fn notes(&self) -> Vec<Block> {
        if self.notes.is_empty() {
            return Vec::new();
        }
        let lines = inferred_items(self.relationship.records, &self.notes);
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
