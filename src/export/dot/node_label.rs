//! What stands in a node: its name, and below that of an event its date.

use super::words::wrapped_within;
use crate::model::{PartialDate, Sort};
use crate::network::NodeFacts;

/// The width of a label, in columns of a terminal, and its lines.
const ORDINARY: (usize, usize) = (20, 4);
/// Events have long names and often stand below each other, so theirs are wide and low.
const EVENT: (usize, usize) = (36, 3);

/// The lines of a label. A date that the name tells is not told again.
pub(super) fn lines(name: &str, known: Option<&NodeFacts>) -> Vec<String> {
    let is_event = known.is_some_and(|known| known.sort == Some(Sort::Event));
    let (columns, most) = if is_event { EVENT } else { ORDINARY };
    let mut lines = wrapped_within(name, columns, most);
    let date = known.and_then(|known| known.date.as_deref()?.parse::<PartialDate>().ok());
    let date = date.map(PartialDate::in_words);
    lines.extend(date.filter(|date| !name.contains(date)));
    lines
}
