//! Names in a sentence.

/// A text with a capital first letter.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}

/// A text between two others; empty if the text is empty.
#[must_use]
pub fn framed(before: &str, text: &str, after: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    [before, text, after].concat()
}

/// A noun with its indefinite article: `a sector`, `an actor`.
#[must_use]
pub fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {noun}")
}

/// `` `a`, `b` or `c` ``; `None` without names.
#[must_use]
pub fn one_of<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    joined(names, "or")
}

/// `` `a`, `b` and `c` ``; `None` without names.
#[must_use]
pub fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    joined(names, "and")
}

/// `a, b and c`, without quotes.
#[must_use]
pub fn enumerated<S: AsRef<str>>(names: &[S]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

fn joined<'a>(names: impl IntoIterator<Item = &'a str>, last_with: &str) -> Option<String> {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    let (last, rest) = names.split_last()?;
    Some(if rest.is_empty() {
        last.clone()
    } else {
        format!("{} {last_with} {last}", rest.join(", "))
    })
}
