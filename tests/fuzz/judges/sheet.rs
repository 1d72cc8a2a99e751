//! A fact sheet of any bytes beside a readout that never changes: each finding has its place in a file, and whatever is
//! accepted is carried by the readout's own words.

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

use bilateral::diagnostic::{Finding, SourceText, render};
use bilateral::dossier::{self, Dossier, RdfFile, ReadoutFiles};
use bilateral::load;
use bilateral::model::{AnchoredQuote, InferencePolicy, NameIndex};
use bilateral::sheet;

const READOUT: &str = include_str!("../../cases/base/readout.txt");
const MANIFEST: &str = include_str!("../../cases/base/dossier.toml");
const ACTORS: &str = include_str!("../../cases/base/actors.ttl");

/// What the sheet finds when it is read: nothing in it hangs on the sheet.
static KNOWN: LazyLock<(Dossier, NameIndex)> = LazyLock::new(|| {
    let actors = RdfFile {
        name: "actors.ttl".to_owned(),
        extension: "ttl".to_owned(),
        base: None,
        bytes: ACTORS.as_bytes().into(),
    };
    let dossier = Dossier {
        manifest: Some(text("dossier.toml", MANIFEST)),
        readouts: Vec::new(),
        reference: vec![actors],
        ..dossier::built_in().unwrap()
    };
    let graph = load::load(std::slice::from_ref(&dossier), InferencePolicy::All).unwrap();
    (dossier, graph.name_index)
});

fn text(name: &str, text: &str) -> Arc<SourceText> {
    Arc::new(SourceText::new(name, text))
}

pub(crate) fn judge(bytes: &[u8]) {
    let facts = match dossier::utf8("facts.toml", bytes.to_vec()) {
        Ok(facts) => Arc::new(facts),
        Err(finding) => return assert_placed(&[finding]),
    };
    for words in [Some(text("readout.txt", READOUT)), None] {
        read(&facts, words);
    }
}

fn read(facts: &Arc<SourceText>, words: Option<Arc<SourceText>>) {
    let (known, name_index) = &*KNOWN;
    let has_words = words.is_some();
    let dossier = Dossier {
        manifest: known.manifest.clone(),
        readouts: vec![ReadoutFiles {
            slug: "2020-01-02-here".to_owned(),
            facts: Arc::clone(facts),
            text: words,
        }],
        ..Dossier::default()
    };
    let (written, mut found) = sheet::parse(&[dossier]);
    let (reading, mistakes) = sheet::resolve(written, name_index.clone(), InferencePolicy::All);
    found.extend(mistakes);
    assert_placed(&found);
    let mut acts = HashSet::new();
    for sheet in &reading.sheets {
        for act in sheet.acts.iter().filter(|_| found.is_empty()) {
            assert_eq!(act.evidence.is_empty(), !has_words, "{act:?}");
            assert!(acts.insert(&act.iri), "{}", act.iri);
        }
        let of_acts = sheet.acts.iter().flat_map(|act| &act.evidence);
        let of_events = sheet.events.iter().flat_map(|event| &event.evidence);
        of_acts.chain(of_events).for_each(assert_carried);
    }
}

/// Each finding stands in a file, between two characters of it, and can be shown.
fn assert_placed(found: &[Finding]) {
    for finding in found {
        let place = finding.place.as_ref().unwrap();
        assert!(!place.source().name().is_empty(), "{finding:?}");
        if let Some(range) = place.range() {
            assert!(place.source().text().get(range).is_some(), "{finding:?}");
        }
    }
    let shown = render(found, false);
    assert!(shown.len() <= 16_000 * found.len(), "{shown}");
}

/// The words are those of the readout at their place, which is counted in code points, and so are those around them.
fn assert_carried(evidence: &AnchoredQuote) {
    let characters: Vec<char> = READOUT.chars().collect();
    let words = |from: usize, to: usize| -> String { characters[from..to].iter().collect() };
    let (start, end) = (evidence.span.start, evidence.span.end);
    assert!(start < end);
    assert_eq!(words(start, end), evidence.exact);
    let around = 32;
    assert_eq!(words(start.saturating_sub(around), start), evidence.prefix);
    assert_eq!(
        words(end, characters.len().min(end + around)),
        evidence.suffix
    );
}
