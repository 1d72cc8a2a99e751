//! Shortened texts: messages quote what a file contains, which may be long.

use std::borrow::Cow;

/// Messages and hints with more characters than this are cut.
const LONGEST: usize = 1_000;

/// A message or a hint, cut in the middle if it is very long: the problem is stated before or after the name.
#[must_use]
pub fn shortened(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST || text.chars().nth(LONGEST).is_none() {
        return Cow::Borrowed(text);
    }
    let half = LONGEST / 2;
    let begin: String = text.chars().take(half).collect();
    let end = text.char_indices().nth_back(half - 1);
    let end = end.and_then(|(offset, _)| text.get(offset..));
    Cow::Owned(format!("{begin}…{}", end.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_very_long_is_cut_and_in_its_middle() {
        for text in ["", "short", &"я".repeat(LONGEST)] {
            assert_eq!(shortened(text), text);
        }
        let long = format!("begin{}end", "я".repeat(LONGEST));
        let short = shortened(&long);
        assert!(short.starts_with("beginя") && short.ends_with("яend"));
        assert_eq!(short.chars().count(), LONGEST + 1);
    }
}
