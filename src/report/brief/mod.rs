//! The brief: one page on what two sides said to each other, each line followed by its words.

mod overview;
mod relationship;
mod sections;

use oxigraph::model::NamedNodeRef;

use self::relationship::Relationship;
use super::span::Span;
use crate::document::{Block, Document};
use crate::records::Records;

/// The sections, in the order of the page; empty sections are left out.
const SECTIONS: [fn(&Relationship<'_>) -> Vec<Block>; 7] = [
    overview::overview,
    sections::meetings,
    sections::commitments,
    sections::asks_and_answers,
    sections::figures,
    sections::stances_and_accounts,
    sections::open,
];

/// The brief on two sides; `None` if no meeting and no act of theirs within the span is recorded.
///
/// It covers an act that was made at a meeting of both, that one of them directs at the other or reports, or that is
/// about both.
#[must_use]
pub fn brief(records: &Records, sides: [NamedNodeRef<'_>; 2], span: Span) -> Option<Document> {
    let [a, b] = sides.map(|side| records.id(side));
    let relationship = Relationship::of(records, [a?, b?], span);
    if relationship.meetings.is_empty() && relationship.acts.is_empty() {
        return None;
    }
    let [a, b] = relationship.sides.map(|side| records.label(side));
    let mut blocks = vec![Block::heading(1, format!("{a} and {b}"))];
    blocks.extend(SECTIONS.iter().flat_map(|section| section(&relationship)));
    Some(Document::new(blocks))
}
