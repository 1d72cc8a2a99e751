//! Missing, misplaced and unusable files of a dossier: each is reported by name and hides no other finding.

use std::fs;

use crate::support::scratch::{HERE, Scratch, THERE};

fn readout() -> String {
    format!("{HERE}/readout.txt")
}

fn sheet() -> String {
    format!("{HERE}/facts.toml")
}

#[test]
fn empty_or_oversized_readout_is_reported() {
    let scratch = Scratch::base();
    for empty in ["", "\n", " \n\t\n"] {
        scratch.put(readout(), empty);
        let printed = scratch.run(&["acts"]).fails(3);
        assert_eq!(
            printed,
            format!(
                "error[file-empty]: the file is empty\n--> {}\n = help: paste the published text; delete the file if its words may not be stored\n\n",
                readout()
            )
        );
    }
    scratch.put(
        readout(),
        "We can sell you forty trams. ".repeat(50 << 20 >> 5),
    );
    let printed = scratch.run(&["acts"]).fails(3);
    assert!(
        printed.starts_with("error[file-too-large]: the file is larger than 8 MiB\n"),
        "{printed}"
    );
    assert!(
        printed.contains("= help: keep one text in each file"),
        "{printed}"
    );
}

#[test]
fn invalid_utf_8_is_reported_with_the_first_bad_byte() {
    let scratch = Scratch::base();
    scratch.put(readout(), b"Norland and\nKestrel Coast \xe9t\xe9\n");
    scratch.put("data/dossier.toml", b"title = \"\xff\"\n");
    let printed = scratch.run(&["acts"]).fails(3);
    assert!(
        printed.contains(&format!("{}:2:15", readout())),
        "{printed}"
    );
    assert!(
        printed.contains("byte 26 is not UTF-8; save the file as UTF-8"),
        "{printed}"
    );
    assert!(printed.contains("data/dossier.toml:1:10"), "{printed}");
    assert!(printed.ends_with("2 mistakes\n"), "{printed}");
}

#[test]
fn folder_instead_of_file_is_reported() {
    for file in [readout(), sheet()] {
        let scratch = Scratch::base();
        fs::remove_file(scratch.path(&file)).unwrap();
        fs::create_dir(scratch.path(&file)).unwrap();
        let printed = scratch.run(&["acts"]).fails(3);
        assert!(
            printed.contains("error[file-irregular]: a file is needed here"),
            "{printed}"
        );
        assert!(printed.contains(&format!("--> {file}\n")), "{printed}");
    }
}

#[cfg(unix)]
#[test]
fn named_pipe_instead_of_file_does_not_block() {
    for file in [readout(), sheet(), "data/more.ttl".to_owned()] {
        let scratch = Scratch::base();
        fs::remove_file(scratch.path(&file)).ok();
        let made = std::process::Command::new("mkfifo")
            .arg(scratch.path(&file))
            .status();
        assert!(made.unwrap().success());
        let printed = scratch.run(&["acts"]).fails(3);
        assert!(printed.contains(&format!("--> {file}\n")), "{printed}");
    }
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_followed_without_cycles() {
    use std::os::unix::fs::symlink;

    let scratch = Scratch::base();
    let readout = readout();
    fs::rename(scratch.path(&readout), scratch.path("elsewhere.txt")).unwrap();
    symlink("../../elsewhere.txt", scratch.path(&readout)).unwrap();
    assert!(
        scratch
            .run(&["acts", "--format", "csv"])
            .quietly()
            .contains("forty trams")
    );

    symlink("itself.ttl", scratch.path("data/itself.ttl")).unwrap();
    let printed = scratch.run(&["acts"]).fails(3);
    assert!(
        printed.starts_with("error[file-unreadable]: the file cannot be read: "),
        "{printed}"
    );
    assert!(printed.contains("--> data/itself.ttl"), "{printed}");
    fs::remove_file(scratch.path("data/itself.ttl")).unwrap();

    symlink("..", scratch.path("data/above")).unwrap();
    let printed = scratch.run(&["acts"]).fails(3);
    assert!(
        printed.contains("a link leads back to a folder above"),
        "{printed}"
    );
}

#[cfg(unix)]
#[test]
fn symbolic_link_out_of_the_dossier_is_refused() {
    use std::os::unix::fs::symlink;

    let elsewhere = Scratch::empty();
    elsewhere.put(
        "secret.ttl",
        "<https://example.org/a> <https://example.org/b> \"secret\" .\n",
    );
    elsewhere.put(
        "folder/secret.ttl",
        "<https://example.org/a> <https://example.org/b> \"secret\" .\n",
    );
    let scratch = Scratch::base();
    symlink(elsewhere.path("secret.ttl"), scratch.path("data/file.ttl")).unwrap();
    symlink(elsewhere.path("folder"), scratch.path("data/folder")).unwrap();
    scratch.add("\n[[act]]\nkind = \"Offer\"\nquote = \"spare engines\"\n");
    for command in ["export", "check"] {
        let ran = scratch.run(&[command]);
        let printed = ran.stdout.clone() + &ran.stderr;
        assert_eq!(ran.code, 3, "{printed}");
        assert!(!printed.contains("secret\""), "{printed}");
        assert_eq!(
            printed.matches("error[file-outside]").count(),
            2,
            "{printed}"
        );
        assert!(printed.contains("--> data/file.ttl"), "{printed}");
        assert!(printed.contains("--> data/folder"), "{printed}");
        assert!(printed.contains("error[quote-not-found]"), "{printed}");
    }
}

#[cfg(unix)]
#[test]
fn unreadable_file_hides_no_finding() {
    use std::os::unix::fs::PermissionsExt;

    let scratch = Scratch::base();
    scratch.put("data/locked.ttl", "");
    let locked = scratch.path("data/locked.ttl");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&locked).is_ok() {
        // Nothing is locked for root.
        return;
    }
    scratch.add("\n[[act]]\nkind = \"Offer\"\nquote = \"spare engines\"\n");
    let printed = scratch.run(&["check"]).stdout;
    assert!(printed.contains("error[file-unreadable]"), "{printed}");
    assert!(printed.contains("error[quote-not-found]"), "{printed}");
}

#[test]
fn skipped_folder_hides_no_finding() {
    let scratch = Scratch::base();
    scratch.put("data/1/2/3/4/5/6/7/8/9/deep.ttl", "");
    scratch.add("\n[[act]]\nkind = \"Offer\"\nquote = \"spare engines\"\n");
    for command in ["acts", "check"] {
        let ran = scratch.run(&[command]);
        let printed = ran.stdout + &ran.stderr;
        assert_eq!(ran.code, 3, "{printed}");
        assert!(
            printed.contains("error[file-unreadable]: the folder cannot be listed"),
            "{printed}"
        );
        assert!(printed.contains("--> data/1/2/3/4/5/6/7/8\n"), "{printed}");
        assert!(printed.contains("error[quote-not-found]"), "{printed}");
    }
}

#[test]
fn misplaced_files_are_reported() {
    let scratch = Scratch::base();
    let facts = fs::read(scratch.path(sheet())).unwrap();
    scratch.put("data/facts.toml", &facts);
    scratch.put("data/readout.txt", "Talks\n");
    scratch.put("data/inner/data/dossier.toml", "title = \"Inner\"\n");
    let printed = scratch.run(&["acts"]).fails(3);
    assert!(
        printed.contains("a fact sheet needs a folder of its own"),
        "{printed}"
    );
    assert!(printed.contains("--> data/facts.toml\n"), "{printed}");
    assert!(
        printed.contains("a readout needs a folder of its own"),
        "{printed}"
    );
    assert!(printed.contains("a dossier inside another"), "{printed}");
    assert!(printed.contains("a dossier inside another"), "{printed}");
    assert!(
        printed.contains("--> data/inner/data/dossier.toml\n"),
        "{printed}"
    );
}

#[test]
fn readout_without_sheet_suggests_a_file() {
    for (name, hint) in [
        (None, "record its facts in facts.toml"),
        (Some("Facts.toml"), "rename `Facts.toml` to `facts.toml`"),
        (Some("facts.tml"), "rename `facts.tml` to `facts.toml`"),
        (Some("notes.md"), "record its facts in facts.toml"),
    ] {
        let scratch = Scratch::base();
        let at = |name: &str| scratch.path(HERE).join(name);
        let facts = fs::read(at("facts.toml")).unwrap();
        fs::remove_file(at("facts.toml")).unwrap();
        if let Some(name) = name {
            fs::write(at(name), &facts).unwrap();
        }
        let printed = scratch.run(&["acts"]).fails(3);
        let place = format!("--> {HERE}\n");
        for words in [
            "error[sheet-missing]: a readout without a facts.toml",
            &place,
            hint,
        ] {
            assert!(printed.contains(words), "no `{words}` in:\n{printed}");
        }
    }
}

#[test]
fn folder_with_other_files_is_no_readout() {
    let scratch = Scratch::base();
    scratch.put("data/pictures/parts.toml", "no = 1\n");
    scratch.put("data/pictures/bridge.txt", "a bridge\n");
    assert!(
        scratch
            .run(&["acts", "--format", "csv"])
            .quietly()
            .contains("forty trams")
    );

    scratch.put(format!("{THERE}/FACTS.toml"), "[document]\n");
    let printed = scratch.run(&["acts"]).fails(3);
    let hint = "rename `FACTS.toml` to `facts.toml`";
    assert!(
        printed.contains(&format!("--> {THERE}\n")) && printed.contains(hint),
        "{printed}"
    );
}

#[test]
fn names_of_a_missing_sheet_cause_no_finding_elsewhere() {
    let scratch = Scratch::base();
    let facts = fs::read(scratch.path(sheet())).unwrap();
    scratch.put(format!("{THERE}/facts.toml"), facts);
    scratch.put(
        format!("{THERE}/readout.txt"),
        "We can sell you forty trams\n",
    );
    scratch.add("follows_up = \"2020-03-04-gone.trams\"\n");
    scratch.put("data/2020-03-04-gone/readout.txt", "Talks\n");
    let printed = scratch.run(&["acts"]).fails(3);
    assert!(
        printed.contains("sheet-missing") && !printed.contains("unknown-act"),
        "{printed}"
    );
}

#[test]
fn unusable_files_hide_no_finding_in_others() {
    let scratch = Scratch::base();
    scratch.put(readout(), "\n");
    scratch.put("data/broken.ttl", "<a> <b>");
    scratch.put("queries/views/empty.rq", "");
    let record = "[document]\nsource = \"https://example.org/\"\nissued_by = \"norland\"\n\
                  accessed = 2020-02-03\n\n[[act]]\nkind = \"Offer\"\ncolour = \"blue\"\n";
    scratch.put(format!("{THERE}/facts.toml"), record);
    let printed = scratch.run(&["acts"]).fails(3);
    for words in [
        "readout.txt\n",
        "data/broken.ttl:1:1",
        "queries/views/empty.rq\n",
        "write the query, or delete the file",
        "unknown key `colour`",
        "`gist` is missing",
        "5 mistakes\n",
    ] {
        assert!(printed.contains(words), "no `{words}` in:\n{printed}");
    }
}

#[test]
fn folders_may_be_nested_and_have_any_name() {
    let scratch = Scratch::empty();
    let base = Scratch::base();
    for (from, to) in [
        (
            "data/dossier.toml",
            "Мае дакументы/Norland & co/data/dossier.toml".to_owned(),
        ),
        (
            "data/actors.ttl",
            "Мае дакументы/Norland & co/data/who is who.ttl".to_owned(),
        ),
        (
            &sheet(),
            "Мае дакументы/Norland & co/data/years/2020/2020-01-02-here/facts.toml".to_owned(),
        ),
        (
            &readout(),
            "Мае дакументы/Norland & co/data/years/2020/2020-01-02-here/readout.txt".to_owned(),
        ),
    ] {
        scratch.put(to, fs::read(base.path(from)).unwrap());
    }
    scratch.put("Мае дакументы/Norland & co/data/.hidden.ttl", "no turtle");
    scratch.put("Мае дакументы/Norland & co/data/actors.ttl~", "no turtle");
    scratch.put("Мае дакументы/Norland & co/data/notes.txt", "no turtle");
    for folder in ["Мае дакументы", "Мае дакументы/Norland & co"] {
        let acts = scratch
            .run(&["-C", folder, "acts", "--format", "csv"])
            .quietly();
        assert!(acts.contains("forty trams"), "{acts}");
    }
}

#[test]
fn own_ontology_file_adds_or_replaces() {
    let scratch = Scratch::base();
    scratch.put(
        "ontology/bilateral.ttl",
        "@prefix bil: <https://w3id.org/bilateral/ontology#> .\n",
    );
    let printed = scratch.run(&["acts"]).fails(3);
    assert!(
        printed.contains("unknown kind of act `Offer`"),
        "the own file replaces: {printed}"
    );
    fs::rename(
        scratch.path("ontology/bilateral.ttl"),
        scratch.path("ontology/own.ttl"),
    )
    .unwrap();
    assert!(
        scratch
            .run(&["acts", "--format", "csv"])
            .quietly()
            .contains("forty trams")
    );
}

#[test]
fn own_view_must_return_source_relation_target() {
    let scratch = Scratch::base();
    for (view, words) in [
        (
            "SELECT ?act { ?act a bil:Offer }",
            "a view selects ?source ?target ?relation ?act",
        ),
        (
            "ASK { ?act a bil:Offer }",
            "a view selects ?source ?target ?relation ?act",
        ),
        ("SELECT ?source {", "queries/views/mine.rq:3:16"),
        (
            "SELECT ?source ?target ?relation ?act { ?act bil:by ?source ; bil:quote ?target ; a ?relation }",
            "?target is \"We can sell you forty trams\"",
        ),
    ] {
        let header = "# title: Mine\n# asks: Mine?\n";
        scratch.put("queries/views/mine.rq", format!("{header}{view}\n"));
        let printed = scratch.run(&["graph", "--view", "mine"]).fails(3);
        assert!(printed.contains("queries/views/mine.rq"), "{printed}");
        assert!(printed.contains(words), "no `{words}` in:\n{printed}");
    }
}

#[test]
fn byte_order_mark_is_ignored_in_sheets_rdf_and_queries() {
    let scratch = Scratch::base();
    scratch.put(
        "queries/answers/offers.rq",
        "# title: Offers\n# asks: Which?\nSELECT ?a { ?a a bil:Offer }\n",
    );
    for file in [
        "data/dossier.toml",
        "data/actors.ttl",
        "queries/answers/offers.rq",
        &sheet(),
    ] {
        let text = fs::read_to_string(scratch.path(file)).unwrap();
        scratch.put(file, format!("\u{feff}{text}"));
    }
    assert!(
        scratch
            .run(&["acts", "--format", "csv"])
            .quietly()
            .contains("forty trams")
    );
    let named = scratch.run(&["query", "offers"]).quietly();
    let file = ["query", "-f", "queries/answers/offers.rq"];
    assert_eq!(scratch.run(&file).quietly(), named);
}
