//! `locate`: where a passage is, and in which form it can be pasted.

use std::fs;

use serde_json::Value;

use crate::support::scratch::{HERE, Scratch, THERE};

fn with_text(text: &str) -> Scratch {
    let scratch = Scratch::base();
    scratch.put(format!("{HERE}/readout.txt"), text);
    scratch
}

fn places(scratch: &Scratch, words: &str) -> Vec<Value> {
    let found = scratch
        .run(&["locate", words, "--format", "json"])
        .quietly();
    serde_json::from_str(&found).unwrap()
}

#[test]
fn passage_is_shown_with_line_and_code_point_range() {
    let text = "\u{feff}Talks 🙂\r\n\r\nShe said: “We can\r\n  sell\u{a0}trams” – and more.\r\n";
    let scratch = with_text(text);
    let printed = scratch
        .run(&["locate", "\"We can sell trams\" - and"])
        .quietly();
    let place = format!("{HERE}/readout.txt:3:11: characters 22 to 50: unique\n");
    assert_eq!(printed, place + "    \"“We can sell trams” – and\"\n");

    let found = places(&scratch, "We can sell trams");
    let [place] = &found[..] else {
        panic!("{found:?}")
    };
    let exact: String = text.chars().skip(23).take(20).collect();
    assert_eq!(place["exact"], exact);
    assert_eq!(place["exact"], "We can\r\n  sell\u{a0}trams");
    assert_eq!((&place["start"], &place["end"]), (&23.into(), &43.into()));
    assert_eq!((&place["line"], &place["column"]), (&3.into(), &12.into()));
    assert_eq!(
        (&place["unique"], &place["readout"]),
        (&true.into(), &"2020-01-02-here".into())
    );
    assert_eq!(place["file"], format!("{HERE}/readout.txt"));
    assert_eq!(place["prefix"], "\u{feff}Talks 🙂\r\n\r\nShe said: “");
    assert_eq!(place["suffix"], "” – and more.\r\n");
}

#[test]
fn printed_quote_can_be_pasted_with_any_characters() {
    for words in [
        "We sell",
        "say \"no\" to C:\\new",
        "it's \"no\", \\ she said",
        "''' and \"\"\" # [act]",
        "tab\there, feed\u{c}there",
        "zero\u{200b}width and \u{202e}turned\u{202c} words",
        "emoji 🙂🇧🇾 and e\u{301}",
    ] {
        let scratch = with_text(&format!("Talks.\n\nThey {words} today.\n"));
        let found = places(&scratch, words);
        let [place] = &found[..] else {
            panic!("{words}: {found:?}")
        };
        let toml = place["toml"].as_str().unwrap();
        scratch.put(
            format!("{HERE}/facts.toml"),
            format!("[document]\nsource = \"https://example.org/\"\nissued_by = \"norland\"\n[[act]]\nkind = \"Offer\"\nquote = {toml}\n"),
        );
        let export = scratch.run(&["export", "--format", "nq"]).quietly();
        let place = format!("#char={},{}>", place["start"], place["end"]);
        assert!(export.contains(&place), "{words}");
    }
}

#[test]
fn passage_that_cannot_be_quoted_is_marked() {
    let scratch = with_text("The bell \u{7} rings.\n");
    let printed = scratch.run(&["locate", "bell \u{7} rings"]).quietly();
    assert!(printed.contains("quote the words around it"), "{printed}");
    assert!(!printed.contains('\u{7}'));
}

#[test]
fn several_matches_show_context_and_ask_for_a_longer_quote() {
    let scratch = with_text("Norland sells trams.\nSundra buys the trams\nof Norland. Tramways.\n");
    let printed = scratch.run(&["locate", "trams"]).quietly();
    let expected = format!(
        "{HERE}/readout.txt:1:15: characters 14 to 19: 1 of 2: lengthen the quote\n    … sells [trams]. Sundra buys the trams of …\n    \"trams\"\n\
         {HERE}/readout.txt:2:17: characters 37 to 42: 2 of 2: lengthen the quote\n    … sells trams. Sundra buys the [trams] of Norland. Tramways. …\n    \"trams\"\n"
    );
    assert_eq!(printed, expected);
    let unique: Vec<bool> = places(&scratch, "trams")
        .iter()
        .map(|place| place["unique"] == true)
        .collect();
    assert_eq!(unique, [false, false]);
}

#[test]
fn each_readout_is_searched_separately() {
    let scratch = with_text("Norland sells trams.\n");
    scratch.put(
        format!("{THERE}/readout.txt"),
        "Norland sells trams, again.\n",
    );
    // A broken sheet does not prevent the search.
    scratch.put(format!("{THERE}/facts.toml"), "[document\nkind = \n");
    let found = places(&scratch, "sells trams");
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|place| place["unique"] == true));
    let printed = scratch
        .run(&["locate", "sells trams", "2020-02-03-there"])
        .quietly();
    assert_eq!(
        printed.lines().next().unwrap(),
        format!("{THERE}/readout.txt:1:9: characters 8 to 19: unique")
    );

    let printed = scratch
        .run(&["locate", "trams", "2020-02-03-ther"])
        .fails(2);
    assert!(
        printed.contains("unknown readout `2020-02-03-ther`; did you mean `2020-02-03-there`?"),
        "{printed}"
    );
    fs::remove_file(scratch.path(format!("{THERE}/readout.txt"))).unwrap();
    let printed = scratch
        .run(&["locate", "trams", "2020-02-03-there"])
        .fails(2);
    assert!(
        printed.contains("is a record: its words are not stored"),
        "{printed}"
    );
}

#[test]
fn text_not_found_shows_the_nearest_passage() {
    let scratch = with_text("Talks.\n\nWe can supply you with steelwork, cement and more.\n");
    let nearest = |words: &str| {
        let found = scratch.run(&["locate", words]);
        assert_eq!((found.code, found.stdout.as_str()), (0, ""));
        found.stderr
    };
    let printed = nearest("We could supply you with steelwork");
    let expected = format!(
        "0 results: these words do not occur in the readout; the nearest passage:\n\
         {HERE}/readout.txt:3:1: characters 8 to 41\n    \"We can supply you with steelwork,\"\n"
    );
    assert_eq!(printed, expected);
    let printed = nearest("upply you with steelw");
    assert!(
        printed.contains("begin and end inside a word of the readout"),
        "{printed}"
    );
    assert!(
        printed.ends_with("    \"supply you with steelwork\"\n"),
        "{printed}"
    );
    assert_eq!(
        nearest("quantum flux"),
        "0 results: these words do not occur in the readout\n"
    );
    for wordless in ["", "—", "  \n"] {
        assert_eq!(nearest(wordless), "0 results: this quote has no word\n");
    }
    let json = scratch.run(&["locate", "quantum flux", "--format", "json"]);
    assert_eq!((json.code, json.stdout.as_str()), (0, "[]\n"));
}

#[test]
fn unreadable_readout_is_reported() {
    let scratch = Scratch::base();
    scratch.put(format!("{HERE}/readout.txt"), b"Minist\xe8re\n");
    let printed = scratch.run(&["locate", "trams"]).fails(3);
    assert!(printed.contains("file-not-utf8"), "{printed}");
    let printed = scratch
        .run(&["locate", "trams", "--format", "yaml"])
        .fails(2);
    assert!(printed.contains("choose one of txt, json"), "{printed}");
}

#[test]
fn very_frequent_word_is_found_everywhere() {
    let scratch = with_text(&"trams and\n".repeat(100_000));
    let printed = scratch.run(&["locate", "trams"]).quietly();
    assert_eq!(printed.lines().count(), 300_000);
    assert!(
        printed.contains("readout.txt:100000:1: characters 999990 to 999995: 100000 of 100000")
    );
}
