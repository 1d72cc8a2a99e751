//! What stands at one point of time: an event with what was said at it, or an act alone.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use crate::report::told::{Event, Record};
use crate::report::when::When;

/// An event with its acts, or an act that was done at no event, or at another time than that of its event.
#[derive(Debug)]
pub struct Entry<'a> {
    pub(crate) when: Option<&'a When>,
    pub(crate) event: Option<&'a Event>,
    pub(crate) acts: Vec<&'a Record>,
}

impl Entry<'_> {
    /// The year in which it began.
    pub(crate) fn year(&self) -> &str {
        let first = self.when.map(|when| when.first.as_str());
        first.map_or("Undated", |day| day.split('-').next().unwrap_or(day))
    }

    /// By time, what is not dated last; what lasts longer before what happened in it.
    fn order(&self) -> (bool, Option<(&str, Reverse<&str>)>, bool) {
        let span = self
            .when
            .map(|when| (when.first.as_str(), Reverse(when.last.as_str())));
        (span.is_none(), span, self.event.is_none())
    }
}

/// All entries, in the order of time; acts of one event in the order of the texts.
pub fn entries<'a>(events: &'a [Event], acts: &'a [Record]) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = events
        .iter()
        .map(|event| Entry {
            when: event.when.as_ref(),
            event: Some(event),
            acts: Vec::new(),
        })
        .collect();
    let places: BTreeMap<&NamedNode, usize> = events
        .iter()
        .enumerate()
        .map(|(index, event)| (&event.iri, index))
        .collect();
    for act in acts {
        let place = act.event.as_ref().and_then(|event| places.get(event));
        let entry = place.and_then(|place| entries.get_mut(*place));
        match entry.filter(|entry| is_of_that_time(act, entry.when)) {
            Some(entry) => entry.acts.push(act),
            None => entries.push(Entry {
                when: act.when.as_ref(),
                event: None,
                acts: vec![act],
            }),
        }
    }
    entries.sort_by(|a, b| a.order().cmp(&b.order()));
    entries
}

/// Whether an act was done at the time of its event; where one of the two is not dated, nothing says otherwise.
fn is_of_that_time(act: &Record, event: Option<&When>) -> bool {
    match (&act.when, event) {
        (Some(act), Some(event)) => act.first <= event.last && act.last >= event.first,
        _ => true,
    }
}
