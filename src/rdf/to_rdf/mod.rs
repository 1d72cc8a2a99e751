//! From the model to triples. Each node is minted from what it stands for: no blank nodes, no numbers that hang on order.

mod act;
mod entity;
mod event;
mod evidence;
mod figure;
mod inference;
mod presence;
mod readout;

use oxigraph::model::{GraphName, Literal, NamedNode, NamedNodeRef, Quad, Term};

use self::presence::Presences;
use crate::model::{InferencePolicy, Period, Sheet};
use crate::rdf::language;
use crate::sheet::ResolvedSheets;
use crate::vocab::bil;
use crate::vocab::graph;
use crate::vocab::w3c::{rdfs, sem};

/// Adds the triples of every sheet; of what is inferred here alone, those that are kept.
pub fn all(reading: &ResolvedSheets, policy: InferencePolicy, quads: &mut Vec<Quad>) {
    let name_index = &reading.name_index;
    let mut presences = Presences::default();
    for sheet in &reading.sheets {
        let mut home = Homes::of(sheet, quads);
        readout::to_rdf(&sheet.readout, &mut home.readout());
        for entity in &sheet.entities {
            entity::to_rdf(entity, &mut home.reference());
        }
        for event in &sheet.events {
            event::to_rdf(event, sheet, &mut home);
            presences.add(event, name_index);
        }
        for act in &sheet.acts {
            act::to_rdf(act, sheet, name_index, &mut home.readout());
        }
    }
    if policy == InferencePolicy::All {
        presences.to_rdf(&mut Triples::reference(quads));
    }
}

/// The two graphs into which a sheet's triples go.
struct Homes<'quads> {
    quads: &'quads mut Vec<Quad>,
    readout: NamedNode,
}

impl<'quads> Homes<'quads> {
    fn of(sheet: &Sheet, quads: &'quads mut Vec<Quad>) -> Self {
        Self {
            quads,
            readout: sheet.readout.iri(),
        }
    }

    /// What this readout says.
    fn readout(&mut self) -> Triples<'_> {
        Triples {
            graph: self.readout.clone().into(),
            quads: self.quads,
        }
    }

    /// What is known of actors, events and places.
    fn reference(&mut self) -> Triples<'_> {
        Triples::reference(self.quads)
    }
}

/// Takes triples into one graph.
struct Triples<'quads> {
    quads: &'quads mut Vec<Quad>,
    graph: GraphName,
}

impl<'quads> Triples<'quads> {
    fn reference(quads: &'quads mut Vec<Quad>) -> Self {
        Self {
            graph: graph::REFERENCE.into_owned().into(),
            quads,
        }
    }

    fn add(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, object: impl Into<Term>) {
        self.quads.push(Quad::new(
            subject.clone(),
            predicate.into_owned(),
            object,
            self.graph.clone(),
        ));
    }

    fn text(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, text: &str) {
        self.add(subject, predicate, Literal::new_simple_literal(text));
    }

    /// A text that is there or not.
    fn maybe_text(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, text: Option<&str>) {
        if let Some(text) = text {
            self.text(subject, predicate, text);
        }
    }

    /// A node that is there or not.
    fn maybe(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        object: Option<&NamedNode>,
    ) {
        if let Some(object) = object {
            self.add(subject, predicate, object.clone());
        }
    }

    /// A node each.
    fn each(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, objects: &[NamedNode]) {
        for object in objects {
            self.add(subject, predicate, object.clone());
        }
    }

    fn integer(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, number: usize) {
        // Bounded by the size of a readout, so it always fits.
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        self.add(subject, predicate, Literal::from(number));
    }

    fn label(&mut self, subject: &NamedNode, text: &str, language: &str) {
        let literal =
            Literal::new_language_tagged_literal_unchecked(text, language::usual(language));
        self.add(subject, rdfs::LABEL, literal);
    }

    /// A date as recorded, and its first and last day, by which everything is compared.
    fn period(&mut self, subject: &NamedNode, period: Period) {
        self.add(subject, bil::DATE, period.start.literal());
        if let Some(end) = period.end {
            self.add(subject, bil::END_DATE, end.literal());
        }
        let (first, last) = (period.first_day(), period.last_day());
        self.add(subject, sem::HAS_EARLIEST_BEGIN_TIME_STAMP, first.literal());
        self.add(subject, sem::HAS_LATEST_END_TIME_STAMP, last.literal());
    }
}
