//! The queries that are shipped: any tool can run them, and no row of an answer comes twice.

use std::collections::BTreeSet;
use std::path::Path;

use bilateral::diagnostic::SourceText;
use bilateral::query::NamedQuery;
use bilateral::vocab::PREFIXES;
use oxigraph::sparql::SparqlEvaluator;

use crate::golden::answer;
use crate::program::{Copied, files_below, read, stdout};

/// The query behind `acts` is shipped, too: `--sparql` prints it.
const ACTS: &str = "src/records/acts.rq";

/// The rules: their answers should be empty, and they say in other words what they are.
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

/// The rows of an answer as CSV, without the line of names.
fn rows(arguments: &[&str]) -> Vec<String> {
    let csv = stdout(&[arguments, &["--format", "csv"]].concat());
    csv.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn every_count_in_a_shipped_query_is_of_distinct_acts() {
    for (file, text) in shipped() {
        let code = code(&text).to_uppercase();
        for (at, _) in code.match_indices("COUNT") {
            let rest = code.get(at..).unwrap_or_default();
            assert!(rest.starts_with("COUNT(DISTINCT ?ACT)"), "{file}: {rest}");
        }
        for function in ["SUM(", "AVG(", "SUM (", "AVG (", "COUNT ("] {
            assert!(!code.contains(function), "{file} has {function}");
        }
    }
}

#[test]
fn every_shipped_query_declares_the_prefixes_that_it_uses_and_no_other() {
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
fn every_shipped_query_says_what_it_asks_and_what_its_parameters_mean() {
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

#[test]
fn no_answer_has_a_row_twice() {
    let names = files_below("queries/answers").into_iter();
    for name in names.map(|file| file.trim_end_matches(".rq").to_owned()) {
        let answer = answer(&name);
        let rows: Vec<&str> = answer.lines().skip(1).collect();
        assert!(!rows.is_empty(), "{name}");
        let distinct: BTreeSet<&&str> = rows.iter().collect();
        assert_eq!(distinct.len(), rows.len(), "{name}");
    }
}

#[test]
fn values_that_overlap_do_not_double_an_act() {
    let both = ["acts", "--kind", "Commitment", "--kind", "Offer"];
    assert_eq!(rows(&both), rows(&["acts", "--kind", "Commitment"]));

    let by = ["acts", "--by", "belarus", "--by", "aleksandr-lukashenko"];
    assert_eq!(rows(&by), rows(&["acts", "--by", "belarus"]));

    let set = [
        "query",
        "commitments",
        "--set",
        "by=belarus",
        "--set",
        "by=aleksandr-lukashenko",
    ];
    let by_belarus = ["query", "commitments", "--set", "by=belarus"];
    assert_eq!(rows(&set), rows(&by_belarus));
}

#[test]
fn a_sector_shows_its_strongest_commitment_also_where_other_acts_have_no_strength() {
    let of = |sector: &str| {
        let rows = rows(&["query", "sectors", "--set", "by=belarus"]);
        let row = rows.into_iter().find(|row| row.starts_with(sector));
        row.expect("the sector was spoken of")
    };
    let count = |pattern: &str| {
        let pattern = format!("?act bil:by id:belarus ; bil:sector sector:construction {pattern}");
        let query = format!("SELECT (COUNT(DISTINCT ?act) AS ?acts) {{ {pattern} }}");
        rows(&["query", &query]).concat()
    };
    let (acts, commitments) = (count(""), count("; a/bil:strength ?strength"));
    let expected = format!("construction,{acts},{commitments},7,");
    let construction = of("construction,");
    assert!(
        construction.starts_with(&expected),
        "{construction}: {expected}"
    );
    assert!(of("IT,").contains(",0,,"), "{}", of("IT,"));
}

#[test]
fn the_question_what_is_open_and_the_brief_give_the_same_acts() {
    let account = stdout(&["brief", "--full"]);
    let of_brief: BTreeSet<String> = account
        .lines()
        .filter_map(|line| line.strip_prefix("- **"))
        .filter_map(|line| {
            let (kind, rest) = line.split_once("** (")?;
            let (facts, sentence) = rest.split_once("): ")?;
            let is_open = facts.split(", ").any(|fact| fact == "open");
            let sentence = sentence.split(" (inferred: note").next()?;
            let sentence = sentence.split(", on the ").next()?;
            is_open.then(|| format!("{kind}: {sentence}"))
        })
        .collect();
    let tsv = stdout(&["query", "open", "--format", "tsv"]);
    let of_query: BTreeSet<String> = tsv
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').map(plain).collect();
            format!(
                "{}: {}",
                cells.first().unwrap_or(&""),
                cells.get(1).unwrap_or(&"")
            )
        })
        .collect();
    assert_eq!(of_brief, of_query);
}

/// The words of a literal as TSV writes it.
fn plain(cell: &str) -> &str {
    cell.trim_end_matches("@en").trim_matches('"')
}

#[test]
fn whoever_is_put_on_a_side_without_a_post_is_still_named_there() {
    let posts = r#"[{ person = "aleksandr-lukashenko", post = "president-of-belarus" }]"#;
    let sheet = read("data/2017-11-13-minsk/facts.toml");
    assert!(sheet.contains(posts));
    let copied = Copied::with_sheet(&sheet.replace(posts, r#"["aleksandr-lukashenko"]"#));
    let folder = copied.path().display().to_string();

    let brief = stdout(&["-C", &folder, "brief", "--full"]);
    assert!(
        brief.contains("- Belarus (host): Aleksandr Lukashenko\n"),
        "{brief}"
    );
    let meetings = stdout(&["-C", &folder, "query", "meetings", "--format", "csv"]);
    let row = "Minsk,held,Belarus,host,Aleksandr Lukashenko,,";
    assert!(meetings.contains(row), "{meetings}");
}
