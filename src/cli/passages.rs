//! Passages of readouts in lines and in JSON.

use serde_json::{Map, Value};

use crate::sheet::Match;
use crate::text::{flat, visible};

/// The place of a passage, which an editor can open as a link.
pub fn place(file: &str, found: &Match) -> String {
    let (position, span) = (found.position, found.evidence.span);
    format!(
        "{}:{}:{}: characters {} to {}",
        visible(file),
        position.line,
        position.column,
        span.start,
        span.end
    )
}

/// A passage in brackets with its surroundings, on one line.
pub fn in_context(Match { evidence, .. }: &Match) -> String {
    // Leave out words that the surroundings cut.
    let (prefix, suffix) = (&evidence.prefix, &evidence.suffix);
    let (_, before) = prefix.split_at(prefix.find(char::is_whitespace).unwrap_or(0));
    let (after, _) = suffix.split_at(suffix.rfind(char::is_whitespace).unwrap_or(0));
    let text = [before, "[", &evidence.exact, "]", after].concat();
    format!("… {} …", visible(&flat(&text)))
}

/// A passage of a readout as a JSON object.
pub fn object(readout: &str, file: &str, found: &Match) -> Map<String, Value> {
    let evidence = &found.evidence;
    let fields: [(&str, Value); 9] = [
        ("readout", readout.into()),
        ("file", file.into()),
        ("line", found.position.line.into()),
        ("column", found.position.column.into()),
        ("start", evidence.span.start.into()),
        ("end", evidence.span.end.into()),
        ("exact", (*evidence.exact).into()),
        ("prefix", (*evidence.prefix).into()),
        ("suffix", (*evidence.suffix).into()),
    ];
    let fields = fields.into_iter();
    fields.map(|(key, value)| (key.to_owned(), value)).collect()
}
