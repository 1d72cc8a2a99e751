//! Mistakes in input files, each with its place, so that all of them can be reported at once.
//!
//! *Takes* texts and byte ranges. *Returns* [`Finding`]s, and their rendering as text: place, line and caret, as compilers
//! show them. *Never* prints, and is never a failure of the program itself: those are errors of a module.

mod code;
mod finding;
mod place;
mod source_text;

use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet, Title,
};

pub use self::code::{Code, Explanation, Severity};
pub use self::finding::{Finding, LoadError, sort};
pub use self::place::Place;
pub use self::source_text::{Position, SourceText};
use crate::text::shortened;
use crate::text::unicode::{is_control, turns_direction};

/// Lines of more than this many bytes are not shown: a caret in a megabyte does not help.
const LONGEST_SHOWN_LINES: usize = 2_000;

/// Renders findings for people, one after the other, each ended by a blank line.
#[must_use]
pub fn render(findings: &[Finding], colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    findings
        .iter()
        .map(|finding| renderer.render(&report(finding)) + "\n\n")
        .collect()
}

fn report(finding: &Finding) -> Vec<Group<'_>> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warn => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = level
        .primary_title(shown(&finding.message))
        .id(finding.code.name());
    let mut group = located(title, finding.place.as_ref());
    for hint in &finding.hints {
        group = group.element(Level::HELP.message(shown(hint)));
    }
    vec![group]
}

/// A title, and below it the place, if any.
fn located<'a>(title: Title<'a>, place: Option<&'a Place>) -> Group<'a> {
    let group = Group::with_title(title);
    let Some(place) = place else { return group };
    match place.range().and_then(|range| snippet(place, &range)) {
        Some(snippet) => group.element(snippet),
        None => group.element(origin(place)),
    }
}

/// The lines of a range with its carets; `None` where they are too long to be shown.
fn snippet<'a>(place: &'a Place, range: &Range<usize>) -> Option<Snippet<'a, Annotation<'a>>> {
    let source = place.source();
    let (number, lines) = source.lines_of(range);
    if lines.len() > LONGEST_SHOWN_LINES {
        return None;
    }
    // Only these lines are passed on: the renderer would read the whole text for each of many findings.
    let within = |offset: usize| {
        let offset = source.floor_boundary(offset);
        offset.clamp(lines.start, lines.end) - lines.start
    };
    let carets = within(range.start)..within(range.end);
    Some(
        Snippet::source(source.text().get(lines)?)
            .line_start(number)
            .path(source.name())
            .annotation(AnnotationKind::Primary.span(carets)),
    )
}

/// `file:line:column` alone, without the line.
fn origin(place: &Place) -> Origin<'_> {
    let origin = Origin::path(place.source().name());
    match place.position() {
        Some(position) => origin.line(position.line).char_column(position.column),
        None => origin,
    }
}

/// A text of limited length that cannot command the terminal: names come from untrusted files.
fn shown(text: &str) -> String {
    let harmless = |c: char| {
        if c == '\n' {
            ' '
        } else if is_control(c) || turns_direction(c) {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    shortened(text).chars().map(harmless).collect()
}
