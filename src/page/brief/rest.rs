//! Stances and accounts in short: kind by kind, what it is about and the words.

use std::collections::BTreeMap;

use super::Pair;
use super::markdown::Markdown;
use crate::export::results::escape;
use crate::page::records::Record;
use crate::vocab::bil;

pub(super) fn write(page: &mut Markdown, acts: &[Record], pair: &Pair) {
    let mut kinds: BTreeMap<(bool, i64, &str), Vec<&Record>> = BTreeMap::new();
    for act in acts {
        // Stances come first: what worries or pleases weighs more than what is told.
        if act.group == "Stance" || act.group == "Account" {
            let key = (act.group == "Account", act.order, act.kind.as_str());
            kinds.entry(key).or_default().push(act);
        }
    }
    if kinds.is_empty() {
        return;
    }
    page.heading(2, "Concerns, praise, assessments");
    for ((_, _, kind), acts) in kinds {
        page.heading(3, kind);
        for act in acts {
            let words = page.words(&act.passages, &act.page, act.quote.as_deref());
            let line = format!(
                "{}: {}",
                escape(&gist(act, pair)),
                words.unwrap_or_default()
            );
            page.item(0, &line);
            page.inferences(&act.inferences);
        }
    }
}

/// `Belarus on military posture, at NATO`: who, on what, and at whom where that is not the other side of the table.
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
        format!(", at {}", targets.join(" and "))
    };
    format!("{} on {}{at}", doers.join(" and "), names.join(", "))
}
