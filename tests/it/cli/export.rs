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

/// A folder that is no dossier, with the same statements in two files.
fn foreign() -> Scratch {
    let folder = Scratch::empty();
    let prefixes = "@prefix : <http://x.example/> .\n";
    folder.put("a.ttl", format!("{prefixes}:a :p [ :q 1 ], :b .\n"));
    folder.put("b.ttl", format!("{prefixes}_:z :q 1 .\n:a :p :b, _:z .\n"));
    folder
}

#[test]
fn file_without_dossier_is_converted_alone() {
    let folder = foreign();
    let canonical = |file: &str| folder.run(&["export", file, "--canonical"]).stdout;
    let expected = canonical("a.ttl");
    assert_eq!(expected.lines().count(), 3, "{expected}");
    for format in RdfFormat::ALL {
        let converted = format!("converted.{}", format.extension());
        folder.run(&["export", "a.ttl", "-o", &converted]).quietly();
        assert_eq!(canonical(&converted), expected, "{format:?}");
    }
    folder.put("c.trig", "<urn:g> { <urn:s> <urn:p> <urn:o> }\n");
    let both = folder.run(&["export", "a.ttl", "c.trig", "--format", "nq"]);
    let both = both.quietly();
    assert!(
        both.contains("<urn:s> <urn:p> <urn:o> <urn:g> .\n"),
        "{both}"
    );
    assert_eq!(both.lines().count(), 4, "{both}");
    let one = [
        "export", "a.ttl", "c.trig", "--format", "nt", "--graph", "urn:g",
    ];
    assert_eq!(folder.run(&one).quietly(), "<urn:s> <urn:p> <urn:o> .\n");
    let merged = folder.run(&["export", "a.ttl", "c.trig"]).stderr;
    assert!(
        merged.contains("so the graph of each statement is lost"),
        "{merged}"
    );
}

#[test]
fn equal_files_have_equal_canonical_bytes() {
    let folder = foreign();
    let canonical = |file: &str| folder.run(&["export", file, "--canonical"]);
    let first = canonical("a.ttl");
    assert_eq!(first, canonical("b.ttl"));
    assert!(first.stdout.contains("_:c14n0"), "{}", first.stdout);
    assert!(first.stderr.starts_with("SHA-256 "), "{}", first.stderr);
}

#[test]
fn relative_iris_of_a_converted_file_get_its_own_iri_or_a_base() {
    let folder = Scratch::empty();
    folder.put(
        "a b.jsonld",
        r##"{"@id": "#a", "http://x.example/p": {"@id": "c"}}"##,
    );
    let ran = folder.run(&["export", "a b.jsonld", "--format", "nt"]);
    let base = folder.path("").canonicalize().unwrap();
    let base = format!("file://{}", base.display());
    assert_eq!(
        ran.stdout,
        format!("<{base}/a%20b.jsonld#a> <http://x.example/p> <{base}/c> .\n")
    );
    assert_eq!(
        ran.stderr,
        format!(
            "a b.jsonld: relative IRIs are resolved against {base}/a%20b.jsonld; --base IRI changes that\n"
        )
    );
    let arguments = [
        "export",
        "a b.jsonld",
        "--format",
        "nt",
        "--base",
        "http://y.example/d/",
    ];
    assert_eq!(
        folder.run(&arguments).quietly(),
        "<http://y.example/d/#a> <http://x.example/p> <http://y.example/d/c> .\n"
    );
}

#[test]
fn broken_file_is_reported_with_its_place_and_not_converted() {
    let folder = Scratch::empty();
    folder.put("a.ttl", "<urn:a> <urn:b> .\n");
    folder.put("b.nt", "<urn:a> <urn:b> c .\n");
    let printed = folder.run(&["export", "a.ttl", "b.nt"]).fails(3);
    assert!(printed.contains("--> a.ttl:1:1"), "{printed}");
    assert!(printed.contains("--> b.nt:1:1"), "{printed}");
    folder.put("empty.ttl", "");
    let ran = folder.run(&["export", "empty.ttl", "--format", "nt"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    assert!(
        ran.stderr.contains("the file has no statements"),
        "{}",
        ran.stderr
    );
    folder.run(&["export", "missing.ttl"]).fails(3);
}

#[test]
fn options_that_need_a_dossier_are_refused_with_files() {
    let folder = foreign();
    folder.put("notes.txt", "x");
    let cases: [(&[&str], &str); 7] = [
        (&["a.ttl", "--derived"], "--derived needs a dossier: "),
        (
            &["a.ttl", "--asserted-only"],
            "--asserted-only needs a dossier: ",
        ),
        (&["a.ttl", "-o", "a.xlsx"], "xlsx needs a dossier: "),
        (&["a.ttl", "-C", "."], "`export FILE` reads no dossier"),
        (
            &["."],
            "`.` is a folder: export a dossier with `bilateral -C . export`",
        ),
        (
            &["notes.txt"],
            "`notes.txt` cannot be exported: name RDF files",
        ),
        (&["--base", "urn:x"], "--base is for RDF files"),
    ];
    for (arguments, reason) in cases {
        let printed = folder.run(&[&["export"], arguments].concat()).fails(2);
        assert!(printed.contains(reason), "{arguments:?}: {printed}");
    }
    let printed = folder.run(&["-C", "a.ttl", "brief"]).fails(3);
    assert_eq!(
        printed,
        "error: `a.ttl` is a file, not a dossier: `bilateral check a.ttl` checks it, and `bilateral export a.ttl` \
         converts an RDF file\n"
    );
}
