//! `bilateral query`.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;

use crate::cli::answer::Answers;
use crate::cli::args::{Cli, Query};
use crate::cli::dossiers::{self, Loaded};
use crate::cli::failure::UsageError;
use crate::cli::terminal::Terminal;
use crate::cli::{answer, output, timeout};
use crate::diagnostic::LoadError;
use crate::diagnostic::SourceText;
use crate::dossier;
use crate::query::{Catalogue, NamedQuery};

/// A query is read up to this many bytes; the source refuses such a long one.
const LONGEST: u64 = 4 << 20;

pub fn run(arguments: &Query, cli: &Cli, terminal: Terminal) -> anyhow::Result<()> {
    let path = arguments.output.output.as_deref();
    let format = answer::Format::wanted(
        arguments.format.as_deref(),
        path,
        terminal,
        Answers::RowsOrGraph,
    )?;
    let parameters = parameters(&arguments.parameters)?;
    let mut loaded = dossiers::load(cli)?;
    let catalogue = loaded.answers()?;
    if arguments.list {
        return output::write_all(path, list(&catalogue).as_bytes());
    }
    let query = query(arguments, &catalogue)?;
    let cancel = timeout::after(arguments.timeout);
    let source = loaded.source()?.with_cancel(cancel);
    let Loaded { name_index, .. } = &loaded;
    let found = query.run(&source, &parameters, name_index);
    let written = found
        .map_err(anyhow::Error::from)
        .and_then(|found| answer::write(found, format, path, terminal));
    written.map_err(|error| timeout::told(error, arguments.timeout))
}

/// `name=value` pairs.
fn parameters(typed: &[String]) -> Result<Vec<(String, String)>, UsageError> {
    let pair = |text: &String| match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err(UsageError(format!(
            "`--set {text}` is no pair: write --set name=value"
        ))),
    };
    typed.iter().map(pair).collect()
}

/// The query meant: by name, as text, out of a file, or from stdin.
fn query(arguments: &Query, catalogue: &Catalogue) -> anyhow::Result<NamedQuery> {
    let stdin = Path::new("-");
    let text = match (&arguments.question, &arguments.file) {
        (Some(name), _) if looks_like_a_name(name) => return Ok(catalogue.named(name)?.clone()),
        (Some(text), _) if Path::new(text) != stdin => SourceText::new("query", text.clone()),
        (None, Some(file)) if file != stdin => {
            let opened =
                File::open(file).with_context(|| format!("cannot read `{}`", file.display()))?;
            read(opened, &file.display().to_string())?
        }
        (None, None) if io::stdin().is_terminal() => {
            let message = "give the name of a question, a query, or a file with -f; --list shows the questions";
            return Err(UsageError(message.to_owned()).into());
        }
        _ => read(io::stdin().lock(), "stdin")?,
    };
    Ok(NamedQuery::read_loosely(Arc::new(text))?)
}

/// Names of questions are file names: no query in SPARQL is one word of letters, digits and hyphens.
fn looks_like_a_name(text: &str) -> bool {
    !matches!(text, "" | "-")
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

fn read(input: impl Read, name: &str) -> anyhow::Result<SourceText> {
    let mut bytes = Vec::new();
    input
        .take(LONGEST)
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot read `{name}`"))?;
    let read = dossier::utf8(name, bytes).map_err(LoadError::from)?;
    let text = read.text().trim_start_matches('\u{feff}');
    Ok(SourceText::new(name, text))
}

/// Every question with what it asks and its parameters.
fn list(catalogue: &Catalogue) -> String {
    let mut text = String::new();
    for query in catalogue.iter() {
        // Writing into a String never fails.
        let _ = writeln!(text, "{}\n    {}", query.name, query.asks);
        for parameter in &query.parameters {
            let required = if parameter.required { ", required" } else { "" };
            let _ = writeln!(
                text,
                "    --set {}=… ({}{required}): {}",
                parameter.name, parameter.kind, parameter.meaning
            );
        }
    }
    text
}
