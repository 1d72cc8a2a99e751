//! `path`: what connects two nodes, and what is printed if nothing does.

use serde_json::Value;

use crate::support::program::stdout;
use crate::support::scratch::{Scratch, bilateral, ran};

/// What stderr says of the built-in dossier, without that it is built in.
fn note(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let ran = ran(bilateral(arguments).current_dir(folder.path()));
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
    let built_in = "no dossier in the current folder: reading the built-in example\n";
    ran.stderr.strip_prefix(built_in).unwrap().to_owned()
}

#[track_caller]
fn wrong(arguments: &[&str], words: &str) {
    let printed = Scratch::base().run(arguments).fails(2);
    assert!(printed.contains(words), "no `{words}` in:\n{printed}");
}

#[test]
fn steps_show_direction_and_quotes() {
    let text = stdout(&["path", "construction", "nato", "-k", "1"]);
    assert!(
        text.contains("\n1. construction – Belarus – NATO (2 steps)\n"),
        "{text}"
    );
    let step = "\
- Belarus —Concern→ NATO
  - Concern (13 November 2017): Aleksandr Lukashenko (Belarus): “We are facing the enhancement of the NATO.” [";
    assert!(text.contains(step), "{text}");
    assert!(
        text.contains("\n- construction ←Offer— Belarus\n"),
        "{text}"
    );
    assert!(text.contains("#:~:text=We%20are%20facing%20the%20enhancement%20of%20the%20NATO."));
    assert!(text.contains("\n  - and 2 more\n"), "{text}");

    let backward = stdout(&["path", "nato", "construction", "-k", "1"]);
    assert!(
        backward.contains("\n- NATO ←Concern— Belarus\n"),
        "{backward}"
    );
    let together = stdout(&["path", "belarus", "mogilev-region", "--view", "actors"]);
    assert!(!together.contains("3. "), "{together}");
}

#[test]
fn other_links_are_shown_by_name() {
    let text = stdout(&[
        "path",
        "anton-alikhanov",
        "aleksandr-lukashenko",
        "--view",
        "people",
    ]);
    let words = "\
- Anton Alikhanov ←Meeting→ Aleksandr Lukashenko
  - Meeting of Belarus and Kaliningrad Oblast, 13 November 2017
    > “Belarus President Aleksandr Lukashenko said as he met with";
    assert!(text.contains(words), "{text}");
    assert!(text.contains("- Anton Alikhanov —post→ Acting Governor of Kaliningrad Oblast\n"));
    assert!(text.contains(
        "  - 6 October 2016: Anton Alikhanov, Acting Governor of Kaliningrad Oblast, from 2016 ["
    ));
}

#[test]
fn json_lists_every_tie_with_all_acts() {
    let arguments = ["path", "construction", "NATO", "--format", "json"];
    let found: Value = serde_json::from_str(&stdout(&arguments)).unwrap();
    assert_eq!(found["view"], "everything");
    assert_eq!(found["from"]["id"], "sector:construction");
    assert_eq!(found["to"]["label"], "NATO");
    let connections = found["connections"].as_array().unwrap();
    assert_eq!(connections.len(), 3);
    assert_eq!(connections[0]["hops"], 2);
    let nodes = connections[0]["nodes"].as_array().unwrap();
    let ids: Vec<&Value> = nodes.iter().map(|node| &node["id"]).collect();
    assert_eq!(ids, ["sector:construction", "id:belarus", "id:nato"]);
    let ties = connections[0]["steps"][1].as_array().unwrap();
    assert_eq!(ties[0]["source"], "id:belarus");
    assert_eq!(ties[0]["relation"], "bil:Concern");
    // Three texts report this act: it counts once.
    assert_eq!(ties[0]["acts"].as_array().unwrap().len(), 1);
    let assessment = &connections[0]["steps"][0][0];
    assert_eq!(assessment["relation"], "bil:Assessment");
    assert_eq!(assessment["acts"].as_array().unwrap().len(), 4);
    let quote = "We are facing the enhancement of the NATO.";
    assert_eq!(ties[0]["acts"][0]["quote"], quote);
    assert_eq!(ties[0]["acts"][0]["date"], "2017-11-13");
}

#[test]
fn kinds_dates_and_steps_narrow_the_search() {
    let hops = |more: &[&str]| -> Vec<u64> {
        let ends = [
            "path",
            "construction",
            "nato",
            "-k",
            "9",
            "--format",
            "json",
        ];
        let found: Value = serde_json::from_str(&stdout(&[&ends, more].concat())).unwrap();
        let connections = found["connections"].as_array().unwrap();
        connections
            .iter()
            .map(|path| path["hops"].as_u64().unwrap())
            .collect()
    };
    assert_eq!(hops(&["--max-hops", "2"]), [2]);
    assert_eq!(hops(&["--max-hops", "1"]), [0; 0]);
    assert!(hops(&[]).len() > 2 && hops(&[]).is_sorted());
    assert_eq!(hops(&["--kind", "Concern"]), [0; 0]);
    assert_eq!(hops(&["--since", "2024"]), [0; 0]);
}

#[test]
fn unconnected_nodes_list_what_each_reaches() {
    let printed = note(&["path", "construction", "nato", "--max-hops", "1"]);
    assert_eq!(
        printed,
        "0 results: nothing connects construction and NATO in the view `everything` within 1 step; \
         construction reaches Belarus and Kaliningrad Oblast; \
         NATO reaches Belarus\n"
    );
    let printed = note(&["path", "cement", "nato", "--view", "items"]);
    assert_eq!(
        printed,
        "0 results: NATO is not in the view `items`, but in `actors`, `everything` and `people`\n"
    );
    let printed = note(&["path", "construction", "nato", "--kind", "Concern"]);
    assert_eq!(
        printed,
        "0 results: construction has no tie of these kinds and dates in the view `everything`\n"
    );
    let printed = note(&["path", "belarus", "act:2017-11-13-minsk.materials"]);
    assert_eq!(
        printed,
        "0 results: https://w3id.org/bilateral/act/2017-11-13-minsk.materials is in no view: it has no tie\n"
    );
}

#[test]
fn empty_result_is_valid_json() {
    let scratch = Scratch::base();
    let ran = scratch.run(&[
        "path",
        "norland",
        "river-league",
        "--kind",
        "Offer",
        "-o",
        "none.json",
    ]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.stderr
            .starts_with("0 results: River League is in no view"),
        "{}",
        ran.stderr
    );
    let text = std::fs::read_to_string(scratch.path("none.json")).unwrap();
    let found: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(found["connections"].as_array().unwrap().len(), 0);
}

#[test]
fn invalid_ends_and_numbers_are_refused() {
    wrong(
        &["path", "norland", "norland"],
        "`norland` is given twice: a connection needs two different ends",
    );
    wrong(
        &["path", "norland", "Norland"],
        "`norland` and `Norland` are the same entity: a connection needs two different ends",
    );
    wrong(
        &["path", "norland", "Kestrel Cost"],
        "unknown entity `Kestrel Cost`; did you mean `Kestrel Coast`?",
    );
    wrong(
        &["path", "nordland", "norland"],
        "unknown entity `nordland`; did you mean `norland`?",
    );
    wrong(&["path", "norland"], "<B>");
    for number in ["0", "-1", "101", "x", ""] {
        wrong(
            &["path", "norland", "kestrel-coast", "-k", number],
            "the number of connections must be from 1 to 100",
        );
    }
    for number in ["0", "-1", "x", "1.5", ""] {
        wrong(
            &["path", "norland", "kestrel-coast", "--max-hops", number],
            "the number of steps must be 1 or more",
        );
    }
    wrong(
        &["path", "norland", "kestrel-coast", "--view", "actor"],
        "--view: unknown view `actor`; did you mean `actors`?",
    );
    wrong(
        &["path", "norland", "kestrel-coast", "--format", "dot"],
        "unknown format `dot`: choose one of txt, md, html, docx, json",
    );
    wrong(
        &["path", "norland", "kestrel-coast", "--kind", "Ofer"],
        "--kind: unknown kind or group of acts `Ofer`; did you mean `Offer`?",
    );
}

#[test]
fn node_without_facts_is_found_by_its_iri() {
    let scratch = Scratch::base();
    scratch.put(
        "queries/views/bare.rq",
        "# title: Bare\n# asks: One tie.\nSELECT ?source ?target ?relation ?act WHERE {\n  \
         VALUES (?source ?target ?relation ?act) { (<https://example.org/a> <https://example.org/b> <https://example.org/r> <https://example.org/x>) }\n}\n",
    );
    let arguments = [
        "path",
        "https://example.org/a",
        "<https://example.org/b>",
        "--view",
        "bare",
    ];
    let text = scratch.run(&arguments).quietly();
    let step = "- https://example.org/a —https://example.org/r→ https://example.org/b\n  - https://example.org/x\n";
    assert!(text.contains(step), "{text}");
}
