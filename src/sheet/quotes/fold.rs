//! Folding: what a person may type differently from what the readout prints, and nothing more.
//!
//! A run of white space counts as one blank; curly and straight quotation marks count as each other; so do dashes and
//! hyphens.

use std::ops::Range;

use crate::model::Span;

/// A passage of the readout, in bytes and in code points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub bytes: Range<usize>,
    pub span: Span,
}

/// The form in which quotes are compared, without blanks at its ends.
pub fn fold(text: &str) -> String {
    Folded::new(text).text.trim_matches(' ').to_owned()
}

/// A folded text that knows the origin of each of its characters.
#[derive(Debug)]
pub struct Folded {
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
    pub fn new(original: &str) -> Self {
        Self::by(folded, original)
    }

    /// A folded text in lower case, for searching.
    pub fn in_lower_case(original: &str) -> Self {
        // A letter with several lower-case ones, such as the Turkish dotted I, keeps the first: offsets count letters.
        let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
        Self::by(|c| lower(folded(c)), original)
    }

    fn by(folded: impl Fn(char) -> char, original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len() + 1);
        let mut code_points = 0;
        for (code_point, (byte, character)) in original.char_indices().enumerate() {
            code_points = code_point + 1;
            let character = folded(character);
            if character == ' ' && text.ends_with(' ') {
                continue;
            }
            origins.push(Origin {
                folded: text.len(),
                byte,
                code_point,
            });
            text.push(character);
        }
        origins.push(Origin {
            folded: text.len(),
            byte: original.len(),
            code_point: code_points,
        });
        Self { text, origins }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The passage of the original for a range of the folded text that begins and ends with no blank.
    ///
    /// Only a blank replaces several characters. So the last character of the passage is one character of the original,
    /// too, and the origin of the next one is the end of the passage.
    pub fn passage(&self, range: &Range<usize>) -> Passage {
        let start = self.origin(range.start);
        let end = self.origin(range.end);
        Passage {
            bytes: start.byte..end.byte,
            span: Span {
                start: start.code_point,
                end: end.code_point,
            },
        }
    }

    #[expect(
        clippy::expect_used,
        reason = "each character of the folded text and its end has an origin"
    )]
    fn origin(&self, offset: usize) -> Origin {
        let index = self
            .origins
            .partition_point(|origin| origin.folded < offset);
        *self.origins.get(index).expect("an origin")
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
