//! Folding: what a person may type differently from what the readout prints, and nothing more.
//!
//! Runs of white space count as one blank; curly and straight quotation marks as each other; dashes and hyphens as each other.

use std::ops::Range;
use std::sync::OnceLock;

use memchr::memmem;

use super::Passage;
use super::grams::Grams;
use crate::model::Span;

/// The bytes of a text from which up it gets an index.
const LONG: usize = 128 << 10;

/// The form in which quotes are compared; blanks at both ends are dropped.
pub fn fold(text: &str) -> String {
    Folded::new(text).text.trim_matches(' ').to_owned()
}

/// A folded text that knows for each of its characters where it came from.
#[derive(Debug)]
pub struct Folded {
    text: String,
    /// One entry for each character of `text`, in order, and one for the end.
    origins: Vec<Origin>,
    /// Made when the first quote is sought in a long text.
    grams: OnceLock<Grams>,
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
    pub(crate) fn new(original: &str) -> Self {
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
        Self {
            text,
            origins,
            grams: OnceLock::new(),
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Every place where a folded text stands, overlapping ones included.
    pub(crate) fn occurrences(&self, folded: &str) -> Vec<Range<usize>> {
        let starts = self
            .grams()
            .and_then(|grams| grams.find(folded, &self.text))
            .unwrap_or_else(|| self.starts(folded));
        let whole = |start| start..start + folded.len();
        starts.into_iter().map(whole).collect()
    }

    /// The index, where the text is so long that going through it for each quote would take too long.
    fn grams(&self) -> Option<&Grams> {
        // A place in it is a number of 32 bits.
        let is_indexed = self.text.len() >= LONG && u32::try_from(self.text.len()).is_ok();
        is_indexed.then(|| self.grams.get_or_init(|| Grams::new(&self.text)))
    }

    fn starts(&self, folded: &str) -> Vec<usize> {
        let finder = memmem::Finder::new(folded);
        let mut from = 0;
        let next = std::iter::from_fn(|| {
            // Both are UTF-8, so a find begins and ends where characters do.
            let start = from + finder.find(self.text.as_bytes().get(from..)?)?;
            from = start + 1;
            Some(start)
        });
        next.collect()
    }

    /// The passage of the original for a range of the folded text that begins and ends on no blank.
    pub(crate) fn passage(&self, range: &Range<usize>) -> Option<Passage> {
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
