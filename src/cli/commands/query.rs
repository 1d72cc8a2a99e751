//! `bilateral query`.

use std::fmt::Write as _;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::options::{self, ColumnArgs, OutputArgs, TimeoutArgs};
use crate::cli::terminal::Terminal;
use crate::cli::{answer, output, process};
use crate::diagnostic::SourceText;
use crate::document::wrapped;
use crate::dossier;
use crate::model::NameIndex;
use crate::query::{Catalogue, NamedQuery, Parameter, ParameterKind};
use crate::source::{Answer, Source};
use crate::text::{counted, one_of};
use crate::vocab::slug;

/// Run a named query, or a query in SPARQL
///
/// The standard prefixes are declared. The default graph is the union of all graphs.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral query --list\n  bilateral query ladder\n  bilateral query commitments by=belarus --format md\n  bilateral query ladder --sparql\n  bilateral query 'SELECT ?p WHERE { ?p a bil:Person }'\n  bilateral query -f my.rq --timeout 10 -o answer.csv\n  echo 'ASK { ?a a bil:Pledge }' | bilateral query -"
)]
pub struct Query {
    /// The name of a query, or a query in SPARQL; `-` reads it from stdin
    #[arg(value_name = "NAME|TEXT", conflicts_with_all = ["file", "list"])]
    pub question: Option<String>,
    /// Set parameters of the query, as --set does
    #[arg(value_name = "PARAMETER=VALUE")]
    pub values: Vec<String>,
    /// Read the query from this file; `-` is stdin
    #[arg(short, long, value_name = "FILE", conflicts_with = "list")]
    pub file: Option<PathBuf>,
    /// Set a parameter of the query; may be repeated
    #[arg(long = "set", value_name = "NAME=VALUE")]
    pub parameters: Vec<String>,
    /// List the named queries and their parameters
    #[arg(long)]
    pub list: bool,
    /// Print the query with its values in SPARQL instead of running it
    #[arg(long, conflicts_with_all = ["format", "list"])]
    pub sparql: bool,
    #[command(flatten)]
    pub timeout: TimeoutArgs,
    /// Output format: table, plain, md, csv, spreadsheet, tsv, json or xml; for CONSTRUCT and DESCRIBE: ttl, trig, nt,
    /// nq, rdf or jsonld
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,
    #[command(flatten)]
    pub columns: ColumnArgs,

    #[command(flatten)]
    pub output: OutputArgs,
}

/// The maximum number of bytes to read; the source refuses a query of this length.
const LONGEST: u64 = 4 << 20;

/// Names the latest meeting with a certain date that an act with a later one follows.
const LATEST_MEETING: &str = "
    PREFIX bil: <https://w3id.org/bilateral/ontology#>
    PREFIX schema: <https://schema.org/>
    SELECT ?meeting WHERE {
      ?meeting a bil:Meeting ; schema:eventStatus \"held\" ; bil:beginDay ?first_day ; bil:endDay ?last_day .
      FILTER(?last_day - ?first_day < 7)
      FILTER EXISTS { ?act bil:countsAs ?act ; bil:beginDay ?day FILTER(?day > ?last_day) }
    } ORDER BY DESC(?last_day) ?meeting LIMIT 1";

impl Query {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        let format = answer::Formats::wanted(self.format.as_deref(), path, context.terminal)?;
        let parameters = self.parameters()?;
        let mut loaded = context.load()?;
        let catalogue = loaded.answers()?;
        if self.list {
            let width = context.terminal.width(path);
            return output::write_all(path, list(&catalogue, width).as_bytes());
        }
        let query = query(self, &catalogue)?;
        if self.sparql {
            let query = query.bind(&parameters, &loaded.graph.name_index)?;
            let text = query.text().trim_end();
            return output::write_all(path, format!("{text}\n").as_bytes());
        }
        let layout = answer::layout(path, context.terminal, self.columns, &query.columns);
        let cancel = process::cancel_after(self.timeout.seconds);
        let source = loaded.source()?.with_cancel(cancel);
        let names = &loaded.graph.name_index;
        let written = query.run(&source, &parameters, names);
        let written = written.map_err(CliError::from).and_then(|found| {
            let found = if query.columns.is_empty() {
                found
            } else {
                answer::with_flat_quotes(found, format)
            };
            answer::write(found, format, path, layout)
        });
        let rows = written.map_err(|error| process::timed_out(error, self.timeout.seconds))?;
        if rows == 0 {
            let lacking = || lacking(&query, &parameters, &source);
            let note = too_narrow(&query, &parameters, &source, names).or_else(lacking);
            if let Some(note) = note {
                Terminal::note(&note);
            }
        }
        Ok(())
    }

    /// The parameters as pairs of name and value.
    fn parameters(&self) -> Result<Vec<(String, String)>, CliError> {
        let values = self.values.iter().map(|text| {
            let advice = "write name=value, and a query in SPARQL as one argument";
            pair(text, &format!("`{text}` is not a pair: {advice}"))
        });
        let set = self.parameters.iter().map(|text| {
            let advice = "write --set name=value";
            pair(text, &format!("`--set {text}` is not a pair: {advice}"))
        });
        values.chain(set).collect()
    }
}

/// A pair of name and value.
fn pair(text: &str, mistake: &str) -> Result<(String, String), CliError> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err(CliError::usage(mistake)),
    }
}

/// Which parameters an empty answer may lack.
fn lacking(query: &NamedQuery, values: &[(String, String)], source: &Source) -> Option<String> {
    let parameters = query.lacking(values);
    let name = &query.name;
    let meeting = parameters
        .iter()
        .find(|parameter| parameter.kind == ParameterKind::Event)
        .and_then(|parameter| Some((&parameter.name, latest_meeting(source)?)));
    if let Some((parameter, meeting)) = meeting {
        return Some(format!(
            "nothing is recorded since the latest meeting; since an earlier one: bilateral query {name} {parameter}={meeting}"
        ));
    }
    let examples = parameters
        .iter()
        .map(|parameter| [&*parameter.name, "=", parameter.kind.example()].concat());
    let examples: Vec<String> = examples.collect();
    let examples = one_of(examples.iter().map(String::as_str))?;
    Some(format!("`{name}` may need a value: add {examples}"))
}

/// The latest meeting with a certain date that a later act follows.
fn latest_meeting(source: &Source) -> Option<String> {
    let Ok(Answer::Solutions(mut rows)) = source.run(LATEST_MEETING) else {
        return None;
    };
    let row = rows.next()?.ok()?;
    Some(slug(row.node("meeting")?.as_ref()).to_owned())
}

/// How many rows an empty answer would have without the values of its parameters.
fn too_narrow(
    query: &NamedQuery,
    values: &[(String, String)],
    source: &Source,
    names: &NameIndex,
) -> Option<String> {
    let is_required = |name: &str| {
        let mut parameters = query.parameters.iter();
        parameters.any(|parameter| parameter.required && parameter.name == name)
    };
    let (required, optional): (Vec<_>, Vec<_>) = values
        .iter()
        .cloned()
        .partition(|(name, _)| is_required(name));
    if optional.is_empty() {
        return None;
    }
    let dropped = optional
        .iter()
        .map(|(name, value)| format!("{name}={value}"));
    let dropped: Vec<String> = dropped.collect();
    let Ok(Answer::Solutions(rows)) = query.run(source, &required, names) else {
        return None;
    };
    let rows = match rows.count() {
        0 => return None,
        rows => counted(rows, "result", "results"),
    };
    Some(format!("{rows} without {}", dropped.join(" ")))
}

/// The query: by name, as text, from a file, or from stdin.
fn query(arguments: &Query, catalogue: &Catalogue) -> Result<NamedQuery, CliError> {
    let stdin = Path::new("-");
    let text = match (&arguments.question, &arguments.file) {
        (Some(name), _) if looks_like_a_name(name) => return Ok(catalogue.named(name)?.clone()),
        (Some(text), _) if Path::new(text) != stdin => SourceText::new("query", text.clone()),
        (None, Some(file)) => read(file)?,
        (None, None) if io::stdin().is_terminal() => {
            let message = "name a query, write one in SPARQL, or read a file with -f; --list shows the named queries";
            return Err(CliError::usage(message));
        }
        _ => read(stdin)?,
    };
    Ok(NamedQuery::read_loosely(Arc::new(text))?)
}

/// Named queries are called like their files; no query in SPARQL is a single word of letters, digits and hyphens.
fn looks_like_a_name(text: &str) -> bool {
    !matches!(text, "" | "-")
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

fn read(path: &Path) -> Result<SourceText, CliError> {
    let (name, bytes) = options::read(path, LONGEST)?;
    let text = dossier::utf8(&name, bytes)?;
    let text = text.text().trim_start_matches('\u{feff}');
    Ok(SourceText::new(name, text))
}

/// Every named query with its question and its parameters, wrapped to the width of a terminal.
fn list(catalogue: &Catalogue, width: Option<u16>) -> String {
    let fitted = |line: &str| match width {
        Some(width) => wrapped(line, width.into(), 8),
        None => line.to_owned(),
    };
    let mut text = String::new();
    for query in catalogue.iter() {
        // Writing into a String never fails.
        let asks = fitted(&format!("    {}", query.asks));
        let _ = writeln!(text, "{}\n{asks}", query.name);
        for parameter in &query.parameters {
            let required = match parameter {
                Parameter { required: true, .. } => ", required",
                Parameter { advised: true, .. } => ", advised",
                _ => "",
            };
            let line = format!(
                "    --set {}=… ({}{required}): {}",
                parameter.name, parameter.kind, parameter.meaning
            );
            let _ = writeln!(text, "{}", fitted(&line));
        }
    }
    text
}
