//! The queries of this repository: any SPARQL tool can run them, and no answer has duplicate rows.

use std::collections::BTreeSet;
use std::path::Path;

use bilateral::diagnostic::SourceText;
use bilateral::export::results::{ColumnChoice, Layout, ResultFormat, write};
use bilateral::load::{self, Graph};
use bilateral::model::InferencePolicy;
use bilateral::query::{Catalogue, NamedQuery};
use bilateral::source::Source;
use bilateral::vocab::PREFIXES;
use oxigraph::sparql::SparqlEvaluator;

use crate::support::program::{Copied, files_below, read, stdout};

/// The query behind `acts` is shipped, too: `--sparql` prints it.
const ACTS: &str = "src/records/acts.rq";

/// The rules: their answers should be empty, and their headers have other keys.
const RULES: &str = "queries/checks/";

/// Every shipped query, and with them every rule, as file and text.
fn shipped_with_rules() -> Vec<(String, String)> {
    let files = files_below("queries").into_iter();
    files
        .filter(|file| Path::new(file).extension().is_some_and(|ext| ext == "rq"))
        .map(|file| format!("queries/{file}"))
        .chain([ACTS.to_owned()])
        .map(|file| (file.clone(), read(&file)))
        .collect()
}

/// Every shipped query, as file and text.
fn shipped() -> Vec<(String, String)> {
    let mut queries = shipped_with_rules();
    queries.retain(|(file, _)| !file.starts_with(RULES));
    queries
}

/// The text without its comment lines.
fn code(text: &str) -> String {
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_count_is_of_distinct_acts() {
    for (file, text) in shipped() {
        let code = code(&text).to_uppercase();
        for (at, _) in code.match_indices("COUNT(") {
            let rest = code.get(at..).unwrap_or_default();
            assert!(rest.starts_with("COUNT(DISTINCT ?ACT)"), "{file}: {rest}");
        }
        for function in ["SUM(", "AVG(", "SUM (", "AVG (", "COUNT ("] {
            assert!(!code.contains(function), "{file} has {function}");
        }
    }
}

#[test]
fn every_query_declares_exactly_its_prefixes() {
    for (file, text) in shipped_with_rules() {
        let parsed = SparqlEvaluator::new().parse_query(&text);
        assert!(parsed.is_ok(), "{file}: {:?}", parsed.err());
        let code = code(&text);
        for line in code.lines().filter(|line| line.starts_with("PREFIX")) {
            let known = PREFIXES
                .iter()
                .find(|prefix| line == format!("PREFIX {}: <{}>", prefix.name, prefix.iri));
            let name = known.expect("one of the standard prefixes").name;
            let uses = code.matches(&format!("{name}:")).count();
            assert!(uses > 1, "{file} declares {name}: and does not use it");
        }
    }
}

#[test]
fn every_query_documents_its_question_and_parameters() {
    for (file, text) in shipped() {
        let query = NamedQuery::read(SourceText::new(file.as_str(), text).into());
        let query = query.expect("a good header");
        assert!(query.title != query.name, "{file} has no title");
        assert!(
            query.asks.ends_with('?') || query.asks.ends_with('.'),
            "{file} asks nothing"
        );
        for parameter in query.parameters {
            assert!(!parameter.meaning.is_empty(), "{file}: {}", parameter.name);
        }
    }
}

/// The values of parameters with which a question has an answer.
const VALUES: &[(&str, &str, &str)] = &[
    ("mentions", "of", "fifa-world-cup-2018"),
    ("news", "since", "2024-11-21-kaliningrad"),
    ("open", "on", "2026-01-01"),
    ("openness-by-pair", "on", "2026-01-01"),
];

/// The words of a table, without its rules; an interval of two dates has two.
fn words(table: &str) -> impl Iterator<Item = &str> {
    table
        .split(|c: char| c.is_whitespace() || c == '/' || matches!(c, '\u{2500}'..='\u{257F}'))
        .filter(|word| !word.is_empty())
}

/// The named questions of the built-in dossier, and its graph.
fn built_in() -> (Catalogue, Graph, Source) {
    let dossier = bilateral::dossier::built_in().unwrap();
    let (catalogue, _) = Catalogue::new("query", dossier.answers.clone());
    let mut graph = load::load(&[dossier], InferencePolicy::All).unwrap();
    let source = Source::local(graph.take_quads()).unwrap();
    (catalogue, graph, source)
}

/// The values that a question needs.
fn values(query: &NamedQuery) -> Vec<(String, String)> {
    let values = VALUES.iter().filter(|(name, ..)| *name == query.name);
    values
        .map(|(_, name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// The columns without which a question has no answer: a terminal of 80 columns shows them.
const ANSWERS: &[(&str, &[&str])] = &[
    ("asks", &["date", "whom", "ask", "status"]),
    (
        "codes",
        &["ours", "classification", "code", "means", "relation"],
    ),
    (
        "commitments",
        &["date", "kind", "who", "whom", "commitment"],
    ),
    ("conditions", &["commitment", "condition", "occasion"]),
    (
        "evidence",
        &["sentence", "words", "speaker", "start", "end"],
    ),
    (
        "figures",
        &["measure", "period", "qualifier", "number", "unit"],
    ),
    ("inferred", &["subject", "property", "value", "because"]),
    ("items", &["name", "sentence", "condition"]),
    ("matches", &["one", "other", "differs", "sources"]),
    (
        "meetings",
        &["date", "event", "where", "status", "participant"],
    ),
    ("mentions", &["role", "sentence"]),
    ("news", &["date", "sentence"]),
    (
        "officeholders",
        &["office", "holder", "from", "to", "last_named"],
    ),
    ("one-sided", &["issued_by", "sentence"]),
    ("open", &["sentence", "since", "years", "later"]),
    (
        "outcomes",
        &["earlier", "date", "later", "later_date", "inferred"],
    ),
    ("stances", &["who", "stance", "target"]),
    ("taken-up", &["sentence", "led_to", "years", "inferred"]),
    ("third-parties", &["who", "role", "sentence"]),
];

/// A question's answer for people.
fn table(
    query: &NamedQuery,
    graph: &Graph,
    source: &Source,
    format: ResultFormat,
    width: Option<u16>,
) -> String {
    let answer = query.run(source, &values(query), &graph.name_index);
    let layout = Layout {
        width,
        important: &query.columns,
        columns: match format {
            ResultFormat::Plain => ColumnChoice::All,
            _ => ColumnChoice::Important,
        },
        ..Layout::default()
    };
    let mut text = Vec::new();
    write(answer.unwrap(), format, &mut text, layout).unwrap();
    String::from_utf8(text).unwrap()
}

#[test]
fn table_of_each_question_fits_the_terminal_without_cut_words() {
    let (catalogue, graph, source) = built_in();
    for query in catalogue.iter() {
        let table = |format, width| table(query, &graph, &source, format, width);
        let whole = table(ResultFormat::Plain, None);
        let known: BTreeSet<&str> = words(&whole).collect();
        for width in [80, 120] {
            let table = table(ResultFormat::Table, Some(width));
            for line in table.lines() {
                let line_width = unicode_width::UnicodeWidthStr::width(line);
                assert!(line_width <= usize::from(width), "{}:\n{table}", query.name);
            }
            let header = table.lines().nth(1).expect("a header");
            let columns: Vec<&str> = words(header).collect();
            assert!((3..=7).contains(&columns.len()), "{}: {header}", query.name);
            let answers = ANSWERS.iter().filter(|(name, _)| *name == query.name);
            for column in answers.flat_map(|(_, columns)| *columns) {
                assert!(columns.contains(column), "{}: {header}", query.name);
            }
            for word in words(&table) {
                let is_whole = known.contains(word);
                let is_part = || {
                    known
                        .iter()
                        .any(|long| long.len() > 16 && long.contains(word))
                };
                assert!(is_whole || is_part(), "{}: {word}\n{table}", query.name);
            }
        }
    }
}

#[test]
fn important_columns_are_columns_in_plain_words() {
    let (catalogue, graph, source) = built_in();
    for query in catalogue.iter() {
        let whole = table(query, &graph, &source, ResultFormat::Plain, None);
        let columns: Vec<&str> = words(whole.lines().next().expect("a header")).collect();
        assert!(!query.columns.is_empty(), "{}", query.name);
        for column in &query.columns {
            assert!(
                columns.contains(&column.as_str()),
                "{}: {column}",
                query.name
            );
        }
        for column in columns {
            let is_plain = !column.ends_with("_label") && !column.ends_with("_name");
            assert!(is_plain, "{}: {column}", query.name);
        }
    }
}

#[test]
fn answers_have_no_duplicate_rows() {
    let (catalogue, graph, source) = built_in();
    for query in catalogue.iter() {
        let values = values(query);
        let answer = query.run(&source, &values, &graph.name_index);
        let mut csv = Vec::new();
        let layout = Layout::default();
        let written = write(
            answer.expect("an answer"),
            ResultFormat::Csv,
            &mut csv,
            layout,
        );
        written.expect("a text");
        let csv = String::from_utf8(csv).expect("UTF-8");
        let rows: Vec<&str> = csv.lines().skip(1).collect();
        assert!(!rows.is_empty(), "{}", query.name);
        let distinct: BTreeSet<&&str> = rows.iter().collect();
        assert_eq!(distinct.len(), rows.len(), "{}", query.name);
    }
}

#[test]
fn open_question_and_full_brief_list_the_same_acts() {
    let account = stdout(&["brief", "--full"]);
    let of_brief: BTreeSet<String> = account
        .lines()
        .filter_map(|line| line.strip_prefix("- **"))
        .filter_map(|line| {
            let (kind, rest) = line.split_once("** (")?;
            let (facts, sentence) = rest.split_once("): ")?;
            let is_open = facts.split(", ").any(|fact| fact == "open");
            // A quoted act is shown by its first words, any other by what it says, its terms and its publisher.
            let words = sentence.split_once(": “").map(|(_, words)| words);
            let words = words.and_then(|words| words.split('”').next());
            let ends = [" — according to ", "; occasion: ", "; condition: "];
            let gist = ends
                .iter()
                .fold(sentence, |gist, end| gist.split(end).next().unwrap_or(gist));
            is_open.then(|| format!("{kind}: {}", words.unwrap_or(gist)))
        })
        .collect();
    let tsv = stdout(&["query", "open", "--format", "tsv"]);
    let columns: Vec<&str> = tsv.lines().next().unwrap().split('\t').collect();
    let place = |name: &str| {
        let name = format!("?{name}");
        columns.iter().position(|column| *column == name).unwrap()
    };
    let of_query: BTreeSet<String> = tsv
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').map(plain).collect();
            let quote = cells.get(place("quote")).filter(|quote| !quote.is_empty());
            let quote = quote.and_then(|quote| quote.split(" […] ").next());
            let cell = |name| cells[place(name)];
            format!("{}: {}", cell("kind"), quote.unwrap_or(cell("sentence")))
        })
        .collect();
    assert_eq!(of_brief, of_query);
}

/// The words of a literal as TSV writes it.
fn plain(cell: &str) -> &str {
    cell.trim_end_matches("@en").trim_matches('"')
}

#[test]
fn participant_without_post_is_named_in_the_brief() {
    let posts = r#"[{ person = "aleksandr-lukashenko", post = "president-of-belarus" }]"#;
    let sheet = read("data/2017-11-13-minsk/facts.toml");
    assert!(sheet.contains(posts));
    let delegate = "\n[[entity]]\nid = \"delegate\"\nkind = \"Person\"\nname = \"A Delegate\"\npart_of = \"belarus\"\n";
    let copied = Copied::with_sheet(&(sheet.replace(posts, r#"["delegate"]"#) + delegate));
    let folder = copied.path().display().to_string();

    let brief = stdout(&["-C", &folder, "brief", "--full"]);
    assert!(brief.contains("- Belarus (host): A Delegate\n"), "{brief}");
    let meetings = stdout(&["-C", &folder, "query", "meetings", "--format", "csv"]);
    let row = "Minsk,in-person,held,Belarus,host,A Delegate,A Delegate,,";
    assert!(meetings.contains(row), "{meetings}");
}
