//! The timeline: events and acts in the order of time, each with the words that carry it.

mod around;
mod entry;

use oxigraph::model::NamedNode;

use self::entry::{Entry, entries};
use super::markup::{Markup, Style};
use super::span::Span;
use super::telling::Fact;
use super::told;
use crate::source::{Source, SourceError};

/// Writes the timeline of a thing, given with its name, or of everything; `None` where nothing within the span is
/// recorded.
///
/// An act stands below the event at which it was said, unless it was done at another time. With the acts in which
/// the thing plays a part come those that they follow up, and those that follow them up.
///
/// # Errors
/// Those of the queries on which it rests.
pub fn timeline(
    source: &Source,
    about: Option<(&NamedNode, &str)>,
    span: Span,
    style: Style,
) -> Result<Option<String>, SourceError> {
    let mut acts = told::acts(source)?;
    let mut events = told::events(source)?;
    if let Some((thing, _)) = about {
        let things = told::within(thing, source)?;
        around::keep(&things, &mut acts, &mut events);
    }
    around::drop_told_of_event(&mut acts, &events);
    let mut entries = entries(&events, &acts);
    entries.retain(|entry| span.holds(entry.when));
    if entries.is_empty() {
        return Ok(None);
    }
    let mut page = Markup::new(style);
    match about {
        Some((_, name)) => page.heading(1, &format!("Timeline: {name}")),
        None => page.heading(1, "Timeline"),
    }
    for entries in entries.chunk_by(|a, b| a.year() == b.year()) {
        page.heading(2, entries.first().map_or("", Entry::year));
        for entry in entries {
            write_entry(&mut page, entry);
        }
    }
    Ok(Some(page.finish()))
}

fn write_entry(page: &mut Markup, entry: &Entry<'_>) {
    if let Some(event) = entry.event {
        page.event(0, event);
        for act in &entry.acts {
            page.act(1, &[], act);
        }
    } else {
        for act in &entry.acts {
            page.act(0, &[Fact::When], act);
        }
    }
}
