//! The IRIs of acts: stable under everything but a change of kind or words.

use oxigraph::model::NamedNode;

use crate::model::{ActKind, Evidence};
use crate::sheet::{sha256, words};
use crate::vocab::Namespace;

/// Hexadecimal digits of the hash in an IRI: two acts of one kind in one readout collide once in 2^40.
const DIGITS: usize = 10;

/// `act:<readout>.<id>`.
pub fn named(readout: &str, id: &str) -> NamedNode {
    Namespace::Act.mint(&format!("{readout}.{id}"))
}

/// `act:<readout>.<kind>-<hash>`: the hash is that of the kind and of the exact spans, folded; of the gist where there are none.
pub fn hashed(
    readout: &str,
    kind: &ActKind,
    evidence: &[Evidence],
    gist: Option<&str>,
) -> NamedNode {
    let mut text = kind.iri.as_str().to_owned();
    for words in evidence.iter().map(|span| span.exact.as_str()).chain(gist) {
        text.push('\n');
        text.push_str(&words::fold(words));
    }
    let hash = sha256(&text);
    let digits = hash.get(..DIGITS).unwrap_or(&hash);
    named(readout, &format!("{}-{digits}", kind.name().to_lowercase()))
}
