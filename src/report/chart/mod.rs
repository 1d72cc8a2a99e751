//! Charts: commitments by year and outcome or sector, and a measure in time.

mod commitments;
mod figure;
mod stack;

use crate::records::{ActFilter, Records};
use crate::text::enumerated;

pub use commitments::commitments;
pub use figure::{figure, measures};
pub use stack::Stack;

/// The conditions of a filter in words: `by Belarus, to Kaliningrad Oblast, since 2014`.
fn conditions(filter: &ActFilter, records: &Records) -> Vec<String> {
    let lists = [
        ("by", &filter.by),
        ("to", &filter.to),
        ("speaker", &filter.speakers),
        ("kind", &filter.kinds),
        ("sector", &filter.sectors),
        ("item", &filter.items),
        ("about", &filter.about),
        ("at", &filter.events),
        ("reported in", &filter.readouts),
    ];
    let lists = lists.into_iter().filter(|(_, nodes)| !nodes.is_empty());
    let lists = lists.map(|(word, nodes)| {
        let labels = nodes.iter().map(|node| {
            let id = records.id(node.as_ref());
            id.map_or_else(|| node.as_str().to_owned(), |id| records.in_text(id))
        });
        format!("{word} {}", enumerated(&labels.collect::<Vec<_>>()))
    });
    let outcomes: Vec<&str> = filter
        .outcomes
        .iter()
        .map(|outcome| outcome.word())
        .collect();
    let outcomes = (!outcomes.is_empty()).then(|| format!("status {}", enumerated(&outcomes)));
    let since = filter.since.map(|date| format!("since {date}"));
    let until = filter.until.map(|date| format!("until {date}"));
    lists.chain(outcomes).chain(since).chain(until).collect()
}
