//! Takes the triples of one graph; an inferred value is the plain triple and a `bil:Inference` that says why.

use oxigraph::model::{GraphName, Literal, NamedNode, NamedNodeRef, Quad, Term};

use crate::model::{AnchoredQuote, MaybeInferred, PartialDate, Period, Reason};
use crate::rdf::parse::usual_tag;
use crate::vocab::w3c::{dcterms, oa, rdf, rdfs, sem};
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

    /// A triple for each object; none for `None`.
    pub fn each<T: Into<Term>>(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        objects: impl IntoIterator<Item = T>,
    ) {
        for object in objects {
            self.add(subject, predicate, object);
        }
    }

    /// Texts without a language.
    pub fn text<'a>(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        texts: impl Into<Option<&'a str>>,
    ) {
        let literal = texts.into().map(Literal::new_simple_literal);
        self.each(subject, predicate, literal);
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

    /// Values for one reason, if they are inferred.
    pub fn inferable<T: Into<Term> + Clone>(
        &mut self,
        subject: &NamedNode,
        property: NamedNodeRef<'_>,
        values: &[T],
        inference: Option<&Reason>,
    ) {
        self.each(subject, property, values.iter().cloned());
        self.reason(subject, property, values.iter().cloned(), inference);
    }

    /// Nodes that may be inferred, all for one reason.
    pub fn list(
        &mut self,
        subject: &NamedNode,
        property: NamedNodeRef<'_>,
        nodes: &MaybeInferred<Vec<NamedNode>>,
    ) {
        self.inferable(subject, property, &nodes.value, nodes.inference.as_ref());
    }

    /// One node that may be inferred, if any.
    pub fn one(
        &mut self,
        subject: &NamedNode,
        property: NamedNodeRef<'_>,
        node: Option<&MaybeInferred<NamedNode>>,
    ) {
        if let Some(MaybeInferred { value, inference }) = node {
            let value = std::slice::from_ref(value);
            self.inferable(subject, property, value, inference.as_ref());
        }
    }

    /// A date as recorded, and its first and last day, by which everything is compared.
    pub fn period(&mut self, subject: &NamedNode, period: Option<&MaybeInferred<Period>>) {
        let Some(period) = period else { return };
        let Period { start, end } = period.value;
        self.add(subject, bil::DATE, start.literal());
        self.each(subject, bil::END_DATE, end.map(PartialDate::literal));
        self.days(subject, period.value);
        let inference = period.inference.as_ref();
        self.reason(subject, bil::DATE, [start.literal()], inference);
        if let Some(end) = end {
            self.reason(subject, bil::END_DATE, [end.literal()], inference);
        }
    }

    /// The first and the last day of a period.
    pub fn days(&mut self, subject: &NamedNode, period: Period) {
        let (first, last) = (period.first_day(), period.last_day());
        self.add(subject, sem::HAS_EARLIEST_BEGIN_TIME_STAMP, first.literal());
        self.add(subject, sem::HAS_LATEST_END_TIME_STAMP, last.literal());
    }

    /// Says why the values of a property are inferred: a node `<subject>.inferred-<property>` for all of them.
    fn reason<T: Into<Term>>(
        &mut self,
        subject: &NamedNode,
        property: NamedNodeRef<'_>,
        values: impl IntoIterator<Item = T>,
        inference: Option<&Reason>,
    ) {
        let Some(inference) = inference else { return };
        let name = format!("{}.inferred-{}", subject.as_str(), slug(property));
        let node = NamedNode::new_unchecked(name);
        self.add(&node, rdf::TYPE, bil::class::INFERENCE.into_owned());
        self.add(&node, rdf::SUBJECT, subject.clone());
        self.add(&node, rdf::PREDICATE, property.into_owned());
        self.each(&node, rdf::OBJECT, values);
        self.text(&node, bil::INFERRED_BECAUSE, &*inference.because);
        self.text(&node, bil::PRINTED, inference.printed.as_deref());
        if let Some(source) = &inference.source {
            // The form of the address was checked when the sheet was read.
            self.add(&node, dcterms::SOURCE, NamedNode::new_unchecked(source));
        }
    }

    /// A passage as a [Web Annotation](https://www.w3.org/TR/annotation-model/#selectors) resource, the evidence of an act or
    /// event: `doc:<slug>#char=START,END`, as [RFC 5147](https://www.rfc-editor.org/rfc/rfc5147) names a range of characters.
    pub fn passage(&mut self, of: &NamedNode, evidence: &AnchoredQuote, readout: &NamedNode) {
        let span = evidence.span;
        let fragment = |scheme| {
            let name = format!("{}#{scheme}={},{}", readout.as_str(), span.start, span.end);
            NamedNode::new_unchecked(name)
        };
        let passage = fragment("char");
        self.add(of, bil::EVIDENCE, passage.clone());
        self.add(&passage, rdf::TYPE, bil::class::EVIDENCE.into_owned());
        self.add(&passage, oa::HAS_SOURCE, readout.clone());
        self.text(&passage, bil::VOICE, evidence.voice.word());

        let quote = fragment("quote");
        self.add(&passage, oa::HAS_SELECTOR, quote.clone());
        self.add(&quote, rdf::TYPE, oa::TEXT_QUOTE_SELECTOR.into_owned());
        self.text(&quote, oa::EXACT, &*evidence.exact);
        self.text(&quote, oa::PREFIX, &*evidence.prefix);
        self.text(&quote, oa::SUFFIX, &*evidence.suffix);

        let position = fragment("position");
        self.add(&passage, oa::HAS_SELECTOR, position.clone());
        self.add(
            &position,
            rdf::TYPE,
            oa::TEXT_POSITION_SELECTOR.into_owned(),
        );
        self.integer(&position, oa::START, span.start);
        self.integer(&position, oa::END, span.end);
    }
}
