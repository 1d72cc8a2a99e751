//! The files that the binary carries: the built-in example, and the ontology and queries for every dossier.

/// Path below the crate's root, and content, in the order of the paths.
pub const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
