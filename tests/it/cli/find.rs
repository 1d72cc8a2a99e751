//! `find`: names with their uses, and passages of readouts.

use serde_json::Value;

use crate::support::program::stdout;
use crate::support::scratch::{HERE, Scratch};

#[test]
fn name_is_found_by_any_label_with_class_and_uses() {
    for words in ["lukashenko", "Лукаш", "aleksandr-luk"] {
        let found = stdout(&["find", words, "--format", "json"]);
        let found: Value = serde_json::from_str(&found).unwrap();
        let name = &found["names"][0];
        assert_eq!(name["name"], "id:aleksandr-lukashenko", "{words}");
        assert_eq!(name["class"], "Person");
        assert_eq!(name["label"], "Aleksandr Lukashenko");
        let others = name["other_names"].as_array().unwrap();
        assert!(others.contains(&"Аляксандр Лукашэнка".into()), "{others:?}");
        assert!(name["acts"].as_u64() > Some(0) && name["events"].as_u64() > Some(0));
    }
}

#[test]
fn uses_equal_those_of_the_graph() {
    let found = stdout(&["find", "cement", "--format", "json"]);
    let found: Value = serde_json::from_str(&found).unwrap();
    let names = found["names"].as_array().unwrap();
    let cement = names.iter().find(|name| name["name"] == "item:cement");
    let count = "SELECT (COUNT(DISTINCT ?act) AS ?acts) { ?act a/bil:classOrBroader bil:Act ; bil:item|bil:about item:cement }";
    let count = stdout(&["query", count, "--format", "csv"]);
    let count: u64 = count.lines().nth(1).unwrap().parse().unwrap();
    assert_eq!(cement.unwrap()["acts"], count);
}

#[test]
fn passage_is_found_in_any_letter_case_up_to_the_end_of_its_word() {
    let scratch = Scratch::base();
    scratch.put(
        format!("{HERE}/readout.txt"),
        "Talks.\n“We can sell you forty trams”, she said. TRAMS, not\ntramways, nor streetcars.\n",
    );
    let printed = scratch.run(&["find", "forty", "TRAM"]).quietly();
    let expected = "Passages\n--------\n\n- doc:2020-01-02-here, line 2: … “We can sell you [forty trams]”, she said. TRAMS, not …\n";
    assert_eq!(printed, expected);
    let found = scratch.run(&["find", "tram", "--format", "json"]).quietly();
    let found: Value = serde_json::from_str(&found).unwrap();
    let passages = found["passages"].as_array().unwrap().iter();
    let exact: Vec<&str> = passages.map(|it| it["exact"].as_str().unwrap()).collect();
    assert_eq!(exact, ["trams", "TRAMS", "tramways"]);
}

#[test]
fn kind_of_act_is_found_by_its_other_names() {
    let found = stdout(&["find", "promise"]);
    assert!(
        found.contains("- bil:Pledge · Kind of act · Pledge · "),
        "{found}"
    );
}

#[test]
fn readouts_and_events_are_after_other_names() {
    let found = stdout(&["find", "minsk"]);
    let line = |start: &str| found.lines().position(|line| line.starts_with(start));
    let places = [
        "- id:minsk · Place · ",
        "- id:2017-11-13-minsk · Event",
        "- doc:2017-11-13-minsk · Readout",
    ];
    let places = places.map(|start| line(start).unwrap_or_else(|| panic!("{start}: {found}")));
    assert!(places.is_sorted(), "{found}");
}

#[test]
fn act_is_found_by_its_sentence_or_its_note() {
    let expected = "Acts (in our words)\n-------------------\n\n- 2023-06-05 · Lukashenko: the West's 2022 attempt to block transit was bound to fail · act:2023-06-05-minsk.west-failed · president.gov.by\n";
    assert_eq!(stdout(&["find", "bound to fail"]), expected);

    let found = stdout(&["find", "sold or given", "--format", "json"]);
    let found: Value = serde_json::from_str(&found).unwrap();
    let mut acts = found["acts"].as_array().unwrap().iter();
    let act = acts.find(|act| act["act"] == "act:2025-06-09-rbc.food");
    let act = act.unwrap();
    assert_eq!(act["publisher"], "RBC");
    let note = act["note"].as_str().unwrap();
    assert!(note.contains("sold or given"), "{note}");
}

#[test]
fn nothing_found_is_reported() {
    let scratch = Scratch::base();
    for (words, format) in [("quantum", "txt"), ("—", "md"), ("quantum", "json")] {
        let ran = scratch.run(&["find", words, "--format", format]);
        let note = format!(
            "0 results: no name, no stored words of a readout, and no sentence or note of an act have `{words}`\n"
        );
        assert_eq!((ran.code, ran.stderr), (0, note));
    }
}
