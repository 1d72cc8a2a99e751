//! What a source knows of the nodes, relations and acts of a network.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedNode, Term};

use super::{ActFacts, Facts, NodeFacts, RelationFacts};
use crate::model::{Sort, text_fragment};
use crate::query::substitute;
use crate::source::{Limits, Row, Source, SourceError};

/// A source, and what asking it may take.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) source: &'a Source,
    pub(super) limits: &'a Limits,
}

impl Known<'_> {
    /// What is known of all nodes, relations and acts that these name.
    pub(super) fn facts(
        self,
        nodes: &BTreeSet<&NamedNode>,
        relations: &BTreeSet<&NamedNode>,
        acts: &BTreeSet<&NamedNode>,
        sides: &[NamedNode],
    ) -> Result<Facts, SourceError> {
        let mut facts = Facts {
            nodes: self.nodes(nodes)?,
            relations: self.relations(relations)?,
            acts: self.acts(acts)?,
        };
        self.belonging(&mut facts.nodes, nodes, sides)?;
        Ok(facts)
    }

    fn nodes(
        self,
        nodes: &BTreeSet<&NamedNode>,
    ) -> Result<BTreeMap<NamedNode, NodeFacts>, SourceError> {
        let mut found = BTreeMap::new();
        let query = substitute(include_str!("nodes.rq"), &[things(nodes)].into());
        self.each(&query, |thing, row| {
            let facts: &mut NodeFacts = found.entry(thing).or_insert_with(|| NodeFacts {
                label: owned(row, "label").unwrap_or_default(),
                ..NodeFacts::default()
            });
            let sort = || Sort::of_class(row.node("class")?.as_ref());
            facts.sort = facts.sort.or_else(sort);
        })?;
        Ok(found)
    }

    fn belonging(
        self,
        facts: &mut BTreeMap<NamedNode, NodeFacts>,
        nodes: &BTreeSet<&NamedNode>,
        sides: &[NamedNode],
    ) -> Result<(), SourceError> {
        let sides = ("side", sides.iter().cloned().map(Term::from).collect());
        let query = substitute(include_str!("sides.rq"), &[things(nodes), sides].into());
        self.each(&query, |thing, row| {
            if let Some(node) = facts.get_mut(&thing) {
                node.side = node.side.take().or_else(|| row.node("side").cloned());
            }
        })
    }

    fn relations(
        self,
        relations: &BTreeSet<&NamedNode>,
    ) -> Result<BTreeMap<NamedNode, RelationFacts>, SourceError> {
        let mut found = BTreeMap::new();
        let query = substitute(include_str!("relations.rq"), &[things(relations)].into());
        self.each(&query, |thing, row| {
            found.entry(thing).or_insert_with(|| RelationFacts {
                label: owned(row, "label").unwrap_or_default(),
                order: row.number("order").unwrap_or(u32::MAX),
            });
        })?;
        Ok(found)
    }

    fn acts(
        self,
        acts: &BTreeSet<&NamedNode>,
    ) -> Result<BTreeMap<NamedNode, ActFacts>, SourceError> {
        let mut found: BTreeMap<NamedNode, Told> = BTreeMap::new();
        let query = substitute(include_str!("acts.rq"), &[things(acts)].into());
        self.each(&query, |thing, row| {
            let told = found.entry(thing).or_insert_with(|| Told::new(row));
            told.passages.extend(owned(row, "exact"));
        })?;
        Ok(found
            .into_iter()
            .map(|(act, told)| (act, told.facts()))
            .collect())
    }

    /// The colours that the ontology gives to classes and kinds of act, as `#rrggbb`.
    fn palette(self) -> Result<BTreeMap<NamedNode, String>, SourceError> {
        let mut colours = BTreeMap::new();
        let query = "SELECT ?thing ?colour WHERE { ?thing bil:colour ?colour } ORDER BY ?thing DESC(?colour)";
        self.each(query, |thing, row| {
            colours.insert(thing, owned(row, "colour").unwrap_or_default());
        })?;
        Ok(colours)
    }

    /// Hands on each row with the thing that it is about.
    fn each(self, query: &str, mut add: impl FnMut(NamedNode, &Row)) -> Result<(), SourceError> {
        self.source.each_row(query, self.limits, |row| {
            if let Some(thing) = row.node("thing") {
                add(thing.clone(), row);
            }
        })
    }
}

/// The colours that the ontology gives to classes and kinds of act, as `#rrggbb`.
///
/// # Errors
/// Where the source gives no answer.
pub fn palette(
    source: &Source,
    limits: &Limits,
) -> Result<BTreeMap<NamedNode, String>, SourceError> {
    Known { source, limits }.palette()
}

/// What is told of an act, and its passages so far.
struct Told {
    facts: ActFacts,
    page: String,
    passages: Vec<String>,
}

impl Told {
    fn new(row: &Row) -> Self {
        Self {
            facts: ActFacts {
                sentence: owned(row, "sentence").unwrap_or_default(),
                quote: owned(row, "quote"),
                url: None,
                order: row.number("start").unwrap_or(u32::MAX),
            },
            page: owned(row, "page").unwrap_or_default(),
            passages: Vec::new(),
        }
    }

    fn facts(self) -> ActFacts {
        let passages = self.passages.iter().map(String::as_str);
        ActFacts {
            url: text_fragment(&self.page, passages),
            ..self.facts
        }
    }
}

/// The nodes as the values of `?thing`.
fn things(nodes: &BTreeSet<&NamedNode>) -> (&'static str, Vec<Term>) {
    let terms = nodes.iter().map(|node| Term::from((*node).clone()));
    ("thing", terms.collect())
}

fn owned(row: &Row, variable: &str) -> Option<String> {
    row.text(variable).map(str::to_owned)
}
