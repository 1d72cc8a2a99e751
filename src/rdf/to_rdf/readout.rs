//! `bil:Readout`, and the passages in it that are evidence.

use oxigraph::model::NamedNode;

use super::triples::Triples;
use crate::model::{Evidence, Readout};
use crate::rdf::parse::usual_tag;
use crate::vocab::bil;
use crate::vocab::w3c::{dcterms, oa, prov, rdf};

pub fn to_rdf(readout: &Readout, triples: &mut Triples<'_>) {
    let iri = readout.iri();
    triples.add(&iri, rdf::TYPE, bil::class::READOUT.into_owned());
    let language = readout.language.as_deref().unwrap_or("en");
    // Where the words may not be stored, the title is ours, as the gists are.
    let of_title = if readout.has_words { language } else { "en" };
    triples.label(&iri, &readout.title, of_title);
    triples.add(&iri, dcterms::SOURCE, readout.source.clone());
    triples.each(&iri, prov::WAS_ATTRIBUTED_TO, &readout.issued_by);
    triples.maybe(&iri, dcterms::PUBLISHER, readout.publisher.as_ref());
    if let Some(published) = readout.published {
        triples.add(&iri, dcterms::ISSUED, published.literal());
    }
    if let Some(accessed) = readout.accessed {
        triples.add(&iri, bil::ACCESSED, accessed.literal());
    }
    triples.text(&iri, dcterms::LANGUAGE, &usual_tag(language));
    triples.maybe_text(&iri, bil::SHA256, readout.sha256.as_deref());
}

/// A passage as a [Web Annotation](https://www.w3.org/TR/annotation-model/#selectors) resource, the evidence of an act or
/// event: `doc:<slug>#char=START,END`, as [RFC 5147](https://www.rfc-editor.org/rfc/rfc5147) names a range of characters.
pub fn passage(
    of: &NamedNode,
    evidence: &Evidence,
    readout: &NamedNode,
    triples: &mut Triples<'_>,
) {
    let span = evidence.span;
    let fragment = |scheme| {
        let name = format!("{}#{scheme}={},{}", readout.as_str(), span.start, span.end);
        NamedNode::new_unchecked(name)
    };
    let passage = fragment("char");
    triples.add(of, bil::EVIDENCE, passage.clone());
    triples.add(&passage, rdf::TYPE, bil::class::EVIDENCE.into_owned());
    triples.add(&passage, oa::HAS_SOURCE, readout.clone());
    triples.text(&passage, bil::VOICE, evidence.voice.word());

    let quote = fragment("quote");
    triples.add(&passage, oa::HAS_SELECTOR, quote.clone());
    triples.add(&quote, rdf::TYPE, oa::TEXT_QUOTE_SELECTOR.into_owned());
    triples.text(&quote, oa::EXACT, &evidence.exact);
    triples.text(&quote, oa::PREFIX, &evidence.prefix);
    triples.text(&quote, oa::SUFFIX, &evidence.suffix);

    let position = fragment("position");
    triples.add(&passage, oa::HAS_SELECTOR, position.clone());
    triples.add(
        &position,
        rdf::TYPE,
        oa::TEXT_POSITION_SELECTOR.into_owned(),
    );
    triples.integer(&position, oa::START, span.start);
    triples.integer(&position, oa::END, span.end);
}
