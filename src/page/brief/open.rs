//! Asks and answers, and what still waits for one.

use crate::page::markup::Markup;
use crate::page::told::Record;

/// What an act is called that waits for an answer.
const OPEN: &str = "open";

pub(super) fn write_answers(page: &mut Markup, acts: &[Record]) {
    let talked: Vec<&Record> = acts
        .iter()
        .filter(|act| act.group == "Ask" || act.group == "Answer")
        .collect();
    if talked.is_empty() {
        return;
    }
    page.heading(2, "Asks and answers");
    for act in talked {
        let status = act.status.as_deref().filter(|_| act.group == "Ask");
        let status = match status {
            Some(OPEN) => " (no answer is recorded)".to_owned(),
            Some(status) => format!(" ({})", page.shown(status)),
            None => String::new(),
        };
        let line = format!(
            "{}{status} {}",
            page.strong(&act.kind),
            page.shown(&act.sentence)
        );
        page.item(0, &line);
        page.below(1, act);
    }
}

/// Asks, and commitments that the other side could take up, without a recorded outcome.
pub(super) fn write(page: &mut Markup, acts: &[Record]) {
    let is_open = |act: &&Record| act.status.as_deref() == Some(OPEN);
    let mut open: Vec<&Record> = acts.iter().filter(is_open).collect();
    if open.is_empty() {
        return;
    }
    open.sort_by_key(|act| (act.when.as_ref(), std::cmp::Reverse(act.order)));
    page.heading(2, "What is open");
    page.paragraph("Asks, proposals, offers and pledges for which no outcome is recorded, the oldest first.");
    for act in open {
        let when = act.when.as_ref();
        let when = when.map_or_else(String::new, |when| {
            format!(" · {}", page.shown(&when.words))
        });
        let line = format!(
            "{} {}{}{when}",
            page.strong(&act.kind),
            page.shown(&act.sentence),
            page.terms(act)
        );
        page.item(0, &line);
        page.chain(1, act);
    }
}
