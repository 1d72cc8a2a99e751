//! Graphviz shows exactly what the DOT says, for hostile and long labels, too.

use std::io::Write;
use std::process::{Command, Stdio};

use bilateral::export::ExportError;
use bilateral::export::dot::{Picture, to_string, to_svg};
use bilateral::model::EntityKind;
use bilateral::network::Network;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::small_networks::{drawn, facts, hostile, id, node, picture, rows, tie};

/// What `dot` makes of a text; `None` where it is not installed and need not be.
#[expect(clippy::print_stderr, reason = "a test that cannot judge here says so")]
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
    let printed = all
        .concat()
        .into_iter()
        .filter(|object| object["tooltip"].is_string());
    // The two halves of an edge have no text: its label is between them.
    let texts = printed.map(|object| shown_text(&object));
    Some(texts.filter(|text| !text.is_empty()).collect())
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
fn empty_network_is_an_empty_picture() {
    let text = drawn(Vec::new(), facts());
    assert!(!text.contains("legend"));
    assert!(graphviz("plain", &text).is_none_or(|plain| plain.contains("stop")));
}

#[test]
fn graphviz_shows_every_label_unchanged() {
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
        assert_eq!(texts[..2], [shown, "Kaliningrad Oblast"], "{label:?}");
        // The noun after a number is in lower case.
        let edge = format!("1 {shown}").to_lowercase();
        assert_eq!(texts[2].to_lowercase(), edge, "{label:?}");
        assert_eq!(texts.len(), 3, "{label:?}");
    }
}

#[test]
fn graphviz_reads_texts_of_any_length() {
    for text in ["x", "家", "&", "\\", "\u{301}", "word ", "слово-", "a\n"] {
        let long = text.repeat(20_000);
        let Some(texts) = shown_texts(&hostile(&long)) else {
            return;
        };
        let [source, target, edge] = texts.as_slice() else {
            panic!("{} texts", texts.len());
        };
        assert_eq!(target, "Kaliningrad Oblast");
        // A text of no width has no end that is seen.
        assert!(
            source.ends_with('…') && edge.trim_end().ends_with('…'),
            "{text:?}: {source} {edge}"
        );
        graphviz("svg", &hostile(&long));
    }
}

#[test]
fn long_title_is_shortened() {
    let network = Network::from_ties(rows(), facts()).unwrap();
    let long = Picture {
        title: "Offers".repeat(10_000),
        ..picture()
    };
    if let Some(svg) = graphviz("svg", &to_string(&network, &long)) {
        assert!(svg.contains("Off… …</text>"), "{svg}");
    }
}

#[test]
fn svg_keeps_quotes_and_links() {
    let text = hostile("<a href=\"x\"> & \\N");
    if graphviz("canon", &text).is_none() {
        return;
    }
    let svg = String::from_utf8(to_svg(&text).unwrap()).unwrap();
    let quote = "“&lt;a href=&quot;x&quot;&gt; &amp; ⧵N”";
    // The source, the target, both halves of the edge and its label.
    assert_eq!(svg.matches(quote).count(), 5, "{svg}");
    assert_eq!(
        svg.matches("xlink:href=\"https://example.org/?a=1&amp;b=2\"")
            .count(),
        5
    );
    assert!(!svg.contains("<script") && !svg.contains("<a href"));
}

#[test]
fn graphviz_errors_are_reported() {
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
    // Each edge is two lines with a label between them.
    assert_eq!((count("node "), count("edge ")), (3 + 2, 2 * 2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_makes_a_valid_picture(text in any::<String>(), lines in ".{0,40}\\PC*") {
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
            facts.nodes.insert(id(name), node(name, EntityKind::Organization, side));
        }
        let rows = ends.iter().enumerate();
        let rows = rows.map(|(number, (from, kind, to))| tie(from, kind, to, &number.to_string()));
        graphviz("svg", &drawn(rows.collect(), facts));
    }
}
