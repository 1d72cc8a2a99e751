//! Folding: what a person may type differently from what the readout prints, and nothing more.
//!
//! Runs of white space count as one blank; curly and straight quotation marks as each other; dashes and hyphens as each other.

use std::ops::Range;

use memchr::memmem;

use crate::model::Span;

use super::Passage;

/// The form in which quotes are compared; blanks at both ends are dropped.
pub(in crate::sheet) fn fold(text: &str) -> String {
    Folded::new(text).text.trim_matches(' ').to_owned()
}

/// A folded text that knows for each of its characters where it came from.
#[derive(Debug)]
pub(super) struct Folded {
    text: String,
    /// One entry for each character of `text`, in order, and one for the end.
    origins: Vec<Origin>,
}

#[derive(Debug, Clone, Copy)]
struct Origin {
    /// Offset in the folded text, in bytes.
    folded: usize,
    /// Offset in the original, in bytes.
    byte: usize,
    /// Offset in the original, in code points.
    code_point: usize,
}

impl Folded {
    pub(super) fn new(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len() + 1);
        let mut code_points = 0;
        for (code_point, (byte, character)) in original.char_indices().enumerate() {
            code_points = code_point + 1;
            let folded = folded(character);
            if folded == ' ' && text.ends_with(' ') {
                continue;
            }
            origins.push(Origin {
                folded: text.len(),
                byte,
                code_point,
            });
            text.push(folded);
        }
        origins.push(Origin {
            folded: text.len(),
            byte: original.len(),
            code_point: code_points,
        });
        Self { text, origins }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Every place where a folded text stands, overlapping ones included.
    pub(super) fn occurrences<'a>(
        &'a self,
        folded: &'a str,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut from = 0;
        let finder = memmem::Finder::new(folded);
        std::iter::from_fn(move || {
            // Both are UTF-8, so a find begins and ends where characters do.
            let start = from + finder.find(self.text.as_bytes().get(from..)?)?;
            from = start + 1;
            Some(start..start + folded.len())
        })
    }

    /// The passage of the original for a range of the folded text that begins and ends on no blank.
    pub(super) fn passage(&self, range: &Range<usize>) -> Option<Passage> {
        let start = self.origins.get(self.index_of(range.start)?)?;
        // Only a blank stands for several characters, and no passage ends on one: so its last character is one
        // character of the original, too, and what comes after it begins where it ends.
        let end = self.origins.get(self.index_of(range.end)?)?;
        Some(Passage {
            bytes: start.byte..end.byte,
            span: Span {
                start: start.code_point,
                end: end.code_point,
            },
        })
    }

    fn index_of(&self, folded: usize) -> Option<usize> {
        self.origins
            .binary_search_by_key(&folded, |origin| origin.folded)
            .ok()
    }
}

fn folded(character: char) -> char {
    match character {
        c if c.is_whitespace() => ' ',
        '‘' | '’' | '‚' | '‛' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c => c,
    }
}
