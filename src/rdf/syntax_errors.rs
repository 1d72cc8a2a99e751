//! Findings about the syntax of RDF files, in our words where those of the parsers are about their own code.

use std::ops::Range;

use oxigraph::io::{RdfFormat, RdfParser, RdfSyntaxError};

use super::base;
use crate::diagnostic::{Code, Finding, Place};
use crate::dossier::RdfFile;

/// A file with more syntax errors than this is in another syntax than its name says; the rest would be noise.
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
    Finding::new(Code::RdfSyntax, Place::new(&file.source(), range), message)
}

/// Finds the errors of a file whose lines are independent of each other: each is parsed separately, because the parser
/// misreads valid lines after an invalid one. Returns whether any was found.
pub fn line_by_line(file: &RdfFile, format: RdfFormat, found: &mut Vec<Finding>) -> bool {
    let source = file.source();
    let lines = (1..).zip(source.text().split_inclusive('\n'));
    let errors = lines.filter_map(|(number, line)| {
        let mut quads = RdfParser::from_format(format).for_slice(line);
        let error = quads.find_map(Result::err)?;
        let place = Place::line(&source, number);
        Some(match base::refused(&error, line) {
            Some(iri) => base::mistake(place, line.get(iri)?, format),
            None => reworded(&error, line).at(place),
        })
    });
    let before = found.len();
    found.extend(errors.take(MOST_ERRORS));
    found.len() > before
}

/// Turns syntax errors into findings: at their line if the syntax has lines, else for the whole file.
pub fn located(
    file: &RdfFile,
    format: RdfFormat,
    errors: &[RdfSyntaxError],
    found: &mut Vec<Finding>,
) {
    let has_lines = matches!(format, RdfFormat::Turtle | RdfFormat::TriG);
    let source = file.source();
    let relative = |error: &&RdfSyntaxError| base::refused(error, source.text()).is_some();
    let (relative, errors): (Vec<_>, Vec<_>) = errors.iter().partition(relative);
    // One base resolves them all.
    let first = relative.first();
    let first = first.and_then(|error| base::refused(error, source.text()));
    let first =
        first.map(|iri| base::mistake(Place::new(&source, iri.clone()), source.slice(iri), format));
    found.extend(first);
    let place = |error: &RdfSyntaxError| match error.location() {
        // Lines count from 0 there.
        Some(range) if has_lines => {
            let line = usize::try_from(range.start.line).unwrap_or(usize::MAX);
            Place::line(&source, line.saturating_add(1))
        }
        _ => Place::file(&file.name),
    };
    let errors: Vec<(Place, Wording)> = errors
        .into_iter()
        .map(|error| (place(error), reworded(error, "")))
        .collect();
    let newer = errors.iter().filter(|(_, wording)| wording.is_newer);
    let newer: Vec<&Place> = newer.map(|(place, _)| place).collect();
    // After a statement of a newer RDF or a relative IRI, the parser loses its way.
    let is_lost = !newer.is_empty() || !relative.is_empty();
    let is_echo = |(place, wording): &&(Place, Wording)| {
        (wording.message == NO_DOT && newer.contains(&place))
            || (wording.message.starts_with(NO_PREFIX) && is_lost)
    };
    let errors = errors.iter().filter(|error| !is_echo(error));
    found.extend(errors.map(|(place, wording)| wording.at(place.clone())));
}

/// An error in our words.
#[derive(Debug, PartialEq, Eq)]
struct Wording {
    message: String,
    hint: Option<&'static str>,
    /// Whether the file uses a newer RDF than this program reads, so that other errors around it may be echoes.
    is_newer: bool,
}

impl Wording {
    fn at(&self, place: Place) -> Finding {
        let hint = self.hint.map(str::to_owned);
        Finding::new(Code::RdfSyntax, place, self.message.as_str()).maybe_hint(hint)
    }
}

/// Our words for an error; `line` is its text, as far as that is known.
fn reworded(error: &RdfSyntaxError, line: &str) -> Wording {
    let text = error.to_string();
    // The parser begins with the place.
    let message = match text.split_once(": ") {
        Some((place, message)) if place.starts_with("Parser error") => message,
        _ => &text,
    };
    let newer = newer(message, line);
    let is_newer = newer.is_some();
    let (message, hint) = if let Some((construct, hint)) = newer {
        let message =
            format!("{construct} belongs to RDF 1.2, which is not supported: use RDF 1.1");
        (message, Some(hint))
    } else if message.contains("LoadDocumentCallback") {
        let message = "the @context is at another address, and nothing is fetched".to_owned();
        let hint = "write the context itself into the file, or convert the file to Turtle";
        (message, Some(hint))
    } else {
        (plain(message), None)
    };
    Wording {
        message,
        hint,
        is_newer,
    }
}

/// A construct of RDF 1.2, and what to do about it.
fn newer(message: &str, line: &str) -> Option<(&'static str, &'static str)> {
    if message.contains("base direction") {
        Some((
            "a direction after a language tag",
            "remove the direction, as in \"שלום\"@he",
        ))
    } else if refused(message, line, &["VERSION", "version", "@version"]) {
        Some(("`VERSION`", "remove this line"))
    } else if refused(message, line, &["<<(", "<<", ")>>", ">>", "{|", "|}", "~"]) {
        Some((
            "a statement about a statement",
            "make the statement a node: an rdf:Statement with rdf:subject, rdf:predicate and rdf:object",
        ))
    } else {
        None
    }
}

/// Whether the parser refuses one of these tokens. For N-Triples and N-Quads it reports only which part of the statement
/// is wrong.
fn refused(message: &str, line: &str, tokens: &[&str]) -> bool {
    let refused = message
        .split_once(" is not a valid ")
        .map(|(token, _)| token);
    let subject = message.starts_with("The subject of a triple must be");
    let object = message.starts_with("The object of a triple must be");
    let third = line.split_whitespace().nth(2).unwrap_or("");
    tokens.iter().any(|token| {
        refused == Some(token)
            || subject && line.trim_start().starts_with(token)
            || object && third.starts_with(token)
    })
}

/// The parser's own words, with quoted tokens in backticks, and without a capital at the beginning.
fn plain(message: &str) -> String {
    if let Some((token, what)) = message.split_once(" is not a valid ") {
        return format!("`{token}` is not a valid {what}");
    }
    let mut characters = message.chars();
    let first = characters.next();
    // `XML …` stays as it is.
    let is_acronym = characters.clone().next().is_some_and(char::is_uppercase);
    match first {
        Some(first) if !is_acronym => first.to_lowercase().chain(characters).collect(),
        _ => message.to_owned(),
    }
}
