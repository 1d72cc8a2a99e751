//! Distinguishes equal labels by the first words of their quotes.

use std::collections::{BTreeMap, BTreeSet};

/// How many characters of a quote are shown, if these tell it from others.
const EXCERPT: usize = 32;

/// Words with which no excerpt ends.
const WEAK: [&str; 17] = [
    "[…]", "a", "an", "the", "of", "to", "in", "on", "at", "for", "with", "by", "and", "or",
    "that", "–", "—",
];

/// A label without words of the quote.
pub struct Draft {
    pub label: String,
    pub quote: Option<String>,
    /// Whether the label says too little without words of the quote.
    pub shows_quote: bool,
}

/// The labels: of several that are equal, each with the first words of its quote.
pub fn tell_apart(drafts: &[Draft]) -> Vec<String> {
    let mut quotes: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for draft in drafts {
        let of_label = quotes.entry(&draft.label).or_default();
        of_label.push(draft.quote.as_deref().unwrap_or_default());
    }
    let limits: BTreeMap<&str, usize> = quotes
        .iter()
        .map(|(label, quotes)| (*label, limit(quotes)))
        .collect();
    let label = |draft: &Draft| {
        let label = draft.label.as_str();
        let is_alone = quotes.get(label).is_some_and(|quotes| quotes.len() == 1);
        match &draft.quote {
            Some(quote) if draft.shows_quote || !is_alone => {
                let limit = limits.get(label).copied().unwrap_or(EXCERPT);
                let label = label.trim_end_matches('.');
                format!("{label}: “{}”", excerpt(quote, limit))
            }
            _ => label.to_owned(),
        }
    };
    drafts.iter().map(label).collect()
}

/// The number of characters from which all quotes differ that differ at all: up to the end of the word that differs.
fn limit(quotes: &[&str]) -> usize {
    let distinct: BTreeSet<String> = quotes.iter().map(|quote| folded(quote)).collect();
    let neighbours = distinct.iter().zip(distinct.iter().skip(1));
    let limits = neighbours.flat_map(|(one, other)| {
        let common = one.chars().zip(other.chars());
        let common = common.take_while(|(a, b)| a == b).count();
        [one, other].map(|quote| {
            let rest = quote.chars().skip(common);
            common + rest.take_while(|character| *character != ' ').count()
        })
    });
    limits.max().unwrap_or_default().max(EXCERPT)
}

fn folded(quote: &str) -> String {
    quote.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first words of a quote, at least one, with an ellipsis where it goes on. Its own quotation marks become single.
fn excerpt(quote: &str, limit: usize) -> String {
    let words: Vec<&str> = quote.split_whitespace().collect();
    let mut length = 0;
    let fitting = words.iter().take_while(|word| {
        length += word.chars().count() + 1;
        length <= limit + 1
    });
    let fitting = fitting.count().max(1);
    if fitting >= words.len() {
        return single_marks(&words.join(" "));
    }
    let mut shown = words;
    shown.truncate(fitting);
    let may_trim = limit == EXCERPT;
    while may_trim && shown.len() > 1 && shown.last().is_some_and(|word| WEAK.contains(word)) {
        shown.pop();
    }
    let text = shown.join(" ");
    let text = text.trim_end_matches([',', ';', ':', '.', '–', '—']);
    format!("{} …", single_marks(text))
}

fn single_marks(text: &str) -> String {
    let single = |character| match character {
        '“' | '„' => '‘',
        '”' => '’',
        '"' => '\'',
        other => other,
    };
    text.chars().map(single).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(label: &str, quote: &str) -> Draft {
        Draft {
            label: label.to_owned(),
            quote: Some(quote.to_owned()),
            shows_quote: false,
        }
    }

    #[test]
    fn equal_labels_get_the_first_words_of_their_quotes() {
        let labels = tell_apart(&[
            draft(
                "Peru offers help",
                "You can always count on our help, whatever comes",
            ),
            draft("Peru offers help", "We will always support you"),
            draft("Peru offers trams", "We can sell trams"),
        ]);
        assert_eq!(
            labels,
            [
                "Peru offers help: “You can always count on our …”",
                "Peru offers help: “We will always support you”",
                "Peru offers trams",
            ]
        );
    }

    #[test]
    fn quotes_that_begin_alike_are_shown_up_to_where_they_differ() {
        let quotes = [
            "We are ready to work together in agriculture",
            "We are ready to work together in the field of education",
        ];
        let drafts: Vec<Draft> = quotes.iter().map(|quote| draft("A", quote)).collect();
        let labels = tell_apart(&drafts);
        assert_ne!(labels.first(), labels.last());
    }

    #[test]
    fn an_excerpt_does_not_end_with_an_article_or_preposition() {
        let quote = "We will always support you in a difficult moment";
        assert_eq!(excerpt(quote, EXCERPT), "We will always support you …");
    }

    #[test]
    fn an_excerpt_never_cuts_a_word_or_nests_quotation_marks() {
        assert_eq!(excerpt("“Yes”, she said", 6), "‘Yes’ …");
        assert_eq!(
            excerpt("incomprehensibilities abound", 4),
            "incomprehensibilities …"
        );
    }
}
