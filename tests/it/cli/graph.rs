//! `graph` on the built-in dossier: what the options select, and where nodes are.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use bilateral::export::dot::{Picture, to_string, to_svg};
use bilateral::network::analysis;
use bilateral::network::{Bundling, Facts, Network, RelationFacts, Tie, bundle};
use bilateral::vocab::compact;
use oxigraph::model::NamedNode;

use crate::support::drawn_edges::{drawn, edges, header, label, value, views, whole_edges};
use crate::support::program::{binary, files_below, read, run, stdout};

#[test]
fn every_edge_of_every_view_has_a_link() {
    for view in views() {
        let dot = drawn(&["graph", "--view", &view, "--group", "kind"]);
        let ties = edges(&dot);
        assert!(!ties.is_empty(), "{view}");
        for tie in ties {
            assert!(
                value(tie, "URL").is_some_and(|url| url.starts_with("http")),
                "{view}: {tie}"
            );
            assert!(
                value(tie, "tooltip").is_some_and(|printed| printed.contains("\\n")),
                "{view}: {tie}"
            );
        }
    }
}

#[test]
fn act_without_quote_links_to_its_source() {
    let dot = drawn(&[
        "graph",
        "--view",
        "items",
        "--group",
        "kind",
        "--focus",
        "port-services",
    ]);
    let tie = edges(&dot)
        .into_iter()
        .find(|line| value(line, "tooltip").is_some_and(|text| !text.contains('“')))
        .unwrap();
    assert!(!value(tie, "URL").unwrap().contains("#:~:text="), "{tie}");
}

#[test]
fn post_shows_its_years_and_sources() {
    let dot = drawn(&["graph", "--view", "people", "--group", "kind", "--all"]);
    let tie = edges(&dot)
        .into_iter()
        .find(|line| {
            line.starts_with("\"id:anton-alikhanov\" -> \"id:governor-of-kaliningrad-oblast\"")
        })
        .unwrap();
    assert_eq!(label(tie), "2017–2024");
    let held_since = edges(&dot).into_iter().any(|line| {
        line.starts_with("\"id:alexei-besprozvannykh\" -> ") && label(line) == "from 2024"
    });
    assert!(held_since);
    let tooltip = value(tie, "tooltip").unwrap();
    assert!(
        tooltip.contains("(2017-09-29 – 2024-05-15)\\nAnton Alikhanov, Governor of"),
        "{tooltip}"
    );
    assert_eq!(
        value(tie, "URL"),
        Some("https://interfax.com/newsroom/top-stories/102259/")
    );
}

#[test]
fn event_shows_the_words_that_report_it() {
    let dot = drawn(&["graph", "--view", "events", "--group", "kind", "--all"]);
    let tie = edges(&dot)
        .into_iter()
        .find(|line| {
            line.contains("\"id:minister-of-education-of-belarus\"") && line.contains("participant")
        })
        .unwrap();
    assert!(
        value(tie, "tooltip")
            .unwrap()
            .contains("“Our education minister visited Russia.”"),
        "{tie}"
    );
    assert!(
        value(tie, "URL")
            .unwrap()
            .ends_with("#:~:text=Our%20education%20minister%20visited%20Russia.")
    );
}

#[test]
fn events_are_in_chronological_order() {
    let dot = drawn(&["graph", "--view", "events", "--all"]);
    let column: Vec<&str> = dot
        .lines()
        .filter(|line| line.contains("style=\"invis\"") && line.contains("id:"))
        .collect();
    let place = |event: &str| column.iter().position(|line| line.contains(event)).unwrap();
    assert!(place("id:2009-02-11-minsk") < place("id:2017-11-13-minsk"));
    assert!(place("id:2017-11-13-minsk") < place("id:2019-11-25-minsk"));
    assert!(place("id:2019-11-25-minsk") < place("id:2025-10-01-minsk"));
}

#[test]
fn only_requested_kinds_are_drawn() {
    let dot = drawn(&[
        "graph", "--kind", "Offer", "--kind", "Ask", "--group", "kind",
    ]);
    let kinds: BTreeSet<String> = edges(&dot).into_iter().map(label).collect();
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    assert_eq!(kinds, ["1 invitation", "1 request", "8 offers"]);
}

#[test]
fn only_acts_within_the_period_are_drawn() {
    let years = |arguments: &[&str]| -> Vec<String> {
        let all = [
            "graph", "--view", "people", "--group", "kind", "--kind", "Pledge",
        ];
        let dot = drawn(&[&all[..], arguments].concat());
        edges(&dot).into_iter().map(label).collect()
    };
    assert_eq!(years(&[]), ["1 pledge"]);
    assert_eq!(years(&["--since", "2026"]), Vec::<String>::new());
    let posts = |arguments: &[&str]| {
        let all = [
            "graph",
            "--view",
            "people",
            "--group",
            "kind",
            "--focus",
            "anton-alikhanov",
        ];
        let dot = drawn(&[&all[..], arguments].concat());
        edges(&dot)
            .iter()
            .filter(|line| value(line, "tooltip").unwrap().contains(": post"))
            .count()
    };
    // He was governor all the year, though he neither came nor left.
    assert_eq!(posts(&["--since", "2020", "--until", "2020"]), 1);
    assert_eq!(posts(&["--until", "2016-08"]), 2);
}

#[test]
fn bundled_edge_counts_its_kinds() {
    let toward = |group: &str| {
        let dot = drawn(&["graph", "--group", group]);
        let ties = edges(&dot).into_iter().map(str::to_owned);
        let of_the_sides =
            ties.filter(|line| line.starts_with("\"id:belarus\" -> \"id:kaliningrad-oblast\""));
        of_the_sides.collect::<Vec<String>>()
    };
    let groups = toward("group");
    let commitments = "8 offers, 10 assurances and 9 more";
    assert!(
        groups.iter().any(|line| label(line) == commitments),
        "{groups:#?}"
    );
    let pairs = toward("pair");
    // The acts of each side toward the other, and joint acts.
    assert_eq!(pairs.len(), 3);
    let one = pairs
        .iter()
        .find(|line| label(line).contains("8 offers"))
        .unwrap();
    assert_eq!(label(one), "8 offers, 10 assurances and 12 more");
    assert_eq!(
        value(one, "color"),
        Some("#963800;0.07:#a95fd0;0.13:#0a9a80")
    );
    assert_eq!(
        pairs
            .iter()
            .filter(|line| line.contains("dir=\"both\""))
            .count(),
        1
    );
}

#[test]
fn default_grouping_depends_on_the_number_of_edges() {
    let picture = |arguments: &[&str]| drawn(&[&["graph"], arguments].concat());
    let caption = |arguments: &[&str]| header(&picture(arguments));
    assert!(caption(&["--kind", "Commitment"]).contains("A line is one kind of act"));
    assert!(caption(&[]).contains("A line is one group of kinds"));
    assert!(caption(&["--view", "sectors"]).contains("A line is all acts of one"));
    let everything = picture(&["--view", "everything", "--all"]);
    assert!(header(&everything).contains("Too many lines for labels"));
    assert!(
        edges(&everything)
            .iter()
            .all(|line| value(line, "label").is_none())
    );
}

#[test]
fn caption_counts_omitted_edges() {
    let count = |question: &str| -> usize {
        let csv = stdout(&["query", question, "--format", "csv"]);
        csv.lines().nth(1).unwrap().parse().unwrap()
    };
    let all = count("SELECT (COUNT(DISTINCT ?act) AS ?n) { ?act bil:countsAs ?act ; bil:by ?by }");
    let aimed = count(
        "SELECT (COUNT(DISTINCT ?act) AS ?n) { ?act bil:countsAs ?act ; bil:by ?by, ?other FILTER(?by != ?other || EXISTS { ?act bil:to ?to }) FILTER NOT EXISTS { ?by bil:publishes ?text } }",
    );
    let untied = all - aimed;
    let dot = header(&drawn(&["graph"]));
    assert!(
        dot.contains(&format!("{untied} of {all} acts make no line.")),
        "{untied} {all}"
    );
    let everything = header(&drawn(&["graph", "--view", "everything"]));
    let of_parties = count(
        "SELECT (COUNT(DISTINCT ?act) AS ?n) { ?act bil:countsAs ?act ; bil:by ?by FILTER NOT EXISTS { ?by bil:publishes ?text } }",
    );
    let of_publishers = all - of_parties;
    assert!(of_publishers > 0);
    assert!(everything.contains(&format!("{of_publishers} of {all} acts make no line.")));
    let offers = header(&drawn(&["graph", "--kind", "Offer"]));
    assert!(offers.contains("Only Offer. All 8 acts make a line."));
    let arguments = [
        "graph",
        "--since",
        "2017",
        "--focus",
        "kaliningrad-oblast",
        "--min-weight",
        "2",
    ];
    let cut = header(&drawn(&arguments));
    assert!(
        cut.contains("Only from 2017, within 1 tie of kaliningrad-oblast, ties of 2 and more.")
    );
    assert!(!cut.contains("acts make"));
}

#[test]
fn first_side_is_left_of_the_second() {
    let dot = drawn(&["graph", "--group", "kind"]);
    let back: Vec<&str> = edges(&dot)
        .into_iter()
        .filter(|line| line.contains("dir=\"back\""))
        .collect();
    assert!(!back.is_empty());
    for tie in edges(&dot) {
        assert!(!tie.starts_with("\"id:kaliningrad-oblast\" -> "), "{tie}");
    }
    for tie in back
        .iter()
        .filter(|line| line.starts_with("\"id:belarus\" -> \"id:kaliningrad-oblast\""))
    {
        assert!(
            value(tie, "tooltip")
                .unwrap()
                .starts_with("Kaliningrad Oblast → Belarus"),
            "{tie}"
        );
    }
}

#[test]
fn side_with_several_members_is_framed() {
    let dot = drawn(&["graph", "--view", "people"]);
    // The side itself is in its frame, which needs no title.
    for frame in ["cluster_1", "cluster_2"] {
        assert!(dot.contains(&format!(
            "subgraph \"{frame}\" {{\n        graph [label=\"\""
        )));
    }
}

#[test]
fn legend_lines_look_like_their_edges() {
    let dot = drawn(&["graph", "--kind", "Commitment", "--group", "kind"]);
    let offer = edges(&dot)
        .into_iter()
        .find(|line| label(line) == "8 offers")
        .unwrap();
    let colour = value(offer, "color").unwrap();
    let entry = "Commitment: assurance, offer, pledge, agreement, delivery";
    let entry = format!("<FONT COLOR=\"{colour}\">▬</FONT> {entry} ");
    assert!(dot.contains(&entry), "{dot}");
}

/// The stored pictures and the options that draw them.
const PICTURES: [(&str, &[&str]); 2] = [
    (
        "actors.svg",
        &[
            "--kind",
            "Commitment",
            "--kind",
            "Ask",
            "--kind",
            "Stance",
            "--kind",
            "Answer",
        ],
    ),
    ("people.svg", &["--view", "people"]),
];

#[test]
fn stored_pictures_are_current() {
    let files: Vec<String> = files_below("tests/pictures").into_iter().collect();
    assert_eq!(files, PICTURES.map(|(file, _)| file));
    for (file, options) in PICTURES {
        let svg = read(&format!("tests/pictures/{file}"));
        let dot = stdout(&[&["graph"], options].concat());
        let labels = dot.lines().filter_map(|line| value(line, "label"));
        let labels = labels
            .flat_map(|label| label.split("\\n"))
            .map(str::to_owned);
        let (_, header) = dot.split_once("label=<").unwrap();
        let (header, _) = header.split_once(">, ").unwrap();
        let header = header
            .split('<')
            .map(|part| part.rsplit('>').next().unwrap());
        let header = header.map(|text| text.trim().replace("  ", " "));
        for text in labels.chain(header).filter(|text| !text.trim().is_empty()) {
            let shown = text.replace('\'', "&#39;").replace('-', "&#45;");
            let words = svg.replace("&#160;", " ");
            assert!(words.contains(&shown), "{file}: {text}");
        }
    }
}

#[test]
fn invalid_value_names_its_option() {
    for (arguments, printed) in [
        (
            ["--kind", "Ofer"],
            "--kind: unknown kind or group of acts `Ofer`",
        ),
        (["--since", "2017-13"], "the calendar has no 2017-13"),
        (
            ["--group", "sector"],
            "[possible values: kind, group, pair]",
        ),
    ] {
        let output = run(Command::new(binary()).arg("graph").args(arguments));
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(printed), "{error}");
    }
}

#[test]
fn hostile_names_in_bundles_and_captions_are_escaped() {
    let hostile = "<b>\"x\\l\" & ]; y";
    let iri = |name: &str| NamedNode::new(format!("https://example.org/{name}")).unwrap();
    let relation = |order, group: Option<&str>| RelationFacts {
        label: hostile.to_owned(),
        order,
        group: group.map(iri),
        ..RelationFacts::default()
    };
    let facts = Facts {
        relations: BTreeMap::from([
            (iri("r"), relation(1, Some("g"))),
            (iri("s"), relation(2, Some("g"))),
            (iri("g"), relation(1, None)),
        ]),
        ..Facts::default()
    };
    let tie = |relation: &str| Tie {
        source: iri("a"),
        target: iri("b"),
        relation: iri(relation),
        act: iri(&["act", relation].concat()),
        weight: None,
        date: None,
        layer: None,
    };
    let network = Network::from_ties([tie("r"), tie("s")], facts).unwrap();
    let picture = Picture {
        caption: vec![hostile.to_owned()],
        ..Picture::default()
    };
    let dot = to_string(&bundle(&network, Bundling::Group), &picture);
    let escaped = r#"<b>\"x\\l\" &amp; ]; y"#;
    let whole = whole_edges(&dot);
    let labels: Vec<String> = edges(&whole).into_iter().map(label).collect();
    assert_eq!(labels, [format!("1 {escaped}, 1 {escaped}")]);
    let in_markup = "&lt;b&gt;&quot;x&#92;l&quot; &amp; ]; y";
    assert!(header(&dot).contains(in_markup), "{dot}");
    if let Ok(svg) = to_svg(&dot) {
        let svg = String::from_utf8(svg).unwrap();
        assert!(!svg.contains("<b>"));
        assert!(
            svg.matches("&lt;b&gt;&quot;x\\l&quot; &amp; ]; y").count() >= 4,
            "{svg}"
        );
    }
}

/// The numbers of all nodes as shares of the span from the lowest to the highest, as `analyze` prints them, by measure
/// and by prefixed name.
fn analyzed(view: &str, measures: &[&str]) -> BTreeMap<String, BTreeMap<String, f64>> {
    let names = measures.join(",");
    let answer = stdout(&[
        "analyze",
        "--view",
        view,
        "--measure",
        &names,
        "--format",
        "json",
    ]);
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let of_measure = |measure: &&str| {
        let nodes = answer["nodes"].as_array().unwrap().iter();
        let values: BTreeMap<String, f64> = nodes
            .map(|node| {
                let value = &node[measure.replace('-', "_")];
                let truth = value.as_bool().map(|truth| f64::from(u8::from(truth)));
                let name = compact(node["node"].as_str().unwrap()).unwrap();
                (name, value.as_f64().or(truth).unwrap())
            })
            .collect();
        let lowest = values.values().copied().fold(f64::INFINITY, f64::min);
        let highest = values.values().copied().fold(f64::NEG_INFINITY, f64::max);
        let share = |value: f64| {
            if highest > lowest {
                (value - lowest) / (highest - lowest)
            } else {
                1.0
            }
        };
        let shares = values.into_iter().map(|(name, value)| (name, share(value)));
        ((*measure).to_owned(), shares.collect())
    };
    measures.iter().map(of_measure).collect()
}

/// The node with this prefixed name, as its line.
fn node<'a>(dot: &'a str, name: &str) -> &'a str {
    let begin = format!("\"{name}\" [");
    let mut lines = dot.lines().map(str::trim);
    let line = lines.find(|line| line.starts_with(&begin));
    line.unwrap_or_else(|| panic!("no {begin} in {dot}"))
}

#[test]
fn colours_and_sizes_show_the_values_that_analyze_prints_in_every_view() {
    let all = analysis::all().filter(|measure| measure.scope().word() == "nodes");
    let all = all.map(|measure| measure.name);
    let measures: Vec<&str> = all.filter(|name| *name != "community").collect();
    let (sized, coloured) = measures.split_at(measures.len() / 2);
    assert_eq!(sized.len(), coloured.len());
    for view in views() {
        let shares = analyzed(&view, &measures);
        for (size, colour) in sized.iter().zip(coloured) {
            let options = ["--size-by", size, "--color-by", colour];
            let dot = drawn(&[&["graph", "--view", &view], &options[..]].concat());
            let is_drawn = |name: &str| {
                dot.contains(&format!("\n    \"{name}\" ["))
                    || dot.contains(&format!("        \"{name}\" ["))
            };
            let count = shares[*size].keys().filter(|name| is_drawn(name)).count();
            assert_eq!(count, shares[*size].len().min(25), "{view}");
            for (name, share) in shares[*size].iter().filter(|(name, _)| is_drawn(name)) {
                let drawn: f64 = value(node(&dot, name), "fontsize")
                    .unwrap()
                    .parse()
                    .unwrap();
                let expected = 9.0 + 18.0 * share.sqrt();
                assert!(
                    (drawn - expected).abs() < 0.01,
                    "{view}, {size}, {name}: {drawn}"
                );
            }
            for (name, share) in shares[*colour].iter().filter(|(name, _)| is_drawn(name)) {
                let drawn = value(node(&dot, name), "fillcolor").unwrap();
                for (channel, [pale, dark]) in [[0xf4, 0x1b], [0xf4, 0x4f], [0xf4, 0x8f]]
                    .map(|ends| ends.map(f64::from))
                    .into_iter()
                    .enumerate()
                {
                    let digits = &drawn[1 + 2 * channel..3 + 2 * channel];
                    let drawn = f64::from(u8::from_str_radix(digits, 16).unwrap());
                    let expected = pale + (dark - pale) * share;
                    assert!(
                        (drawn - expected).abs() < 1.01,
                        "{view}, {colour}, {name}: {drawn}"
                    );
                }
            }
        }
    }
}

#[test]
fn colours_and_sizes_of_a_part_show_the_values_that_analyze_prints() {
    let part = [
        "--view",
        "people",
        "--min-weight",
        "2",
        "--focus",
        "anton-alikhanov",
    ];
    let measure = ["--measure", "strength", "--top", "1", "--format", "csv"];
    let rows = stdout(&[&["analyze"], &part[..], &measure].concat());
    let top = rows.lines().nth(1).unwrap().split(',').nth(3).unwrap();
    for option in ["--color-by", "--size-by"] {
        let dot = drawn(&[&["graph"], &part[..], &[option, "strength"]].concat());
        assert!(
            dot.contains(&format!(">strength: {top}</FONT>"))
                || dot.contains(&format!("</FONT> strength: {top} ")),
            "{top}: {dot}"
        );
    }
}

#[test]
fn speaker_who_reports_what_the_other_side_did_is_not_its_doer() {
    let edges = stdout(&["graph", "--view", "people", "--format", "edges.csv"]);
    let by_governor = edges
        .lines()
        .filter(|line| line.starts_with("id:alexei-besprozvannykh,"));
    assert!(by_governor.clone().count() > 0, "{edges}");
    let deliveries: Vec<&str> = by_governor
        .filter(|line| line.contains("Delivery"))
        .collect();
    assert!(deliveries.is_empty(), "{deliveries:#?}");
}
