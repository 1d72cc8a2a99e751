//! `bil:Readout`.

use super::Triples;
use crate::model::Readout;
use crate::rdf::language::usual;
use crate::vocab::bil;
use crate::vocab::w3c::{dcterms, prov, rdf};

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
    triples.text(&iri, dcterms::LANGUAGE, &usual(language));
    triples.maybe_text(&iri, bil::SHA256, readout.sha256.as_deref());
}
