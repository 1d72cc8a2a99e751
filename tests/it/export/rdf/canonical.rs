//! Canonical N-Quads: RDFC-1.0, with a limit for graphs that would take forever.

#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise, and so may what helps it"
)]

use std::fmt::Write as _;

use bilateral::export::ExportError;
use bilateral::export::rdf::canonical;
use bilateral::model::sha256;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use oxigraph::model::{Dataset, Quad};
use proptest::prelude::*;

use crate::support::scratch::Scratch;

/// Quads as they are written here: `a` is a blank node, `:a` a name, the fourth one the graph.
fn quads(lines: &[&str]) -> Vec<Quad> {
    let mut text = String::new();
    for line in lines {
        for term in line.split(' ') {
            match term.strip_prefix(':') {
                _ if term.starts_with('"') => text.push_str(term),
                Some(name) => write!(text, "<https://example.org/{name}>").unwrap(),
                None => write!(text, "_:{term}").unwrap(),
            }
            text.push(' ');
        }
        text.push_str(".\n");
    }
    read(&text)
}

fn read(text: &str) -> Vec<Quad> {
    let parser = RdfParser::from_format(RdfFormat::NQuads);
    parser.for_slice(text).map(Result::unwrap).collect()
}

/// The canonical form, written as short as the input.
fn short(quads: &[Quad]) -> Vec<String> {
    let lines = canonical(quads).unwrap();
    let short = |line: &str| {
        let line = line.trim_end_matches(" .").replace("_:", "");
        line.replace("<https://example.org/", ":").replace('>', "")
    };
    lines.lines().map(short).collect()
}

/// What Oxigraph makes of it.
fn by_oxigraph(quads: &[Quad]) -> String {
    let mut dataset: Dataset = quads.iter().collect();
    dataset.canonicalize(CanonicalizationAlgorithm::Rdfc10 {
        hash_algorithm: CanonicalizationHashAlgorithm::Sha256,
    });
    let mut lines: Vec<String> = dataset.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort();
    lines.concat()
}

#[test]
fn distinct_nodes_are_numbered_by_first_degree_hash() {
    let graph = quads(&[":p :q e0", ":p :r e1", "e0 :s :u", "e1 :t :u"]);
    let labels = short(&graph);
    assert_eq!(
        labels,
        [":p :q c14n0", ":p :r c14n1", "c14n0 :s :u", "c14n1 :t :u"]
    );
    assert_eq!(canonical(&graph).unwrap(), by_oxigraph(&graph));
}

#[test]
fn alike_nodes_are_distinguished_by_their_paths() {
    // The example of the Recommendation, with its IRIs.
    let graph = read(concat!(
        "<http://example.com/#p> <http://example.com/#q> _:e0 .\n",
        "<http://example.com/#p> <http://example.com/#q> _:e1 .\n",
        "_:e0 <http://example.com/#p> _:e2 .\n",
        "_:e1 <http://example.com/#p> _:e3 .\n",
        "_:e2 <http://example.com/#r> _:e3 .\n",
    ));
    let expected = concat!(
        "<http://example.com/#p> <http://example.com/#q> _:c14n2 .\n",
        "<http://example.com/#p> <http://example.com/#q> _:c14n3 .\n",
        "_:c14n0 <http://example.com/#r> _:c14n1 .\n",
        "_:c14n2 <http://example.com/#p> _:c14n1 .\n",
        "_:c14n3 <http://example.com/#p> _:c14n0 .\n",
    );
    assert_eq!(canonical(&graph).unwrap(), expected);
}

#[test]
fn node_mentioned_twice_counts_twice() {
    // PyLD returns the same, as it would with the lists of the Recommendation; Oxigraph, with its sets, does not.
    let graph = quads(&[
        "n0 :p n2 :g",
        "n0 :p n3 :h",
        "n2 :p n3 :g",
        "n2 :p n3 :h",
        "n3 :p n0 :g",
    ]);
    let expected = [
        "c14n0 :p c14n1 :g",
        "c14n1 :p c14n0 :h",
        "c14n1 :p c14n2 :g",
        "c14n2 :p c14n0 :g",
        "c14n2 :p c14n0 :h",
    ];
    assert_eq!(short(&graph), expected);
    assert_ne!(canonical(&graph).unwrap(), by_oxigraph(&graph));
}

#[test]
fn graph_without_blank_nodes_is_its_sorted_lines() {
    let graph = quads(&[":b :p :o :g", ":a :p \"x\"", ":b :p :o :g"]);
    assert_eq!(short(&graph), [":a :p \"x\"", ":b :p :o :g"]);
    assert_eq!(canonical(&[]).unwrap(), "");
}

#[test]
fn lines_are_sorted_by_code_points() {
    // In UTF-16 the second would come first.
    let graph = quads(&[":s :p \"😀\"", ":s :p \"ﬀ\""]);
    assert_eq!(short(&graph), [":s :p \"ﬀ\"", ":s :p \"😀\""]);
}

#[test]
fn poison_graph_reaches_the_limit() {
    let everybody_knows_everybody = |nodes: usize| {
        let pairs = (0..nodes).flat_map(|a| (0..nodes).map(move |b| (a, b)));
        let lines: Vec<String> = pairs
            .filter(|(a, b)| a != b)
            .map(|(a, b)| format!("n{a} :knows n{b}"))
            .collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        quads(&lines)
    };
    assert!(canonical(&everybody_knows_everybody(5)).is_ok());
    let error = canonical(&everybody_knows_everybody(40)).unwrap_err();
    assert!(
        matches!(error, ExportError::TooIntricate { blank_nodes: 40 }),
        "{error}"
    );

    let chain = |from: char| (0..50_000).map(move |n| format!("{from}{n} :next {from}{}", n + 1));
    let lines: Vec<String> = chain('a').chain(chain('b')).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let error = canonical(&quads(&lines)).unwrap_err();
    assert!(matches!(error, ExportError::TooIntricate { .. }), "{error}");
}

#[test]
fn many_blank_nodes_are_within_the_limit() {
    let lines: Vec<String> = (0..20_000)
        .flat_map(|n| [format!("h :has a{n}"), format!("a{n} :is :k{}", n % 7)])
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let text = canonical(&quads(&lines)).unwrap();
    assert_eq!(text.lines().count(), 40_000);
}

#[test]
fn export_canonical_prints_the_hash() {
    let scratch = Scratch::base();
    let blank = |a: &str, b: &str| {
        let reed = "<https://example.org/reed>";
        let about = "<https://example.org/about>";
        format!("_:{a} {about} _:{b} .\n_:{b} {about} {reed} .\n_:{a} {about} \"x\" .\n")
    };
    scratch.put("data/more.nt", blank("one", "two"));
    let ran = scratch.run(&["export", "--canonical"]);
    assert_eq!(ran.code, 0);
    assert_eq!(ran.stderr, format!("SHA-256 {}\n", sha256(&ran.stdout)));
    assert!(ran.stdout.contains("_:c14n0 <https://example.org/about> "));
    assert!(ran.stdout.lines().is_sorted());

    scratch.put("data/more.nt", blank("two", "one"));
    assert_eq!(scratch.run(&["export", "--canonical"]), ran);
    let printed = scratch.run(&["export", "--canonical", "-o", "graph.nq"]);
    assert_eq!((printed.code, printed.stdout.as_str()), (0, ""));
    let file = std::fs::read_to_string(scratch.path("graph.nq")).unwrap();
    assert_eq!((file, printed.stderr), (ran.stdout, ran.stderr));

    let sorted = scratch.run(&["export", "--graph", "ontology", "--format", "nq"]);
    let ontology = scratch.run(&["export", "--graph", "ontology", "--canonical"]);
    assert_eq!(ontology.stdout, sorted.stdout);
}

#[test]
fn poison_graph_exits_with_4() {
    let scratch = Scratch::base();
    let mut text = String::new();
    for (a, b) in (0..40).flat_map(|a| (0..40).map(move |b| (a, b))) {
        writeln!(text, "_:n{a} <https://example.org/knows> _:n{b} .").unwrap();
    }
    scratch.put("data/poison.nt", text);
    scratch.put("graph.nq", "old");
    let printed = scratch
        .run(&["export", "--canonical", "-o", "graph.nq"])
        .fails(4);
    assert!(
        printed.contains("the graph has 40 blank nodes"),
        "{printed}"
    );
    let file = std::fs::read_to_string(scratch.path("graph.nq")).unwrap();
    assert_eq!(file, "old");
}

/// Subject, predicate, and an object where that is a blank node.
type Sketch = (usize, bool, Option<usize>);

/// Some quads over few blank nodes, each in this graph, and the numbers that the nodes get in its copy.
fn a_tangle() -> impl Strategy<Value = (Vec<Sketch>, Vec<usize>)> {
    let statement = (
        0..6_usize,
        any::<bool>(),
        prop::option::weighted(0.9, 0..6_usize),
    );
    (
        prop::collection::vec(statement, 1..14),
        Just((0..6).collect::<Vec<_>>()).prop_shuffle(),
    )
}

fn tangle(statements: &[Sketch], name: impl Fn(usize) -> String) -> Vec<Quad> {
    let line = |(subject, predicate, object): &Sketch| {
        let predicate = if *predicate { ":p" } else { ":q" };
        let object = object.map_or_else(|| ":o".to_owned(), &name);
        format!("{} {predicate} {object}", name(*subject))
    };
    let lines: Vec<String> = statements.iter().map(line).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    quads(&lines)
}

proptest! {
    #[test]
    fn labels_and_order_change_no_byte((statements, numbers) in a_tangle()) {
        let one = tangle(&statements, |node| format!("a{node}"));
        let mut other = tangle(&statements, |node| format!("z{}", numbers[node]));
        other.reverse();
        let text = canonical(&one).unwrap();
        prop_assert_eq!(&text, &canonical(&other).unwrap());
        prop_assert_eq!(&text, &canonical(&read(&text)).unwrap());
        prop_assert_eq!(text, by_oxigraph(&one));
    }
}
