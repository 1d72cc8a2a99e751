//! Formats of query answers.

#![expect(
    clippy::expect_used,
    reason = "helpers of tests fail loudly, as tests do"
)]

use std::sync::Arc;

use bilateral::document::ColumnChoice;
use bilateral::export::results::{Layout, ResultFormat, ResultsError, Written, write};
use bilateral::source::{Answer, Row, Solutions, SourceError, Triples};
use oxigraph::model::{BlankNode, Literal, NamedNode, Term, Variable};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

const LAYOUT: Layout<'_> = layout(None);

const fn layout(width: Option<u16>) -> Layout<'static> {
    Layout {
        width,
        colour: false,
        columns: ColumnChoice::Important,
        important: &[],
    }
}

fn answer(columns: &[&str], rows: Vec<Vec<Option<Term>>>) -> Answer {
    let variables: Arc<[Variable]> = columns
        .iter()
        .map(|name| Variable::new_unchecked(*name))
        .collect();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| Ok(Row::new(Arc::clone(&variables), row)))
        .collect();
    Answer::Solutions(Solutions::new(variables, rows.into_iter()))
}

fn iri(text: &str) -> Term {
    NamedNode::new_unchecked(text).into()
}

fn words(text: &str) -> Term {
    Literal::new_simple_literal(text).into()
}

fn acts() -> Answer {
    let date = NamedNode::new_unchecked("http://www.w3.org/2001/XMLSchema#date");
    answer(
        &["act", "quote", "date"],
        vec![
            vec![
                Some(iri(
                    "https://w3id.org/bilateral/act/2017-11-13-minsk.materials",
                )),
                Some(words("We can supply you with steelwork, cement")),
                Some(Literal::new_typed_literal("2017-11-13", date).into()),
            ],
            vec![
                Some(iri("https://example.org/a")),
                None,
                Some(words("сёння")),
            ],
            vec![
                Some(BlankNode::new_unchecked("b").into()),
                Some(words("日本")),
                None,
            ],
        ],
    )
}

fn written(answer: Answer, format: ResultFormat, layout: Layout<'_>) -> (Written, String) {
    let mut bytes = Vec::new();
    let written = write(answer, format, &mut bytes, layout).expect("written");
    (written, String::from_utf8(bytes).expect("UTF-8"))
}

fn text(format: ResultFormat) -> String {
    written(acts(), format, LAYOUT).1
}

#[test]
fn result_formats_are_found_by_extension_mime_type_and_short_name() {
    for (name, format) in [
        ("table", ResultFormat::Table),
        ("txt", ResultFormat::Plain),
        (".md", ResultFormat::Markdown),
        ("CSV", ResultFormat::Csv),
        ("text/tab-separated-values", ResultFormat::Tsv),
        ("srj", ResultFormat::Json),
        ("srx", ResultFormat::Xml),
        (
            "application/sparql-results+json; charset=utf-8",
            ResultFormat::Json,
        ),
        ("application/sparql-results+xml", ResultFormat::Xml),
    ] {
        assert_eq!(ResultFormat::from_name(name), Some(format), "{name}");
    }
    assert_eq!(ResultFormat::from_name("ttl"), None);
    for format in ResultFormat::ALL {
        assert_eq!(ResultFormat::from_name(format.name()), Some(format));
    }
}

#[test]
fn plain_columns_are_aligned_without_trailing_spaces() {
    assert_eq!(
        text(ResultFormat::Plain),
        "\
act                             quote                                     date
act:2017-11-13-minsk.materials  We can supply you with steelwork, cement  2017-11-13
https://example.org/a                                                     сёння
_:b                             日本
"
    );
}

#[test]
fn table_has_rules_and_wraps_to_its_width() {
    let (rows, table) = written(acts(), ResultFormat::Table, layout(Some(60)));
    assert_eq!(rows, Written::whole(3));
    assert_eq!(
        table,
        "\
┌───────────────────────┬─────────────────────┬────────────┐
│ act                   ┆ quote               ┆ date       │
╞═══════════════════════╪═════════════════════╪════════════╡
│ act:2017-11-13-minsk. ┆ We can supply you   ┆ 2017-11-13 │
│ materials             ┆ with steelwork,     ┆            │
│                       ┆ cement              ┆            │
├╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌╌╌┤
│ https://example.org/a ┆                     ┆ сёння      │
├╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌╌╌┤
│ _:b                   ┆ 日本                ┆            │
└───────────────────────┴─────────────────────┴────────────┘
"
    );
    let unwrapped = written(acts(), ResultFormat::Table, LAYOUT).1;
    assert_eq!(unwrapped.lines().count(), 7, "{unwrapped}");
}

#[test]
fn only_colour_makes_the_header_bold() {
    let table = |colour| {
        written(
            acts(),
            ResultFormat::Table,
            Layout {
                colour,
                ..layout(Some(80))
            },
        )
        .1
    };
    assert!(table(true).contains("\u{1b}[1m"));
    assert!(!table(false).contains('\u{1b}'));
}

#[test]
fn markdown_is_a_pipe_table() {
    assert_eq!(
        text(ResultFormat::Markdown),
        "\
| act | quote | date |
| --- | --- | --- |
| act:2017-11-13-minsk.materials | We can supply you with steelwork, cement | 2017-11-13 |
| https://example.org/a |  | сёння |
| \\_:b | 日本 |  |
"
    );
}

#[test]
fn w3c_formats_hold_whole_terms() {
    assert_eq!(
        text(ResultFormat::Csv),
        "act,quote,date\r\nhttps://w3id.org/bilateral/act/2017-11-13-minsk.materials,\"We can supply you with steelwork, cement\",2017-11-13\r\nhttps://example.org/a,,сёння\r\n_:b,日本,\r\n"
    );
    assert!(text(ResultFormat::Tsv).starts_with("?act\t?quote\t?date\n<https://w3id.org/"));
    let json: serde_json::Value = serde_json::from_str(&text(ResultFormat::Json)).expect("JSON");
    assert_eq!(json["results"]["bindings"][1]["date"]["value"], "сёння");
    assert!(text(ResultFormat::Json).ends_with("}\n"));
    assert!(text(ResultFormat::Xml).ends_with("</sparql>\n"));
}

#[test]
fn ask_answer_is_one_row() {
    for format in [
        ResultFormat::Table,
        ResultFormat::Plain,
        ResultFormat::Markdown,
        ResultFormat::Csv,
        ResultFormat::Tsv,
    ] {
        assert_eq!(
            written(Answer::Boolean(true), format, LAYOUT),
            (Written::whole(1), "true\n".to_owned())
        );
        assert_eq!(
            written(Answer::Boolean(false), format, LAYOUT),
            (Written::whole(1), "false\n".to_owned())
        );
    }
    assert!(
        written(Answer::Boolean(true), ResultFormat::Json, LAYOUT)
            .1
            .contains("\"boolean\":true")
    );
    assert!(
        written(Answer::Boolean(true), ResultFormat::Xml, LAYOUT)
            .1
            .contains("<boolean>true")
    );
}

#[test]
fn empty_answer_is_a_header_and_a_count() {
    for format in ResultFormat::ALL {
        let (rows, text) = written(answer(&["a"], vec![]), format, LAYOUT);
        assert_eq!(rows, Written::whole(0), "{format:?}");
        let has_header = format != ResultFormat::Table;
        assert_eq!(text.contains('a'), has_header, "{format:?}");
        let (rows, _) = written(answer(&[], vec![vec![]]), format, LAYOUT);
        assert_eq!(rows, Written::whole(1), "{format:?}");
    }
}

#[test]
fn constructed_graph_is_refused() {
    let graph = Answer::Graph(Triples::new(std::iter::empty()));
    let error = write(graph, ResultFormat::Csv, &mut Vec::new(), LAYOUT);
    assert!(matches!(error, Err(ResultsError::Graph)));
}

#[test]
fn late_failure_is_returned_after_partial_output() {
    let variables: Arc<[Variable]> = Arc::new([Variable::new_unchecked("a")]);
    let row = Row::new(Arc::clone(&variables), vec![Some(words("one"))]);
    let rows = [Ok(row), Err(SourceError::Cancelled)];
    let answer = Answer::Solutions(Solutions::new(variables, rows.into_iter()));
    let mut bytes = Vec::new();
    let error = write(answer, ResultFormat::Csv, &mut bytes, LAYOUT);
    assert!(matches!(
        error,
        Err(ResultsError::Source(SourceError::Cancelled))
    ));
    assert_eq!(bytes, b"a\r\none\r\n");
}

#[test]
fn closed_pipe_is_an_error_of_the_writer() {
    struct Closed;
    impl std::io::Write for Closed {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    for format in ResultFormat::ALL {
        let error = write(acts(), format, &mut Closed, LAYOUT);
        assert!(
            matches!(error, Err(ResultsError::Write(error)) if error.kind() == std::io::ErrorKind::BrokenPipe)
        );
    }
}

#[test]
fn only_tables_shorten_long_cells() {
    for format in ResultFormat::ALL {
        for width in [None, Some(1), Some(80)] {
            let long = answer(
                &["a", "b"],
                vec![vec![Some(words(&"ж".repeat(100_000))), Some(words("y"))]],
            );
            let (_, text) = written(long, format, layout(width));
            let shown = if format == ResultFormat::Table {
                2_000
            } else {
                100_000
            };
            assert_eq!(text.matches('ж').count(), shown, "{format:?} {width:?}");
            assert_eq!(text.contains('…'), format == ResultFormat::Table);
        }
    }
}

#[test]
fn table_hides_addresses_and_names_hidden_columns() {
    let answer = || {
        let long = "We can supply you with steelwork, cement and more. ".repeat(3);
        let row = vec![
            Some(iri(
                "https://w3id.org/bilateral/act/2017-11-13-minsk.materials",
            )),
            Some(words(&long)),
            Some(words("https://a.example/page")),
            None,
            Some(words("2017-11-13")),
        ];
        answer(&["act", "quote", "source", "due", "date"], vec![row])
    };
    let shown = |columns, important: &[&str]| {
        let important: Vec<String> = important.iter().map(|name| (*name).to_owned()).collect();
        let layout = Layout {
            columns,
            important: &important,
            ..layout(Some(48))
        };
        let (written, text) = written(answer(), ResultFormat::Table, layout);
        for line in text.lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 48, "{text}");
        }
        (written.hidden.join(" "), text)
    };
    let (hidden, text) = shown(ColumnChoice::Important, &[]);
    assert_eq!(hidden, "act source due", "{text}");
    assert!(
        text.contains("quote") && text.contains("2017-11-13"),
        "{text}"
    );

    let (hidden, text) = shown(ColumnChoice::WithAddresses, &[]);
    assert_eq!(hidden, "due");
    assert!(text.contains("source  https://a.example/page\n"), "{text}");

    let (hidden, text) = shown(ColumnChoice::All, &[]);
    assert_eq!(hidden, "");
    assert!(
        text.starts_with("act     act:2017-11-13-minsk.materials\n"),
        "{text}"
    );
}

#[test]
fn white_space_is_folded_for_people() {
    let answer = || answer(&["quote"], vec![vec![Some(words("we  can\n\tsupply "))]]);
    for format in [
        ResultFormat::Table,
        ResultFormat::Plain,
        ResultFormat::Markdown,
    ] {
        let text = written(answer(), format, LAYOUT).1;
        assert!(text.contains("we can supply"), "{text}");
    }
    let csv = written(answer(), ResultFormat::Csv, LAYOUT).1;
    assert!(csv.contains("we  can\n\tsupply "), "{csv}");
}

proptest! {
    #[test]
    fn any_label_stays_in_its_row(label in "(\\PC|[\u{0}-\u{1f}\u{7f}-\u{9f}\u{2028}\u{202e}|\\\\<>`&])*") {
        for format in [ResultFormat::Plain, ResultFormat::Markdown, ResultFormat::Table] {
            let text = written(answer(&["a"], vec![vec![Some(words(&label))]]), format, LAYOUT).1;
            prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{:?}", text);
            let lines = match format { ResultFormat::Table => 5, ResultFormat::Markdown => 3, _ => 2 };
            prop_assert_eq!(text.matches('\n').count(), lines);
            if format == ResultFormat::Markdown {
                prop_assert!(!text.contains(['<', '>']));
            }
        }
    }
}
