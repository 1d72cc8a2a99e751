//! Where in the RDF files of some dossiers a thing is defined: looked up only once something is wrong with it.

use std::io::{self, Read};
use std::sync::Arc;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedNodeRef, Quad};

use crate::diagnostic::{Place, SourceText};
use crate::dossier::{Dossier, RdfFile};
use crate::vocab::w3c::rdfs;

/// The place where a class has this property, else where it is made one; the first of these in the order of reading.
pub(super) fn place(
    dossiers: &[Dossier],
    class: NamedNodeRef<'_>,
    property: NamedNodeRef<'_>,
) -> Place {
    let files = || {
        let files = dossiers.iter();
        files.flat_map(|dossier| dossier.ontology.iter().chain(&dossier.reference))
    };
    let under = |wanted: NamedNodeRef<'_>| {
        let is_it = |quad: &Quad| quad.subject == class.into() && quad.predicate == wanted;
        files().find_map(|file| in_file(file, is_it))
    };
    under(property)
        .or_else(|| under(rdfs::SUB_CLASS_OF))
        .unwrap_or_else(|| Place::file("the ontology"))
}

/// The place of the first statement of a file that fits: its line, where the syntax goes by lines.
fn in_file(file: &RdfFile, fits: impl Fn(&Quad) -> bool) -> Option<Place> {
    let format = RdfFormat::from_extension(&file.extension)?;
    let has_lines = !matches!(format, RdfFormat::RdfXml | RdfFormat::JsonLd { .. });
    let mut lines = Lines {
        rest: &file.bytes,
        read: 0,
    };
    let found = RdfParser::from_format(format)
        .for_reader(&mut lines)
        .any(|quad| quad.is_ok_and(|quad| fits(&quad)));
    found.then(|| {
        let text = String::from_utf8_lossy(&file.bytes);
        if has_lines {
            Place::line(&Arc::new(SourceText::new(&file.name, text)), lines.read)
        } else {
            Place::file(&file.name)
        }
    })
}

/// Gives a text line by line, and counts: the parser tells no places, but asks for more only when it needs it.
struct Lines<'a> {
    rest: &'a [u8],
    read: usize,
}

impl Read for Lines<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let room = self.rest.len().min(buffer.len());
        let line = self.rest.get(..room).unwrap_or_default();
        let end = line.iter().position(|byte| *byte == b'\n');
        let length = end.map_or(room, |end| end + 1);
        let (line, rest) = self.rest.split_at(length);
        if let Some(target) = buffer.get_mut(..length) {
            target.copy_from_slice(line);
        }
        self.rest = rest;
        self.read += usize::from(end.is_some() || (rest.is_empty() && length > 0));
        Ok(length)
    }
}
