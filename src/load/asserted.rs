//! What RDF files assert, without what their `bil:Inference` nodes mark as inferred.

use std::ops::Range;

use foldhash::HashSet;
use oxigraph::model::{NamedNodeRef, NamedOrBlankNodeRef, Quad, TermRef, TripleRef};

use crate::rdf::node;
use crate::vocab::bil;
use crate::vocab::w3c::{rdf, sem};

/// What follows from a date alone, and is left out with it.
const DERIVED: [(NamedNodeRef<'_>, NamedNodeRef<'_>); 3] = [
    (bil::DATE, sem::HAS_EARLIEST_BEGIN_TIME_STAMP),
    (bil::DATE, sem::HAS_LATEST_END_TIME_STAMP),
    (bil::END_DATE, sem::HAS_LATEST_END_TIME_STAMP),
];

/// Leaves out each triple that an inference names, what follows from it, and the inference.
///
/// `files` are the ranges of the quads of each file. An inference is about triples of its own file, so that another file
/// may assert the same; if its own file does not have a triple, it is about that triple in any file.
#[expect(clippy::expect_used, reason = "`files` are ranges of `quads`")]
pub fn only(quads: Vec<Quad>, files: &[Range<usize>]) -> Vec<Quad> {
    let mut kept = vec![true; quads.len()];
    let mut elsewhere = Inferred::default();
    for range in files {
        let file = quads.get(range.clone()).expect("the quads of a file");
        let inferred = Inferred::of(file);
        for (quad, kept) in file.iter().zip(kept.iter_mut().skip(range.start)) {
            *kept = !inferred.takes(quad);
        }
        elsewhere.triples.extend(inferred.triples_not_in(file));
    }
    let elsewhere = elsewhere.with_properties();
    for (quad, kept) in quads.iter().zip(&mut kept) {
        *kept &= !elsewhere.takes(quad);
    }
    drop(elsewhere);
    let kept = quads.into_iter().zip(kept);
    kept.filter_map(|(quad, kept)| kept.then_some(quad))
        .collect()
}

/// What is marked as inferred.
#[derive(Default)]
struct Inferred<'a> {
    /// The inferences themselves.
    nodes: HashSet<NamedOrBlankNodeRef<'a>>,
    triples: HashSet<TripleRef<'a>>,
    /// The subjects and predicates of these triples.
    properties: HashSet<(NamedOrBlankNodeRef<'a>, NamedNodeRef<'a>)>,
}

impl<'a> Inferred<'a> {
    fn of(quads: &'a [Quad]) -> Self {
        let mut inferred = Self::default();
        let inference = TermRef::from(bil::class::INFERENCE);
        for quad in quads {
            if quad.predicate == rdf::TYPE && quad.object.as_ref() == inference {
                inferred.nodes.insert(quad.subject.as_ref());
            }
        }
        let parts: Vec<&Quad> = quads
            .iter()
            .filter(|quad| inferred.nodes.contains(&quad.subject.as_ref()))
            .collect();
        for subject in parts.chunk_by(|a, b| a.subject == b.subject) {
            inferred.read(subject);
        }
        inferred.with_properties()
    }

    /// Takes in the triples that one inference names: each of its objects makes one.
    fn read(&mut self, parts: &[&'a Quad]) {
        let values = |property: NamedNodeRef<'static>| {
            let parts = parts.iter().filter(move |part| part.predicate == property);
            parts.map(|part| part.object.as_ref())
        };
        for subject in values(rdf::SUBJECT).filter_map(node) {
            for predicate in values(rdf::PREDICATE) {
                let TermRef::NamedNode(predicate) = predicate else {
                    continue;
                };
                for object in values(rdf::OBJECT) {
                    self.triples
                        .insert(TripleRef::new(subject, predicate, object));
                }
            }
        }
    }

    fn with_properties(mut self) -> Self {
        let triples = self.triples.iter();
        self.properties = triples
            .map(|triple| (triple.subject, triple.predicate))
            .collect();
        self
    }

    fn takes(&self, quad: &Quad) -> bool {
        let triple = TripleRef::from(quad.as_ref());
        let is_node = |node| self.nodes.contains(&node);
        let follows = |(from, derived): &(_, _)| {
            triple.predicate == *derived && self.properties.contains(&(triple.subject, *from))
        };
        self.triples.contains(&triple)
            || DERIVED.iter().any(follows)
            || is_node(triple.subject)
            || node(triple.object).is_some_and(is_node)
    }

    fn triples_not_in(mut self, file: &'a [Quad]) -> HashSet<TripleRef<'a>> {
        for quad in file {
            self.triples.remove(&TripleRef::from(quad.as_ref()));
        }
        self.triples
    }
}
