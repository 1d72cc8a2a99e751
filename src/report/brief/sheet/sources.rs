//! "Sources".

use super::citations::Citations;
use crate::document::{Block, NumberedSource};
use crate::records::{Text, When};
use crate::report::attribution::publisher;
use crate::report::brief::facts::Facts;
use crate::text::framed;

/// Languages by tag; others are shown as their tags.
const LANGUAGES: [(&str, &str); 12] = [
    ("ar", "Arabic"),
    ("be", "Belarusian"),
    ("de", "German"),
    ("es", "Spanish"),
    ("fr", "French"),
    ("it", "Italian"),
    ("lt", "Lithuanian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ru", "Russian"),
    ("uk", "Ukrainian"),
    ("zh", "Chinese"),
];

/// The texts that the sheet cites.
pub fn sources(facts: &Facts<'_>, citations: &Citations<'_>) -> Vec<Block> {
    let records = facts.relationship.records;
    let texts = citations.texts().iter();
    let texts: Vec<&Text> = texts.filter_map(|text| records.text(*text)).collect();
    let is_mixed = texts.iter().any(|text| !text.has_words);
    let sources = (1..).zip(&texts).map(|(number, text)| NumberedSource {
        number,
        name: without_article(publisher(records, Some(text.id))),
        address: text.address.as_deref().map(str::to_owned),
        detail: detail(facts, text, is_mixed),
    });
    let sources: Vec<NumberedSource> = sources.collect();
    if sources.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(2, "Sources"), Block::Sources(sources)]
}

/// A name at the beginning of a line: `White House`.
fn without_article(name: String) -> String {
    name.strip_prefix("the ").map(str::to_owned).unwrap_or(name)
}

/// The date of publication, or else that of the event.
fn date(facts: &Facts<'_>, text: &Text) -> Option<String> {
    let published = text.published.as_ref().map(When::words);
    let event = || {
        Some(format!(
            "event of {}",
            facts.coverage.event_date(text)?.range()
        ))
    };
    published.or_else(event)
}

/// `, joint text, 13 November 2017, German (words stored)`
fn detail(facts: &Facts<'_>, text: &Text, is_mixed: bool) -> String {
    let language = text
        .language
        .as_deref()
        .filter(|tag| !tag.starts_with("en"));
    let language = language.map(|tag| {
        let known = LANGUAGES.iter().find(|(known, _)| tag.starts_with(known));
        known.map_or(tag, |(_, name)| name).to_owned()
    });
    let parts = [
        (text.issuers.len() > 1).then(|| "joint text".to_owned()),
        date(facts, text),
        language,
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let stored = if is_mixed && text.has_words {
        " (words stored)"
    } else {
        ""
    };
    framed(", ", &parts.join(", "), stored)
}
