//! `check`: what is checked, the output formats, and when it fails.

use std::fs;
use std::time::Duration;

use serde_json::Value;

use crate::support::program::{read, repository};
use crate::support::scratch::{HERE, Scratch, bilateral, ran};

/// A dossier with one misquote.
fn misquoting() -> Scratch {
    let scratch = Scratch::base();
    scratch.add("\n[[act]]\nkind = \"Pledge\"\nquote = \"we can buy you spare parts\"\n");
    scratch
}

/// An export of the base, with something else in it, in a dossier.
fn edited(old: &str, new: &str) -> Scratch {
    let scratch = Scratch::base();
    let export = scratch.run(&["export"]).stdout;
    assert!(export.contains(old), "{old} is not in the export");
    let folder = Scratch::empty();
    folder.put("export.ttl", export.replacen(old, new, 1));
    for file in ["data/dossier.toml", "data/actors.ttl"] {
        folder.put(
            format!("held/{file}"),
            fs::read(scratch.path(file)).unwrap(),
        );
    }
    for file in ["facts.toml", "readout.txt"] {
        let bytes = fs::read(scratch.path(format!("{HERE}/{file}"))).unwrap();
        folder.put(format!("held/{HERE}/{file}"), bytes);
    }
    folder
}

fn codes(json: &str) -> Vec<String> {
    let findings: Vec<Value> = serde_json::from_str(json).unwrap();
    let codes = findings
        .iter()
        .map(|finding| finding["code"].as_str().unwrap().to_owned());
    codes.collect()
}

#[test]
fn own_dossiers_have_no_errors_and_warnings() {
    let folder = Scratch::empty();
    let built_in = folder.run(&["check"]);
    assert_eq!(built_in.code, 0);
    assert_eq!(
        built_in.stderr,
        "no dossier in the current folder: reading the built-in example\n"
    );
    assert!(
        built_in.stdout.contains(": 0 errors, 0 warnings, "),
        "{}",
        built_in.stdout
    );
    let second = repository().join("tests/dossiers/norland-kestrel");
    let second = folder.run(&["check", second.to_str().unwrap()]).quietly();
    assert!(second.contains(": 0 errors, 0 warnings, "), "{second}");
}

#[test]
fn notes_that_most_sheets_have_are_one_line_each() {
    let scratch = Scratch::empty();
    let check = |arguments: &[&str]| {
        let ran = scratch.run(&[&["check", "--show", "info"], arguments].concat());
        assert_eq!(ran.code, 0, "{}", ran.stdout);
        ran.stdout
    };
    let text = check(&[]);
    let (listed, lines) = text
        .split_once("most sheets have these notes (--only CODE lists each):\n")
        .unwrap();
    assert!(lines.contains("not-verifiable-here"), "{lines}");
    for line in lines.lines() {
        let (number, code) = line
            .trim_start_matches("  info ")
            .trim()
            .split_once(' ')
            .unwrap();
        let note = format!("info[{code}]");
        assert!(!listed.contains(&note), "{code}");
        let all = check(&["--only", code]);
        let number: usize = number.parse().unwrap();
        assert_eq!(all.matches("info[").count(), number);
        assert_eq!(all.matches(&note).count(), number);
    }
    // A note on a few sheets is listed for each, and other formats list all.
    assert!(listed.contains("info[planned-and-past]"), "{listed}");
    let json = codes(&check(&["--format", "json"]));
    assert!(json.contains(&"not-verifiable-here".to_owned()));
    let json = codes(&check(&["--format", "json", "--only", "planned-and-past"]));
    assert!(!json.is_empty() && json.iter().all(|code| code == "planned-and-past"));
    let printed = scratch.run(&["check", "--only", "planned-and-pst"]);
    assert_eq!(printed.code, 2);
    let words = "unknown code `planned-and-pst`; did you mean `planned-and-past`?";
    assert!(printed.stderr.contains(words), "{}", printed.stderr);
}

#[test]
fn only_failed_checks_exit_with_1() {
    let scratch = misquoting();
    assert_eq!(scratch.run(&["check"]).code, 1);
    assert_eq!(scratch.run(&["check", "--fail-on", "never"]).code, 0);
    let clean = Scratch::base();
    assert_eq!(clean.run(&["check"]).code, 0);
    assert_eq!(clean.run(&["check", "--fail-on", "warn"]).code, 0);
    // A file that cannot be parsed is no verdict on the data.
    clean.put(format!("{HERE}/facts.toml"), "[document\n");
    let broken = clean.run(&["check", "--fail-on", "never"]);
    assert_eq!(broken.code, 3);
    assert!(
        broken
            .stdout
            .contains("so the graph as a whole was not checked")
    );
    assert_eq!(clean.run(&["check", "nowhere"]).code, 3);
    assert_eq!(clean.run(&["check", "--format", "xml"]).code, 2);
    assert_eq!(clean.run(&["check", "--asserted-only"]).code, 2);
}

#[test]
fn one_file_of_a_dossier_is_checked_alone() {
    let scratch = misquoting();
    scratch.put(
        "data/more.ttl",
        "<https://w3id.org/bilateral/id/x> a <https://w3id.org/bilateral/ontology#Stat> .\n",
    );
    let both = scratch.run(&["check", "--format", "json"]);
    assert_eq!(codes(&both.stdout), ["quote-not-found", "unknown-term"]);
    let sheet = format!("{HERE}/facts.toml");
    for path in [
        sheet.clone(),
        format!("{HERE}/readout.txt"),
        HERE.to_owned(),
        format!("./{sheet}"),
    ] {
        let one = scratch.run(&["check", &path, "--format", "json"]);
        assert_eq!(codes(&one.stdout), ["quote-not-found"], "{path}");
    }
    let whole = scratch.path(&sheet);
    let other = Scratch::empty().run(&["check", whole.to_str().unwrap(), "--format", "json"]);
    assert_eq!(codes(&other.stdout), ["quote-not-found"]);
    let rdf = scratch.run(&["check", "data/more.ttl", "--format", "json"]);
    assert_eq!(codes(&rdf.stdout), ["unknown-term"]);
}

#[test]
fn edited_export_is_detected_next_to_its_dossier() {
    for (old, new, code) in [
        (
            "oa:exact \"We can sell you forty trams\"",
            "oa:exact \"We can sell you fifty trams\"",
            "evidence-differs",
        ),
        ("oa:end 177", "oa:end 178", "evidence-differs"),
        ("oa:end 177", "oa:end 99999", "evidence-place"),
        ("oa:suffix \",”", "oa:suffix \",’", "evidence-context"),
        (
            "bil:quote \"We can sell",
            "bil:quote \"We shall sell",
            "quote-differs",
        ),
        ("bil:sha256 \"", "bil:sha256 \"0", "readout-edited"),
    ] {
        let folder = edited(old, new);
        let ran = folder.run(&["-C", "held", "check", "export.ttl", "--format", "json"]);
        assert_eq!(ran.code, 1, "{new}: {}", ran.stdout);
        assert!(
            codes(&ran.stdout).contains(&code.to_owned()),
            "{new}: {}",
            ran.stdout
        );
    }
    let same = edited("oa:exact", "oa:exact");
    same.run(&["-C", "held", "check", "export.ttl"]).quietly();
    // Without the readout there is nothing to compare with, and that is said.
    let ran = same.run(&["check", "export.ttl", "--show", "info", "--format", "json"]);
    assert!(
        codes(&ran.stdout).contains(&"evidence-unverifiable".to_owned()),
        "{}",
        ran.stdout
    );
}

#[test]
fn sheet_outside_a_dossier_is_checked_against_it() {
    let scratch = misquoting();
    let outside = Scratch::empty();
    for file in ["facts.toml", "readout.txt"] {
        let bytes = fs::read(scratch.path(format!("{HERE}/{file}"))).unwrap();
        outside.put(format!("2021-talks/{file}"), bytes);
    }
    let base = Scratch::base();
    let sheet = outside.path("2021-talks/facts.toml");
    let ran = base.run(&["check", sheet.to_str().unwrap(), "--format", "json"]);
    assert_eq!(codes(&ran.stdout), ["quote-not-found"]);
}

#[test]
fn json_and_sarif_agree_on_places() {
    let scratch = misquoting();
    let json = scratch.run(&["check", "--format", "json"]);
    let findings: Vec<Value> = serde_json::from_str(&json.stdout).unwrap();
    let [finding] = findings.as_slice() else {
        panic!("{}", json.stdout)
    };
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["file"], format!("{HERE}/facts.toml"));
    let line = finding["startLine"].as_u64().unwrap();
    let sheet = fs::read_to_string(scratch.path(format!("{HERE}/facts.toml"))).unwrap();
    let line = sheet
        .lines()
        .nth(usize::try_from(line).unwrap() - 1)
        .unwrap();
    assert!(line.starts_with("quote = "), "{line}");

    let sarif = scratch.run(&["check", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&sarif.stdout).unwrap();
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "quote-not-found");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], finding["file"]);
    for key in ["startLine", "startColumn", "endLine", "endColumn"] {
        assert_eq!(place["region"][key], finding[key], "{key}");
    }
    let rule = &log["runs"][0]["tool"]["driver"]["rules"][0];
    assert_eq!(rule["id"], "quote-not-found");
}

#[test]
fn code_is_explained_and_unknown_code_suggests_nearest() {
    let folder = Scratch::empty();
    let printed = folder.run(&["check", "--explain", "quote-not-found"]);
    assert!(
        printed.stdout.starts_with("## quote-not-found\n"),
        "{}",
        printed.stdout
    );
    assert!(read("queries/checks/README.md").contains(&printed.stdout));
    let unknown = folder.run(&["check", "--explain", "quote-not-fond"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.stderr.contains("did you mean `quote-not-found`?"),
        "{}",
        unknown.stderr
    );
    let list = folder.run(&["check", "--list"]).stdout;
    assert!(
        list.lines()
            .any(|line| line.starts_with("quote-not-found ")),
        "{list}"
    );
}

#[test]
fn dossier_can_have_its_own_rules() {
    let scratch = Scratch::base();
    let rule = |body: &str| scratch.put("queries/checks/own.rq", body);
    rule(
        "# problem: {?this} sells {?value}\n# solution: let it be\n# severity: warn\n\nSELECT ?this ?path ?value { ?this bil:item ?value BIND(bil:item AS ?path) }\n",
    );
    let ran = scratch.run(&["check", "--fail-on", "warn"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.stdout
            .contains("warning[own]: `act:2020-01-02-here.offer-"),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stdout.contains("sells `rolling-stock`"),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stdout.contains(&format!("{HERE}/facts.toml:12:9")),
        "{}",
        ran.stdout
    );
    for (body, code) in [
        (
            "# problem: x\n# solution: y\n# severity: warning\nSELECT ?this {}\n",
            "query-header",
        ),
        (
            "# problem: x\n# solution: y\nSELECT ?this {}\n",
            "query-header",
        ),
        (
            "# problem: x\n# solution: y\n# severity: warn\nASK {}\n",
            "rule-form",
        ),
        (
            "# problem: x\n# solution: y\n# severity: warn\nSELECT ?that {}\n",
            "rule-form",
        ),
        (
            "# problem: x\n# solution: y\n# severity: warn\nSELECT ?this { VALUES ?this { 5 } }\n",
            "rule-form",
        ),
        (
            "# problem: x\n# solution: y\n# severity: warn\nSELECT ?this { ?this a bli:Act }\n",
            "sparql-undeclared-prefix",
        ),
        (
            "# problem: x\n# solution: y\n# severity: warn\nSELECT ?this { SERVICE <http://x/> { ?this ?p ?o } }\n",
            "sparql-service",
        ),
    ] {
        rule(body);
        let ran = scratch.run(&["check", "--format", "json"]);
        assert_eq!(codes(&ran.stdout), [code], "{body}");
    }
}

#[test]
fn endless_rule_is_aborted() {
    let scratch = Scratch::base();
    let all = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l";
    scratch.put(
        "queries/checks/endless.rq",
        format!("# problem: x\n# solution: y\n# severity: warn\nSELECT ?this {{ {all} FILTER(?a = ?l && ?d = ?k) BIND(?a AS ?this) }}\n"),
    );
    let mut command = bilateral(&["check", "--timeout", "1"]);
    command
        .current_dir(scratch.path(""))
        .timeout(Duration::from_secs(60));
    let ran = ran(&mut command);
    assert_eq!(ran.code, 4, "{}", ran.stderr);
    assert!(ran.stderr.contains("--timeout"), "{}", ran.stderr);
}

#[test]
fn rule_with_endless_findings_is_bounded() {
    let scratch = Scratch::base();
    let pairs = "?this ?p ?value . ?other rdfs:label ?label";
    let header = "# problem: {?this} is {?value}\n# solution: y\n# severity: warn\n";
    scratch.put(
        "queries/checks/everything.rq",
        format!("{header}SELECT ?this ?value {{ {pairs} }}\n"),
    );
    let ran = scratch.run(&["check", "--format", "json"]);
    assert_eq!(codes(&ran.stdout), ["rule-form"]);
    assert!(
        ran.stdout.contains("more than 500000 findings"),
        "{}",
        ran.stdout
    );
}

/// Statements with relative IRIs and a blank node, in several syntaxes.
fn foreign() -> Scratch {
    let folder = Scratch::empty();
    for (name, text) in [
        (
            "a.ttl",
            "<#a> <http://x.example/p> [ <http://x.example/q> 1 ] .\n",
        ),
        (
            "a.trig",
            "<urn:g> { <#a> <http://x.example/p> [ <http://x.example/q> 1 ] }\n",
        ),
        (
            "a.jsonld",
            r##"{"@id": "#a", "http://x.example/p": {"http://x.example/q": 1}}"##,
        ),
        (
            "a.rdf",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:x=\"http://x.example/\">\
             <rdf:Description rdf:about=\"#a\"><x:p rdf:parseType=\"Resource\"><x:q>1</x:q></x:p></rdf:Description>\
             </rdf:RDF>",
        ),
    ] {
        folder.put(name, text);
    }
    folder
}

#[test]
fn file_without_dossier_is_counted_alone() {
    let folder = foreign();
    let check = |arguments: &[&str]| folder.run(&[&["check"], arguments].concat());
    for file in ["a.ttl", "a.trig", "a.jsonld", "a.rdf"] {
        let ran = check(&[file]);
        assert_eq!(ran.code, 0, "{}", ran.stdout);
        let base = folder.path(file).canonicalize().unwrap();
        let base = base.display();
        let expected = format!(
            "{file}: 2 statements, 1 blank node; none of the bilateral vocabulary\n\
             {file}: relative IRIs are resolved against file://{base}; --base IRI changes that\n\
             checked 0 sheets, 0 acts, 0 passages and 2 statements by "
        );
        assert!(ran.stdout.starts_with(&expected), "{}", ran.stdout);
        let with_base = check(&[file, "--base", "http://x.example/"]).stdout;
        assert!(!with_base.contains("relative IRIs"), "{with_base}");
    }
    let vocabulary = "@prefix bil: <https://w3id.org/bilateral/ontology#> .\n<urn:a> a bil:Act .\n";
    folder.put("b.ttl", vocabulary);
    let several = check(&["b.ttl", "a.ttl"]).stdout;
    let line = "b.ttl: 1 statement, 0 blank nodes; 1 of the bilateral vocabulary\n";
    assert!(several.contains(line), "{several}");
    assert!(
        several.contains("\na.ttl: 2 statements") || several.starts_with("a.ttl: 2 statements")
    );
    // The findings are data, the counts are not.
    let json = check(&["a.ttl", "--format", "json"]);
    assert_eq!(json.stdout.trim(), "[]");
    assert!(
        json.stderr.contains("a.ttl: 2 statements"),
        "{}",
        json.stderr
    );
}

#[test]
fn file_without_statements_is_a_warning_and_html_an_error() {
    let folder = Scratch::empty();
    folder.put("empty.nt", "# nothing\n");
    let ran = folder.run(&["check", "empty.nt", "--fail-on", "warn"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.stdout.starts_with("warning[no-statements]: "),
        "{}",
        ran.stdout
    );
    folder.put(
        "page.rdf",
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>",
    );
    let ran = folder.run(&["check", "page.rdf"]);
    assert_eq!(ran.code, 3);
    assert!(
        ran.stdout.contains("the file is an HTML page, not RDF/XML"),
        "{}",
        ran.stdout
    );
}

#[test]
fn base_is_only_for_files_outside_a_dossier() {
    let scratch = Scratch::base();
    let base = ["--base", "http://x.example/"];
    let paths: [&[&str]; 2] = [&[], &["data/actors.ttl"]];
    for path in paths {
        let ran = scratch.run(&[&["check"], path, &base].concat());
        assert!(
            ran.stderr
                .contains("--base is for RDF files outside a dossier")
        );
        assert_eq!(ran.code, 2);
    }
    let ran = foreign().run(&["check", "a.ttl", "--base", "relative"]);
    assert!(
        ran.stderr.contains("an absolute IRI is needed"),
        "{}",
        ran.stderr
    );
    assert_eq!(ran.code, 2);
}
