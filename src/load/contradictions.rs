//! Two RDF files that contradict each other about one entity, which is an error as it is in two sheets.
//!
//! Only what can have one value is compared: the kind of an entity, and its name in a language. A file may have several
//! names; two files contradict each other where they have none in common. Foreign IRIs are not compared: foreign files
//! are loaded as they are.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Quad, Term};

use crate::diagnostic::{Code, Finding, Place};
use crate::model::EntityKind;
use crate::rdf::{Origins, Parsed};
use crate::text::with_article;
use crate::vocab::w3c::{rdf, rdfs};
use crate::vocab::{Namespace, slug};

/// What can have one value only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Aspect<'a> {
    Kind,
    /// The name in a language, or in none.
    Name(Option<&'a str>),
}

/// The values of one aspect of one entity.
type Values<'a> = BTreeMap<(NamedNodeRef<'a>, Aspect<'a>), BTreeSet<&'a str>>;

/// A file that says something else about an entity than one before it.
struct Contradiction<'a> {
    entity: NamedNodeRef<'a>,
    aspect: Aspect<'a>,
    file: &'a str,
    values: BTreeSet<&'a str>,
    earlier_file: &'a str,
    earlier_values: BTreeSet<&'a str>,
}

/// Finds where a file contradicts one before it.
pub fn find(parsed: &Parsed<'_>, findings: &mut Vec<Finding>) {
    let mut known: BTreeMap<(NamedNodeRef<'_>, Aspect<'_>), (&str, BTreeSet<&str>)> =
        BTreeMap::new();
    let mut contradictions = Vec::new();
    for file in &parsed.files {
        for ((entity, aspect), values) in values(file.quads(&parsed.quads)) {
            let (earlier_file, earlier_values) = known
                .entry((entity, aspect))
                .or_insert_with(|| (file.name(), values.clone()));
            if earlier_values.is_disjoint(&values) {
                contradictions.push(Contradiction {
                    entity,
                    aspect,
                    file: file.name(),
                    values: values.clone(),
                    earlier_file,
                    earlier_values: earlier_values.clone(),
                });
            }
            earlier_values.extend(values);
        }
    }
    let subjects = contradictions.iter().map(|found| found.entity.into());
    let origins = Origins::of(&parsed.files, &subjects.collect());
    findings.extend(contradictions.iter().map(|found| found.finding(&origins)));
}

/// What one file says about our entities.
fn values(quads: &[Quad]) -> Values<'_> {
    let mut values = Values::new();
    for quad in quads {
        let NamedOrBlankNode::NamedNode(entity) = &quad.subject else {
            continue;
        };
        let is_ours = |namespace: &Namespace| entity.as_str().starts_with(namespace.iri());
        if let Some((aspect, value)) = aspect(quad)
            && Namespace::NAMED.iter().any(is_ours)
        {
            let key = (entity.as_ref(), aspect);
            values.entry(key).or_default().insert(value);
        }
    }
    values
}

fn aspect(quad: &Quad) -> Option<(Aspect<'_>, &str)> {
    match &quad.object {
        Term::NamedNode(class) if quad.predicate == rdf::TYPE => {
            let kind = EntityKind::of_class(class.as_ref())?;
            Some((Aspect::Kind, kind.word()))
        }
        Term::Literal(name) if quad.predicate == rdfs::LABEL => {
            Some((Aspect::Name(name.language()), name.value()))
        }
        _ => None,
    }
}

impl Contradiction<'_> {
    fn finding(&self, origins: &Origins) -> Finding {
        let first = |values: &BTreeSet<&str>| (*values.first().unwrap_or(&"")).to_owned();
        let [value, earlier_value] = [&self.values, &self.earlier_values].map(first);
        let (property, verb, shown): (_, _, fn(&str) -> String) = match self.aspect {
            Aspect::Kind => (rdf::TYPE, "is", |kind| with_article(&kind.to_lowercase())),
            Aspect::Name(_) => (rdfs::LABEL, "is called", |name| format!("`{name}`")),
        };
        let place = |file| {
            let place = origins.property_in(file, self.entity.into(), property);
            place.map_or_else(|| Place::file(file), Place::clone)
        };
        let message = format!(
            "`{}` {verb} {} here, but {} in {}",
            slug(self.entity),
            shown(&value),
            shown(&earlier_value),
            place(self.earlier_file)
        );
        Finding::new(Code::Contradiction, place(self.file), message)
            .hint("say it once, or say the same in both places")
    }
}
