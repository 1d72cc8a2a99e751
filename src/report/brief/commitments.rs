//! Commitments, sector by sector, the most binding first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use crate::report::markup::Markup;
use crate::report::telling::Fact;
use crate::report::told::Record;
use crate::source::{Source, SourceError};
use crate::vocab::bil;

/// The heading for what names no sector.
const NO_SECTOR: &str = "No sector named";

pub fn write(page: &mut Markup, source: &Source, acts: &[Record]) -> Result<(), SourceError> {
    let commitments: Vec<&Record> = acts
        .iter()
        .filter(|act| act.group == "Commitment")
        .collect();
    if commitments.is_empty() {
        return Ok(());
    }
    let broadest = broadest(source)?;
    let mut sections: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for act in commitments {
        let mut names: Vec<&str> = act
            .values(bil::SECTOR)
            .filter_map(|sector| broadest.get(sector))
            .map(String::as_str)
            .collect();
        names.sort_unstable();
        names.dedup();
        if names.is_empty() {
            names.push(NO_SECTOR);
        }
        for name in names {
            sections.entry(name).or_default().push(act);
        }
    }
    page.heading(2, "Commitments by sector");
    page.paragraph(
        "In parentheses how definite or binding each is, from 1, an assurance, to 7, a delivery; and what became of it, where an answer is awaited or recorded.",
    );
    let mut sections: Vec<(&str, Vec<&Record>)> = sections.into_iter().collect();
    sections.sort_by_key(|(name, acts)| {
        let strongest = acts.iter().filter_map(|act| act.strength).max();
        (
            *name == NO_SECTOR,
            Reverse(strongest),
            Reverse(acts.len()),
            *name,
        )
    });
    for (name, mut acts) in sections {
        page.heading(3, &capitalised(&title(name, &acts, &broadest)));
        acts.sort_by_key(|act| Reverse(act.strength));
        for act in acts {
            page.act(0, &[Fact::Strength, Fact::When], act);
        }
    }
    Ok(())
}

/// The broadest sector, and behind it the finer ones where the acts are about these alone.
fn title(name: &str, acts: &[&Record], broadest: &BTreeMap<NamedNode, String>) -> String {
    let sectors = acts
        .iter()
        .flat_map(|act| act.values(bil::SECTOR).zip(act.names(bil::SECTOR)));
    let finer: BTreeSet<&str> = sectors
        .filter(|(sector, _)| broadest.get(*sector).is_some_and(|top| top == name))
        .map(|(_, sector)| sector)
        .collect();
    if finer.is_empty() || finer.contains(name) {
        name.to_owned()
    } else {
        format!(
            "{name}: {}",
            finer.into_iter().collect::<Vec<_>>().join(", ")
        )
    }
}

/// For every sector the name of the broadest one above it.
fn broadest(source: &Source) -> Result<BTreeMap<NamedNode, String>, SourceError> {
    let mut broadest = BTreeMap::new();
    source.each_row(include_str!("fields.rq"), |row| {
        if let (Some(sector), Some(name)) = (
            row.node("sector").cloned(),
            row.text("name").map(str::to_owned),
        ) {
            broadest.entry(sector).or_insert(name);
        }
    })?;
    Ok(broadest)
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}
