//! What a sheet says about an entity.

use oxigraph::model::{Literal, NamedNode};

use super::triples::Triples;
use crate::model::{Entity, EntityKind, Post};
use crate::vocab::bil;
use crate::vocab::w3c::{org, rdf, skos};

pub fn to_rdf(entity: &Entity, triples: &mut Triples<'_>) {
    let iri = &entity.iri;
    triples.add(iri, rdf::TYPE, entity.sort.class().into_owned());
    triples.label(iri, &entity.name, "en");
    let is_concept = matches!(
        entity.sort,
        EntityKind::Sector | EntityKind::Topic | EntityKind::Good | EntityKind::Service
    );
    if is_concept {
        triples.add(iri, rdf::TYPE, skos::CONCEPT.into_owned());
        let label = Literal::new_language_tagged_literal_unchecked(&entity.name, "en");
        triples.add(iri, skos::PREF_LABEL, label);
    }
    for (property, text) in [
        (bil::IN_TEXT, &entity.in_text),
        (bil::SHORT_NAME, &entity.short_name),
    ] {
        if let Some(text) = text {
            let literal = Literal::new_language_tagged_literal_unchecked(text, "en");
            triples.add(iri, property, literal);
        }
    }
    for alias in &entity.aliases {
        triples.text(iri, skos::ALT_LABEL, alias);
    }
    let part_of = match entity.sort {
        EntityKind::Person => bil::MEMBER_OF,
        EntityKind::Post => org::POST_IN,
        _ if is_concept => skos::BROADER,
        _ => bil::PART_OF,
    };
    triples.maybe(iri, part_of, entity.part_of.as_ref());
    match &entity.post {
        Some(Post::Known(post)) => triples.add(iri, org::HOLDS, post.clone()),
        Some(Post::Text(words)) => {
            let post = NamedNode::new_unchecked(format!("{}.post", iri.as_str()));
            triples.add(iri, org::HOLDS, post.clone());
            triples.add(&post, rdf::TYPE, org::POST.into_owned());
            triples.label(&post, words, "en");
            triples.maybe(&post, org::POST_IN, entity.part_of.as_ref());
        }
        None => {}
    }
}
