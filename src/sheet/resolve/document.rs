//! `[document]`.

use oxigraph::model::NamedNode;

use super::Draft;
use super::names::Names;
use crate::diagnostic::Code;
use crate::model::{EntityKind, Manifest, NameIndex, Readout};
use crate::sheet::ParsedSheet;
use crate::sheet::words::Words;

/// What is known of a readout before its names are resolved.
pub fn placeholder(written: &ParsedSheet, manifest: &Manifest) -> Readout {
    let fields = &written.fields.document;
    let first_line = || written.words.as_ref()?.first_line();
    Readout {
        slug: written.slug.clone(),
        // The shape of `source` was checked when it was read.
        source: NamedNode::new_unchecked(fields.text("source").unwrap_or_default()),
        issued_by: Vec::new(),
        publisher: None,
        published: fields.date("published"),
        accessed: fields.date("accessed"),
        has_words: written.words.is_some(),
        title: fields
            .text("title")
            .or_else(first_line)
            .unwrap_or(&written.slug)
            .to_owned(),
        language: fields
            .text("lang")
            .or(manifest.languages.first().map(String::as_str))
            .map(str::to_owned),
        sha256: written
            .sha256
            .clone()
            .or_else(|| fields.text("sha256").map(str::to_lowercase)),
    }
}

impl Draft<'_> {
    /// Resolves who issued and published the readout, and holds its text against the SHA-256 of the sheet.
    pub(crate) fn document(&mut self, name_index: &NameIndex) {
        let fields = &self.written.fields.document;
        let mut names = Names::new(name_index, &mut self.report);
        let readout = &mut self.sheet.readout;
        readout.issued_by = names.many(fields.list("issued_by"), EntityKind::ACTORS);
        readout.publisher = names.key(fields, "publisher", EntityKind::ACTORS);

        let recorded = fields.text("sha256").map(str::to_lowercase);
        let is_lost = self.written.words.as_ref().is_some_and(Words::is_lost);
        let edited = recorded.is_some_and(|recorded| readout.sha256.as_ref() != Some(&recorded));
        if edited && !is_lost {
            let message = "readout.txt was edited: its SHA-256 is not the one recorded here";
            let hint =
                "restore the published text; quotes and offsets are only good for that".to_owned();
            let range = fields.range_of("sha256");
            self.report
                .hinted(Code::ReadoutEdited, range, message, Some(hint));
        }
    }
}
