//! Entities of XML, weighed before the parser puts them in: a few of them, each made of the one before, fill any memory.

use std::collections::BTreeMap;
use std::ops::Range;

use super::size_budget::Mistake;

/// By how much the text of a file may grow for its entities: they stand for the beginnings of IRIs.
const MOST_GROWTH: usize = 16;
/// So much may be added to any file.
const ALWAYS_ALLOWED: usize = 1 << 20;
/// What XML itself defines.
const PREDEFINED: [&str; 5] = ["lt", "gt", "amp", "apos", "quot"];

/// Refuses entities that refer to others, and those that would swell the text beyond measure.
pub fn check(text: &str) -> Option<Mistake> {
    let declarations = declarations(text);
    let nested = declarations.iter().find_map(|declared| {
        let other = references(declared.value).find(|name| !PREDEFINED.contains(name))?;
        Some(Mistake {
            range: declared.range.clone(),
            message: format!(
                "the entity `{}` refers to another one, `{other}`, which is refused: such entities can grow without end",
                declared.name
            ),
            hint: "write out in each <!ENTITY …> what it stands for",
        })
    });
    nested.or_else(|| swollen(text, &declarations))
}

/// One `<!ENTITY name "value">`.
struct Declared<'a> {
    name: &'a str,
    value: &'a str,
    range: Range<usize>,
}

/// Everything that the parser would take for a declaration, wherever it stands.
fn declarations(text: &str) -> Vec<Declared<'_>> {
    let declared = |(at, opening): (usize, &str)| {
        let rest = text.get(at + opening.len()..)?;
        let name = rest.trim_start().trim_start_matches('%').trim_start();
        let (name, rest) = name.split_once(|c: char| c.is_ascii_whitespace())?;
        let value = rest.trim_start().strip_prefix(['"', '\''])?;
        let mark = rest.trim_start().chars().next()?;
        let (value, rest) = value.split_once(mark)?;
        let end = text.len() - rest.len();
        Some(Declared {
            name,
            value,
            range: at..end,
        })
    };
    text.match_indices("<!ENTITY")
        .filter_map(declared)
        .collect()
}

/// The names in `&name;`; a character by its number is none.
fn references(text: &str) -> impl Iterator<Item = &str> {
    text.split('&').skip(1).filter_map(|rest| {
        let (name, _) = rest.split_once(';')?;
        (!name.starts_with('#')).then_some(name)
    })
}

fn swollen(text: &str, declarations: &[Declared<'_>]) -> Option<Mistake> {
    let mut lengths: BTreeMap<&str, usize> = BTreeMap::new();
    for declared in declarations {
        let length = lengths.entry(declared.name).or_default();
        *length = declared.value.len().max(*length);
    }
    if lengths.is_empty() {
        return None;
    }
    let added = references(text).filter_map(|name| lengths.get(name));
    let added = added.fold(0_usize, |sum, length| sum.saturating_add(*length));
    let most = text
        .len()
        .saturating_mul(MOST_GROWTH)
        .saturating_add(ALWAYS_ALLOWED);
    let longest = declarations
        .iter()
        .max_by_key(|declared| declared.value.len())?;
    (added > most).then(|| Mistake {
        range: longest.range.clone(),
        message: format!(
            "the entities of this file, such as `{}`, would make it more than {MOST_GROWTH} times as long",
            longest.name
        ),
        hint: "declare short entities, or write the text out",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_for_the_beginnings_of_iris_are_fine() {
        for text in [
            "<a/>",
            "<a>&lt;&amp;&#38;</a>",
            "<!DOCTYPE a [ <!ENTITY owl \"http://www.w3.org/2002/07/owl#\"> <!ENTITY x 'a &amp; b &#x26;c;'> ]><a b='&owl;Class'/>",
        ] {
            assert_eq!(check(text), None, "{text}");
        }
    }

    #[test]
    fn entities_of_entities_are_refused_wherever_they_stand() {
        for text in [
            "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><a>&b;</a>",
            "<a/><!DOCTYPE a [<!ENTITY\nb\t'&a;'\n>]>",
            "<!DOCTYPE a [<!ENTITY % b \"&b;\">]><a/>",
        ] {
            let mistake = check(text).unwrap();
            assert!(
                mistake.message.contains("the entity `b` refers to"),
                "{mistake:?}"
            );
            assert!(text[mistake.range].starts_with("<!ENTITY"));
        }
    }

    #[test]
    fn one_long_entity_named_often_is_refused() {
        let text = |times: usize| {
            let value = "a".repeat(100_000);
            format!(
                "<!DOCTYPE a [<!ENTITY a \"{value}\">]><a>{}</a>",
                "&a;".repeat(times)
            )
        };
        assert_eq!(check(&text(10)), None);
        assert!(check(&text(1_000)).unwrap().message.contains("such as `a`"));
    }
}
