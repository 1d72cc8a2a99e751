//! What several RDF files say of one thing: the same, or else it is refused, as it is of two sheets.
//!
//! Only what can be but one is compared: what a thing is, and what it is called in a language. A file may give several;
//! two files contradict each other where they have none of them in common. Of names that are not ours nothing is
//! asked: foreign files are loaded as they are.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Quad, Term};

use super::Origins;
use super::parse::Parsed;
use crate::diagnostic::{Finding, Place};
use crate::model::{EntityKind, slug};
use crate::text::with_article;
use crate::vocab::Namespace;
use crate::vocab::w3c::{rdf, rdfs};

/// What is told of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Told<'a> {
    EntityKind,
    /// Its name in a language, or in none.
    Name(Option<&'a str>),
}

type Words<'a> = BTreeMap<(NamedNodeRef<'a>, Told<'a>), BTreeSet<&'a str>>;

/// Where a file says something else of a thing than one before it.
struct Contradiction<'a> {
    thing: NamedNodeRef<'a>,
    told: Told<'a>,
    here: (&'a str, BTreeSet<&'a str>),
    there: (&'a str, BTreeSet<&'a str>),
}

/// Notes where a file contradicts one before it.
pub fn find(parsed: &Parsed<'_>, found: &mut Vec<Finding>) {
    let mut known: BTreeMap<(NamedNodeRef<'_>, Told<'_>), (&str, BTreeSet<&str>)> = BTreeMap::new();
    let mut contradictions = Vec::new();
    for file in &parsed.files {
        for ((thing, told), words) in words(file.quads(&parsed.quads)) {
            let (other, before) = known
                .entry((thing, told))
                .or_insert_with(|| (file.name(), words.clone()));
            if before.is_disjoint(&words) {
                contradictions.push(Contradiction {
                    thing,
                    told,
                    here: (file.name(), words.clone()),
                    there: (*other, before.clone()),
                });
            }
            before.extend(words);
        }
    }
    let subjects = contradictions.iter().map(|found| found.thing.into());
    let origins = Origins::of(&parsed.files, &subjects.collect());
    found.extend(
        contradictions
            .iter()
            .map(|found| found.diagnostic(&origins)),
    );
}

/// What the statements of one file say of things of ours.
fn words(quads: &[Quad]) -> Words<'_> {
    let mut words = Words::new();
    for quad in quads {
        let NamedOrBlankNode::NamedNode(thing) = &quad.subject else {
            continue;
        };
        let is_ours = |namespace: &Namespace| thing.as_str().starts_with(namespace.iri());
        if let Some((told, word)) = told(quad)
            && Namespace::NAMED.iter().any(is_ours)
        {
            let said = words.entry((thing.as_ref(), told)).or_default();
            said.insert(word);
        }
    }
    words
}

fn told(quad: &Quad) -> Option<(Told<'_>, &str)> {
    match &quad.object {
        Term::NamedNode(class) if quad.predicate == rdf::TYPE => Some((
            Told::EntityKind,
            EntityKind::of_class(class.as_ref())?.word(),
        )),
        Term::Literal(name) if quad.predicate == rdfs::LABEL => {
            Some((Told::Name(name.language()), name.value()))
        }
        _ => None,
    }
}

impl Contradiction<'_> {
    fn diagnostic(&self, origins: &Origins) -> Finding {
        let ((file, here), (other, there)) = (&self.here, &self.there);
        let first = |words: &BTreeSet<&str>| (*words.first().unwrap_or(&"")).to_owned();
        let (property, verb, here, there) = match self.told {
            Told::EntityKind => {
                let a = |words| with_article(&first(words).to_lowercase());
                (rdf::TYPE, "is", a(here), a(there))
            }
            Told::Name(_) => {
                let quoted = |words| format!("`{}`", first(words));
                (rdfs::LABEL, "is called", quoted(here), quoted(there))
            }
        };
        let place = |file| {
            let place = origins.told_in(file, self.thing.into(), property);
            place.map_or_else(|| Place::file(file), Place::clone)
        };
        let message = format!(
            "`{}` {verb} {here} here, but {there} in {}",
            slug(self.thing),
            place(*other)
        );
        Finding::error("contradiction", place(*file), message)
            .hint("say it once, or say the same in both places")
    }
}
