//! Collects the findings of one file.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Finding, Place, SourceText};

/// A value and the bytes of the file that hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    pub value: T,
    pub range: Range<usize>,
}

/// The mistakes found in one file so far.
#[derive(Debug)]
pub struct Findings {
    file: Arc<SourceText>,
    list: Vec<Finding>,
}

impl Findings {
    pub fn new(file: &Arc<SourceText>) -> Self {
        Self {
            file: Arc::clone(file),
            list: Vec::new(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub fn place(&self, range: &Range<usize>) -> Place {
        Place::new(&self.file, range.clone())
    }

    /// Adds a mistake; [`Help::help`] adds what to do about it.
    #[expect(clippy::expect_used, reason = "the finding was just pushed")]
    pub fn error(
        &mut self,
        code: Code,
        range: &Range<usize>,
        message: impl Into<String>,
    ) -> Help<'_> {
        let finding = Finding::new(code, self.place(range), message);
        self.list.push(finding);
        Help(self.list.last_mut().expect("a finding"))
    }

    /// Adds that what a file says in a range contradicts another file.
    pub fn contradiction(&mut self, range: &Range<usize>, message: String) {
        self.error(Code::Contradiction, range, message)
            .help("say it once, or say the same in both places");
    }

    /// Moves the mistakes to the end of a list.
    pub fn move_to(self, list: &mut Vec<Finding>) {
        list.extend(self.list);
    }
}

/// The mistake that was added last.
pub struct Help<'a>(&'a mut Finding);

impl Help<'_> {
    /// Says what to do about it.
    pub fn help(self, help: impl Into<Cow<'static, str>>) {
        self.0.hints.push(help.into());
    }

    /// Says what to do about it, if that is known.
    pub fn maybe_help(self, help: Option<impl Into<Cow<'static, str>>>) {
        self.0.hints.extend(help.map(Into::into));
    }
}
