//! `bil:Evidence`: a passage as a [Web Annotation](https://www.w3.org/TR/annotation-model/#selectors) resource.

use oxigraph::model::NamedNode;

use super::Triples;
use crate::model::Evidence;
use crate::vocab::bil;
use crate::vocab::w3c::{oa, rdf};

/// `doc:<slug>#char=START,END`, as [RFC 5147](https://www.rfc-editor.org/rfc/rfc5147) names a range of characters.
pub fn iri(evidence: &Evidence, readout: &NamedNode) -> NamedNode {
    fragment(evidence, readout, "char")
}

fn fragment(evidence: &Evidence, readout: &NamedNode, scheme: &str) -> NamedNode {
    let (start, end) = (evidence.span.start, evidence.span.end);
    NamedNode::new_unchecked(format!("{}#{scheme}={start},{end}", readout.as_str()))
}

pub fn to_rdf(evidence: &Evidence, readout: &NamedNode, triples: &mut Triples<'_>) {
    let passage = iri(evidence, readout);
    triples.add(&passage, rdf::TYPE, bil::class::EVIDENCE.into_owned());
    triples.add(&passage, oa::HAS_SOURCE, readout.clone());
    triples.text(&passage, bil::VOICE, evidence.voice.word());

    let quote = fragment(evidence, readout, "quote");
    triples.add(&passage, oa::HAS_SELECTOR, quote.clone());
    triples.add(&quote, rdf::TYPE, oa::TEXT_QUOTE_SELECTOR.into_owned());
    triples.text(&quote, oa::EXACT, &evidence.exact);
    triples.text(&quote, oa::PREFIX, &evidence.prefix);
    triples.text(&quote, oa::SUFFIX, &evidence.suffix);

    let position = fragment(evidence, readout, "position");
    triples.add(&passage, oa::HAS_SELECTOR, position.clone());
    triples.add(
        &position,
        rdf::TYPE,
        oa::TEXT_POSITION_SELECTOR.into_owned(),
    );
    triples.integer(&position, oa::START, evidence.span.start);
    triples.integer(&position, oa::END, evidence.span.end);
}
