//! `graph` draws a picture that fits on a page and can be read there.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::drawn_edges::{drawn, edges, header, label, value, views};
use crate::support::program::{binary, repository, run, stdout};

/// The names of the nodes, without the labels of edges.
fn nodes(dot: &str) -> BTreeSet<&str> {
    let lines = dot.lines().map(str::trim_start);
    let names = lines.filter_map(|line| line.strip_prefix('"')?.split_once("\" ["));
    let names = names.map(|(name, _)| name);
    names
        .filter(|name| !name.contains(" -> ") && !name.starts_with("label "))
        .collect()
}

#[test]
fn picture_has_25_nodes_unless_more_are_requested() {
    for view in views() {
        let all = drawn(&["graph", "--view", &view, "--all"]);
        let count = nodes(&all).len();
        let page = drawn(&["graph", "--view", &view]);
        assert_eq!(nodes(&page).len(), count.min(25), "{view}");
        assert!(nodes(&page).is_subset(&nodes(&all)), "{view}");
        for side in ["id:belarus", "id:kaliningrad-oblast"] {
            assert!(
                !nodes(&all).contains(side) || nodes(&page).contains(side),
                "{view}"
            );
        }
        let left_out = header(&page).contains("left out: --all draws all.");
        assert_eq!(left_out, count > 25, "{view}");
        assert!(!header(&all).contains("left out"), "{view}");
    }
    let more = drawn(&["graph", "--view", "events", "--top", "40"]);
    assert_eq!(nodes(&more).len(), 40);
    assert_eq!(nodes(&drawn(&["graph", "--top", "3"])).len(), 3);
}

#[test]
fn exchange_format_has_all_nodes_unless_top_is_set() {
    let rows = |options: &[&str]| {
        let list = ["graph", "--view", "events", "--format", "nodes.csv"];
        stdout(&[&list[..], options].concat()).lines().count() - 1
    };
    let all = drawn(&["graph", "--view", "events", "--all"]);
    assert_eq!(rows(&[]), nodes(&all).len());
    assert_eq!(rows(&["--top", "30"]), 30);
}

#[test]
fn a_cut_is_reported_on_stderr() {
    let error = |options: &[&str]| {
        let output = run(Command::new(binary()).arg("graph").args(options));
        assert!(output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    let cut = error(&["--view", "people"]);
    assert!(cut.contains("25 of 32 nodes are drawn"), "{cut}");
    assert!(cut.contains("--top N draws more, --all draws all"), "{cut}");
    assert!(!cut.contains("poster"), "{cut}");
    for options in [
        &["--view", "everything"][..],
        &["--view", "everything", "--all"],
    ] {
        let poster = error(options);
        assert!(poster.contains("is a poster of "), "{poster}");
        for option in ["--focus", "--hops", "--top", "--view actors"] {
            assert!(poster.contains(option), "{poster}");
        }
    }
    assert!(!error(&["--view", "everything", "--format", "json"]).contains("poster"));
    assert!(!error(&[]).contains("nodes are drawn"));
}

#[test]
fn every_kind_of_act_has_a_plural() {
    let rows = stdout(&[
        "query",
        "SELECT ?kind { ?kind rdfs:subClassOf+ bil:Act FILTER NOT EXISTS { ?kind bil:plural ?plural } }",
        "--format",
        "csv",
    ]);
    assert_eq!(rows.lines().count(), 1, "{rows}");
}

#[test]
fn edge_of_inferred_acts_is_dashed() {
    let dot = drawn(&[
        "graph", "--view", "items", "--focus", "tractors", "--group", "kind",
    ]);
    let delivery = edges(&dot)
        .into_iter()
        .find(|line| label(line) == "1 delivery");
    assert_eq!(value(delivery.unwrap(), "style"), Some("dashed"));
    assert!(header(&dot).contains("Dashed: inferred."));
    let offers = drawn(&["graph", "--kind", "Offer"]);
    assert!(
        edges(&offers)
            .iter()
            .all(|line| value(line, "style").is_none())
    );
    assert!(!header(&offers).contains("Dashed"));
}

/// Positions in points, as Graphviz writes them.
fn numbers(text: &str) -> Vec<f64> {
    let numbers = text
        .split([' ', ','])
        .filter_map(|number| number.parse().ok());
    numbers.collect()
}

/// Points along a line: those of its cubic curves.
fn points(position: &str) -> Vec<[f64; 2]> {
    let controls: Vec<[f64; 2]> = position
        .split(' ')
        .filter(|point| !point.starts_with(['e', 's']))
        .map(|point| numbers(point).try_into().unwrap())
        .collect();
    let mut points = Vec::new();
    for curve in controls.windows(4).step_by(3) {
        for step in 0..=20 {
            let t = f64::from(step) / 20.0;
            let weights = [
                (1.0 - t).powi(3),
                3.0 * t * (1.0 - t).powi(2),
                3.0 * t * t * (1.0 - t),
                t.powi(3),
            ];
            let at = |axis: usize| {
                weights
                    .iter()
                    .zip(curve)
                    .map(|(weight, point)| weight * point[axis])
                    .sum()
            };
            points.push([at(0), at(1)]);
        }
    }
    points
}

/// The layout of a picture as JSON; `None` where Graphviz is not installed and need not be.
fn layout(dot: &[u8]) -> Option<Value> {
    let child = Command::new("dot")
        .arg("-Tjson")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        let required = std::env::var_os("BILATERAL_REQUIRE_PEERS").is_some();
        assert!(!required, "Graphviz is not installed");
        return None;
    };
    child.stdin.take().unwrap().write_all(dot).unwrap();
    let output = child.wait_with_output().unwrap();
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

/// Whether a node is the label of an edge.
fn is_label(node: &Value) -> bool {
    node["name"].as_str().unwrap().starts_with("label ")
}

/// Left, right, bottom and top of a node.
fn area(node: &Value) -> [f64; 4] {
    let number = |text: &Value| text.as_str().unwrap().parse::<f64>().unwrap();
    let at = numbers(node["pos"].as_str().unwrap());
    let [half_width, half_height] = ["width", "height"].map(|name| number(&node[name]) * 36.0);
    [
        at[0] - half_width,
        at[0] + half_width,
        at[1] - half_height,
        at[1] + half_height,
    ]
}

/// The lines that cross the label of another edge, and the labels that overlap.
fn overlaps(layout: &Value) -> Vec<String> {
    let objects = layout["objects"].as_array().unwrap();
    let labels: Vec<&Value> = objects
        .iter()
        .filter(|object| object["pos"].is_string() && is_label(object))
        .collect();
    let mut found = Vec::new();
    for (place, one) in labels.iter().enumerate() {
        let [left, right, bottom, top] = area(one);
        for other in &labels[place + 1..] {
            let [other_left, other_right, other_bottom, other_top] = area(other);
            if left < other_right && other_left < right && bottom < other_top && other_bottom < top
            {
                found.push(format!("{} and {}", one["label"], other["label"]));
            }
        }
        for edge in layout["edges"].as_array().unwrap() {
            if edge["style"] == "invis" || [&edge["tail"], &edge["head"]].contains(&&one["_gvid"]) {
                continue;
            }
            let points = points(edge["pos"].as_str().unwrap());
            if points
                .iter()
                .any(|[x, y]| left < *x && *x < right && bottom < *y && *y < top)
            {
                found.push(format!(
                    "{} is crossed by {}",
                    one["label"], edge["tooltip"]
                ));
            }
        }
    }
    found
}

#[test]
fn no_line_crosses_the_label_of_another() {
    let norland = repository().join("tests/dossiers/norland-kestrel");
    for folder in [Path::new("."), norland.as_path()] {
        for view in views() {
            let mut command = Command::new(binary());
            if folder != Path::new(".") {
                command.arg("-C").arg(folder);
            }
            let output = run(command.args(["graph", "--view", &view]));
            let Some(layout) = layout(&output.stdout) else {
                return;
            };
            let overlaps = overlaps(&layout);
            assert!(
                overlaps.is_empty(),
                "{} {view}: {overlaps:#?}",
                folder.display()
            );
        }
    }
}

/// The width of a page in points: 18 cm.
const PAGE_WIDTH: f64 = 510.0;
/// The smallest text that is easily read, in points, and the smallest of a picture.
const READABLE: f64 = 7.0;
const SMALLEST: f64 = 10.0;

#[test]
fn text_is_readable_at_the_width_of_a_page() {
    for view in ["actors", "events", "heard", "items", "sectors"] {
        let dot = stdout(&["graph", "--view", view]);
        let Some(layout) = layout(dot.as_bytes()) else {
            return;
        };
        let width = numbers(layout["bb"].as_str().unwrap())[2];
        let smallest = SMALLEST * (PAGE_WIDTH / width).min(1.0);
        assert!(smallest >= READABLE, "{view}: {smallest:.1} pt");
    }
}

#[test]
fn header_is_a_small_part_of_the_picture() {
    let Some(layout) = layout(stdout(&["graph"]).as_bytes()) else {
        return;
    };
    let number = |name: &str| layout[name].as_str().unwrap().parse::<f64>().unwrap() * 72.0;
    let size = numbers(layout["bb"].as_str().unwrap());
    // Three lines: two of relations, one of nodes.
    let legend = 3.0 * 1.25 * SMALLEST * number("lwidth");
    let share = legend / (size[2] * size[3]);
    assert!(share < 0.1, "{share}");
}
