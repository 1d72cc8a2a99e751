//! A sheet that is being resolved: what has been made of its fields so far.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::field_resolver::FieldResolver;
use crate::diagnostic::Code;
use crate::model::{AnchoredQuote, EntityKind, Manifest, NameIndex, Readout, Sheet, Span, Voice};
use crate::sheet::findings::{Findings, Located};
use crate::sheet::quotes::{ReadoutText, anchor};
use crate::sheet::read::{Fields, ParsedSheet, ParsedSheets};

/// A sheet that is being resolved: its fields, and what has been made of them so far.
pub struct Draft<'parsed> {
    pub parsed: &'parsed ParsedSheet,
    pub manifest: &'parsed Manifest,
    pub sheet: Sheet,
    /// The event without an `id`, if the sheet has one.
    pub main_event: Option<NamedNode>,
    /// The voice of each passage quoted so far.
    pub voices: BTreeMap<Span, Voice>,
    /// For each act of the sheet, the index of its table.
    pub act_tables: Vec<usize>,
    pub findings: Findings,
}

impl Draft<'_> {
    /// A resolver for one of the sheet's tables.
    pub fn resolver<'a>(
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

    /// Resolves the issuers and the publisher of the readout, and compares its SHA-256 with the recorded one.
    pub fn document(&mut self, name_index: &NameIndex) {
        let fields = &self.parsed.fields.document;
        let mut resolver = self.resolver(fields, name_index);
        let issued_by = resolver.names("issued_by", EntityKind::ACTORS);
        let publisher = resolver.name("publisher", EntityKind::ACTORS);
        let readout = &mut self.sheet.readout;
        readout.issued_by = issued_by;
        readout.publisher = publisher;

        let recorded = fields.text("sha256").map(str::to_lowercase);
        let is_edited = recorded.is_some() && readout.sha256 != recorded;
        let text = self.parsed.readout.as_ref();
        if is_edited && !text.is_some_and(ReadoutText::is_lost) {
            let message = "readout.txt has changed: its SHA-256 differs from the recorded one";
            self.findings
                .error(Code::ReadoutEdited, fields.range_of("sha256"), message)
                .help("restore the published text, to which quotes and offsets refer");
        }
    }

    /// The form of the text.
    pub fn form(&self) -> &str {
        let form = self.parsed.fields.document.text("form");
        form.unwrap_or("readout")
    }

    /// The voice of an act's or event's passages, and whether it holds for those between quotation marks, too.
    pub fn voice(&self, fields: &Fields) -> (Voice, bool) {
        let word = fields.text("voice");
        let mut voices = Voice::ALL.into_iter();
        match (voices.find(|voice| Some(voice.word()) == word), self.form()) {
            (Some(voice), _) => (voice, true),
            (None, "transcript") => (Voice::Direct, true),
            (None, "joint") => (Voice::Text, true),
            (None, _) => (Voice::Paraphrase, false),
        }
    }

    /// The passages of `quote`; none if one of them is refused.
    pub fn evidence(&mut self, fields: &Fields) -> Vec<AnchoredQuote> {
        let quotes = fields.list("quote");
        let Some(readout) = &self.parsed.readout else {
            if let Some(quote) = quotes.first() {
                let message = "a quote, but this folder has no readout.txt";
                self.findings
                    .error(Code::NoWords, &quote.range, message)
                    .help("write it in your own words, as the `gist` of an act");
            }
            return Vec::new();
        };
        if readout.is_lost() {
            return Vec::new();
        }
        let (voice, is_fixed) = self.voice(fields);
        let texts: Vec<&str> = quotes.iter().map(|quote| quote.value.as_str()).collect();
        match anchor(readout, &texts) {
            Ok(passages) => {
                let evidence = |passage| readout.evidence(passage, voice, is_fixed);
                let evidence: Vec<AnchoredQuote> = passages.iter().map(evidence).collect();
                for (evidence, quote) in evidence.iter().zip(quotes) {
                    self.require_one_voice(evidence, quote);
                }
                evidence
            }
            Err(errors) => {
                for (index, error) in errors {
                    let range = quotes.get(index).map_or(0..0, |quote| quote.range.clone());
                    let (code, help) = error.advice();
                    self.findings
                        .error(code, &range, error.to_string())
                        .maybe_help(help);
                }
                Vec::new()
            }
        }
    }

    /// Refuses a second voice for a passage: it is one node of the graph, and the voice is a property of that.
    fn require_one_voice(&mut self, evidence: &AnchoredQuote, quote: &Located<String>) {
        let voice = *self.voices.entry(evidence.span).or_insert(evidence.voice);
        if voice != evidence.voice {
            let message = format!(
                "the voice of this passage is `{}` here, but `{}` elsewhere in this sheet",
                evidence.voice.word(),
                voice.word()
            );
            self.findings
                .error(Code::Contradiction, &quote.range, message)
                .help("write the same `voice` in both places");
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
