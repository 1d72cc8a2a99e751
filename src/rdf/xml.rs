//! What the parser of RDF/XML does not check: entities that grow without end, and whether a text ends too early.

use std::collections::BTreeMap;
use std::ops::Range;

use super::syntax_errors;
use crate::diagnostic::Finding;
use crate::dossier::RdfFile;

/// The factor by which the entities of a file may lengthen its text: they abbreviate IRIs.
const MOST_GROWTH: usize = 16;
/// The bytes that may be added to any file.
const ALWAYS_ALLOWED: usize = 1 << 20;
/// What XML itself defines.
const PREDEFINED: [&str; 5] = ["lt", "gt", "amp", "apos", "quot"];

/// Refuses an HTML page, such as the error page of a server: one without texts is valid RDF/XML.
pub fn html_mistake(file: &RdfFile) -> Option<Finding> {
    let text = String::from_utf8_lossy(&file.bytes);
    let root = root(&text)?;
    let tag = text.get(root..root + "<html".len())?;
    let is_html = tag.eq_ignore_ascii_case("<html");
    is_html.then(|| {
        let message = "the file is an HTML page, not RDF/XML";
        let finding = syntax_errors::at(file, root..root + tag.len(), message);
        finding.hint("download the RDF file again; the server may have sent an error page")
    })
}

/// Refuses entities that refer to others, and those that would make the text far longer: the parser expands them, and a
/// few that are made of each other fill any memory.
pub fn entity_mistake(file: &RdfFile) -> Option<Finding> {
    let text = String::from_utf8_lossy(&file.bytes);
    let declarations = declarations(&text);
    let nested = declarations.iter().find_map(|declared| {
        let other = references(declared.value).find(|name| !PREDEFINED.contains(name))?;
        let message = format!(
            "the entity `{}` refers to another one, `{other}`, which is refused: such entities can grow without end",
            declared.name
        );
        let finding = syntax_errors::at(file, declared.range.clone(), message);
        Some(finding.hint("write the whole text in each <!ENTITY …>"))
    });
    nested.or_else(|| swollen(file, &text, &declarations))
}

/// One `<!ENTITY name "value">`.
struct Declared<'a> {
    name: &'a str,
    value: &'a str,
    range: Range<usize>,
}

/// Everything that the parser would take for a declaration.
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

/// The names in `&name;`, without numbered characters.
fn references(text: &str) -> impl Iterator<Item = &str> {
    text.split('&').skip(1).filter_map(|rest| {
        let (name, _) = rest.split_once(';')?;
        (!name.starts_with('#')).then_some(name)
    })
}

fn swollen(file: &RdfFile, text: &str, declarations: &[Declared<'_>]) -> Option<Finding> {
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
    (added > most).then(|| {
        let message = format!(
            "the entities of this file, such as `{}`, would make it more than {MOST_GROWTH} times as long",
            longest.name
        );
        let finding = syntax_errors::at(file, longest.range.clone(), message);
        finding.hint("declare short entities, or write the text out")
    })
}

/// Whether the text ends with the end of its first element; comments and instructions may follow.
///
/// Only for a text that the parser accepted: then its elements are known to be nested correctly.
pub fn is_closed(text: &str) -> bool {
    let Some(root) = root(text) else { return false };
    let (_, element) = text.split_at(root);
    let end = without_tail(element);
    let tag = element.trim_start_matches('<');
    let ends_name = |c: char| c.is_whitespace() || matches!(c, '/' | '>');
    let (name, _) = tag.split_at(tag.find(ends_name).unwrap_or(tag.len()));
    let Some(last) = end.rfind('<').and_then(|last| end.get(last..)) else {
        return false;
    };
    let closes = last
        .strip_prefix("</")
        .and_then(|last| last.strip_prefix(name))
        .is_some_and(|rest| rest.trim_start() == ">");
    let is_alone = last.len() == end.len() && last.ends_with("/>");
    closes || is_alone
}

/// Where the first element begins, after the declaration, comments and the document type.
fn root(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text.get(at..)?.find('<')?;
        let rest = text.get(at..)?;
        at += if rest.starts_with("<!--") {
            rest.find("-->")?
        } else if rest.starts_with("<?") {
            rest.find("?>")?
        } else if rest.starts_with("<!") {
            1
        } else {
            return Some(at);
        };
    }
}

/// A text without the blanks, comments and instructions at its end.
fn without_tail(text: &str) -> &str {
    let text = text.trim_end();
    let begin = if text.ends_with("-->") {
        text.rfind("<!--")
    } else if text.ends_with("?>") {
        text.rfind("<?")
    } else {
        None
    };
    match begin.and_then(|begin| text.get(..begin)) {
        Some(before) => without_tail(before),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Option<Finding> {
        entity_mistake(&RdfFile {
            name: "a.rdf".to_owned(),
            extension: "rdf".to_owned(),
            base: None,
            bytes: text.as_bytes().to_owned().into(),
        })
    }

    #[test]
    fn entities_that_abbreviate_iris_are_accepted() {
        for text in [
            "<a/>",
            "<a>&lt;&amp;&#38;</a>",
            "<!DOCTYPE a [ <!ENTITY owl \"http://www.w3.org/2002/07/owl#\"> <!ENTITY x 'a &amp; b &#x26;c;'> ]><a b='&owl;Class'/>",
        ] {
            assert_eq!(check(text), None, "{text}");
        }
    }

    #[test]
    fn entities_of_entities_are_refused_wherever_they_are() {
        for text in [
            "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><a>&b;</a>",
            "<a/><!DOCTYPE a [<!ENTITY\nb\t'&a;'\n>]>",
            "<!DOCTYPE a [<!ENTITY % b \"&b;\">]><a/>",
        ] {
            let finding = check(text).unwrap();
            assert!(
                finding.message.contains("the entity `b` refers to"),
                "{finding}"
            );
            let range = finding.place.unwrap().range().unwrap();
            assert!(text[range].starts_with("<!ENTITY"));
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

    #[test]
    fn a_text_is_closed_by_the_end_of_its_first_element() {
        for whole in [
            "<a/>",
            "<?xml version='1.0'?>\n<!-- <b> -->\n<a x='1' />\n",
            "<!DOCTYPE a [ <!ENTITY e 'x'> ]><r:a><b/></r:a >",
            "<a><b></b></a>\n<!-- the end --><?done?>\n",
        ] {
            assert!(is_closed(whole), "{whole}");
        }
        for cut in [
            "",
            "<!-- <a/> -->",
            "<a>",
            "<a><b/>",
            "<a><b></b>",
            "<a>one",
            "<a><ab></ab>",
            "<a></a",
        ] {
            assert!(!is_closed(cut), "{cut}");
        }
    }
}
