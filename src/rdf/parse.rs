//! RDF files, parsed as they are.

use std::collections::BTreeSet;
use std::ops::Range;

use foldhash::HashMap;
use oxigraph::io::RdfFormat;
use oxigraph::model::{
    BlankNode, GraphName, Literal, NamedOrBlankNode, NamedOrBlankNodeRef, Quad, Term, TermRef,
};
use oxilangtag::LanguageTag;

use super::base;
use super::limits::{self, SizeBudget};
use super::syntax_errors::{self, MOST_ERRORS};
use super::xml;
use crate::diagnostic::Finding;
use crate::dossier::{Dossier, RdfFile};
use crate::vocab::graph;

/// Parses every RDF file of some dossiers, without the statements that are `excluded`; ontology files that several of
/// them share are read once.
pub fn parse<'a>(
    dossiers: &'a [Dossier],
    excluded: fn(&Quad) -> bool,
    found: &mut Vec<Finding>,
) -> Parsed<'a> {
    let mut parsed = Parsed {
        quads: Vec::new(),
        files: Vec::new(),
        excluded,
    };
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
    parsed
}

/// Parses RDF files as they are: every statement, in the graph that its file names.
pub fn parse_alone<'a>(files: &'a [RdfFile], found: &mut Vec<Finding>) -> Parsed<'a> {
    let mut parsed = Parsed {
        quads: Vec::new(),
        files: Vec::new(),
        excluded: |_| false,
    };
    for (number, file) in (1..).zip(files) {
        parsed.file(file, &GraphName::DefaultGraph, format!("f{number}"), found);
    }
    parsed
}

/// The dossiers in an order that does not depend on the command line, since blank nodes are numbered by it.
fn ordered(dossiers: &[Dossier]) -> Vec<&Dossier> {
    fn manifest(dossier: &Dossier) -> Option<&str> {
        dossier.manifest.as_ref().map(|file| file.text())
    }
    let mut dossiers: Vec<&Dossier> = dossiers.iter().collect();
    dossiers.sort_by(|a, b| manifest(a).cmp(&manifest(b)));
    dossiers
}

/// The quads of all files.
pub struct Parsed<'a> {
    pub(crate) quads: Vec<Quad>,
    pub(crate) files: Vec<ParsedFile<'a>>,
    excluded: fn(&Quad) -> bool,
}

/// A file, and which of all quads came from it.
#[derive(Debug)]
pub struct ParsedFile<'a> {
    pub(crate) file: &'a RdfFile,
    pub(crate) range: Range<usize>,
    /// How many of its statements are excluded.
    pub(crate) excluded: usize,
    /// What the names of its blank nodes begin with.
    pub(crate) blank_nodes: String,
}

impl<'a> ParsedFile<'a> {
    pub(crate) fn name(&self) -> &'a str {
        &self.file.name
    }

    #[expect(
        clippy::expect_used,
        reason = "`all` are the quads with which the file was read"
    )]
    pub(crate) fn quads<'q>(&self, all: &'q [Quad]) -> &'q [Quad] {
        all.get(self.range.clone()).expect("the quads of the file")
    }

    /// The file's own IRI, if relative IRIs were resolved against it.
    pub(crate) fn assumed_base(&self, all: &[Quad]) -> Option<&'a str> {
        let base = self.file.base.as_ref()?.as_str();
        let is_own = base.starts_with("file:") && self.quads(all).iter().any(base::has_file_iri);
        is_own.then_some(base)
    }
}

impl<'a> Parsed<'a> {
    /// Adds the quads of a file; triples in no named graph go to the default one.
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
        let refused = match format {
            RdfFormat::RdfXml => xml::html_mistake(file).or_else(|| xml::entity_mistake(file)),
            RdfFormat::JsonLd { .. } => limits::nesting_mistake(file),
            _ => None,
        };
        if let Some(refused) = refused {
            found.push(refused);
            return;
        }
        let mut names = BlankNodes::of(blank_nodes.clone());
        let mut errors = Vec::new();
        let mut relative = None;
        let mut budget = SizeBudget::of(file);
        let start = self.quads.len();
        let mut excluded = 0;
        for quad in base::parser(file, format).for_slice(&file.bytes) {
            match quad {
                Ok(quad) if !budget.holds(&quad) => {
                    self.quads.truncate(start);
                    found.push(SizeBudget::exceeded(file));
                    return;
                }
                Ok(quad) if (self.excluded)(&quad) => excluded += 1,
                Ok(quad) if base::unresolved(&quad).is_some() => {
                    relative.get_or_insert(quad);
                }
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
            excluded,
            blank_nodes,
        });
        let relative = relative.as_ref().and_then(base::unresolved);
        found.extend(relative.map(|iri| base::unresolved_mistake(file, format, iri)));
        if errors.is_empty() {
            found.extend(cut_off(file, format));
        } else if !matches!(format, RdfFormat::NTriples | RdfFormat::NQuads)
            || !syntax_errors::line_by_line(file, format, found)
        {
            syntax_errors::located(file, format, &errors, found);
        }
    }
}

/// Names the blank nodes of a file: the same at every run, different from file to file.
pub struct BlankNodes {
    /// Differs from file to file.
    file: String,
    known: HashMap<BlankNode, BlankNode>,
}

impl BlankNodes {
    pub fn of(file: String) -> Self {
        Self {
            file,
            known: HashMap::default(),
        }
    }

    pub fn renamed(&mut self, quad: Quad, default: &GraphName) -> Quad {
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

/// Reports a file of RDF/XML that ends too early: the parser takes the end of the text for the end of the graph.
fn cut_off(file: &RdfFile, format: RdfFormat) -> Option<Finding> {
    let text = str::from_utf8(&file.bytes).ok()?;
    let is_cut_off = format == RdfFormat::RdfXml && !xml::is_closed(text);
    let message = "the file ends before its first element is closed";
    is_cut_off.then(|| syntax_errors::in_file(file, message))
}

/// The graph of a statement: its own, else the default.
fn home(name: GraphName, default: &GraphName) -> GraphName {
    if name.is_default_graph() {
        default.clone()
    } else {
        name
    }
}

/// A language tag as people write it: `en-GB`, `sr-Latn-RS`
/// ([RFC 5646, section 2.1.1](https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1)); an invalid one stays as it is.
pub fn usual_tag(tag: &str) -> String {
    LanguageTag::parse_and_normalize(tag).map_or_else(|_| tag.to_owned(), LanguageTag::into_inner)
}

/// The same term, its language tag as people write it: the parsers return all tags in lower case.
fn with_usual_tag(term: Term) -> Term {
    let Term::Literal(literal) = &term else {
        return term;
    };
    match literal.language() {
        // A tag without subtags is in lower case anyway.
        Some(tag) if tag.contains('-') => {
            let (value, tag) = (literal.value(), usual_tag(tag));
            Literal::new_language_tagged_literal_unchecked(value, tag).into()
        }
        _ => term,
    }
}

/// The node that a term is; `None` for a literal.
#[must_use]
pub fn node(term: TermRef<'_>) -> Option<NamedOrBlankNodeRef<'_>> {
    match term {
        TermRef::NamedNode(node) => Some(node.into()),
        TermRef::BlankNode(node) => Some(node.into()),
        TermRef::Literal(_) => None,
    }
}
