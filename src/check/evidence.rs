//! Evidence that is not what it says it is: words that the readout has not, or has elsewhere.
//!
//! Sheets are anchored anew each time they are read. What RDF files say in the words of
//! [Web Annotation](https://www.w3.org/TR/annotation-model/#selectors) is held against the readout here, so that an
//! export that was edited by hand, or made from another text, does not pass.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use oxigraph::model::{NamedNodeRef, NamedOrBlankNodeRef, Quad, Term};

use super::Suspect;
use super::passage::{Passage, Told, literal, named, shown};
use super::text::Texts;
use crate::diagnostic::Severity;
use crate::rdf::{LoadReport, node};
use crate::vocab::w3c::oa;
use crate::vocab::{Namespace, bil};

/// What stands between the passages of a quote.
const BETWEEN: &str = " […] ";

/// Holds the evidence of the RDF files against the readouts: how many passages there are, and what differs.
///
/// A file may tell of a passage to which another file, or a sheet, gives its words: all of it is looked at together.
pub fn check(survey: &LoadReport<'_>, texts: &Texts<'_>) -> (usize, Vec<Suspect>) {
    let [of_files, of_sheets] = survey.by_origin();
    let mut told = Evidence::default();
    told.add(of_files);
    let in_files = told.nodes.len();
    if in_files > 0 {
        told.add(of_sheets);
    }
    let mut found = Vec::new();
    let passages = told.passages(in_files, texts, &mut found);
    told.quotes(&mut found);
    told.readouts(texts, &mut found);
    (passages, found)
}

/// What is said of passages, of the acts that rest on them and of readouts.
#[derive(Default)]
struct Evidence<'a> {
    /// In the order in which they first occur.
    nodes: Vec<(NamedOrBlankNodeRef<'a>, Node<'a>)>,
    numbers: HashMap<NamedOrBlankNodeRef<'a>, usize>,
}

/// What is said of one node; of a selector its words and place, of a passage its selectors and readout.
#[derive(Default)]
struct Node<'a> {
    source: Vec<Told<'a>>,
    selectors: Vec<NamedOrBlankNodeRef<'a>>,
    /// The first statement that names one.
    selector: Option<Told<'a>>,
    exact: Vec<Told<'a>>,
    prefix: Vec<Told<'a>>,
    suffix: Vec<Told<'a>>,
    start: Vec<Told<'a>>,
    end: Vec<Told<'a>>,
    evidence: Vec<NamedOrBlankNodeRef<'a>>,
    quote: Vec<Told<'a>>,
    sha256: Vec<Told<'a>>,
}

/// The properties by which a passage is told.
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
    fn add(&mut self, told: Told<'a>) {
        let (_, property, value) = told;
        match property.as_ref() {
            oa::HAS_SOURCE => self.source.push(told),
            oa::HAS_SELECTOR => {
                self.selectors.extend(node(value.as_ref()));
                self.selector.get_or_insert(told);
            }
            oa::EXACT => self.exact.push(told),
            oa::PREFIX => self.prefix.push(told),
            oa::SUFFIX => self.suffix.push(told),
            oa::START => self.start.push(told),
            oa::END => self.end.push(told),
            bil::EVIDENCE => self.evidence.extend(node(value.as_ref())),
            bil::QUOTE => self.quote.push(told),
            bil::SHA256 => self.sha256.push(told),
            _ => {}
        }
    }
}

impl<'a> Evidence<'a> {
    fn add(&mut self, quads: &'a [Quad]) {
        for quad in quads {
            self.quad(quad);
        }
    }

    fn quad(&mut self, quad: &'a Quad) {
        let subject = quad.subject.as_ref();
        let told = (subject, &quad.predicate, &quad.object);
        if !OF_EVIDENCE.contains(&quad.predicate.as_ref()) {
            return;
        }
        let next = self.nodes.len();
        let number = *self.numbers.entry(subject).or_insert(next);
        if number == next {
            self.nodes.push((subject, Node::default()));
        }
        if let Some((_, node)) = self.nodes.get_mut(number) {
            node.add(told);
        }
    }

    fn node(&self, name: NamedOrBlankNodeRef<'_>) -> Option<&Node<'a>> {
        let (_, node) = self.nodes.get(*self.numbers.get(&name)?)?;
        Some(node)
    }

    /// Looks at each passage of a readout of ours, and counts those of which files tell: the first nodes.
    fn passages(&self, in_files: usize, texts: &Texts<'_>, found: &mut Vec<Suspect>) -> usize {
        let mut unknown: BTreeMap<&str, Told<'a>> = BTreeMap::new();
        let mut passages = 0;
        for (number, (name, node)) in self.nodes.iter().enumerate() {
            for (slug, told) in sources(*name, node) {
                let Some(text) = texts.of_readout(slug) else {
                    unknown.entry(slug).or_insert(told);
                    continue;
                };
                passages += usize::from(number < in_files);
                self.passage(*name, node).hold_against(slug, text, found);
            }
        }
        found.extend(
            unknown
                .into_iter()
                .map(|(slug, told)| unverifiable(slug, told)),
        );
        passages
    }

    /// The words and places that the selectors of a passage give, or it itself.
    fn passage(&self, name: NamedOrBlankNodeRef<'a>, node: &Node<'a>) -> Passage<'a> {
        let mut passage = Passage::new(name);
        let selectors: BTreeSet<usize> = node
            .selectors
            .iter()
            .filter_map(|name| self.numbers.get(name).copied())
            .collect();
        let selectors = selectors
            .into_iter()
            .filter_map(|number| self.nodes.get(number));
        for node in selectors.map(|(_, node)| node).chain([node]) {
            passage.exact.extend(&node.exact);
            passage.prefix.extend(&node.prefix);
            passage.suffix.extend(&node.suffix);
            passage.start.extend(&node.start);
            passage.end.extend(&node.end);
        }
        passage.once_each()
    }

    /// Compares the quote of each act with the words of its passages.
    fn quotes(&self, found: &mut Vec<Suspect>) {
        for (_, node) in &self.nodes {
            let mut words: Vec<(usize, &str)> = Vec::new();
            let mut seen = HashSet::new();
            let evidence = node.evidence.iter().copied();
            let evidence: Vec<_> = evidence.filter(|name| seen.insert(*name)).collect();
            for name in &evidence {
                let Some(evidence) = self.node(*name) else {
                    continue;
                };
                let passage = self.passage(*name, evidence);
                if let (Some(place), [told]) = (passage.place(), &*passage.exact) {
                    words.extend(literal(told.2).map(|exact| (place.start, exact.value())));
                }
            }
            if words.is_empty() || words.len() < evidence.len() {
                continue;
            }
            words.sort_unstable();
            let words: Vec<&str> = words.into_iter().map(|(_, words)| words).collect();
            let joined = words.join(BETWEEN);
            for told in &node.quote {
                if literal(told.2).is_some_and(|quote| quote.value() != joined) {
                    let message = "the quote is not what its passages say".to_owned();
                    let hint = format!("they say {}", shown(&joined));
                    found.push(Suspect::error("quote-differs", *told, message).hint(hint));
                }
            }
        }
    }

    /// Compares the SHA-256 of each readout with the text that is here.
    fn readouts(&self, texts: &Texts<'_>, found: &mut Vec<Suspect>) {
        for (name, node) in &self.nodes {
            let slug = match name {
                NamedOrBlankNodeRef::NamedNode(name) => slug_of(*name),
                NamedOrBlankNodeRef::BlankNode(_) => None,
            };
            let Some(text) = slug.and_then(|slug| texts.of_readout(slug)) else {
                continue;
            };
            if node.sha256.is_empty() {
                continue;
            }
            let sha256 = text.sha256();
            for told in &node.sha256 {
                if literal(told.2).is_some_and(|given| given.value() != sha256) {
                    let message = "the readout is not the one of which this was made".to_owned();
                    let hint = format!("the SHA-256 of {} is {sha256}", text.name());
                    found.push(Suspect::error("readout-edited", *told, message).hint(hint));
                }
            }
        }
    }
}

/// The readouts from which a passage comes, each once and with a statement that says so; where none does, the one of
/// which it has its name.
fn sources<'a>(name: NamedOrBlankNodeRef<'a>, node: &Node<'a>) -> Vec<(&'a str, Told<'a>)> {
    let mut seen = HashSet::new();
    let told = node.source.iter();
    let sources: Vec<_> = told
        .filter_map(|told| Some((readout(told.2)?, *told)))
        .filter(|(slug, _)| seen.insert(*slug))
        .collect();
    if !sources.is_empty() {
        return sources;
    }
    let named = named(name).map(|(slug, _)| slug);
    let all = [&node.exact, &node.start, &node.end];
    let first = all.into_iter().flatten().next().copied();
    let selector = node.selector;
    named.zip(first.or(selector)).into_iter().collect()
}

fn unverifiable(slug: &str, told: Told<'_>) -> Suspect {
    let message = format!("the words of `{slug}` are not here: its passages were not compared");
    let hint = "check it beside the dossier that holds the readout: -C DIR";
    Suspect {
        severity: Severity::Info,
        ..Suspect::error("evidence-unverifiable", told, message).hint(hint)
    }
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
