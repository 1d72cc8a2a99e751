//! The words behind a node or an edge, shortened to the available space.

use std::borrow::Cow;
use std::collections::HashMap;

use oxigraph::model::NamedNode;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::quoted::{self, Quoted, text};
use crate::network::{ActFacts, Facts};
use crate::text::flat;

/// The width of a label, in terminal columns.
const LABEL_WIDTH: usize = 20;
/// The maximum number of lines of a label.
const LABEL_LINES: usize = 4;
/// The maximum width of a single word in it.
const WORD_WIDTH: usize = 40;
/// The maximum number of acts that a tooltip shows in full.
const TOLD_ACTS: usize = 8;
/// The maximum number of characters of a quote in a tooltip, and of a title.
const QUOTE_LENGTH: usize = 280;
/// The maximum number of characters of a heading or a sentence in a tooltip.
const SENTENCE_LENGTH: usize = 600;

/// The text above a picture or in its legend; cut if it is very long.
pub fn title(title: &str) -> Quoted {
    text(&cut(title, QUOTE_LENGTH))
}

/// The name of a picture: its title, cut like a title.
pub fn name(title: &str) -> Quoted {
    quoted::identifier(&cut(title, QUOTE_LENGTH))
}

/// A label, wrapped at spaces; only a very long word is cut.
pub fn label(label: &str) -> Quoted {
    text(&wrapped(label).join("\n"))
}

fn wrapped(label: &str) -> Vec<String> {
    wrapped_within(label, LABEL_WIDTH, LABEL_LINES)
}

/// The lines of a text, with a maximum width and number.
pub fn wrapped_within(label: &str, columns: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in label.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(narrowed(word)),
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push_str(" …");
        }
    }
    lines
}

/// A word, cut to the available space.
fn narrowed(word: &str) -> String {
    if word.width() <= WORD_WIDTH {
        return word.to_owned();
    }
    let mut width = 1;
    let fits = |c: &char| {
        width += c.width().unwrap_or_default();
        width <= WORD_WIDTH
    };
    word.chars().take_while(fits).chain(['…']).collect()
}

/// Facts about acts. With many acts, a hash map is several times faster than a tree; it is never iterated, so its order
/// does not matter.
pub struct Acts<'a>(HashMap<&'a NamedNode, &'a ActFacts>);

impl<'a> Acts<'a> {
    pub(crate) fn of(facts: &'a Facts) -> Self {
        Self(facts.acts.iter().collect())
    }
}

/// The words behind something that is drawn.
pub struct Evidence {
    /// A heading, and below it what was said, up to a limit.
    pub(crate) tooltip: Quoted,
    /// The link to the words of the first act that has a link.
    pub(crate) link: Option<Quoted>,
}

/// The words of distinct acts below a heading.
pub fn evidence<'a>(
    heading: &str,
    acts: impl ExactSizeIterator<Item = &'a NamedNode>,
    known: &Acts<'_>,
) -> Evidence {
    let more = acts.len().saturating_sub(TOLD_ACTS);
    let mut lines = cut(&flat(heading), SENTENCE_LENGTH).into_owned();
    let mut link = None;
    for (number, act) in acts.enumerate() {
        if number >= TOLD_ACTS && link.is_some() {
            break;
        }
        let Some(act) = known.0.get(act) else {
            continue;
        };
        if number < TOLD_ACTS {
            lines.push('\n');
            tell(&mut lines, act);
        }
        link = link.or_else(|| quoted::link(act.url.as_deref()?));
    }
    if more > 0 {
        lines.extend(["\n… and ", &more.to_string(), " more"]);
    }
    let tooltip = quoted::tooltip(&lines);
    Evidence { tooltip, link }
}

/// Adds the sentence of an act and its words to a text.
fn tell(text: &mut String, act: &ActFacts) {
    let sentence = flat(&act.sentence);
    text.push_str(&cut(&sentence, SENTENCE_LENGTH));
    if let Some(quote) = &act.quote {
        let colon = if sentence.is_empty() { "" } else { ": " };
        text.extend([colon, "“", &cut(&flat(quote), QUOTE_LENGTH), "”"]);
    }
}

/// A text, cut at a word to the available space.
fn cut(text: &str, length: usize) -> Cow<'_, str> {
    // A text has no more characters than bytes.
    if text.len() <= length {
        return Cow::Borrowed(text);
    }
    let Some((end, _)) = text.char_indices().nth(length) else {
        return Cow::Borrowed(text);
    };
    let room = text.get(..end).unwrap_or_default();
    let whole_words = room.rsplit_once(' ').map_or(room, |(words, _)| words);
    Cow::Owned([whole_words, " …"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_break_at_spaces_by_the_width_that_is_seen() {
        assert_eq!(wrapped("Kaliningrad Oblast"), ["Kaliningrad Oblast"]);
        assert_eq!(
            wrapped("Governor of\n Kaliningrad  Oblast"),
            ["Governor of", "Kaliningrad Oblast"]
        );
        assert_eq!(
            wrapped("白俄罗斯共和国 加里宁格勒州"),
            ["白俄罗斯共和国", "加里宁格勒州"]
        );
        assert_eq!(wrapped("👨‍👩‍👧‍👦 ".repeat(9).as_str()).len(), 2);
        assert_eq!(wrapped(""), [""; 0]);
    }

    #[test]
    fn labels_and_quotes_have_an_end() {
        let one_word = "слово".repeat(4_000);
        for wide in [one_word.as_str(), &"家".repeat(20_000), &"x".repeat(41)] {
            let lines = wrapped(&format!("a {wide} b"));
            assert_eq!(lines.len(), 3);
            assert!(
                lines[1].ends_with('…') && lines[1].width() <= WORD_WIDTH,
                "{lines:?}"
            );
            assert!(lines[1].width() >= WORD_WIDTH - 1);
        }
        assert_eq!(wrapped(&"x".repeat(40)), ["x".repeat(40)]);
        assert_eq!(
            wrapped("aaaaaaaaaaaaaaa ".repeat(9).as_str()).len(),
            LABEL_LINES
        );
        let long = "слово ".repeat(100);
        assert!(cut(&long, QUOTE_LENGTH).ends_with("слово …"));
        assert!(cut(&long, QUOTE_LENGTH).chars().count() <= QUOTE_LENGTH + 2);
        assert_eq!(cut("word", QUOTE_LENGTH), "word");
    }
}
