//! The lines below the title: as of when, from which texts, with which gaps.

use super::wording::absent;
use crate::document::{Block, Inlines};
use crate::records::{Text, When};
use crate::report::brief::facts::Facts;
use crate::report::brief::totals::totals;
use crate::text::counted;

pub fn coverage(facts: &Facts<'_>) -> Vec<Block> {
    let coverage = &facts.coverage;
    let texts = counted(coverage.texts, "text", "texts");
    let years = match coverage.years {
        Some([first, last]) if first == last => format!(", {first}"),
        Some([first, last]) => format!(", {first}–{last}"),
        None => String::new(),
    };
    let words = match (coverage.verifiable_acts, coverage.acts) {
        (_, 0) => String::new(),
        (some, all) if some == all => ": the words of all are stored".to_owned(),
        (0, _) => ": no words are stored, all are summarised".to_owned(),
        (some, _) => format!(": the words of {some} are stored, the others are summarised"),
    };
    let acts = match coverage.acts {
        0 => absent("no act", &facts.relationship, |one| one.claims.len()),
        _ => totals(&facts.relationship),
    };
    let first = format!("{}{texts}{years}; {acts}{words}.", as_of(facts));
    let mut second = Inlines::from(official(facts));
    if let Some([from, to]) = coverage.gaps.first() {
        let between = format!("between {} and {}", from.in_words(), to.in_words());
        let gap = match coverage.gaps.len() {
            1 => format!("Gap: no text {between} is recorded."),
            more => format!("{more} gaps of over a year, the longest {between}."),
        };
        second = second.text(" ").strong(gap);
    }
    vec![Block::paragraph(first), Block::Paragraph(second)]
}

fn as_of(facts: &Facts<'_>) -> String {
    let relationship = &facts.relationship;
    if let Some(on) = relationship.on {
        return format!("As of {}. ", on.in_words());
    }
    let (meeting, act) = (relationship.latest_meeting(), relationship.latest_act());
    let first = |when: Option<&When>| when.and_then(|when| when.first);
    let (latest, noun) = if first(meeting) >= first(act) {
        (meeting, "event")
    } else {
        (act, "act")
    };
    let recorded = match relationship.outside(|one| one.claims.len()) {
        0 => "recorded",
        _ => "in this period",
    };
    latest.map_or_else(
        || "No date is recorded. ".to_owned(),
        |when| format!("As of {}, the latest {noun} {recorded}. ", when.range()),
    )
}

/// `Official texts: Belarus 8; other publishers: 29. No official text of Kaliningrad Oblast is recorded.`
fn official(facts: &Facts<'_>) -> String {
    let coverage = &facts.coverage;
    let relationship = &facts.relationship;
    let records = relationship.records;
    let own = relationship.sides.into_iter().zip(coverage.official);
    let mut counts: Vec<String> = own
        .clone()
        .filter(|(_, number)| *number > 0)
        .map(|(side, number)| format!("{} {number}", records.label(side)))
        .collect();
    if coverage.joint > 0 {
        counts.push(format!("joint {}", coverage.joint));
    }
    let others = match coverage.others {
        0 => String::new(),
        others => format!("; other publishers: {others}"),
    };
    let counts = if counts.is_empty() {
        "none".to_owned()
    } else {
        counts.join(", ")
    };
    let silent = own.enumerate();
    let silent = silent.filter(|(_, (_, number))| *number == 0 && coverage.joint == 0);
    let silent = silent.map(|(index, (side, _))| {
        let outside = relationship.outside(|one| {
            let texts = one.texts().into_iter();
            let is_own = |text: &&Text| one.is_official(text).get(index) == Some(&true);
            texts.filter(is_own).count()
        });
        let side = records.in_text(side);
        if outside == 0 {
            return format!(" No official text of {side} is recorded: others report what it says.");
        }
        let [within, beyond] = relationship.period();
        format!(" No official text of {side} is {within}; {beyond}: {outside}.")
    });
    let silent: String = silent.collect();
    format!("Official texts: {counts}{others}.{silent}")
}
