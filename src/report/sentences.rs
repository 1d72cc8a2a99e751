//! The lines of an act: what was said, in which words, in which text, what is inferred, and what followed.

use std::collections::{BTreeMap, BTreeSet};

use super::amount;
use super::attribution::{address, attribution, names, published};
use super::inferred::{Inferred, Notes, inferred};
use crate::document::{Inlines, Item};
use crate::records::{Act, Evidence, FollowUp, Id, Records, When, claims, differ, is_echo_of};
use crate::text::framed;
use crate::vocab::slug;

/// A fact in parentheses on the line of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// How binding a commitment is.
    Strength,
    /// When it was done.
    When,
}

/// An act with some facts, its words, what it says in short, and its remarks. Inferred values have notes, except for
/// those that the line above states.
pub fn act_item<'a>(
    act: &'a Act,
    facts: &[Fact],
    stated: &[Inferred<'_>],
    notes: &mut Notes<'a>,
) -> Item {
    let records = notes.records;
    let mut inferred = inferred(records, act.id);
    inferred.retain(|inferred| !stated.contains(inferred));
    let line = notes.noted(act_line(records, act, facts), inferred);
    let label = act.is_verifiable().then(|| Item::new(label(records, act)));
    let below = label.into_iter().chain(amounts(records, act));
    line.with_list(below.chain(remarks(records, act)).collect())
}

/// `**Offer** (4, open, due 2018, 13 November 2017): Mira Holt (Norland): “We can …”`, without lines below it; the
/// outcome and the deadline are always shown. Without stored words it shows what the act says in our words.
pub fn act_line(records: &Records, act: &Act, facts: &[Fact]) -> Item {
    let kind = records.kind(act.kind);
    let strength = kind.and_then(|kind| kind.strength);
    let strength = strength.filter(|_| facts.contains(&Fact::Strength));
    let when = act.when.as_ref().filter(|_| facts.contains(&Fact::When));
    let facts = [
        strength.map(|strength| strength.to_string()),
        act.outcome.map(|outcome| outcome.word().to_owned()),
        act.due.as_ref().map(|due| format!("due {}", due.words())),
        act.until
            .as_ref()
            .map(|until| format!("valid until {}", until.words())),
        when.map(When::words),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    // Not in brackets, which would link to the note with that number.
    let facts = framed(" (", &facts.join(", "), ")");
    let line = Inlines::new()
        .strong(records.label(act.kind))
        .text(format!("{facts}: "));
    let anchor = records.named(act.id).map(slug).unwrap_or_default();
    let content = if act.is_verifiable() {
        words(records, act)
    } else {
        label(records, act)
            .text(" — ")
            .then(reporters(records, act))
    };
    Item::new(line.then(content)).anchored(anchor)
}

/// What an act says in short. A generated label has its occasion and its condition, a gist need not.
pub fn label(records: &Records, act: &Act) -> Inlines {
    let label = Inlines::from(&*act.sentence);
    if act.gist.is_none() {
        return label;
    }
    let occasions = names(records, &act.occasions).join(", ");
    let label = label.text(framed("; occasion: ", &occasions, ""));
    match &act.condition {
        Some(words) => label.text("; condition: ").quote(&**words),
        None => label,
    }
}

/// `Mira Holt (Norland): “We can …”`, with a link to the words; if they are not stored, the publisher of the text that
/// reports the act.
pub fn words(records: &Records, act: &Act) -> Inlines {
    if !act.is_verifiable() {
        return Inlines::from("in our words, ").then(reporters(records, act));
    }
    Inlines::from(format!("{}: ", attribution(records, act)))
        .then(passages(&act.evidence))
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

/// The publisher of the text that reports an act whose words are not stored, and whether no other text does.
pub fn reporters(records: &Records, act: &Act) -> Inlines {
    let only = if other_texts(records, act).is_empty() {
        " only"
    } else {
        ""
    };
    let text = act.text.map(|text| published(records, text));
    Inlines::from("according to ")
        .then(text.unwrap_or_default())
        .text(format!("{only}; not verifiable here"))
}

/// The other texts that report the same act, or echo it.
fn other_texts(records: &Records, act: &Act) -> BTreeSet<Id> {
    let matches = act.matches.iter().filter_map(|other| records.act(*other));
    let texts = matches.filter_map(|other| other.text);
    texts.filter(|text| Some(*text) != act.text).collect()
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

/// Other sources of an act, its remark, the acts that it follows up and those that follow it.
pub fn remarks(records: &Records, act: &Act) -> Vec<Item> {
    let mut items = reports(records, act);
    items.extend(note(act.note.as_deref()));
    items.extend(chain(records, act));
    items
}

/// The amounts that an act states.
pub fn amounts(records: &Records, act: &Act) -> Option<Item> {
    let amounts: Vec<String> = act
        .figures
        .iter()
        .map(|it| amount::line(records, it))
        .collect();
    (!amounts.is_empty()).then(|| Item::text(amounts.join("; ")))
}

/// The other texts that report the same act, and where they differ; the acts that it echoes, and those that echo it.
pub fn reports(records: &Records, act: &Act) -> Vec<Item> {
    let others = act.matches.iter().filter_map(|other| records.act(*other));
    let (echoes, others): (Vec<&Act>, Vec<&Act>) =
        others.partition(|other| echo(records, act, other).is_some());
    let is_other = |other: &&Act| other.counts_as == act.counts_as && differ(act, other);
    let (different, same): (Vec<&Act>, Vec<&Act>) = others.into_iter().partition(is_other);
    // Their report may differ, so they are not named as sources of this.
    let same: BTreeSet<Id> = same.iter().filter_map(|other| other.text).collect();
    let same = same.into_iter().filter(|text| Some(*text) != act.text);
    let same: Vec<Inlines> = same.map(|text| published(records, text)).collect();
    let same = (!same.is_empty())
        .then(|| Item::new(Inlines::from("also reported by ").then(listed(same))));
    let different = different.into_iter().map(|other| {
        let line = act_line(records, other, &[Fact::When]).line;
        let below = amounts(records, other).into_iter().collect();
        Item::new(Inlines::from("texts differ: ").then(line)).with_list(below)
    });
    let echoes = echoes.into_iter().filter_map(|other| {
        let word = echo(records, act, other)?;
        Some(link(records, word, other, ""))
    });
    same.into_iter().chain(different).chain(echoes).collect()
}

/// How an act is linked to an echo or to what it echoes.
fn echo(records: &Records, act: &Act, other: &Act) -> Option<&'static str> {
    if is_echo_of(records, other, act) {
        Some("echoed by")
    } else {
        is_echo_of(records, act, other).then_some("echoes")
    }
}

/// The remark of the person who recorded something.
pub fn note(note: Option<&str>) -> Option<Item> {
    note.map(|note| Item::text(format!("note: {note}")))
}

/// The acts that an act follows up, in any text, and those that follow it up, each once.
pub fn chain(records: &Records, act: &Act) -> Vec<Item> {
    let reports = act.matches.iter().filter_map(|other| records.act(*other));
    let reports = reports.filter(|other| other.counts_as == act.counts_as);
    let reports: Vec<&Act> = std::iter::once(act).chain(reports).collect();
    let steps = |word: &'static str, links: fn(&Act) -> &[FollowUp]| -> Vec<Item> {
        let links = reports.iter().flat_map(|report| links(report));
        let mut because: BTreeMap<Id, &str> = BTreeMap::new();
        for link in links {
            let reason = link.because.as_deref().unwrap_or_default();
            let known = because.entry(link.act).or_insert(reason);
            // A link that is also asserted needs no reason.
            *known = reason.min(known);
        }
        let acts = because.keys().filter_map(|act| records.act(*act));
        let mut acts: Vec<&Act> = acts.collect();
        acts.sort_by_key(|act| (records.time(act), act.id));
        let claims = claims(records, acts).into_iter();
        let steps = claims.map(|claim| {
            let because = because.get(&claim.act.id).copied().unwrap_or_default();
            link(
                records,
                word,
                claim.act,
                &framed(" (inferred: ", because, ")"),
            )
        });
        steps.collect()
    };
    let earlier = steps("follows up", |act| &act.follows);
    let later = steps("later", |act| &act.followers);
    earlier.into_iter().chain(later).collect()
}

/// `later: 1 May 2018, **Delivery**: …`
fn link(records: &Records, word: &str, other: &Act, remark: &str) -> Item {
    let when = framed("", &when(other), ", ");
    let line = Inlines::from(format!("{word}: {when}"))
        .strong(records.label(other.kind))
        .text(": ")
        .entity(&*other.sentence, records.name(other.id))
        .text(remark);
    Item::new(line)
}

/// The date of an act, in words; empty if unknown.
pub fn when(act: &Act) -> String {
    act.when.as_ref().map(When::words).unwrap_or_default()
}
