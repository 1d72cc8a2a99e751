//! Generates a dossier of any size, the same in every run: readouts of a hundred sentences, each of them an act.

#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot run should fail at once"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Acts in one readout.
pub(crate) const ACTS: usize = 100;

const KINDS: [&str; 8] = [
    "Offer",
    "Pledge",
    "Readiness",
    "Request",
    "Statement",
    "Assessment",
    "Proposal",
    "Assurance",
];
const SECTORS: [&str; 6] = [
    "construction",
    "education",
    "transport",
    "agriculture",
    "manufacturing",
    "energy",
];
const ITEMS: [&str; 4] = ["cement", "steelwork", "construction-materials", "tractors"];

/// Writes a dossier with this number of readouts into a folder.
pub(crate) fn write(folder: &Path, readouts: usize) {
    put(
        &folder.join("data/dossier.toml"),
        "title = \"Norland and Sundra\"\nsides = [\"norland\", \"sundra\"]\n",
    );
    put(&folder.join("data/actors.ttl"), ACTORS);
    for number in 0..readouts {
        let (text, facts) = readout(number);
        let place = folder.join(format!("data/talks-{number:04}"));
        put(&place.join("readout.txt"), &text);
        put(&place.join("facts.toml"), &facts);
    }
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a new folder");
    fs::write(path, text).expect("a new file");
}

const ACTORS: &str = "\
@prefix bil: <https://w3id.org/bilateral/ontology#> .
@prefix id: <https://w3id.org/bilateral/id/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

id:norland a bil:State ; rdfs:label \"Norland\"@en .
id:sundra a bil:State ; rdfs:label \"Sundra\"@en .
id:mira-holt a bil:Person ; rdfs:label \"Mira Holt\"@en ; org:holds id:premier-of-norland .
id:premier-of-norland a org:Post ; rdfs:label \"Premier of Norland\"@en ; org:postIn id:norland .
id:jonas-varga a bil:Person ; rdfs:label \"Jonas Varga\"@en ; org:holds id:premier-of-sundra .
id:premier-of-sundra a org:Post ; rdfs:label \"Premier of Sundra\"@en ; org:postIn id:sundra .
";

/// The text of a readout, and its sheet.
fn readout(number: usize) -> (String, String) {
    let mut text = format!("The premiers of Norland and Sundra met for the {number}th time\n\n");
    let day = format!(
        "{}-{:02}-{:02}",
        1990 + number / 12,
        1 + number % 12,
        1 + number % 28
    );
    let issuer = if number.is_multiple_of(2) {
        "norland"
    } else {
        "sundra"
    };
    let mut facts = format!(
        "[document]\nsource = \"https://example.org/talks/{number}\"\nissued_by = \"{issuer}\"\n\n\
         [[event]]\ndate = {day}\nsides.norland = [\"mira-holt\"]\nsides.sundra = [\"jonas-varga\"]\n"
    );
    let mut chance = Chance(number as u64 + 1);
    for act in 0..ACTS {
        let kind = chance.one_of(&KINDS);
        let sector = chance.one_of(&SECTORS);
        let item = chance.one_of(&ITEMS);
        let sentence = format!(
            "In matter {act} of talks {number} we spoke of {item} for {sector}, as a {kind}."
        );
        // Writing to a string cannot fail.
        writeln!(text, "{sentence}").ok();
        write!(
            facts,
            "\n[[act]]\nid = \"matter-{act}\"\nkind = \"{kind}\"\nsectors = \"{sector}\"\nitems = \"{item}\"\nquote = \"{sentence}\"\n"
        )
        .ok();
        if act % 10 == 9 && number >= 20 {
            writeln!(
                facts,
                "follows_up = \"talks-{:04}.matter-{act}\"",
                number - 20
            )
            .ok();
        }
    }
    (text, facts)
}

/// Pseudo-random numbers, the same in every run (a linear congruential generator with Knuth's constants).
struct Chance(u64);

impl Chance {
    fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let index = usize::try_from(self.0 >> 33).unwrap_or(0) % words.len();
        words.get(index).copied().unwrap_or_default()
    }
}
