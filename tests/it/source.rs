//! Answers to SPARQL, and the messages for queries that are refused.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail loudly, as tests do"
)]

use std::iter;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use bilateral::diagnostic::{Code, Finding, SourceText};
use bilateral::source::{Answer, Cancel, Source, SourceError};
use bilateral::vocab::PREFIXES;
use oxigraph::model::NamedNode;

use crate::support::program::{read, repository, updating};
use crate::support::small_graph::{ask, column, quads, select, source};

fn mistake(sparql: &str) -> String {
    match ask(sparql) {
        Err(error @ SourceError::Syntax(_)) => error.to_string(),
        other => panic!("{sparql}: {other:?}"),
    }
}

fn finding(sparql: &str) -> Finding {
    let error = ask(sparql).expect_err("a mistake");
    let text = Arc::new(SourceText::new("query text", sparql));
    error.diagnostic(&text).expect("a finding")
}

#[test]
fn default_graph_is_the_union_of_all_graphs() {
    let acts = "SELECT ?act { ?act bil:by ?by . ?by rdfs:label ?label }";
    assert_eq!(column(select(acts)).len(), 2);
}

#[test]
fn query_with_from_keeps_its_graphs() {
    let from = "SELECT ?s FROM <https://w3id.org/bilateral/reference> { ?s ?p ?o }";
    assert_eq!(column(select(from)).len(), 2);
    let from_named = "SELECT ?s FROM NAMED doc:2017-11-13-minsk { ?s ?p ?o }";
    assert_eq!(column(select(from_named)).len(), 0);
    let graph = "SELECT ?s FROM NAMED doc:2017-11-13-minsk { GRAPH ?g { ?s ?p ?o } }";
    assert_eq!(column(select(graph)).len(), 6);
}

#[test]
fn every_standard_prefix_is_declared() {
    for prefix in PREFIXES {
        let iri = column(select(&format!("SELECT ({}:x AS ?iri) {{}}", prefix.name)));
        assert_eq!(
            iri,
            [NamedNode::new_unchecked([prefix.iri, "x"].concat()).into()]
        );
    }
}

#[test]
fn row_has_values_by_name_and_by_column() {
    let mut rows = select("SELECT ?act ?none { ?act a bil:Offer }");
    assert_eq!(rows.variables().len(), 2);
    let row = rows.next().expect("a row").expect("no error");
    assert_eq!(row.get("act"), row.at(0));
    assert_eq!(row.values().len(), 2);
    assert_eq!(
        (row.get("none"), row.at(1), row.at(2), row.get("other")),
        (None, None, None, None)
    );
    assert_eq!(row.bindings().count(), 1);
    assert!(rows.next().is_none());
}

#[test]
fn ask_and_construct_are_answered() {
    assert!(matches!(
        ask("ASK { ?act a bil:Offer }"),
        Ok(Answer::Boolean(true))
    ));
    let Ok(Answer::Graph(triples)) = ask("CONSTRUCT { ?s a ?o } WHERE { ?s a ?o }") else {
        panic!("no graph");
    };
    let triples: Result<Vec<_>, _> = triples.collect();
    assert_eq!(triples.expect("triples").len(), 2);
}

#[test]
fn updates_are_refused() {
    for update in [
        "INSERT DATA { id:a bil:by id:b }",
        "# a comment\nPREFIX x: <http://x/>\ndelete where { ?s ?p ?o }",
        "WITH <http://g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "LOAD <http://example.org/>",
        "CLEAR ALL",
    ] {
        let finding = finding(update);
        assert_eq!(finding.code, Code::SparqlUpdate, "{update}");
        assert!(
            finding.message.starts_with("updates are refused"),
            "{update}"
        );
    }
}

#[test]
fn service_is_refused_even_if_silent_or_unreachable() {
    for query in [
        "SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://example.org/sparql> { ?s ?p ?o } }",
        "SELECT * { ?s a bil:Nothing . service silent ?s { ?s ?p ?o } }",
        "ASK { OPTIONAL { SERVICE SILENT <http://example.org/sparql> { ?s ?p ?o } } }",
    ] {
        assert!(
            matches!(ask(query), Err(SourceError::ServiceRefused { at: Some(_) })),
            "{query}"
        );
    }
    assert_eq!(
        finding("ASK { SERVICE id:x {} }")
            .place
            .map(|place| place.to_string())
            .as_deref(),
        Some("query text:1:7")
    );
}

#[test]
fn service_in_string_name_or_comment_is_accepted() {
    assert!(
        ask("SELECT ?service { ?service rdfs:label 'SERVICE' ; a bil:Service } # SERVICE").is_ok()
    );
}

/// A `<` that the grammar reads as an operator can hide the word from the search, not from the evaluator.
#[test]
fn hidden_service_is_refused_by_the_evaluator() {
    let mut rows = select("SELECT * { FILTER(1<2)SERVICE#>\n<http://example.org/> { ?s ?p ?o } }");
    assert!(matches!(
        rows.next(),
        Some(Err(SourceError::ServiceRefused { at: None }))
    ));
}

#[test]
fn query_is_cancelled_from_another_thread() {
    let quads = quads()
        .into_iter()
        .cycle()
        .take(8)
        .enumerate()
        .flat_map(|(at, mut quad)| {
            (0..200).map(move |copy| {
                quad.subject =
                    NamedNode::new_unchecked(format!("http://example.org/{at}/{copy}")).into();
                quad.clone()
            })
        });
    let source = Source::local(quads).expect("quads are indexed");
    let cancel = Cancel::default();
    let timer = thread::spawn({
        let cancel = cancel.clone();
        move || {
            thread::sleep(Duration::from_millis(50));
            cancel.cancel();
        }
    });
    let endless = "SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    let Ok(Answer::Solutions(mut rows)) = source.with_cancel(cancel).run(endless) else {
        panic!("no rows");
    };
    let error = rows.find_map(Result::err);
    assert!(matches!(error, Some(SourceError::Cancelled)), "{error:?}");
    timer.join().expect("the timer ends");
}

/// Queries with a mistake; below the line at fault its characters are marked and the message and the help follow.
const MISTAKES: &str = "tests/sparql_mistakes.txt";

/// A line of [`MISTAKES`] that is no part of the query.
fn is_annotation(line: &str) -> bool {
    line.trim_start().starts_with('^') || line.starts_with("= help: ")
}

/// A query with its mistake.
fn annotated(query: &str) -> String {
    let finding = finding(query);
    let place = finding.place.expect("a place");
    let position = place.position().expect("a position");
    let marked = place.range().and_then(|range| query.get(range));
    let width = marked.expect("a range").chars().count().max(1);
    let mut lines: Vec<String> = query.lines().map(str::to_owned).collect();
    let mark = [" ".repeat(position.column - 1), "^".repeat(width)].concat();
    let help = finding.hints.iter().map(|help| format!("= help: {help}"));
    let notes = iter::once(format!("{mark} {}", finding.message)).chain(help);
    lines.splice(position.line..position.line, notes);
    lines.join("\n") + "\n"
}

#[test]
fn common_mistakes_are_marked_with_a_message_and_help() {
    let expected = read(MISTAKES);
    let is_of_query = |line: &&str| !is_annotation(line);
    let query = |case: &str| {
        case.lines()
            .filter(is_of_query)
            .collect::<Vec<_>>()
            .join("\n")
    };
    let cases = expected.trim_end().split("\n\n");
    let found: Vec<String> = cases.map(|case| annotated(&query(case))).collect();
    let found = found.join("\n");
    if updating() {
        std::fs::write(repository().join(MISTAKES), &found).expect("the file is written");
    }
    assert!(
        found == read(MISTAKES),
        "not as in {MISTAKES}; UPDATE_GOLDEN=1 updates it:\n{found}"
    );
}

#[test]
fn empty_query_is_reported_as_empty() {
    for query in ["", " \n", "\n # nothing\n"] {
        assert_eq!(finding(query).message, "the query is empty", "{query:?}");
    }
}

#[test]
fn undeclared_prefix_suggests_nearest() {
    let undeclared = finding("SELECT * {\n ?s bli:by ?o }");
    assert_eq!(undeclared.code, Code::SparqlUndeclaredPrefix);
    assert_eq!(
        undeclared.place.map(|place| place.to_string()).as_deref(),
        Some("query text:2:5")
    );
    assert_eq!(undeclared.hints, ["did you mean `bil:`?"]);
    assert!(mistake("SELECT * { ?s zzzz:by ?o }").ends_with("`PREFIX zzzz: <https://…>`"));
    assert!(
        mistake("PREFIX mine: <http://x/> SELECT * { ?s mime:x ?o }")
            .ends_with("did you mean `mine:`?")
    );
}

#[test]
fn prefix_in_strings_iris_and_comments_is_ignored() {
    let query =
        "PREFIX my: <http://x/>\nSELECT * { # no:prefix\n ?s my:p 'no:prefix', <no:prefix> } oops";
    assert!(mistake(query).contains("unexpected `oops`"));
}

#[test]
fn queries_are_bounded_in_length_depth_and_size() {
    let nested = |open: &str, close: &str, times: usize| {
        format!(
            "SELECT * {{ {}{} }}",
            open.repeat(times),
            close.repeat(times)
        )
    };
    for times in [200, 10_000] {
        let braces = ask(&nested("{", "}", times));
        assert!(
            matches!(braces, Err(SourceError::TooDeep { .. })),
            "{braces:?}"
        );
    }
    assert!(matches!(
        ask(&"{(".repeat(100_000)),
        Err(SourceError::TooDeep { .. })
    ));
    assert!(ask(&nested("{", "}", 90)).is_ok());
    let hidden = format!(
        "SELECT * {{ FILTER(1<x:{}1{}>2) }}",
        "(".repeat(5_000),
        ")".repeat(5_000)
    );
    assert!(matches!(
        ask(&hidden),
        Err(SourceError::TooIntricate { .. })
    ));
    for chain in [
        "UNION {}",
        "OPTIONAL {}",
        "FILTER(1)",
        "?s ?p ?o .",
        "MINUS {}",
    ] {
        let query = format!("SELECT * {{ {{}} {} }}", chain.repeat(10_000));
        assert!(
            matches!(ask(&query), Err(SourceError::TooIntricate { .. })),
            "{chain}"
        );
    }
    let long = format!("SELECT * {{ ?s ?p '{}' }}", "x".repeat(1 << 20));
    assert!(matches!(ask(&long), Err(SourceError::TooLong { .. })));
    let message = ask(&long).expect_err("too long").to_string();
    assert_eq!(message, "the query is longer than 1048576 bytes");
}

#[test]
fn values_may_have_many_rows() {
    let many = format!(
        "SELECT ?x {{ VALUES (?x ?y) {{ {} }} }}",
        "(bil:Offer 1) ".repeat(10_000)
    );
    assert_eq!(column(select(&many)).len(), 10_000);
}

#[test]
fn longest_chain_does_not_overflow_the_stack() {
    for chain in ["UNION {} ", "OPTIONAL {} ", "MINUS {} "] {
        let query = format!("SELECT * {{ {{}} {} }}", chain.repeat(660));
        assert!(source().run(&query).is_ok(), "{chain}");
    }
    let sum = format!("SELECT (1{} AS ?x) {{}}", "+1".repeat(990));
    assert_eq!(column(select(&sum)).len(), 1);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(400))]

    #[test]
    fn any_query_text_is_answered_or_refused(
        words in proptest::collection::vec("SELECT|ASK|WHERE|\\{|\\}|\\(|\\)|\\[|\\]|\\?s|\\*|bil:by|x:y|<a|<http://a>|'|\"a\"|@|_:b|\\.|;|,|FILTER|GROUP|BY|COUNT|AS|BIND|VALUES|UNDEF|=|#|\n|é|\\PC", 0..20)
    ) {
        let text = words.join(" ");
        if let Err(error) = ask(&text) {
            let source = Arc::new(SourceText::new("query text", text));
            let finding = error.diagnostic(&source);
            proptest::prop_assert!(finding.is_some());
        }
    }
}
