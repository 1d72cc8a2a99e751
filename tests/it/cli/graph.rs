//! `graph` on the built-in dossier: what the options select, and where nodes are.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use bilateral::export::dot::{Picture, to_string, to_svg};
use bilateral::network::analysis;
use bilateral::network::{Bundling, Facts, Network, RelationFacts, Tie, bundle};
use bilateral::vocab::compact;
use oxigraph::model::NamedNode;

use crate::support::program::{binary, files_below, read, run, stdout};

/// The edges that are drawn outside of the legend, each as its line.
fn edges(dot: &str) -> Vec<&str> {
    let lines = dot.lines().map(str::trim);
    lines
        .filter(|line| line.contains("\" -> \"") && !line.contains("style=\"invis\""))
        .collect()
}

fn value<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let start = format!("{name}=\"");
    let (_, rest) = line
        .split_once(&[" ", &start].concat())
        .or_else(|| line.split_once(&["[", &start].concat()))?;
    let mut end = 0;
    while !rest[end..].starts_with('"') {
        end += if rest[end..].starts_with('\\') { 2 } else { 1 };
        while !rest.is_char_boundary(end) {
            end += 1;
        }
    }
    Some(&rest[..end])
}

/// The lines of an edge's label as one.
fn label(line: &str) -> String {
    value(line, "label")
        .unwrap_or_default()
        .replace("\\n", " ")
        .trim()
        .to_owned()
}

fn views() -> Vec<String> {
    let files = files_below("queries/views").into_iter();
    files
        .map(|file| file.trim_end_matches(".rq").to_owned())
        .collect()
}

#[test]
fn every_edge_of_every_view_has_a_link() {
    for view in views() {
        let dot = stdout(&["graph", "--view", &view, "--group", "kind"]);
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
    let dot = stdout(&[
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
    let dot = stdout(&["graph", "--view", "people", "--group", "kind"]);
    let tie = edges(&dot)
        .into_iter()
        .find(|line| {
            line.starts_with("\"id:anton-alikhanov\" -> \"id:governor-of-kaliningrad-oblast\"")
        })
        .unwrap();
    assert_eq!(label(tie), "post 2017–2024");
    let held_since = edges(&dot).into_iter().any(|line| {
        line.starts_with("\"id:alexei-besprozvannykh\" -> ") && label(line) == "post from 2024"
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
    let dot = stdout(&["graph", "--view", "events", "--group", "kind"]);
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
    let dot = stdout(&["graph", "--view", "events"]);
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
    let dot = stdout(&[
        "graph", "--kind", "Offer", "--kind", "Ask", "--group", "kind",
    ]);
    let kinds: BTreeSet<String> = edges(&dot).into_iter().map(label).collect();
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    assert_eq!(kinds, ["Invitation", "Offer ×8", "Request"]);
}

#[test]
fn only_acts_within_the_period_are_drawn() {
    let years = |arguments: &[&str]| -> Vec<String> {
        let all = [
            "graph", "--view", "people", "--group", "kind", "--kind", "Delivery",
        ];
        let dot = stdout(&[&all[..], arguments].concat());
        edges(&dot).into_iter().map(label).collect()
    };
    assert_eq!(years(&[]), ["Delivery"]);
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
        let dot = stdout(&[&all[..], arguments].concat());
        edges(&dot)
            .iter()
            .filter(|line| label(line).starts_with("post"))
            .count()
    };
    // He was governor all the year, though he neither came nor left.
    assert_eq!(posts(&["--since", "2020", "--until", "2020"]), 1);
    assert_eq!(posts(&["--until", "2016-08"]), 2);
}

#[test]
fn bundled_edge_counts_its_kinds() {
    let toward = |group: &str| {
        let dot = stdout(&["graph", "--group", group]);
        let ties = edges(&dot).into_iter().map(str::to_owned);
        let of_the_sides =
            ties.filter(|line| line.starts_with("\"id:belarus\" -> \"id:kaliningrad-oblast\""));
        of_the_sides.collect::<Vec<String>>()
    };
    let groups = toward("group");
    let commitments =
        "Commitment ×27: Assurance ×10, Readiness ×4, Proposal ×3, Offer ×8, Pledge, Delivery";
    assert!(
        groups.iter().any(|line| label(line) == commitments),
        "{groups:#?}"
    );
    let pairs = toward("pair");
    // The acts of each side toward the other, and joint acts.
    assert_eq!(pairs.len(), 3);
    let one = pairs
        .iter()
        .find(|line| label(line).contains("Commitment ×27"))
        .unwrap();
    assert_eq!(label(one), "Stance, Ask ×2, Commitment ×27");
    assert_eq!(
        value(one, "color"),
        Some("#963800;0.03:#a95fd0;0.07:#0a9a80")
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
    let caption = |arguments: &[&str]| stdout(&[&["graph"], arguments].concat());
    assert!(caption(&["--kind", "Commitment"]).contains("Each line is one kind of act"));
    assert!(caption(&[]).contains("Each line is one group of kinds"));
    assert!(caption(&["--view", "sectors"]).contains("Each line is all acts of one"));
    assert!(caption(&["--view", "everything"]).contains("Too many ties for labels"));
    let everything = caption(&["--view", "everything"]);
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
    let dot = stdout(&["graph"]);
    assert!(
        dot.contains(&format!("{untied} of {all} acts are not drawn.")),
        "{untied} {all}"
    );
    let drawn = stdout(&["graph", "--view", "everything"]);
    let of_parties = count(
        "SELECT (COUNT(DISTINCT ?act) AS ?n) { ?act bil:countsAs ?act ; bil:by ?by FILTER NOT EXISTS { ?by bil:publishes ?text } }",
    );
    let of_publishers = all - of_parties;
    assert!(of_publishers > 0);
    assert!(drawn.contains(&format!("{of_publishers} of {all} acts are not drawn.")));
    let offers = stdout(&["graph", "--kind", "Offer"]);
    assert!(offers.contains("Only Offer.\\lAll 8 acts are drawn."));
    let arguments = [
        "graph",
        "--since",
        "2017",
        "--focus",
        "kaliningrad-oblast",
        "--min-weight",
        "2",
    ];
    let cut = stdout(&arguments);
    assert!(
        cut.contains("Only from 2017, within 1 tie of kaliningrad-oblast, ties of 2 and more.")
    );
    assert!(!cut.contains("acts are"));
}

#[test]
fn first_side_is_left_of_the_second() {
    let dot = stdout(&["graph", "--group", "kind"]);
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
    let dot = stdout(&["graph", "--view", "people"]);
    assert!(dot.contains("graph [label=\"Belarus\""));
    assert!(dot.contains("graph [label=\"Kaliningrad Oblast\""));
}

#[test]
fn legend_lines_look_like_their_edges() {
    let dot = stdout(&["graph", "--kind", "Commitment", "--group", "kind"]);
    let offer = edges(&dot)
        .into_iter()
        .find(|line| label(line) == "Offer ×8")
        .unwrap();
    let entry = dot
        .lines()
        .find(|line| line.contains("label=\"Offer\""))
        .unwrap();
    for attribute in ["color", "style"] {
        assert_eq!(
            value(entry, attribute),
            value(offer, attribute),
            "{attribute}"
        );
    }
}

#[test]
fn stored_pictures_are_current() {
    for file in files_below("tests/pictures") {
        let view = file.trim_end_matches(".svg");
        let svg = read(&format!("tests/pictures/{file}"));
        let dot = stdout(&["graph", "--view", view]);
        let labels = dot.lines().filter_map(|line| value(line, "label"));
        let lines = labels.flat_map(|label| label.split("\\n").flat_map(|line| line.split("\\l")));
        for line in lines.filter(|line| !line.trim().is_empty()) {
            let shown = line.replace('\'', "&#39;").replace('-', "&#45;");
            assert!(svg.contains(&format!(">{shown}</text>")), "{file}: {line}");
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
    assert!(
        dot.contains(&format!(
            "label=\"{escaped} ×2:\\n{escaped},\\n{escaped}\\n \""
        )),
        "{dot}"
    );
    assert!(dot.contains(&format!("label=\"{escaped}\\l\"")), "{dot}");
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
            let dot = stdout(&[&["graph", "--view", &view], &options[..]].concat());
            for (name, share) in &shares[*size] {
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
            for (name, share) in &shares[*colour] {
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
        let dot = stdout(&[&["graph"], &part[..], &[option, "strength"]].concat());
        assert!(
            dot.contains(&format!("\"strength: {top}\"")),
            "{top}: {dot}"
        );
    }
}
