//! Findings in the graph, and their places: the line of the sheet or the RDF file that says it.

use foldhash::HashSet;
use oxigraph::model::{NamedNode, NamedOrBlankNode, NamedOrBlankNodeRef, Term};

use crate::diagnostic::{Code, Finding, Place};
use crate::load::LoadReport;
use crate::rdf::Origins;
use crate::sheet::SourceMap;

/// Subject, property and value.
pub type Statement<'a> = (NamedOrBlankNodeRef<'a>, &'a NamedNode, &'a Term);

/// A finding that has no place yet, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GraphFinding {
    pub finding: Finding,
    /// The node at fault, and as far as they are known the property and the value.
    pub subject: NamedOrBlankNode,
    pub property: Option<NamedNode>,
    pub value: Option<Term>,
}

impl GraphFinding {
    /// A finding about one statement.
    pub fn new(
        code: Code,
        (subject, property, value): Statement<'_>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            finding: Finding::unplaced(code, message),
            subject: subject.into_owned(),
            property: Some(property.clone()),
            value: Some(value.clone()),
        }
    }

    pub fn hint(mut self, hint: impl Into<std::borrow::Cow<'static, str>>) -> Self {
        self.finding = self.finding.hint(hint);
        self
    }

    /// The statement itself in an RDF file, else the key of the sheet that states it; where neither has it, any statement
    /// of the property; else any mention of the subject.
    fn place(&self, origins: &Origins, sheets: &SourceMap<'_>) -> Option<Place> {
        let subject = self.subject.as_ref();
        let property = self.property.as_ref().map(NamedNode::as_ref);
        let value = self.value.as_ref().map(Term::as_ref);
        let name = match &self.subject {
            NamedOrBlankNode::NamedNode(name) => Some(name),
            NamedOrBlankNode::BlankNode(_) => None,
        };
        let exact = property.and_then(|property| origins.statement(subject, property, value?));
        exact
            .cloned()
            .or_else(|| sheets.place_of(name?, property?, value))
            .or_else(|| origins.property(subject, property?).cloned())
            .or_else(|| sheets.place(name?))
            .or_else(|| origins.place(subject).cloned())
            .or_else(|| sheets.place_of_part(name?))
    }
}

/// Looks up the place of each finding.
pub fn placed(mut found: Vec<GraphFinding>, report: &LoadReport<'_>) -> Vec<Finding> {
    if found.is_empty() {
        return Vec::new();
    }
    let subjects = found.iter().map(|found| found.subject.as_ref());
    let subjects: HashSet<NamedOrBlankNodeRef<'_>> = subjects.collect();
    let origins = Origins::of(&report.files, &subjects);
    let sheets = SourceMap::new(&report.resolved);
    for found in &mut found {
        found.finding.place = found.place(&origins, &sheets);
    }
    found.into_iter().map(|found| found.finding).collect()
}
