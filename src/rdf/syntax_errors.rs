//! Findings about the syntax of RDF files, in our words where those of the parsers are about themselves.

use std::ops::Range;
use std::sync::Arc;

use oxigraph::io::{RdfFormat, RdfParser, RdfSyntaxError};

use crate::diagnostic::{Code, Finding, Place, SourceText};
use crate::dossier::RdfFile;

/// A file with more syntax errors than this is not the RDF that its name promises; the rest would be noise.
pub const MOST_ERRORS: usize = 20;
/// The parser's message after a statement that continues in a way unknown to it.
const NO_DOT: &str = "a dot is expected at the end of statements";
/// How its message begins if a prefix is not declared, or its declaration was skipped.
const NO_PREFIX: &str = "the prefix ";

/// A syntax error of a file as a whole.
pub fn in_file(file: &RdfFile, message: impl Into<String>) -> Finding {
    Finding::new(Code::RdfSyntax, Place::file(&file.name), message)
}

/// A syntax error at some bytes of a file.
pub fn at(file: &RdfFile, range: Range<usize>, message: impl Into<String>) -> Finding {
    let text = String::from_utf8_lossy(&file.bytes);
    let source = Arc::new(SourceText::new(&file.name, text));
    Finding::new(Code::RdfSyntax, Place::new(&source, range), message)
}

/// Finds the errors of a file whose lines have nothing to do with each other: each is read alone, since the parser,
/// once lost, takes good lines for bad ones. Returns whether any was found.
pub fn line_by_line(file: &RdfFile, format: RdfFormat, found: &mut Vec<Finding>) -> bool {
    let text = String::from_utf8_lossy(&file.bytes);
    let source = Arc::new(SourceText::new(&file.name, text));
    let mut errors = 0;
    for (number, line) in (1..).zip(source.text().split_inclusive('\n')) {
        let mut quads = RdfParser::from_format(format).for_slice(line);
        if let Some(error) = quads.find_map(Result::err) {
            let place = Place::line(&source, number);
            found.push(wording(&error, line).at(place));
            errors += 1;
        }
        if errors == MOST_ERRORS {
            break;
        }
    }
    errors > 0
}

/// Turns syntax errors into findings: with the line where the syntax is line by line, else for the file.
pub fn located(
    file: &RdfFile,
    format: RdfFormat,
    errors: &[RdfSyntaxError],
    found: &mut Vec<Finding>,
) {
    let has_lines = matches!(format, RdfFormat::Turtle | RdfFormat::TriG);
    let text = String::from_utf8_lossy(&file.bytes);
    let source = Arc::new(SourceText::new(&file.name, text));
    let place = |error: &RdfSyntaxError| match error.location() {
        // Lines count from 0 there.
        Some(range) if has_lines => {
            let line = usize::try_from(range.start.line).unwrap_or(usize::MAX);
            Place::line(&source, line.saturating_add(1))
        }
        _ => Place::file(&file.name),
    };
    let errors = errors.iter();
    let told: Vec<(Place, Wording)> = errors
        .map(|error| (place(error), wording(error, "")))
        .collect();
    let newer: Vec<&Place> = told
        .iter()
        .filter_map(|(place, wording)| wording.is_newer.then_some(place))
        .collect();
    // What the parser does not know throws it off its way.
    let is_echo = |place: &Place, wording: &Wording| {
        (wording.message == NO_DOT && newer.contains(&place))
            || (wording.message.starts_with(NO_PREFIX) && !newer.is_empty())
    };
    for (place, wording) in &told {
        if !is_echo(place, wording) {
            found.push(wording.at(place.clone()));
        }
    }
}

/// What is wrong with a statement, and what to do where that is known.
#[derive(Debug, PartialEq, Eq)]
struct Wording {
    message: String,
    hint: Option<&'static str>,
    /// Whether the file is of a newer RDF than we read, so that what else is wrong around it may be an echo.
    is_newer: bool,
}

impl Wording {
    fn at(&self, place: Place) -> Finding {
        let hint = self.hint.map(str::to_owned);
        Finding::new(Code::RdfSyntax, place, self.message.as_str()).maybe_hint(hint)
    }
}

/// Our words for an error; `line` is its text, as far as that is known.
fn wording(error: &RdfSyntaxError, line: &str) -> Wording {
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
