//! Finds quotes in a readout, each passage exactly once and in the order of the text, or refuses them.
//!
//! *Takes* the readout's text and quotes as a person typed them. *Returns* [`AnchoredQuote`](crate::model::AnchoredQuote): exact
//! slices of the text.
//! *Never* guesses: a quote that differs by more than folding is refused, and the nearest passage shown.

mod fold;
mod readout_text;
mod word_index;
mod words;

pub use self::fold::{Passage, fold};
pub use self::readout_text::{AnchorError, ReadoutText};

/// In a list, a passage of at most this many code points may repeat in the readout: the next one settles which is meant.
const SHORT: usize = 40;

/// Finds each passage of a quote, in the order of the text.
///
/// # Errors
/// The index of each refused passage, and why.
pub fn anchor(
    text: &ReadoutText,
    quotes: &[&str],
) -> Result<Vec<Passage>, Vec<(usize, AnchorError)>> {
    let mut passages = Vec::with_capacity(quotes.len());
    let mut errors = Vec::new();
    // From the last to the first: a short passage is the last one before its successor.
    let mut next: Option<(usize, Passage)> = None;
    for (index, quote) in quotes.iter().enumerate().rev() {
        match before(text, quote, next.as_ref().map(|(_, passage)| passage)) {
            Ok(Some(passage)) => {
                passages.push(passage.clone());
                next = Some((index, passage));
            }
            // The finding belongs to the later one of the list, whose place is too early.
            Ok(None) => {
                let index = next.as_ref().map_or(index, |(index, _)| *index);
                let before = beginning(quote);
                errors.push((index, AnchorError::OutOfOrder { before }));
            }
            Err(error) => errors.push((index, error)),
        }
    }
    passages.reverse();
    errors.reverse();
    if errors.is_empty() {
        Ok(passages)
    } else {
        Err(errors)
    }
}

/// The passage of a quote that ends before the next one begins; `None` if all of them are later.
fn before(
    text: &ReadoutText,
    quote: &str,
    next: Option<&Passage>,
) -> Result<Option<Passage>, AnchorError> {
    let passages = text.find(quote)?;
    let times = passages.len();
    let may_repeat = next.is_some() && fold(quote).chars().count() <= SHORT;
    if times > 1 && !may_repeat {
        return Err(AnchorError::Repeated { times });
    }
    let is_before = |passage: &Passage| next.is_none_or(|next| passage.span.end <= next.span.start);
    Ok(passages.into_iter().rfind(is_before))
}

/// The first words of a quote, by which a person recognizes it.
fn beginning(quote: &str) -> String {
    let folded = fold(quote);
    match folded.char_indices().nth(SHORT) {
        None => folded,
        Some((end, _)) => {
            let (start, _) = folded.split_at(end);
            format!("{}…", start.trim_end())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::diagnostic::SourceText;
    use crate::model::{Span, Voice};

    fn readout(text: &str) -> ReadoutText {
        ReadoutText::new(&Arc::new(SourceText::new("readout.txt", text)))
    }

    /// What a person might type for a passage: plain marks and blanks.
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
        /// Any stretch of a readout is passages where it is, or refused as repeated or cut.
        #[test]
        fn a_quote_is_the_slice_that_its_span_names(
            text in "[a-c“”’–\u{a0}\n é🙂]{1,60}",
            start in 0_usize..60,
            length in 1_usize..30,
        ) {
            let passage: String = text.chars().skip(start).take(length).collect();
            prop_assume!(passage.contains(char::is_alphanumeric));
            let readout = readout(&text);
            let quote = typed(&passage);
            match anchor(&readout, &[&quote]) {
                Ok(passages) => {
                    let evidence = readout.evidence(&passages[0], Voice::Text, true);
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

        /// Passages of a list never overlap and are in the order of the text.
        #[test]
        fn passages_of_a_list_follow_each_other(text in "[ab ]{1,40}", quotes in prop::collection::vec("[ab]{1,3}", 1..4)) {
            let readout = readout(&text);
            let quotes: Vec<&str> = quotes.iter().map(String::as_str).collect();
            if let Ok(passages) = anchor(&readout, &quotes) {
                for pair in passages.windows(2) {
                    prop_assert!(pair[0].span.end <= pair[1].span.start);
                }
            }
        }
    }

    #[test]
    fn quote_not_found_shows_the_nearest_passage() {
        let readout = readout("We can supply you with steelwork, cement, and other materials.");
        let errors = anchor(&readout, &["we can supply you with steelwork"]).unwrap_err();
        let nearest = Some("We can supply you with steelwork,".to_owned());
        assert_eq!(errors, [(0, AnchorError::Absent { nearest })]);
    }

    #[test]
    fn a_quote_never_divides_a_word() {
        let readout = readout("A tram works. The tramworks work at work.");
        let tram = anchor(&readout, &["tram"]).unwrap();
        assert_eq!(tram[0].span, Span { start: 2, end: 6 });
        let work = anchor(&readout, &["work"]).unwrap_err();
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
            let error = anchor(&readout, &[quote]).unwrap_err();
            assert_eq!(error, [(0, whole(words))], "{quote}");
        }
    }

    #[test]
    fn a_short_passage_is_the_last_one_before_its_successor() {
        let readout = readout("If needed. If needed, we come. If needed, we stay.");
        let passages = anchor(&readout, &["If needed", "we come"]).unwrap();
        assert_eq!(passages[0].span, Span { start: 11, end: 20 });
        let alone = anchor(&readout, &["If needed"]).unwrap_err();
        assert_eq!(alone, [(0, AnchorError::Repeated { times: 3 })]);
        let backwards = anchor(&readout, &["we stay", "we come"]).unwrap_err();
        let before = "we stay".to_owned();
        assert_eq!(backwards, [(1, AnchorError::OutOfOrder { before })]);
    }
}
