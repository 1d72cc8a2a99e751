//! What is said of a thing itself, and what is tied to it from the other end.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, NamedNodeRef, Term};

use crate::query::substitute;
use crate::report::markup::Markup;
use crate::report::told::Inferred;
use crate::report::when::in_words;
use crate::source::{Row, Source, SourceError};
use crate::vocab::slug;
use crate::vocab::w3c::{prov, rdf, rdfs, sem, skos};
use crate::vocab::{bil, shorten};

/// What other parts of the page tell, or what only machines need.
const TOLD_ELSEWHERE: [NamedNodeRef<'static>; 17] = [
    bil::QUOTE,
    bil::GIST,
    bil::STATUS,
    bil::FOLLOWS_UP,
    bil::FIGURE,
    bil::REPORTED_IN,
    prov::ALTERNATE_OF,
    rdf::TYPE,
    rdfs::LABEL,
    skos::PREF_LABEL,
    skos::ALT_LABEL,
    skos::IN_SCHEME,
    sem::HAS_EARLIEST_BEGIN_TIME_STAMP,
    sem::HAS_LATEST_END_TIME_STAMP,
    bil::EVIDENCE,
    bil::COLOUR,
    bil::ORDER,
];

/// What is known of a thing.
#[derive(Debug)]
pub struct Facts {
    thing: NamedNode,
    /// Its name.
    pub(crate) title: String,
    classes: Vec<String>,
    /// Its other names, those in another language with the language.
    names: Vec<String>,
    said: Vec<Fact>,
    /// `Kaliningrad Oblast: part of this`.
    referrers: Vec<(String, String)>,
}

#[derive(Debug)]
struct Fact {
    property: String,
    value: String,
    /// The address, where the value is a page.
    page: Option<String>,
    inferred: Option<Inferred>,
}

/// Asks what is said of a thing; `None` where nothing is.
pub fn of(thing: &NamedNode, source: &Source) -> Result<Option<Facts>, SourceError> {
    let about = |query: &str| {
        let values = BTreeMap::from([("thing", vec![Term::from(thing.clone())])]);
        substitute(query, &values)
    };
    let mut facts = Facts {
        thing: thing.clone(),
        title: String::new(),
        classes: Vec::new(),
        names: Vec::new(),
        said: Vec::new(),
        referrers: Vec::new(),
    };
    let mut is_known = false;
    source.each_row(&about(include_str!("facts.rq")), |row| {
        is_known = true;
        facts.add(row);
    })?;
    source.each_row(&about(include_str!("referrers.rq")), |row| {
        if let (Some(other), Some(property)) = (row.text("shown"), row.node("property")) {
            let property = in_property_words(row.text("name"), property);
            facts.referrers.push((other.to_owned(), property));
        }
    })?;
    if facts.title.is_empty() {
        facts.title = name(thing);
    }
    Ok(is_known.then_some(facts))
}

impl Facts {
    fn add(&mut self, row: &Row) {
        let (Some(property), Some(value)) = (row.node("property"), row.get("value")) else {
            return;
        };
        let shown = row
            .text("shown")
            .map_or_else(|| plain(value), str::to_owned);
        let language = row.text("language").filter(|tag| !tag.is_empty());
        if property.as_ref() == rdf::TYPE {
            // Classes of others say little to a reader who has ours.
            self.classes.extend(row.text("shown").map(str::to_owned));
        } else if property.as_ref() == rdfs::LABEL && matches!(language, None | Some("en")) {
            self.title = shown;
        } else if [rdfs::LABEL, skos::ALT_LABEL].contains(&property.as_ref()) {
            self.names.push(match language {
                None | Some("en") => shown,
                Some(language) => format!("{shown} ({language})"),
            });
        } else if !TOLD_ELSEWHERE.contains(&property.as_ref()) {
            self.add_fact(property, value, shown, row);
        }
    }

    fn add_fact(&mut self, property: &NamedNode, value: &Term, shown: String, row: &Row) {
        let page = match value {
            Term::NamedNode(node) if shorten(node.as_str()).is_none() => Some(node.as_str()),
            _ => None,
        };
        let because = row.text("because");
        self.said.push(Fact {
            property: in_property_words(row.text("name"), property),
            inferred: because.map(|because| Inferred {
                property: slug(property.as_ref()).to_owned(),
                property_name: String::new(),
                value: shown.clone(),
                because: because.to_owned(),
                printed: row.text("printed").map(str::to_owned),
                source: row.text("source").map(str::to_owned),
            }),
            page: page
                .filter(|_| row.text("shown").is_none())
                .map(str::to_owned),
            value: shown,
        });
    }

    /// Class, IRI and other names; then fact by fact.
    pub(crate) fn write(&self, page: &mut Markup) {
        let mut what = self.classes.join(", ");
        if what.is_empty() {
            "NamedEntity".clone_into(&mut what);
        }
        let names = match self.names.join(", ") {
            none if none.is_empty() => none,
            some => format!(" Also called {some}."),
        };
        page.paragraph(&format!("{what}, {}.{names}", name(&self.thing)));
        for fact in &self.said {
            Self::write_fact(page, fact);
        }
        for (other, property) in &self.referrers {
            let line = format!("{}: {} this", page.shown(other), page.shown(property));
            page.item(0, &line);
        }
    }

    fn write_fact(page: &mut Markup, fact: &Fact) {
        let address = fact.page.as_deref().map(|address| page.link(address, &[]));
        let value = match &address {
            Some(number) if !number.is_empty() => number.trim_start().to_owned(),
            _ => page.shown(&fact.value),
        };
        let line = format!("{}: {value}", page.shown(&fact.property));
        page.item(0, &line);
        if let Some(inferred) = &fact.inferred {
            page.reason(1, inferred);
        }
    }
}

/// The name of a property, else the last part of its IRI as words: `scopeNote` becomes `scope note`.
fn in_property_words(name: Option<&str>, property: &NamedNode) -> String {
    if let Some(name) = name {
        return name.to_owned();
    }
    let property = slug(property.as_ref());
    property
        .chars()
        .fold(String::new(), |mut words, character| {
            if character.is_uppercase() {
                words.push(' ');
            }
            words.extend(character.to_lowercase());
            words
        })
}

/// A prefixed name where there is one.
fn name(thing: &NamedNode) -> String {
    shorten(thing.as_str()).map_or_else(
        || thing.as_str().to_owned(),
        |(prefix, local)| format!("{}:{local}", prefix.name),
    )
}

/// A value that has no name of its own.
fn plain(value: &Term) -> String {
    match value {
        Term::NamedNode(node) => name(node),
        Term::BlankNode(node) => node.to_string(),
        Term::Literal(literal) => in_words(literal.value()),
    }
}
