//! `export`: formats, selected graphs, foreign literals, `--asserted-only`.

use std::collections::BTreeSet;

use bilateral::export::rdf::RdfFormat;

use crate::support::program::{Copied, read, stdout};
use crate::support::rdf::{dataset, parsed, triples};
use crate::support::scratch::{HERE, Scratch};

#[test]
fn formats_hold_equal_triples_or_datasets() {
    let text = |format: RdfFormat| stdout(&["export", "--format", format.media_type()]);
    let expected = text(RdfFormat::NQuads);
    for format in RdfFormat::ALL {
        let text = text(*format);
        assert_eq!(
            triples(&text, *format),
            triples(&expected, RdfFormat::NQuads),
            "{format:?}"
        );
        if format.holds_named_graphs() {
            let expected = dataset(&expected, RdfFormat::NQuads);
            assert_eq!(dataset(&text, *format), expected, "{format:?}");
        }
    }
}

#[test]
fn format_without_graphs_warns_about_several() {
    let scratch = Scratch::base();
    for (file, name) in [
        ("g.ttl", "Turtle"),
        ("g.nt", "N-Triples"),
        ("g.RDF", "RDF/XML"),
    ] {
        let ran = scratch.run(&["export", "-o", file]);
        let note = "has no named graphs, so the readout of each statement is lost; trig, nq, jsonld keep it";
        assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
        assert_eq!(ran.stderr, format!("note: {name} {note}\n"));
        let one = scratch.run(&["export", "-o", file, "--graph", "reference"]);
        assert_eq!(one.quietly(), "");
    }
    for file in ["g.trig", "g.nq", "g.jsonld"] {
        assert_eq!(scratch.run(&["export", "-o", file]).quietly(), "");
    }
}

#[test]
fn graph_is_selected_by_word_slug_name_or_iri() {
    let scratch = Scratch::base();
    scratch.put("data/more.nq", "<urn:s> <urn:p> <urn:o> <urn:g> .\n");
    let export = |names: &[&str]| {
        let names = names.iter().flat_map(|name| ["--graph", *name]);
        let arguments: Vec<&str> = ["export", "--format", "nq"]
            .into_iter()
            .chain(names)
            .collect();
        scratch.run(&arguments).quietly()
    };
    let graphs = |text: &str| -> BTreeSet<String> {
        let quads = parsed(text, RdfFormat::NQuads);
        quads
            .iter()
            .map(|quad| quad.graph_name.to_string())
            .collect()
    };
    let readout = "<https://w3id.org/bilateral/readout/2020-01-02-here>";
    for (name, graph) in [
        ("ontology", "<https://w3id.org/bilateral/ontology>"),
        ("reference", "<https://w3id.org/bilateral/reference>"),
        ("2020-01-02-here", readout),
        ("doc:2020-01-02-here", readout),
        (
            "https://w3id.org/bilateral/readout/2020-01-02-here",
            readout,
        ),
        ("urn:g", "<urn:g>"),
    ] {
        assert_eq!(
            graphs(&export(&[name])),
            BTreeSet::from([graph.to_owned()]),
            "{name}"
        );
    }
    assert_eq!(
        graphs(&export(&["urn:g", "2020-01-02-here", "urn:g"])).len(),
        2
    );
    let all = export(&["ontology", "reference", "urn:g", "2020-01-02-here"]);
    assert_eq!(all, export(&[]));
}

#[test]
fn constructed_graph_is_written_in_every_format() {
    let construct = "CONSTRUCT { ?s a bil:Offer ; rdfs:label ?l . [] rdfs:seeAlso ?s } { ?s a bil:Offer ; rdfs:label ?l }";
    let offers = stdout(&["acts", "--kind", "Offer", "--format", "json"]);
    let offers: serde_json::Value = serde_json::from_str(&offers).unwrap();
    let offers = offers["results"]["bindings"].as_array().unwrap().len();
    assert!(offers > 3);
    for format in RdfFormat::ALL {
        let text = stdout(&["query", construct, "--format", format.extension()]);
        assert_eq!(parsed(&text, *format).len(), 3 * offers, "{format:?}");
    }
    let describe = stdout(&[
        "query",
        "DESCRIBE id:belarus",
        "--format",
        "application/rdf+xml",
    ]);
    assert!(describe.contains("<bil:State rdf:about=\"https://w3id.org/bilateral/id/belarus\">"));
}

/// Literals that a store would normalise, and how parsers return them where that differs: they have all
/// tags in lower case.
const FOREIGN: [(&str, &str); 10] = [
    ("\"1.50\"^^<http://www.w3.org/2001/XMLSchema#decimal>", ""),
    ("\"01\"^^<http://www.w3.org/2001/XMLSchema#integer>", ""),
    (
        "\"x\"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>",
        "",
    ),
    ("\"1\"^^<http://www.w3.org/2001/XMLSchema#boolean>", ""),
    ("\"1E+2\"^^<http://www.w3.org/2001/XMLSchema#double>", ""),
    (
        "\"{ \\\"a\\\" : 1.0 }\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>",
        "",
    ),
    (
        "\"<b>&\\r\\n]]>\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>",
        "",
    ),
    ("\" \\t\\n a \\r\"", ""),
    ("\"colour\"@en-GB", "\"colour\"@en-gb"),
    ("\"colour\"@EN-gb", "\"colour\"@en-gb"),
];

#[test]
fn foreign_literals_are_kept_in_every_format() {
    let scratch = Scratch::base();
    let mut expected = BTreeSet::new();
    let lines = FOREIGN.iter().enumerate().map(|(number, (written, read))| {
        let read = if read.is_empty() { written } else { read };
        expected.insert(format!("<urn:s> <urn:p{number}_> {read}"));
        format!("<urn:s> <urn:p{number}_> {written} .\n")
    });
    let lines: String = lines.collect();
    scratch.put("data/more.nt", &lines);
    let own = |text: &str, format| -> BTreeSet<String> {
        let mut triples = triples(text, format);
        triples.retain(|triple| triple.starts_with("<urn:s>"));
        triples
    };
    for format in RdfFormat::ALL {
        let text = scratch.run(&[
            "export",
            "--graph",
            "reference",
            "--format",
            format.extension(),
        ]);
        let text = text.quietly();
        assert_eq!(own(&text, *format), expected, "{format:?}");
        // The text has the usual spelling of the tag.
        assert_eq!(
            (text.matches("en-GB").count(), text.matches("en-gb").count()),
            (2, 0)
        );
        // What was written is read again, and written again, as it was.
        let other = Scratch::base();
        other.put(format!("data/more.{}", format.extension()), &text);
        let again = other.run(&["export", "--format", "nq"]).quietly();
        assert_eq!(own(&again, RdfFormat::NQuads), expected, "{format:?}");
    }
}

#[test]
fn data_invalid_in_rdf_xml_keeps_the_old_file() {
    let scratch = Scratch::base();
    scratch.put("data/more.nt", "<urn:s> <urn:p> \"a\\u0000\" .\n");
    scratch.put("graph.rdf", "old");
    let printed = scratch
        .run(&["export", "-o", "graph.rdf", "--graph", "reference"])
        .fails(3);
    assert_eq!(
        printed,
        "error: cannot export the graph: RDF/XML cannot carry the graph: the character U+0000, which stands in \
         what <urn:p> says of <urn:s>, is none of XML; Turtle, N-Triples and JSON-LD can\n"
    );
    assert_eq!(
        std::fs::read_to_string(scratch.path("graph.rdf")).unwrap(),
        "old"
    );
}

#[test]
fn every_command_accepts_asserted_only() {
    let count = |arguments: &[&str]| {
        let query = "SELECT (COUNT(DISTINCT ?n) AS ?count) { ?n a bil:Inference }";
        let query = ["query", query, "--format", "csv"];
        stdout(&[&query, arguments].concat())
    };
    assert_ne!(count(&[]), "count\r\n0\r\n");
    assert_eq!(count(&["--asserted-only"]), "count\r\n0\r\n");
    let acts = |arguments: &[&str]| stdout(&[&["acts", "--format", "csv"], arguments].concat());
    assert!(acts(&[]).contains("2017-11-13,Offer"));
    assert!(!acts(&["--asserted-only"]).contains("2017-11-13,Offer"));
    let brief = stdout(&["--asserted-only", "brief", "--full"]);
    assert!(brief.contains("- **date unknown** · Meeting of Belarus and Kaliningrad Oblast\n"));
    assert!(!brief.contains("inferred: "));
    assert!(stdout(&["graph", "--asserted-only"]).starts_with("digraph"));
    assert_eq!(
        stdout(&["query", "--list", "--asserted-only"]),
        stdout(&["query", "--list"])
    );
}

#[test]
fn asserted_only_reports_the_same_errors() {
    let scratch = Scratch::base();
    scratch.add("\n[[act]]\nkind = \"Offer\"\nquote = \"no such words\"\nby.is = \"nobody\"\nby.because = \"x\"\n");
    let all = scratch.run(&["export"]).fails(3);
    assert_eq!(scratch.run(&["export", "--asserted-only"]).fails(3), all);
    assert!(
        all.contains("quote-not-found") && all.contains("unknown-name"),
        "{all}"
    );
    assert!(scratch.path(HERE).exists());
}

#[test]
fn fully_asserted_dossier_is_unchanged_by_asserted_only() {
    let sheet = read("data/2017-11-13-minsk/facts.toml");
    // Each inferred value becomes a plain one, its reason goes.
    let reasons = ["because", "printed", "source"];
    let is_reason = |line: &&str| {
        let key = line.split('=').next().unwrap_or_default().trim();
        reasons
            .iter()
            .any(|reason| key.ends_with(&format!(".{reason}")))
    };
    let lines = sheet.lines().filter(|line| !is_reason(line));
    let plain: Vec<String> = lines.map(|line| line.replacen(".is ", " ", 1)).collect();
    let copied = Copied::with_sheet(&plain.join("\n"));
    let folder = copied.path().display().to_string();
    let lines = |arguments: &[&str]| -> BTreeSet<String> {
        let export = ["-C", &folder, "export", "--format", "nq"];
        let text = stdout(&[&export, arguments].concat());
        text.lines().map(str::to_owned).collect()
    };
    let lost = || {
        let (all, asserted) = (lines(&[]), lines(&["--asserted-only"]));
        assert!(all.is_superset(&asserted));
        &all - &asserted
    };
    let with_sheet = lost();
    std::fs::remove_dir_all(copied.path().join("data/2017-11-13-minsk")).unwrap();
    // Inferences of the actors' own file are removed in both.
    let of_sheet = &with_sheet - &lost();
    assert!(
        of_sheet.iter().all(|line| line.contains("memberOf")),
        "{of_sheet:?}"
    );
}
