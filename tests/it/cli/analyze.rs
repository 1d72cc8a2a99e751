//! `analyze`: what it prints for which options, and what it refuses.

#![expect(
    clippy::expect_used,
    reason = "helpers of tests fail loudly, as tests do"
)]

use bilateral::network::analysis;
use serde_json::Value;

use crate::support::program::read;
use crate::support::scratch::{Scratch, bilateral, ran};

/// A view of the ties in the file `data/ties.ttl`.
const VIEW: &str = "\
PREFIX ex: <https://example.org/>
SELECT ?source ?target ?relation ?act ?weight ?layer ?date WHERE {
  ?act ex:from ?source ; ex:to ?target ; ex:weight ?weight .
  OPTIONAL { ?act ex:layer ?layer }
  OPTIONAL { ?act ex:date ?date }
  BIND(ex:tie AS ?relation)
}
";

/// A dossier with ties of its own.
fn scratch(ties: &str) -> Scratch {
    let scratch = Scratch::base();
    let prefixes =
        "@prefix ex: <https://example.org/> .\n@prefix id: <https://w3id.org/bilateral/id/> .\n";
    scratch.put("data/ties.ttl", [prefixes, ties].concat());
    scratch.put("queries/views/ties.rq", VIEW);
    scratch
}

const TIES: &str = "\
ex:1 ex:from id:mira-holt ; ex:to id:governor-of-kestrel-coast ; ex:weight 2 ; ex:layer \"trade\" ; ex:date \"2019\" .
ex:2 ex:from id:governor-of-kestrel-coast ; ex:to id:norland ; ex:weight 1 ; ex:layer \"visits\" ; ex:date \"2020\" .
ex:3 ex:from id:norland ; ex:to id:river-league ; ex:weight 0.5 ; ex:layer \"trade\" .
";

#[track_caller]
fn json(scratch: &Scratch, arguments: &[&str]) -> Value {
    let all = [
        &["analyze", "--view", "ties", "--format", "json"],
        arguments,
    ]
    .concat();
    let ran = scratch.run(&all);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).expect("JSON")
}

/// The labels of the nodes, in their order.
fn labels(answer: &Value) -> Vec<&str> {
    let nodes = answer["nodes"].as_array().expect("nodes");
    nodes
        .iter()
        .map(|node| node["label"].as_str().expect("a label"))
        .collect()
}

#[track_caller]
fn refused(scratch: &Scratch, arguments: &[&str], words: &str) {
    let printed = scratch.run(&[&["analyze"], arguments].concat()).fails(2);
    assert!(printed.starts_with("error: "), "{printed}");
    assert!(printed.contains(words), "no `{words}` in:\n{printed}");
}

#[test]
fn nodes_are_sorted_by_the_first_measure() {
    let answer = json(&scratch(TIES), &["--measure", "strength,degree"]);
    assert_eq!(
        labels(&answer),
        [
            "Governor of Kestrel Coast",
            "Mira Holt",
            "Norland",
            "River League"
        ]
    );
    assert_eq!(answer["nodes"][0]["strength"], 3.0);
    assert_eq!(answer["nodes"][0]["degree"], 2);
    let answer = json(&scratch(TIES), &["--measure", "strength", "--top", "1"]);
    assert_eq!(labels(&answer), ["Governor of Kestrel Coast"]);
}

#[test]
fn people_and_posts_roll_up_to_their_state() {
    let scratch = scratch(TIES);
    let at = |level| {
        json(
            &scratch,
            &["--measure", "strength,pair-count", "--level", level],
        )
    };
    // The League belongs to no state, so it is not merged.
    assert_eq!(labels(&at("state")), ["Norland", "Sundra", "River League"]);
    let region = at("region");
    assert_eq!(
        labels(&region),
        ["Norland", "Kestrel Coast", "River League"]
    );
    assert_eq!(labels(&at("organization")), labels(&region));
    assert_eq!(labels(&at("person"))[0], "Governor of Kestrel Coast");
}

#[test]
fn act_of_two_merged_actors_counts_once() {
    let ties = "\
ex:1 ex:from id:governor-of-kestrel-coast, id:kestrel-coast ; ex:to id:norland ; ex:weight 1 .
ex:2 ex:from id:kestrel-coast ; ex:to id:governor-of-kestrel-coast ; ex:weight 1 .
";
    let answer = json(
        &scratch(ties),
        &["--measure", "total-weight,tie-count", "--level", "region"],
    );
    assert_eq!(answer["network"]["total_weight"], 1.0);
    assert_eq!(answer["network"]["tie_count"], 1);
}

#[test]
fn layers_weights_and_focus_cut_the_network() {
    let scratch = scratch(TIES);
    let trade = json(&scratch, &["--measure", "degree", "--layer", "trade"]);
    assert_eq!(trade["nodes"].as_array().map(Vec::len), Some(4));
    let visits = json(&scratch, &["--measure", "degree", "--layer", "visits"]);
    assert_eq!(labels(&visits), ["Governor of Kestrel Coast", "Norland"]);
    let heavy = json(&scratch, &["--measure", "degree", "--min-weight", "2"]);
    assert_eq!(labels(&heavy), ["Governor of Kestrel Coast", "Mira Holt"]);
    let near = |hops| {
        json(
            &scratch,
            &[
                "--measure",
                "degree",
                "--focus",
                "mira-holt",
                "--hops",
                hops,
            ],
        )
    };
    assert_eq!(labels(&near("0")), ["Mira Holt"]);
    assert_eq!(near("1")["nodes"].as_array().map(Vec::len), Some(2));
    assert_eq!(near("9")["nodes"].as_array().map(Vec::len), Some(4));
}

#[test]
fn each_year_is_measured_separately() {
    let scratch = scratch(TIES);
    let ran = scratch.run(&[
        "analyze",
        "--view",
        "ties",
        "--measure",
        "node-count,density",
        "--by",
        "year",
        "--format",
        "csv",
    ]);
    assert_eq!(
        ran.stdout,
        "year,node_count,density\r\n2019,2,0.5\r\n2020,2,0.5\r\n"
    );
    assert_eq!(
        ran.stderr,
        "acts without a date, not counted in any year: 1\n"
    );
}

#[test]
fn undefined_values_are_empty_and_explained() {
    let scratch = scratch("ex:1 ex:from id:norland ; ex:to id:norland ; ex:weight 1 .\n");
    let arguments = ["analyze", "--view", "ties", "--measure", "density,diameter"];
    let ran = scratch.run(&[&arguments[..], &["--format", "csv"]].concat());
    let (header, rows) = ran.stdout.split_once("\r\n").expect("a header");
    assert_eq!(header, "measure,value,meaning");
    assert!(rows.starts_with("density,,"), "{rows}");
    assert_eq!(
        ran.stderr,
        "density is undefined: the network has fewer than two nodes\n"
    );
    let answer = json(&scratch, &["--measure", "density,diameter"]);
    assert_eq!(answer["network"]["density"], Value::Null);
    assert_eq!(answer["network"]["diameter"], 0);
    assert_eq!(
        answer["notes"][0],
        "density is undefined: the network has fewer than two nodes"
    );
}

#[test]
fn view_without_ties_is_reported() {
    let scratch = scratch("");
    for arguments in [&[][..], &["--measure", "pagerank"]] {
        let all = [&["analyze", "--view", "ties"], arguments].concat();
        let ran = scratch.run(&all);
        assert_eq!(ran.code, 0);
        assert!(
            ran.stderr
                .starts_with("0 results: the view `ties` has no matching tie\n"),
            "{}",
            ran.stderr
        );
        assert!(!ran.stdout.contains("NaN"), "{}", ran.stdout);
    }
}

#[test]
fn invalid_view_is_refused_with_its_file() {
    let scratch = scratch(TIES);
    let fails = |view: &str, ties: &str, words: &str| {
        scratch.put("queries/views/ties.rq", view);
        scratch.put("data/more.ttl", ["@prefix ex: <https://example.org/> .\n@prefix id: <https://w3id.org/bilateral/id/> .\n", ties].concat());
        let printed = scratch.run(&["analyze", "--view", "ties"]).fails(3);
        assert!(printed.contains(words), "no `{words}` in:\n{printed}");
    };
    let less = VIEW.replace("?relation ?act ?weight", "?relation ?weight");
    fails(
        &less,
        "",
        "queries/views/ties.rq: a view selects ?source ?target ?relation ?act, but this one lacks ?act",
    );
    fails(
        VIEW,
        "ex:4 ex:from \"Norland\" ; ex:to id:norland ; ex:weight 1 .",
        "queries/views/ties.rq: ?source is \"Norland\"",
    );
    fails(
        VIEW,
        "ex:4 ex:from id:sundra ; ex:to id:norland ; ex:weight \"much\" .",
        "queries/views/ties.rq: ?weight is \"much\"",
    );
    fails(
        VIEW,
        "ex:4 ex:from id:sundra ; ex:to id:norland ; ex:weight -1 .",
        "queries/views/ties.rq: ?weight is \"-1\"",
    );
}

#[test]
fn invalid_analysis_options_are_refused() {
    let scratch = scratch(TIES);
    refused(
        &scratch,
        &["--measure", "betweeness"],
        "--measure: unknown measure `betweeness`; did you mean `betweenness`?",
    );
    refused(&scratch, &["--measure", "node"], "did you mean `nodes`?");
    refused(
        &scratch,
        &["--measure", "colour"],
        "`bilateral analyze --explain` lists all",
    );
    refused(
        &scratch,
        &["--explain", "page-rank"],
        "--explain: unknown measure `page-rank`; did you mean `pagerank`?",
    );
    refused(
        &scratch,
        &["--view", "tie"],
        "--view: unknown view `tie`; did you mean `ties`?",
    );
    refused(
        &scratch,
        &["--view", "ties", "--layer", "trad"],
        "no tie has the layer `trad`; the view has `trade` and `visits`",
    );
    refused(
        &scratch,
        &["--layer", "Ofer"],
        "unknown kind or group of acts `Ofer`; did you mean `Offer`?",
    );
    refused(
        &scratch,
        &["--focus", "norlnd"],
        "unknown entity `norlnd`; did you mean `norland`?",
    );
    refused(
        &scratch,
        &["--measure", "openness"],
        "`openness` needs a reference date: --on",
    );
    refused(
        &scratch,
        &["--on", "2020-01-01"],
        "--on applies only to the measure `openness`",
    );
    refused(
        &scratch,
        &["--measure", "ladder", "--level", "state"],
        "--level does not apply to `ladder`",
    );
    refused(&scratch, &["--top", "0"], "must be a number, 1 or more");
    refused(
        &scratch,
        &["--view", "ties", "--format", "csv"],
        "csv holds one table, but these are network, nodes, pairs",
    );
}

#[test]
fn every_measure_is_explained() {
    let list = scratch(TIES).run(&["analyze", "--explain"]).quietly();
    let names: Vec<&str> = list
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_once(": "))
        .map(|(name, _)| name)
        .collect();
    assert!(names.len() > 40, "{list}");
    for name in names {
        let printed = ran(&mut bilateral(&["analyze", "--explain", name])).quietly();
        for part in [name, "\ndefinition: ", "\nsource: "] {
            assert!(printed.contains(part), "{printed}");
        }
    }
}

#[test]
fn hostile_labels_and_huge_weights_are_harmless() {
    let ties = "\
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:a rdfs:label \"\\u001b[31m| `red`\\u202e\"@en .
ex:1 ex:from ex:a ; ex:to id:norland ; ex:weight 1e308 .
ex:2 ex:from ex:a ; ex:to id:norland ; ex:weight 1e308 .
ex:3 ex:from id:norland ; ex:to ex:a ; ex:weight 1e-308 .
";
    let scratch = scratch(ties);
    for format in ["plain", "table", "md", "json"] {
        let run = scratch.run(&[
            "analyze",
            "--view",
            "ties",
            "--measure",
            "network,nodes,pairs,relations",
            "--format",
            format,
        ]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        for bad in ["NaN", "inf", "\u{1b}", "\u{202e}"] {
            // JSON escapes control characters, but not marks of direction.
            let may = format == "json" && bad == "\u{202e}";
            assert!(may || !run.stdout.contains(bad), "{bad} in {}", run.stdout);
        }
    }
}

#[test]
fn openness_equals_the_count_of_open_acts() {
    let open = ran(&mut bilateral(&[
        "query",
        "open",
        "--set",
        "on=2026-01-01",
        "--format",
        "csv",
    ]));
    let measured = ran(&mut bilateral(&[
        "analyze",
        "--measure",
        "openness",
        "--on",
        "2026-01-01",
        "--format",
        "json",
    ]));
    let measured: Value = serde_json::from_str(&measured.stdout).expect("JSON");
    let rows = measured["openness"].as_array().expect("rows");
    let from = |who: &str| {
        rows.iter()
            .filter(|row| row["who"] == who)
            .filter_map(|row| row["open"].as_u64())
            .sum::<u64>()
    };
    // A joint act is open from each side, but counts once.
    assert!(from("Belarus") < open.stdout.lines().count() as u64);
    assert!(from("Belarus") > 10);
}

#[test]
fn table_of_measures_has_the_scope_of_each_measure() {
    let page = read("src/network/measures/catalogue.md");
    let rows = page.lines().filter(|line| line.starts_with("| `"));
    let of_table: Vec<Vec<&str>> = rows
        .map(|row| row.trim_matches(['|', ' ']).split(" | ").collect())
        .collect();
    let of_catalogue: Vec<Vec<String>> = analysis::all()
        .map(|measure| {
            let name = format!("`{}`", measure.name);
            let texts = [measure.sentence, measure.definition, measure.source];
            let texts = texts.map(str::to_owned);
            [name, measure.scope().word().to_owned()]
                .into_iter()
                .chain(texts)
                .collect()
        })
        .collect();
    assert_eq!(of_table, of_catalogue);
}
