//! The label of a node: its name, and the date of an event.

use super::picture::Picture;
use super::words::wrapped_within;
use crate::model::{EntityKind, PartialDate};
use crate::network::NodeFacts;

/// The width of a label, in terminal columns, and its number of lines.
const ORDINARY: (usize, usize) = (20, 4);
/// Events have long names and are often one below the other, so their labels are wide and low.
const EVENT: (usize, usize) = (52, 3);
/// Labels are low in a picture of many nodes.
const CROWDED: (usize, usize) = (42, 3);

/// The lines of a label. A date in the name is not repeated.
pub fn lines(name: &str, known: Option<&NodeFacts>, picture: &Picture) -> Vec<String> {
    let is_event = known.is_some_and(|known| known.sort == Some(EntityKind::Event));
    let (columns, most) = match (is_event, picture.labels) {
        (true, true) => EVENT,
        (false, true) => ORDINARY,
        (_, false) => CROWDED,
    };
    let date = known.and_then(|known| known.date.as_deref()?.parse::<PartialDate>().ok());
    let date = date.map(PartialDate::in_words);
    match date.filter(|date| !name.contains(date)) {
        Some(date) => wrapped_within(&format!("{name}, {date}"), columns, most),
        None => wrapped_within(name, columns, most),
    }
}
