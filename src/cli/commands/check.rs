//! `bilateral check`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use oxigraph::model::NamedNode;

use crate::check::{self, Options, Report};
use crate::cli::context::Context;
use crate::cli::error::{CliError, Kind};
use crate::cli::options::{BaseArgs, OutputArgs, TimeoutArgs};
use crate::cli::terminal::Terminal;
use crate::cli::{findings, format, output, process};
use crate::diagnostic::Severity;
use crate::dossier::{self, Dossier};
use crate::export;
use crate::source::Cancel;

/// Check dossiers, fact sheets and RDF files for errors
///
/// Check syntax, quotes and their places, literals, unknown names, and the rules in queries/checks. All findings are
/// reported at once, each with its code, its place and how to fix it. As text, notes that most sheets have are one line
/// for each code; --only lists them. For each RDF file that you name, the number of its own statements is printed. The exit code is 1 if the data fails, and 3 if a file cannot be read or parsed, so
/// that the check is incomplete.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral check\n  bilateral check talks\n  bilateral check talks/data/2025-03-04-port-elin/facts.toml\n  bilateral -C talks check export.ttl               check an exported file against the readouts\n  bilateral check --show info --fail-on warn\n  bilateral check --only planned-and-past\n  bilateral check --format sarif -o findings.sarif\n  bilateral check --explain quote-not-found"
)]
pub struct Check {
    /// Dossiers, fact sheets and RDF files [default: the dossiers that other commands read]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Fail on findings of this severity or higher
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    pub fail_on: FailOn,
    /// List findings of this severity or higher, and only count the others
    #[arg(long, value_name = "SEVERITY", default_value = "warn")]
    pub show: Show,
    /// List only the findings with this code, of any severity; may be repeated
    #[arg(long, value_name = "CODE")]
    pub only: Vec<String>,
    /// Output format: text, json (one object for each finding) or sarif [default: by file extension, else text]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,
    #[command(flatten)]
    pub base: BaseArgs,
    #[command(flatten)]
    pub timeout: TimeoutArgs,
    /// List the codes of all findings
    #[arg(long, conflicts_with_all = ["paths", "explain"])]
    pub list: bool,
    /// Explain a code: the problem, an example, and how to fix it
    #[arg(long, value_name = "CODE", conflicts_with = "paths")]
    pub explain: Option<String>,

    #[command(flatten)]
    pub output: OutputArgs,
}

/// The lowest severity on which the check fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Fail on errors.
    Error,
    /// Fail on errors and warnings.
    Warn,
    /// Fail on any finding.
    Info,
    /// Never fail.
    Never,
}

/// The lowest severity to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Show {
    /// List errors.
    Error,
    /// List errors and warnings.
    Warn,
    /// List all findings.
    Info,
}

impl FailOn {
    const fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warn => Some(Severity::Warn),
            Self::Info => Some(Severity::Info),
            Self::Never => None,
        }
    }
}

impl From<Show> for Severity {
    fn from(show: Show) -> Self {
        match show {
            Show::Error => Self::Error,
            Show::Warn => Self::Warn,
            Show::Info => Self::Info,
        }
    }
}

/// The format of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Json,
    Sarif,
}

impl Check {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        let formats: [(Format, &[&str]); 3] = [
            (Format::Text, &["text", "txt"]),
            (Format::Json, &["json", "application/json"]),
            (Format::Sarif, &["sarif", "application/sarif+json"]),
        ];
        let format = format::choose(self.format.as_deref(), path, &formats)?;
        if self.list || self.explain.is_some() {
            let codes = check::codes(&context.open()?);
            let text = match &self.explain {
                Some(name) => export::findings::explained(findings::code(name, &codes)?),
                None => findings::listed(&codes),
            };
            return output::write_all(path, text.as_bytes());
        }
        if context.globals.asserted_only {
            let message = "`check` also checks inferred values: remove --asserted-only";
            return Err(CliError::usage(message));
        }
        let base = self.base.base.as_ref();
        let tasks = tasks(&self.paths, base, context)?;
        let cancel = process::cancel_after(self.timeout.seconds);
        let codes = check::codes(tasks.iter().flat_map(|task| &task.dossiers));
        let only = self.only.iter();
        let only = only.map(|name| findings::code(name, &codes).map(|code| code.name.as_str()));
        let only = only.collect::<Result<BTreeSet<&str>, _>>()?;
        let mut report = checked(&tasks, self, &cancel)
            .map_err(|error| process::timed_out(error, self.timeout.seconds))?;
        let typed = self.paths.iter().map(|path| dossier::display_path(path));
        let typed: BTreeSet<String> = typed.collect();
        report.files.retain(|file| typed.contains(&file.name));
        let is_asked_for = !only.is_empty();
        if is_asked_for {
            report
                .findings
                .retain(|finding| only.contains(finding.code.name()));
        }
        let colour = context.terminal.stdout_colour && path.is_none();
        let text = match format {
            Format::Text => findings::text(&report, is_asked_for, colour),
            Format::Json => export::findings::to_json(&report.findings)?,
            Format::Sarif => export::findings::to_sarif(&report.findings, &codes)?,
        };
        match output::write_all(path, text.as_bytes()) {
            // The verdict holds even if the reader closes the pipe.
            Err(error) if error.kind() == Kind::ClosedPipe => return verdict(&report, self),
            written => written?,
        }
        if format != Format::Text {
            Terminal::note(findings::summary(&report).trim_end());
        }
        verdict(&report, self)
    }
}

/// Dossiers that are checked together, those that only provide names, and the files to report on.
#[derive(Default)]
struct Task {
    dossiers: Vec<Dossier>,
    context: Vec<Dossier>,
    files: Option<BTreeSet<String>>,
}

/// What to check: all dossiers as one graph, each lone file separately, and for a file in a dossier the whole dossier.
fn tasks(
    paths: &[PathBuf],
    base: Option<&NamedNode>,
    context: &Context<'_>,
) -> Result<Vec<Task>, CliError> {
    let mut whole: Vec<&Path> = Vec::new();
    let mut parts: BTreeMap<PathBuf, Vec<&Path>> = BTreeMap::new();
    let mut tasks = Vec::new();
    for path in paths {
        let around = dossier::find_root(path);
        let of = around.filter(|root| path.is_dir() || dossier::is_within(path, root));
        if path.is_dir() && (dossier::is_dossier(path) || of.is_none()) {
            whole.push(path);
        } else if let Some(root) = of {
            parts.entry(root).or_default().push(path);
        } else {
            tasks.push(lone(path, base, context)?);
        }
    }
    if base.is_some() && tasks.is_empty() {
        let message =
            "--base is for RDF files outside a dossier; files in a dossier declare their own base";
        return Err(CliError::usage(message));
    }
    for (root, paths) in parts {
        tasks.push(part(&root, &paths)?);
    }
    if paths.is_empty() || !whole.is_empty() {
        let dossiers = if paths.is_empty() {
            context.open()?
        } else {
            dossier::open_all(&whole)?
        };
        tasks.push(Task {
            dossiers,
            ..Task::default()
        });
    }
    Ok(tasks)
}

/// Some files of a dossier, and everything that they depend on.
fn part(root: &Path, paths: &[&Path]) -> Result<Task, CliError> {
    let dossiers = dossier::open(root)?;
    let known: BTreeSet<&str> = dossiers.iter().flat_map(Dossier::file_names).collect();
    let mut files = BTreeSet::new();
    for path in paths {
        let names = reported(path, root, &known);
        if names.is_empty() {
            return Err(nothing(path));
        }
        files.extend(names);
    }
    Ok(Task {
        dossiers,
        files: Some(files),
        ..Task::default()
    })
}

/// The error for a file that cannot be checked.
fn nothing(path: &Path) -> CliError {
    CliError::usage(format!(
        "`{}` cannot be checked: name a dossier, a facts.toml or an RDF file \
         (ttl, nt, nq, trig, rdf or jsonld)",
        path.display()
    ))
}

/// The names of the dossier's files that a path selects: all files below a folder, and for a readout its sheet.
fn reported(path: &Path, root: &Path, known: &BTreeSet<&str>) -> Vec<String> {
    let is_as_shown = path.starts_with(root) || root == Path::new(".") && path.is_relative();
    let absolute = || path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let path = if is_as_shown {
        path.to_owned()
    } else {
        absolute()
    };
    let place = PathBuf::from(dossier::display_path(&path));
    let sheet = place.with_file_name("facts.toml");
    let is_readout = place.ends_with("readout.txt");
    let is_selected = |name: &&&str| {
        let name = Path::new(name);
        // All files below the path; a file counts as below itself.
        name.starts_with(&place) || is_readout && name == sheet
    };
    let selected = known.iter().filter(is_selected);
    selected.map(|name| (*name).to_owned()).collect()
}

/// A file outside the dossiers: RDF is checked alone, with the readouts and names of the dossiers that are read, or of
/// the dossier in its folder; a sheet is read as part of them.
fn lone(path: &Path, base: Option<&NamedNode>, context: &Context<'_>) -> Result<Task, CliError> {
    let file = dossier::open_file(path, base)?;
    let mut dossiers = match dossier::find_root(path) {
        Some(root) if context.globals.dossiers.is_empty() => dossier::open(&root)?,
        _ => context.open()?,
    };
    if file.readouts.is_empty() && file.reference.is_empty() && file.unusable.is_empty() {
        return Err(nothing(path));
    }
    if file.readouts.is_empty() {
        return Ok(Task {
            dossiers: vec![file],
            context: dossiers,
            files: None,
        });
    }
    let sheets = file.readouts.iter().map(|readout| readout.facts.name());
    let files = sheets.map(str::to_owned).collect();
    if let Some(dossier) = dossiers.first_mut() {
        dossier.readouts.extend(file.readouts);
    }
    Ok(Task {
        dossiers,
        files: Some(files),
        ..Task::default()
    })
}

#[expect(clippy::expect_used, reason = "`tasks` returns at least one task")]
fn checked(tasks: &[Task], arguments: &Check, cancel: &Cancel) -> Result<Report, CliError> {
    let reports = tasks.iter().map(|task| {
        let options = Options {
            show: if arguments.only.is_empty() {
                arguments.show.into()
            } else {
                Severity::Info
            },
            files: task.files.clone(),
            cancel: cancel.clone(),
        };
        check::check(&task.dossiers, &task.context, &options)
    });
    let merged = reports.reduce(|all, report| {
        let (mut all, report) = (all?, report?);
        all.merge(report);
        Ok(all)
    });
    Ok(merged.expect("a task for each path, or one for the dossiers")?)
}

fn verdict(report: &Report, arguments: &Check) -> Result<(), CliError> {
    if report.is_partial() {
        return Err(CliError::verdict(Kind::Unchecked));
    }
    match arguments.fail_on.severity() {
        Some(severity) if report.has(severity) => Err(CliError::verdict(Kind::CheckFailed)),
        _ => Ok(()),
    }
}
