//! Asks and answers, and what still waits for one.

use crate::report::markup::Markup;
use crate::report::telling::Fact;
use crate::report::told::Record;

/// What an act is called that waits for an answer.
const OPEN: &str = "open";

pub fn write_answers(page: &mut Markup, acts: &[Record]) {
    let talked: Vec<&Record> = acts
        .iter()
        .filter(|act| act.group == "Ask" || act.group == "Answer")
        .collect();
    if talked.is_empty() {
        return;
    }
    page.heading(2, "Asks and answers");
    for act in talked {
        page.act(0, &[Fact::When], act);
    }
}

/// Asks, and commitments that the other side could take up, without a recorded outcome.
pub fn write(page: &mut Markup, acts: &[Record]) {
    let is_open = |act: &&Record| act.status.as_deref() == Some(OPEN);
    let mut open: Vec<&Record> = acts.iter().filter(is_open).collect();
    if open.is_empty() {
        return;
    }
    open.sort_by_key(|act| (act.when.as_ref(), std::cmp::Reverse(act.order)));
    page.heading(2, "What is open");
    page.paragraph(
        "Asks, proposals, offers and pledges for which no outcome is recorded, the oldest first.",
    );
    for act in open {
        let line = page.act_line(&[Fact::When], act);
        page.item(0, &line);
        page.chain(1, act);
    }
}
