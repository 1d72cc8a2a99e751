//! Evidence that differs from the readout: words that the readout does not have, or has elsewhere.
//!
//! Sheets are anchored each time they are read. The evidence of RDF files, in the terms of
//! [Web Annotation](https://www.w3.org/TR/annotation-model/#selectors), is compared with the readout here, so that an
//! export that was edited by hand, or made from another text, does not pass.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use oxigraph::model::{NamedNodeRef, NamedOrBlankNodeRef, Quad, Term};

use super::graph_finding::{GraphFinding, Statement};
use super::passage::{Passage, literal, named, shown};
use super::text::Texts;
use crate::diagnostic::Code;
use crate::load::LoadReport;
use crate::rdf::node;
use crate::vocab::w3c::oa;
use crate::vocab::{Namespace, bil};

/// The separator of the passages of a quote.
const BETWEEN: &str = " […] ";

/// Compares the evidence of the RDF files with the readouts; returns the number of passages, and what differs.
///
/// A file may mention a passage whose words are in another file, or in a sheet: all of them are read together.
pub fn check(report: &LoadReport<'_>, texts: &Texts<'_>) -> (usize, Vec<GraphFinding>) {
    let [of_files, of_sheets] = report.by_origin();
    let mut evidence = Evidence::default();
    evidence.add(of_files);
    let in_files = evidence.nodes.len();
    if in_files > 0 {
        evidence.add(of_sheets);
    }
    let mut found = Vec::new();
    let passages = evidence.passages(in_files, texts, &mut found);
    evidence.quotes(&mut found);
    evidence.readouts(texts, &mut found);
    (passages, found)
}

/// The statements about passages, about acts with evidence and about readouts.
#[derive(Default)]
struct Evidence<'a> {
    /// In the order in which they first occur.
    nodes: Vec<Node<'a>>,
    numbers: HashMap<NamedOrBlankNodeRef<'a>, usize>,
}

/// The statements about one node: a passage, a selector, an act, an event or a readout.
struct Node<'a> {
    name: NamedOrBlankNodeRef<'a>,
    statements: Vec<Statement<'a>>,
}

/// The properties of passages, and those that refer to them.
const OF_EVIDENCE: [NamedNodeRef<'_>; 10] = [
    oa::HAS_SOURCE,
    oa::HAS_SELECTOR,
    oa::EXACT,
    oa::PREFIX,
    oa::SUFFIX,
    oa::START,
    oa::END,
    bil::EVIDENCE,
    bil::QUOTE,
    bil::SHA256,
];

impl<'a> Node<'a> {
    fn with(&self, property: NamedNodeRef<'_>) -> impl Iterator<Item = Statement<'a>> {
        let statements = self.statements.iter().copied();
        statements.filter(move |(_, other, _)| other.as_ref() == property)
    }

    /// The nodes to which a property links it, each once.
    fn linked(&self, property: NamedNodeRef<'_>) -> Vec<NamedOrBlankNodeRef<'a>> {
        let mut seen = HashSet::new();
        let values = self.with(property);
        let nodes = values.filter_map(|(_, _, value)| node(value.as_ref()));
        nodes.filter(|node| seen.insert(*node)).collect()
    }
}

impl<'a> Evidence<'a> {
    fn add(&mut self, quads: &'a [Quad]) {
        let is_of_evidence = |quad: &&Quad| OF_EVIDENCE.contains(&quad.predicate.as_ref());
        for quad in quads.iter().filter(is_of_evidence) {
            let name = quad.subject.as_ref();
            let next = self.nodes.len();
            let number = *self.numbers.entry(name).or_insert(next);
            if number == next {
                let statements = Vec::new();
                self.nodes.push(Node { name, statements });
            }
            if let Some(node) = self.nodes.get_mut(number) {
                let statement = (name, &quad.predicate, &quad.object);
                node.statements.push(statement);
            }
        }
    }

    /// Checks each passage of a readout of ours, and counts those that occur in files: the first nodes.
    fn passages(&self, in_files: usize, texts: &Texts<'_>, found: &mut Vec<GraphFinding>) -> usize {
        let mut unknown: BTreeMap<&str, Statement<'a>> = BTreeMap::new();
        let mut passages = 0;
        for (number, node) in self.nodes.iter().enumerate() {
            for (slug, statement) in sources(node) {
                let Some(text) = texts.of_readout(slug) else {
                    unknown.entry(slug).or_insert(statement);
                    continue;
                };
                passages += usize::from(number < in_files);
                self.passage(node).compare(slug, text, found);
            }
        }
        let unknown = unknown.into_iter();
        found.extend(unknown.map(|(slug, statement)| unverifiable(slug, statement)));
        passages
    }

    /// The words and places of the selectors of a passage, and of the passage itself.
    fn passage(&self, node: &Node<'a>) -> Passage<'a> {
        let selectors = node.linked(oa::HAS_SELECTOR);
        let numbers = selectors.iter().filter_map(|name| self.numbers.get(name));
        let numbers: BTreeSet<&usize> = numbers.collect();
        let selectors = numbers
            .into_iter()
            .filter_map(|number| self.nodes.get(*number));
        let statements = selectors.chain([node]).flat_map(|node| &node.statements);
        Passage::new(node.name, statements.copied())
    }

    /// Compares the quote of each act with the words of its passages.
    fn quotes(&self, found: &mut Vec<GraphFinding>) {
        for node in &self.nodes {
            let evidence = node.linked(bil::EVIDENCE);
            let nodes = evidence.iter().filter_map(|name| self.numbers.get(name));
            let nodes = nodes.filter_map(|number| self.nodes.get(*number));
            let words = nodes.filter_map(|node| self.passage(node).words());
            let mut words: Vec<(usize, &str)> = words.collect();
            if words.is_empty() || words.len() < evidence.len() {
                continue;
            }
            words.sort_unstable();
            let words: Vec<&str> = words.into_iter().map(|(_, words)| words).collect();
            let joined = words.join(BETWEEN);
            for statement in node.with(bil::QUOTE) {
                if literal(statement.2).is_some_and(|quote| quote.value() != joined) {
                    let message = "the quote differs from its passages";
                    let finding = GraphFinding::new(Code::QuoteDiffers, statement, message);
                    found.push(finding.hint(format!("its passages are {}", shown(&joined))));
                }
            }
        }
    }

    /// Compares the SHA-256 of each readout with the text in the dossier.
    fn readouts(&self, texts: &Texts<'_>, found: &mut Vec<GraphFinding>) {
        for node in &self.nodes {
            for statement in node.with(bil::SHA256) {
                let NamedOrBlankNodeRef::NamedNode(readout) = node.name else {
                    continue;
                };
                let Some(text) = slug_of(readout).and_then(|slug| texts.of_readout(slug)) else {
                    continue;
                };
                let sha256 = text.sha256();
                if literal(statement.2).is_some_and(|recorded| recorded.value() != sha256) {
                    let message =
                        "the readout has changed since this file was made: its SHA-256 differs";
                    let finding = GraphFinding::new(Code::ReadoutEdited, statement, message);
                    let hint = format!("the SHA-256 of {} is {sha256}", text.name());
                    found.push(finding.hint(hint));
                }
            }
        }
    }
}

/// The readouts of a passage, each once and with a statement that says so; if none does, the readout in its IRI.
fn sources<'a>(node: &Node<'a>) -> Vec<(&'a str, Statement<'a>)> {
    let mut seen = HashSet::new();
    let sources: Vec<_> = node
        .with(oa::HAS_SOURCE)
        .filter_map(|statement| Some((readout(statement.2)?, statement)))
        .filter(|(slug, _)| seen.insert(*slug))
        .collect();
    if !sources.is_empty() {
        return sources;
    }
    let named = named(node.name).map(|(slug, _)| slug);
    let properties = [oa::EXACT, oa::START, oa::END, oa::HAS_SELECTOR];
    let first = properties
        .into_iter()
        .find_map(|property| node.with(property).next());
    named.zip(first).into_iter().collect()
}

fn unverifiable(slug: &str, statement: Statement<'_>) -> GraphFinding {
    let message =
        format!("the words of `{slug}` are not available: its passages were not compared");
    let hint = "check it together with the dossier that has the readout: -C DIR";
    GraphFinding::new(Code::EvidenceUnverifiable, statement, message).hint(hint)
}

/// The slug of the readout that a term names.
fn readout(term: &Term) -> Option<&str> {
    match term {
        Term::NamedNode(node) => slug_of(node.as_ref()),
        _ => None,
    }
}

fn slug_of(node: NamedNodeRef<'_>) -> Option<&str> {
    node.as_str().strip_prefix(Namespace::Readout.iri())
}
