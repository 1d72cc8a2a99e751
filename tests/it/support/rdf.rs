//! RDF texts, parsed by Oxigraph and compared as sets.

use std::collections::BTreeSet;

use bilateral::export::rdf::RdfFormat;
use oxigraph::io::{RdfFormat as Syntax, RdfParser};
use oxigraph::model::Quad;

/// The quads of a text in one of our formats.
pub fn parsed(text: &str, format: RdfFormat) -> Vec<Quad> {
    let syntax = Syntax::from_extension(format.extension()).unwrap();
    let quads = RdfParser::from_format(syntax).for_slice(text);
    quads.map(Result::unwrap).collect()
}

/// The quads, each as a line.
pub fn dataset(text: &str, format: RdfFormat) -> BTreeSet<String> {
    parsed(text, format).iter().map(Quad::to_string).collect()
}

/// The triples of all graphs, each as a line.
pub fn triples(text: &str, format: RdfFormat) -> BTreeSet<String> {
    let quads = parsed(text, format).into_iter();
    quads
        .map(|quad| format!("{} {} {}", quad.subject, quad.predicate, quad.object))
        .collect()
}
