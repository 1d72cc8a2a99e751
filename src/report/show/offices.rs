//! Who held which post when: of a person, a post or a body.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, Term};

use crate::query::substitute;
use crate::report::markup::Markup;
use crate::report::told::{Inferred, inferences};
use crate::report::when::When;
use crate::source::{Row, Source, SourceError};

/// A post held for a time.
#[derive(Debug)]
struct Office {
    membership: NamedNode,
    label: String,
    when: String,
    note: Option<String>,
    /// The addresses that say so.
    sources: Vec<String>,
}

pub fn write(page: &mut Markup, thing: &NamedNode, source: &Source) -> Result<(), SourceError> {
    let offices = offices(thing, source)?;
    if offices.is_empty() {
        return Ok(());
    }
    let inferences = inferences(source)?;
    page.heading(2, "Offices");
    for office in &offices {
        let reasons = inferences.get(&office.membership);
        write_office(page, office, reasons.map_or(&[][..], Vec::as_slice));
    }
    Ok(())
}

fn offices(thing: &NamedNode, source: &Source) -> Result<Vec<Office>, SourceError> {
    let values = BTreeMap::from([("thing", vec![Term::from(thing.clone())])]);
    let query = substitute(include_str!("offices.rq"), &values);
    let mut offices: Vec<Office> = Vec::new();
    source.each_row(&query, |row| {
        let Some(membership) = row.node("membership") else {
            return;
        };
        if offices
            .last()
            .is_none_or(|last| last.membership != *membership)
        {
            offices.push(office(membership, row));
        }
        if let (Some(office), Some(source)) = (offices.last_mut(), row.text("source")) {
            office.sources.push(source.to_owned());
        }
    })?;
    Ok(offices)
}

fn office(membership: &NamedNode, row: &Row) -> Office {
    let when = When::of(row).map(|when| when.words);
    let has_end = row.get("end").is_some();
    Office {
        membership: membership.clone(),
        label: row.text("label").unwrap_or_default().to_owned(),
        when: match when {
            Some(when) if has_end => when,
            Some(when) => format!("from {when}"),
            None => "at a time not known".to_owned(),
        },
        note: row.text("note").map(str::to_owned),
        sources: Vec::new(),
    }
}

fn write_office(page: &mut Markup, office: &Office, inferences: &[Inferred]) {
    let links: Vec<String> = office
        .sources
        .iter()
        .map(|source| page.link(source, &[]))
        .collect();
    let alone = if links.len() == 1 {
        ", told by one source alone"
    } else {
        ""
    };
    let line = format!(
        "{} · {}{alone}{}",
        page.strong(&office.when),
        page.shown(&office.label),
        links.concat()
    );
    page.item(0, &line);
    if let Some(note) = &office.note {
        let note = format!("note: {}", page.shown(note));
        page.item(1, &note);
    }
    page.inferences(1, inferences);
}
