//! Files that would fill the memory: told before a parser sees them, or while it reads.

use std::ops::Range;
use std::sync::Arc;

use oxigraph::io::RdfFormat;
use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term};

use super::{entities, nesting};
use crate::diagnostic::{Finding, Place, SourceText};
use crate::dossier::RdfFile;

/// By how much what a file says may be longer than the file: its prefixes stand for the beginnings of IRIs, and lists
/// repeat what they are lists of.
const MOST_GROWTH: usize = 100;
/// So much may be said by any file.
const ALWAYS_ALLOWED: usize = 64 << 20;

/// What is wrong with a text, and where.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistake {
    pub(crate) range: Range<usize>,
    pub(crate) message: String,
    pub(crate) hint: &'static str,
}

/// Tells of a file of RDF/XML whose entities, or of JSON-LD whose nesting would fill the memory.
pub fn told(file: &RdfFile, format: RdfFormat) -> Option<Finding> {
    let mistake = match format {
        RdfFormat::RdfXml => entities::check(&String::from_utf8_lossy(&file.bytes)),
        RdfFormat::JsonLd { .. } => nesting::check(&file.bytes),
        _ => None,
    }?;
    let text = String::from_utf8_lossy(&file.bytes);
    let place = Place::new(&Arc::new(SourceText::new(&file.name, text)), mistake.range);
    Some(Finding::error("rdf-syntax", place, mistake.message).hint(mistake.hint))
}

/// How much a file may still say.
pub struct SizeBudget(usize);

impl SizeBudget {
    pub(crate) fn of(file: &RdfFile) -> Self {
        let most = file.bytes.len().saturating_mul(MOST_GROWTH);
        Self(most.saturating_add(ALWAYS_ALLOWED))
    }

    /// Whether there is room for another statement.
    pub(crate) fn holds(&mut self, quad: &Quad) -> bool {
        let length = length(quad);
        let is_room = self.0 >= length;
        self.0 = self.0.saturating_sub(length);
        is_room
    }

    /// Tells that there was none.
    pub(crate) fn exceeded(file: &RdfFile) -> Finding {
        let message = format!(
            "what this file says is more than {MOST_GROWTH} times as long as the file: its prefixes or its base stand for \
             very long IRIs"
        );
        Finding::error("rdf-syntax", Place::file(&file.name), message)
            .hint("declare short prefixes, or convert the file to N-Quads")
    }
}

/// The bytes of the terms of a statement.
fn length(quad: &Quad) -> usize {
    let subject = match &quad.subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str().len(),
        NamedOrBlankNode::BlankNode(node) => node.as_str().len(),
    };
    let object = match &quad.object {
        Term::NamedNode(node) => node.as_str().len(),
        Term::BlankNode(node) => node.as_str().len(),
        Term::Literal(literal) => literal.value().len() + literal.datatype().as_str().len(),
    };
    let graph = match &quad.graph_name {
        GraphName::NamedNode(node) => node.as_str().len(),
        GraphName::BlankNode(node) => node.as_str().len(),
        GraphName::DefaultGraph => 0,
    };
    subject + quad.predicate.as_str().len() + object + graph
}
