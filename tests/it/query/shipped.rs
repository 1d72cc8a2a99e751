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
use crate::support::scratch::Scratch;

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

/// The rows of an answer as CSV, without the line of names.
fn rows(arguments: &[&str]) -> Vec<String> {
    let csv = stdout(&[arguments, &["--format", "csv"]].concat());
    csv.lines().skip(1).map(str::to_owned).collect()
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
    ("matches", &["one", "other", "figures"]),
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
    write(answer.expect("an answer"), format, &mut text, layout).expect("a text");
    String::from_utf8(text).expect("UTF-8")
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
                        .any(|long| long.len() > 24 && long.contains(word))
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
fn interval_keeps_its_end_in_every_question() {
    let meetings = rows(&["query", "meetings"]);
    for date in ["2024-09-21/2024-12-31,", "2018-10/2018-12,"] {
        assert!(meetings.iter().any(|row| row.starts_with(date)), "{date}");
    }
    let acts = "SELECT ?act { ?act bil:date ?date ; bil:endDate ?end ; bil:reportedIn ?readout }";
    let intervals: BTreeSet<String> = rows(&["query", acts]).into_iter().collect();
    assert!(!intervals.is_empty());
    for name in [
        "commitments",
        "items",
        "mentions",
        "one-sided",
        "stances",
        "third-parties",
    ] {
        for row in
            rows(&["query", name, "--set", "of=belarus"][..if name == "mentions" { 4 } else { 2 }])
        {
            let act = row.rsplit(',').next().unwrap();
            assert!(
                !intervals.contains(act) || row.contains('/'),
                "{name}: {row}"
            );
        }
    }
}

#[test]
fn speaker_counts_as_doer_in_every_question() {
    let by = ["--by", "lukashenko", "--kind", "Commitment"];
    let acts = rows(&[&["acts"], &by[..]].concat()).len();
    assert!(acts > 0);
    assert_eq!(rows(&["query", "commitments", "by=lukashenko"]).len(), acts);
    for name in [
        "conditions",
        "items",
        "kinds",
        "ladder",
        "open",
        "outcomes",
        "sectors",
        "sectors-over-time",
        "stances",
    ] {
        assert!(
            !rows(&["query", name, "by=lukashenko"]).is_empty(),
            "{name}"
        );
    }
}

#[test]
fn officeholders_on_a_date_show_no_later_date() {
    let holders = rows(&["query", "officeholders", "on=2020-01-01"]);
    assert!(holders.iter().any(|row| {
        row.starts_with("Governor of Kaliningrad Oblast,Anton Alikhanov,2017-09-29,,2019-11-25")
    }));
    for row in holders {
        let dates: Vec<&str> = row.split(',').skip(2).take(3).collect();
        assert!(dates.iter().all(|date| *date < "2020-01-02"), "{row}");
    }
    let all = rows(&["query", "officeholders"]);
    let boos = "Governor of Kaliningrad Oblast,Georgy Boos,,,2009-02,";
    assert!(all.iter().any(|row| row.starts_with(boos)), "{all:#?}");
}

#[test]
fn sides_of_other_meetings_are_no_third_parties() {
    let parties = rows(&["query", "third-parties"]);
    assert!(parties.iter().any(|row| row.starts_with("Russia,")));
    assert!(
        !parties.iter().any(|row| row.starts_with("Belarus,")),
        "{parties:#?}"
    );
}

#[test]
fn news_start_at_a_meeting_with_a_certain_date() {
    let vague = rows(&["query", "news", "since=2018-council-session"]);
    assert!(vague.iter().all(|row| row.starts_with("2018-10/2018-12,")));
    let news = rows(&["query", "news", "on=2025-06-08"]);
    assert!(
        news.iter().all(|row| row.starts_with("2024-11-21,")),
        "{news:#?}"
    );
    assert!(!news.is_empty());
}

#[test]
fn figures_of_two_texts_are_compared_by_measure() {
    let matches = rows(&["query", "matches"]);
    let trade = "Belarus TV: trade was USD 360 million in 2018";
    let row = matches
        .iter()
        .find(|row| row.contains(trade))
        .expect("two texts");
    assert!(row.contains(",equal,"), "{row}");

    let figure = |act: &str, number| {
        format!(
            "id:{act} bil:figure id:f-{act} . id:f-{act} schema:name \"trade\" ; schema:value {number} .\n"
        )
    };
    let act = |act: &str, other: &str| {
        format!(
            "id:{act} a bil:Statement ; rdfs:label \"{act}\"@en ; bil:reportedIn id:t-{act} ; prov:alternateOf id:{other} .\n\
                 id:t-{act} prov:wasAttributedTo id:i-{act} . id:i-{act} rdfs:label \"issuer {act}\"@en .\n"
        )
    };
    let prefixes = PREFIXES
        .iter()
        .map(|prefix| format!("@prefix {}: <{}> .\n", prefix.name, prefix.iri));
    let texts = prefixes.collect::<String>() + &act("one", "other") + &act("other", "one");
    for (numbers, says) in [([360, 360], "equal"), ([360, 370], "differ")] {
        let scratch = Scratch::base();
        let more = figure("one", numbers[0]) + &figure("other", numbers[1]);
        scratch.put("data/more.ttl", format!("{texts}{more}"));
        let csv = scratch
            .run(&["query", "matches", "--format", "csv"])
            .quietly();
        assert!(csv.contains(&format!(",{says},")), "{csv}");
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
fn overlapping_values_do_not_duplicate_acts() {
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
fn sector_shows_its_strongest_commitment() {
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
    let strongest = "SELECT (MAX(?strength) AS ?strongest) { ?act bil:by id:belarus ; bil:sector sector:construction ; a/bil:strength ?strength }";
    let strongest = rows(&["query", strongest]).concat();
    let expected = format!("construction,{acts},{commitments},{strongest},");
    let construction = of("construction,");
    assert!(
        construction.starts_with(&expected),
        "{construction}: {expected}"
    );
    let all = rows(&["query", "sectors"]);
    assert!(all.iter().any(|row| row.contains(",0,,")), "{all:#?}");
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
            let cell = |name| *cells.get(place(name)).unwrap();
            format!("{}: {}", cell("kind"), quote.unwrap_or(&cell("sentence")))
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
