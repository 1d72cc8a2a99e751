//! Inferred values, and why they are believed.

use std::sync::Arc;

use super::statements::Statements;
use super::terms::{Id, Value};
use crate::vocab::bil;
use crate::vocab::w3c::{dcterms, rdf};

/// An inferred value. Inferences are ordered by subject, property and value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Inference {
    /// Its subject: an act, an event, an actor.
    pub subject: Id,
    /// The property, such as `bil:date`.
    pub property: Id,
    /// The value.
    pub value: Value,
    /// Why it is believed.
    pub because: Arc<str>,
    /// The words of the text that it was inferred from.
    pub printed: Option<Arc<str>>,
    /// The addresses of other support.
    pub sources: Vec<Arc<str>>,
    /// The node of the inference; one node may infer several values.
    pub id: Id,
}

/// Every inference, in order.
pub fn inferences(statements: &Statements) -> Vec<Inference> {
    let mut inferences = Vec::new();
    for id in statements.having(bil::INFERRED_BECAUSE) {
        let parts = (
            statements.node(id, rdf::SUBJECT),
            statements.node(id, rdf::PREDICATE),
            statements.text(id, bil::INFERRED_BECAUSE),
        );
        let (Some(subject), Some(property), Some(because)) = parts else {
            continue;
        };
        for value in statements.values(id, rdf::OBJECT) {
            inferences.push(Inference {
                subject,
                property,
                value,
                because: Arc::clone(&because),
                printed: statements.text(id, bil::PRINTED),
                sources: statements.texts(id, dcterms::SOURCE).cloned().collect(),
                id,
            });
        }
    }
    inferences.sort();
    inferences
}

/// The inferences about one subject.
pub fn about(inferences: &[Inference], subject: Id) -> &[Inference] {
    let begin = inferences.partition_point(|inference| inference.subject < subject);
    let (_, rest) = inferences.split_at(begin);
    let length = rest.partition_point(|inference| inference.subject == subject);
    rest.split_at(length).0
}
