//! The full account: everything that is recorded about two sides, each fact once, each line followed by its words.

mod account;
mod by_sector;
mod overview;
mod sections;
mod stances;

use self::account::Account;
use super::relationship::Relationship;
use crate::document::{Block, Document};
use crate::report::attribution::in_text;
use crate::text::capitalised;

/// The sections, in the order of the page; empty sections are left out.
const SECTIONS: [fn(&mut Account<'_>) -> Vec<Block>; 7] = [
    overview::overview,
    sections::meetings,
    by_sector::commitments,
    sections::asks_and_answers,
    sections::figures,
    stances::stances,
    stances::accounts,
];

/// The full account.
pub fn account(relationship: &Relationship<'_>) -> Document {
    let sides = capitalised(&in_text(relationship.records, &relationship.sides));
    let mut account = Account::new(relationship);
    let mut blocks = vec![Block::heading(1, sides)];
    for section in SECTIONS {
        blocks.extend(section(&mut account));
    }
    blocks.extend(account.notes.section());
    Document::new(blocks)
}
