//! What was on record on a day.

use bilateral::dossier;
use bilateral::load::load;
use bilateral::model::{InferencePolicy, PartialDate};
use bilateral::records::{Outcome, Records};

use crate::support::copies::original;

fn day(text: &str) -> PartialDate {
    text.parse().unwrap()
}

/// The built-in dossier and that of the tests.
fn all_records() -> Vec<Records> {
    let built_in = vec![dossier::built_in().unwrap()];
    let of_tests = dossier::open(&original()).unwrap();
    let read = |dossiers: Vec<_>| {
        let graph = load(&dossiers, InferencePolicy::All).unwrap();
        Records::from_quads(graph.quads.iter().chain(graph.derived()))
    };
    vec![read(built_in), read(of_tests)]
}

#[test]
fn nothing_after_the_day_is_on_record() {
    for records in all_records() {
        for on in ["1999-12-31", "2010-12-31", "2018-06-30", "2024-06-30"].map(day) {
            let then = records.as_of(on);
            assert!(then.acts().len() < records.acts().len());
            for act in then.acts() {
                let first = then.time(act).and_then(|when| when.first);
                assert!(first.is_none_or(|first| first <= on), "{}", act.sentence);
                assert!(act.text.is_none_or(|text| then.text(text).is_some()));
                let links = act.follows.iter().chain(&act.followers);
                let links = links.map(|link| link.act);
                let causes = act.outcome_by.iter().copied();
                for other in links.chain(causes).chain(act.matches.iter().copied()) {
                    assert!(then.act(other).is_some(), "{}", act.sentence);
                }
            }
            for text in then.texts() {
                let first = text.published.as_ref().and_then(|when| when.first);
                assert!(first.is_none_or(|first| first <= on), "{}", text.title);
            }
            for event in then.events().iter().filter(|event| event.is_held()) {
                let first = event.when.as_ref().and_then(|when| when.first);
                assert!(first.is_none_or(|first| first <= on), "{}", event.title);
            }
            for term in then.memberships() {
                assert!(term.since.is_none_or(|since| since <= on), "{}", term.label);
                assert!(term.until.is_none_or(|until| until <= on), "{}", term.label);
            }
        }
    }
}

#[test]
fn an_outcome_is_open_until_its_cause_is_on_record() {
    let mut reopened = 0;
    for records in all_records() {
        for act in records.acts() {
            let causes = act
                .outcome_by
                .iter()
                .filter_map(|cause| records.act(*cause));
            let Some(first) = causes.filter_map(|cause| cause.when.as_ref()?.first).min() else {
                continue;
            };
            let Some(before) = first.previous_day() else {
                continue;
            };
            if let Some(then) = records.as_of(before).act(act.id) {
                assert_ne!(then.outcome, act.outcome, "{}", act.sentence);
                assert!(then.outcome.is_none_or(|outcome| outcome == Outcome::Open));
                reopened += 1;
            }
        }
    }
    assert!(reopened > 3, "{reopened}");
}

#[test]
fn a_late_day_leaves_out_only_what_has_no_date() {
    for records in all_records() {
        let all = records.as_of(day("9999-12-31"));
        let undated = records
            .acts()
            .iter()
            .filter(|act| all.act(act.id).is_none());
        for act in undated {
            assert!(records.time(act).is_none(), "{}", act.sentence);
        }
    }
}
