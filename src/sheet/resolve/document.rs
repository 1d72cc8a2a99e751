//! `[document]` of a sheet, and `dossier.toml`.

use super::draft::Draft;
use super::field_resolver::FieldResolver;
use crate::diagnostic::{Code, Finding};
use crate::model::{EntityKind, Manifest, NameIndex};
use crate::sheet::findings::Findings;
use crate::sheet::parsed::ParsedDossier;
use crate::sheet::quotes::ReadoutText;

impl Draft<'_> {
    /// Resolves the issuers and the publisher of the readout, and compares its SHA-256 with the recorded one.
    pub(crate) fn document(&mut self, name_index: &NameIndex) {
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
            let message = "readout.txt was edited: its SHA-256 is not the one recorded here";
            self.findings
                .error(Code::ReadoutEdited, fields.range_of("sha256"), message)
                .help("restore the published text; quotes and offsets are only good for that");
        }
    }
}

/// Resolves `dossier.toml`.
pub fn manifest(
    dossier: &ParsedDossier,
    name_index: &NameIndex,
    all_findings: &mut Vec<Finding>,
) -> Manifest {
    let Some(file) = &dossier.manifest_file else {
        return Manifest::default();
    };
    let mut findings = Findings::new(file);
    let fields = &dossier.manifest;
    let languages = match fields.list("languages") {
        [] => vec!["en".to_owned()],
        tags => tags.iter().map(|tag| tag.value.clone()).collect(),
    };
    let mut resolver = FieldResolver {
        fields,
        index: name_index,
        readout: None,
        findings: &mut findings,
    };
    let sides = resolver.names("sides", EntityKind::ACTORS);
    let is_same = fields.list("sides").len() == 2 && sides.len() == 1;
    if is_same && findings.is_empty() {
        let message = "the two sides are one and the same";
        findings.error(Code::WrongForm, fields.range_of("sides"), message);
    }
    findings.move_to(all_findings);
    Manifest {
        title: fields.text("title").unwrap_or_default().to_owned(),
        sides,
        languages,
    }
}
