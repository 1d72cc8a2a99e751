//! The comment lines in front of a query, in which it says what it is: `# key: value`.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Finding, Place, SourceText};
use crate::text::did_you_mean;

/// A key in the header of a query, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: &'static str,
    /// Its value; each line that continues it, by two blanks or more behind the `#`, is a line of it.
    pub value: String,
    /// The first line, in bytes.
    pub range: Range<usize>,
}

/// Reads the header of a query: the entries of these keys, in their order. A comment without a key is a comment like
/// any other; one whose key is almost one of these is a mistake.
#[must_use]
pub fn header(source: &Arc<SourceText>, keys: &[&'static str]) -> (Vec<Entry>, Vec<Finding>) {
    let mut entries: Vec<Entry> = Vec::new();
    let mut mistakes = Vec::new();
    let mut goes_on = false;
    for number in 1..=leading_comments(source.text()) {
        let range = source.line_range(number);
        let line = source.text().get(range.clone()).unwrap_or_default();
        let comment = line.trim_start().trim_start_matches('#');
        if let Some(more) = comment.strip_prefix("  ").filter(|_| goes_on) {
            if let Some(entry) = entries.last_mut() {
                entry.value.push('\n');
                entry.value.push_str(more.trim_end());
            }
            continue;
        }
        let key = comment
            .split_once(':')
            .map(|(key, value)| (key.trim(), value.trim()));
        goes_on = false;
        let Some((key, value)) = key else { continue };
        if let Some(known) = keys.iter().find(|known| **known == key) {
            entries.push(Entry {
                key: known,
                value: value.to_owned(),
                range,
            });
            goes_on = true;
        } else if let Some(hint) = did_you_mean(key, keys.iter().copied()) {
            let message = format!("unknown key `{key}` in the header of the query");
            let place = Place::new(source, range);
            mistakes.push(Finding::error("query-header", place, message).hint(hint));
        }
    }
    (entries, mistakes)
}

/// The name of a file without its folders and its `.rq`.
#[must_use]
pub fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.strip_suffix(".rq").unwrap_or(name)
}

/// How many lines in front are comments or empty.
fn leading_comments(text: &str) -> usize {
    text.lines()
        .map(str::trim_start)
        .take_while(|line| line.is_empty() || line.starts_with('#'))
        .count()
}
