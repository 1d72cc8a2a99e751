//! Names of entities in formats without prefixes.

use oxigraph::model::NamedNode;

use crate::vocab::compact;

/// The prefixed name of an entity, or else its IRI; the IRI is in angle brackets if it looks like a prefixed name.
pub fn name(iri: &NamedNode) -> String {
    match compact(iri.as_str()) {
        Some(name) => name,
        None if iri.as_str().contains("://") => iri.as_str().to_owned(),
        // `id:belarus` may also be an IRI, and then differs from the entity with this prefixed name.
        None => iri.to_string(),
    }
}
