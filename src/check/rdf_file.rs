//! What each RDF file holds by itself.

use std::collections::{BTreeSet, HashSet};

use oxigraph::model::{BlankNodeRef, GraphNameRef, NamedOrBlankNodeRef, Quad, TermRef};

use crate::diagnostic::{Code, Finding, Place};
use crate::dossier::Dossier;
use crate::load::LoadReport;
use crate::rdf::ParsedFile;
use crate::vocab::Namespace;

/// What an RDF file holds by itself, without the ontology.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RdfFileContent {
    /// The name of the file.
    pub name: String,
    /// Its statements, each counted once.
    pub statements: usize,
    /// Its blank nodes.
    pub blank_nodes: usize,
    /// Its statements with a class or property of the ontology.
    pub of_vocabulary: usize,
    /// The file's own IRI, if relative IRIs were resolved against it.
    pub assumed_base: Option<String>,
}

impl RdfFileContent {
    fn of(file: &ParsedFile<'_>, all: &[Quad]) -> Self {
        let quads: HashSet<&Quad> = file.quads(all).iter().collect();
        let blank_nodes: HashSet<BlankNodeRef<'_>> =
            quads.iter().flat_map(|quad| blank_nodes(quad)).collect();
        Self {
            name: file.name().to_owned(),
            statements: quads.len(),
            blank_nodes: blank_nodes.len(),
            of_vocabulary: quads.iter().filter(|quad| is_of_vocabulary(quad)).count(),
            assumed_base: file.assumed_base(all).map(str::to_owned),
        }
    }
}

/// What the RDF files of some dossiers hold, without those of the ontology and those with syntax errors.
pub fn contents(dossiers: &[Dossier], report: &LoadReport<'_>) -> Vec<RdfFileContent> {
    let names = dossiers.iter().flat_map(|dossier| &dossier.reference);
    let names: BTreeSet<&str> = names.map(|file| file.name.as_str()).collect();
    let broken = report.findings.iter();
    let broken = broken.filter(|finding| finding.code == Code::RdfSyntax);
    let broken: BTreeSet<&str> = broken.filter_map(Finding::file).collect();
    let files = report.files.iter();
    files
        .filter(|file| names.contains(file.name()) && !broken.contains(file.name()))
        .map(|file| RdfFileContent::of(file, &report.quads))
        .collect()
}

/// A warning for each RDF file without statements; a syntax error or statements that are not loaded explain themselves.
pub fn empty(report: &LoadReport<'_>) -> Vec<Finding> {
    let explained = report.findings.iter().filter_map(Finding::file);
    let explained: BTreeSet<&str> = explained.collect();
    let is_empty = |file: &&ParsedFile<'_>| {
        file.quads(&report.quads).is_empty() && !explained.contains(file.name())
    };
    let empty = report.files.iter().filter(is_empty);
    empty.map(|file| no_statements(file.name())).collect()
}

/// The warning for an RDF file without statements.
#[must_use]
pub fn no_statements(name: &str) -> Finding {
    let message = "the file has no statements";
    let finding = Finding::new(Code::NoStatements, Place::file(name), message);
    finding.hint("check that it is the right file, in the syntax of its extension")
}

fn blank_nodes(quad: &Quad) -> impl Iterator<Item = BlankNodeRef<'_>> {
    let subject = match quad.subject.as_ref() {
        NamedOrBlankNodeRef::BlankNode(node) => Some(node),
        NamedOrBlankNodeRef::NamedNode(_) => None,
    };
    let object = match quad.object.as_ref() {
        TermRef::BlankNode(node) => Some(node),
        _ => None,
    };
    let graph = match quad.graph_name.as_ref() {
        GraphNameRef::BlankNode(node) => Some(node),
        _ => None,
    };
    [subject, object, graph].into_iter().flatten()
}

fn is_of_vocabulary(quad: &Quad) -> bool {
    let is_term = |node| Namespace::of(node) == Some(Namespace::Ontology);
    let is_class = matches!(quad.object.as_ref(), TermRef::NamedNode(class) if is_term(class));
    is_class || is_term(quad.predicate.as_ref())
}
