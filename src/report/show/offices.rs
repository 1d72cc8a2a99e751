//! The memberships of a person, a post or a body.

use crate::document::{Block, Inlines, Item};
use crate::model::text_fragment;
use crate::records::{Id, Membership, Records};
use crate::report::inferred::{inferred, inferred_items};
use crate::report::sentences::note;

/// The memberships of a person, a post or a body, in order of time.
pub fn section(records: &Records, id: Id) -> Vec<Block> {
    let memberships = records.memberships().iter();
    let own = memberships.filter(|membership| membership.concerns(id));
    let items: Vec<Item> = own.map(|membership| item(records, membership)).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(2, "Offices"), Block::List(items)]
}

fn item(records: &Records, membership: &Membership) -> Item {
    let when = match &membership.when {
        Some(when) if when.end.is_some() => when.range(),
        Some(when) => format!("from {}", when.range()),
        None if membership.is_dated => "beginning not recorded".to_owned(),
        None => "dates not recorded".to_owned(),
    };
    let only = if membership.sources.len() == 1 {
        " (one source)"
    } else {
        ""
    };
    let line = Inlines::new()
        .strong(when)
        .text(format!(" · {}{only}", membership.label));
    let pages = membership.sources.iter();
    let pages = pages.map(|source| text_fragment(source, []));
    let line = pages.fold(line, Inlines::note);
    let remarks = note(membership.note.as_deref()).into_iter();
    let inferred = inferred_items(records, &inferred(records, membership.id));
    Item::new(line).with_list(remarks.chain(inferred).collect())
}
