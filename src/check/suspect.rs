//! Something wrong in the graph, before it is known on which line of which file it stands.

use std::borrow::Cow;
use std::collections::HashSet;

use oxigraph::model::{NamedNode, NamedOrBlankNode, NamedOrBlankNodeRef, Term};

use crate::diagnostic::{Finding, Place, Severity};
use crate::rdf::{LoadReport, Origins};
use crate::sheet::SourceMap;

/// A finding in the graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspect {
    pub(crate) severity: Severity,
    pub(crate) code: Cow<'static, str>,
    pub(crate) message: String,
    pub(crate) hints: Vec<Cow<'static, str>>,
    /// The node at fault, and as far as they are known the property and the value.
    pub(crate) subject: NamedOrBlankNode,
    pub(crate) property: Option<NamedNode>,
    pub(crate) value: Option<Term>,
}

impl Suspect {
    /// An error in one statement.
    pub(crate) fn error(
        code: &'static str,
        (subject, property, value): (NamedOrBlankNodeRef<'_>, &NamedNode, &Term),
        message: String,
    ) -> Self {
        Self {
            severity: Severity::Error,
            code: Cow::Borrowed(code),
            message,
            hints: Vec::new(),
            subject: subject.into_owned(),
            property: Some(property.clone()),
            value: Some(value.clone()),
        }
    }

    pub(crate) fn hint(mut self, hint: impl Into<Cow<'static, str>>) -> Self {
        self.hints.push(hint.into());
        self
    }

    pub(crate) fn maybe_hint(self, hint: Option<String>) -> Self {
        match hint {
            Some(hint) => self.hint(hint),
            None => self,
        }
    }

    fn at(self, place: Option<Place>) -> Finding {
        Finding {
            severity: self.severity,
            code: self.code,
            place,
            message: self.message,
            hints: self.hints,
        }
    }
}

/// Gives each suspect its place: the line of the sheet or the RDF file that says it.
pub fn located(suspects: Vec<Suspect>, survey: &LoadReport<'_>) -> Vec<Finding> {
    if suspects.is_empty() {
        return Vec::new();
    }
    let subjects: HashSet<NamedOrBlankNodeRef<'_>> = suspects
        .iter()
        .map(|suspect| suspect.subject.as_ref())
        .collect();
    let origins = survey.origins(&subjects);
    let places = survey.places();
    let located = suspects
        .iter()
        .map(|suspect| place(suspect, &origins, &places));
    let located: Vec<Option<Place>> = located.collect();
    let pairs = suspects.into_iter().zip(located);
    pairs.map(|(suspect, place)| suspect.at(place)).collect()
}

/// The statement itself in an RDF file, else the key of the sheet that tells it; where neither has it, any statement of
/// the property; and where nothing has, what tells of the thing.
fn place(suspect: &Suspect, origins: &Origins, places: &SourceMap<'_>) -> Option<Place> {
    let subject = suspect.subject.as_ref();
    let property = suspect.property.as_ref().map(NamedNode::as_ref);
    let value = suspect.value.as_ref().map(Term::as_ref);
    let thing = match &suspect.subject {
        NamedOrBlankNode::NamedNode(thing) => Some(thing),
        NamedOrBlankNode::BlankNode(_) => None,
    };
    let exact = property.and_then(|property| origins.statement(subject, property, value?));
    exact
        .cloned()
        .or_else(|| places.place_of(thing?, property?, value))
        .or_else(|| origins.told(subject, property?).cloned())
        .or_else(|| places.place(thing?))
        .or_else(|| origins.place(subject).cloned())
        .or_else(|| places.place_of_part(thing?))
}
