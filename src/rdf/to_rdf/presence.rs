//! For whom somebody was there, where nothing else tells it.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::{Triples, inference};
use crate::model::{Event, Inference, MaybeInferred, NameIndex};
use crate::vocab::bil;

/// The sides for which people were there whom no post and no body ties to them.
///
/// Gathered from all sheets, since a person who comes to many events still has one inference, with one reason.
#[derive(Debug, Default)]
pub struct Presences<'a> {
    people: BTreeMap<&'a NamedNode, BTreeMap<&'a NamedNode, &'a Event>>,
}

impl<'a> Presences<'a> {
    /// Of several events the first by its name is the reason, so that the order of the sheets does not matter.
    pub(crate) fn add(&mut self, event: &'a Event, name_index: &NameIndex) {
        for side in &event.sides {
            for participant in &side.participants {
                if !name_index.is_within(&participant.who, &side.actor) {
                    let sides = self.people.entry(&participant.who).or_default();
                    let reason = sides.entry(&side.actor).or_insert(event);
                    if (&event.iri, &event.name) < (&reason.iri, &reason.name) {
                        *reason = event;
                    }
                }
            }
        }
    }

    pub(crate) fn to_rdf(&self, triples: &mut Triples<'_>) {
        for (who, sides) in &self.people {
            let events: Vec<&str> = sides.values().map(|event| event.name.as_str()).collect();
            let member_of = MaybeInferred {
                value: sides.keys().map(|side| (*side).clone()).collect::<Vec<_>>(),
                inference: Some(Inference {
                    because: format!("was there for this side: {}", events.join("; ")),
                    printed: None,
                    source: None,
                }),
            };
            triples.each(who, bil::MEMBER_OF, &member_of.value);
            inference::of_list(who, bil::MEMBER_OF, &member_of, triples);
        }
    }
}
