//! What a check found: the findings that are listed, and the number of each code.

use std::collections::{BTreeMap, BTreeSet};

use super::graph_finding::{GraphFinding, placed};
use super::rdf_file::RdfFileContent;
use crate::diagnostic::{self, Code, Finding, Severity};
use crate::load::{LoadReport, is_of_ontology};
use crate::source::Cancel;

/// The maximum number of listed findings of one code: more of them have one cause.
const MOST_OF_A_CODE: usize = 1_000;

/// Findings that say that a file could not be read or parsed.
const UNREAD: [Code; 9] = [
    Code::FileUnreadable,
    Code::FileIrregular,
    Code::FileOutside,
    Code::FileTooLarge,
    Code::FileNotUtf8,
    Code::FileEmpty,
    Code::TomlSyntax,
    Code::RdfSyntax,
    Code::SparqlSyntax,
];

/// What to check and report.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Options {
    /// Findings of this severity or higher are listed, the others only counted.
    pub show: Severity,
    /// Only findings in these files, by their names; `None` for all files.
    pub files: Option<BTreeSet<String>>,
    /// Cancels the rules, from another thread.
    pub cancel: Cancel,
}

impl Options {
    /// Lists findings from this severity up, in all files.
    #[must_use]
    pub fn new(show: Severity) -> Self {
        Self {
            show,
            files: None,
            cancel: Cancel::default(),
        }
    }
}

/// What was checked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Seen {
    /// Fact sheets.
    pub sheets: usize,
    /// Acts in them.
    pub acts: usize,
    /// Acts of sheets and RDF files that count as an act of another text; 0 if rules were left out.
    pub second_reports: usize,
    /// Passages of readouts that were found again, in sheets and in RDF files.
    pub passages: usize,
    /// Statements of RDF files and sheets, without the ontology.
    pub statements: usize,
    /// Rules that were run.
    pub rules: usize,
}

impl Seen {
    pub(crate) fn of(report: &LoadReport<'_>, rules: usize, passages: usize) -> Self {
        let sheets = &report.resolved.sheets;
        let acts = || sheets.iter().flat_map(|sheet| &sheet.acts);
        let events = sheets.iter().flat_map(|sheet| &sheet.events);
        let quoted = acts().map(|act| act.evidence.len()).sum::<usize>()
            + events.map(|event| event.evidence.len()).sum::<usize>();
        Self {
            sheets: sheets.len(),
            acts: acts().count(),
            second_reports: 0,
            passages: quoted + passages,
            statements: report
                .quads
                .iter()
                .filter(|quad| !is_of_ontology(quad))
                .count(),
            rules,
        }
    }

    /// Adds what another check looked at, with the same rules.
    fn add(&mut self, other: Self) {
        self.sheets += other.sheets;
        self.acts += other.acts;
        self.second_reports += other.second_reports;
        self.passages += other.passages;
        self.statements += other.statements;
        self.rules = self.rules.max(other.rules);
    }
}

/// What a check found.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Report {
    options: Options,
    /// What was checked.
    pub seen: Seen,
    /// What each RDF file that was checked holds by itself.
    pub files: Vec<RdfFileContent>,
    /// The findings that are listed, by file and place.
    pub findings: Vec<Finding>,
    /// The number of findings of each severity and code, listed or not.
    pub counts: BTreeMap<(Severity, Code), usize>,
    /// Whether rules were left out, since a file could not be parsed.
    pub rules_left_out: bool,
}

impl Report {
    pub(crate) fn new(options: &Options, seen: Seen) -> Self {
        Self {
            options: options.clone(),
            seen,
            files: Vec::new(),
            findings: Vec::new(),
            counts: BTreeMap::new(),
            rules_left_out: false,
        }
    }

    pub(crate) fn leave_out_rules(&mut self) {
        self.seen.rules = 0;
        self.rules_left_out = true;
    }

    /// Adds what RDF files hold.
    pub(crate) fn add_files(&mut self, mut files: Vec<RdfFileContent>) {
        if let Some(names) = &self.options.files {
            files.retain(|file| names.contains(&file.name));
        }
        self.files.extend(files);
    }

    /// Adds findings about the files as files.
    pub(crate) fn add_all(&mut self, findings: Vec<Finding>) {
        for finding in findings {
            if self.is_within(&finding) {
                self.add(finding);
            }
        }
    }

    /// Adds findings in the graph; the place of what is only counted is not looked up. What is in a file with mistakes of
    /// its own may be a mere consequence of them.
    pub(crate) fn add_placed(&mut self, found: Vec<GraphFinding>, loaded: &LoadReport<'_>) {
        let mistakes = loaded.findings.iter();
        let mistakes = mistakes.filter(|finding| finding.prevents_loading());
        let wrong: BTreeSet<&str> = mistakes.filter_map(Finding::file).collect();
        let needs_place = self.options.files.is_some() || !wrong.is_empty();
        let (listed, counted): (Vec<_>, Vec<_>) = found
            .into_iter()
            .partition(|found| needs_place || found.finding.severity <= self.options.show);
        for found in counted {
            *self.count(&found.finding) += 1;
        }
        for finding in placed(listed, loaded) {
            let is_consequence = finding.file().is_some_and(|file| wrong.contains(file));
            if !is_consequence && self.is_within(&finding) {
                self.add(finding);
            }
        }
    }

    /// Whether a finding is in one of the files that the report is about.
    fn is_within(&self, finding: &Finding) -> bool {
        let Some(files) = &self.options.files else {
            return true;
        };
        finding.file().is_some_and(|file| files.contains(file))
    }

    fn add(&mut self, finding: Finding) {
        let shown = self.options.show;
        let count = self.count(&finding);
        *count += 1;
        if finding.severity <= shown && *count <= MOST_OF_A_CODE {
            self.findings.push(finding);
        }
    }

    fn count(&mut self, finding: &Finding) -> &mut usize {
        let kind = (finding.severity, finding.code.clone());
        self.counts.entry(kind).or_default()
    }

    pub(crate) fn sorted(mut self) -> Self {
        diagnostic::sort(&mut self.findings);
        self
    }

    /// Takes what another check found, of other files.
    pub fn merge(&mut self, other: Self) {
        self.seen.add(other.seen);
        self.files.extend(other.files);
        self.findings.extend(other.findings);
        for (code, count) in other.counts {
            *self.counts.entry(code).or_default() += count;
        }
        self.rules_left_out |= other.rules_left_out;
        diagnostic::sort(&mut self.findings);
    }

    /// The lowest severity that is listed.
    #[must_use]
    pub fn shown(&self) -> Severity {
        self.options.show
    }

    /// The number of findings of a severity.
    #[must_use]
    pub fn count_of(&self, severity: Severity) -> usize {
        let counts = self.counts.iter().filter(|((of, _), _)| *of == severity);
        counts.map(|(_, count)| count).sum()
    }

    /// Whether anything was found of this severity or higher.
    #[must_use]
    pub fn has(&self, severity: Severity) -> bool {
        self.counts.keys().any(|(found, _)| *found <= severity)
    }

    /// Whether a file could not be read or parsed, so that not everything could be checked.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.counts.keys().any(|(_, code)| UNREAD.contains(code))
    }

    /// The number of findings left out of the list because their code has too many.
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
