//! What stands in a node: its name, and the date of an event.

use super::picture::Picture;
use super::words::wrapped_within;
use crate::model::{EntityKind, PartialDate};
use crate::network::NodeFacts;

/// The width of a label, in columns of a terminal, and its lines.
const ORDINARY: (usize, usize) = (20, 4);
/// Events have long names and often stand below each other, so theirs are wide and low.
const EVENT: (usize, usize) = (52, 3);
/// Where there are many nodes, they are low.
const CROWDED: (usize, usize) = (42, 3);

/// The lines of a label. A date that the name tells is not told again.
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
