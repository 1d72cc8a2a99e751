//! Files of a dossier that are none, or none that can be used: each is told by its name, and none hides another.

use std::fs;

use crate::dossiers::{HERE, Scratch, THERE};

fn readout() -> String {
    format!("{HERE}/readout.txt")
}

fn sheet() -> String {
    format!("{HERE}/facts.toml")
}

#[test]
fn a_readout_that_is_empty_or_too_large_is_told() {
    let scratch = Scratch::base();
    for empty in ["", "\n", " \n\t\n"] {
        scratch.put(readout(), empty);
        let told = scratch.run(&["acts"]).fails(3);
        assert_eq!(
            told,
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
    let told = scratch.run(&["acts"]).fails(3);
    assert!(
        told.starts_with("error[file-too-large]: the file is larger than 8 MiB\n"),
        "{told}"
    );
    assert!(
        told.contains("= help: keep one text in each file"),
        "{told}"
    );
}

#[test]
fn a_file_that_is_not_utf_8_is_told_with_the_first_bad_byte() {
    let scratch = Scratch::base();
    scratch.put(readout(), b"Norland and\nKestrel Coast \xe9t\xe9\n");
    scratch.put("data/dossier.toml", b"title = \"\xff\"\n");
    let told = scratch.run(&["acts"]).fails(3);
    assert!(told.contains(&format!("{}:2:15", readout())), "{told}");
    assert!(
        told.contains("byte 26 is not UTF-8; save the file as UTF-8"),
        "{told}"
    );
    assert!(told.contains("data/dossier.toml:1:10"), "{told}");
    assert!(told.ends_with("2 mistakes\n"), "{told}");
}

#[test]
fn a_folder_in_the_place_of_a_file_is_told() {
    for file in [readout(), sheet()] {
        let scratch = Scratch::base();
        fs::remove_file(scratch.path(&file)).unwrap();
        fs::create_dir(scratch.path(&file)).unwrap();
        let told = scratch.run(&["acts"]).fails(3);
        assert!(
            told.contains("error[file-irregular]: a file is needed here"),
            "{told}"
        );
        assert!(told.contains(&format!("--> {file}\n")), "{told}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_a_file_is_not_waited_for() {
    for file in [readout(), sheet(), "data/more.ttl".to_owned()] {
        let scratch = Scratch::base();
        fs::remove_file(scratch.path(&file)).ok();
        let made = std::process::Command::new("mkfifo")
            .arg(scratch.path(&file))
            .status();
        assert!(made.unwrap().success());
        let told = scratch.run(&["acts"]).fails(3);
        assert!(told.contains(&format!("--> {file}\n")), "{told}");
    }
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_not_in_circles() {
    use std::os::unix::fs::symlink;

    let scratch = Scratch::base();
    let readout = readout();
    fs::rename(scratch.path(&readout), scratch.path("elsewhere.txt")).unwrap();
    symlink("../../elsewhere.txt", scratch.path(&readout)).unwrap();
    assert!(scratch.run(&["acts"]).quietly().contains("forty trams"));

    symlink("itself.ttl", scratch.path("data/itself.ttl")).unwrap();
    let told = scratch.run(&["acts"]).fails(3);
    assert!(
        told.starts_with("error[file-unreadable]: the file cannot be read: "),
        "{told}"
    );
    assert!(told.contains("--> data/itself.ttl"), "{told}");
    fs::remove_file(scratch.path("data/itself.ttl")).unwrap();

    symlink("..", scratch.path("data/above")).unwrap();
    let told = scratch.run(&["acts"]).fails(3);
    assert!(
        told.contains("a link leads back to a folder above"),
        "{told}"
    );
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_dossier_is_refused_and_hides_nothing() {
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
        let told = ran.stdout.clone() + &ran.stderr;
        assert_eq!(ran.code, 3, "{told}");
        assert!(!told.contains("secret\""), "{told}");
        assert_eq!(told.matches("error[file-outside]").count(), 2, "{told}");
        assert!(told.contains("--> data/file.ttl"), "{told}");
        assert!(told.contains("--> data/folder"), "{told}");
        assert!(told.contains("error[quote-not-found]"), "{told}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_hides_nothing() {
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
    let told = scratch.run(&["check"]).stdout;
    assert!(told.contains("error[file-unreadable]"), "{told}");
    assert!(told.contains("error[quote-not-found]"), "{told}");
}

#[test]
fn a_folder_that_is_not_looked_into_hides_nothing() {
    let scratch = Scratch::base();
    scratch.put("data/1/2/3/4/5/6/7/8/9/deep.ttl", "");
    scratch.add("\n[[act]]\nkind = \"Offer\"\nquote = \"spare engines\"\n");
    for command in ["acts", "check"] {
        let ran = scratch.run(&[command]);
        let told = ran.stdout + &ran.stderr;
        assert_eq!(ran.code, 3, "{told}");
        assert!(
            told.contains("error[file-unreadable]: the folder cannot be listed"),
            "{told}"
        );
        assert!(told.contains("--> data/1/2/3/4/5/6/7/8\n"), "{told}");
        assert!(told.contains("error[quote-not-found]"), "{told}");
    }
}

#[test]
fn what_lies_in_the_wrong_place_is_told() {
    let scratch = Scratch::base();
    let facts = fs::read(scratch.path(sheet())).unwrap();
    scratch.put("data/facts.toml", &facts);
    scratch.put("data/readout.txt", "Talks\n");
    scratch.put("data/inner/data/dossier.toml", "title = \"Inner\"\n");
    let told = scratch.run(&["acts"]).fails(3);
    assert!(
        told.contains("a fact sheet needs a folder of its own"),
        "{told}"
    );
    assert!(told.contains("--> data/facts.toml\n"), "{told}");
    assert!(
        told.contains("a readout needs a folder of its own"),
        "{told}"
    );
    assert!(told.contains("a dossier inside another"), "{told}");
    assert!(
        told.contains("--> data/inner/data/dossier.toml\n"),
        "{told}"
    );
}

#[test]
fn a_readout_without_a_sheet_is_told_with_the_file_that_may_be_meant() {
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
        let told = scratch.run(&["acts"]).fails(3);
        let place = format!("--> {HERE}\n");
        for words in [
            "error[sheet-missing]: a readout without a facts.toml",
            &place,
            hint,
        ] {
            assert!(told.contains(words), "no `{words}` in:\n{told}");
        }
    }
}

#[test]
fn a_folder_is_no_readout_for_what_else_it_holds() {
    let scratch = Scratch::base();
    scratch.put("data/pictures/parts.toml", "no = 1\n");
    scratch.put("data/pictures/bridge.txt", "a bridge\n");
    assert!(scratch.run(&["acts"]).quietly().contains("forty trams"));

    scratch.put(format!("{THERE}/FACTS.toml"), "[document]\n");
    let told = scratch.run(&["acts"]).fails(3);
    let hint = "rename `FACTS.toml` to `facts.toml`";
    assert!(
        told.contains(&format!("--> {THERE}\n")) && told.contains(hint),
        "{told}"
    );
}

#[test]
fn what_a_missing_sheet_would_have_named_is_no_mistake_of_another() {
    let scratch = Scratch::base();
    let facts = fs::read(scratch.path(sheet())).unwrap();
    scratch.put(format!("{THERE}/facts.toml"), facts);
    scratch.put(
        format!("{THERE}/readout.txt"),
        "We can sell you forty trams\n",
    );
    scratch.add("follows_up = \"2020-03-04-gone.trams\"\n");
    scratch.put("data/2020-03-04-gone/readout.txt", "Talks\n");
    let told = scratch.run(&["acts"]).fails(3);
    assert!(
        told.contains("sheet-missing") && !told.contains("unknown-act"),
        "{told}"
    );
}

#[test]
fn files_that_cannot_be_used_hide_no_mistake_of_others() {
    let scratch = Scratch::base();
    scratch.put(readout(), "\n");
    scratch.put("data/broken.ttl", "<a> <b>");
    scratch.put("queries/views/empty.rq", "");
    let record = "[document]\nsource = \"https://example.org/\"\nissued_by = \"norland\"\n\
                  accessed = 2020-02-03\n\n[[act]]\nkind = \"Offer\"\ncolour = \"blue\"\n";
    scratch.put(format!("{THERE}/facts.toml"), record);
    let told = scratch.run(&["acts"]).fails(3);
    for words in [
        "readout.txt\n",
        "data/broken.ttl:1:1",
        "queries/views/empty.rq\n",
        "write the query, or delete the file",
        "unknown key `colour`",
        "`gist` is missing",
        "5 mistakes\n",
    ] {
        assert!(told.contains(words), "no `{words}` in:\n{told}");
    }
}

#[test]
fn folders_are_nested_and_named_as_people_like() {
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
        let acts = scratch.run(&["-C", folder, "acts"]).quietly();
        assert!(acts.contains("forty trams"), "{acts}");
    }
}

#[test]
fn an_ontology_file_of_the_users_own_adds_or_replaces() {
    let scratch = Scratch::base();
    scratch.put(
        "ontology/bilateral.ttl",
        "@prefix bil: <https://w3id.org/bilateral/ontology#> .\n",
    );
    let told = scratch.run(&["acts"]).fails(3);
    assert!(
        told.contains("unknown kind of act `Offer`"),
        "the own file replaces: {told}"
    );
    fs::rename(
        scratch.path("ontology/bilateral.ttl"),
        scratch.path("ontology/own.ttl"),
    )
    .unwrap();
    assert!(scratch.run(&["acts"]).quietly().contains("forty trams"));
}

#[test]
fn a_view_of_the_users_own_is_held_to_what_a_view_is() {
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
        let told = scratch.run(&["graph", "--view", "mine"]).fails(3);
        assert!(told.contains("queries/views/mine.rq"), "{told}");
        assert!(told.contains(words), "no `{words}` in:\n{told}");
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_sheets_rdf_and_queries() {
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
    assert!(scratch.run(&["acts"]).quietly().contains("forty trams"));
    let named = scratch.run(&["query", "offers"]).quietly();
    let file = ["query", "-f", "queries/answers/offers.rq"];
    assert_eq!(scratch.run(&file).quietly(), named);
}
