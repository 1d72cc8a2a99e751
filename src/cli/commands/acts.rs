//! `bilateral acts`.

use crate::cli::answer::{self, Answers};
use crate::cli::args::{Acts, Cli};
use crate::cli::dossiers;
use crate::cli::failure::{InputError, UsageError};
use crate::cli::output;
use crate::cli::terminal::Terminal;
use crate::page;
use crate::query::QueryError;
use crate::source::Limits;

/// The query's parameter for `--kind`; `?kind` is a column of its table.
const KIND: &str = "wanted";

pub(in crate::cli) fn run(arguments: &Acts, cli: &Cli, terminal: Terminal) -> anyhow::Result<()> {
    let path = arguments.output.output.as_deref();
    let format =
        answer::Format::wanted(arguments.format.as_deref(), path, terminal, Answers::Rows)?;
    let mut loaded = dossiers::load(cli)?;
    let acts = page::acts().map_err(InputError)?;
    let filters = filters(arguments);
    if arguments.sparql {
        let query = acts.bind(&filters, &loaded.gazetteer).map_err(by_option)?;
        return output::write_all(path, query.text().as_bytes());
    }
    let source = loaded.source()?;
    let found = acts
        .run(&source, &filters, &loaded.gazetteer, &Limits::default())
        .map_err(by_option)?;
    answer::write(found, format, path, terminal)
}

/// Names the option instead of the query's parameter.
fn by_option(error: QueryError) -> anyhow::Error {
    match error {
        QueryError::Value { name, source } => {
            let option = if name == KIND { "kind" } else { &name };
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
        .flat_map(|(name, values)| values.iter().map(move |value| (name, value)));
    let single = single
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.as_ref()?)));
    several
        .chain(single)
        .map(|(name, value)| (name.to_owned(), value.clone()))
        .collect()
}
