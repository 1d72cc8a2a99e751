//! All that is known of one thing: what it is, who held which post, the events and the acts in which it plays a part.

mod facts;
mod offices;
mod roles;

use oxigraph::model::NamedNode;

use super::markup::{Markup, Style};
use super::told;
use crate::source::{Source, SourceError};

/// Writes all that is known of a thing, each line with its evidence; `None` where nothing is known of it.
///
/// The thing may be an actor, a sector or whatever else has a name, an act, a readout, a class or a kind of act.
///
/// # Errors
/// Those of the queries on which it rests.
pub fn show(
    source: &Source,
    thing: &NamedNode,
    style: Style,
) -> Result<Option<String>, SourceError> {
    let Some(facts) = facts::of(thing, source)? else {
        return Ok(None);
    };
    let acts = told::acts(source)?;
    let things = told::within(thing, source)?;
    let mut page = Markup::new(style);
    page.heading(1, &facts.title);
    facts.write(&mut page);
    offices::write(&mut page, thing, source)?;
    if let Some(act) = acts.iter().find(|act| act.iri == *thing) {
        if let Some(status) = &act.status {
            let status = format!("status: {}", page.shown(status));
            page.item(0, &status);
        }
        let words = page.words_of(act);
        page.citation(0, &words);
        page.chain(0, act);
        return Ok(Some(page.finish()));
    }
    let events = told::events(source)?;
    roles::write_events(&mut page, thing, &events);
    roles::write_acts(&mut page, &things, &acts);
    Ok(Some(page.finish()))
}
