//! The acts and events in which a thing plays a part.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use crate::report::told::{Event, Record};

/// Keeps what the things play a part in: acts, with those that they follow up and that follow them up, in however
/// many steps; and events, with those at which the acts were said.
pub fn keep(things: &BTreeSet<NamedNode>, acts: &mut Vec<Record>, events: &mut Vec<Event>) {
    let direct = acts.iter().filter(|act| plays_a_part(things, act));
    let mut chain: BTreeSet<NamedNode> = direct.map(|act| act.iri.clone()).collect();
    let mut open: Vec<NamedNode> = chain.iter().cloned().collect();
    while let Some(next) = open.pop() {
        let steps = acts
            .iter()
            .filter(|act| act.iri == next)
            .flat_map(|act| act.follows.iter().chain(&act.followers));
        for step in steps {
            if chain.insert(step.act.clone()) {
                open.push(step.act.clone());
            }
        }
    }
    acts.retain(|act| chain.contains(&act.iri));
    let said_at: BTreeSet<&NamedNode> = acts.iter().filter_map(|act| act.event.as_ref()).collect();
    events.retain(|event| said_at.contains(&event.iri) || is_part(things, event));
}

fn plays_a_part(things: &BTreeSet<NamedNode>, act: &Record) -> bool {
    let plays = |thing: &NamedNode| act.iri == *thing || act.parts_of(thing).next().is_some();
    things.iter().any(plays)
}

fn is_part(things: &BTreeSet<NamedNode>, event: &Event) -> bool {
    let whole = |(whole, _): &(NamedNode, String)| things.contains(whole);
    things.contains(&event.iri)
        || event.wholes.iter().any(whole)
        || things.iter().any(|thing| event.concerns(thing))
}

/// Takes away what is inferred of an act in the same way as of its event, below which it stands.
pub fn drop_told_of_event(acts: &mut [Record], events: &[Event]) {
    let events: BTreeMap<&NamedNode, &Event> =
        events.iter().map(|event| (&event.iri, event)).collect();
    for act in acts {
        let event = act.event.as_ref().and_then(|event| events.get(event));
        if let Some(event) = event {
            act.inferences
                .retain(|inferred| !event.inferences.contains(inferred));
        }
    }
}
