//! Findings as text: place, line and caret, as compilers show them.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Place, Severity};

/// Lines longer than this many bytes are not shown: a caret in a megabyte helps nobody.
const LONGEST_SHOWN_LINE: usize = 2_000;

/// Renders findings for people, one after the other, in the order given, each ended by a blank line.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    diagnostics
        .iter()
        .map(|diagnostic| renderer.render(&report(diagnostic)) + "\n\n")
        .collect()
}

fn report(diagnostic: &Diagnostic) -> Vec<Group<'_>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code)
        .element_opt(diagnostic.place.as_ref());
    for hint in &diagnostic.hints {
        group = group.element(Level::HELP.message(hint.as_ref()));
    }
    vec![group]
}

/// A title that may or may not have a place below it.
trait ElementOpt<'a> {
    fn element_opt(self, place: Option<&'a Place>) -> Group<'a>;
}

impl<'a> ElementOpt<'a> for annotate_snippets::Title<'a> {
    fn element_opt(self, place: Option<&'a Place>) -> Group<'a> {
        let group = Group::with_title(self);
        let Some(place) = place else { return group };
        match place.range() {
            Some(range) if line_is_shown(place, range.start) => group.element(
                Snippet::source(place.source().text())
                    .path(place.source().name())
                    .annotation(AnnotationKind::Primary.span(range)),
            ),
            _ => group.element(origin(place)),
        }
    }
}

/// `file:line:column` alone, without the line.
fn origin(place: &Place) -> Origin<'_> {
    let origin = Origin::path(place.source().name());
    match place.position() {
        Some(position) => origin.line(position.line).char_column(position.column),
        None => origin,
    }
}

fn line_is_shown(place: &Place, offset: usize) -> bool {
    let line = place.source().position(offset).line;
    place.source().line_range(line).len() <= LONGEST_SHOWN_LINE
}
