//! The lines of an act: what was said, in which words, in which text, what is inferred, and what followed.

use std::collections::BTreeSet;

use super::inferred::{Inferred, inferred, inferred_items};
use crate::document::{Block, Inlines, Item};
use crate::model::{Voice, text_fragment};
use crate::records::{Act, Evidence, FollowUp, Id, Records, When};
use crate::text::{enumerated, framed};
use crate::vocab::slug;

/// A fact in parentheses on the line of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// How binding a commitment is.
    Strength,
    /// When it was done.
    When,
}

/// An act with some facts, its words, and its remarks, without inferences that the page has already shown.
pub fn act_item(records: &Records, act: &Act, facts: &[Fact], stated: &[Inferred<'_>]) -> Item {
    act_line(records, act, facts)
        .with([Block::Quotation(words(records, act))])
        .with_list(remarks(records, act, stated))
}

/// `**Offer** (4, open, 13 November 2017): Belarus offers …`, without lines below it; the outcome is always shown.
pub fn act_line(records: &Records, act: &Act, facts: &[Fact]) -> Item {
    let kind = records.kind(act.kind);
    let strength = kind.and_then(|kind| kind.strength);
    let strength = strength.filter(|_| facts.contains(&Fact::Strength));
    let when = act.when.as_ref().filter(|_| facts.contains(&Fact::When));
    let facts = [
        strength.map(|strength| strength.to_string()),
        act.outcome.map(|outcome| outcome.word().to_owned()),
        when.map(When::words),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    // Not in brackets, which would link to the note with that number.
    let facts = framed(" (", &facts.join(", "), ")");
    let line = Inlines::new()
        .strong(records.label(act.kind))
        .text(format!("{facts}: {}", act.sentence));
    let anchor = records.named(act.id).map(slug).unwrap_or_default();
    Item::new(line.then(terms(records, act))).anchored(anchor)
}

/// The occasion and the condition of an act, to follow its sentence.
fn terms(records: &Records, act: &Act) -> Inlines {
    let occasions = names(records, &act.occasions).join(", ");
    let line = Inlines::from(framed(", on the occasion of ", &occasions, ""));
    match &act.condition {
        Some(words) => line.text(", on the condition ").quote(&**words),
        None => line,
    }
}

/// The words of an act, their speaker, and a link to them; if they may not be stored, the issuer of the text that
/// reports it.
pub fn words(records: &Records, act: &Act) -> Inlines {
    if !act.is_verifiable() {
        return Inlines::from("in our words — ").then(reporters(records, act));
    }
    let voice = names(records, &act.speakers).join(" and ");
    let mut voices = act.evidence.iter().map(|passage| passage.voice);
    let is_retold = voices.any(|voice| voice == Some(Voice::Paraphrase));
    let voice = match voice {
        none if none.is_empty() => "the text itself".to_owned(),
        speaker if is_retold => format!("{speaker}, retold"),
        speaker => speaker,
    };
    passages(&act.evidence)
        .text(format!(" — {voice}"))
        .note(evidence_address(records, act))
}

/// The address of the text that reports an act, opened at the words of the act.
pub fn evidence_address(records: &Records, act: &Act) -> Option<String> {
    address(records, act.text?, &act.evidence)
}

/// Passages in quotation marks.
pub fn passages(evidence: &[Evidence]) -> Inlines {
    Inlines::new().quotes(evidence.iter().map(|passage| &*passage.exact))
}

/// The address of a text, opened at some passages.
pub fn address(records: &Records, text: Id, evidence: &[Evidence]) -> Option<String> {
    let page = records.text(text)?.address.as_deref()?;
    text_fragment(page, evidence.iter().map(|passage| &*passage.exact))
}

/// The issuer of the text that reports an act whose words are not stored, and whether no other text does.
pub fn reporters(records: &Records, act: &Act) -> Inlines {
    let alone = if other_texts(records, act).is_empty() {
        " alone"
    } else {
        ""
    };
    let text = act.text.map(|text| issued(records, text));
    Inlines::from("told by ")
        .then(text.unwrap_or_default())
        .text(format!("{alone}; not verifiable here"))
}

/// The other texts that report the same act.
fn other_texts(records: &Records, act: &Act) -> BTreeSet<Id> {
    let matches = act.matches.iter().filter_map(|other| records.act(*other));
    let texts = matches.filter_map(|other| other.text);
    texts.filter(|text| Some(*text) != act.text).collect()
}

/// The issuers of a text, with a link to it.
pub fn issued(records: &Records, text: Id) -> Inlines {
    Inlines::from(issuers(records, Some(text))).note(address(records, text, &[]))
}

/// The issuers of a text: `Belarus and Russia`.
pub fn issuers(records: &Records, text: Option<Id>) -> String {
    let text = text.and_then(|text| records.text(text));
    let issuers = text.map(|text| names(records, &text.issuers));
    enumerated(&issuers.unwrap_or_default())
}

/// Several lines in a sentence: `a, b and c`.
pub fn listed(mut lines: Vec<Inlines>) -> Inlines {
    let last = lines.pop().unwrap_or_default();
    let rest = Inlines::new().joined(lines, ", ");
    if rest.is_empty() {
        last
    } else {
        rest.text(" and ").then(last)
    }
}

/// Other sources of an act, its remark, its inferred values, the acts that it follows up and those that follow it.
pub fn remarks(records: &Records, act: &Act, stated: &[Inferred<'_>]) -> Vec<Item> {
    let mut items = Vec::new();
    // Their report may differ, so they are not named as sources of this.
    let others = other_texts(records, act).into_iter();
    let others: Vec<Inlines> = others.map(|text| issued(records, text)).collect();
    if !others.is_empty() {
        items.push(Item::new(
            Inlines::from("on the same: ").then(listed(others)),
        ));
    }
    items.extend(note(act.note.as_deref()));
    let mut inferred = inferred(records, act.id);
    inferred.retain(|inferred| !stated.contains(inferred));
    items.extend(inferred_items(records, &inferred));
    items.extend(chain(records, act));
    items
}

/// The remark of the person who recorded something.
pub fn note(note: Option<&str>) -> Option<Item> {
    note.map(|note| Item::text(format!("note: {note}")))
}

/// The acts that an act follows up, and those that follow it up.
pub fn chain(records: &Records, act: &Act) -> Vec<Item> {
    let step = |word: &str, link: &FollowUp| {
        let other = records.act(link.act)?;
        let when = framed("", &when(other), ", ");
        let because = link.because.as_deref().unwrap_or_default();
        let because = framed(" (inferred: ", because, ")");
        let line = Inlines::from(format!("{word}: {when}"))
            .strong(records.label(other.kind))
            .text(": ")
            .entity(&*other.sentence, records.name(other.id))
            .text(because);
        Some(Item::new(line))
    };
    let earlier = act
        .follows
        .iter()
        .filter_map(|link| step("follows up", link));
    let later = act.followers.iter().filter_map(|link| step("later", link));
    earlier.chain(later).collect()
}

/// The date of an act, in words; empty if unknown.
pub fn when(act: &Act) -> String {
    act.when.as_ref().map(When::words).unwrap_or_default()
}

/// The names of nodes.
pub fn names<'a>(records: &'a Records, nodes: &[Id]) -> Vec<&'a str> {
    nodes.iter().map(|node| records.label(*node)).collect()
}
