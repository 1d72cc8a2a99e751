//! Things and events that would be parts of themselves.

use std::ops::Range;

use oxigraph::model::NamedNode;

use super::circle::Cycles;
use super::{Draft, Happenings, entity, event};
use crate::diagnostic::Code;
use crate::model::NameIndex;
use crate::text::listed;
use crate::vocab::slug;

/// Notes each `part_of` of a sheet that makes something a part of itself, directly or through others.
pub fn refuse_circles(drafts: &mut [Draft<'_>], name_index: &NameIndex, happenings: &Happenings) {
    let known = name_index.links_up();
    let events = happenings.iter().filter_map(|(iri, happening)| {
        let whole = happening.event.part_of.as_ref()?;
        Some((iri, whole))
    });
    let circles = Cycles::among(known.chain(events));
    for draft in drafts {
        for (part, whole, range) in typed(draft, name_index) {
            let Some(way) = circles.way_back(&part, &whole) else {
                continue;
            };
            let message = format!("`{}` would be part of itself", slug(part.as_ref()));
            let through = listed(way.iter().map(|node| slug(node.as_ref())));
            let hint = through.map(|names| format!("the way back leads through {names}"));
            draft.report.hinted(Code::Circle, range, message, hint);
        }
    }
}

/// Every `part_of` of a sheet: what is part of what, and where that stands.
fn typed(draft: &Draft<'_>, name_index: &NameIndex) -> Vec<(NamedNode, NamedNode, Range<usize>)> {
    let fields = &draft.written.fields;
    let slug = &draft.written.slug;
    let entities = fields.entities.iter();
    let entities = entities.map(|fields| (fields, entity::whole(fields, name_index)));
    let events = fields.events.iter();
    let events = events.map(|fields| (fields, event::whole(fields, slug, name_index)));
    let links = entities.chain(events).filter_map(|(fields, link)| {
        let (part, whole) = link?;
        Some((part, whole, fields.range_of("part_of")))
    });
    links.collect()
}
