//! The words of a readout: quotes are found in it, or refused.
//!
//! *Takes* the readout's text and quotes as a person typed them. *Gives* [`Evidence`](crate::model::Evidence): exact slices.
//! *Never* guesses: what differs by more than folding is refused, and the nearest passage shown.

mod anchor;
mod boundary;
mod fold;
mod grams;
mod nearest;
mod voice;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

pub use anchor::AnchorError;
use fold::Folded;
pub use fold::fold;
use nearest::Spellings;

use crate::diagnostic::SourceText;
use crate::model::{Evidence, Span, Voice};

/// Code points shown before and after a quote.
const CONTEXT: usize = 32;

/// A readout, made ready for finding quotes.
#[derive(Debug)]
pub struct Words {
    source: Arc<SourceText>,
    folded: Folded,
    /// Made when the first quote is not found.
    spellings: OnceLock<Spellings>,
    spoken: Vec<Range<usize>>,
}

/// A passage of the readout, in bytes and in code points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    bytes: Range<usize>,
    span: Span,
}

impl Words {
    pub(crate) fn new(source: &Arc<SourceText>) -> Self {
        Self {
            source: Arc::clone(source),
            folded: Folded::new(source.text()),
            spellings: OnceLock::new(),
            spoken: voice::spoken(source.text()),
        }
    }

    /// The first line that is not empty.
    pub(crate) fn first_line(&self) -> Option<&str> {
        self.text()
            .trim_start_matches('\u{feff}')
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty())
    }

    /// The readout's own text where some words stand first.
    ///
    /// # Errors
    /// [`AnchorError`] where they stand nowhere, or only as parts of other words.
    pub(crate) fn find_first(&self, words: &str) -> Result<String, AnchorError> {
        let place = anchor::first(self, &fold(words))?;
        let passage = self.folded.passage(&place);
        let passage = passage.ok_or(AnchorError::Absent { nearest: None })?;
        Ok(self.exact(&passage).to_owned())
    }

    /// Finds each passage of a quote, in the order of the text.
    ///
    /// `Err` holds the place in the list of each passage at fault, and why.
    pub(crate) fn find_all(
        &self,
        quotes: &[&str],
    ) -> Result<Vec<Passage>, Vec<(usize, AnchorError)>> {
        anchor::all(self, quotes)
    }

    /// Whether nobody knows the words, since the file cannot be used.
    pub(crate) fn is_lost(&self) -> bool {
        self.text().is_empty()
    }

    /// The passage that is most like a quote, where one is like it at all.
    pub(crate) fn nearest(&self, quote: &str) -> Option<&str> {
        self.folded.as_str().get(self.nearest_place(quote)?)
    }

    fn nearest_place(&self, quote: &str) -> Option<Range<usize>> {
        let text = self.folded.as_str();
        let spellings = self.spellings.get_or_init(|| Spellings::new(text));
        spellings.nearest(&fold(quote))
    }

    /// Every passage that has these words, in the order of the text.
    ///
    /// # Errors
    /// [`AnchorError`] where they stand nowhere, or only as parts of other words.
    pub(crate) fn everywhere(&self, words: &str) -> Result<Vec<Passage>, AnchorError> {
        let places = anchor::places(self, &fold(words))?;
        let passages = places.iter();
        Ok(passages
            .filter_map(|place| self.folded.passage(place))
            .collect())
    }

    /// The passage that whoever typed these words may have meant: whole words where they cut some, else what is most
    /// like them.
    pub(crate) fn meant(&self, words: &str) -> Option<Passage> {
        let folded = fold(words);
        let place = anchor::widened(self, &folded).or_else(|| self.nearest_place(words))?;
        self.folded.passage(&place)
    }

    /// The bytes of the readout before which a passage begins.
    pub(crate) fn begins_at(passage: &Passage) -> usize {
        passage.bytes.start
    }

    /// The readout's own text of a passage.
    fn exact(&self, passage: &Passage) -> &str {
        self.text().get(passage.bytes.clone()).unwrap_or_default()
    }

    /// A passage with its surroundings; words between quotation marks are direct, others have the voice given.
    pub(crate) fn evidence(&self, passage: &Passage, otherwise: Voice, fixed: bool) -> Evidence {
        let before = self.text().get(..passage.bytes.start).unwrap_or_default();
        let after = self.text().get(passage.bytes.end..).unwrap_or_default();
        let prefix = before
            .char_indices()
            .rev()
            .take(CONTEXT)
            .last()
            .map_or(before.len(), |(offset, _)| offset);
        Evidence {
            span: passage.span,
            exact: self.exact(passage).to_owned(),
            prefix: before.get(prefix..).unwrap_or_default().to_owned(),
            suffix: after.chars().take(CONTEXT).collect(),
            voice: if !fixed && self.is_spoken(passage) {
                Voice::Direct
            } else {
                otherwise
            },
        }
    }

    fn is_spoken(&self, passage: &Passage) -> bool {
        let bytes = &passage.bytes;
        let before = self
            .spoken
            .partition_point(|spoken| spoken.start <= bytes.start);
        let last = before.checked_sub(1).and_then(|last| self.spoken.get(last));
        last.is_some_and(|spoken| bytes.end <= spoken.end)
    }

    fn text(&self) -> &str {
        self.source.text()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Words {
        Words::new(&Arc::new(SourceText::new("readout.txt", text)))
    }

    /// What a person might type for a passage: plain marks and blanks instead of set ones.
    fn typed(passage: &str) -> String {
        let plain = |c: char| match c {
            '“' | '”' | '„' => '"',
            '‘' | '’' => '\'',
            '–' | '—' | '‑' => '-',
            '\u{a0}' | '\n' | '\t' => ' ',
            c => c,
        };
        passage.chars().map(plain).collect()
    }

    fn code_points(text: &str, span: Span) -> String {
        text.chars()
            .skip(span.start)
            .take(span.end - span.start)
            .collect()
    }

    proptest! {
        /// Whatever stretch of a readout is quoted: it is found where it stands, or refused as repeated or cut.
        #[test]
        fn a_quote_is_the_slice_that_its_span_names(
            text in "[a-c“”’–\u{a0}\n é🙂]{1,60}",
            start in 0_usize..60,
            length in 1_usize..30,
        ) {
            let passage: String = text.chars().skip(start).take(length).collect();
            prop_assume!(passage.contains(char::is_alphanumeric));
            let readout = words(&text);
            let quote = typed(&passage);
            match readout.find_all(&[&quote]) {
                Ok(found) => {
                    let evidence = readout.evidence(&found[0], Voice::Text, true);
                    prop_assert_eq!(code_points(&text, evidence.span), evidence.exact.as_str());
                    prop_assert_eq!(fold(&evidence.exact), fold(&quote));
                    let before: String = text.chars().take(evidence.span.start).collect();
                    prop_assert!(before.ends_with(&evidence.prefix));
                    let after: String = text.chars().skip(evidence.span.end).collect();
                    prop_assert!(after.starts_with(&evidence.suffix));
                }
                Err(errors) => {
                    let repeated = matches!(errors[..], [(0, AnchorError::Repeated { .. })]);
                    let cut = matches!(errors[..], [(0, AnchorError::Cut { .. })]);
                    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                    let before = start.checked_sub(1).and_then(|at| text.chars().nth(at));
                    let after = text.chars().nth(start + passage.chars().count());
                    let is_cut = is_letter(before) && is_letter(passage.chars().next())
                        || is_letter(after) && is_letter(passage.chars().last());
                    prop_assert!(repeated || cut && is_cut, "{errors:?}");
                }
            }
        }

        /// Passages of a list never overlap and stand in the order of the text.
        #[test]
        fn spans_of_a_list_follow_each_other(text in "[ab ]{1,40}", quotes in prop::collection::vec("[ab]{1,3}", 1..4)) {
            let readout = words(&text);
            let quotes: Vec<&str> = quotes.iter().map(String::as_str).collect();
            if let Ok(found) = readout.find_all(&quotes) {
                for pair in found.windows(2) {
                    prop_assert!(pair[0].span.end <= pair[1].span.start);
                }
            }
        }
    }

    #[test]
    fn what_differs_by_more_than_folding_is_refused_with_the_nearest_passage() {
        let readout = words("We can supply you with steelwork, cement, and other materials.");
        let errors = readout
            .find_all(&["we can supply you with steelwork"])
            .unwrap_err();
        let nearest = Some("We can supply you with steelwork,".to_owned());
        assert_eq!(errors, [(0, AnchorError::Absent { nearest })]);
    }

    #[test]
    fn a_word_is_no_part_of_another() {
        let readout = words("A tram works. The tramworks work at work.");
        let tram = readout.find_all(&["tram"]).unwrap();
        assert_eq!(tram[0].span, Span { start: 2, end: 6 });
        let work = readout.find_all(&["work"]).unwrap_err();
        assert_eq!(work, [(0, AnchorError::Repeated { times: 2 })]);
        let whole = |words: [&str; 2]| {
            let some = |word: &str| (!word.is_empty()).then(|| word.to_owned());
            AnchorError::Cut {
                whole: words.map(some),
            }
        };
        for (quote, words) in [
            ("ramworks work", ["tramworks", ""]),
            ("The tram", ["", "tramworks"]),
            ("ram work", ["tram", "works"]),
        ] {
            let error = readout.find_all(&[quote]).unwrap_err();
            assert_eq!(error, [(0, whole(words))], "{quote}");
        }
    }

    #[test]
    fn a_short_span_is_the_last_one_before_its_successor() {
        let readout = words("If needed. If needed, we come. If needed, we stay.");
        let found = readout.find_all(&["If needed", "we come"]).unwrap();
        assert_eq!(found[0].span, Span { start: 11, end: 20 });
        let alone = readout.find_all(&["If needed"]).unwrap_err();
        assert_eq!(alone, [(0, AnchorError::Repeated { times: 3 })]);
        let backwards = readout.find_all(&["we stay", "we come"]).unwrap_err();
        let before = "we stay".to_owned();
        assert_eq!(backwards, [(1, AnchorError::OutOfOrder { before })]);
    }
}
