//! The words of a sheet: names, dates, amounts, and what an act is about in a few words.

use crate::document::Inlines;
use crate::records::{Act, Claim, Event, Figure, Id, Records, When};
use crate::report::amount::{amount, with_unit};
use crate::report::attribution::{in_text, names};
use crate::report::brief::relationship::Relationship;
use crate::text::{capitalised, enumerated, flat, framed};
use crate::vocab::slug;

/// The most words on an act in the table.
pub const SHORT: usize = 12;
/// The most words on an act in a list.
pub const LONG: usize = 20;
/// The most amounts in a description.
const AMOUNTS: usize = 2;

/// What an act is about: its gist, else its amounts, else its longest passage, else its sentence.
pub fn what(records: &Records, act: &Act, words: usize) -> Inlines {
    if let Some(gist) = &act.gist {
        return Inlines::from(cut(gist, words));
    }
    let amounts = act.figures.iter();
    let amounts: Vec<String> = amounts
        .map(|figure| match &figure.unit {
            Some(_) => format!("{}, {}", with_unit(figure), figure.of),
            None => format!("{} {}", amount(figure), figure.of),
        })
        .collect();
    if let Some(named) = amounts.get(..amounts.len().min(AMOUNTS))
        && !named.is_empty()
    {
        let more = if amounts.len() > AMOUNTS { "; …" } else { "" };
        return Inlines::from(named.join("; ") + more);
    }
    match quote(act, words) {
        Some(words) => Inlines::new().quote(words),
        None => Inlines::from(cut(&without_doers(records, act), words)),
    }
}

/// Adds the sums of money that the gist of an act lacks, and its condition.
pub fn with_terms(line: Inlines, act: &Act) -> Inlines {
    // A gist may separate thousands by commas.
    let gist = act.gist.as_deref().map(|gist| gist.replace(',', ""));
    let is_missing = |figure: &&Figure| {
        let number = figure.value.as_deref().or(figure.min.as_deref());
        let number = number.or(figure.max.as_deref()).unwrap_or_default();
        let lacks = |gist: &String| !gist.contains(number);
        figure.currency.is_some() && gist.as_ref().is_some_and(lacks)
    };
    let amounts = act.figures.iter().filter(is_missing).take(AMOUNTS);
    let amounts = amounts.map(|figure| format!(", {} {}", figure.of, with_unit(figure)));
    let line = amounts.fold(line, Inlines::text);
    match &act.condition {
        Some(words) => line.text(", on the condition ").quote(cut(words, SHORT)),
        None => line,
    }
}

/// The longest passage, cut; the words of the condition are in another place.
pub fn quote(act: &Act, words: usize) -> Option<String> {
    let is_condition = |words: &str| act.condition.as_deref() == Some(words);
    let passages = act.passages().filter(|words| !is_condition(words));
    let longest = passages.max_by_key(|passage| passage.len());
    longest.map(|passage| cut(passage, words))
}

/// The sentence without the doers, who are in another place.
fn without_doers(records: &Records, act: &Act) -> String {
    let doers = capitalised(&in_text(records, &act.by)) + " ";
    let rest = act.sentence.strip_prefix(&doers);
    rest.unwrap_or(&act.sentence).to_owned()
}

/// The first so many words, with a mark if there are more.
pub fn cut(text: &str, words: usize) -> String {
    let text = flat(text);
    let Some((end, _)) = text.match_indices(' ').nth(words.saturating_sub(1)) else {
        return text.into_owned();
    };
    let (begin, _) = text.split_at(end);
    format!("{} …", begin.trim_end_matches([',', ';', ':']))
}

/// `Belarus → Kaliningrad Oblast`, or `both`, if the two sides did it together.
pub fn parties(relationship: &Relationship<'_>, act: &Act) -> String {
    let targets = enumerated(&names(relationship.records, &act.to));
    doers(relationship, act) + &framed(" → ", &targets, "")
}

/// The doers, and the targets unless these are the other side: `Belarus`, `Belarus → NATO`.
pub fn actors(relationship: &Relationship<'_>, act: &Act) -> String {
    let [a, b] = relationship.sides;
    let mut usual = [[a, b], [b, a]].into_iter();
    if usual.any(|[doer, target]| act.by == [doer] && act.to == [target]) {
        doers(relationship, act)
    } else {
        parties(relationship, act)
    }
}

/// The doers; `both` for the two sides together.
fn doers(relationship: &Relationship<'_>, act: &Act) -> String {
    let both = relationship.sides.iter().all(|side| act.by.contains(side));
    if both && act.by.len() == relationship.sides.len() {
        "both".to_owned()
    } else {
        enumerated(&names(relationship.records, &act.by))
    }
}

/// ` (according to the United States)`, if only official texts of the other side report an act.
pub fn attribution(relationship: &Relationship<'_>, claim: &Claim<'_>) -> String {
    let [a, b] = relationship.sides;
    let mut reporter: Option<Id> = None;
    for act in &claim.reports {
        let text = act.text.and_then(|text| relationship.records.text(text));
        reporter = match text.map(|text| relationship.is_official(text)) {
            Some([true, false]) => Some(a),
            Some([false, true]) => Some(b),
            _ => return String::new(),
        };
        if reporter.is_some_and(|reporter| act.by.contains(&reporter)) {
            return String::new();
        }
    }
    let reporter = reporter.map(|reporter| relationship.records.in_text(reporter));
    framed(" (according to ", &reporter.unwrap_or_default(), ")")
}

/// The kind of an act within a sentence: `pledge`.
pub fn kind(records: &Records, act: &Act) -> String {
    records.label(act.kind).to_lowercase()
}

/// `1 delivery, 8 offers`
pub fn counts(records: &Records, counts: &[(Id, usize)]) -> String {
    let counted = counts.iter().map(|(kind, number)| {
        let kind = records.label(*kind).to_lowercase();
        format!("{number} {}", counted_as(&kind, *number))
    });
    counted.collect::<Vec<String>>().join(", ")
}

/// The noun after a number; readiness cannot be counted.
fn counted_as(kind: &str, number: usize) -> String {
    let plural = |noun: &str| match (number, noun.strip_suffix('y')) {
        (1, _) => noun.to_owned(),
        (_, Some(stem)) => format!("{stem}ies"),
        (_, None) => format!("{noun}s"),
    };
    if kind.ends_with("ness") {
        format!("{} of {kind}", plural("statement"))
    } else {
        plural(kind)
    }
}

/// That nothing is recorded; or, if the dates of the request leave some out, that nothing is in this period, and how many
/// are outside it: `none recorded`, `none in this period, 3 outside it`.
pub fn absent<'a>(
    what: &str,
    relationship: &Relationship<'a>,
    count: impl Fn(&Relationship<'a>) -> usize,
) -> String {
    match relationship.outside(count) {
        0 => format!("{what} recorded"),
        outside => format!("{what} in this period, {outside} outside it"),
    }
}

/// The date in words; `date unknown` without one.
pub fn date(when: Option<&When>) -> String {
    when.map_or_else(|| "date unknown".to_owned(), When::words)
}

/// A date with its preposition: `on 9 June 2025`, `in 2018`.
pub fn at_date(when: Option<&When>) -> String {
    let is_day = |when: &When| when.end.is_none() && when.first == when.last;
    match when {
        Some(when) if is_day(when) => format!("on {}", when.words()),
        Some(when) => format!("in {}", when.words()),
        None => "on an unknown date".to_owned(),
    }
}

/// `1 October 2025, Minsk`, with the mode unless they met in person.
pub fn place_and_time(records: &Records, event: &Event) -> String {
    let mode = event.mode.as_deref().filter(|mode| *mode != "in-person");
    let place = event.place.map(|place| records.label(place));
    date(event.when.as_ref())
        + &framed(", ", place.unwrap_or_default(), "")
        + &framed(", by ", mode.unwrap_or_default(), "")
}

/// `, 20th session of the council`: the title without the date at its end. A title that only names who met is left out,
/// because the people follow.
pub fn title(event: &Event) -> String {
    if event.title.starts_with("Meeting of ") {
        return String::new();
    }
    let when = date(event.when.as_ref());
    let untimed = event.title.strip_suffix(&when);
    let untimed = untimed.and_then(|title| title.strip_suffix(", "));
    framed(", ", &cut(untimed.unwrap_or(&event.title), LONG), "")
}

/// The IRIs of the acts of a claim.
pub fn iris(records: &Records, claim: &Claim<'_>) -> Vec<String> {
    let ids = claim.reports.iter().map(|act| act.id);
    ids.map(|id| records.iri(id).to_owned()).collect()
}

/// The argument that names an entity on the command line.
pub fn argument(records: &Records, id: Id) -> String {
    let iri = records.named(id);
    iri.map(|iri| slug(iri).to_owned()).unwrap_or_default()
}
