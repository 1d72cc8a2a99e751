//! Whether a text of XML is whole, as far as one can tell without parsing it.

/// Whether the text ends with the end of its first element; comments and instructions may follow.
///
/// Only for a text that a parser took: that its elements are nested rightly is known then.
pub fn is_closed(text: &str) -> bool {
    let Some(root) = root(text) else { return false };
    let element = text.get(root..).unwrap_or_default();
    let end = without_tail(element);
    let name: &str = element
        .trim_start_matches('<')
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '>'))
        .next()
        .unwrap_or_default();
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

/// Where the first element begins, behind the declaration, comments and the document type.
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
