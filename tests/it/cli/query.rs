//! `query`: queries and parameters that fail, with helpful messages and the documented exit codes.

use std::time::Duration;

use crate::support::scratch::{Ran, Scratch, ran};

fn query(arguments: &[&str]) -> Ran {
    Scratch::base().run(&[&["query"], arguments].concat())
}

#[track_caller]
fn refused(arguments: &[&str], code: i32, words: &[&str]) {
    let printed = query(arguments).fails(code);
    for word in words {
        assert!(printed.contains(word), "no `{word}` in:\n{printed}");
    }
}

#[test]
fn sparql_error_shows_place_and_help() {
    refused(
        &["SELECT * {\n  ?s ?p }"],
        3,
        &["error[sparql-syntax]", "query:2:9", "three parts"],
    );
    refused(
        &["SELECT * { ?s foo:bar ?o }"],
        3,
        &[
            "the prefix `foo:` is not declared",
            "query:1:15",
            "PREFIX foo:",
        ],
    );
    refused(&["SELECT * {"], 3, &["query:1:10", "is not closed"]);
    for empty in ["", " ", "\n# nothing\n"] {
        refused(&[empty], 3, &["the query is empty"]);
    }
}

#[test]
fn updates_and_remote_sources_are_refused() {
    for update in [
        "INSERT DATA { <a:b> <a:b> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:9/>",
        "CLEAR ALL",
    ] {
        refused(&[update], 2, &["updates are refused", "edit facts.toml"]);
    }
    for service in [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { VALUES ?e { <http://127.0.0.1:9/> } SERVICE ?e { ?s ?p ?o } }",
        "SELECT * { FILTER EXISTS { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } } }",
    ] {
        refused(&[service], 2, &["`SERVICE` is refused"]);
    }
    let elsewhere = query(&["SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }"]);
    assert_eq!(
        (elsewhere.code, elsewhere.stderr.as_str()),
        (0, "0 results\n")
    );
}

#[test]
fn unknown_question_or_parameter_suggests_nearest() {
    refused(
        &["meeetings"],
        2,
        &["unknown query `meeetings`; did you mean `meetings`?"],
    );
    refused(&["mentions"], 2, &["mentions needs `of`", "--set of="]);
    refused(
        &["commitments", "--set", "sectr=education"],
        2,
        &["no parameter `sectr`; did you mean `sector`?"],
    );
    refused(
        &["commitments", "--set", "sector=eduction"],
        2,
        &["unknown sector `eduction`; did you mean `education`?"],
    );
    refused(
        &["commitments", "--set", "sector"],
        2,
        &["--set name=value"],
    );
    refused(
        &["commitments", "--set", "=education"],
        2,
        &["--set name=value"],
    );
}

#[test]
fn pairs_after_the_name_set_parameters() {
    let scratch = Scratch::base();
    let run = |arguments: &[&str]| scratch.run(&[&["query"], arguments].concat()).quietly();
    let set = run(&["commitments", "--set", "by=norland", "--format", "csv"]);
    assert_eq!(set.lines().count(), 2, "{set}");
    for pairs in [
        ["commitments", "by=norland"],
        ["commitments", "by= NORLAND "],
    ] {
        assert_eq!(run(&[&pairs[..], &["--format", "csv"]].concat()), set);
    }
    refused(
        &["commitments", "by"],
        2,
        &["`by` is not a pair: write name=value"],
    );
    refused(
        &["commitments", "sectr=education"],
        2,
        &["no parameter `sectr`; did you mean `sector`?"],
    );
}

#[test]
fn query_with_its_values_is_printed_and_can_be_run() {
    let scratch = Scratch::base();
    let run = |arguments: &[&str]| scratch.run(&[&["query"], arguments].concat()).quietly();
    let sparql = run(&["commitments", "by=norland", "--sparql"]);
    assert!(sparql.contains("VALUES ?by { <https://w3id.org/bilateral/id/norland> }"));
    assert_eq!(
        run(&[&sparql, "--format", "csv"]),
        run(&["commitments", "by=norland", "--format", "csv"])
    );
    refused(
        &["commitments", "--sparql", "--format", "csv"],
        2,
        &["cannot be used with"],
    );
}

#[test]
fn empty_answer_names_the_advised_parameter() {
    let nothing = "0 results\n";
    let advice = "`news` may need a value: add `since=2017-11-13-minsk` or `on=2017-11-13`\n";
    let news = query(&["news"]);
    assert_eq!((news.code, news.stderr), (0, format!("{nothing}{advice}")));
    let news = query(&["news", "on=1990"]);
    assert_eq!((news.code, news.stderr.as_str()), (0, nothing));
    let list = query(&["--list"]).quietly();
    assert!(list.contains("--set since=… (event, advised): the meeting\n"));
}

#[test]
fn empty_answer_counts_the_results_without_its_values() {
    let commitments = query(&["commitments", "by=kestrel-coast"]);
    let hint = "0 results\n1 result without by=kestrel-coast\n";
    assert_eq!((commitments.code, commitments.stderr.as_str()), (0, hint));
}

#[test]
fn empty_news_suggest_the_latest_meeting_with_news() {
    let news = Scratch::empty().run(&["query", "news"]).stderr;
    let hint = "bilateral query news since=2025-06-09-besprozvannykh\n";
    assert!(news.ends_with(hint), "{news}");
}

#[test]
fn all_columns_are_in_the_order_of_first_mention() {
    let header = |text: &str| {
        let csv = query(&[text, "--format", "csv"]).quietly();
        csv.lines().next().unwrap().to_owned()
    };
    for (text, columns) in [
        ("SELECT * { ?z a bil:Person ; rdfs:label ?a }", "z,a"),
        ("SELECT DISTINCT * { ?z a ?m . ?m rdfs:label ?a }", "z,m,a"),
        ("select * { { SELECT ?z { ?hidden a ?z } } ?a a ?z }", "z,a"),
        ("SELECT ?b ?a { ?a a ?b }", "b,a"),
        (
            "SELECT ?a { { SELECT * { ?z a ?m ; rdfs:label ?a } } }",
            "a",
        ),
        ("SELECT * { ?z a bil:Person BIND(1 AS ?a) }", "z,a"),
    ] {
        assert_eq!(header(text), columns, "{text}");
    }
}

#[test]
fn parameter_value_cannot_inject_sparql() {
    let hostile = [
        "belarus> . ?x ?y ?z } #",
        "norland } UNION { ?a ?b ?c",
        "\"} # \\\"",
        "'''\n}\n# ",
        "\\u003e . ?x ?y ?z",
        "<https://w3id.org/bilateral/id/norland> <x:y>",
        "UNDEF } VALUES ?y { 1",
    ];
    for value in hostile {
        let set = format!("by={value}");
        refused(&["commitments", "--set", &set], 2, &["unknown actor"]);

        let set = format!("x={value}");
        let echo = "SELECT (STR(?x) AS ?value) { VALUES ?x { UNDEF } }";
        let ran = query(&[echo, "--set", &set, "--format", "json"]).quietly();
        let json: serde_json::Value = serde_json::from_str(&ran).unwrap();
        assert_eq!(json["results"]["bindings"][0]["value"]["value"], value);
        assert_eq!(json["results"]["bindings"].as_array().unwrap().len(), 1);
    }
}

#[test]
fn endless_query_exits_with_4() {
    let endless = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }";
    for select in [
        "SELECT *",
        "SELECT (COUNT(*) AS ?all)",
        "CONSTRUCT { ?a ?b ?o }",
    ] {
        let scratch = Scratch::base();
        let arguments = ["query", "--timeout", "1", &format!("{select} {endless}")];
        let mut command = scratch.bilateral(&arguments);
        // The test's own patience: it does not say how long the program may take.
        let printed = ran(command.timeout(Duration::from_secs(120))).fails(4);
        assert!(
            printed.starts_with("error: the query took longer than 1 s: allow more with --timeout"),
            "{printed}"
        );
    }
}

#[test]
fn aborted_query_keeps_the_old_file() {
    let scratch = Scratch::base();
    scratch.put("answer.csv", "old");
    let endless = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    let arguments = ["query", "--timeout", "1", "-o", "answer.csv", endless];
    scratch.run(&arguments).fails(4);
    assert_eq!(std::fs::read(scratch.path("answer.csv")).unwrap(), b"old");
}

#[test]
fn query_beyond_limits_exits_with_4() {
    let scratch = Scratch::base();
    scratch.put("long.rq", " ".repeat(2 << 20));
    let printed = scratch.run(&["query", "-f", "long.rq"]).fails(4);
    assert!(
        printed.contains("long.rq") && printed.contains("longer than"),
        "{printed}"
    );
    let deep = format!("SELECT * {}{}", "{".repeat(5_000), "}".repeat(5_000));
    refused(&[&deep], 4, &["nested"]);
}

#[test]
fn unreadable_query_file_is_reported_by_name() {
    let scratch = Scratch::base();
    scratch.put("latin.rq", b"SELECT * { ?s ?p \"\xe9\" }");
    scratch.put("empty.rq", "");
    let mut stdin = scratch.bilateral(&["query", "-"]);
    let printed = ran(stdin.write_stdin(b"ASK { ?s ?p \"\xe9\" }".as_slice())).fails(3);
    assert!(printed.contains("stdin:1:14"), "{printed}");
    for (file, words) in [
        ("missing.rq", "cannot read `missing.rq`"),
        ("data", "cannot read `data`"),
        ("latin.rq", "byte 18 is not UTF-8; save the file as UTF-8"),
        ("latin.rq", "latin.rq:1:19"),
        ("empty.rq", "the query is empty"),
    ] {
        let printed = scratch.run(&["query", "-f", file]).fails(3);
        assert!(
            printed.contains(words) && printed.contains(file),
            "{printed}"
        );
    }
}

#[test]
fn query_is_read_from_stdin() {
    let scratch = Scratch::base();
    for arguments in [["query", "-"].as_slice(), &["query", "-f", "-"], &["query"]] {
        let mut command = scratch.bilateral(arguments);
        let answer = ran(command.write_stdin("ASK { ?act a bil:Offer }")).quietly();
        assert_eq!(answer, "true\n", "{arguments:?}");

        let mut command = scratch.bilateral(arguments);
        let printed = ran(command.write_stdin("ASK { ?act a bil:Offer ")).fails(3);
        assert!(printed.contains("stdin:1:5"), "{printed}");
    }
}

#[test]
fn unsuitable_format_is_refused_before_writing() {
    let construct = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }";
    refused(
        &[construct, "--format", "csv"],
        2,
        &["the answer is a graph"],
    );
    refused(
        &["meetings", "--format", "ttl"],
        2,
        &["the answer is a table"],
    );
    let scratch = Scratch::base();
    scratch.put("old.csv", "old");
    scratch.run(&["query", construct, "-o", "old.csv"]).fails(2);
    assert_eq!(std::fs::read(scratch.path("old.csv")).unwrap(), b"old");
}

#[test]
fn own_question_with_broken_header_is_reported_with_place() {
    let scratch = Scratch::base();
    let header = "# titel: Mine\n# param: by actor\nSELECT * { ?s ?p ?o }\n";
    scratch.put("queries/answers/mine.rq", header);
    for arguments in [
        ["query", "--list"],
        ["query", "mine"],
        ["query", "meetings"],
    ] {
        let printed = scratch.run(&arguments).fails(3);
        assert!(printed.contains("queries/answers/mine.rq:1:1"), "{printed}");
        assert!(printed.contains("did you mean `title`?"), "{printed}");
        assert!(printed.contains("queries/answers/mine.rq:2:1"), "{printed}");
        assert!(printed.ends_with("2 mistakes\n"), "{printed}");
    }
    // What needs no question is not kept from its work.
    assert!(
        scratch
            .run(&["brief", "--full"])
            .quietly()
            .contains("forty trams")
    );
}

#[test]
fn own_question_is_listed_and_replaces_a_built_in_one() {
    let scratch = Scratch::base();
    let offers = "# title: Offers\n# asks: What was offered?\nSELECT ?a { ?a a bil:Offer }\n";
    scratch.put("queries/answers/my-offers.rq", offers);
    scratch.put(
        "queries/answers/meetings.rq",
        "# title: None\n# asks: Nothing?\nSELECT (1 AS ?one) {}\n",
    );
    let list = scratch.run(&["query", "--list"]).quietly();
    assert!(
        list.contains("my-offers\n    What was offered?\n"),
        "{list}"
    );
    assert!(list.contains("meetings\n    Nothing?\n"), "{list}");
    let rows = scratch
        .run(&["query", "my-offers", "--format", "csv"])
        .quietly();
    assert_eq!(rows.lines().count(), 2, "{rows}");
    let meetings = scratch
        .run(&["query", "meetings", "--format", "csv"])
        .quietly();
    assert_eq!(meetings, "one\r\n1\r\n");
}
