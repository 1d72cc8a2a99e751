//! Invalid arguments are refused with exit code 2 and a suggestion.

use crate::support::scratch::{Scratch, bilateral, ran};

#[track_caller]
fn wrong(arguments: &[&str], words: &str) {
    let printed = Scratch::base().run(arguments).fails(2);
    assert!(printed.starts_with("error: "), "{printed}");
    assert!(printed.contains(words), "no `{words}` in:\n{printed}");
}

#[test]
fn unknown_name_suggests_nearest() {
    wrong(
        &["acts", "--by", "nordland"],
        "--by: unknown actor `nordland`; did you mean `norland`?",
    );
    wrong(
        &["acts", "--to", "port-elin"],
        "--to: `port-elin` is a place, but an actor is needed here",
    );
    wrong(
        &["acts", "--sector", "eduction"],
        "--sector: unknown sector `eduction`; did you mean `education`?",
    );
    wrong(
        &["acts", "--item", "bussses"],
        "--item: unknown good or service `bussses`; did you mean `buses`?",
    );
    wrong(
        &["acts", "--kind", "Ofer"],
        "--kind: unknown kind or group of acts `Ofer`; did you mean `Offer`?",
    );
    wrong(
        &["acts", "--since", "2017-13"],
        "invalid value '2017-13' for '--since <DATE>': the calendar has no 2017-13",
    );
    wrong(
        &["acts", "--until", "yesterday"],
        "invalid value 'yesterday' for '--until <DATE>': `yesterday` is not a date; write YYYY-MM-DD, YYYY-MM or YYYY\n",
    );
    wrong(
        &["graph", "--focus", "Kestrel Cost"],
        "unknown entity `Kestrel Cost`; did you mean `Kestrel Coast`?",
    );
    wrong(
        &["graph", "--view", "actor"],
        "--view: unknown view `actor`; did you mean `actors`?",
    );
    wrong(
        &["brief", "norland", "sundraa"],
        "unknown actor `sundraa`; did you mean `sundra`?",
    );
}

#[test]
fn partial_name_suggests_the_full_name() {
    wrong(
        &["acts", "--to", "minister"],
        "unknown actor `minister`; did you mean `prime-minister-of-norland`?",
    );
    wrong(
        &["query", "commitments", "--set", "by=league"],
        "unknown actor `league`; did you mean `river-league`?",
    );
    wrong(
        &["graph", "--focus", "norland minister"],
        "unknown entity `norland minister`; try `bilateral find 'norland minister'`\n",
    );
    wrong(
        &["acts", "--by", "of"],
        "unknown actor `of`; did you mean `governor-of-kestrel-coast` or `prime-minister-of-norland`?",
    );
    let scratch = Scratch::base();
    let elin =
        "[[entity]]\nid = \"elin-works\"\nkind = \"Organization\"\nname = \"Works at Port Elin\"\n";
    scratch.add(elin);
    let printed = scratch.run(&["acts", "--to", "port-elin"]).fails(2);
    let words = "`port-elin` is a place, but an actor is needed here; did you mean `elin-works`?";
    assert!(printed.contains(words), "{printed}");
}

#[test]
fn brief_needs_two_different_sides() {
    wrong(&["brief", "norland"], "2 values required");
    wrong(
        &["brief", "norland", "Norland"],
        "a brief needs two different sides",
    );
    wrong(&["brief", "a", "b", "c"], "2 values required");
    wrong(
        &["brief", "--for", "sundra"],
        "--for: `sundra` is not a side of this brief; choose Norland or Kestrel Coast",
    );
    wrong(&["brief", "--for", "norlandd"], "did you mean `norland`?");
    wrong(
        &["brief", "--on", "2025-02-30"],
        "the calendar has no 2025-02-30",
    );
}

#[test]
fn a_page_in_a_format_that_does_not_exist_is_refused() {
    let formats = "choose one of txt, md, html, docx";
    wrong(&["brief", "-o", "minister.pdf"], formats);
    wrong(&["timeline", "-o", "story.odt"], formats);
    wrong(&["show", "norland", "--format", "rtf"], formats);
}

#[test]
fn unknown_format_lists_all_formats() {
    for format in ["yaml", "ttl"] {
        let words = "choose one of table, plain, md, csv, spreadsheet, tsv, json, xml\n";
        let words = format!("unknown format `{format}`: {words}");
        wrong(&["acts", "--format", format], &words);
        wrong(&["acts", "-o", &format!("acts.{format}")], &words);
    }
    wrong(
        &["query", "meetings", "--format", "yaml"],
        "unknown format `yaml`: choose one of table, plain, md, csv, spreadsheet, tsv, json, xml, ttl, trig, nt, nq, rdf, jsonld\n",
    );
    wrong(
        &["export", "--format", "yaml"],
        "unknown format `yaml`: choose one of ttl, trig, nt, nq, rdf, jsonld",
    );
    wrong(&["export", "-o", "graph.yaml"], "unknown format `yaml`");
    wrong(
        &["graph", "--format", "png"],
        "unknown format `png`: choose one of dot, svg, graphml, gexf, json, nodes.csv, edges.csv\n",
    );
    wrong(&["graph", "-o", "graph.png"], "unknown format `png`");
}

#[test]
fn unknown_graph_suggests_nearest_or_lists_all() {
    let graph = |name| ["export", "--graph", "ontology", "--graph", name];
    for (name, words) in [
        (
            "ontolgy",
            "--graph: unknown graph `ontolgy`; did you mean `ontology`?",
        ),
        ("2020-01-02-her", "did you mean `2020-01-02-here`?"),
        (
            "norland",
            "the graphs are ontology, 2020-01-02-here, reference",
        ),
        ("doc:norland", "unknown graph `doc:norland`"),
        ("", "unknown graph ``"),
    ] {
        wrong(&graph(name), words);
    }
}

#[test]
fn canonical_needs_n_quads() {
    wrong(
        &["export", "--canonical", "--format", "trig"],
        "--canonical writes N-Quads, not TriG",
    );
    wrong(
        &["export", "--canonical", "-o", "graph.ttl"],
        "--canonical writes N-Quads, not Turtle",
    );
}

#[test]
fn construct_query_refuses_table_formats() {
    let construct = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }";
    wrong(
        &["query", construct, "--format", "csv"],
        "the answer is a graph: choose one of ttl, trig, nt, nq, rdf, jsonld",
    );
}

#[test]
fn number_out_of_range_names_the_range() {
    for weight in ["x", "-1", "nan", "inf", ""] {
        wrong(
            &["graph", "--min-weight", weight],
            "a weight must be a number, 0 or more",
        );
    }
    wrong(&["graph", "--hops", "2"], "--focus <ENTITY>");
    wrong(&["graph", "--focus", "norland", "--hops", "-1"], "-1");
    wrong(&["query", "meetings", "--timeout", "0"], "1..=86400");
    wrong(&["acts", "--color", "sometimes"], "auto, always, never");
}

#[test]
fn exclusive_options_are_refused() {
    wrong(&["query", "meetings", "-f", "x.rq"], "cannot be used with");
    wrong(&["query", "--list", "meetings"], "cannot be used with");
    wrong(
        &["acts", "--sparql", "--format", "csv"],
        "cannot be used with",
    );
    wrong(&["brif"], "a similar subcommand exists: 'brief'");
    wrong(&["acts", "--secttor", "x"], "'--sector'");
}

#[test]
fn help_documents_the_exit_codes() {
    let help = ran(&mut bilateral(&["--help"])).quietly();
    for code in [
        "0  success",
        "1  the data failed a check",
        "2  wrong usage",
        "3  input that",
        "4  a timeout",
    ] {
        assert!(help.contains(code), "{help}");
    }
}

#[test]
fn built_in_example_is_the_reported_fallback() {
    let note = "no dossier in the current folder: reading the built-in example\n";
    let nowhere = Scratch::empty().run(&["query", "ASK { id:belarus a bil:State }"]);
    assert_eq!((nowhere.code, nowhere.stdout.as_str()), (0, "true\n"));
    assert_eq!(nowhere.stderr, note);

    let here = Scratch::base();
    let ask = ["query", "ASK { id:belarus a bil:State }"];
    assert_eq!(here.run(&ask).quietly(), "false\n");
    let folder = here.path("").display().to_string();
    let named = Scratch::empty().run(&["-C", &folder, ask[0], ask[1]]);
    assert_eq!(named.quietly(), "false\n");
}

#[test]
fn folder_that_is_no_dossier_names_the_missing_file() {
    let scratch = Scratch::base();
    for folder in ["missing", "data/dossier.toml"] {
        let printed = scratch.run(&["-C", folder, "acts"]).fails(3);
        assert!(
            printed.contains(&format!("no dossier in `{folder}`")),
            "{printed}"
        );
        assert!(printed.contains("data/dossier.toml"), "{printed}");
    }
    let readout = "./data/2020-01-02-here";
    let printed = scratch.run(&["-C", readout, "acts"]).fails(3);
    let words = "but it is inside one: point -C at `.`";
    assert!(printed.contains(words), "{printed}");
    let mut inside = scratch.bilateral(&["-C", ".", "acts"]);
    let printed = ran(inside.current_dir(scratch.path("data/2020-01-02-here"))).fails(3);
    let above = scratch.path("").canonicalize().unwrap();
    assert!(
        printed.contains(&format!("point -C at `{}`", above.display())),
        "{printed}"
    );
}

#[test]
fn data_folder_is_read_as_its_dossier() {
    let scratch = Scratch::base();
    let offers = ["acts", "--kind", "Offer", "--format", "csv"];
    let printed = scratch.run(&offers).quietly();
    let whole = scratch.path("data").display().to_string();
    for folder in ["data", "./data", "data/", &whole] {
        let named = scratch.run(&[&["-C", folder], &offers[..]].concat());
        assert_eq!(named.quietly(), printed, "{folder}");
    }
    let mut inside = scratch.bilateral(&[&["-C", "."], &offers[..]].concat());
    let inside = inside.current_dir(scratch.path("data"));
    assert_eq!(ran(inside).quietly(), printed);
    // Another folder with this name is no dossier.
    scratch.put("other/data/x.txt", "");
    let printed = scratch.run(&["-C", "other/data", "acts"]).fails(3);
    assert!(printed.contains("no dossier in `other/data`"), "{printed}");
}

#[test]
fn unknown_kind_suggests_a_synonym_and_lists_all_kinds() {
    for (typed, kind) in [
        ("Promise", "Pledge"),
        ("promise", "Pledge"),
        ("criticism", "Objection"),
        ("Ofer", "Offer"),
    ] {
        for arguments in [["acts", "--kind", typed], ["graph", "--kind", typed]] {
            let printed = Scratch::base().run(&arguments).fails(2);
            for words in [
                format!("--kind: unknown kind or group of acts `{typed}`; did you mean `{kind}`?"),
                "Ask (Invitation, Request), Commitment (Agreement, Assurance,".to_owned(),
            ] {
                assert!(printed.contains(&words), "no `{words}` in:\n{printed}");
            }
        }
    }
    let scratch = Scratch::base();
    let offers = |kind| scratch.run(&["acts", "--kind", kind]).quietly();
    assert_eq!(offers("offer"), offers("Offer"));
    assert_eq!(offers(" COMMITMENT "), offers("Commitment"));
}

#[test]
fn empty_result_is_reported_on_stderr() {
    let scratch = Scratch::base();
    for arguments in [
        ["query", "SELECT ?x { ?x a bil:Refusal }"].as_slice(),
        &[
            "query",
            "CONSTRUCT { ?x a bil:Refusal } WHERE { ?x a bil:Refusal }",
        ],
    ] {
        let ran = scratch.run(arguments);
        assert_eq!(
            (ran.code, ran.stderr.as_str()),
            (0, "0 results\n"),
            "{arguments:?}"
        );
    }
    for (arguments, words) in [
        (
            ["brief", "sundra", "river-league"].as_slice(),
            "0 results: no meeting and no act of Sundra and the River League",
        ),
        (
            &["graph", "--min-weight", "99"],
            "0 results: the view `actors` has no matching tie",
        ),
    ] {
        let ran = scratch.run(arguments);
        assert_eq!(ran.code, 0);
        assert!(ran.stderr.starts_with(words), "{}", ran.stderr);
    }
}

#[test]
fn colour_appears_only_on_request() {
    const ESCAPE: char = '\u{1b}';
    let scratch = Scratch::base();
    scratch.put("data/dossier.toml", "title = 1\n");
    let printed = |arguments: &[&str], no_colour: bool| {
        let mut command = scratch.bilateral(&[arguments, &["acts"]].concat());
        if no_colour {
            command.env("NO_COLOR", "1");
        }
        ran(&mut command).fails(3)
    };
    assert!(
        !printed(&[], false).contains(ESCAPE),
        "a pipe is no terminal"
    );
    assert!(!printed(&[], true).contains(ESCAPE));
    assert!(printed(&["--color", "always"], false).contains(ESCAPE));
    assert!(
        printed(&["--color", "always"], true).contains(ESCAPE),
        "what is typed wins"
    );
    assert!(!printed(&["--color", "never"], false).contains(ESCAPE));
}

#[test]
fn dossier_listed_twice_is_loaded_once() {
    let scratch = Scratch::empty();
    for (folder, slug) in [("one", "2020-01-02-here"), ("two", "2020-05-06-elsewhere")] {
        let base = Scratch::base();
        for file in ["dossier.toml", "actors.ttl"] {
            let bytes = std::fs::read(base.path("data").join(file)).unwrap();
            scratch.put(format!("{folder}/data/{file}"), bytes);
        }
        for file in ["facts.toml", "readout.txt"] {
            let bytes = std::fs::read(base.path(crate::support::scratch::HERE).join(file)).unwrap();
            scratch.put(format!("{folder}/data/{slug}/{file}"), bytes);
        }
    }
    let offers = |arguments: &[&str]| {
        let count = "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a bil:Offer }";
        let query = ["query", count, "--format", "csv"];
        scratch.run(&[arguments, &query].concat()).quietly()
    };
    let (one, two) = ("n\r\n1\r\n", "n\r\n2\r\n");
    assert_eq!(offers(&["-C", "one"]), one);
    assert_eq!(offers(&["-C", "one", "-C", "two"]), two);
    assert_eq!(offers(&["-C", "."]), two, "a folder of dossiers");
    assert_eq!(
        offers(&["-C", "one", "-C", "./one", "-C", "two/../one"]),
        one
    );
    assert_eq!(offers(&["-C", ".", "-C", "two"]), two);

    let here = std::fs::read(scratch.path("one/data/2020-01-02-here/facts.toml")).unwrap();
    scratch.put("two/data/2020-01-02-here/facts.toml", &here);
    scratch.put(
        "two/data/2020-01-02-here/readout.txt",
        "“We can sell you forty trams”",
    );
    let printed = scratch.run(&["-C", "one", "-C", "two", "acts"]).fails(3);
    assert!(
        printed.contains("two readouts have the slug `2020-01-02-here`"),
        "{printed}"
    );
    assert!(
        printed.contains("two/data/2020-01-02-here/facts.toml:1:1"),
        "{printed}"
    );
    assert!(
        printed.contains("the other is one/data/2020-01-02-here/facts.toml"),
        "{printed}"
    );
}
