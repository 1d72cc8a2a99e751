//! The brief on one sheet: its length, its choice, and that it says what the records say.

#![expect(
    clippy::expect_used,
    reason = "helpers of tests fail loudly, as tests do"
)]

use std::collections::BTreeSet;

use bilateral::document::Style;
use bilateral::dossier;
use bilateral::load::load;
use bilateral::model::InferencePolicy;
use bilateral::records::{Act, Outcome, Records, When};
use bilateral::report::{BriefRequest, brief};
use bilateral::vocab::bil;
use bilateral::vocab::w3c::{rdf, rdfs, sem, xsd};
use oxigraph::model::{GraphName, Literal, NamedNode, NamedNodeRef, Quad, Term};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::support::copies::original;
use crate::support::program::stdout;
use crate::support::scratch::{Scratch, bilateral, ran};

const WORDS: usize = 450;

/// The records of a dossier and its two sides.
fn records(folder: Option<&std::path::Path>) -> (Records, [NamedNode; 2]) {
    let dossiers = match folder {
        Some(folder) => dossier::open(folder).expect("a dossier"),
        None => vec![dossier::built_in().expect("a dossier")],
    };
    let graph = load(&dossiers, InferencePolicy::All).expect("a graph");
    let records = Records::from_quads(graph.quads.iter().chain(graph.derived()));
    let sides = graph.manifests.first().expect("a manifest").sides.clone();
    (records, sides.try_into().expect("two sides"))
}

/// The words of the first page in Markdown, without the numbers of sources.
fn words_of_first_page(markdown: &str) -> usize {
    let (first, _) = markdown.split_once("\n## To expect").expect("two pages");
    let mut in_citation = false;
    let prose = first.chars().filter(|c| match c {
        '[' => {
            in_citation = true;
            false
        }
        ']' => {
            in_citation = false;
            false
        }
        _ => !in_citation,
    });
    let prose: String = prose.collect();
    let words = prose.split_whitespace();
    let words = words.filter(|word| word.contains(char::is_alphanumeric));
    words.count()
}

#[test]
fn first_page_has_at_most_450_words() {
    let folder = original().display().to_string();
    for arguments in [
        &["brief"][..],
        &["brief", "--for", "belarus"],
        &["brief", "--since", "2025"],
        &["-C", &folder, "brief"],
        &["-C", &folder, "brief", "--for", "norland"],
    ] {
        let words = words_of_first_page(&stdout(arguments));
        assert!(words <= WORDS, "{arguments:?}: {words} words");
    }
}

#[test]
fn every_source_is_listed_once_and_every_number_has_a_source() {
    let text = stdout(&["brief"]);
    let (body, sources) = text.split_once("\n## Sources\n").expect("sources");
    let listed = sources.lines().filter_map(|line| line.strip_prefix('['));
    let listed: Vec<usize> = listed
        .filter_map(|line| line.split(']').next()?.parse().ok())
        .collect();
    assert_eq!(listed, (1..=listed.len()).collect::<Vec<usize>>());
    let cited = body.split('[').skip(1);
    let cited = cited.filter_map(|rest| rest.split(']').next());
    let cited: BTreeSet<usize> = cited
        .flat_map(|numbers| numbers.split(", "))
        .map(|number| number.parse().expect("a number of a source"))
        .collect();
    assert_eq!(cited, listed.into_iter().collect());
    let addresses: Vec<&str> = sources.split("](<").skip(1).collect();
    let addresses = addresses.iter().filter_map(|rest| rest.split('>').next());
    let unique: BTreeSet<&str> = addresses.clone().collect();
    assert_eq!(unique.len(), addresses.count());
}

#[test]
fn commands_for_what_is_left_out_run_and_list_as_many_acts_as_they_say() {
    let folder = original().display().to_string();
    let mut commands = 0;
    for dossier in [&[][..], &["-C", &folder]] {
        for reader in [&["brief"][..], &["brief", "--on", "2024-12"]] {
            let text = stdout(&[dossier, reader].concat());
            for line in text.lines() {
                let Some((before, rest)) = line.split_once('`') else {
                    continue;
                };
                let command = rest.split('`').next().expect("a command");
                let command: Vec<&str> = command.split(' ').skip(1).collect();
                let rows = stdout(&[dossier, &command, &["--format", "csv"]].concat());
                let acts = rows.matches("https://w3id.org/bilateral/act/").count();
                if command.first() == Some(&"acts") {
                    let number = before.split_once(", among the ").expect("a number").1;
                    let number = number.split(' ').next().expect("a number");
                    assert_eq!(number.parse(), Ok(acts), "{line}");
                }
                assert!(rows.lines().count() > 1, "{line}");
                commands += 1;
            }
        }
    }
    assert!(commands > 4, "{commands}");
}

/// The words of each element of the sheet that is about acts, with the IRIs of these; without the numbers of sources.
fn claims(html: &str) -> Vec<(Vec<String>, String)> {
    let mut reader = Reader::from_str(html);
    let mut open: Vec<(Vec<String>, String)> = Vec::new();
    let mut found = Vec::new();
    let mut hidden = 0;
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(element) => {
                let attribute = |name: &str| {
                    let attribute = element.try_get_attribute(name).expect("attributes");
                    attribute.map(|value| value.unescape_value().expect("a value").into_owned())
                };
                let is_hidden = attribute("class").as_deref() == Some("cite");
                let is_hidden = is_hidden || element.name().as_ref() == b"code";
                hidden += usize::from(is_hidden || hidden > 0);
                let acts = attribute("data-acts").unwrap_or_default();
                let acts = acts.split(' ').filter(|act| !act.is_empty());
                open.push((acts.map(str::to_owned).collect(), String::new()));
            }
            Event::Text(text) if hidden == 0 => {
                let text = text.unescape().expect("text");
                for (_, words) in &mut open {
                    words.push_str(&text);
                }
            }
            Event::End(_) => {
                hidden = usize::saturating_sub(hidden, 1);
                if let Some((acts, mut words)) = open.pop()
                    && !acts.is_empty()
                {
                    words.push(' ');
                    found.push((acts, words));
                }
                for (_, words) in &mut open {
                    words.push(' ');
                }
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// Everything that the records say about an act and the acts linked to it.
fn known(records: &Records, act: &Act) -> String {
    let links = act
        .follows
        .iter()
        .chain(&act.followers)
        .map(|link| link.act);
    let linked = links.chain(act.matches.iter().copied());
    let linked = linked.filter_map(|other| records.act(other));
    std::iter::once(act)
        .chain(linked)
        .flat_map(|act| {
            let figures = act.figures.iter().flat_map(|figure| {
                let amounts = [&figure.value, &figure.min, &figure.max, &figure.unit];
                let amounts = amounts.into_iter().flatten().map(ToString::to_string);
                let period = figure.period.as_ref().map(When::words);
                amounts.chain(period).chain([figure.of.to_string()])
            });
            let event = act.made_at.and_then(|event| records.event(event));
            let event = event.map(|event| event.title.to_string());
            let dates = [act.due.as_ref(), act.until.as_ref(), records.time(act)];
            let dates = dates.into_iter().flatten().map(When::words);
            let texts = [&act.quote, &act.gist, &act.condition];
            let texts = texts.into_iter().flatten().map(ToString::to_string);
            let occasions = act
                .occasions
                .iter()
                .map(|occasion| records.label(*occasion).to_owned());
            figures
                .chain(dates)
                .chain(texts)
                .chain(occasions)
                .chain(event)
                .chain([act.sentence.to_string()])
                .collect::<Vec<String>>()
        })
        .collect::<Vec<String>>()
        .join("\n")
}

/// The runs of digits of a text.
fn numbers(text: &str) -> BTreeSet<&str> {
    let runs = text.split(|c: char| !c.is_ascii_digit());
    runs.filter(|run| !run.is_empty()).collect()
}

#[test]
fn every_claim_has_the_dates_amounts_actors_and_outcome_of_its_acts() {
    for folder in [None, Some(original())] {
        let (records, sides) = records(folder.as_deref());
        let request = BriefRequest::new(sides.each_ref().map(NamedNode::as_ref));
        let page = brief(&records, &request).expect("a brief");
        let html = page.render(Style::Html);
        let claims = claims(&html);
        assert!(claims.len() > 15, "{}", claims.len());
        let side = records.id(sides[0].as_ref()).expect("a side");
        let people = format!("{}:", records.label(side));
        for line in ["Last meeting", &people] {
            let has_acts = claims.iter().any(|(_, words)| words.starts_with(line));
            assert!(has_acts, "{line}");
        }
        assert!(html.contains("<td data-acts="), "{html}");
        for (iris, words) in &claims {
            let acts = iris.iter().map(|iri| {
                let iri = NamedNodeRef::new(iri).expect("an IRI");
                let id = records.id(iri).expect("a node");
                records.act(id).expect("an act")
            });
            let acts: Vec<&Act> = acts.collect();
            let known: Vec<String> = acts.iter().map(|act| known(&records, act)).collect();
            let known = known.join("\n");
            let counted = acts.len().to_string();
            let allowed: BTreeSet<&str> = numbers(&known)
                .into_iter()
                .chain([&*counted, "2"])
                .collect();
            let words = &words.replace(',', "");
            let unknown: Vec<&str> = numbers(words).difference(&allowed).copied().collect();
            let is_count = words.starts_with("Occasion passed") || words.starts_with("No longer");
            let is_news = words.starts_with("New since") || words.contains("page 2");
            // The terms of office have other sources.
            let is_news = is_news || words.contains("last named so") || words.contains("(since ");
            assert!(
                unknown.is_empty() || is_count || is_news,
                "{unknown:?}: {words}"
            );
        }
        check_rows(&records, &sides, &claims);
    }
}

/// The rows of the table have the date, the actors, the kind and the outcome of their acts.
fn check_rows(records: &Records, sides: &[NamedNode; 2], claims: &[(Vec<String>, String)]) {
    let sides = sides
        .each_ref()
        .map(|side| records.id(side.as_ref()).expect("a side"));
    let mut rows = 0;
    for (iris, words) in claims {
        let iri = NamedNodeRef::new(&iris[0]).expect("an IRI");
        let act = records
            .act(records.id(iri).expect("a node"))
            .expect("an act");
        let kind = records.label(act.kind).to_lowercase();
        let date = records.time(act).map(When::words).unwrap_or_default();
        let is_row = words.starts_with(&date) && words.contains(&format!(" {kind}"));
        if !is_row || iris.len() > 1 || date.is_empty() {
            continue;
        }
        rows += 1;
        let is_joint = sides.iter().all(|side| act.by.contains(side));
        if !is_joint {
            for actor in act.by.iter().chain(&act.to) {
                assert!(words.contains(records.label(*actor)), "{words}");
            }
        }
        if let Some(due) = &act.due {
            assert!(words.contains(&due.words()), "{words}");
        }
        match act.outcome {
            Some(Outcome::Open) | None => {}
            Some(outcome) => assert!(words.contains(outcome.word()), "{words}"),
        }
    }
    assert!(rows > 2, "{rows}");
}

#[test]
fn on_a_date_nothing_later_is_on_the_sheet() {
    let text = stdout(&["brief", "--on", "2018"]);
    assert!(text.contains("As of 2018."), "{text}");
    let (body, _) = text.split_once("\n## Sources").expect("sources");
    for year in 2019..=2025 {
        assert!(!body.contains(&year.to_string()), "{year}: {body}");
    }
    let early = ran(&mut bilateral(&["brief", "--on", "1900"]));
    assert_eq!((early.code, early.stdout.as_str()), (0, ""));
    assert!(early.stderr.contains("0 results: no meeting and no act"));
}

#[test]
fn on_a_date_nothing_later_is_in_the_full_account() {
    let text = stdout(&["brief", "--full", "--on", "2018"]);
    let text: Vec<&str> = text
        .lines()
        .take_while(|line| !line.starts_with("## Notes"))
        .collect();
    let text = text.join("\n");
    // The page of the council's session is of October to December 2018.
    for year in 2019..=2025 {
        assert!(!text.contains(&format!(" {year}")), "{year}: {text}");
    }
}

#[test]
fn on_a_date_only_the_texts_of_that_date_are_counted() {
    let text = stdout(&["brief", "--on", "2010"]);
    assert!(text.contains(" 4 texts, 2005–2009; "), "{text}");
    assert!(
        text.contains("between 20 July 2006 and 11 February 2009"),
        "{text}"
    );
    let folder = original().display().to_string();
    // A page of 2 March 2025 reports the meeting of 14 February.
    let before = stdout(&["-C", &folder, "brief", "--on", "2025-02-20"]);
    assert!(!before.contains("14 February 2025"), "{before}");
    let after = stdout(&["-C", &folder, "brief", "--on", "2025-03-02"]);
    assert!(after.contains("14 February 2025"), "{after}");
    let open = stdout(&["-C", &folder, "brief", "--full", "--on", "2024-03-31"]);
    assert!(open.contains("**Offer** (4, open, 4 March 2024)"), "{open}");
    assert!(!open.contains("fulfilled"), "{open}");
}

#[test]
fn a_condition_is_with_its_commitment_in_every_list() {
    let folder = original().display().to_string();
    let text = stdout(&["-C", &folder, "brief", "--full"]);
    assert!(
        text.contains("condition: “if the pier is cleared first”"),
        "{text}"
    );
    let sheet = stdout(&["-C", &folder, "brief", "--on", "2024-06"]);
    let lines = sheet
        .lines()
        .filter(|line| line.contains("engineers") || line.contains("ten to fifteen"));
    let lines: Vec<&str> = lines.collect();
    assert!(!lines.is_empty(), "{sheet}");
    for line in lines {
        let has_condition =
            line.contains("pier is cleared") || line.contains("If you need engineers");
        assert!(has_condition || line.contains("(in the table)"), "{line}");
    }
}

#[test]
fn what_a_side_may_raise_is_latest_first_and_short_for_what_the_table_shows() {
    let text = stdout(&["brief"]);
    let (_, list) = text
        .split_once("- **Kaliningrad Oblast may raise:**\n")
        .expect("a list");
    let lines: Vec<&str> = list
        .lines()
        .take_while(|line| line.starts_with("  - "))
        .collect();
    let years = lines.iter().filter_map(|line| {
        let (_, rest) = line.split_once(" of ")?;
        rest.split([':', '('])
            .next()?
            .split(' ')
            .find_map(|word| word.parse::<u16>().ok().filter(|year| *year > 1900))
    });
    let years: Vec<u16> = years.collect();
    assert!(
        years.len() > 3 && years.is_sorted_by(|a, b| a >= b),
        "{lines:#?}"
    );
    let cement = "joint agreement of 21 November 2024 on cement (in the table)";
    assert!(lines.iter().any(|line| line.contains(cement)), "{lines:#?}");
    assert_eq!(
        text.matches("Agreement on 50,000 tonnes of cement").count(),
        1
    );
}

#[test]
fn news_have_one_line_for_one_fact() {
    let text = stdout(&["brief"]);
    let news = text
        .lines()
        .find(|line| line.contains("**New since"))
        .expect("news");
    assert_eq!(news.matches("trade partner").count(), 1, "{news}");
    assert!(news.contains("St Petersburg"), "{news}");
}

#[test]
fn former_and_unnamed_holders_of_posts_are_marked() {
    let folder = original().display().to_string();
    let text = stdout(&["-C", &folder, "brief"]);
    let (_, people) = text.split_once("## People and posts").expect("people");
    assert!(
        people.contains("Mira Holt, Prime Minister of Norland (since 2020"),
        "{people}"
    );
    assert!(!people.contains("Minister of Transport"), "{people}");
    let past = stdout(&["-C", &folder, "brief", "--on", "2000"]);
    let (_, people) = past.split_once("## People and posts").expect("people");
    assert!(
        people.contains("Minister of Transport of Norland (last named so on 21 May 1998"),
        "{people}"
    );
    let unnamed = stdout(&["brief", "russia", "belarus"]);
    assert!(
        unnamed.contains("Minister of Education of Belarus, name not recorded"),
        "{unnamed}"
    );
}

#[test]
fn no_acts_and_meetings_give_no_brief() {
    let scratch = Scratch::base();
    std::fs::remove_dir_all(scratch.path(crate::support::scratch::HERE)).expect("a folder");
    for arguments in [
        &["brief"][..],
        &["brief", "--full"],
        &["brief", "-o", "x.docx"],
    ] {
        let empty = scratch.run(arguments);
        assert_eq!(
            (empty.code, empty.stdout.as_str()),
            (0, ""),
            "{arguments:?}"
        );
        assert!(empty.stderr.starts_with("0 results: "), "{}", empty.stderr);
    }
    assert!(!scratch.path("x.docx").exists());
}

#[test]
fn brief_for_a_side_lists_what_the_other_may_raise() {
    let text = stdout(&["brief", "--for", "kaliningrad-oblast"]);
    for words in [
        "# Belarus – Kaliningrad Oblast: brief for Kaliningrad Oblast\n",
        "- **Belarus may raise:**",
        "- **You can raise:**",
        "- **Sensitive for Belarus:**",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let neutral = stdout(&["brief"]);
    assert!(
        neutral.contains("- **Kaliningrad Oblast may raise:**"),
        "{neutral}"
    );
    assert!(!neutral.contains("You can raise"), "{neutral}");
}

#[test]
fn same_brief_has_the_same_bytes_in_every_format() {
    let scratch = Scratch::base();
    for file in ["a.txt", "a.md", "a.html", "a.docx"] {
        let mut copies = Vec::new();
        for _ in 0..2 {
            scratch.run(&["brief", "-o", file]).quietly();
            copies.push(std::fs::read(scratch.path(file)).expect("a file"));
        }
        assert!(!copies[0].is_empty(), "{file}");
        assert!(copies[0] == copies[1], "{file}");
    }
}

/// `A` gives `B` many commitments: one a day, of a kind that changes with the number.
fn big(acts: u32) -> Vec<Quad> {
    let kinds = [
        "Assurance",
        "Readiness",
        "Proposal",
        "Offer",
        "Assurance",
        "Statement",
    ];
    let mut quads = Vec::new();
    let mut add = |subject: &NamedNode, property: NamedNodeRef<'_>, object: Term| {
        let quad = Quad::new(
            subject.clone(),
            property.into_owned(),
            object,
            GraphName::DefaultGraph,
        );
        quads.push(quad);
    };
    let bil = |name: &str| {
        NamedNode::new_unchecked(format!("https://w3id.org/bilateral/ontology#{name}"))
    };
    let [a, b] =
        ["a", "b"].map(|side| NamedNode::new_unchecked(format!("https://example.org/{side}")));
    for side in [&a, &b] {
        add(side, rdf::TYPE, bil("State").into());
    }
    for number in 0..acts {
        let act = NamedNode::new_unchecked(format!("https://example.org/act/{number:05}"));
        let is_strong = number + 300 >= acts && number % 50 == 0;
        let kind = if is_strong {
            "Agreement"
        } else {
            kinds[number as usize % kinds.len()]
        };
        let (year, day) = (1916 + number / 365, number % 365);
        let (month, day) = (day / 31 + 1, day % 31 % 28 + 1);
        let date = format!("{year}-{month:02}-{day:02}");
        let date: Term = Literal::new_typed_literal(date, xsd::DATE).into();
        add(&act, rdf::TYPE, bil(kind).into());
        let label = format!("{kind} number {number}");
        add(&act, rdfs::LABEL, Literal::new_simple_literal(label).into());
        add(&act, bil::BY, a.clone().into());
        add(&act, bil::TO, b.clone().into());
        add(&act, bil::DATE, date.clone());
        add(&act, sem::HAS_EARLIEST_BEGIN_TIME_STAMP, date.clone());
        add(&act, sem::HAS_LATEST_END_TIME_STAMP, date);
    }
    quads
}

#[test]
fn forty_thousand_acts_fit_on_one_sheet_with_the_most_binding_of_the_last_year() {
    const ACTS: u32 = 40_000;
    let graph = load(
        &[dossier::built_in().expect("a dossier")],
        InferencePolicy::All,
    )
    .expect("a graph");
    let quads = big(ACTS);
    let records = Records::from_quads(graph.quads.iter().chain(&quads));
    let [a, b] =
        ["https://example.org/a", "https://example.org/b"].map(NamedNodeRef::new_unchecked);
    let page = brief(&records, &BriefRequest::new([a, b])).expect("a brief");
    let text = page.render(Style::Markdown);
    let words = words_of_first_page(&text);
    assert!(words <= WORDS, "{words}");
    assert!(text.split_whitespace().count() < 1_200, "{text}");
    for number in (ACTS - 300..ACTS).step_by(50) {
        let row = format!("| Agreement number {number} |");
        assert!(text.contains(&row), "{row}: {text}");
    }
}
