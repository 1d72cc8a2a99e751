//! Named queries: headers, catalogue, and values that are always terms.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail loudly, as tests do"
)]

use std::sync::Arc;

use bilateral::diagnostic::{Code, Finding, LoadError, SourceText};
use bilateral::query::{Catalogue, NamedQuery, ParameterKind, QueryError};
use bilateral::source::Answer;
use oxigraph::model::{Literal, Term};
use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};

use crate::support::small_graph::{column, name_index, source};

const OFFERS: &str = "\
# title: Offers by sector
# asks: What was offered?
# A comment like any other: it says nothing.
# param: sector (sector, only this sector, or those below)
# param: since (date, from this day on)
# param: by (actor, who offers, required)

SELECT ?act ?sector WHERE {
  VALUES ?sector { UNDEF }
  values ?since{undef}
  VALUES ?by { UNDEF }
  ?act a bil:Offer ; bil:by ?by ; bil:sector ?sector .
}
";

fn text(name: &str, text: &str) -> Arc<SourceText> {
    Arc::new(SourceText::new(name, text))
}

fn offers() -> NamedQuery {
    NamedQuery::read(text("queries/answers/offers.rq", OFFERS)).expect("a good header")
}

fn loose(sparql: &str) -> NamedQuery {
    NamedQuery::read_loosely(text("query text", sparql)).expect("no header")
}

fn set(values: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    values.iter().map(owned).collect()
}

fn answers(query: &NamedQuery, values: &[(&str, &str)]) -> Result<Vec<Term>, QueryError> {
    match query.run(&source(), &set(values), &name_index())? {
        Answer::Solutions(solutions) => Ok(column(solutions)),
        other => panic!("{other:?}"),
    }
}

/// The term that a value becomes.
fn term(kind: &str, value: &str) -> Result<String, String> {
    let query = format!("# param: v ({kind}, a value)\nSELECT ?v {{ VALUES ?v {{ UNDEF }} }}");
    let query = NamedQuery::read(text("q.rq", &query)).expect("a good header");
    let terms = answers(&query, &[("v", value)]).map_err(|error| error.to_string())?;
    Ok(terms
        .iter()
        .map(Term::to_string)
        .collect::<Vec<_>>()
        .join(" "))
}

fn header(sparql: &str) -> Vec<String> {
    let printed = |finding: &Finding| {
        assert_eq!(finding.code, Code::QueryHeader);
        let place = finding.place.as_ref().expect("a place");
        let hints = finding.hints.join(" ");
        format!("{place}: {}; {hints}", finding.message)
    };
    let LoadError(findings) = NamedQuery::read(text("q.rq", sparql)).expect_err("a mistake");
    findings.iter().map(printed).collect()
}

#[test]
fn header_has_title_question_and_parameters() {
    let query = offers();
    assert_eq!(query.name, "offers");
    assert_eq!(query.title, "Offers by sector");
    assert_eq!(query.asks, "What was offered?");
    let printed: Vec<_> = query
        .parameters
        .iter()
        .map(|parameter| {
            (
                parameter.name.as_str(),
                parameter.kind,
                parameter.meaning.as_str(),
                parameter.required,
            )
        })
        .collect();
    assert_eq!(
        printed,
        [
            (
                "sector",
                ParameterKind::Sector,
                "only this sector, or those below",
                false
            ),
            ("since", ParameterKind::Date, "from this day on", false),
            ("by", ParameterKind::Actor, "who offers", true),
        ]
    );
}

#[test]
fn query_without_title_uses_its_name() {
    let query = NamedQuery::read(text("C:\\mine\\all.rq", "SELECT * {}")).expect("no header");
    assert_eq!((query.name.as_str(), query.title.as_str()), ("all", "all"));
}

#[test]
fn every_header_error_is_reported_with_its_line() {
    assert_eq!(
        header(
            "# titel: T\n# param: a (sectr, x)\n# param: b\n# param: c (text, x)\n# param: d (text, x)\n# param: d (text, x)\nSELECT * { VALUES ?d { UNDEF } VALUES ?e { UNDEF } }"
        ),
        [
            "q.rq:1:1: unknown key `titel` in the header; did you mean `title`?",
            "q.rq:2:1: unknown kind of parameter `sectr`; did you mean `sector`?",
            "q.rq:3:1: a parameter is a name, and in brackets its kind and meaning; write `# param: sector (sector, only this sector)`",
            "q.rq:6:1: parameter `d` is declared twice; ",
            "q.rq:4:1: the pattern does not use parameter `c`; add the line `VALUES ?c { UNDEF }` to the pattern",
            "q.rq:7:44: parameter `e` is not declared; add the line `# param: e (kind, meaning)` to the header",
        ]
    );
}

#[test]
fn slot_in_string_or_comment_is_ignored() {
    let query =
        loose("SELECT ?x { # VALUES ?a { UNDEF }\n BIND('''\nVALUES ?b { UNDEF }\n''' AS ?x) }");
    assert_eq!(query.parameters, []);
}

#[test]
fn values_are_bound_and_other_slots_are_free() {
    assert_eq!(
        answers(&offers(), &[("by", "belarus")])
            .expect("rows")
            .len(),
        1
    );
    assert_eq!(
        answers(&offers(), &[("by", "Belarus"), ("sector", "construction")])
            .expect("rows")
            .len(),
        1
    );
    assert_eq!(
        answers(&offers(), &[("by", "kaliningrad-oblast")])
            .expect("rows")
            .len(),
        0
    );
    let both = [("by", "kaliningrad-oblast"), ("by", "belarus")];
    assert_eq!(answers(&offers(), &both).expect("rows").len(), 1);
    let bound = offers()
        .bind(&set(&[("since", "2017"), ("by", "belarus")]), &name_index())
        .expect("good values");
    assert!(
        bound
            .text()
            .contains("values ?since{\"2017-01-01\"^^<http://www.w3.org/2001/XMLSchema#date>}")
    );
    assert!(
        bound
            .text()
            .contains("VALUES ?by { <https://w3id.org/bilateral/id/belarus> }")
    );
    assert_eq!(bound.name(), "queries/answers/offers.rq");
}

#[test]
fn unbindable_parameters_are_reported() {
    let printed = |values: &[(&str, &str)]| {
        answers(&offers(), values)
            .expect_err("an error")
            .to_string()
    };
    assert_eq!(
        printed(&[]),
        "offers needs `by`: give it with `--set by=belarus`"
    );
    assert_eq!(
        printed(&[("sectr", "construction")]),
        "offers has no parameter `sectr`; did you mean `sector`?; it takes sector, since, by"
    );
    assert_eq!(
        printed(&[("sector", "constructoin")]),
        "parameter `sector`: unknown sector `constructoin`; did you mean `construction`?"
    );
    assert_eq!(
        printed(&[("by", "cement")]),
        "parameter `by`: `cement` is a good, but an actor is needed here"
    );
    let none = answers(&loose("SELECT * {}"), &[("x", "1")])
        .expect_err("an error")
        .to_string();
    assert_eq!(none, "query text has no parameter `x`; it takes none");
}

#[test]
fn each_parameter_kind_makes_its_term() {
    let ok = |term: &str| Ok(term.to_owned());
    assert_eq!(
        term("actor", "id:belarus"),
        ok("<https://w3id.org/bilateral/id/belarus>")
    );
    assert_eq!(
        term("person", "Anton Alikhanov"),
        ok("<https://w3id.org/bilateral/id/anton-alikhanov>")
    );
    assert_eq!(
        term("item", "cement"),
        ok("<https://w3id.org/bilateral/item/cement>")
    );
    assert_eq!(
        term("topic", "security"),
        ok("<https://w3id.org/bilateral/topic/security>")
    );
    assert_eq!(
        term("entity", "construction"),
        ok("<https://w3id.org/bilateral/sector/construction>")
    );
    assert_eq!(
        term("event", "2017-11-13-minsk"),
        ok("<https://w3id.org/bilateral/id/2017-11-13-minsk>")
    );
    assert_eq!(
        term("kind", "offer"),
        ok("<https://w3id.org/bilateral/ontology#Offer>")
    );
    assert_eq!(
        term("readout", "2017-11-13-minsk"),
        ok("<https://w3id.org/bilateral/readout/2017-11-13-minsk>")
    );
    assert_eq!(
        term("readout", "doc:x"),
        ok("<https://w3id.org/bilateral/readout/x>")
    );
    assert_eq!(
        term("end-date", "2017-02"),
        ok("\"2017-02-28\"^^<http://www.w3.org/2001/XMLSchema#date>")
    );
    assert_eq!(
        term("number", "7"),
        ok("\"7\"^^<http://www.w3.org/2001/XMLSchema#integer>")
    );
    assert_eq!(term("text", " belarus "), ok("\" belarus \""));
}

#[test]
fn value_of_wrong_kind_is_refused() {
    for (kind, value) in [
        ("actor", "> } INSERT"),
        ("sector", "<http://a b>"),
        ("readout", "a b"),
        ("readout", ""),
        ("date", "2017-02-30"),
        ("end-date", "2017-13"),
        ("number", "ten"),
        ("kind", "Ofer"),
        ("event", "cement"),
    ] {
        assert!(term(kind, value).is_err(), "{kind} {value}");
    }
}

#[test]
fn undeclared_parameter_takes_the_kind_of_its_name() {
    let query = loose("SELECT ?x { VALUES ?sector { UNDEF } VALUES ?x { UNDEF } }");
    let kinds: Vec<_> = query
        .parameters
        .iter()
        .map(|parameter| parameter.kind)
        .collect();
    assert_eq!(kinds, [ParameterKind::Sector, ParameterKind::Any]);
    for (value, found) in [
        ("belarus", "<https://w3id.org/bilateral/id/belarus>"),
        ("Offer", "<https://w3id.org/bilateral/ontology#Offer>"),
        ("bil:by", "<https://w3id.org/bilateral/ontology#by>"),
        ("<http://example.org/>", "<http://example.org/>"),
        (
            "2017",
            "\"2017\"^^<http://www.w3.org/2001/XMLSchema#integer>",
        ),
        (
            "2017-11",
            "\"2017-11-01\"^^<http://www.w3.org/2001/XMLSchema#date>",
        ),
        ("<http://a b>", "\"<http://a b>\""),
        ("two words", "\"two words\""),
    ] {
        let terms = answers(&query, &[("x", value)]).expect("rows");
        assert_eq!(
            terms.iter().map(Term::to_string).collect::<Vec<_>>(),
            [found]
        );
    }
}

#[test]
fn error_of_a_bound_query_points_into_the_bound_text() {
    let query = loose("SELECT ?v { VALUES ?v { UNDEF } ?v ?p }");
    let Err(QueryError::Source { query, source }) = answers(&query, &[("v", "words")]) else {
        panic!("no error");
    };
    let finding = source.diagnostic(&query).expect("a finding");
    assert_eq!(
        finding.place.map(|place| place.to_string()).as_deref(),
        Some("query text:1:41")
    );
}

#[test]
fn catalogue_is_sorted_and_later_queries_replace() {
    let (catalogue, mistakes) = Catalogue::new(
        "query",
        [
            text("b.rq", "# title: old\nASK {}"),
            text("a.rq", "ASK {}"),
            text("bad.rq", "# param: x\nASK {}"),
            text("mine/b.rq", "# title: new\nASK {}"),
        ],
    );
    let titles: Vec<_> = catalogue.iter().map(|query| query.title.as_str()).collect();
    assert_eq!(titles, ["a", "new"]);
    assert_eq!(mistakes.len(), 1);
    assert!(catalogue.named("a").is_ok());
}

#[test]
fn unknown_query_suggests_nearest() {
    let (catalogue, _) = Catalogue::new("query", [text("offers.rq", "ASK {}")]);
    let printed = catalogue
        .named("ofers")
        .expect_err("no such query")
        .to_string();
    assert_eq!(printed, "unknown query `ofers`; did you mean `offers`?");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_text_is_bound_as_a_term(value in any::<String>()) {
        let query = NamedQuery::read(text("q.rq", "# param: v (text, x)\nSELECT ?v { VALUES ?v { UNDEF } }")).expect("a good header");
        let terms = answers(&query, &[("v", &value)]).expect("rows");
        prop_assert_eq!(terms, [Term::from(Literal::new_simple_literal(value))]);
    }

    #[test]
    fn hostile_text_is_bound_as_a_term(value in "[\"'\\\\{}<>?#\n\r\t\u{0}\u{1b}\u{202e} .UNDEFu0-9}]{0,40}") {
        let query = loose("SELECT ?v ?w { VALUES ?v { UNDEF } VALUES ?w { 1 } }");
        let terms = answers(&query, &[("v", &value)]).expect("rows");
        prop_assert_eq!(terms.len(), 1);
        if let Some(Term::Literal(literal)) = terms.first() && literal.datatype().as_str().ends_with("#string") {
            prop_assert_eq!(literal.value(), value);
        }
    }
}

#[test]
fn important_columns_are_variables_of_the_query() {
    let query = |columns: &str| {
        let sparql = format!("# columns: {columns}\nSELECT ?act ?quote WHERE {{ ?act ?p ?quote }}");
        NamedQuery::read(text("queries/answers/words.rq", &sparql))
    };
    assert_eq!(
        query("quote, act").expect("a good header").columns,
        ["quote", "act"]
    );
    let LoadError(findings) = query("quot, act").expect_err("an unknown column");
    let [finding] = findings.as_slice() else {
        panic!("{findings:?}");
    };
    assert_eq!(finding.message, "the query has no column `quot`");
    assert_eq!(finding.hints, ["did you mean `quote`?"]);
}
