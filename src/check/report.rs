//! What a check found: the findings that are listed, and how many there are of each code.

use std::collections::{BTreeMap, BTreeSet};

use super::suspect::{self, Suspect};
use crate::diagnostic::{self, Finding, Severity};
use crate::rdf::LoadReport;
use crate::source::Cancel;

/// So many findings of one code are listed; whoever has more of them mends them all at once.
const MOST_OF_A_CODE: usize = 1_000;

/// Findings that say that a file could not be read or parsed.
const UNREAD: [&str; 9] = [
    "file-unreadable",
    "file-irregular",
    "file-outside",
    "file-too-large",
    "file-not-utf8",
    "file-empty",
    "toml-syntax",
    "rdf-syntax",
    "sparql-syntax",
];

/// What a report is about.
#[derive(Debug, Clone)]
pub struct Options {
    /// Findings from this weight up are listed, those below are only counted.
    pub show: Severity,
    /// Only findings in these files, by their names; in all where it is `None`.
    pub files: Option<BTreeSet<String>>,
    /// Cancels the rules, from another thread.
    pub cancel: Cancel,
}

/// What was looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seen {
    /// Fact sheets.
    pub sheets: usize,
    /// Acts in them.
    pub acts: usize,
    /// Passages of readouts that were found again, in sheets and in RDF files.
    pub passages: usize,
    /// Statements of RDF files and sheets.
    pub statements: usize,
    /// Rules that were put to the graph.
    pub rules: usize,
}

impl Seen {
    pub(crate) fn of(survey: &LoadReport<'_>, rules: usize, passages: usize) -> Self {
        let acts = || survey.sheets().iter().flat_map(|sheet| &sheet.acts);
        let events = survey.sheets().iter().flat_map(|sheet| &sheet.events);
        let quoted = acts().map(|act| act.evidence.len()).sum::<usize>()
            + events.map(|event| event.evidence.len()).sum::<usize>();
        Self {
            sheets: survey.sheets().len(),
            acts: acts().count(),
            passages: quoted + passages,
            statements: survey.statements().len(),
            rules,
        }
    }

    /// Adds what another check looked at, with the same rules.
    fn add(&mut self, other: Self) {
        self.sheets += other.sheets;
        self.acts += other.acts;
        self.passages += other.passages;
        self.statements += other.statements;
        self.rules = self.rules.max(other.rules);
    }
}

/// What a check found.
#[derive(Debug, Clone)]
pub struct Report {
    options: Options,
    /// What was looked at.
    pub seen: Seen,
    /// The findings that are listed, by file and place.
    pub findings: Vec<Finding>,
    /// How many findings there are of each weight and code, listed or not.
    pub counts: BTreeMap<(Severity, String), usize>,
    /// Whether rules were left out, since a file could not be parsed.
    pub rules_left_out: bool,
}

impl Report {
    pub(crate) fn new(options: &Options, seen: Seen) -> Self {
        Self {
            options: options.clone(),
            seen,
            findings: Vec::new(),
            counts: BTreeMap::new(),
            rules_left_out: false,
        }
    }

    pub(crate) fn leave_out_rules(&mut self) {
        self.seen.rules = 0;
        self.rules_left_out = true;
    }

    /// Takes what is wrong with the files as files.
    pub(crate) fn mistakes(&mut self, mistakes: Vec<Finding>) {
        for mistake in mistakes {
            if self.is_within(&mistake) {
                self.add(mistake);
            }
        }
    }

    /// Takes what is wrong in the graph; what is only counted is not looked up. What stands in a file that has
    /// mistakes of its own may be but an echo of them.
    pub(crate) fn suspects(&mut self, suspects: Vec<Suspect>, survey: &LoadReport<'_>) {
        let places = survey
            .mistakes()
            .iter()
            .filter(|mistake| mistake.severity == Severity::Error)
            .filter_map(|mistake| mistake.place.as_ref());
        let wrong: BTreeSet<&str> = places.map(|place| place.source().name()).collect();
        let is_sought = self.options.files.is_some() || !wrong.is_empty();
        let (listed, counted): (Vec<Suspect>, Vec<Suspect>) = suspects
            .into_iter()
            .partition(|suspect| is_sought || suspect.severity <= self.options.show);
        for suspect in counted {
            *self.count(suspect.severity, &suspect.code) += 1;
        }
        for finding in suspect::located(listed, survey) {
            let place = finding.place.as_ref().map(|place| place.source().name());
            let is_echo = place.is_some_and(|file| wrong.contains(file));
            if !is_echo && self.is_within(&finding) {
                self.add(finding);
            }
        }
    }

    /// Whether a finding stands in one of the files that the report is about.
    fn is_within(&self, finding: &Finding) -> bool {
        let Some(files) = &self.options.files else {
            return true;
        };
        let place = finding.place.as_ref();
        place.is_some_and(|place| files.contains(place.source().name()))
    }

    fn add(&mut self, finding: Finding) {
        let shown = self.options.show;
        let count = self.count(finding.severity, &finding.code);
        *count += 1;
        if finding.severity <= shown && *count <= MOST_OF_A_CODE {
            self.findings.push(finding);
        }
    }

    fn count(&mut self, severity: Severity, code: &str) -> &mut usize {
        self.counts.entry((severity, code.to_owned())).or_default()
    }

    pub(crate) fn sorted(mut self) -> Self {
        diagnostic::sort(&mut self.findings);
        self
    }

    /// Takes what another check found, of other files.
    pub fn merge(&mut self, other: Self) {
        self.seen.add(other.seen);
        self.findings.extend(other.findings);
        for (code, count) in other.counts {
            *self.counts.entry(code).or_default() += count;
        }
        self.rules_left_out |= other.rules_left_out;
        diagnostic::sort(&mut self.findings);
    }

    /// The weight from which up findings are listed.
    #[must_use]
    pub fn shown(&self) -> Severity {
        self.options.show
    }

    /// How many findings there are of a weight.
    #[must_use]
    pub fn count_of(&self, severity: Severity) -> usize {
        let counts = self.counts.iter().filter(|((of, _), _)| *of == severity);
        counts.map(|(_, count)| count).sum()
    }

    /// Whether anything was found that weighs at least so much.
    #[must_use]
    pub fn has(&self, severity: Severity) -> bool {
        self.counts.keys().any(|(found, _)| *found <= severity)
    }

    /// Whether a file could not be read or parsed, so that not everything could be checked.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.counts
            .keys()
            .any(|(_, code)| UNREAD.contains(&code.as_str()))
    }

    /// How many findings are neither listed nor below what is shown: of one code only so many are.
    #[must_use]
    pub fn unlisted(&self) -> usize {
        let shown = self
            .counts
            .iter()
            .filter(|((severity, _), _)| *severity <= self.options.show);
        shown
            .map(|(_, count)| count.saturating_sub(MOST_OF_A_CODE))
            .sum()
    }
}
