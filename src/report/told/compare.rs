//! The reading model finds in every dossier of the tests what the queries of this folder find. Goes with them.

#![expect(
    clippy::too_many_lines,
    reason = "one line for each field of the records that are compared"
)]

#[cfg(test)]
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use oxigraph::model::NamedNode;

use super::record::Link;
use super::{Event, Inferred, Record, acts, events, inferences, texts, within};
use crate::derive::derive;
use crate::dossier::{Dossier, built_in, open_all};
use crate::model::slug;
use crate::rdf::{InferencePolicy, load};
use crate::records::{self, Act, FollowUp, Id, Outcome, Records, Value, When, in_words};
use crate::source::Source;
use crate::vocab::bil;
use crate::vocab::w3c::sem;

/// The mutants of which records show more: the queries take any of several values where one is expected, know no act
/// whose kind is a group, see nobody on a side that is a part of itself, and take any word for a status.
const BETTER: [&str; 4] = [
    "a-status-that-there-is-not",
    "an-act-made-at-two-meetings",
    "an-act-of-no-kind-but-a-group",
    "two-parts-of-each-other",
];

/// The dossiers of the tests that can be loaded, by name.
fn dossiers() -> BTreeMap<String, Vec<Dossier>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut dossiers = BTreeMap::from([
        ("built-in".to_owned(), vec![built_in().unwrap()]),
        (
            "norland-kestrel".to_owned(),
            open_all(&[root.join("tests/dossiers/norland-kestrel")]).unwrap(),
        ),
    ]);
    for folder in ["tests/cases", "tests/checks"] {
        for case in fs::read_dir(root.join(folder)).unwrap() {
            let case = case.unwrap().path();
            let scratch = tempfile::tempdir().unwrap();
            lay(&root.join("tests/cases/base"), scratch.path());
            lay(&case, scratch.path());
            if let Ok(opened) = open_all(&[scratch.path()]) {
                dossiers.insert(case.display().to_string(), opened);
            }
        }
    }
    dossiers
}

/// Lays the files of a case over a dossier.
fn lay(case: &Path, dossier: &Path) {
    let mut open = vec![case.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(case).unwrap();
            let place = match name.to_str().unwrap() {
                "expected.txt" | "expected.nq" | "expected.asserted.nq" | "arguments" => continue,
                "facts.toml" | "readout.txt" => Path::new("data/2020-01-02-here").join(name),
                text if text.starts_with("second/") => {
                    Path::new("data/2020-02-03-there").join(name.file_name().unwrap())
                }
                text if text.contains('/') => PathBuf::from(text),
                _ => Path::new("data").join(name),
            };
            let place = dossier.join(place);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::copy(&path, place).unwrap();
        }
    }
}

/// A graph as a source and as records.
fn read(dossiers: &[Dossier]) -> Option<(Source, Records)> {
    let mut quads = load(dossiers, InferencePolicy::All).ok()?.quads;
    // The queries take a date for none where its first and last day are not stated.
    let stated = |property| {
        let quads = quads
            .iter()
            .filter(move |quad| quad.predicate.as_ref() == property);
        quads.map(|quad| quad.subject.clone())
    };
    let first: HashSet<_> = stated(sem::HAS_EARLIEST_BEGIN_TIME_STAMP).collect();
    let last: HashSet<_> = stated(sem::HAS_LATEST_END_TIME_STAMP).collect();
    let without: HashSet<_> = stated(bil::DATE)
        .filter(|node| !first.contains(node) || !last.contains(node))
        .collect();
    quads.retain(|quad| quad.predicate.as_ref() != bil::DATE || !without.contains(&quad.subject));
    let derived = derive(&quads);
    let source = Source::local(quads.iter().chain(&derived).cloned()).unwrap();
    let records = Records::from_quads(quads.iter().chain(&derived));
    Some((source, records))
}

#[test]
fn records_hold_what_queries_find() {
    let mut number = 0;
    for (name, dossiers) in dossiers() {
        let Some((source, records)) = read(&dossiers) else {
            continue;
        };
        if BETTER.iter().any(|mutant| name.ends_with(mutant)) {
            continue;
        }
        number += 1;
        let old: Vec<String> = acts(&source).unwrap().iter().map(old_act).collect();
        let new: Vec<String> = records
            .acts()
            .iter()
            .map(|act| new_act(act, &records))
            .collect();
        assert_same(&name, &old, &new);
        let old: Vec<String> = events(&source).unwrap().iter().map(old_event).collect();
        let new: Vec<String> = records
            .events()
            .iter()
            .map(|event| new_event(event, &records))
            .collect();
        assert_same(&name, &old, &new);
        let old: Vec<String> = texts(&source)
            .unwrap()
            .iter()
            .map(|(text, known)| format!("{text} {} {:?}", known.page, known.issuers))
            .collect();
        let new: Vec<String> = records
            .texts()
            .map(|text| {
                let iri = records.named(text.id).unwrap();
                let issuers: Vec<&str> = text.issuers.iter().map(|id| records.label(*id)).collect();
                format!("{iri} {} {issuers:?}", text.address.clone().unwrap())
            })
            .collect();
        assert_same(&name, &old, &new);
        for (subject, known) in inferences(&source).unwrap() {
            let id = records.id(subject.as_ref()).unwrap();
            let (mut old, mut new) = (old_inferences(&known), new_inferences(id, "", &records));
            // The query does not order the sources of one inference.
            old.sort();
            new.sort();
            assert_same(&name, &old, &new);
        }
        for id in records.subjects().filter(|id| records.named(*id).is_some()) {
            let iri: NamedNode = records.named(id).unwrap().into_owned();
            if iri.as_str().contains("/sector/") || iri.as_str().contains("/item/") {
                let old = within(&iri, &source).unwrap();
                let new: Vec<String> = records
                    .within(id)
                    .iter()
                    .map(|id| records.iri(*id).to_owned())
                    .collect();
                let old: Vec<String> = old.iter().map(|node| node.as_str().to_owned()).collect();
                assert_same(&name, &old, &new);
            }
        }
    }
    assert!(number > 80, "only {number} dossiers");
}

fn assert_same(name: &str, old: &[String], new: &[String]) {
    for (old, new) in old.iter().zip(new) {
        assert_eq!(old, new, "{name}");
    }
    assert_eq!(old.len(), new.len(), "{name}");
}

fn old_act(act: &Record) -> String {
    let mut text = String::new();
    let mut line =
        |key: &str, value: &dyn std::fmt::Debug| writeln!(text, "{key}: {value:?}").unwrap();
    line("iri", &act.iri.as_str());
    line(
        "kind",
        &(
            act.class.as_str(),
            &act.kind,
            &act.group,
            act.order,
            act.strength,
        ),
    );
    line("sentence", &act.sentence);
    line("terms", &(&act.condition, &act.note));
    line("event", &act.event.as_ref().map(NamedNode::as_str));
    let days = |when: &crate::report::when::When| (when.first.clone(), when.last.clone());
    line(
        "when",
        &act.when
            .as_ref()
            .map(|when| (days(when), when.words.clone())),
    );
    line("time", &act.time().map(days));
    line(
        "readout",
        &(act.readout.as_str(), &act.text.page, &act.text.issuers),
    );
    line(
        "matches",
        &act.matches
            .iter()
            .map(|text| (&text.page, &text.issuers))
            .collect::<Vec<_>>(),
    );
    line("passages", &(&act.passages, &act.voices));
    // The query finds a link once for each text that reports the act.
    let mut links: Vec<&Link> = act.links.iter().collect();
    links.dedup_by_key(|link| (&link.property, &link.value));
    for link in links {
        line(
            "link",
            &(link.property.as_str(), link.value.as_str(), &link.name),
        );
    }
    for figure in &act.figures {
        line("figure", &(figure.to_string(), &figure.period));
    }
    line("inferences", &old_inferences(&act.inferences));
    line("outcome", &act.status);
    for (name, steps) in [("follows", &act.follows), ("followers", &act.followers)] {
        for step in steps {
            let when = step.when.as_ref().map(|when| when.words.clone());
            line(
                name,
                &(
                    step.act.as_str(),
                    &step.kind,
                    &step.sentence,
                    when,
                    &step.because,
                ),
            );
        }
    }
    text
}

fn new_act(act: &Act, records: &Records) -> String {
    let mut text = String::new();
    let mut line =
        |key: &str, value: &dyn std::fmt::Debug| writeln!(text, "{key}: {value:?}").unwrap();
    let iri = |id: Id| records.iri(id);
    let kind = records.kind(act.kind).unwrap();
    let group = kind
        .group
        .map_or("", |group| slug(records.named(group).unwrap()));
    line("iri", &iri(act.id));
    line(
        "kind",
        &(
            iri(kind.id),
            &kind.label,
            group,
            kind.order.unwrap_or(i64::MAX),
            kind.strength,
        ),
    );
    line("sentence", &act.sentence);
    line("terms", &(&act.condition, &act.note));
    line("event", &act.made_at.map(iri));
    let days = |when: &When| {
        (
            when.first.unwrap().to_string(),
            when.last.unwrap().to_string(),
        )
    };
    line(
        "when",
        &act.when.as_ref().map(|when| (days(when), when.words())),
    );
    line("time", &records.time(act).map(days));
    let issued = |id: Id| {
        let text = records.text(id).unwrap();
        let issuers: Vec<&str> = text.issuers.iter().map(|id| records.label(*id)).collect();
        (text.address.clone().unwrap(), issuers)
    };
    let (page, issuers) = issued(act.text.unwrap());
    line("readout", &(iri(act.text.unwrap()), page, issuers));
    let mut matches: Vec<Id> = act
        .matches
        .iter()
        .filter_map(|other| records.act(*other)?.text)
        .filter(|text| Some(*text) != act.text)
        .collect();
    matches.sort();
    matches.dedup();
    line(
        "matches",
        &matches.into_iter().map(issued).collect::<Vec<_>>(),
    );
    let voices: std::collections::BTreeSet<&str> = act
        .evidence
        .iter()
        .map(|passage| passage.voice.unwrap().word())
        .collect();
    line("passages", &(act.passages().collect::<Vec<_>>(), voices));
    let mut links: Vec<_> = act
        .parts()
        .filter(|(property, _)| {
            ![bil::MADE_AT, bil::REPORTED_IN, crate::vocab::w3c::rdf::TYPE].contains(property)
        })
        .collect();
    links.sort_by_key(|(property, _)| property.as_str());
    for (property, value) in links {
        line(
            "link",
            &(property.as_str(), iri(value), records.label(value)),
        );
    }
    for figure in &act.figures {
        line(
            "figure",
            &(
                new_figure(figure, records),
                figure.period.as_ref().map(When::to_string),
            ),
        );
    }
    line("inferences", &new_inferences(act.id, "followsUp", records));
    line("outcome", &act.outcome.map(Outcome::word));
    let step = |step: &FollowUp| {
        let other = records.act(step.act).unwrap();
        let kind = records.label(other.kind).to_owned();
        let when = other.when.as_ref().map(When::words);
        (
            iri(step.act),
            kind,
            other.sentence.to_string(),
            when,
            step.because.clone(),
        )
    };
    for (name, steps) in [("follows", &act.follows), ("followers", &act.followers)] {
        for link in steps {
            line(name, &step(link));
        }
    }
    text
}

fn new_figure(figure: &records::Figure, records: &Records) -> String {
    let mut text = figure.of.to_string();
    if let Some(item) = figure.item {
        write!(text, " ({})", records.label(item)).unwrap();
    }
    if let Some(period) = &figure.period {
        write!(text, ", {}", period.words()).unwrap();
    }
    let amount = match (&figure.value, &figure.min, &figure.max) {
        (Some(value), ..) => value.to_string(),
        (None, Some(least), Some(most)) => format!("{least} to {most}"),
        (None, Some(least), None) => format!("at least {least}"),
        (None, None, Some(most)) => format!("at most {most}"),
        (None, None, None) => String::new(),
    };
    write!(text, ": {amount}").unwrap();
    if let Some(unit) = &figure.unit {
        write!(text, " {unit}").unwrap();
    }
    text
}

fn old_inferences(inferences: &[Inferred]) -> Vec<String> {
    inferences
        .iter()
        .map(|inferred| format!("{inferred:?}"))
        .collect()
}

fn new_inferences(id: Id, without: &str, records: &Records) -> Vec<String> {
    let mut merged = Vec::new();
    for inference in records.inferences(id) {
        let property = slug(records.named(inference.property).unwrap());
        if property == without {
            continue;
        }
        let value = match &inference.value {
            Value::Node(node) => match records.own_label(*node) {
                Some(label) => label.text.to_string(),
                None => in_words(records.iri(*node)),
            },
            Value::Literal(literal) => in_words(&literal.text),
        };
        let sources = inference
            .sources
            .iter()
            .map(|source| Some(source.to_string()));
        let none = inference.sources.is_empty().then_some(None);
        for source in sources.chain(none) {
            let inferred = Inferred {
                property: property.to_owned(),
                property_name: records.label(inference.property).to_owned(),
                value: value.clone(),
                because: inference.because.to_string(),
                printed: inference.printed.as_deref().map(str::to_owned),
                source,
            };
            inferred.add_to(&mut merged);
        }
    }
    old_inferences(&merged)
}

fn old_event(event: &Event) -> String {
    let mut text = format!("{} {} {}\n", event.iri, event.class, event.title);
    let when = event.when.as_ref();
    writeln!(
        text,
        "{:?}",
        when.map(|when| (&when.first, &when.last, &when.words))
    )
    .unwrap();
    let place = event.place.as_ref();
    writeln!(
        text,
        "{:?}",
        place.map(|(place, name)| (place.as_str(), name))
    )
    .unwrap();
    writeln!(
        text,
        "{:?} {:?}",
        event.host.as_ref().map(NamedNode::as_str),
        event.circumstances()
    )
    .unwrap();
    for (whole, name) in &event.wholes {
        writeln!(text, "whole {whole} {name}").unwrap();
    }
    for known in &event.texts {
        writeln!(text, "text {} {:?}", known.page, known.issuers).unwrap();
    }
    for side in &event.sides {
        writeln!(text, "side {} {}", side.actor, side.name).unwrap();
        for (who, name) in &side.people {
            writeln!(text, "who {who} {name}").unwrap();
        }
    }
    writeln!(
        text,
        "{:?}\n{:?}",
        event.passages,
        old_inferences(&event.inferences)
    )
    .unwrap();
    text
}

fn new_event(event: &records::Event, records: &Records) -> String {
    let iri = |id: Id| records.named(id).unwrap();
    let mut text = format!(
        "{} {} {}\n",
        iri(event.id),
        slug(iri(event.class)),
        event.title
    );
    let when = event.when.as_ref();
    let when = when.map(|when| {
        (
            when.first.unwrap().to_string(),
            when.last.unwrap().to_string(),
            when.words(),
        )
    });
    writeln!(text, "{when:?}").unwrap();
    writeln!(
        text,
        "{:?}",
        event
            .place
            .map(|place| (records.iri(place), records.label(place)))
    )
    .unwrap();
    let usual = ["in-person", "held"];
    let words = [&event.mode, &event.status].into_iter().flatten();
    let words: Vec<&str> = words
        .map(|word| &**word)
        .filter(|word| !usual.contains(word))
        .collect();
    writeln!(
        text,
        "{:?} {:?}",
        event.host.map(|id| records.iri(id)),
        words.join(", ")
    )
    .unwrap();
    for whole in &event.wholes {
        writeln!(text, "whole {} {}", iri(*whole), records.label(*whole)).unwrap();
    }
    for known in &event.texts {
        let known = records.text(*known).unwrap();
        let issuers: Vec<&str> = known.issuers.iter().map(|id| records.label(*id)).collect();
        writeln!(text, "text {} {issuers:?}", known.address.clone().unwrap()).unwrap();
    }
    for side in &event.sides {
        writeln!(
            text,
            "side {} {}",
            iri(side.actor),
            records.label(side.actor)
        )
        .unwrap();
        for person in &side.people {
            let post = person.post.map(|post| format!(", {}", records.label(post)));
            writeln!(
                text,
                "who {} {}{}",
                iri(person.who),
                records.label(person.who),
                post.unwrap_or_default()
            )
            .unwrap();
        }
    }
    let mut passages: Vec<(String, Vec<String>)> = Vec::new();
    for passage in &event.evidence {
        let page = records
            .text(passage.text.unwrap())
            .unwrap()
            .address
            .clone()
            .unwrap();
        match passages.last_mut() {
            Some((last, known)) if **last == *page => known.push(passage.exact.to_string()),
            _ => passages.push((page.to_string(), vec![passage.exact.to_string()])),
        }
    }
    writeln!(
        text,
        "{passages:?}\n{:?}",
        new_inferences(event.id, "guest", records)
    )
    .unwrap();
    text
}
