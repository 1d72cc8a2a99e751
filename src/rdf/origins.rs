//! The places of statements in RDF files, looked up only once something is wrong with them.

use std::cell::Cell;
use std::io::{self, Read};

use foldhash::{HashMap, HashSet};
use oxigraph::io::RdfFormat;
use oxigraph::model::{
    GraphName, NamedNode, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, Quad, Term, TermRef,
};

use super::base;
use super::parse::{BlankNodes, ParsedFile};
use crate::diagnostic::Place;

/// The statements about some subjects, each with its place.
#[derive(Debug, Default)]
pub struct Origins {
    statements: HashMap<NamedOrBlankNode, Vec<Statement>>,
}

#[derive(Debug)]
struct Statement {
    predicate: NamedNode,
    object: Term,
    place: Place,
}

impl Origins {
    /// Reads the files again for the statements about some subjects.
    #[must_use]
    pub fn of(files: &[ParsedFile<'_>], subjects: &HashSet<NamedOrBlankNodeRef<'_>>) -> Self {
        let mut origins = Self::default();
        if !subjects.is_empty() {
            for file in files {
                origins.file(file, subjects);
            }
        }
        origins
    }

    fn file(&mut self, file: &ParsedFile<'_>, subjects: &HashSet<NamedOrBlankNodeRef<'_>>) {
        let Some(format) = RdfFormat::from_extension(&file.file.extension) else {
            return;
        };
        let mut names = BlankNodes::of(file.blank_nodes.clone());
        let line = Cell::new(0);
        let lines = Lines {
            rest: &file.file.bytes,
            read: &line,
        };
        let mut found: Vec<(Quad, usize)> = Vec::new();
        for quad in base::parser(file.file, format).for_reader(lines) {
            // The mistake of the file is a finding of its own.
            let Ok(quad) = quad else { break };
            let quad = names.renamed(quad, &GraphName::DefaultGraph);
            if subjects.contains(&quad.subject.as_ref()) {
                found.push((quad, line.get()));
            }
        }
        if found.is_empty() {
            return;
        }
        let place = places(file, format);
        for (quad, line) in found {
            let statement = Statement {
                predicate: quad.predicate,
                object: quad.object,
                place: place(line),
            };
            let statements = self.statements.entry(quad.subject).or_default();
            statements.push(statement);
        }
    }

    /// The place of a statement.
    #[must_use]
    pub fn statement(
        &self,
        subject: NamedOrBlankNodeRef<'_>,
        predicate: NamedNodeRef<'_>,
        object: TermRef<'_>,
    ) -> Option<&Place> {
        let mut statements = self.of_subject(subject).iter();
        let found = statements.find(|statement| {
            statement.predicate.as_ref() == predicate && statement.object.as_ref() == object
        })?;
        Some(&found.place)
    }

    /// The place where a subject first occurs.
    #[must_use]
    pub fn place(&self, subject: NamedOrBlankNodeRef<'_>) -> Option<&Place> {
        Some(&self.of_subject(subject).first()?.place)
    }

    /// The place where a subject first has a property.
    #[must_use]
    pub fn property(
        &self,
        subject: NamedOrBlankNodeRef<'_>,
        predicate: NamedNodeRef<'_>,
    ) -> Option<&Place> {
        self.properties(subject, predicate).next()
    }

    /// The place in a file where a subject first has a property.
    #[must_use]
    pub fn property_in(
        &self,
        file: &str,
        subject: NamedOrBlankNodeRef<'_>,
        predicate: NamedNodeRef<'_>,
    ) -> Option<&Place> {
        let mut places = self.properties(subject, predicate);
        places.find(|place| place.source().name() == file)
    }

    fn properties(
        &self,
        subject: NamedOrBlankNodeRef<'_>,
        predicate: NamedNodeRef<'_>,
    ) -> impl Iterator<Item = &Place> {
        let statements = self.of_subject(subject).iter();
        statements
            .filter(move |statement| statement.predicate == predicate)
            .map(|statement| &statement.place)
    }

    fn of_subject(&self, subject: NamedOrBlankNodeRef<'_>) -> &[Statement] {
        let statements = self.statements.get(&subject.into_owned());
        statements.map_or(&[], Vec::as_slice)
    }
}

/// From a line to its place, where the syntax goes by lines; else to the file.
fn places<'a>(file: &ParsedFile<'a>, format: RdfFormat) -> impl Fn(usize) -> Place + use<'a> {
    let has_lines = !matches!(format, RdfFormat::RdfXml | RdfFormat::JsonLd { .. });
    let source = has_lines.then(|| file.file.source());
    let name = file.name();
    move |line| {
        let Some(source) = &source else {
            return Place::file(name);
        };
        let range = source.line_range(line);
        let text = source.slice(range.clone());
        let indent = text.len() - text.trim_start().len();
        Place::new(source, range.start + indent..range.end)
    }
}

/// Yields a text line by line, and counts: the parser reports no places, but reads on only when it needs more.
struct Lines<'a> {
    rest: &'a [u8],
    read: &'a Cell<usize>,
}

impl Read for Lines<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let room = self.rest.len().min(buffer.len());
        let (line, _) = self.rest.split_at(room);
        let end = line.iter().position(|byte| *byte == b'\n');
        let length = end.map_or(room, |end| end + 1);
        let (line, rest) = self.rest.split_at(length);
        buffer.split_at_mut(length).0.copy_from_slice(line);
        self.rest = rest;
        let is_line = end.is_some() || (rest.is_empty() && length > 0);
        self.read.set(self.read.get() + usize::from(is_line));
        Ok(length)
    }
}
