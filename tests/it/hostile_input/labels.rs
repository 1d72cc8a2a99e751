//! Labels and quotes full of markup, in every output format.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::GraphName;

use crate::support::scratch::{HERE, Scratch};

/// A name that only RDF can hold: in a sheet, control characters are refused.
const COMMANDING: &str = "River \u{1b}[31mLeague\u{7} \u{202e}eugaeL\u{202c}";
/// A name for a sheet.
const HOSTILE: &str = "node \"A\" -> 'B' --> \\\\ \\n <script>alert(1)</script> <!-- | `x` [y](z) $t$ ${u} &amp; \u{202e}z\u{202c} </TABLE> } ] ;";
/// Words of a readout that a sheet quotes.
const QUOTE: &str = "We \"can\" --> <script>alert('trams')</script> \\ | `sell` *you* {node} [trams](x) \u{202e}now\u{202c} $ # @prefix";

fn toml(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn dossier() -> Scratch {
    let scratch = Scratch::base();
    let actors = std::fs::read_to_string(scratch.path("data/actors.ttl")).unwrap();
    let label = COMMANDING
        .replace('\u{1b}', "\\u001B")
        .replace('\u{7}', "\\u0007");
    scratch.put(
        "data/actors.ttl",
        actors.replace("\"River League\"", &format!("\"{label}\"")),
    );
    scratch.put(
        format!("{HERE}/readout.txt"),
        format!(
            "Talks\n\n\u{1b}]0;title\u{7}“{QUOTE}”\u{1b}[2J she said.\n\nThe League worries her.\n"
        ),
    );
    let (name, quote) = (toml(HOSTILE), toml(QUOTE));
    scratch.put(
        format!("{HERE}/facts.toml"),
        format!(
            "[document]\nsource = \"https://example.org/talks?a='b'&c=(d)#e\"\nissued_by = \"norland\"\n\
             [[event]]\nname = {name}\ndate = 2020-01-02\n\
             sides.norland = [\"mira-holt\"]\nsides.kestrel-coast = []\n\
             [[entity]]\nid = \"hostile\"\nkind = \"Organization\"\nname = {name}\naka = {name}\n\
             [[entity]]\nid = \"hostile-good\"\nkind = \"Good\"\nname = {name}\n\
             [[act]]\nid = \"hostile\"\nkind = \"Offer\"\nto = [\"hostile\", \"kestrel-coast\"]\n\
             items = \"hostile-good\"\nquote = {quote}\nnote = {name}\ncondition = \"sell\"\n\
             [[act]]\nkind = \"Concern\"\nto = \"river-league\"\nquote = \"The League worries her.\"\n"
        ),
    );
    scratch
}

/// Nothing that reaches a terminal or a page for people commands it.
fn assert_harmless(text: &str) {
    for c in text.chars() {
        let commands = c.is_control() && c != '\n'
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(!commands, "U+{:04X} in:\n{text}", u32::from(c));
    }
}

#[test]
fn hostile_words_are_escaped_in_pages_and_tables() {
    let scratch = dossier();
    for arguments in [
        ["brief"].as_slice(),
        &["brief", "--full"],
        &["brief", "--format", "html"],
        &["path", "norland", "hostile"],
        &["path", "norland", "hostile", "--format", "md"],
        &["acts"],
        &["acts", "--format", "table"],
        &["acts", "--format", "md"],
        &["query", "meetings"],
        &["query", "SELECT ?label { ?x rdfs:label ?label }"],
        &[
            "query",
            "SELECT ?prefix ?suffix { ?x oa:prefix ?prefix ; oa:suffix ?suffix }",
        ],
    ] {
        let text = scratch.run(arguments).quietly();
        assert_harmless(&text);
        let is_marked_up = arguments[0] == "brief" || arguments.contains(&"md");
        assert!(!is_marked_up || !text.contains("<script"), "{text}");
    }
    let brief = scratch.run(&["brief", "--full"]).quietly();
    assert!(brief.contains("&lt;script&gt;alert"), "{brief}");
    assert!(
        brief.contains("River &lt;U+001B&gt;\\[31mLeague"),
        "{brief}"
    );
}

#[test]
fn hostile_names_are_escaped_in_messages() {
    let scratch = dossier();
    for arguments in [
        ["acts", "--by", "\u{1b}[31mx\u{202e}"].as_slice(),
        &["acts", "--by", "River \u{1b}[31mLeague\u{7} \u{202e}eugae"],
        &["brief", "id:river-league", "id:hostile"],
        &["query", "\u{1b}x"],
        &["query", "SELECT * { ?s \u{1b}[31m ?o }"],
        &["query", "commitments", "--set", "by=\u{1b}[31m"],
        &["-C", "\u{1b}[31m", "acts"],
        &["export", "-o", "\u{1b}[31m/x.ttl"],
    ] {
        let printed = scratch.run(arguments).stderr;
        assert!(!printed.is_empty(), "{arguments:?}");
        assert_harmless(&printed);
    }
}

#[test]
fn hostile_words_are_exact_in_data_formats() {
    let scratch = dossier();
    let ask = "SELECT ?name ?quote { act:2020-01-02-here.hostile bil:quote ?quote . id:hostile rdfs:label ?name }";
    let run = |format| scratch.run(&["query", ask, "--format", format]).quietly();

    let json: serde_json::Value = serde_json::from_str(&run("json")).unwrap();
    assert_eq!(json["results"]["bindings"][0]["name"]["value"], HOSTILE);
    assert_eq!(json["results"]["bindings"][0]["quote"]["value"], QUOTE);

    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    assert_eq!(
        run("csv"),
        format!("name,quote\r\n{},{}\r\n", quoted(HOSTILE), quoted(QUOTE))
    );

    let acts = scratch.run(&["acts", "--format", "json"]).quietly();
    let acts: serde_json::Value = serde_json::from_str(&acts).unwrap();
    assert!(acts.to_string().contains("alert('trams')"));
}

#[test]
fn exports_of_hostile_words_are_read_back() {
    let scratch = dossier();
    let quads = |format: &str, syntax: RdfFormat| -> BTreeSet<String> {
        let ran = scratch.run(&["export", "--format", format]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        RdfParser::from_format(syntax)
            .for_slice(&ran.stdout)
            .map(|quad| {
                let mut quad = quad.unwrap();
                if syntax == RdfFormat::Turtle {
                    quad.graph_name = GraphName::DefaultGraph;
                }
                quad.to_string()
            })
            .collect()
    };
    let (nq, trig) = (
        quads("nq", RdfFormat::NQuads),
        quads("trig", RdfFormat::TriG),
    );
    assert_eq!(nq, trig);
    assert!(nq.iter().any(|quad| quad.contains("alert('trams')")));
    let triples = |quads: &BTreeSet<String>| quads.len();
    assert_eq!(triples(&quads("ttl", RdfFormat::Turtle)), triples(&nq));
    for format in ["trig", "ttl"] {
        // A diff shows the text as it is: no character reorders or hides others.
        assert_harmless(&scratch.run(&["export", "--format", format]).stdout);
    }
}

#[test]
fn graphviz_shows_hostile_names_unchanged() {
    let scratch = dossier();
    let dot = scratch.run(&["graph"]).quietly();
    assert_harmless(&dot);
    let child = Command::new("dot")
        .arg("-Tjson")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        let required = std::env::var_os("BILATERAL_REQUIRE_PEERS").is_some();
        assert!(!required, "Graphviz is not installed");
        return;
    };
    child
        .stdin
        .take()
        .unwrap()
        .write_all(dot.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let objects = json["objects"].as_array().unwrap();
    let label =
        |object: &serde_json::Value| object["label"].as_str().unwrap_or_default().to_owned();
    let labels: Vec<String> = objects.iter().map(label).collect();
    let joined = labels.join("\n");
    assert!(
        joined.contains("<script>") || joined.contains("&lt;script"),
        "{joined}"
    );
    let names: BTreeSet<&str> = objects
        .iter()
        .filter_map(|object| object["name"].as_str())
        .collect();
    assert!(!names.contains("node") && !names.contains("A"), "{names:?}");
}
