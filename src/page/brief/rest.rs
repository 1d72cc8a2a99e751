//! Stances and accounts in short: kind by kind, what it is about and the words.

use std::collections::BTreeMap;

use super::Pair;
use super::markdown::Markdown;
use crate::export::results::escape;
use crate::page::records::Record;
use crate::vocab::bil;

pub(super) fn write(page: &mut Markdown, acts: &[Record], pair: &Pair) {
    let mut kinds: BTreeMap<((bool, i64), &str), Vec<&Record>> = BTreeMap::new();
    for act in acts {
        // Stances come first, and of these what worries before what pleases.
        let place = match act.group.as_str() {
            "Stance" => (false, -act.order),
            "Account" => (true, act.order),
            _ => continue,
        };
        kinds
            .entry((place, act.kind.as_str()))
            .or_default()
            .push(act);
    }
    if kinds.is_empty() {
        return;
    }
    page.heading(2, "Concerns, praise, assessments");
    for ((_, kind), acts) in kinds {
        page.heading(3, kind);
        for act in acts {
            let words = page.words(&act.passages, &act.page, act.quote.as_deref());
            let line = format!(
                "{}: {}",
                escape(&gist(act, pair)),
                words.unwrap_or_default()
            );
            page.item(0, &line);
            page.remarks_on(act);
        }
    }
}

/// `Belarus on education, toward Russia`: who, on what, and toward whom where that is not the other side of the table.
fn gist(act: &Record, pair: &Pair) -> String {
    let fields = [bil::ITEM, bil::SECTOR, bil::ABOUT];
    let mut names: Vec<&str> = Vec::new();
    for name in fields.into_iter().flat_map(|property| act.names(property)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return act.sentence.clone();
    }
    let doers: Vec<&str> = act.names(bil::BY).collect();
    let at_the_table = |name: &&str| *name == pair.a_name || *name == pair.b_name;
    let targets: Vec<&str> = act
        .names(bil::TO)
        .filter(|name| !at_the_table(name))
        .collect();
    let at = if targets.is_empty() {
        String::new()
    } else {
        format!(", toward {}", targets.join(" and "))
    };
    format!("{} on {}{at}", doers.join(" and "), names.join(", "))
}
