//! From text to typed fields: syntax, tables, keys and values, before any name is resolved.

mod fields;
mod scalar;
mod sheet;
mod table;

use std::sync::Arc;

pub use self::fields::{Fields, RawSide};
use self::sheet::RawSheet;
use super::findings::Findings;
use super::keys::is_slug;
use super::quotes::ReadoutText;
use crate::diagnostic::{Code, Finding, SourceText};
use crate::dossier::{Dossier, ReadoutFiles};
use crate::model::sha256;

/// The sheets of one or more dossiers, parsed but not yet resolved.
#[derive(Debug, Default)]
pub struct ParsedSheets {
    pub(crate) dossiers: Vec<ParsedDossier>,
}

#[derive(Debug)]
pub struct ParsedDossier {
    pub manifest_file: Option<Arc<SourceText>>,
    pub manifest: Fields,
    pub sheets: Vec<ParsedSheet>,
}

#[derive(Debug)]
pub struct ParsedSheet {
    pub slug: String,
    pub file: Arc<SourceText>,
    /// `None` in a record without the words.
    pub readout: Option<ReadoutText>,
    /// The SHA-256 of `readout.txt` as it is now.
    pub sha256: Option<String>,
    pub fields: RawSheet,
}

impl ParsedSheets {
    /// The sheets of all dossiers, in their order.
    pub(crate) fn sheets(&self) -> impl Iterator<Item = &ParsedSheet> {
        self.dossiers.iter().flat_map(|dossier| &dossier.sheets)
    }
}

/// Reads syntax, keys and values of every manifest and sheet.
///
/// Returns what could be read even where there are mistakes, so that the findings of one file hide no others.
#[must_use]
pub fn parse(dossiers: &[Dossier]) -> (ParsedSheets, Vec<Finding>) {
    let mut findings = Vec::new();
    let dossiers = dossiers
        .iter()
        .map(|dossier| ParsedDossier {
            manifest_file: dossier.manifest.clone(),
            manifest: parse_manifest(dossier.manifest.as_ref(), &mut findings),
            sheets: dossier
                .readouts
                .iter()
                .filter_map(|files| parse_sheet(files, &mut findings))
                .collect(),
        })
        .collect();
    (ParsedSheets { dossiers }, findings)
}

fn parse_manifest(file: Option<&Arc<SourceText>>, all_findings: &mut Vec<Finding>) -> Fields {
    let Some(file) = file else {
        return Fields::default();
    };
    let mut findings = Findings::new(file);
    let fields = sheet::manifest(file, &mut findings);
    findings.move_to(all_findings);
    fields.unwrap_or_default()
}

fn parse_sheet(files: &ReadoutFiles, all_findings: &mut Vec<Finding>) -> Option<ParsedSheet> {
    let mut findings = Findings::new(&files.facts);
    if !is_slug(&files.slug) {
        let message = format!(
            "the name of the folder, `{}`, is not a slug: only lower-case letters, digits and single hyphens",
            files.slug
        );
        findings.error(Code::WrongForm, &(0..0), message);
    }
    let fields = sheet::sheet(&files.facts, files.text.is_some(), &mut findings);
    findings.move_to(all_findings);
    Some(ParsedSheet {
        slug: files.slug.clone(),
        file: Arc::clone(&files.facts),
        readout: files.text.as_ref().map(ReadoutText::new),
        sha256: files.text.as_ref().map(|text| sha256(text.text())),
        fields: fields?,
    })
}
