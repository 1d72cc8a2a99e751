//! Objects of JSON-LD within objects, weighed before the parser sees them: it holds back all that it has read of each
//! object that is still open, once for each of them, since an `@type` at the end may change what went before.

use super::size_budget::Mistake;

/// Objects that may stand within each other.
const MOST_LEVELS: usize = 100;
/// The bytes of all open objects together: the parser takes some thirty times as much memory.
const MOST_HELD: usize = 64 << 20;
/// What to do about it.
const HINT: &str =
    "name the nodes and list them one after the other, or convert the file to N-Quads";

/// Refuses a text whose objects stand too deep within each other, or hold too much while they do.
pub fn check(text: &[u8]) -> Option<Mistake> {
    let mut levels = 0_usize;
    // Each open object grows with each byte: what they hold together need not be added up anew.
    let (mut held, mut last) = (0_usize, 0_usize);
    let mut begun: Vec<usize> = Vec::new();
    for (at, byte) in brackets(text) {
        held = held.saturating_add(levels.saturating_mul(at - last));
        last = at;
        if byte == b'{' {
            levels += 1;
            begun.push(at);
        } else if let Some(begin) = begun.pop() {
            if held > MOST_HELD {
                return Some(mistake(
                    begin,
                    "the objects of this file hold more than 64 MiB while they are open",
                ));
            }
            levels -= 1;
            held = held.saturating_sub(at - begin);
        }
        if levels > MOST_LEVELS {
            return Some(mistake(
                at,
                &format!("more than {MOST_LEVELS} objects stand within each other"),
            ));
        }
    }
    None
}

fn mistake(at: usize, message: &str) -> Mistake {
    Mistake {
        range: at..at + 1,
        message: format!("{message}, which is not safe to read"),
        hint: HINT,
    }
}

/// Where objects begin and end: the brackets that stand in no string.
fn brackets(text: &[u8]) -> impl Iterator<Item = (usize, u8)> {
    let (mut in_string, mut is_escaped) = (false, false);
    let bytes = text.iter().copied().enumerate();
    bytes.filter(move |(_, byte)| {
        if in_string {
            let ends = *byte == b'"' && !is_escaped;
            is_escaped = *byte == b'\\' && !is_escaped;
            in_string = !ends;
            return false;
        }
        in_string = *byte == b'"';
        matches!(byte, b'{' | b'}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_side_by_side_is_no_nesting() {
        for text in [
            "[]".to_owned(),
            r#"{"a": "{{{{\"{{{"}"#.to_owned(),
            format!("[{}{{}}]", "{\"a\": {}},".repeat(10_000)),
            "{\"a\":".repeat(MOST_LEVELS) + "1" + &"}".repeat(MOST_LEVELS),
            "{".repeat(MOST_LEVELS),
            "}".repeat(10),
        ] {
            assert_eq!(check(text.as_bytes()), None);
        }
    }

    #[test]
    fn what_stands_too_deep_is_told_where_it_begins() {
        let text = "{\"a\":".repeat(MOST_LEVELS) + "{}" + &"}".repeat(MOST_LEVELS);
        let mistake = check(text.as_bytes()).unwrap();
        assert_eq!(mistake.range.start, 5 * MOST_LEVELS);
    }

    #[test]
    fn much_that_stands_deep_is_told() {
        let words = |bytes: usize| format!("\"{}\"", "a".repeat(bytes));
        let deep = |bytes| "{\"a\":".repeat(64) + &words(bytes) + &"}".repeat(64);
        assert_eq!(check(deep(1 << 19).as_bytes()), None);
        assert!(check(deep(2 << 20).as_bytes()).is_some());
    }
}
