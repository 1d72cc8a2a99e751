//! The DOT text of pictures.

use std::collections::BTreeSet;

use bilateral::export::dot::{Colouring, Groups, Picture, Scale, to_string};
use bilateral::network::{Network, Tie};
use oxigraph::model::NamedNode;

use crate::support::drawn_edges::whole_edges;
use crate::support::program::stdout;
use crate::support::scratch::Scratch;
use crate::support::small_networks::{act, drawn, facts, id, offer, picture, rows, tie};

#[test]
fn picture_links_to_the_quotes() {
    let tooltip = concat!(
        r#""Belarus → Kaliningrad Oblast: 2 offers\n"#,
        r"Belarus offers Kaliningrad Oblast steelwork: “We can supply you with steelwork”\n",
        r#"Belarus offers Kaliningrad Oblast steelwork: “If you need help”""#,
    );
    let edge = [
        r##""id:belarus" -> "label 0" [color="#009e73", penwidth="1.95""##,
        &format!("tooltip={tooltip}"),
        &format!("labeltooltip={tooltip}"),
        r#"URL="https://example.org/#:~:text=We%20can""#,
    ]
    .join(", ");
    let label = [
        r#""label 0" [label="2 offers""#,
        r#"shape="plaintext", fillcolor="white", fontsize="10", margin="0.03,0.02", width="0", height="0""#,
        r##"fontcolor="#00865b""##,
        &format!("tooltip={tooltip}"),
        r#"URL="https://example.org/#:~:text=We%20can"]"#,
    ]
    .join(", ");
    let text = drawn(rows(), facts());
    assert!(text.contains(&edge) && text.contains(&label), "{text}");
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
fn order_of_rows_changes_no_byte() {
    let mut backward = rows();
    backward.reverse();
    assert_eq!(drawn(rows(), facts()), drawn(backward, facts()));
}

#[test]
fn only_sides_with_several_nodes_are_framed() {
    let text = drawn(rows(), facts());
    assert!(
        text.contains("subgraph \"cluster_1\" {\n        graph [label=\"\""),
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
fn legend_lists_used_kinds() {
    let text = drawn(rows(), facts());
    for entry in [
        "■</FONT> State ",
        "■</FONT> Region ",
        "■</FONT> Post ",
        "<FONT COLOR=\"#009e73\">▬</FONT> Offer ",
    ] {
        assert!(text.contains(entry), "{entry}");
    }
    assert!(!text.contains("Person"));
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
fn nodes_are_tall_enough_for_parallel_edges() {
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
fn iri_like_a_prefixed_name_is_a_separate_node() {
    let lookalike = Tie {
        target: NamedNode::new("id:belarus").unwrap(),
        ..tie("belarus", "Offer", "belarus", "1")
    };
    let text = whole_edges(&drawn(vec![lookalike], facts()));
    assert!(
        text.contains("\"id:belarus\" -> \"<id:belarus>\" ["),
        "{text}"
    );
}

/// The line of a node, or the entry of the legend with this label.
fn line<'a>(text: &'a str, begins: &str) -> &'a str {
    let mut lines = text.lines().map(str::trim_start);
    let line = lines.find(|line| line.starts_with(begins) || line.contains(begins));
    line.unwrap_or_else(|| panic!("no {begins} in {text}"))
}

#[test]
fn colour_of_a_node_can_show_its_group() {
    let network = Network::from_ties(rows(), facts()).unwrap();
    let sides = [id("kaliningrad"), id("belarus")];
    let coloured = Picture {
        colouring: Colouring::Groups(Groups::of_sides(&network, &sides)),
        ..picture()
    };
    let text = to_string(&network, &coloured);
    for (begins, fill) in [
        ("\"id:belarus\" [", "#ee8866"),
        ("\"id:minister\" [", "#ee8866"),
        ("\"id:kaliningrad\" [", "#77aadd"),
    ] {
        let line = line(&text, begins);
        assert!(line.contains(&format!("fillcolor=\"{fill}\"")), "{line}");
    }
    let swatch = "<FONT COLOR=\"#77aadd\">■</FONT> Kaliningrad Oblast ";
    assert!(text.contains(swatch) && !text.contains("State"), "{text}");
    let without_groups = Picture {
        colouring: Colouring::Groups(Groups::default()),
        ..picture()
    };
    let text = to_string(&network, &without_groups);
    assert!(line(&text, "\"id:belarus\" [").contains("fillcolor=\"#f4f4f4\""));
}

#[test]
fn colour_and_size_can_show_a_number() {
    let network = Network::from_ties(rows(), facts()).unwrap();
    let numbers = [
        ("belarus", 4.0),
        ("kaliningrad", 1.0),
        ("minister", f64::NAN),
    ];
    let scale = || {
        Scale::new(
            "degree".to_owned(),
            numbers.map(|(node, value)| (id(node), value)),
        )
    };
    let printed = Picture {
        colouring: Colouring::Scale(scale()),
        sizes: Some(scale()),
        ..picture()
    };
    let text = to_string(&network, &printed);
    for (begins, fill, size) in [
        ("\"id:belarus\" [", "#1b4f8f", "27.00"),
        ("\"id:kaliningrad\" [", "#f4f4f4", "9.00"),
        ("\"id:minister\" [", "#f4f4f4", "9.00"),
    ] {
        let line = line(&text, begins);
        assert!(line.contains(&format!("fillcolor=\"{fill}\"")), "{line}");
        let font = format!("fontsize=\"{size}\"");
        assert!(line.contains(&font), "{line}");
    }
    for entry in [
        "<FONT COLOR=\"#1b4f8f\">■</FONT> degree: 4 ",
        "<FONT COLOR=\"#f4f4f4\">■</FONT> degree: 1 ",
        "<FONT POINT-SIZE=\"27\">degree: 4</FONT>",
    ] {
        assert!(text.contains(entry), "{entry}: {text}");
    }

    for values in [
        vec![],
        vec![(id("belarus"), 2.5)],
        vec![(id("belarus"), f64::MAX), (id("minister"), f64::MIN)],
    ] {
        let scale = Scale::new("x".to_owned(), values);
        let picture = Picture {
            colouring: Colouring::Scale(scale.clone()),
            sizes: Some(scale),
            ..picture()
        };
        let text = to_string(&network, &picture);
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    }
}

#[test]
fn colours_and_sizes_show_measures() {
    let of_people = |more: &[&str]| stdout(&[&["graph", "--view", "people"], more].concat());
    let values = |dot: &str, attribute: &str| -> BTreeSet<String> {
        let nodes = dot
            .lines()
            .filter(|line| line.contains("fillcolor=") && !line.contains("\"legend"));
        let found = nodes.filter_map(|line| {
            let (_, rest) = line.split_once(&format!("{attribute}=\""))?;
            Some(rest.split('"').next()?.to_owned())
        });
        found.collect()
    };
    let communities = of_people(&["--color-by", "community"]);
    assert!(
        communities.contains("■</FONT> community 1 ("),
        "{communities}"
    );
    assert!(values(&communities, "fillcolor").len() > 1);
    let ranked = of_people(&["--color-by", "pagerank", "--size-by", "strength"]);
    for words in ["pagerank: ", "strength: "] {
        assert!(ranked.contains(words), "{ranked}");
    }
    assert!(values(&ranked, "fillcolor").len() > 5);
    assert!(values(&ranked, "fontsize").len() > 5);
    // What nothing was asked of stays as it was.
    assert_eq!(of_people(&["--color-by", "kind"]), of_people(&[]));
}

#[test]
fn only_node_measures_set_colours_and_sizes() {
    let scratch = Scratch::base();
    for (option, name, hint) in [
        ("--color-by", "pagernk", "did you mean `pagerank`?"),
        (
            "--color-by",
            "density",
            "choose one of kind, side, community, degree, ",
        ),
        ("--size-by", "community", "choose one of degree, "),
    ] {
        let printed = scratch.run(&["graph", option, name]).fails(2);
        let expected = format!("error: {option}: unknown measure of nodes `{name}`; {hint}");
        assert!(printed.starts_with(&expected), "{printed}");
    }
}
