//! Charts: commitments by year and outcome, and a measure in time.

mod commitments;
mod figure;

use crate::records::{ActFilter, Records};
use crate::text::enumerated;

pub use commitments::commitments;
pub use figure::{figure, measures};

/// The conditions of a filter in words: `by Belarus, to Kaliningrad Oblast, since 2014`.
fn conditions(filter: &ActFilter, records: &Records) -> Vec<String> {
    let lists = [
        ("by", &filter.by),
        ("to", &filter.to),
        ("sector", &filter.sectors),
    ];
    let lists = lists.into_iter().filter(|(_, nodes)| !nodes.is_empty());
    let lists = lists.map(|(word, nodes)| {
        let labels = nodes.iter().map(|node| {
            let id = records.id(node.as_ref());
            id.map_or_else(|| node.as_str().to_owned(), |id| records.in_text(id))
        });
        format!("{word} {}", enumerated(&labels.collect::<Vec<_>>()))
    });
    let since = filter.since.map(|date| format!("since {date}"));
    let until = filter.until.map(|date| format!("until {date}"));
    lists.chain(since).chain(until).collect()
}
