//! The labels of acts: every kind in every form, and what no label of any dossier may look like.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use bilateral::dossier;
use bilateral::load;
use bilateral::model::InferencePolicy;
use bilateral::records::Records;

use crate::support::copies::original;
use crate::support::program::repository;
use crate::support::scratch::Scratch;

const DOSSIER: &str = "title = \"Labels\"\nsides = [\"united-states\", \"ukraine\"]\n";

/// The issuers of a case without a remark.
const BOTH_ISSUE: &str = "issued_by = [\"united-states\", \"ukraine\"]\n";

fn file(name: &str) -> String {
    fs::read_to_string(repository().join("tests/labels").join(name)).unwrap()
}

/// One act of a case file, and its label.
struct Case {
    keys: String,
    label: String,
}

/// The cases of one sheet, with the lines of its `[document]`.
#[derive(Default)]
struct Group {
    cases: Vec<Case>,
    document: String,
}

/// The cases of a file: `## KIND`, then for each the keys on one line and `> label` on the next. `## KIND, issued by X,
/// published by Y` begins another sheet.
fn groups(text: &str) -> Vec<Group> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    let (mut kind, mut document, mut keys) = (String::new(), String::new(), String::new());
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            let mut parts = heading.split(", ");
            parts.next().unwrap().clone_into(&mut kind);
            BOTH_ISSUE.clone_into(&mut document);
            for part in parts {
                if let Some(issuer) = part.strip_prefix("issued by ") {
                    document = format!("issued_by = \"{issuer}\"\n");
                } else if let Some(publisher) = part.strip_prefix("published by ") {
                    writeln!(document, "publisher = \"{publisher}\"").unwrap();
                }
            }
        } else if let Some(label) = line.strip_prefix("> ") {
            let group = groups.entry(document.clone()).or_default();
            group.document.clone_from(&document);
            group.cases.push(Case {
                keys: act(&kind, &keys),
                label: label.to_owned(),
            });
            keys.clear();
        } else if !line.starts_with('#') {
            line.clone_into(&mut keys);
        }
    }
    groups.into_values().collect()
}

/// The table of an act, with the defaults that its keys do not set.
fn act(kind: &str, keys: &str) -> String {
    let has = |key: &str| {
        keys.split("; ")
            .any(|own| own.starts_with(&format!("{key} =")))
    };
    let mut table = keys.replace("; ", "\n");
    for (key, value) in [("kind", kind), ("by", "united-states"), ("quote", "We met")] {
        if !has(key) {
            write!(table, "\n{key} = \"{value}\"").unwrap();
        }
    }
    table
}

/// A dossier with these sheets.
fn dossier_of(groups: &[Group]) -> Scratch {
    let scratch = Scratch::empty();
    scratch.put("data/dossier.toml", DOSSIER);
    scratch.put("data/actors.ttl", file("actors.ttl"));
    for (number, group) in groups.iter().enumerate() {
        let folder = format!("data/2021-09-0{}-talks", number + 1);
        let mut sheet = format!(
            "[document]\nsource = \"https://www.president.gov.ua/en/news/{number}\"\n{}\n[[event]]\n\
             sides = {{ united-states = [\"joe-biden\"], ukraine = [\"volodymyr-zelenskyy\"] }}\n",
            group.document
        );
        for (number, case) in group.cases.iter().enumerate() {
            let id = if case.keys.contains("id = ") {
                String::new()
            } else {
                format!("id = \"case-{number}\"\n")
            };
            write!(sheet, "\n[[act]]\n{id}{}\n", case.keys).unwrap();
        }
        scratch.put(format!("{folder}/facts.toml"), sheet);
        scratch.put(format!("{folder}/readout.txt"), file("readout.txt"));
    }
    scratch
}

/// The label of each act, by its IRI.
fn labels(scratch: &Scratch) -> BTreeMap<String, String> {
    let opened = dossier::open(&scratch.path(".")).unwrap();
    let graph =
        load::load(&opened, InferencePolicy::All).unwrap_or_else(|error| panic!("{error:?}"));
    labels_of(&Records::from_quads(&graph.quads))
}

fn labels_of(records: &Records) -> BTreeMap<String, String> {
    let acts = records.acts().iter();
    acts.map(|act| (records.name(act.id), act.sentence.to_string()))
        .collect()
}

#[test]
fn every_kind_has_its_label_in_every_form() {
    let groups = groups(&file("cases.txt"));
    let labels = labels(&dossier_of(&groups));
    let mut differences = String::new();
    let mut number = 0;
    for (sheet, group) in groups.iter().enumerate() {
        for (place, case) in group.cases.iter().enumerate() {
            number += 1;
            let id = case
                .keys
                .split_once("id = \"")
                .filter(|(before, _)| before.is_empty());
            let id = id.map_or_else(
                || format!("case-{place}"),
                |(_, rest)| rest.split('"').next().unwrap().to_owned(),
            );
            let label = &labels[&format!("act:2021-09-0{}-talks.{id}", sheet + 1)];
            if *label != case.label {
                writeln!(
                    differences,
                    "{}\n  expected {}\n  label    {label}\n",
                    case.keys, case.label
                )
                .unwrap();
            }
        }
    }
    assert!(differences.is_empty(), "\n{differences}");
    assert!(number > 90, "only {number} cases");
}

/// What a label must not contain.
const NEVER: [&str; 20] = [
    "  ",
    "{",
    "}",
    "()",
    "( ",
    " )",
    " ,",
    " :",
    "::",
    ",,",
    "(;",
    " .",
    " and and ",
    "of of ",
    " for by ",
    " on on ",
    ": (",
    " over (",
    " about (",
    " to (",
];
/// The words with which no label ends.
const ENDS: [&str; 14] = [
    " about", " at", " by", " for", " from", " in", " of", " on", " over", " to", " with", ":",
    ",", " and",
];

fn faults(label: &str) -> Vec<&str> {
    let has = |part: &&str| label.contains(*part);
    let ends = |part: &&str| label.ends_with(*part);
    let contained = NEVER.iter().filter(|part| has(part));
    contained
        .chain(ENDS.iter().filter(|part| ends(part)))
        .copied()
        .collect()
}

const KINDS: [&str; 20] = [
    "Discussion",
    "Statement",
    "Assessment",
    "Precedent",
    "Expectation",
    "Appreciation",
    "Concern",
    "Objection",
    "Warning",
    "Invitation",
    "Request",
    "Acceptance",
    "Refusal",
    "Assurance",
    "Readiness",
    "Proposal",
    "Offer",
    "Pledge",
    "Agreement",
    "Delivery",
];
const PARTIES: [&str; 4] = [
    "to = \"ukraine\"",
    "to = []",
    "by = \"both\"",
    "by = \"both\"; to = [\"russia\", \"belarus\"]",
];
const CONTENTS: [&str; 8] = [
    "",
    "about = \"russia\"",
    "about = \"help-and-support\"",
    "about = \"sochi\"",
    "about = \"minsk-agreements\"",
    "about = [\"sochi\", \"climate\", \"russia\"]",
    "sectors = [\"finance\", \"energy\"]",
    "items = [\"grain\", \"fish\"]; about = \"world-cup\"",
];
const TERMS: [&str; 3] = [
    "",
    "due = \"2022\"; condition = \"If you need help\"",
    "occasion = \"world-cup\"; figures = [{ of = \"aid\", max = 4 }, { of = \"help\", min = 1, max = 2 }, { of = \"grain\", value = 1 }]; until = 2022-01-01",
];

#[test]
fn no_label_has_an_empty_slot() {
    let mut group = Group {
        document: "issued_by = \"ukraine\"\n".to_owned(),
        ..Group::default()
    };
    for kind in KINDS {
        for party in PARTIES {
            let is_ask = ["Invitation", "Request"].contains(&kind);
            let lacks_target =
                (is_ask && !party.contains("to = \"") && !party.contains("to = [\""))
                    || (kind == "Agreement" && party == "to = []");
            for (content, terms) in CONTENTS
                .iter()
                .flat_map(|content| TERMS.map(|terms| (content, terms)))
            {
                let keys = [party, content, terms]
                    .into_iter()
                    .filter(|keys| !keys.is_empty());
                let keys = keys.collect::<Vec<_>>().join("; ");
                if !lacks_target {
                    let keys = act(kind, &keys);
                    group.cases.push(Case {
                        keys,
                        label: String::new(),
                    });
                }
            }
        }
    }
    let labels = labels(&dossier_of(&[group]));
    assert!(labels.len() > 1500, "{}", labels.len());
    for (act, label) in labels {
        let faults = faults(&label);
        assert!(faults.is_empty(), "{act} has {faults:?}: {label}");
        assert!(
            label.chars().next().is_some_and(char::is_uppercase),
            "{label}"
        );
    }
}

#[test]
fn no_label_of_a_dossier_has_an_empty_slot_or_is_that_of_another_quoted_act() {
    let built_in = vec![dossier::built_in().unwrap()];
    for dossiers in [built_in, dossier::open(&original()).unwrap()] {
        let graph = load::load(&dossiers, InferencePolicy::All).unwrap();
        let records = Records::from_quads(&graph.quads);
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for act in records.acts() {
            let faults = faults(&act.sentence);
            assert!(faults.is_empty(), "{faults:?}: {}", act.sentence);
            let Some(quote) = &act.quote else { continue };
            if let Some(other) = seen.insert(&act.sentence, quote) {
                assert_eq!(other, &**quote, "two acts are called {}", act.sentence);
            }
        }
    }
}

#[test]
fn a_gist_is_the_label_of_a_quoted_act_and_is_exported() {
    let scratch = Scratch::base();
    scratch.add("gist = \"Norland offers to sell Kestrel Coast forty trams\"\n");
    let exported = scratch.run(&["export", "--format", "nq"]).quietly();
    for property in ["rdf-schema#label", "ontology#gist", "ontology#quote"] {
        let mut lines = exported.lines();
        assert!(
            lines.any(|line| line.contains("/act/") && line.contains(property)),
            "no {property}"
        );
    }
    assert_eq!(
        exported
            .matches("Norland offers to sell Kestrel Coast forty trams")
            .count(),
        2
    );
}
