//! From the model to triples. Each node has its IRI from its content: no blank nodes, no numbers that depend on the order
//! of the files.

mod act;
mod event;
mod label;
mod triples;

use oxigraph::model::{Literal, NamedNode, Quad};

use self::event::Memberships;
use self::triples::Triples;
use super::parse::usual_tag;
use crate::model::{EntityKind, InferencePolicy, PartialDate, Post, Readout, SheetEntity};
use crate::sheet::ResolvedSheets;
use crate::vocab::w3c::{dcterms, org, prov, rdf, skos};
use crate::vocab::{bil, graph};

/// Adds the triples of every sheet; of the memberships that are inferred here, those that the policy keeps.
pub fn to_rdf(sheets: &ResolvedSheets, policy: InferencePolicy, quads: &mut Vec<Quad>) {
    let name_index = &sheets.name_index;
    let labels = label::labels(sheets);
    let mut memberships = Memberships::default();
    for sheet in &sheets.sheets {
        let triples = &mut Triples::of_graph(sheet.readout.iri(), quads);
        readout_to_rdf(&sheet.readout, triples);
        for entity in &sheet.entities {
            entity_to_rdf(entity, &mut triples.reference());
        }
        for event in &sheet.events {
            event::to_rdf(event, sheet, triples);
            memberships.add(event, name_index);
        }
        for act in &sheet.acts {
            let label = labels.get(&act.iri).map_or("", String::as_str);
            act::to_rdf(act, sheet, label, triples);
        }
    }
    if policy == InferencePolicy::All {
        memberships.to_rdf(&mut Triples::of_graph(graph::REFERENCE.into_owned(), quads));
    }
}

/// `bil:Readout`.
fn readout_to_rdf(readout: &Readout, triples: &mut Triples<'_>) {
    let iri = readout.iri();
    triples.add(&iri, rdf::TYPE, bil::class::READOUT.into_owned());
    let language = readout.language.as_deref().unwrap_or("en");
    // Where the words may not be stored, the title is ours, as the gists are.
    let of_title = if readout.has_words { language } else { "en" };
    triples.label(&iri, &readout.title, of_title);
    triples.add(&iri, dcterms::SOURCE, readout.source.clone());
    let issued_by = readout.issued_by.iter().cloned();
    triples.each(&iri, prov::WAS_ATTRIBUTED_TO, issued_by);
    triples.each(&iri, dcterms::PUBLISHER, readout.publisher.clone());
    let published = readout.published.map(PartialDate::literal);
    triples.each(&iri, dcterms::ISSUED, published);
    let accessed = readout.accessed.map(PartialDate::literal);
    triples.each(&iri, bil::ACCESSED, accessed);
    triples.text(&iri, dcterms::LANGUAGE, &*usual_tag(language));
    triples.text(&iri, bil::SHA256, readout.sha256.as_deref());
}

/// What a sheet says about an entity.
fn entity_to_rdf(entity: &SheetEntity, triples: &mut Triples<'_>) {
    let iri = &entity.iri;
    triples.add(iri, rdf::TYPE, entity.kind.class().into_owned());
    triples.label(iri, &entity.name, "en");
    let is_concept = matches!(
        entity.kind,
        EntityKind::Sector | EntityKind::Topic | EntityKind::Good | EntityKind::Service
    );
    if is_concept {
        triples.add(iri, rdf::TYPE, skos::CONCEPT.into_owned());
        let label = Literal::new_language_tagged_literal_unchecked(&entity.name, "en");
        triples.add(iri, skos::PREF_LABEL, label);
    }
    let forms = [
        (bil::IN_TEXT, &entity.in_text),
        (bil::SHORT_NAME, &entity.short_name),
    ];
    for (property, form) in forms {
        let english = |form: &String| Literal::new_language_tagged_literal_unchecked(form, "en");
        triples.each(iri, property, form.as_ref().map(english));
    }
    for alias in &entity.aliases {
        triples.text(iri, skos::ALT_LABEL, alias.as_str());
    }
    let part_of = match entity.kind {
        EntityKind::Person => bil::MEMBER_OF,
        EntityKind::Post => org::POST_IN,
        _ if is_concept => skos::BROADER,
        _ => bil::PART_OF,
    };
    triples.each(iri, part_of, entity.part_of.clone());
    match &entity.post {
        Some(Post::Known(post)) => triples.add(iri, org::HOLDS, post.clone()),
        Some(Post::Text(words)) => {
            let post = NamedNode::new_unchecked(format!("{}.post", iri.as_str()));
            triples.add(iri, org::HOLDS, post.clone());
            triples.add(&post, rdf::TYPE, org::POST.into_owned());
            triples.label(&post, words, "en");
            triples.each(&post, org::POST_IN, entity.part_of.clone());
        }
        None => {}
    }
}
