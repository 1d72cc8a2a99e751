//! Texts in which bytes, code points and visible characters differ: offsets count code points of the file.

use std::fs;

use crate::support::scratch::{HERE, Scratch};

/// Texts before a quote.
const BEFORE: [&str; 8] = [
    "\u{feff}",
    "Talks\r\n\r\n",
    "Cafe\u{301} and café: ",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇧🇾 ",
    "\u{1d11e}\u{10ffff} ",
    "שָׁלוֹם عَلَيْكُمْ ",
    "a\u{0}b\u{2028}c\u{85}d ",
    "\u{fffd}\u{200b}\u{ad} ",
];
const QUOTE: &str = "We can sell you\r\n forty trams — at Cafe\u{301} 🚋";

fn dossier(before: &str) -> (Scratch, usize) {
    let scratch = Scratch::base();
    let text = format!("{before}{QUOTE}.\r\n");
    scratch.put(format!("{HERE}/readout.txt"), &text);
    let sheet = fs::read_to_string(scratch.path(format!("{HERE}/facts.toml"))).unwrap();
    let quote = "We can sell you forty trams - at Cafe\\u0301 🚋";
    let sheet = sheet.replace("We can sell you forty trams", quote);
    scratch.put(format!("{HERE}/facts.toml"), sheet.replace('\n', "\r\n"));
    (scratch, before.chars().count())
}

#[test]
fn offsets_count_code_points_after_any_text() {
    for before in BEFORE.into_iter().chain([BEFORE.concat().as_str()]) {
        let (scratch, start) = dossier(before);
        let end = start + QUOTE.chars().count();
        for format in ["ttl", "nq", "trig", "rdf", "jsonld"] {
            let file = format!("out.{format}");
            let ran = scratch.run(&["export", "-o", &file]);
            if format == "rdf" && before.contains('\0') {
                assert_eq!(ran.code, 3, "XML has no U+0000");
                continue;
            }
            assert_eq!(ran.code, 0, "{}", ran.stderr);
            let text = fs::read_to_string(scratch.path(&file)).unwrap();
            assert!(
                text.contains(&format!("#char={start},{end}")),
                "{before:?}: {file}"
            );
            // What was written is held against the readout, byte for byte.
            let ran = scratch.run(&["-C", ".", "check", &file]);
            assert_eq!(ran.code, 0, "{before:?}: {file}: {}", ran.stdout);
            assert!(ran.stdout.contains("1 passage "), "{}", ran.stdout);
        }
        let located = scratch.run(&["locate", "We can sell you forty trams", "--format", "json"]);
        assert!(located.quietly().contains(&start.to_string()));
    }
}

#[test]
fn composed_and_decomposed_letters_differ() {
    for (here, typed) in [
        ("Cafe\u{301} Roma", "Café Roma"),
        ("Café Roma", "Cafe\u{301} Roma"),
    ] {
        let scratch = Scratch::base();
        scratch.put(
            format!("{HERE}/readout.txt"),
            format!("At {here} we can sell you forty trams."),
        );
        let sheet = fs::read_to_string(scratch.path(format!("{HERE}/facts.toml"))).unwrap();
        scratch.put(
            format!("{HERE}/facts.toml"),
            sheet.replace("We can sell you forty trams", typed),
        );
        let printed = scratch.run(&["acts"]).fails(3);
        assert!(printed.contains("error[quote-not-found]"), "{printed}");
        assert!(
            printed.contains(here),
            "the nearest passage is shown: {printed}"
        );
    }
}

#[test]
fn new_readout_keeps_unusual_text_byte_for_byte() {
    for before in BEFORE {
        let scratch = Scratch::base();
        let text = format!("{before}{QUOTE}.\r\n\n\r");
        scratch.put("text.txt", &text);
        let ran = scratch.run(&[
            "new",
            "readout",
            "2021-talks",
            "--text",
            "text.txt",
            "--issued-by",
            "norland",
        ]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let kept = fs::read(scratch.path("data/2021-talks/readout.txt")).unwrap();
        assert_eq!(kept, text.as_bytes());
    }
}
