//! Pictures: what DOT says, and that Graphviz shows just that, however hostile the labels.

#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise, and so may what helps it"
)]

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

use bilateral::export::ExportError;
use bilateral::export::dot::{Picture, to_string, to_svg};
use bilateral::model::Sort;
use bilateral::network::{ActFacts, Facts, Network, NodeFacts, RelationFacts, Tie};
use oxigraph::model::NamedNode;
use proptest::prelude::*;
use serde_json::Value;

fn id(slug: &str) -> NamedNode {
    NamedNode::new(format!("https://w3id.org/bilateral/id/{slug}")).unwrap()
}

fn kind(name: &str) -> NamedNode {
    NamedNode::new(format!("https://w3id.org/bilateral/ontology#{name}")).unwrap()
}

fn act(name: &str) -> NamedNode {
    NamedNode::new(format!("https://w3id.org/bilateral/act/r.{name}")).unwrap()
}

fn tie(source: &str, relation: &str, target: &str, act_name: &str) -> Tie {
    Tie {
        source: id(source),
        target: id(target),
        relation: kind(relation),
        act: act(act_name),
        weight: None,
        date: None,
        layer: None,
    }
}

fn node(label: &str, sort: Sort, side: Option<&str>) -> NodeFacts {
    NodeFacts {
        label: label.to_owned(),
        sort: Some(sort),
        side: side.map(id),
        ..NodeFacts::default()
    }
}

fn offer(quote: &str, url: &str) -> ActFacts {
    ActFacts {
        sentence: "Belarus offers Kaliningrad Oblast steelwork".to_owned(),
        quote: Some(quote.to_owned()),
        url: Some(url.to_owned()),
        order: 0,
    }
}

fn facts() -> Facts {
    Facts {
        nodes: BTreeMap::from([
            (id("belarus"), node("Belarus", Sort::State, Some("belarus"))),
            (
                id("minister"),
                node("Minister of Education", Sort::Post, Some("belarus")),
            ),
            (
                id("kaliningrad"),
                node("Kaliningrad Oblast", Sort::Region, Some("kaliningrad")),
            ),
        ]),
        relations: BTreeMap::from([(
            kind("Offer"),
            RelationFacts {
                label: "Offer".to_owned(),
                order: 4,
                ..RelationFacts::default()
            },
        )]),
        acts: BTreeMap::from([
            (
                act("1"),
                offer(
                    "We can supply you with steelwork",
                    "https://example.org/#:~:text=We%20can",
                ),
            ),
            (act("2"), offer("If you need help", "javascript:alert(1)")),
        ]),
    }
}

fn rows() -> Vec<Tie> {
    vec![
        tie("belarus", "Offer", "kaliningrad", "2"),
        tie("belarus", "Offer", "kaliningrad", "1"),
        tie("minister", "Offer", "kaliningrad", "2"),
    ]
}

fn picture() -> Picture {
    Picture {
        title: "Offers".to_owned(),
        palette: BTreeMap::from([
            (kind("Offer"), "#009e73".to_owned()),
            (kind("State"), "#77aadd".to_owned()),
        ]),
        ..Picture::default()
    }
}

fn drawn(rows: Vec<Tie>, facts: Facts) -> String {
    to_string(&Network::from_ties(rows, facts).unwrap(), &picture())
}

/// A network of one tie whose source, relation and act have texts that nobody should trust.
fn hostile(text: &str) -> String {
    let mut facts = facts();
    facts
        .nodes
        .insert(id("belarus"), node(text, Sort::State, None));
    let relation = RelationFacts {
        label: text.to_owned(),
        order: 0,
        ..RelationFacts::default()
    };
    facts.relations.insert(kind("Offer"), relation);
    facts
        .acts
        .insert(act("1"), offer(text, "https://example.org/?a=1&b=2"));
    drawn(vec![tie("belarus", "Offer", "kaliningrad", "1")], facts)
}

/// What `dot` makes of a text; `None` where it is not installed and need not be.
fn graphviz(format: &str, text: &str) -> Option<String> {
    let child = Command::new("dot")
        .arg(format!("-T{format}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        let required = std::env::var("BILATERAL_REQUIRE_PEERS").is_ok_and(|value| value == "1");
        assert!(
            !required,
            "`dot` is not installed, but BILATERAL_REQUIRE_PEERS=1"
        );
        eprintln!("skipped: the program `dot` of Graphviz is not installed");
        return None;
    };
    let mut stdin = child.stdin.take().unwrap();
    let text = text.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && complaints.is_empty(),
        "{complaints}"
    );
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The texts that Graphviz draws for the object (node or edge) with a tooltip, its lines joined by blanks.
fn shown_texts(dot: &str) -> Option<Vec<String>> {
    let json: Value = serde_json::from_str(&graphviz("json", dot)?).unwrap();
    let all = [&json["objects"], &json["edges"]].map(|list| list.as_array().unwrap().clone());
    let told = all
        .concat()
        .into_iter()
        .filter(|object| object["tooltip"].is_string());
    Some(told.map(|object| shown_text(&object)).collect())
}

fn shown_text(object: &Value) -> String {
    ["_ldraw_"]
        .iter()
        .filter_map(|layer| object[layer].as_array())
        .flatten()
        .filter_map(|operation| operation["text"].as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn the_picture_leads_back_to_the_words() {
    let tooltip = concat!(
        r#""Belarus → Kaliningrad Oblast: Offer ×2\n"#,
        r"Belarus offers Kaliningrad Oblast steelwork: “We can supply you with steelwork”\n",
        r#"Belarus offers Kaliningrad Oblast steelwork: “If you need help”""#,
    );
    let edge = [
        r##""id:belarus" -> "id:kaliningrad" [label="Offer ×2", color="#009e73", fontcolor="#00865b", penwidth="1.95""##,
        &format!("tooltip={tooltip}"),
        &format!("labeltooltip={tooltip}"),
        r#"URL="https://example.org/#:~:text=We%20can"]"#,
    ]
    .join(", ");
    let text = drawn(rows(), facts());
    assert!(text.contains(&edge), "{text}");
    let line = text
        .lines()
        .find(|line| line.contains("\"id:kaliningrad\" ["))
        .unwrap();
    assert!(
        line.contains("“We can supply you with steelwork”"),
        "{line}"
    );
    assert!(
        line.contains(r#"URL="https://example.org/#:~:text=We%20can""#),
        "{line}"
    );
}

#[test]
fn the_order_of_rows_is_of_no_account() {
    let mut backward = rows();
    backward.reverse();
    assert_eq!(drawn(rows(), facts()), drawn(backward, facts()));
}

#[test]
fn a_side_of_several_stands_in_a_frame_and_one_that_is_alone_does_not() {
    let text = drawn(rows(), facts());
    assert!(
        text.contains("subgraph \"cluster_1\" {\n        graph [label=\"Belarus\""),
        "{text}"
    );
    assert!(!text.contains("cluster_2"));
    let network = Network::from_ties(rows(), facts()).unwrap();
    let plain = Picture {
        clusters: false,
        legend: false,
        ..picture()
    };
    assert!(!to_string(&network, &plain).contains("subgraph"));
}

#[test]
fn the_legend_tells_what_occurs_and_no_edge_leads_to_it() {
    let text = drawn(rows(), facts());
    for entry in [
        "label=\"State\"",
        "label=\"Region\"",
        "label=\"Post\"",
        "label=\"Offer\", shape=\"underline\", style=\"solid\", color=\"#009e73\"",
    ] {
        assert!(text.contains(entry), "{entry}");
    }
    assert!(!text.contains("label=\"Person\""));
    for line in text.lines().filter(|line| line.contains(" -> ")) {
        assert_eq!(line.matches("\"legend ").count() % 2, 0, "{line}");
    }
}

#[test]
fn only_links_to_the_web_are_links() {
    for (url, expected) in [
        (
            "https://example.org/?a=1&b=2",
            Some("URL=\"https://example.org/?a=1&amp;b=2\""),
        ),
        ("HTTP://example.org/", Some("URL=\"HTTP://example.org/\"")),
        ("javascript:alert(1)", None),
        ("javascript://example.org/%0Aalert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("https://example.org/\" onclick=\"x", None),
        ("https://example.org/\\N", None),
        ("https://example.org/\u{202E}x", None),
        ("", None),
    ] {
        let mut facts = facts();
        facts.acts.insert(act("1"), offer("x", url));
        let text = drawn(vec![tie("belarus", "Offer", "kaliningrad", "1")], facts);
        match expected {
            Some(link) => assert!(text.contains(link), "{url}: {text}"),
            None => assert!(!text.contains("URL="), "{url}: {text}"),
        }
    }
}

#[test]
fn parallel_ties_get_a_node_tall_enough_to_reach() {
    let kinds = [
        "Offer",
        "Pledge",
        "Request",
        "Warning",
        "Statement",
        "Concern",
    ];
    let rows = kinds.map(|kind| tie("belarus", kind, "kaliningrad", kind));
    let text = drawn(rows.to_vec(), facts());
    assert_eq!(text.matches("height=\"2.04\"").count(), 2, "{text}");
}

#[test]
fn an_iri_that_looks_like_a_prefixed_name_is_a_node_of_its_own() {
    let lookalike = Tie {
        target: NamedNode::new("id:belarus").unwrap(),
        ..tie("belarus", "Offer", "belarus", "1")
    };
    assert!(drawn(vec![lookalike], facts()).contains("\"id:belarus\" -> \"<id:belarus>\" ["));
}

#[test]
fn an_empty_network_is_an_empty_picture() {
    let text = drawn(Vec::new(), facts());
    assert!(!text.contains("legend"));
    assert!(graphviz("plain", &text).is_none_or(|plain| plain.contains("stop")));
}

#[test]
fn graphviz_shows_every_label_as_it_is() {
    for (label, shown) in [
        ("node", "node"),
        ("graph", "graph"),
        ("-->", "-->"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("say \"no\"", "say \"no\""),
        ("back\\slash\\", "back\\slash\\"),
        ("\\N \\G \\E \\l \\n", "\\N \\G \\E \\l \\n"),
        ("Q&A &amp; &#60; &lt;", "Q&A &amp; &#60; &lt;"),
        ("a\nb\tc", "a b c"),
        ("\u{202E}evil\u{2066}", "\u{FFFD}evil\u{FFFD}"),
        ("nul\0bell\u{7}", "nul\u{FFFD}bell\u{FFFD}"),
        ("not XML \u{FFFF}", "not XML \u{FFFD}"),
        ("Калининградская", "Калининградская"),
        ("👨‍👩‍👧‍👦 家", "👨‍👩‍👧‍👦 家"),
        ("];} x -> y {", "];} x -> y {"),
        ("// no comment", "// no comment"),
        ("# neither", "# neither"),
    ] {
        let Some(texts) = shown_texts(&hostile(label)) else {
            return;
        };
        assert_eq!(texts, [shown, "Kaliningrad Oblast", shown], "{label:?}");
    }
}

#[test]
fn svg_carries_quotes_and_links_unharmed() {
    let text = hostile("<a href=\"x\"> & \\N");
    if graphviz("canon", &text).is_none() {
        return;
    }
    let svg = String::from_utf8(to_svg(&text).unwrap()).unwrap();
    let quote = "“&lt;a href=&quot;x&quot;&gt; &amp; ⧵N”";
    // The source, the target, the edge and its label.
    assert_eq!(svg.matches(quote).count(), 4, "{svg}");
    assert_eq!(
        svg.matches("xlink:href=\"https://example.org/?a=1&amp;b=2\"")
            .count(),
        4
    );
    assert!(!svg.contains("<script") && !svg.contains("<a href"));
}

#[test]
fn what_graphviz_refuses_is_told_in_its_words() {
    match to_svg("digraph {") {
        Err(ExportError::GraphvizFailed { message }) => {
            assert!(message.contains("syntax error"), "{message}");
        }
        Err(ExportError::GraphvizNotFound) => assert!(graphviz("canon", "digraph {}").is_none()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn dot_reads_back_as_the_same_nodes_and_edges() {
    let picture = drawn(rows(), facts());
    let Some(plain) = graphviz("plain", &picture) else {
        return;
    };
    let count = |word: &str| {
        let lines = plain.lines().filter(|line| line.starts_with(word));
        lines.filter(|line| !line.contains("legend")).count()
    };
    assert_eq!((count("node "), count("edge ")), (3, 2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_makes_a_picture_that_graphviz_reads(text in any::<String>(), lines in ".{0,40}\\PC*") {
        for text in [text, lines] {
            if let Some(svg) = graphviz("svg", &hostile(&text)) {
                let whole = svg.trim_end().ends_with("</svg>");
                prop_assert!(whole);
            }
        }
    }

    #[test]
    fn any_network_can_be_laid_out(
        ends in prop::collection::vec(("[a-f]", "Offer|Pledge|Request", "[a-f]"), 0..25),
        sides in prop::collection::vec(0..3_usize, 6),
    ) {
        let mut facts = facts();
        for (name, side) in ["a", "b", "c", "d", "e", "f"].iter().zip(sides) {
            let side = ["a", "f"].get(side).copied();
            facts.nodes.insert(id(name), node(name, Sort::Organization, side));
        }
        let rows = ends.iter().enumerate();
        let rows = rows.map(|(number, (from, kind, to))| tie(from, kind, to, &number.to_string()));
        graphviz("svg", &drawn(rows.collect(), facts));
    }
}
