//! Takes the triples of one graph; an inferred value is the plain triple and a `bil:Inference` that says why.

use oxigraph::model::{GraphName, Literal, NamedNode, NamedNodeRef, Quad, Term};

use crate::model::{Inference, MaybeInferred, Period};
use crate::rdf::parse::usual_tag;
use crate::vocab::w3c::{dcterms, rdf, rdfs, sem};
use crate::vocab::{bil, graph, slug};

/// Takes triples into one graph.
pub struct Triples<'quads> {
    quads: &'quads mut Vec<Quad>,
    graph: GraphName,
}

impl<'quads> Triples<'quads> {
    pub fn of_graph(graph: NamedNode, quads: &'quads mut Vec<Quad>) -> Self {
        Self {
            graph: graph.into(),
            quads,
        }
    }

    /// The graph for all about actors, events and places.
    pub fn reference(&mut self) -> Triples<'_> {
        Triples::of_graph(graph::REFERENCE.into_owned(), self.quads)
    }

    pub fn add(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        object: impl Into<Term>,
    ) {
        self.quads.push(Quad::new(
            subject.clone(),
            predicate.into_owned(),
            object,
            self.graph.clone(),
        ));
    }

    pub fn text(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, text: &str) {
        self.add(subject, predicate, Literal::new_simple_literal(text));
    }

    /// A text, if any.
    pub fn maybe_text(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        text: Option<&str>,
    ) {
        if let Some(text) = text {
            self.text(subject, predicate, text);
        }
    }

    /// A node, if any.
    pub fn maybe(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        object: Option<&NamedNode>,
    ) {
        if let Some(object) = object {
            self.add(subject, predicate, object.clone());
        }
    }

    /// A triple for each node.
    pub fn each(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        objects: &[NamedNode],
    ) {
        for object in objects {
            self.add(subject, predicate, object.clone());
        }
    }

    pub fn integer(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, number: usize) {
        // Bounded by the size of a readout, so it always fits.
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        self.add(subject, predicate, Literal::from(number));
    }

    pub fn label(&mut self, subject: &NamedNode, text: &str, language: &str) {
        let literal = Literal::new_language_tagged_literal_unchecked(text, usual_tag(language));
        self.add(subject, rdfs::LABEL, literal);
    }

    /// One node that may be inferred.
    pub fn one(
        &mut self,
        subject: &NamedNode,
        property: NamedNodeRef<'_>,
        node: &MaybeInferred<NamedNode>,
    ) {
        self.add(subject, property, node.value.clone());
        let value = [node.value.clone()];
        self.reason(subject, property, node.inference.as_ref(), value);
    }

    /// Nodes that may be inferred, all for one reason.
    pub fn list(
        &mut self,
        subject: &NamedNode,
        property: NamedNodeRef<'_>,
        nodes: &MaybeInferred<Vec<NamedNode>>,
    ) {
        self.each(subject, property, &nodes.value);
        let values = nodes.value.iter().cloned();
        self.reason(subject, property, nodes.inference.as_ref(), values);
    }

    /// A literal that may be inferred.
    pub fn literal(
        &mut self,
        subject: &NamedNode,
        property: NamedNodeRef<'_>,
        literal: Literal,
        inference: Option<&Inference>,
    ) {
        self.add(subject, property, literal.clone());
        self.reason(subject, property, inference, [literal]);
    }

    /// A date as recorded, and its first and last day, by which everything is compared.
    pub fn period(&mut self, subject: &NamedNode, period: &MaybeInferred<Period>) {
        let Period { start, end } = period.value;
        self.add(subject, bil::DATE, start.literal());
        if let Some(end) = end {
            self.add(subject, bil::END_DATE, end.literal());
        }
        let (first, last) = (period.value.first_day(), period.value.last_day());
        self.add(subject, sem::HAS_EARLIEST_BEGIN_TIME_STAMP, first.literal());
        self.add(subject, sem::HAS_LATEST_END_TIME_STAMP, last.literal());
        let inference = period.inference.as_ref();
        self.reason(subject, bil::DATE, inference, [start.literal()]);
        if let Some(end) = end {
            self.reason(subject, bil::END_DATE, inference, [end.literal()]);
        }
    }

    /// Says why the values of a property are inferred: a node `<subject>.inferred-<property>` for all of them.
    fn reason<T: Into<Term>>(
        &mut self,
        subject: &NamedNode,
        property: NamedNodeRef<'_>,
        inference: Option<&Inference>,
        values: impl IntoIterator<Item = T>,
    ) {
        let Some(inference) = inference else { return };
        let name = format!("{}.inferred-{}", subject.as_str(), slug(property));
        let node = NamedNode::new_unchecked(name);
        self.add(&node, rdf::TYPE, bil::class::INFERENCE.into_owned());
        self.add(&node, rdf::SUBJECT, subject.clone());
        self.add(&node, rdf::PREDICATE, property.into_owned());
        for value in values {
            self.add(&node, rdf::OBJECT, value);
        }
        self.text(&node, bil::INFERRED_BECAUSE, &inference.because);
        self.maybe_text(&node, bil::PRINTED, inference.printed.as_deref());
        if let Some(source) = &inference.source {
            // The form of the address was checked when the sheet was read.
            self.add(&node, dcterms::SOURCE, NamedNode::new_unchecked(source));
        }
    }
}
