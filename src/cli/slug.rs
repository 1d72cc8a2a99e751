//! Slugs that a user types for something new.

use super::error::CliError;
use crate::sheet::is_slug;

/// Refuses an invalid slug, and suggests a valid one.
pub fn check(typed: &str, what: &str) -> Result<(), CliError> {
    if is_slug(typed) {
        return Ok(());
    }
    let meant = slugged(typed);
    let hint = if is_slug(&meant) {
        format!("; did you mean `{meant}`?")
    } else {
        String::new()
    };
    Err(CliError::usage(format!(
        "{what}: `{typed}` is not a slug: lower-case letters and digits, single hyphens between them{hint}"
    )))
}

/// Turns the words of a text into a slug.
fn slugged(text: &str) -> String {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// Turns a slug into a name: `isle-of-man` becomes `Isle of Man`.
pub fn label(slug: &str) -> String {
    let words: Vec<String> = slug.split('-').enumerate().map(word).collect();
    words.join(" ")
}

fn word((place, word): (usize, &str)) -> String {
    let is_small = place > 0 && matches!(word, "of" | "the" | "and" | "in" | "for" | "to");
    let mut rest = word.chars();
    match rest.next() {
        Some(first) if !is_small => first.to_uppercase().chain(rest).collect(),
        _ => word.to_owned(),
    }
}
