//! Fact sheets: what a person recorded from a readout, read whole, every mistake told at once.
//!
//! *Takes* the texts of a dossier and a name index of the names that its RDF defines.
//! *Gives* typed [`Sheet`]s, names resolved and quotes anchored, or [`Finding`]s with their places.
//! *Never* opens a file and never makes a triple.
//!
//! The way through the room: [`keys`] says what may stand in a sheet, `read` makes typed fields of it,
//! `words` finds the quotes, `resolve` knows what names stand for and fills in the defaults.

mod form;
pub mod keys;
mod locate;
mod read;
mod report;
mod resolve;
mod source_map;
mod words;

use std::sync::Arc;

pub use self::form::{is_slug, is_text, is_url};
pub use self::locate::{Found, Match, locate};
use self::read::{Fields, RawSheet};
use self::report::Report;
pub use self::source_map::SourceMap;
use self::words::Words;
use crate::diagnostic::{self, Code, Finding, SourceText};
use crate::dossier::{Dossier, ReadoutFiles};
use crate::model::{InferencePolicy, Manifest, NameIndex, Sheet, sha256};

/// The sheets of one or more dossiers, read but not yet resolved.
#[derive(Debug, Default)]
pub struct ParsedSheets {
    dossiers: Vec<ParsedDossier>,
}

#[derive(Debug)]
struct ParsedDossier {
    manifest_file: Option<Arc<SourceText>>,
    manifest: Fields,
    sheets: Vec<ParsedSheet>,
}

#[derive(Debug)]
struct ParsedSheet {
    slug: String,
    file: Arc<SourceText>,
    /// `None` in a record without the words.
    words: Option<Words>,
    /// The SHA-256 of `readout.txt` as it lies there.
    sha256: Option<String>,
    fields: RawSheet,
}

/// All that the sheets say.
#[derive(Debug, Default)]
pub struct ResolvedSheets {
    /// Of each dossier what it says of itself, in the order given.
    pub manifests: Vec<Manifest>,
    /// Every sheet, in the order of the dossiers and of the slugs in each.
    pub sheets: Vec<Sheet>,
    /// The names of the RDF files together with those of the sheets.
    pub name_index: NameIndex,
    /// Of each sheet what was written, and for each of its acts the number of the table from which it was made.
    written: ParsedSheets,
    act_tables: Vec<Vec<usize>>,
}

impl ResolvedSheets {
    /// Where what the sheets tell stands in them.
    #[must_use]
    pub fn places(&self) -> SourceMap<'_> {
        SourceMap::of(self)
    }
}

impl ParsedSheets {
    /// The sheets of all dossiers, in their order.
    fn sheets(&self) -> impl Iterator<Item = &ParsedSheet> {
        self.dossiers.iter().flat_map(|dossier| &dossier.sheets)
    }
}

/// Reads syntax, keys and values of every manifest and sheet.
///
/// What could be read is given even where there are mistakes, so that other files can be looked at, too.
#[must_use]
pub fn parse(dossiers: &[Dossier]) -> (ParsedSheets, Vec<Finding>) {
    let mut found = Vec::new();
    let dossiers = dossiers
        .iter()
        .map(|dossier| ParsedDossier {
            manifest_file: dossier.manifest.clone(),
            manifest: parse_manifest(dossier.manifest.as_ref(), &mut found),
            sheets: dossier
                .readouts
                .iter()
                .filter_map(|files| parse_sheet(files, &mut found))
                .collect(),
        })
        .collect();
    (ParsedSheets { dossiers }, found)
}

/// Finds what every name stands for and every quote's place, and fills in the defaults. What is not kept goes before
/// anything follows from it: no act takes its date from it, and no label tells it.
///
/// What could be resolved is given beside every mistake of every sheet, in the order of files and places.
#[must_use]
pub fn resolve(
    written: ParsedSheets,
    name_index: NameIndex,
    policy: InferencePolicy,
) -> (ResolvedSheets, Vec<Finding>) {
    let mut found = Vec::new();
    let reading = resolve::all(written, name_index, policy, &mut found);
    diagnostic::sort(&mut found);
    (reading, found)
}

fn parse_manifest(file: Option<&Arc<SourceText>>, found: &mut Vec<Finding>) -> Fields {
    let Some(file) = file else {
        return Fields::default();
    };
    let mut report = Report::new(file);
    let fields = read::manifest(file, &mut report);
    found.append(&mut report.found);
    fields.unwrap_or_default()
}

fn parse_sheet(files: &ReadoutFiles, found: &mut Vec<Finding>) -> Option<ParsedSheet> {
    let mut report = Report::new(&files.facts);
    if !is_slug(&files.slug) {
        let message = format!(
            "the folder `{}` is no slug: lower-case letters, digits and single hyphens only",
            files.slug
        );
        report.error(Code::WrongForm, 0..0, message);
    }
    let fields = read::sheet(&files.facts, files.text.is_some(), &mut report);
    found.append(&mut report.found);
    Some(ParsedSheet {
        slug: files.slug.clone(),
        file: Arc::clone(&files.facts),
        words: files.text.as_ref().map(Words::new),
        sha256: files.text.as_ref().map(|text| sha256(text.text())),
        fields: fields?,
    })
}
