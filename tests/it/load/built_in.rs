//! Invariants of the graph of the built-in dossier.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail loudly, as tests do"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use bilateral::dossier;
use bilateral::export::rdf::{RdfFormat, write};
use bilateral::load;
use bilateral::model::InferencePolicy;
use oxigraph::model::vocab::{rdf as rdf_terms, rdfs};
use oxigraph::model::{NamedOrBlankNode, Quad, Term};
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert_eq, proptest};

use crate::support::program::{Copied, read, stdout};
use crate::support::rdf::parsed;
use crate::support::scratch::Scratch;

const BASE: &str = "https://w3id.org/bilateral/";
const BIL: &str = "https://w3id.org/bilateral/ontology#";
const OA: &str = "http://www.w3.org/ns/oa#";
const SHEET: &str = "data/2017-11-13-minsk/facts.toml";
const READOUT: &str = "https://w3id.org/bilateral/readout/2017-11-13-minsk";

/// The quads that the program exports.
fn exported() -> &'static [Quad] {
    static QUADS: LazyLock<Vec<Quad>> =
        LazyLock::new(|| parsed(&stdout(&["export", "--format", "nq"]), RdfFormat::NQuads));
    &QUADS
}

/// A copy of the dossier, in every format.
fn written(copied: &Copied) -> Vec<String> {
    let dossiers = dossier::open(&copied.path()).expect("a dossier");
    let graph = load::load(&dossiers, InferencePolicy::All).expect("a graph");
    let text = |format: &RdfFormat| {
        let mut bytes = Vec::new();
        write(&graph.quads, *format, &mut bytes).expect("an export");
        String::from_utf8(bytes).expect("UTF-8")
    };
    RdfFormat::ALL.iter().map(text).collect()
}

/// The text above the first table of a sheet, and the tables, each with its header.
fn tables(sheet: &str) -> (String, Vec<String>) {
    let mut parts = vec![String::new()];
    for line in sheet.lines() {
        if line.starts_with('[') {
            parts.push(String::new());
        }
        let part = parts.last_mut().expect("a part");
        part.push_str(line);
        part.push('\n');
    }
    let tables = parts.split_off(1);
    (parts.concat(), tables)
}

/// The sheet with its tables in another order and `[document]` at the end.
fn reordered(order: &[usize]) -> String {
    let (top, tables) = tables(&read(SHEET));
    let (documents, others): (Vec<String>, Vec<String>) = tables
        .into_iter()
        .partition(|table| table.starts_with("[document]"));
    assert_eq!(documents.len(), 1);
    assert_eq!(others.len(), order.len());
    let others: Vec<&str> = order.iter().map(|&index| others[index].as_str()).collect();
    [top.as_str(), &others.concat(), &documents.concat()].concat()
}

/// The number of tables other than `[document]`.
fn number_of_tables() -> usize {
    tables(&read(SHEET)).1.len() - 1
}

fn subjects(quads: &[Quad]) -> BTreeSet<&str> {
    quads.iter().map(subject).collect()
}

fn subject(quad: &Quad) -> &str {
    match &quad.subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str(),
        NamedOrBlankNode::BlankNode(node) => panic!("{node}"),
    }
}

/// Subject and object of every triple with this property.
fn pairs<'a>(quads: &'a [Quad], property: &str) -> Vec<(&'a str, &'a Term)> {
    let with_it = quads
        .iter()
        .filter(|quad| quad.predicate.as_str() == property);
    with_it.map(|quad| (subject(quad), &quad.object)).collect()
}

/// The one text or number that each subject has of a property.
fn values(quads: &[Quad], property: &str) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    for (subject, object) in pairs(quads, property) {
        let Term::Literal(literal) = object else {
            panic!("{object} is no literal");
        };
        let before = values.insert(subject.to_owned(), literal.value().to_owned());
        assert_eq!(before, None, "{subject} has two of {property}");
    }
    values
}

fn node(term: &Term) -> &str {
    match term {
        Term::NamedNode(node) => node.as_str(),
        other => panic!("{other} is no IRI"),
    }
}

#[test]
fn export_is_deterministic() {
    for format in RdfFormat::ALL {
        let export = || stdout(&["export", "--format", format.extension()]);
        assert_eq!(export(), export());
    }
}

#[test]
fn copied_dossier_exports_the_bytes_of_the_built_in_one() {
    let formats = RdfFormat::ALL.iter();
    let built_in: Vec<String> = formats
        .map(|format| stdout(&["export", "--format", format.extension()]))
        .collect();
    assert_eq!(written(&Copied::whole()), built_in);
}

/// The sheet with its tables in the order of the file, in every format.
static IN_ORDER: LazyLock<Vec<String>> =
    LazyLock::new(|| written(&Copied::with_sheet(&read(SHEET))));

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_of_tables_changes_no_byte(
        order in Just((0..number_of_tables()).collect::<Vec<_>>()).prop_shuffle()
    ) {
        prop_assert_eq!(&written(&Copied::with_sheet(&reordered(&order))), &*IN_ORDER);
    }
}

#[test]
fn iris_of_acts_do_not_depend_on_order() {
    let backwards: Vec<usize> = (0..number_of_tables()).rev().collect();
    let copied = Copied::with_sheet(&reordered(&backwards));
    let folder = copied.path().display().to_string();
    let acts = |arguments: &[&str]| {
        let query = [
            "query",
            "SELECT ?a ?q { ?a bil:quote ?q } ORDER BY ?a",
            "--format",
            "tsv",
        ];
        stdout(&[arguments, &query].concat())
    };
    let here = acts(&[]);
    assert_eq!(here.lines().count(), 49);
    assert_eq!(acts(&["-C", &folder]), here);
}

#[test]
fn every_quote_is_the_slice_at_its_range() {
    let quads = exported();
    let text: Vec<char> = read("data/2017-11-13-minsk/readout.txt").chars().collect();
    let [exact, prefix, suffix, start, end] = ["exact", "prefix", "suffix", "start", "end"]
        .map(|name| values(quads, &[OA, name].concat()));
    let mut selectors: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (passage, selector) in pairs(quads, &[OA, "hasSelector"].concat()) {
        selectors.entry(passage).or_default().push(node(selector));
    }
    assert!(selectors.len() > 50);
    for (passage, selectors) in selectors {
        let of = |values: &BTreeMap<String, String>| {
            let mut found = selectors
                .iter()
                .filter_map(|selector| values.get(*selector));
            let value = found.next().expect("a value").clone();
            assert_eq!(found.next(), None, "{passage}");
            value
        };
        let place = |value: String| value.parse::<usize>().expect("a place");
        let (start, end) = (place(of(&start)), place(of(&end)));
        let slice = |from: usize, to: usize| text[from..to].iter().collect::<String>();
        assert_eq!(slice(start, end), of(&exact), "{passage}");
        let (before, after) = (of(&prefix), of(&suffix));
        assert_eq!(
            slice(start - before.chars().count(), start),
            before,
            "{passage}"
        );
        assert_eq!(slice(end, end + after.chars().count()), after, "{passage}");
        assert_eq!(passage, format!("{READOUT}#char={start},{end}"));
    }
}

#[test]
fn quote_of_an_act_joins_its_passages_in_order() {
    let quads = exported();
    let exact = values(quads, &[OA, "exact"].concat());
    let quotes = values(quads, &[BIL, "quote"].concat());
    let mut passages: BTreeMap<&str, BTreeMap<usize, &str>> = BTreeMap::new();
    for (act, passage) in pairs(quads, &[BIL, "evidence"].concat()) {
        let place = node(passage).rsplit('=').next().expect("a place");
        let start = place.split(',').next().expect("a start");
        let start = start.parse().expect("a number");
        let words = &exact[&node(passage).replace("#char=", "#quote=")];
        passages.entry(act).or_default().insert(start, words);
    }
    assert_eq!(quotes.len(), 48);
    for (act, quote) in quotes {
        let words: Vec<&str> = passages[act.as_str()].values().copied().collect();
        assert_eq!(words.join(" […] "), quote, "{act}");
    }
}

#[test]
fn no_blank_nodes_and_each_triple_in_one_graph() {
    let mut homes = BTreeMap::new();
    for quad in exported() {
        assert!(quad.subject.is_named_node(), "{quad}");
        assert!(!quad.object.is_blank_node(), "{quad}");
        assert!(quad.graph_name.is_named_node(), "{quad}");
        let triple = format!("{} {} {}", quad.subject, quad.predicate, quad.object);
        if let Some(other) = homes.insert(triple, quad.graph_name.clone()) {
            panic!("{quad} is in {other}, too");
        }
    }
}

#[test]
fn every_minted_and_typed_node_has_an_english_label() {
    let quads = exported();
    let mut english = BTreeSet::new();
    for (subject, label) in pairs(quads, rdfs::LABEL.as_str()) {
        if matches!(label, Term::Literal(label) if label.language() == Some("en")) {
            english.insert(subject);
        }
    }
    let mut seen = BTreeSet::new();
    for (subject, class) in pairs(quads, rdf_terms::TYPE.as_str()) {
        let Some(local) = subject.strip_prefix(BASE) else {
            continue;
        };
        let (folder, _) = local.split_once('/').unwrap_or((local, ""));
        let ours = ["readout", "act", "id", "sector", "item", "topic"].contains(&folder);
        // Passages and their selectors, inferences and figures explain something else that has a label.
        let explains = [
            "Evidence",
            "Inference",
            "TextQuoteSelector",
            "TextPositionSelector",
            "PropertyValue",
        ];
        let class = node(class).rsplit(['#', '/']).next().unwrap_or_default();
        if ours && !explains.contains(&class) {
            assert!(
                english.contains(subject),
                "{subject} ({class}) has no English label"
            );
            seen.insert(folder);
        }
    }
    let all: BTreeSet<&str> = ["act", "id", "item", "readout", "sector", "topic"].into();
    assert_eq!(seen, all);
}

#[test]
fn every_object_of_an_act_is_described() {
    let quads = exported();
    let described = subjects(quads);
    for quad in quads {
        let Term::NamedNode(object) = &quad.object else {
            continue;
        };
        // The version of the ontology is a document, not a part of the graph.
        let is_version = quad.predicate.as_str().ends_with("owl#versionIRI");
        if object.as_str().starts_with(BASE) && !is_version {
            assert!(described.contains(object.as_str()), "{quad}");
        }
    }
}

#[test]
fn library_and_program_export_the_same() {
    let built_in = dossier::built_in().expect("the built-in dossier");
    let graph = load::load(&[built_in], InferencePolicy::All).expect("a graph");
    let ours: BTreeSet<String> = graph.quads.iter().map(Quad::to_string).collect();
    let exported: BTreeSet<String> = exported().iter().map(Quad::to_string).collect();
    assert_eq!(ours, exported);
}

#[test]
fn shapes_are_not_part_of_the_data() {
    const SHACL: &str = "http://www.w3.org/ns/shacl#";
    let shape = format!("<https://example.org/shape> a <{SHACL}NodeShape> .");
    let shapes = read("ontology/shapes.ttl");
    assert!(shapes.contains(SHACL));
    assert_eq!(stdout(&["schema", "shapes"]), shapes);
    for quad in exported() {
        assert!(!quad.to_string().contains(SHACL), "{quad}");
    }
    let scratch = Scratch::base();
    let exported = || scratch.run(&["export", "--format", "nq"]).quietly();
    scratch.put("ontology/shapes.ttl", &shape);
    assert!(!exported().contains(SHACL));
    // It goes by the name: the same words in another file are data.
    scratch.put("ontology/more.ttl", &shape);
    assert!(exported().contains(SHACL));
}
