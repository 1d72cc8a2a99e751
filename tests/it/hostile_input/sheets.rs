//! Extreme sheets and readouts: the program does not crash, hang, or flood the terminal.

use std::fmt::Write as _;

use crate::support::scratch::{HERE, Scratch};

const DOCUMENT: &str = "[document]\nsource = \"https://example.org/\"\nissued_by = \"norland\"\n";

/// Far more than anybody records from one readout.
const ACTS: usize = 2_000;
/// So many that going through the whole readout for each of them would take too long.
const MANY_ACTS: usize = 20_000;

fn with_sheet(facts: &str) -> Scratch {
    let scratch = Scratch::base();
    scratch.put(format!("{HERE}/facts.toml"), facts);
    scratch
}

#[track_caller]
fn refused(facts: &str, words: &str) {
    let printed = with_sheet(facts).run(&["acts"]).fails(3);
    assert!(
        printed.contains(words),
        "no `{words}` in:\n{}",
        cut(&printed)
    );
    assert!(printed.len() < 100_000, "{} bytes of words", printed.len());
}

fn cut(text: &str) -> String {
    text.chars().take(3_000).collect()
}

#[test]
fn deep_nesting_is_refused() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    refused(&format!("{DOCUMENT}title = {deep}\n"), "toml-syntax");
    refused(
        &format!(
            "{DOCUMENT}title = {}1{}\n",
            "{a=".repeat(100_000),
            "}".repeat(100_000)
        ),
        "toml-syntax",
    );
    refused(&format!("{}a = 1\n", "a.".repeat(100_000)), "toml-syntax");
    refused(&format!("[{}a]\n", "a.".repeat(100_000)), "toml-syntax");
}

#[test]
fn very_long_names_and_texts_are_shortened_in_errors() {
    let long = "k".repeat(100_000);
    refused(&format!("{DOCUMENT}{long} = 1\n"), "unknown key `kkk");
    refused(&format!("{DOCUMENT}[{long}]\n"), "unknown table `kkk");
    refused(&format!("{DOCUMENT}title = {long}\n"), "toml-syntax");
    refused(
        &format!("{DOCUMENT}published = \"{long}\"\n"),
        "is not a date",
    );
    let act = |keys: &str| {
        format!(
            "{DOCUMENT}[[act]]\nkind = \"Offer\"\nquote = \"We can sell you forty trams\"\n{keys}\n"
        )
    };
    refused(&act(&format!("to = \"{long}\"")), "unknown actor `kkk");
    refused(&act(&format!("id = \"{long}-\"")), "is not a slug");
    refused(
        &act(&format!("follows_up = \"{long}.{long}\"")),
        "unknown act `kkk",
    );
    refused(
        &act(&format!("sides = [{}]", "\"x\", ".repeat(50_000))),
        "unknown key `sides`",
    );
}

#[test]
fn control_characters_in_names_are_escaped() {
    let escape = "\u{1b}";
    let scratch = with_sheet(&format!("{DOCUMENT}\"\\u001B[31m\\u202E\" = 1\n"));
    scratch.put(
        format!("{HERE}/readout.txt"),
        format!("{escape}[31mWe can sell you\u{202e} forty trams{escape}[0m"),
    );
    scratch.add("[[act]]\nkind = \"Offer\"\nquote = \"We can sell you fourty trams\"\n");
    let printed = scratch.run(&["acts"]).fails(3);
    assert!(printed.contains("unknown key `"), "{printed}");
    assert!(printed.contains("the nearest passage is: "), "{printed}");
    assert!(!printed.contains(['\u{1b}', '\u{202e}']), "{printed:?}");
}

#[test]
fn quotes_without_words_or_too_long_are_refused() {
    let act = |quote: &str| format!("{DOCUMENT}[[act]]\nkind = \"Offer\"\nquote = \"{quote}\"\n");
    for blank in ["", " ", "\u{a0}", "\\n\\t"] {
        refused(&act(blank), "error[empty-text]");
    }
    for wordless in ["”", "…", " – ", "🚋", "\u{200b}", "\u{301}", ".,;:!?"] {
        refused(&act(wordless), "this quote has no word");
    }
    refused(
        &act(&"We can sell you ".repeat(200_000)),
        "error[quote-not-found]",
    );
    refused(
        &act(&"never seen ".repeat(200_000)),
        "error[quote-not-found]",
    );
    refused(&act("you"), "error[quote-repeated]");
    let spans = "\"We can\", ".repeat(100);
    refused(
        &format!("{DOCUMENT}[[act]]\nkind = \"Offer\"\nquote = [{spans}]\n"),
        "quote-order",
    );
}

#[test]
fn sheet_with_thousands_of_acts_loads() {
    let (mut text, mut facts) = (String::new(), DOCUMENT.to_owned());
    for number in 0..ACTS {
        let sentence = format!("We can sell you tram number {number} today.");
        writeln!(facts, "[[act]]\nkind = \"Offer\"\nquote = \"{sentence}\"").unwrap();
        text.push_str(&sentence);
        text.push('\n');
    }
    let scratch = with_sheet(&facts);
    scratch.put(format!("{HERE}/readout.txt"), &text);
    let count = "SELECT (COUNT(?quote) AS ?n) { ?act a bil:Offer ; bil:quote ?quote }";
    let answer = scratch.run(&["query", count, "--format", "csv"]).quietly();
    assert_eq!(answer, format!("n\r\n{ACTS}\r\n"));

    // The wrong readout for the sheet: every quote is reported, each with its nearest passage.
    scratch.put(
        format!("{HERE}/readout.txt"),
        text.replace("today", "tomorrow"),
    );
    let printed = scratch.run(&["acts"]).fails(3);
    assert_eq!(printed.matches("error[quote-not-found]").count(), ACTS);
    let nearest = "the nearest passage is: We can sell you tram number 1999 tomorrow.";
    assert!(printed.contains(nearest), "{}", cut(&printed));
    assert!(printed.ends_with(&format!("{ACTS} mistakes\n")));
}

#[test]
fn sheet_with_very_many_acts_loads_in_linear_time() {
    let (mut text, mut facts) = (String::new(), DOCUMENT.to_owned());
    for number in 0..MANY_ACTS {
        let sentence = format!("“We can sell you tram number {number} today.”");
        writeln!(facts, "[[act]]\nkind = \"Offer\"\nquote = \"{sentence}\"").unwrap();
        text.push_str(&sentence);
        text.push('\n');
    }
    // More than a readout may hold.
    facts.push_str(&"# a remark\n".repeat(800_000));
    assert!(facts.len() > 9 << 20);
    let scratch = with_sheet(&facts);
    scratch.put(format!("{HERE}/readout.txt"), &text);
    // How long it may take is no matter of a test, and least on a machine that is busy.
    let check = ["check", "--timeout", "3600"];
    let printed = scratch.run(&check).quietly();
    assert!(
        printed.contains(&format!(" {MANY_ACTS} acts, {MANY_ACTS} passages ")),
        "{printed}"
    );

    scratch.put(
        format!("{HERE}/readout.txt"),
        text.replace("today", "tomorrow"),
    );
    let ran = scratch.run(&check);
    assert_eq!(ran.code, 1);
    let printed = ran.stdout;
    assert!(
        printed.contains(&format!(" {MANY_ACTS} errors,")),
        "{}",
        cut(&printed)
    );
    assert!(
        printed.contains("the nearest passage is: "),
        "{}",
        cut(&printed)
    );
}

#[test]
fn oversized_sheet_is_reported_with_its_limit() {
    let scratch = Scratch::base();
    let file = std::fs::File::create(scratch.path(format!("{HERE}/facts.toml"))).unwrap();
    file.set_len((64 << 20) + 1).unwrap();
    let printed = scratch.run(&["acts"]).fails(3);
    assert!(
        printed.starts_with("error[file-too-large]: the file is larger than 64 MiB\n"),
        "{printed}"
    );
}

#[test]
fn readout_with_unusual_bytes_keeps_offsets() {
    let scratch = Scratch::base();
    let text = "\u{feff}\0Title\r\n\r\n\u{2028}“We can sell\r\n\tyou\u{3000}forty\u{85}trams”\0";
    scratch.put(format!("{HERE}/readout.txt"), text);
    let exact =
        "SELECT ?start ?end ?exact { ?q oa:exact ?exact . ?p oa:start ?start ; oa:end ?end }";
    let ran = scratch.run(&["query", exact, "--format", "json"]).quietly();
    let json: serde_json::Value = serde_json::from_str(&ran).unwrap();
    let row = &json["results"]["bindings"][0];
    let number = |name: &str| {
        row[name]["value"]
            .as_str()
            .unwrap()
            .parse::<usize>()
            .unwrap()
    };
    let (start, end) = (number("start"), number("end"));
    let slice: String = text.chars().skip(start).take(end - start).collect();
    assert_eq!(row["exact"]["value"], slice);
    assert_eq!(slice, "We can sell\r\n\tyou\u{3000}forty\u{85}trams");
}

#[test]
fn truncated_rdf_file_is_refused() {
    let whole = [
        (
            "ttl",
            "<https://e.org/a> <https://e.org/p> \"one\" .\n<https://e.org/b> <https://e.org/p> \"two\" .\n",
        ),
        (
            "nt",
            "<https://e.org/a> <https://e.org/p> \"one\" .\n<https://e.org/b> <https://e.org/p> \"two\" .\n",
        ),
        (
            "nq",
            "<https://e.org/a> <https://e.org/p> \"one\" <https://e.org/g> .\n<https://e.org/b> <https://e.org/p> \"two\" .\n",
        ),
        (
            "trig",
            "<https://e.org/g> { <https://e.org/a> <https://e.org/p> \"one\" . <https://e.org/b> <https://e.org/p> \"two\" }\n",
        ),
        (
            "rdf",
            "<r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"https://e.org/\">\
                 <r:Description r:about=\"https://e.org/a\"><e:p>one</e:p></r:Description>\
                 <r:Description r:about=\"https://e.org/b\"><e:p>two</e:p></r:Description></r:RDF>\n",
        ),
        (
            "jsonld",
            "[{\"@id\":\"https://e.org/a\",\"https://e.org/p\":\"one\"},{\"@id\":\"https://e.org/b\",\"https://e.org/p\":\"two\"}]\n",
        ),
    ];
    for (extension, text) in whole {
        let scratch = Scratch::base();
        let name = format!("data/more.{extension}");
        let export = ["export", "--format", "nq"];
        scratch.put(&name, text);
        assert_eq!(
            scratch
                .run(&export)
                .quietly()
                .matches("<https://e.org/p>")
                .count(),
            2
        );
        for length in 1..text.trim_end().len() {
            // At the end of a statement these syntaxes are whole.
            let is_whole = text[..length].ends_with('.')
                && matches!(extension, "ttl" | "nt" | "nq")
                || text[..length].ends_with(".\n");
            // Most lengths say the same; near the ends of words they do not.
            if is_whole || (length % 7 != 0 && !text[..length].ends_with(['>', '"', '}', ']'])) {
                continue;
            }
            scratch.put(&name, &text[..length]);
            let printed = scratch.run(&export).fails(3);
            assert!(
                printed.contains(&name),
                "{extension} cut at {length}: {printed}"
            );
        }
    }
}
