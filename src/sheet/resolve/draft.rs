//! A sheet that is being resolved.

use crate::diagnostic::Code;
use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::field_resolver::FieldResolver;
use crate::model::{Manifest, NameIndex, Readout, Sheet, Span, Voice};
use crate::sheet::findings::Findings;
use crate::sheet::parsed::{ParsedSheet, ParsedSheets};
use crate::sheet::read::Fields;

/// A sheet that is being resolved: its fields, and what has been made of them so far.
pub struct Draft<'parsed> {
    pub(crate) parsed: &'parsed ParsedSheet,
    pub(crate) manifest: &'parsed Manifest,
    pub(crate) sheet: Sheet,
    /// The event without an `id`, if the sheet has one.
    pub(crate) main_event: Option<NamedNode>,
    /// The voice of each passage quoted so far.
    pub(crate) voices: BTreeMap<Span, Voice>,
    /// For each act of the sheet, the index of its table.
    pub(crate) act_tables: Vec<usize>,
    pub(crate) findings: Findings,
}

impl Draft<'_> {
    /// A resolver for one of the sheet's tables.
    pub(crate) fn resolver<'a>(
        &'a mut self,
        fields: &'a Fields,
        index: &'a NameIndex,
    ) -> FieldResolver<'a> {
        FieldResolver {
            fields,
            index,
            readout: self.parsed.readout.as_ref(),
            findings: &mut self.findings,
        }
    }
}

/// Makes a draft of every sheet; two readouts with one slug are a mistake.
pub fn drafts<'parsed>(
    parsed: &'parsed ParsedSheets,
    manifests: &'parsed [Manifest],
) -> Vec<Draft<'parsed>> {
    let mut slugs: BTreeMap<&str, &ParsedSheet> = BTreeMap::new();
    let mut drafts = Vec::new();
    for (dossier, manifest) in parsed.dossiers.iter().zip(manifests) {
        for sheet in &dossier.sheets {
            let mut findings = Findings::new(&sheet.file);
            if let Some(first) = slugs.insert(&sheet.slug, sheet) {
                let message = format!("two readouts have the slug `{}`", sheet.slug);
                let file = first.file.name();
                findings
                    .error(Code::SlugTwice, &(0..0), message)
                    .help(format!("the other is {file}; rename one of the folders"));
            }
            drafts.push(Draft {
                parsed: sheet,
                manifest,
                sheet: Sheet {
                    readout: readout_without_names(sheet, manifest),
                    events: Vec::new(),
                    entities: Vec::new(),
                    acts: Vec::new(),
                },
                main_event: None,
                voices: BTreeMap::new(),
                act_tables: Vec::new(),
                findings,
            });
        }
    }
    drafts
}

fn readout_without_names(parsed: &ParsedSheet, manifest: &Manifest) -> Readout {
    let fields = &parsed.fields.document;
    let first_line = || parsed.readout.as_ref()?.first_line();
    let title = fields.text("title").or_else(first_line);
    let first_language = || manifest.languages.first().map(String::as_str);
    let language = fields.text("lang").or_else(first_language);
    let recorded_sha256 = || fields.text("sha256").map(str::to_lowercase);
    Readout {
        slug: parsed.slug.clone(),
        // Empty only where `source` is missing; its form was checked when it was read.
        source: NamedNode::new_unchecked(fields.text("source").unwrap_or_default()),
        issued_by: Vec::new(),
        publisher: None,
        published: fields.date("published").copied(),
        accessed: fields.date("accessed").copied(),
        has_words: parsed.readout.is_some(),
        title: title.unwrap_or(&parsed.slug).to_owned(),
        language: language.map(str::to_owned),
        sha256: parsed.sha256.clone().or_else(recorded_sha256),
    }
}
