//! The words behind a node or an edge, and how much of a text there is room for.

use std::collections::BTreeSet;

use oxigraph::model::NamedNode;
use unicode_width::UnicodeWidthStr;

use super::quoted::{self, Quoted, link, text};
use crate::network::{ActFacts, Facts};

/// The width of a label, in columns of a terminal.
const LABEL_WIDTH: usize = 20;
/// The lines of a label.
const LABEL_LINES: usize = 4;
/// The acts that a tooltip tells in full.
const TOLD_ACTS: usize = 8;
/// The characters of a quote in a tooltip.
const QUOTE_LENGTH: usize = 280;

/// A label, wrapped at spaces; a word that is too long for a line stays whole.
pub(super) fn label(label: &str) -> Quoted {
    text(&wrapped(label).join("\n"))
}

fn wrapped(label: &str) -> Vec<String> {
    wrapped_within(label, LABEL_WIDTH, LABEL_LINES)
}

/// The lines of a text: so many columns wide, and so many of them.
pub(super) fn wrapped_within(label: &str, columns: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in label.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
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

/// A heading, and below it what was said, each act once, until there is enough of it.
pub(super) fn tooltip<'a>(
    heading: &str,
    acts: impl IntoIterator<Item = &'a NamedNode>,
    facts: &Facts,
) -> Quoted {
    let mut seen = BTreeSet::new();
    let distinct: Vec<&NamedNode> = acts.into_iter().filter(|act| seen.insert(*act)).collect();
    let told = distinct.iter().take(TOLD_ACTS);
    let mut lines = vec![flat(heading)];
    lines.extend(told.filter_map(|act| facts.acts.get(*act)).map(told_act));
    if let Some(more) = distinct
        .len()
        .checked_sub(TOLD_ACTS)
        .filter(|more| *more > 0)
    {
        lines.push(format!("… and {more} more"));
    }
    quoted::tooltip(&lines.join("\n"))
}

/// The link to the words of the first act that has one.
pub(super) fn first_link<'a>(
    acts: impl IntoIterator<Item = &'a NamedNode>,
    facts: &Facts,
) -> Option<Quoted> {
    acts.into_iter()
        .filter_map(|act| facts.acts.get(act)?.url.as_deref())
        .find_map(link)
}

fn told_act(act: &ActFacts) -> String {
    let sentence = flat(&act.sentence);
    match &act.quote {
        Some(quote) if sentence.is_empty() => format!("“{}”", cut(&flat(quote))),
        Some(quote) => format!("{sentence}: “{}”", cut(&flat(quote))),
        None => sentence,
    }
}

/// A text on one line.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text, or as many of its words as there is room for.
fn cut(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(QUOTE_LENGTH) else {
        return text.to_owned();
    };
    let room = text.get(..end).unwrap_or_default();
    let whole_words = room.rsplit_once(' ').map_or(room, |(words, _)| words);
    format!("{whole_words} …")
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
        assert_eq!(
            wrapped("aaaaaaaaaaaaaaa ".repeat(9).as_str()).len(),
            LABEL_LINES
        );
        let long = "слово ".repeat(100);
        assert!(cut(&long).ends_with("слово …"));
        assert!(cut(&long).chars().count() <= QUOTE_LENGTH + 2);
        assert_eq!(cut("word"), "word");
    }
}
