//! A readout and a quote of any words: what is found is a slice of the readout, counted in code points, and can be
//! quoted as it is told.

use std::sync::Arc;

use bilateral::diagnostic::SourceText;
use bilateral::sheet::{Found, Match, locate};

/// What stands between the readout and the words that are sought in it.
const BETWEEN: &str = "\n---\n";

pub(crate) fn judge(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (readout, wanted) = text.split_once(BETWEEN).unwrap_or((&text, &text));
    let readout = Arc::new(SourceText::new("readout.txt", readout));
    match locate(&readout, wanted) {
        Found::At(spots) => {
            assert!(!spots.is_empty());
            assert!(spots.is_sorted_by(|a, b| a.evidence.span.start < b.evidence.span.start));
            for spot in &spots {
                assert_eq!(folded(&spot.evidence.exact), folded(wanted));
                assert_slice(spot, readout.text());
                assert_found_again(spot, &readout);
            }
        }
        Found::Nowhere { why, nearest } => {
            assert!(!why.is_empty());
            if let Some(spot) = nearest {
                assert_slice(&spot, readout.text());
            }
        }
    }
}

/// The words of a spot stand at its place, between those that it tells of.
fn assert_slice(spot: &Match, readout: &str) {
    let (start, end) = (spot.evidence.span.start, spot.evidence.span.end);
    assert!(start < end, "{spot:?}");
    let slice: String = readout.chars().skip(start).take(end - start).collect();
    assert_eq!(spot.evidence.exact, slice);
    let before: String = readout.chars().take(start).collect();
    assert!(before.ends_with(&spot.evidence.prefix), "{spot:?}");
    assert_eq!(spot.evidence.prefix.chars().count(), start.min(32));
    let behind: String = readout.chars().skip(end).take(32).collect();
    assert_eq!(spot.evidence.suffix, behind);
    let line = before.rsplit('\n').next().unwrap_or_default();
    assert_eq!(spot.position.line, before.matches('\n').count() + 1);
    assert_eq!(spot.position.column, line.chars().count() + 1);
}

/// Whoever copies the words finds them where they stand.
fn assert_found_again(spot: &Match, readout: &Arc<SourceText>) {
    match locate(readout, &spot.evidence.exact) {
        Found::At(spots) => assert!(spots.contains(spot), "{spot:?} not in {spots:?}"),
        Found::Nowhere { why, .. } => panic!("{spot:?}: {why}"),
    }
}

/// A text in which only what may differ is set aside; slowly and plainly, so that it is easy to see that it is right.
fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        '‘' | '’' | '‚' | '‛' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        c => c,
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().map(plain).collect()
}
