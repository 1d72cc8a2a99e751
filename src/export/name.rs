//! The names by which formats that have no prefixes refer to a thing.

use oxigraph::model::NamedNode;

use crate::vocab::shorten;

/// The prefixed name of a thing, or else its IRI; between angle brackets where that looks like a prefixed name.
pub fn name(iri: &NamedNode) -> String {
    match shorten(iri.as_str()) {
        Some((prefix, local)) => [prefix.name, ":", local].concat(),
        None if iri.as_str().contains("://") => iri.as_str().to_owned(),
        // `id:belarus` may be an IRI, too, and is then another thing than the one whose prefixed name it is.
        None => iri.to_string(),
    }
}
