//! What the parsers of RDF say of an error, in our words where theirs are about themselves.

use oxigraph::io::RdfSyntaxError;

/// What the parser says behind a statement that goes on otherwise than it knows.
pub const NO_DOT: &str = "a dot is expected at the end of statements";
/// How it begins where a prefix is not declared, or its declaration was skipped.
pub const NO_PREFIX: &str = "the prefix ";

/// What is wrong, and what to do where that can be told.
#[derive(Debug, PartialEq, Eq)]
pub struct Wording {
    pub(crate) message: String,
    pub(crate) hint: Option<&'static str>,
    /// Whether the file is of a newer RDF than we read, so that what else is wrong around it may be an echo.
    pub(crate) is_newer: bool,
}

/// Says an error; `line` is the text in which it stands, as far as that is known.
pub fn of(error: &RdfSyntaxError, line: &str) -> Wording {
    let text = error.to_string();
    // The parser puts a place in front.
    let told = match text.split_once(": ") {
        Some((place, told)) if place.starts_with("Parser error") => told,
        _ => &text,
    };
    if told.contains("LoadDocumentCallback") {
        return Wording {
            message: "the @context stands at another address, and nothing is fetched".to_owned(),
            hint: Some("write the context itself into the file, or convert the file to Turtle"),
            is_newer: false,
        };
    }
    newer(told, line).unwrap_or_else(|| Wording {
        message: plain(told),
        hint: None,
        is_newer: false,
    })
}

/// What belongs to RDF 1.2.
fn newer(told: &str, line: &str) -> Option<Wording> {
    let (what, hint) = if told.contains("base direction") {
        (
            "a direction behind a language tag",
            "leave the direction away, as in \"שלום\"@he",
        )
    } else if refused(told, line, &["VERSION", "version", "@version"]) {
        ("`VERSION`", "leave this line out")
    } else if refused(told, line, &["<<(", "<<", ")>>", ">>", "{|", "|}", "~"]) {
        (
            "a statement about a statement",
            "give the statement a node of its own, an rdf:Statement with rdf:subject, rdf:predicate and rdf:object",
        )
    } else {
        return None;
    };
    Some(Wording {
        message: format!("{what} belongs to RDF 1.2, which is not supported: RDF 1.1 is read"),
        hint: Some(hint),
        is_newer: true,
    })
}

/// Whether one of these tokens is what the parser does not take. Of N-Triples and N-Quads it tells only which part of
/// the statement is wrong.
fn refused(told: &str, line: &str, tokens: &[&str]) -> bool {
    let token = told.split_once(" is not a valid ").map(|(token, _)| token);
    let line = line.trim_start();
    tokens.iter().any(|wanted| {
        token == Some(wanted)
            || (told.starts_with("The subject of a triple must be") && line.starts_with(wanted))
            || (told.starts_with("The object of a triple must be")
                && line
                    .split_whitespace()
                    .nth(2)
                    .is_some_and(|third| third.starts_with(wanted)))
    })
}

/// The parser's own words, with what it quotes set off, and no capital in front.
fn plain(told: &str) -> String {
    if let Some((token, what)) = told.split_once(" is not a valid ") {
        return format!("`{token}` is not a valid {what}");
    }
    let mut characters = told.chars();
    let first = characters.next();
    // `XML …` stays as it is.
    let is_acronym = characters.clone().next().is_some_and(char::is_uppercase);
    match first {
        Some(first) if !is_acronym => first.to_lowercase().chain(characters).collect(),
        _ => told.to_owned(),
    }
}
