//! RDF files, loaded as they are.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use oxigraph::io::{RdfFormat, RdfParser, RdfSyntaxError};
use oxigraph::model::{BlankNode, GraphName, NamedOrBlankNode, Quad, Term};

use super::language::with_usual_tag;
use super::size_budget::{self, SizeBudget};
use super::wording::{self, NO_DOT, NO_PREFIX, Wording};
use super::{contradictions, home, xml};
use crate::derive;
use crate::diagnostic::{Finding, Place, Severity, SourceText};
use crate::dossier::{Dossier, RdfFile};
use crate::vocab::graph;

/// A file with more syntax errors than this is not the RDF that its name promises; the rest would be noise.
const MOST_ERRORS: usize = 20;

/// Parses every RDF file of some dossiers; ontology files that several of them share are read once.
pub fn all<'a>(dossiers: &'a [Dossier], found: &mut Vec<Finding>) -> Parsed<'a> {
    let mut parsed = Parsed::default();
    let dossiers = ordered(dossiers);
    let ontology = dossiers.iter().flat_map(|dossier| &dossier.ontology);
    let mut seen: BTreeSet<(usize, &[u8])> = BTreeSet::new();
    let ontology = ontology.filter(|file| seen.insert((file.bytes.len(), &file.bytes)));
    let home = graph::ONTOLOGY.into_owned().into();
    for (number, file) in (1..).zip(ontology) {
        parsed.file(file, &home, format!("o{number}"), found);
    }
    let reference = dossiers.iter().flat_map(|dossier| &dossier.reference);
    let home = graph::REFERENCE.into_owned().into();
    for (number, file) in (1..).zip(reference) {
        parsed.file(file, &home, format!("f{number}"), found);
    }
    contradictions::find(&parsed, found);
    parsed
}

/// The dossiers in an order that does not hang on that in which they were named, since blank nodes are numbered by it.
fn ordered(dossiers: &[Dossier]) -> Vec<&Dossier> {
    fn manifest(dossier: &Dossier) -> Option<&str> {
        dossier.manifest.as_ref().map(|file| file.text())
    }
    let mut dossiers: Vec<&Dossier> = dossiers.iter().collect();
    dossiers.sort_by(|a, b| manifest(a).cmp(&manifest(b)));
    dossiers
}

/// The quads of all files.
#[derive(Default)]
pub struct Parsed<'a> {
    pub(crate) quads: Vec<Quad>,
    pub(crate) files: Vec<ParsedFile<'a>>,
}

/// A file, and which of all quads came from it.
#[derive(Debug)]
pub struct ParsedFile<'a> {
    pub(crate) file: &'a RdfFile,
    pub(crate) range: Range<usize>,
    /// What the names of its blank nodes begin with.
    pub(crate) blank_nodes: String,
}

impl<'a> ParsedFile<'a> {
    pub(crate) fn name(&self) -> &'a str {
        &self.file.name
    }

    pub(crate) fn quads<'q>(&self, all: &'q [Quad]) -> &'q [Quad] {
        all.get(self.range.clone()).unwrap_or_default()
    }
}

impl<'a> Parsed<'a> {
    /// Adds the quads of a file; triples in no named graph go to the one given.
    fn file(
        &mut self,
        file: &'a RdfFile,
        default: &GraphName,
        blank_nodes: String,
        found: &mut Vec<Finding>,
    ) {
        let Some(format) = RdfFormat::from_extension(&file.extension) else {
            return;
        };
        if let Some(refused) = size_budget::told(file, format) {
            found.push(refused);
            return;
        }
        let mut names = BlankNodes::of(blank_nodes.clone());
        let mut errors = Vec::new();
        let mut room = SizeBudget::of(file);
        let start = self.quads.len();
        let mut derived = 0;
        for quad in RdfParser::from_format(format).for_slice(&file.bytes) {
            match quad {
                Ok(quad) if !room.holds(&quad) => {
                    self.quads.truncate(start);
                    found.push(SizeBudget::exceeded(file));
                    return;
                }
                Ok(quad) if derive::is_derived(&quad) => derived += 1,
                Ok(quad) => self.quads.push(names.renamed(quad, default)),
                Err(error) => errors.push(error),
            }
            if errors.len() == MOST_ERRORS {
                break;
            }
        }
        self.files.push(ParsedFile {
            file,
            range: start..self.quads.len(),
            blank_nodes,
        });
        found.extend(left_out(file, derived));
        if errors.is_empty() {
            found.extend(cut_off(file, format));
        } else if !matches!(format, RdfFormat::NTriples | RdfFormat::NQuads)
            || !line_by_line(file, format, found)
        {
            located(file, format, &errors, found);
        }
    }
}

/// Gives the blank nodes of a file names that are the same at every run and differ from file to file.
pub struct BlankNodes {
    /// Differs from file to file.
    file: String,
    known: HashMap<BlankNode, BlankNode>,
}

impl BlankNodes {
    pub(crate) fn of(file: String) -> Self {
        Self {
            file,
            known: HashMap::new(),
        }
    }

    pub(crate) fn renamed(&mut self, quad: Quad, default: &GraphName) -> Quad {
        Quad {
            subject: match quad.subject {
                NamedOrBlankNode::BlankNode(node) => self.name(node).into(),
                named @ NamedOrBlankNode::NamedNode(_) => named,
            },
            predicate: quad.predicate,
            object: match quad.object {
                Term::BlankNode(node) => self.name(node).into(),
                other => with_usual_tag(other),
            },
            graph_name: match quad.graph_name {
                GraphName::BlankNode(node) => self.name(node).into(),
                other => home(other, default),
            },
        }
    }

    fn name(&mut self, node: BlankNode) -> BlankNode {
        let next = self.known.len() + 1;
        let name = || BlankNode::new_unchecked(format!("{}n{next}", self.file));
        self.known.entry(node).or_insert_with(name).clone()
    }
}

/// Notes that derived statements of a file are not loaded.
fn left_out(file: &RdfFile, derived: usize) -> Option<Finding> {
    let message =
        format!("derived statements not loaded: {derived}; they are computed from all others");
    (derived > 0).then(|| Finding {
        severity: Severity::Info,
        ..Finding::error("derived-statement", Place::file(&file.name), message)
    })
}

/// Tells of a file of RDF/XML that ends too early: the parser takes the end of the text for that of the graph.
fn cut_off(file: &RdfFile, format: RdfFormat) -> Option<Finding> {
    let text = str::from_utf8(&file.bytes).ok()?;
    (format == RdfFormat::RdfXml && !xml::is_closed(text)).then(|| {
        let message = "the file ends before its first element is closed";
        Finding::error("rdf-syntax", Place::file(&file.name), message)
    })
}

/// Finds the errors of a file whose lines have nothing to do with each other: each is read alone, since the parser,
/// once lost, takes good lines for bad ones. Gives whether there is any.
fn line_by_line(file: &RdfFile, format: RdfFormat, found: &mut Vec<Finding>) -> bool {
    let text = String::from_utf8_lossy(&file.bytes);
    let source = Arc::new(SourceText::new(&file.name, text));
    let mut errors = 0;
    for (number, line) in (1..).zip(source.text().split_inclusive('\n')) {
        let mut quads = RdfParser::from_format(format).for_slice(line);
        if let Some(error) = quads.find_map(Result::err) {
            let place = Place::line(&source, number);
            found.push(syntax(place, &wording::of(&error, line)));
            errors += 1;
        }
        if errors == MOST_ERRORS {
            break;
        }
    }
    errors > 0
}

/// Turns syntax errors into findings: with the line where the syntax is line by line, else for the file.
fn located(file: &RdfFile, format: RdfFormat, errors: &[RdfSyntaxError], found: &mut Vec<Finding>) {
    let has_lines = matches!(format, RdfFormat::Turtle | RdfFormat::TriG);
    let text = String::from_utf8_lossy(&file.bytes);
    let source = Arc::new(SourceText::new(&file.name, text));
    let place = |error: &RdfSyntaxError| match error.location() {
        // Lines count from 0 there.
        Some(range) if has_lines => {
            let line = usize::try_from(range.start.line).unwrap_or(usize::MAX);
            Place::line(&source, line.saturating_add(1))
        }
        _ => Place::file(&file.name),
    };
    let errors = errors.iter();
    let told: Vec<(Place, Wording)> = errors
        .map(|error| (place(error), wording::of(error, "")))
        .collect();
    let newer: Vec<&Place> = told
        .iter()
        .filter_map(|(place, wording)| wording.is_newer.then_some(place))
        .collect();
    // What the parser does not know throws it off its way.
    let is_echo = |place: &Place, wording: &Wording| {
        (wording.message == NO_DOT && newer.contains(&place))
            || (wording.message.starts_with(NO_PREFIX) && !newer.is_empty())
    };
    for (place, wording) in &told {
        if !is_echo(place, wording) {
            found.push(syntax(place.clone(), wording));
        }
    }
}

fn syntax(place: Place, wording: &Wording) -> Finding {
    let hint = wording.hint.map(str::to_owned);
    Finding::error("rdf-syntax", place, wording.message.as_str()).maybe_hint(hint)
}
