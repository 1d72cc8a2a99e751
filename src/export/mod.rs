//! Output syntaxes: results and measures as tables, the graph as RDF, the network as a picture and for other programs,
//! charts, workbooks, findings.
//!
//! *Takes* answers, quads, networks, charts, tables and findings. *Returns* text in one syntax, the same bytes for the same input.
//! *Never* queries, and never opens a file: it writes to the given writer.

pub mod analysis;
#[cfg(feature = "chart")]
pub mod chart;
mod colour;
pub mod dot;
mod error;
pub mod exchange;
pub mod findings;
pub mod rdf;
pub mod results;
#[cfg(feature = "xlsx")]
pub mod xlsx;

use oxigraph::model::NamedNode;

use crate::vocab::compact;

pub use error::ExportError;

/// Whether a name that the user typed is one of a format's: an extension, with or without its dot, or a MIME type.
/// Letter case and MIME parameters are ignored.
#[must_use]
pub fn is_named(typed: &str, names: &[&str]) -> bool {
    let essence = typed.split(';').next().unwrap_or(typed).trim();
    let bare = essence.strip_prefix('.').unwrap_or(essence);
    names.iter().any(|name| name.eq_ignore_ascii_case(bare))
}

/// The prefixed name of an entity, or else its IRI; the IRI is in angle brackets if it looks like a prefixed name.
pub(crate) fn name(iri: &NamedNode) -> String {
    match compact(iri.as_str()) {
        Some(name) => name,
        None if iri.as_str().contains("://") => iri.as_str().to_owned(),
        // `id:belarus` may also be an IRI, and then differs from the entity with this prefixed name.
        None => iri.to_string(),
    }
}
