//! RDF files of unknown origin: each is loaded, or refused with its place, in bounded time and memory.

use std::fmt::Write as _;
use std::fs::File;

use serde_json::Value;

use crate::support::scratch::{Ran, Scratch};

const RDF_XML: &str =
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"urn:e:\">";
/// Far more than a stack holds.
const DEEP: usize = 20_000;

/// The file as part of a dossier, and alone.
fn runs(scratch: &Scratch, name: &str) -> [Ran; 2] {
    let path = format!("data/{name}");
    let ran = scratch.run(&["export", "--format", "nq"]);
    let alone = Scratch::base();
    std::fs::rename(scratch.path(&path), alone.path(name)).unwrap();
    [ran, alone.run(&["check", name])]
}

#[track_caller]
fn refused(name: &str, content: impl AsRef<[u8]>, words: &[&str]) {
    let scratch = Scratch::base();
    scratch.put(format!("data/{name}"), content);
    for ran in runs(&scratch, name) {
        let printed = ran.stdout + &ran.stderr;
        let start: String = printed.chars().take(2_000).collect();
        assert_eq!(ran.code, 3, "{name}: {start}");
        for words in words.iter().copied().chain([name]) {
            assert!(printed.contains(words), "{name}: no `{words}` in {start}");
        }
        assert!(printed.len() < 10_000, "{name}: {} bytes", printed.len());
    }
}

#[track_caller]
fn read(name: &str, content: impl AsRef<[u8]>) {
    let scratch = Scratch::base();
    scratch.put(format!("data/{name}"), content);
    for ran in runs(&scratch, name) {
        assert_eq!(ran.code, 0, "{name}: {}", ran.stderr);
    }
}

#[test]
fn oversized_file_is_refused_before_reading() {
    for (name, size) in [("large.nq", (512 << 20) + 1), ("large.ttl", 1 << 30)] {
        let scratch = Scratch::base();
        let path = format!("data/{name}");
        // It takes no room on the disk.
        let file = File::create(scratch.path(&path)).unwrap();
        file.set_len(size).unwrap();
        for ran in runs(&scratch, name) {
            let printed = ran.stdout + &ran.stderr;
            assert_eq!(ran.code, 3, "{printed}");
            let message = "error[file-too-large]: the file is larger than 512 MiB\n";
            assert!(
                printed.starts_with(message) && printed.contains(name),
                "{printed}"
            );
        }
    }
}

#[test]
fn deep_nesting_overflows_no_stack() {
    let nested = |begin: &str, end: &str| begin.repeat(DEEP) + "1" + &end.repeat(DEEP);
    let blank = nested("[<urn:p> ", "]");
    read("deep.ttl", format!("<urn:s> <urn:p> {blank} .\n"));
    read(
        "deep.trig",
        format!("<urn:g> {{ <urn:s> <urn:p> {blank} }}\n"),
    );
    let lists = nested("(", ")");
    read("lists.ttl", format!("<urn:s> <urn:p> {lists} .\n"));
    let nodes = nested("<rdf:Description><e:p>", "</e:p></rdf:Description>");
    read("deep.rdf", format!("{RDF_XML}{nodes}</rdf:RDF>"));
    let literal = nested("<b>", "</b>");
    let literal = format!(
        "<rdf:Description><e:p rdf:parseType=\"Literal\">{literal}</e:p></rdf:Description>"
    );
    read("literal.rdf", format!("{RDF_XML}{literal}</rdf:RDF>"));

    refused(
        "open.ttl",
        format!("<urn:s> <urn:p> {}", "[<urn:p> ".repeat(DEEP)),
        &["rdf-syntax", "open.ttl:1:1"],
    );
    refused(
        "open.trig",
        "{".repeat(DEEP),
        &["rdf-syntax", "open.trig:1:1"],
    );
    refused(
        "open.rdf",
        format!("{RDF_XML}{}", "<rdf:Description><e:p>".repeat(DEEP)),
        &["rdf-syntax"],
    );
    for (name, begin, end) in [
        ("objects.jsonld", "{\"urn:p\":", "}"),
        ("lists.jsonld", "{\"urn:p\":{\"@list\":[", "]}}"),
        ("graphs.jsonld", "{\"@graph\":", "}"),
        ("contexts.jsonld", "{\"@context\":", "}"),
    ] {
        let words = "more than 100 objects are nested";
        refused(
            name,
            nested(begin, end),
            &["rdf-syntax", words, &format!("{name}:1:")],
        );
    }
    refused(
        "arrays.jsonld",
        nested(&"[".repeat(4), "]]]]"),
        &["rdf-syntax"],
    );
}

#[test]
fn long_namespaces_do_not_fill_the_memory() {
    let long = "a".repeat(100_000);
    let lines = |line: fn(usize) -> String| (0..2_000).map(line).collect::<Vec<String>>();
    let prefixed = lines(|number| format!("p:a p:b p:c{number} .")).join("\n");
    let words = "more than 100 times as long as the file";
    let turtle = format!("@prefix p: <http://example.org/{long}> .\n{prefixed}\n");
    refused("prefix.ttl", &turtle, &["rdf-syntax", words]);
    refused("prefix.trig", &turtle, &["rdf-syntax", words]);
    let relative = lines(|number| format!("<{number}> <b> <c> .")).join("\n");
    let turtle = format!("@base <http://example.org/{long}/> .\n{relative}\n");
    refused("base.ttl", turtle, &["rdf-syntax", words]);
    let elements = lines(|number| {
        format!("<rdf:Description rdf:about=\"urn:{number}\"><p:b>x</p:b></rdf:Description>")
    });
    let xml = RDF_XML.replace("e=\"urn:e:", &format!("p=\"http://example.org/{long}"));
    refused(
        "prefix.rdf",
        format!("{xml}{}</rdf:RDF>", elements.concat()),
        &["rdf-syntax", words],
    );
    // What people write is far below that.
    let short = lines(|number| format!("p:a p:b {number}, {number}, {number} .")).join("\n");
    read(
        "short.ttl",
        format!("@prefix p: <https://example.org/a/rather/long/one#> .\n{short}\n"),
    );
}

#[test]
fn huge_literal_loads_and_is_shortened_in_findings() {
    let words = "word ".repeat(2_000_000);
    read("long.nt", format!("<urn:s> <urn:p> \"{words}\" .\n"));
    refused(
        "open.ttl",
        format!("<urn:s> <urn:p> \"{words} .\n"),
        &["open.ttl:1:1"],
    );
    let date = "http://www.w3.org/2001/XMLSchema#date";
    let scratch = Scratch::base();
    scratch.put(
        "no-date.nt",
        format!("<urn:s> <urn:p> \"{words}\"^^<{date}> .\n"),
    );
    let name = "a".repeat(5_000_000);
    scratch.put(
        "no-term.ttl",
        format!("<urn:s> <https://w3id.org/bilateral/ontology#{name}> 1 .\n"),
    );
    for file in ["no-date.nt", "no-term.ttl"] {
        for format in ["text", "json", "sarif"] {
            let ran = scratch.run(&["check", file, "--format", format]);
            assert_eq!(ran.code, 1, "{}", ran.stderr);
            assert!(ran.stdout.len() < 10_000, "{} bytes", ran.stdout.len());
        }
    }
}

#[test]
fn invalid_utf_8_is_located_in_every_syntax() {
    let mut files: Vec<(&str, Vec<u8>)> = Vec::new();
    for (name, before, after) in [
        ("a.ttl", "<urn:s> <urn:p> \"a", "\" .\n"),
        ("a.trig", "<urn:g> { <urn:s> <urn:p> \"a", "\" }\n"),
        ("a.nt", "<urn:s> <urn:p> \"a", "\" .\n"),
        ("a.nq", "<urn:s> <urn:p> \"a", "\" <urn:g> .\n"),
        (
            "a.rdf",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><!-- ",
            " --></rdf:RDF>",
        ),
        ("a.jsonld", "{\"urn:p\": \"a", "\"}"),
    ] {
        files.push((
            name,
            [b"\n", before.as_bytes(), b"\xff", after.as_bytes()].concat(),
        ));
    }
    for (name, bytes) in files {
        let column = bytes.iter().position(|byte| *byte == 0xff).unwrap();
        let place = format!("{name}:2:{column}");
        refused(name, &bytes, &["error[file-not-utf8]", &place]);
    }
    // UTF-16, as some editors save it.
    let utf16: Vec<u8> = "\u{feff}<urn:s> <urn:p> 1 ."
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    refused(
        "utf-16.ttl",
        utf16,
        &["error[file-not-utf8]", "utf-16.ttl:1:1"],
    );
}

#[test]
fn remote_json_ld_context_is_never_fetched() {
    for context in [
        "\"http://127.0.0.1:9/context\"",
        "[\"file:///etc/passwd\", {\"a\": \"urn:a\"}]",
        "{\"@import\": \"http://127.0.0.1:9/context\"}",
        "{\"a\": {\"@id\": \"urn:a\", \"@context\": \"http://127.0.0.1:9/context\"}}",
    ] {
        let text = format!("{{\"@context\": {context}, \"@id\": \"urn:s\", \"a\": {{\"b\": 1}}}}");
        refused(
            "context.jsonld",
            text,
            &["rdf-syntax", "nothing is fetched"],
        );
    }
}

#[test]
fn many_errors_are_counted_and_some_listed() {
    let mut text = String::new();
    for number in 0..3_000 {
        let date = "http://www.w3.org/2001/XMLSchema#date";
        writeln!(text, "<urn:s> <urn:p> \"{number}-99\"^^<{date}> .").unwrap();
    }
    let scratch = Scratch::base();
    scratch.put("dates.nt", text);
    let ran = scratch.run(&["check", "dates.nt", "--format", "json"]);
    assert_eq!(ran.code, 1);
    let findings: Vec<Value> = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(findings.len(), 1_000);
    assert!(ran.stderr.contains("3000 errors"), "{}", ran.stderr);
}

#[test]
fn graphs_with_our_names_merge_without_duplicates() {
    let scratch = Scratch::base();
    let whole = scratch.run(&["export", "--format", "nq"]).quietly();
    scratch.put("data/again.nq", &whole);
    let again = scratch.run(&["export", "--format", "nq"]).quietly();
    assert_eq!(again, whole);
    scratch.run(&["check"]).quietly();
}
