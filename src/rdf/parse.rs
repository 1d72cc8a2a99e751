//! RDF files, loaded as they are.

use std::collections::HashMap;
use std::sync::Arc;

use oxigraph::io::{RdfFormat, RdfParser, RdfSyntaxError};
use oxigraph::model::{BlankNode, GraphName, NamedOrBlankNode, Quad, Term};

use super::home;
use crate::diagnostic::{Diagnostic, Place, SourceText};
use crate::dossier::{Dossier, RdfFile};
use crate::vocab::graph;

/// A file with more syntax errors than this is not the RDF that its name promises; the rest would be noise.
const MOST_ERRORS: usize = 20;

/// Parses every RDF file of some dossiers; ontology files that several of them share are read once.
pub(super) fn all(dossiers: &[Dossier], found: &mut Vec<Diagnostic>) -> Vec<Quad> {
    let mut parsed = Parsed::default();
    let mut ontology: Vec<&RdfFile> = Vec::new();
    for dossier in dossiers {
        for file in &dossier.ontology {
            if ontology.iter().all(|known| known.bytes != file.bytes) {
                ontology.push(file);
            }
        }
    }
    for file in ontology {
        parsed.file(file, &graph::ONTOLOGY.into_owned().into(), found);
    }
    for file in dossiers.iter().flat_map(|dossier| &dossier.reference) {
        parsed.file(file, &graph::REFERENCE.into_owned().into(), found);
    }
    parsed.quads
}

#[derive(Default)]
struct Parsed {
    quads: Vec<Quad>,
    files: usize,
}

impl Parsed {
    /// Adds the quads of a file; triples in no named graph go to the one given.
    fn file(&mut self, file: &RdfFile, default: &GraphName, found: &mut Vec<Diagnostic>) {
        let Some(format) = RdfFormat::from_extension(&file.extension) else {
            return;
        };
        self.files += 1;
        let mut blank_nodes = BlankNodes {
            file: self.files,
            known: HashMap::new(),
        };
        let mut errors = Vec::new();
        for quad in RdfParser::from_format(format).for_slice(&file.bytes) {
            match quad {
                Ok(quad) => self.quads.push(blank_nodes.renamed(quad, default)),
                Err(error) => errors.push(error),
            }
            if errors.len() == MOST_ERRORS {
                break;
            }
        }
        if !errors.is_empty() {
            located(file, format, &errors, found);
        }
    }
}

/// Gives the blank nodes of a file names that are the same at every run and differ from file to file.
struct BlankNodes {
    file: usize,
    known: HashMap<BlankNode, BlankNode>,
}

impl BlankNodes {
    fn renamed(&mut self, quad: Quad, default: &GraphName) -> Quad {
        Quad {
            subject: match quad.subject {
                NamedOrBlankNode::BlankNode(node) => self.name(node).into(),
                named @ NamedOrBlankNode::NamedNode(_) => named,
            },
            predicate: quad.predicate,
            object: match quad.object {
                Term::BlankNode(node) => self.name(node).into(),
                other => other,
            },
            graph_name: match quad.graph_name {
                GraphName::BlankNode(node) => self.name(node).into(),
                other => home(other, default),
            },
        }
    }

    fn name(&mut self, node: BlankNode) -> BlankNode {
        let next = self.known.len() + 1;
        let name = || BlankNode::new_unchecked(format!("f{}n{next}", self.file));
        self.known.entry(node).or_insert_with(name).clone()
    }
}

/// Turns syntax errors into findings: with the line where the syntax is line by line, else for the file.
fn located(
    file: &RdfFile,
    format: RdfFormat,
    errors: &[RdfSyntaxError],
    found: &mut Vec<Diagnostic>,
) {
    let has_lines = matches!(
        format,
        RdfFormat::Turtle | RdfFormat::TriG | RdfFormat::NTriples | RdfFormat::NQuads
    );
    let text = String::from_utf8_lossy(&file.bytes);
    let source = Arc::new(SourceText::new(&file.name, text));
    for error in errors {
        let place = match error.location() {
            // Lines count from 0 there.
            Some(range) if has_lines => {
                let line = usize::try_from(range.start.line).unwrap_or(usize::MAX);
                Place::line(&source, line.saturating_add(1))
            }
            _ => Place::file(&file.name),
        };
        found.push(Diagnostic::error("rdf-syntax", place, message(error)));
    }
}

/// What the parser says, without the place that it puts in front.
fn message(error: &RdfSyntaxError) -> String {
    let text = error.to_string();
    let told = match text.split_once(": ") {
        Some((place, told)) if place.starts_with("Parser error") => told,
        _ => &text,
    };
    let mut characters = told.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(characters).collect()
    })
}
