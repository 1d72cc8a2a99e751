//! The names that sheets themselves declare, in `[[entity]]` and `[[event]]`, so that any sheet may use them.

use oxigraph::model::NamedNode;

use super::{entity, event};
use crate::diagnostic::{Code, Finding};
use crate::model::{EntityKind, NameIndex, NamedEntity};
use crate::sheet::findings::Findings;
use crate::sheet::read::{Fields, ParsedSheet, ParsedSheets};
use crate::text::with_article;
use crate::vocab::{Namespace, slug};

/// An entity or event of a sheet.
pub struct Declaration<'a> {
    pub iri: NamedNode,
    /// `None` if it could not be read.
    pub kind: Option<EntityKind>,
    pub fields: &'a Fields,
}

/// Adds the declared names to the index.
///
/// First come the contradictions to RDF files, while the index has only the names of these.
pub fn all(parsed: &ParsedSheets, name_index: &mut NameIndex, all_findings: &mut Vec<Finding>) {
    for sheet in parsed.sheets() {
        let mut findings = Findings::new(&sheet.file);
        for declaration in declarations(sheet) {
            declaration.compare_with_rdf(name_index, &mut findings);
        }
        findings.move_to(all_findings);
    }
    for declaration in parsed.sheets().flat_map(declarations) {
        let entity = declaration.entity();
        name_index.add_entity(declaration.iri, entity);
    }
}

/// The entities and events of a sheet that have a slug.
pub fn declarations(sheet: &ParsedSheet) -> impl Iterator<Item = Declaration<'_>> {
    let entities = sheet.fields.entities.iter().filter_map(|fields| {
        let kind = entity::kind(fields);
        let namespace = kind.map_or(Namespace::Id, EntityKind::namespace);
        Some(Declaration {
            iri: namespace.mint(fields.text("id")?),
            kind,
            fields,
        })
    });
    let events = sheet.fields.events.iter().map(|fields| Declaration {
        iri: event::iri(fields, &sheet.slug),
        kind: Some(EntityKind::Event),
        fields,
    });
    entities.chain(events)
}

impl Declaration<'_> {
    /// The entity or event that it is part of.
    pub fn whole(&self, name_index: &NameIndex) -> Option<NamedNode> {
        let kinds = entity::kinds_of_whole(self.kind?);
        let name = self.fields.text("part_of")?;
        name_index.resolve(name, kinds).ok()
    }

    /// What the index knows of it. One whose kind could not be read may be anything, so that its uses are no mistakes,
    /// too.
    fn entity(&self) -> NamedEntity {
        let aliases = self.fields.list("aka").iter();
        let label = self.fields.text("name");
        NamedEntity {
            kinds: match self.kind {
                Some(kind) => [kind].into(),
                None => EntityKind::ALL.iter().copied().collect(),
            },
            label: label.unwrap_or(slug(self.iri.as_ref())).to_owned(),
            in_text: self.fields.text("in_text").map(str::to_owned),
            short_name: self.fields.text("short_name").map(str::to_owned),
            aliases: aliases.map(|alias| alias.value.clone()).collect(),
            broader: Vec::new(),
        }
    }

    /// Refuses a kind or a name that contradicts the RDF files.
    fn compare_with_rdf(&self, name_index: &NameIndex, findings: &mut Findings) {
        let (Some(entity), Some(kind)) = (name_index.entity(&self.iri), self.kind) else {
            return;
        };
        let slug = slug(self.iri.as_ref());
        if !entity.kinds.contains(&kind) {
            let in_rdf = entity.kinds.first().map_or("entity", |kind| kind.word());
            let message = format!(
                "`{slug}` is {} here, but {} in the RDF files",
                with_article(&kind.word().to_lowercase()),
                with_article(&in_rdf.to_lowercase())
            );
            findings.error(Code::Contradiction, self.fields.range_of("kind"), message);
        } else if let Some(name) = self.fields.text("name")
            && name != entity.label
            && !entity.aliases.iter().any(|alias| alias == name)
        {
            let message = format!("`{slug}` is called `{}` in the RDF files", entity.label);
            findings.contradiction(self.fields.range_of("name"), message);
        }
    }
}
