//! What a brief is about.

use oxigraph::model::NamedNodeRef;

use crate::model::PartialDate;
use crate::report::span::DateSpan;

/// The two sides of a brief, its reader and its dates.
#[derive(Debug, Clone, Copy)]
pub struct BriefRequest<'a> {
    /// The two sides.
    pub sides: [NamedNodeRef<'a>; 2],
    /// The side for which it is written; `None` is neutral.
    pub reader: Option<NamedNodeRef<'a>>,
    /// Leaves out what is outside this span of time.
    pub span: DateSpan,
    /// Shows what was on record on this date: later events and answers are left out.
    pub on: Option<PartialDate>,
    /// Whether it is the full account instead of one sheet.
    pub is_full: bool,
}

impl<'a> BriefRequest<'a> {
    /// A neutral sheet on everything that is recorded about two sides.
    #[must_use]
    pub fn new(sides: [NamedNodeRef<'a>; 2]) -> Self {
        Self {
            sides,
            reader: None,
            span: DateSpan::default(),
            on: None,
            is_full: false,
        }
    }
}
