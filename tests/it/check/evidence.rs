//! Evidence in RDF of other forms than ours: `check` verifies all of it against the readout.

use serde_json::Value;

use crate::support::program::read;
use crate::support::scratch::Scratch;

const PREFIXES: &str = "@prefix oa: <http://www.w3.org/ns/oa#> .\n\
    @prefix doc: <https://w3id.org/bilateral/readout/> .\n\
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

/// The codes of the findings on evidence in the readout that begins “Norland and Kestrel Coast”.
fn codes(turtle: &str) -> Vec<String> {
    let scratch = Scratch::base();
    scratch.put("handed.ttl", format!("{PREFIXES}{turtle}\n"));
    codes_of(&scratch, "handed.ttl")
}

/// The codes of the findings in a path, without those of rules.
fn codes_of(scratch: &Scratch, path: &str) -> Vec<String> {
    let ran = scratch.run(&["check", path, "--show", "info", "--format", "json"]);
    let findings: Vec<Value> = serde_json::from_str(&ran.stdout).unwrap();
    let codes = findings
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .filter(|code| !read(&format!("queries/checks/{code}.rq")).contains("# severity: "));
    codes.map(str::to_owned).collect()
}

fn printed(selectors: &str) -> Vec<String> {
    codes(&format!(
        "<urn:e> oa:hasSource doc:2020-01-02-here ; oa:hasSelector {selectors} ."
    ))
}

#[test]
fn correct_evidence_passes_in_any_form() {
    for selectors in [
        "[ oa:exact \"Norland\" ]",
        "[ oa:exact \"Norland\" ; oa:start 0 ; oa:end 7 ]",
        "[ oa:exact \"Norland\"@en ], [ oa:start 0 ; oa:end 7 ]",
        "[ oa:exact \"Norland\" ; oa:suffix \" and\" ; oa:prefix \"\" ; oa:start \"0\"^^xsd:nonNegativeInteger ; oa:end \"7\"^^xsd:long ]",
        "[ oa:start \"+0\"^^xsd:integer ; oa:end \"07\"^^xsd:integer ]",
    ] {
        assert_eq!(printed(selectors), [""; 0], "{selectors}");
    }
}

#[test]
fn passage_range_must_be_integers_within_the_text() {
    for place in [
        "oa:start 0 ; oa:end 99999999999999999999999999",
        "oa:start 0 ; oa:end 18446744073709551615",
        "oa:start -5 ; oa:end 7",
        "oa:start 0.0 ; oa:end 7e0",
        "oa:start <urn:x> ; oa:end 7",
        "oa:start 7 ; oa:end 0",
        "oa:start 3 ; oa:end 3",
        "oa:start 0",
        "oa:end 7",
        "oa:start 0, 8 ; oa:end 7, 11",
    ] {
        assert_eq!(
            printed(&format!("[ oa:exact \"Norland\" ; {place} ]")),
            ["evidence-place"],
            "{place}"
        );
    }
}

#[test]
fn second_selector_hides_no_error_in_the_first() {
    let right = "[ oa:exact \"Norland\" ; oa:start 0 ; oa:end 7 ]";
    for other in [
        "[ oa:exact \"Kestrel\" ; oa:start 8 ; oa:end 11 ]",
        "[ oa:start 8 ; oa:end 11 ]",
    ] {
        assert!(
            printed(&format!("{right}, {other}")).contains(&"evidence-place".to_owned()),
            "{other}"
        );
    }
    assert_eq!(
        printed(&format!("{right}, [ oa:exact \"Kestrel\" ]")),
        ["evidence-differs"]
    );
}

#[test]
fn quotes_are_verified_on_any_subject() {
    assert_eq!(
        codes("<urn:e> oa:hasSource doc:2020-01-02-here ; oa:exact \"We can buy trams\" ."),
        ["evidence-differs"]
    );
    // No source, but a name.
    assert!(
        codes("<https://w3id.org/bilateral/readout/2020-01-02-here#char=0,7> oa:hasSelector [ oa:exact \"Kestrel\" ; oa:start 0 ; oa:end 7 ] .")
            .contains(&"evidence-differs".to_owned())
    );
    // The name of one readout, the source of another.
    assert!(
        codes("<https://w3id.org/bilateral/readout/other#char=0,7> oa:hasSource doc:2020-01-02-here ; oa:hasSelector [ oa:exact \"Norland\" ; oa:start 0 ; oa:end 7 ] .")
            .contains(&"evidence-place".to_owned())
    );
    assert_eq!(
        codes("<urn:e> oa:hasSource <https://w3id.org/bilateral/readout/../../etc> ."),
        ["evidence-unverifiable", "undefined-name"]
    );
}

#[test]
fn quotes_in_another_file_are_verified() {
    let scratch = Scratch::base();
    let put = |name: &str, turtle: &str| {
        scratch.put(format!("data/{name}.ttl"), format!("{PREFIXES}{turtle}\n"));
    };
    put(
        "passage",
        "<urn:e> oa:hasSource doc:2020-01-02-here ; oa:hasSelector <urn:q> .",
    );
    put("words", "<urn:q> oa:exact \"We can buy forty trams\" .");
    assert_eq!(codes_of(&scratch, "."), ["evidence-differs"]);
    // Or to a passage of a sheet.
    put("words", "<urn:q> oa:exact \"Norland\" .");
    assert_eq!(codes_of(&scratch, "."), [""; 0]);
    put(
        "more",
        "<https://w3id.org/bilateral/readout/2020-01-02-here#quote=150,177> oa:exact \"We can buy forty trams\" .",
    );
    let both = codes_of(&scratch, ".");
    assert!(both.contains(&"evidence-differs".to_owned()), "{both:?}");
}

#[test]
fn exported_file_inside_a_dossier_is_checked() {
    let scratch = Scratch::base();
    scratch
        .run(&["export", "--format", "trig", "-o", "export.trig"])
        .quietly();
    assert_eq!(codes_of(&scratch, "export.trig"), [""; 0]);
    let text = std::fs::read_to_string(scratch.path("export.trig")).unwrap();
    let edited = text.replace("oa:exact \"We can sell", "oa:exact \"We will sell");
    assert_ne!(text, edited);
    scratch.put("export.trig", &edited);
    scratch.put("out/export.trig", &edited);
    let elsewhere = Scratch::empty();
    let whole = scratch.path("export.trig").display().to_string();
    for (folder, path) in [
        (&scratch, "export.trig"),
        (&scratch, "./out/export.trig"),
        (&elsewhere, whole.as_str()),
    ] {
        let codes = codes_of(folder, path);
        assert!(
            codes.contains(&"evidence-differs".to_owned()),
            "{path}: {codes:?}"
        );
    }
}

#[test]
fn ignored_file_is_never_reported_as_valid() {
    let scratch = Scratch::base();
    for path in [
        "data/notes.txt",
        "data/.hidden.ttl",
        "data/old.ttl~",
        "notes.txt",
        "data/x/readout.md",
    ] {
        scratch.put(path, "a b c");
        let printed = scratch.run(&["check", path]).fails(2);
        assert!(
            printed.contains(&format!("`{path}` cannot be checked")),
            "{printed}"
        );
    }
}

#[test]
fn check_of_a_folder_covers_all_files_below() {
    let scratch = Scratch::base();
    scratch.add("\n[[act]]\nkind = \"Offer\"\nquote = \"no such words\"\n");
    scratch.put("data/notes/read.md", "a b c");
    let whole = scratch.path("data").display().to_string();
    for path in [
        "data",
        "data/",
        "./data/../data",
        "data/2020-01-02-here/",
        &whole,
    ] {
        assert_eq!(codes_of(&scratch, path), ["quote-not-found"], "{path}");
    }
    assert_eq!(codes_of(&scratch, "data/actors.ttl"), [""; 0]);
    let printed = scratch.run(&["check", "data/notes"]).fails(2);
    assert!(printed.contains("cannot be checked"), "{printed}");
}
