//! Commitments by sector.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::account::Account;
use crate::document::{Block, Item};
use crate::records::{Act, Id, Records};
use crate::report::sentences::Fact;
use crate::text::capitalised;
use crate::vocab::bil::class;
use crate::vocab::w3c::skos;

/// The heading of commitments without a sector.
const NO_SECTOR: &str = "No sector named";

/// Commitments, sector by sector, the most binding first; one of several sectors is under the first of them.
pub fn commitments(account: &mut Account<'_>) -> Vec<Block> {
    let relationship = account.relationship;
    let records = relationship.records;
    let mut sectors: BTreeMap<&str, Vec<&Act>> = BTreeMap::new();
    for claim in relationship.claims_of(class::COMMITMENT) {
        let act = claim.act;
        let broadest = act.sectors.iter();
        let broadest = broadest.filter_map(|sector| broadest_name(records, *sector));
        sectors
            .entry(broadest.min().unwrap_or(NO_SECTOR))
            .or_default()
            .push(act);
    }
    if sectors.is_empty() {
        return Vec::new();
    }
    let mut sectors: Vec<(&str, Vec<&Act>)> = sectors.into_iter().collect();
    sectors.sort_by_key(|(name, acts)| {
        let strongest = acts
            .iter()
            .filter_map(|act| relationship.strength(act))
            .max();
        let is_last = *name == NO_SECTOR;
        (is_last, Reverse(strongest), Reverse(acts.len()), *name)
    });
    let mut blocks = vec![
        Block::heading(2, "Commitments by sector"),
        Block::paragraph(
            "The parentheses show how binding each is, from 1, an assurance, to 7, a delivery; its outcome, or that it is open; and its date.",
        ),
    ];
    for (name, mut acts) in sectors {
        let title = sector_title(records, name, &acts);
        blocks.push(Block::heading(3, capitalised(&title)));
        acts.sort_by_key(|act| Reverse(relationship.strength(act)));
        let facts = [Fact::Strength, Fact::When];
        let items = acts.into_iter().map(|act| account.act(act, &facts));
        let items: Vec<Item> = items.collect();
        blocks.push(Block::List(items));
    }
    blocks
}

/// The broadest sector, followed by the sub-sectors if the acts name only these.
fn sector_title(records: &Records, name: &str, acts: &[&Act]) -> String {
    let sectors = acts.iter().flat_map(|act| &act.sectors);
    let sectors = sectors.filter(|sector| broadest_name(records, **sector) == Some(name));
    let finer: BTreeSet<&str> = sectors.map(|sector| records.label(*sector)).collect();
    if finer.is_empty() || finer.contains(name) {
        return name.to_owned();
    }
    let finer: Vec<&str> = finer.into_iter().collect();
    format!("{name}: {}", finer.join(", "))
}

/// The name of the broadest sector above a sector; the first if there are several.
fn broadest_name(records: &Records, sector: Id) -> Option<&str> {
    let mut above = BTreeSet::from([sector]);
    let mut open = vec![sector];
    let mut names = BTreeSet::new();
    while let Some(sector) = open.pop() {
        let broader = records.values(sector, skos::BROADER);
        let broader: Vec<Id> = broader.filter_map(|value| value.node()).collect();
        if broader.is_empty() {
            names.insert(records.label(sector));
        }
        open.extend(broader.into_iter().filter(|sector| above.insert(*sector)));
    }
    names.into_iter().next()
}
