//! What a source knows of the nodes, relations and acts of a network.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedNode, Term};

use super::facts::{ActFacts, Facts, NodeFacts, RelationFacts};
use crate::model::{EntityKind, text_fragment};
use crate::query::substitute;
use crate::source::{Row, Source, SourceError};

/// Things asked about in one query.
const AT_A_TIME: usize = 2_000;

/// A source, asked about many nodes, relations or acts at once.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    pub(crate) source: &'a Source,
}

impl Known<'_> {
    /// What is known of all nodes, relations and acts that these name.
    pub(crate) fn facts(
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

    pub(crate) fn nodes(
        self,
        nodes: &BTreeSet<&NamedNode>,
    ) -> Result<BTreeMap<NamedNode, NodeFacts>, SourceError> {
        let mut found = BTreeMap::new();
        self.each_of(include_str!("nodes.rq"), nodes, &[], |thing, row| {
            let facts: &mut NodeFacts = found.entry(thing).or_insert_with(|| NodeFacts {
                label: owned(row, "label").unwrap_or_default(),
                ..NodeFacts::default()
            });
            let sort = || EntityKind::of_class(row.node("class")?.as_ref());
            facts.sort = facts.sort.or_else(sort);
            facts.date = facts.date.take().or_else(|| owned(row, "date"));
        })?;
        Ok(found)
    }

    pub(crate) fn belonging(
        self,
        facts: &mut BTreeMap<NamedNode, NodeFacts>,
        nodes: &BTreeSet<&NamedNode>,
        sides: &[NamedNode],
    ) -> Result<(), SourceError> {
        let terms: Vec<Term> = sides.iter().cloned().map(Term::from).collect();
        self.each_of(include_str!("sides.rq"), nodes, &terms, |thing, row| {
            if let Some(node) = facts.get_mut(&thing) {
                // A side belongs to itself, even where it lies within another.
                let own = sides.contains(&thing).then_some(&thing);
                let side = own.or(row.node("side")).cloned();
                node.side = node.side.take().or(side);
            }
        })
    }

    fn relations(
        self,
        relations: &BTreeSet<&NamedNode>,
    ) -> Result<BTreeMap<NamedNode, RelationFacts>, SourceError> {
        let mut found = BTreeMap::new();
        self.each_of(
            include_str!("relations.rq"),
            relations,
            &[],
            |thing, row| {
                found.entry(thing).or_insert_with(|| RelationFacts {
                    label: owned(row, "label").unwrap_or_default(),
                    order: row.number("order").unwrap_or(u32::MAX),
                    group: row.node("group").cloned(),
                });
            },
        )?;
        self.groups(&mut found)?;
        Ok(found)
    }

    /// Adds what is known of the groups to which relations belong.
    fn groups(self, found: &mut BTreeMap<NamedNode, RelationFacts>) -> Result<(), SourceError> {
        let groups: Vec<NamedNode> = found
            .values()
            .filter_map(|facts| facts.group.clone())
            .collect();
        let groups: BTreeSet<&NamedNode> = groups.iter().collect();
        self.each_of(include_str!("relations.rq"), &groups, &[], |thing, row| {
            found.entry(thing).or_insert_with(|| RelationFacts {
                label: owned(row, "label").unwrap_or_default(),
                order: row.number("order").unwrap_or(u32::MAX),
                group: None,
            });
        })
    }

    /// The kinds that belong to kinds or groups, these themselves included.
    pub(crate) fn narrower(self, kinds: &[NamedNode]) -> Result<BTreeSet<NamedNode>, SourceError> {
        let mut found = BTreeSet::new();
        let wanted = kinds.iter().cloned().map(Term::from).collect();
        let query = substitute(
            include_str!("narrower.rq"),
            &BTreeMap::from([("wanted", wanted)]),
        );
        self.each(&query, |thing, _| {
            found.insert(thing);
        })?;
        Ok(found)
    }

    fn acts(
        self,
        acts: &BTreeSet<&NamedNode>,
    ) -> Result<BTreeMap<NamedNode, ActFacts>, SourceError> {
        let mut found: BTreeMap<NamedNode, Told> = BTreeMap::new();
        self.each_of(include_str!("acts.rq"), acts, &[], |thing, row| {
            let told = found.entry(thing).or_insert_with(|| Told::new(row));
            told.add(row);
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

    /// Puts a query about many things, some thousand at a time: a query has a greatest length.
    pub(crate) fn each_of(
        self,
        query: &str,
        things: &BTreeSet<&NamedNode>,
        sides: &[Term],
        mut add: impl FnMut(NamedNode, &Row),
    ) -> Result<(), SourceError> {
        let things: Vec<&NamedNode> = things.iter().copied().collect();
        for some in things.chunks(AT_A_TIME) {
            let terms = some.iter().map(|thing| Term::from((*thing).clone()));
            let mut values = BTreeMap::from([("thing", terms.collect())]);
            if !sides.is_empty() {
                values.insert("side", sides.to_vec());
            }
            self.each(&substitute(query, &values), &mut add)?;
        }
        Ok(())
    }

    /// Hands on each row with the thing that it is about.
    fn each(self, query: &str, mut add: impl FnMut(NamedNode, &Row)) -> Result<(), SourceError> {
        self.source.each_row(query, |row| {
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
pub fn palette(source: &Source) -> Result<BTreeMap<NamedNode, String>, SourceError> {
    Known { source }.palette()
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

    /// Adds the row's passage. One link opens one page: passages of another text than the first are left out.
    fn add(&mut self, row: &Row) {
        let exact = owned(row, "exact").filter(|_| row.text("page") == Some(&self.page));
        let is_new = |exact: &String| !self.passages.contains(exact);
        let exact = exact.filter(is_new);
        self.passages.extend(exact);
    }

    fn facts(self) -> ActFacts {
        let passages = self.passages.iter().map(String::as_str);
        let url = text_fragment(&self.page, passages);
        // Only acts have a quote of their own; the words of an event are its passages.
        let words = (!self.passages.is_empty()).then(|| self.passages.join(" […] "));
        ActFacts {
            url,
            quote: self.facts.quote.or(words),
            ..self.facts
        }
    }
}

fn owned(row: &Row, variable: &str) -> Option<String> {
    row.text(variable).map(str::to_owned)
}
