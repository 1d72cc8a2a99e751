//! The full account so far: its records, and the reasons of inferred values.

use crate::document::Item;
use crate::records::{Act, Event};
use crate::report::brief::relationship::Relationship;
use crate::report::event_lines::event_item;
use crate::report::inferred::Notes;
use crate::report::sentences::{Fact, act_item};

/// The records of an account, and its notes.
pub struct Account<'a> {
    pub relationship: &'a Relationship<'a>,
    pub notes: Notes<'a>,
}

impl<'a> Account<'a> {
    pub const fn new(relationship: &'a Relationship<'a>) -> Self {
        Self {
            relationship,
            notes: Notes::new(relationship.records),
        }
    }

    /// An act with its words, what it says in short, and its remarks.
    pub fn act(&mut self, act: &'a Act, facts: &[Fact]) -> Item {
        act_item(act, facts, &[], &mut self.notes)
    }

    /// A meeting with its participants and sources.
    pub fn meeting(&mut self, event: &'a Event) -> Item {
        event_item(event, &mut self.notes)
    }
}
