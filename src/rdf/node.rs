//! Terms that can be subjects, too.

use oxigraph::model::{NamedOrBlankNodeRef, TermRef};

/// The node that a term is; `None` for a literal.
#[must_use]
pub fn node(term: TermRef<'_>) -> Option<NamedOrBlankNodeRef<'_>> {
    match term {
        TermRef::NamedNode(node) => Some(node.into()),
        TermRef::BlankNode(node) => Some(node.into()),
        TermRef::Literal(_) => None,
    }
}
