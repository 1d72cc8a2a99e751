//! Stances and accounts in short: kind by kind, what it is about and the words.

use std::collections::BTreeMap;

use super::Pair;
use crate::report::markup::Markup;
use crate::report::told::Record;
use crate::vocab::bil;

pub fn write(page: &mut Markup, acts: &[Record], pair: &Pair) {
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
            write_act(page, act, pair);
        }
    }
}

/// A line on when, on what, and in which words; where these may not be stored, what it says in ours.
fn write_act(page: &mut Markup, act: &Record, pair: &Pair) {
    let when = act.when.as_ref();
    let when = when.map_or_else(String::new, |when| {
        format!("{} · ", page.shown(&when.words))
    });
    let line = if act.is_verifiable() {
        let words = page.words_of(act);
        format!("{when}{}: {words}", page.shown(&gist(act, pair)))
    } else {
        let tellers = page.tellers(act);
        format!("{when}{} — {tellers}", page.shown(&act.sentence))
    };
    page.item(0, &line);
    page.remarks_on(1, act);
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
