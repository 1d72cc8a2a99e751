//! The brief on one sheet: the first page within its number of words, and the second page.

mod citations;
mod commands;
mod commitments;
mod coverage;
mod differences;
mod expectations;
mod glance;
mod open;
mod people;
mod series;
mod sources;
mod wording;

use std::collections::BTreeSet;

use self::citations::Citations;
use self::wording::SHORT;
use super::facts::Facts;
use super::facts::commitments::RECENT;
use crate::document::{Block, Document, word_count};
use crate::records::{Claim, Id};

/// The most words of the first page.
const WORDS: usize = 450;
/// The least words of a quote next to a gist.
const QUOTED: usize = 6;

/// How much of each list the first page shows.
#[derive(Debug, Clone, Copy)]
struct Lengths {
    rows: usize,
    open: usize,
    news: usize,
    /// The words of a quote next to a gist.
    quoted: usize,
}

impl Lengths {
    /// The longest page.
    const MOST: Self = Self {
        rows: 8,
        open: 8,
        news: 3,
        quoted: SHORT,
    };

    /// The next shorter page; `None` if it cannot be shorter.
    fn shorter(self) -> Option<Self> {
        let Self {
            rows,
            open,
            news,
            quoted,
        } = self;
        if open > 3 {
            Some(Self {
                open: open - 1,
                ..self
            })
        } else if rows > RECENT {
            Some(Self {
                rows: rows - 1,
                ..self
            })
        } else if quoted > QUOTED {
            Some(Self {
                quoted: QUOTED,
                ..self
            })
        } else if news > 0 {
            Some(Self {
                news: news - 1,
                ..self
            })
        } else if open > 0 {
            Some(Self {
                open: open - 1,
                ..self
            })
        } else if rows > 0 {
            Some(Self {
                rows: rows - 1,
                ..self
            })
        } else {
            None
        }
    }
}

/// The sheet; its first page is as long as its number of words allows.
pub fn sheet(facts: &Facts<'_>) -> Document {
    let mut lengths = Lengths::MOST;
    loop {
        let mut citations = Citations::new(facts.relationship.records);
        let mut blocks = first_page(facts, lengths, &mut citations);
        if word_count(&blocks) > WORDS
            && let Some(shorter) = lengths.shorter()
        {
            lengths = shorter;
            continue;
        }
        let in_table = in_table(facts, lengths);
        blocks.push(Block::PageBreak);
        blocks.extend(second_page(facts, &in_table, &mut citations));
        return Document::new(blocks);
    }
}

/// The acts that the table of commitments shows.
fn in_table(facts: &Facts<'_>, lengths: Lengths) -> BTreeSet<Id> {
    let rows = facts.commitments.ranked.iter().take(lengths.rows);
    rows.flat_map(|row| row.claim.ids()).collect()
}

fn first_page(facts: &Facts<'_>, lengths: Lengths, citations: &mut Citations<'_>) -> Vec<Block> {
    let in_table = in_table(facts, lengths);
    let pending = facts.open.pending.iter().flat_map(Claim::ids);
    let shown: BTreeSet<Id> = pending.chain(in_table.iter().copied()).collect();
    let mut blocks = vec![Block::heading(1, title(facts))];
    blocks.extend(coverage::coverage(facts));
    blocks.extend(glance::glance(facts, lengths.news, &shown, citations));
    blocks.extend(commitments::commitments(facts, lengths.rows, citations));
    blocks.extend(open::open(
        facts,
        lengths.open,
        lengths.quoted,
        &in_table,
        citations,
    ));
    blocks
}

fn second_page<'a>(
    facts: &Facts<'a>,
    in_table: &BTreeSet<Id>,
    citations: &mut Citations<'a>,
) -> Vec<Block> {
    let mut blocks = expectations::expectations(facts, in_table, citations);
    blocks.extend(differences::differences(facts, citations));
    blocks.extend(series::series(facts, citations));
    blocks.extend(people::people(facts));
    blocks.extend(sources::sources(facts, citations));
    blocks
}

/// `Belarus – Kaliningrad Oblast: brief for Kaliningrad Oblast`
fn title(facts: &Facts<'_>) -> String {
    let relationship = &facts.relationship;
    let records = relationship.records;
    let [a, b] = relationship.sides.map(|side| records.label(side));
    let reader = relationship.reader.map(|reader| records.in_text(reader));
    let reader = reader.map(|reader| format!(" for {reader}"));
    format!("{a} – {b}: brief{}", reader.unwrap_or_default())
}
