//! `bil:Inference`: says of a plain triple that it was inferred, and why.

use oxigraph::model::{NamedNode, NamedNodeRef, Term};

use super::Triples;
use crate::model::{Inference, MaybeInferred, Period, slug};
use crate::vocab::bil;
use crate::vocab::w3c::{dcterms, rdf};

/// Marks one inferred triple; nothing for one that is asserted.
pub fn to_rdf(
    subject: &NamedNode,
    property: NamedNodeRef<'_>,
    given: &MaybeInferred<NamedNode>,
    triples: &mut Triples<'_>,
) {
    mark(
        subject,
        property,
        given.inference.as_ref(),
        [given.value.clone()],
        triples,
    );
}

/// Marks the triples of an inferred list.
pub fn of_list(
    subject: &NamedNode,
    property: NamedNodeRef<'_>,
    given: &MaybeInferred<Vec<NamedNode>>,
    triples: &mut Triples<'_>,
) {
    mark(
        subject,
        property,
        given.inference.as_ref(),
        given.value.clone(),
        triples,
    );
}

/// Marks an inferred date, and the end of an inferred interval.
pub fn of_period(subject: &NamedNode, given: &MaybeInferred<Period>, triples: &mut Triples<'_>) {
    let reason = given.inference.as_ref();
    mark(
        subject,
        bil::DATE,
        reason,
        [given.value.start.literal()],
        triples,
    );
    if let Some(end) = given.value.end {
        mark(subject, bil::END_DATE, reason, [end.literal()], triples);
    }
}

/// One node for each inferred property of a subject, `<subject>.inferred-<property>`.
pub fn mark<T: Into<Term>>(
    subject: &NamedNode,
    property: NamedNodeRef<'_>,
    inference: Option<&Inference>,
    objects: impl IntoIterator<Item = T>,
    triples: &mut Triples<'_>,
) {
    let Some(inference) = inference else { return };
    let node =
        NamedNode::new_unchecked(format!("{}.inferred-{}", subject.as_str(), slug(property)));
    triples.add(&node, rdf::TYPE, bil::class::INFERENCE.into_owned());
    triples.add(&node, rdf::SUBJECT, subject.clone());
    triples.add(&node, rdf::PREDICATE, property.into_owned());
    for object in objects {
        triples.add(&node, rdf::OBJECT, object);
    }
    triples.text(&node, bil::INFERRED_BECAUSE, &inference.because);
    triples.maybe_text(&node, bil::PRINTED, inference.printed.as_deref());
    if let Some(source) = &inference.source {
        // The shape of the address was checked when it was read.
        triples.add(&node, dcterms::SOURCE, NamedNode::new_unchecked(source));
    }
}
