//! The numbers of the sources of a sheet, in the order in which it cites them.

use std::collections::BTreeMap;

use crate::document::Citation;
use crate::records::{Act, Id, Records};
use crate::report::attribution::address;
use crate::report::sentences::evidence_address;

/// The sources cited so far.
pub struct Citations<'a> {
    records: &'a Records,
    numbers: BTreeMap<Id, usize>,
    texts: Vec<Id>,
}

impl<'a> Citations<'a> {
    pub const fn new(records: &'a Records) -> Self {
        Self {
            records,
            numbers: BTreeMap::new(),
            texts: Vec::new(),
        }
    }

    /// The texts, the first with the number 1.
    pub fn texts(&self) -> &[Id] {
        &self.texts
    }

    /// Cites the texts that report some acts, each once, at the words of the first act in it.
    pub fn acts<'b>(&mut self, acts: impl IntoIterator<Item = &'b Act>) -> Vec<Citation> {
        let mut cited = Vec::new();
        for act in acts {
            if let Some(text) = act.text {
                let address = evidence_address(self.records, act);
                self.add(text, address, &mut cited);
            }
        }
        cited.sort_by_key(|citation| citation.number);
        cited
    }

    /// Cites some texts.
    pub fn of_texts(&mut self, texts: &[Id]) -> Vec<Citation> {
        let mut cited = Vec::new();
        for text in texts {
            let address = address(self.records, *text, &[]);
            self.add(*text, address, &mut cited);
        }
        cited.sort_by_key(|citation| citation.number);
        cited
    }

    fn add(&mut self, text: Id, address: Option<String>, cited: &mut Vec<Citation>) {
        let number = *self.numbers.entry(text).or_insert_with(|| {
            self.texts.push(text);
            self.texts.len()
        });
        if !cited.iter().any(|citation| citation.number == number) {
            cited.push(Citation { number, address });
        }
    }
}
