//! The statements in two orders, with lookups for records.

use std::collections::BTreeSet;
use std::sync::Arc;

use oxigraph::model::{NamedNodeRef, Quad};

use super::terms::{Id, Interner, Literal, Terms, Value};
use crate::derive::is_derived;
use crate::vocab::bil::derived;
use crate::vocab::slug;
use crate::vocab::w3c::rdfs;

/// The derived properties that records read: records compute the others themselves.
pub const DERIVED: [NamedNodeRef<'static>; 7] = [
    derived::COUNTS_AS,
    derived::OUTCOME,
    derived::OUTCOME_BY,
    derived::OUTCOME_DATE,
    derived::PUBLISHER_NAME,
    derived::PUBLISHES,
    derived::CURRENCY,
];

/// Subject, property, object; or object, property, subject.
type Row = [u32; 3];

/// Every statement once, without its graph.
#[derive(Debug)]
pub struct Statements {
    terms: Terms,
    by_subject: Vec<Row>,
    by_object: Vec<Row>,
}

impl Statements {
    /// Reads quads in one pass; of the derived ones only those of [`DERIVED`].
    pub fn new<'q>(quads: impl IntoIterator<Item = &'q Quad>) -> Self {
        let mut interner = Interner::default();
        let mut rows: Vec<Row> = Vec::new();
        for quad in quads {
            if !is_skipped(quad) {
                rows.push([
                    interner.number(quad.subject.as_ref()),
                    interner.number(quad.predicate.as_ref()),
                    interner.number(quad.object.as_ref()),
                ]);
            }
        }
        let (terms, places) = interner.finish();
        let place = |number: u32| places.get(number as usize).copied().unwrap_or(number);
        let mut by_subject: Vec<Row> = rows.into_iter().map(|row| row.map(place)).collect();
        by_subject.sort_unstable();
        by_subject.dedup();
        let mut by_object: Vec<Row> = by_subject
            .iter()
            .filter(|[.., object]| terms.object_node(*object).is_some())
            .map(|[subject, property, object]| [*object, *property, *subject])
            .collect();
        by_object.sort_unstable();
        Self {
            terms,
            by_subject,
            by_object,
        }
    }

    /// The table of nodes and literals.
    pub const fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The node of a term in the code.
    pub fn id(&self, term: NamedNodeRef<'_>) -> Option<Id> {
        self.terms.id(term.as_str())
    }

    /// The statements about a node: property and value, in the order of the properties.
    pub fn of_subject(&self, subject: Id) -> impl Iterator<Item = (Id, Value)> {
        let rows = starting_with(&self.by_subject, &[subject.0]);
        rows.iter()
            .map(|[_, property, object]| (Id(*property), self.terms.value(*object)))
    }

    /// The statements with a node as object: property and subject, in the order of the properties.
    pub fn of_object(&self, object: Id) -> impl Iterator<Item = (Id, Id)> {
        let rows = starting_with(&self.by_object, &[object.0]);
        rows.iter()
            .map(|[_, property, subject]| (Id(*property), Id(*subject)))
    }

    /// The values of a node for a property.
    pub fn values(&self, subject: Id, property: NamedNodeRef<'_>) -> impl Iterator<Item = Value> {
        let rows = self.rows(&self.by_subject, subject, property);
        rows.iter().map(|[.., object]| self.terms.value(*object))
    }

    /// The nodes among the values of a node for a property.
    pub fn nodes(&self, subject: Id, property: NamedNodeRef<'_>) -> impl Iterator<Item = Id> {
        let rows = self.rows(&self.by_subject, subject, property);
        rows.iter()
            .filter_map(|[.., object]| self.terms.object_node(*object))
    }

    /// The first node among the values of a node for a property.
    pub fn node(&self, subject: Id, property: NamedNodeRef<'_>) -> Option<Id> {
        self.nodes(subject, property).next()
    }

    /// The literals among the values of a node for a property.
    pub fn literals(
        &self,
        subject: Id,
        property: NamedNodeRef<'_>,
    ) -> impl Iterator<Item = &Literal> {
        let rows = self.rows(&self.by_subject, subject, property);
        rows.iter()
            .filter_map(|[.., object]| self.terms.object_literal(*object))
    }

    /// The values of a node for a property as texts: IRIs, then the words of literals.
    pub fn texts(
        &self,
        subject: Id,
        property: NamedNodeRef<'_>,
    ) -> impl Iterator<Item = &Arc<str>> {
        let nodes = self.nodes(subject, property).map(|id| self.terms.iri(id));
        let literals = self.literals(subject, property);
        nodes.chain(literals.map(|literal| &literal.text))
    }

    /// The first value of a node for a property as text.
    pub fn text(&self, subject: Id, property: NamedNodeRef<'_>) -> Option<Arc<str>> {
        self.texts(subject, property).next().cloned()
    }

    /// The first whole number among the values of a node for a property.
    pub fn number(&self, subject: Id, property: NamedNodeRef<'_>) -> Option<i64> {
        self.literals(subject, property)
            .find_map(|literal| literal.text.parse().ok())
    }

    /// The nodes that have a node as value of a property.
    pub fn subjects(&self, property: NamedNodeRef<'_>, object: Id) -> impl Iterator<Item = Id> {
        let rows = self.rows(&self.by_object, object, property);
        rows.iter().map(|[.., subject]| Id(*subject))
    }

    /// Every node with a value of a property.
    pub fn having(&self, property: NamedNodeRef<'_>) -> BTreeSet<Id> {
        let property = self.id(property).map(|id| id.0);
        let rows = self.by_subject.iter();
        rows.filter(|[_, own, _]| Some(*own) == property)
            .map(|[subject, ..]| Id(*subject))
            .collect()
    }

    /// A node and all nodes that are reachable from it by a step.
    pub fn closure<I: Iterator<Item = Id>>(
        start: impl IntoIterator<Item = Id>,
        step: impl Fn(Id) -> I,
    ) -> BTreeSet<Id> {
        let mut open: Vec<Id> = start.into_iter().collect();
        let mut found: BTreeSet<Id> = open.iter().copied().collect();
        while let Some(node) = open.pop() {
            open.extend(step(node).filter(|next| found.insert(*next)));
        }
        found
    }

    /// The label in English or without a language, else the first in any.
    pub fn label(&self, node: Id) -> Option<&Literal> {
        let labels = || self.literals(node, rdfs::LABEL);
        labels()
            .find(|label| label.is_english())
            .or_else(|| labels().next())
    }

    /// The label, else the last part of the IRI.
    pub fn name(&self, node: Id) -> &str {
        let label = self.label(node).map(|label| &*label.text);
        label.unwrap_or_else(|| {
            let iri = self.terms.named(node);
            iri.map_or_else(|| &**self.terms.iri(node), slug)
        })
    }

    /// The label, to be kept.
    pub fn title(&self, node: Id) -> Arc<str> {
        let label = self.label(node).map(|label| Arc::clone(&label.text));
        label.unwrap_or_else(|| self.name(node).into())
    }

    /// Nodes by their labels in lower case, those without one first.
    pub fn by_name(&self, nodes: impl Iterator<Item = Id>) -> Vec<Id> {
        let mut nodes: Vec<Id> = nodes.collect();
        let label = |id: Id| self.label(id).map(|label| label.text.to_lowercase());
        if nodes.len() > 1 {
            nodes.sort_by_cached_key(|id| (label(*id), *id));
        }
        nodes
    }

    fn rows<'a>(&self, rows: &'a [Row], first: Id, property: NamedNodeRef<'_>) -> &'a [Row] {
        self.id(property)
            .map_or(&[], |property| starting_with(rows, &[first.0, property.0]))
    }
}

/// The rows that begin with a prefix.
fn starting_with<'a>(rows: &'a [Row], prefix: &[u32]) -> &'a [Row] {
    let head = |row: &Row| -> [u32; 2] { [row[0], row[1]] };
    let begin = rows.partition_point(|row| head(row).as_slice() < prefix);
    let (_, rest) = rows.split_at(begin);
    let length = rest.partition_point(|row| row.starts_with(prefix));
    rest.split_at(length).0
}

/// Whether records skip a statement: it is derived and not one of those that they read.
fn is_skipped(quad: &Quad) -> bool {
    is_derived(quad) && !DERIVED.contains(&quad.predicate.as_ref())
}
