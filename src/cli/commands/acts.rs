//! `bilateral acts`.

use clap::ValueEnum;

use crate::cli::answer::{self, Answers};
use crate::cli::args::{Acts, Cli};
use crate::cli::dossiers;
use crate::cli::failure::UsageError;
use crate::cli::output;
use crate::cli::terminal::Terminal;
use crate::query::QueryError;
use crate::report;
use crate::source::Answer;

/// The query's parameters for `--kind` and `--status`; `?kind` and `?status` are columns of its table.
const KIND: &str = "wanted";
const STATUS: &str = "became";
/// The columns that a terminal shows; all others come with any `--format`.
const AT_A_GLANCE: [&str; 5] = ["date", "kind", "sentence", "status", "quote"];

pub fn run(arguments: &Acts, cli: &Cli, terminal: Terminal) -> anyhow::Result<()> {
    let path = arguments.output.output.as_deref();
    let format =
        answer::Format::wanted(arguments.format.as_deref(), path, terminal, Answers::Rows)?;
    let mut loaded = dossiers::load(cli)?;
    let acts = report::acts()?;
    let filters = filters(arguments);
    if arguments.sparql {
        let query = acts.bind(&filters, &loaded.name_index).map_err(by_option)?;
        return output::write_all(path, query.text().as_bytes());
    }
    let source = loaded.source()?;
    let found = acts
        .run(&source, &filters, &loaded.name_index)
        .map_err(by_option)?;
    // All eleven columns side by side leave none of them readable on a terminal.
    let is_glanced_at = path.is_none() && arguments.format.is_none() && terminal.stdout;
    let found = match found {
        Answer::Solutions(rows) if is_glanced_at => Answer::Solutions(rows.only(&AT_A_GLANCE)),
        found => found,
    };
    answer::write(found, format, path, terminal)
}

/// Names the option instead of the query's parameter.
fn by_option(error: QueryError) -> anyhow::Error {
    match error {
        QueryError::Value { name, source } => {
            let option = match name.as_str() {
                KIND => "kind",
                STATUS => "status",
                name => name,
            };
            UsageError(format!("--{option}: {source}")).into()
        }
        other => other.into(),
    }
}

/// The filters as parameters of the query.
fn filters(arguments: &Acts) -> Vec<(String, String)> {
    let several = [
        ("by", &arguments.by),
        ("to", &arguments.to),
        ("sector", &arguments.sector),
        (KIND, &arguments.kind),
        ("item", &arguments.item),
    ];
    let single = [("since", &arguments.since), ("until", &arguments.until)];
    let several = several
        .into_iter()
        .flat_map(|(name, values)| values.iter().map(move |value| (name, value.clone())));
    let single = single
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.clone()?)));
    let statuses = arguments
        .status
        .iter()
        .filter_map(ValueEnum::to_possible_value);
    let statuses = statuses.map(|status| (STATUS, status.get_name().to_owned()));
    several
        .chain(single)
        .chain(statuses)
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}
