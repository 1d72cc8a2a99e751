//! Asks and answers, and what still waits for one.

use super::commitments::terms;
use super::markdown::Markdown;
use crate::export::results::escape;
use crate::page::records::Record;

/// Commitments below a proposal name nothing that anybody could take up.
const FIRST_DEFINITE: i64 = 3;
/// Agreements and deliveries wait for no answer.
const LAST_WAITING: i64 = 5;

pub(super) fn write_answers(page: &mut Markdown, acts: &[Record]) {
    let talked: Vec<&Record> = acts
        .iter()
        .filter(|act| act.group == "Ask" || act.group == "Answer")
        .collect();
    if talked.is_empty() {
        return;
    }
    page.heading(2, "Asks and answers");
    for act in talked {
        page.item(
            0,
            &format!("**{}** {}", escape(&act.kind), escape(&act.sentence)),
        );
        page.below(act);
        if act.group == "Ask" {
            page.item(1, &outcome(act));
        }
    }
}

fn outcome(act: &Record) -> String {
    let replies: Vec<String> = act
        .replies
        .iter()
        .map(|(status, reply)| match reply {
            Some(reply) => format!("{}: {}", escape(status), escape(reply)),
            None => escape(status),
        })
        .collect();
    if replies.is_empty() {
        "no answer is recorded".to_owned()
    } else {
        replies.join("; ")
    }
}

/// Asks, and commitments that the other side could take up, without a recorded outcome.
pub(super) fn write(page: &mut Markdown, acts: &[Record]) {
    let definite = FIRST_DEFINITE..=LAST_WAITING;
    let waits = |act: &&Record| {
        let can_be_taken_up = act
            .strength
            .is_some_and(|strength| definite.contains(&strength));
        act.replies.is_empty() && (act.group == "Ask" || can_be_taken_up)
    };
    let mut open: Vec<&Record> = acts.iter().filter(waits).collect();
    if open.is_empty() {
        return;
    }
    open.sort_by_key(|act| std::cmp::Reverse(act.order));
    page.heading(2, "What is open");
    page.paragraph("Asks, proposals, offers and pledges for which no outcome is recorded.");
    for act in open {
        page.item(
            0,
            &format!(
                "**{}** {}{}",
                escape(&act.kind),
                escape(&act.sentence),
                terms(act)
            ),
        );
    }
}
