//! The words of a sheet: names, dates, amounts, and what an act is about in a few words.

use crate::document::{Inline, Inlines};
use crate::records::{Act, Claim, Event, Figure, Id, Records, When};
use crate::report::amount::{self, with_unit};
use crate::report::attribution::{in_text, names, publisher};
use crate::report::brief::relationship::Relationship;
use crate::report::event_lines::untimed;
use crate::text::{capitalised, enumerated, flat, framed};
use crate::vocab::slug;

/// The most words on an act in the table.
pub const SHORT: usize = 12;
/// The most words on an act in a list.
pub const LONG: usize = 20;
/// The mark of a cut text.
const CUT: &str = " …";
/// The most words on an act that another section shows.
const FEW: usize = 6;
/// The most amounts in a description.
const AMOUNTS: usize = 2;

/// What an act is about: its gist, else its sums of money, else its longest passage, else its sentence.
pub fn what(records: &Records, act: &Act, words: usize) -> Inlines {
    if let Some(gist) = &act.gist {
        return Inlines::from(cut(gist, words));
    }
    let sums = sums(act);
    if let Some(named) = sums.get(..sums.len().min(AMOUNTS))
        && !named.is_empty()
    {
        let named = named.iter();
        let named: Vec<String> = named
            .map(|figure| format!("{}, {}", with_unit(figure), figure.of))
            .collect();
        let more = if sums.len() > AMOUNTS { "; …" } else { "" };
        return Inlines::from(named.join("; ") + more);
    }
    match quote(act, words) {
        Some(words) => Inlines::new().quote(words),
        None => Inlines::from(cut(&without_doers(records, act), words)),
    }
}

/// The figures of an act that are sums of money.
fn sums(act: &Act) -> Vec<&Figure> {
    let figures = act.figures.iter();
    figures.filter(|figure| figure.currency.is_some()).collect()
}

/// Adds the amounts that the words of an act lack: sums of money to a gist, all to a quote that is cut; and its condition.
pub fn with_terms(records: &Records, line: Inlines, act: &Act) -> Inlines {
    let shown = shown(&line);
    // A gist may separate thousands by commas.
    let digits = shown.replace(',', "");
    let is_missing = |figure: &&Figure| {
        let number = figure.value.as_deref().or(figure.min.as_deref());
        let number = number.or(figure.max.as_deref()).unwrap_or_default();
        let is_wanted = match act.gist {
            Some(_) => figure.currency.is_some(),
            None => shown.ends_with(CUT),
        };
        is_wanted && !digits.contains(number)
    };
    let amounts = act.figures.iter().filter(is_missing).take(AMOUNTS);
    let amounts = amounts.map(|figure| amount::line(records, figure));
    let amounts: Vec<String> = amounts.collect();
    let line = line.text(framed(" (", &amounts.join("; "), ")"));
    match &act.condition {
        Some(words) if !shown.contains(&**words) => {
            line.text("; condition: ").quote(cut(words, SHORT))
        }
        _ => line,
    }
}

/// The words of a line.
fn shown(line: &Inlines) -> String {
    let pieces = line.iter().map(|inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Quote(passages) => passages.join(" "),
        _ => String::new(),
    });
    pieces.collect()
}

/// An act in a few words, where another section has more: ` on cement`, `, USD 1 billion`.
pub fn topic(records: &Records, act: &Act) -> Inlines {
    if let Some(sum) = sums(act).first() {
        return Inlines::from(format!(", {}", with_unit(sum)));
    }
    let mut topics = [&act.items, &act.sectors, &act.about].into_iter();
    match topics.find_map(|topics| topics.first()) {
        Some(topic) => Inlines::from(format!(" on {}", records.in_text(*topic))),
        None => Inlines::from(": ").then(what(records, act, FEW)),
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
    [begin.trim_end_matches([',', ';', ':']), CUT].concat()
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

/// ` (according to whitehouse.gov)`, if only official texts of the other side report an act.
pub fn attribution(relationship: &Relationship<'_>, claim: &Claim<'_>) -> String {
    let records = relationship.records;
    let [a, b] = relationship.sides;
    let mut publishers: Vec<String> = Vec::new();
    for act in &claim.reports {
        let text = act.text.and_then(|text| records.text(text));
        let reporter = match text.map(|text| relationship.is_official(text)) {
            Some([true, false]) => a,
            Some([false, true]) => b,
            _ => return String::new(),
        };
        if act.by.contains(&reporter) {
            return String::new();
        }
        let publisher = publisher(records, act.text);
        if !publishers.contains(&publisher) {
            publishers.push(publisher);
        }
    }
    framed(" (according to ", &enumerated(&publishers), ")")
}

/// The kind of an act within a sentence: `pledge`.
pub fn kind(records: &Records, act: &Act) -> String {
    records.label(act.kind).to_lowercase()
}

/// `1 delivery, 8 offers`
pub fn counts(records: &Records, counts: &[(Id, usize)]) -> String {
    let counted = counts
        .iter()
        .filter_map(|(kind, number)| Some(records.kind(*kind)?.counted(*number)));
    counted.collect::<Vec<String>>().join(", ")
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
        outside => {
            let [within, beyond] = relationship.period();
            format!("{what} {within}, {outside} {beyond}")
        }
    }
}

/// The date or the span in words; `date unknown` without one.
pub fn date(when: Option<&When>) -> String {
    when.map_or_else(|| "date unknown".to_owned(), When::range)
}

/// A date with its preposition: `on 9 June 2025`, `in 2018`, `between October and December 2018`.
pub fn at_date(when: &When) -> String {
    let words = when.words();
    if when.is_to_the_day() {
        format!("on {words}")
    } else if when.end.is_some() {
        words
    } else {
        format!("in {words}")
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
    framed(", ", &cut(untimed(event), LONG), "")
}

/// The IRIs of the acts of a claim.
pub fn iris(records: &Records, claim: &Claim<'_>) -> Vec<String> {
    let ids = claim.reports.iter().map(|act| act.id);
    ids.map(|id| records.iri(id).to_owned()).collect()
}

/// The IRIs of the acts that were made at a meeting.
pub fn iris_at(relationship: &Relationship<'_>, meeting: &Event) -> Vec<String> {
    let acts = relationship.made_at(meeting.id);
    acts.map(|act| relationship.records.iri(act.id).to_owned())
        .collect()
}

/// The argument that names an entity on the command line.
pub fn argument(records: &Records, id: Id) -> String {
    let iri = records.named(id);
    iri.map(|iri| slug(iri).to_owned()).unwrap_or_default()
}
