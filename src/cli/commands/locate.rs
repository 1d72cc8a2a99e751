//! `bilateral locate`.

use clap::Args;
use serde_json::Value;

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::options::OutputArgs;
use crate::cli::passages::{self, in_context, place};
use crate::cli::terminal::Terminal;
use crate::cli::{format, output};
use crate::diagnostic::LoadError;
use crate::dossier::{Dossier, ReadoutFiles};
use crate::sheet::{Found, Match, locate};
use crate::text::did_you_mean;

/// Find a passage in the readouts, ready to quote
///
/// For any other search use `find`. White space, quotation marks, dashes and hyphens match as in quotes. Print each
/// place, whether it is the only one in its readout, and its words as a TOML string with white space as single spaces.
/// If nothing matches, print the nearest passage.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral locate \"We can supply you with steelwork\"\n  bilateral locate \"the ferry\" 2025-03-04-port-elin\n  bilateral locate \"the ferry\" --format json"
)]
pub struct Locate {
    /// The words to find
    #[arg(value_name = "TEXT")]
    pub text: String,
    /// Search only the readout with this slug
    #[arg(value_name = "READOUT")]
    pub readout: Option<String>,
    /// Output format: txt or json (one object for each place) [default: by file extension, else txt]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[command(flatten)]
    pub output: OutputArgs,
}

/// The output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Plain,
    Json,
}

impl Locate {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        let formats: &[(Format, &[&str])] = &[
            (Format::Plain, &["txt", "text", "text/plain"]),
            (Format::Json, &["json", "application/json"]),
        ];
        let format = format::choose(self.format.as_deref(), path, formats)?;
        let dossiers = context.open()?;
        // A sheet may contain errors while it is being written, but every text must be readable.
        let unusable = dossiers.iter().flat_map(|dossier| dossier.unusable.clone());
        let unusable: Vec<_> = unusable.collect();
        if !unusable.is_empty() {
            return Err(LoadError(unusable).into());
        }
        let found: Vec<Searched<'_>> = searched(&dossiers, self.readout.as_deref())?
            .into_iter()
            .filter_map(|readout| {
                let text = readout.text.as_ref()?;
                Some((&*readout.slug, text.name(), locate(text, &self.text)))
            })
            .collect();
        let places = found.iter().filter_map(|(slug, file, found)| match found {
            Found::At(matches) => Some((*slug, *file, matches.as_slice())),
            Found::Nowhere { .. } => None,
        });
        let places: Vec<Places<'_>> = places.collect();
        let text = match format {
            Format::Plain => places.iter().map(plain).collect(),
            Format::Json => json(&places),
        };
        output::write_all(path, text.as_bytes())?;
        if places.is_empty() {
            note_nearest(&found);
        }
        Ok(())
    }
}

/// A note on a passage that cannot be quoted as a whole.
const NOT_QUOTABLE: &str =
    "    (contains a control character, which sheets refuse: quote the words around it)\n";

/// A readout's slug, the name of its file, and the result of the search.
type Searched<'a> = (&'a str, &'a str, Found);

/// A readout's slug, the name of its file, and the passages that match.
type Places<'a> = (&'a str, &'a str, &'a [Match]);

/// The readouts to search: all, or the named one.
fn searched<'a>(
    dossiers: &'a [Dossier],
    slug: Option<&str>,
) -> Result<Vec<&'a ReadoutFiles>, CliError> {
    let all = || dossiers.iter().flat_map(|dossier| &dossier.readouts);
    let Some(slug) = slug else {
        return Ok(all().collect());
    };
    let found: Vec<&ReadoutFiles> = all().filter(|readout| readout.slug == slug).collect();
    if found.is_empty() {
        let with_words = all().filter(|readout| readout.text.is_some());
        let hint = did_you_mean(slug, with_words.map(|readout| readout.slug.as_str()));
        let hint = hint.map_or_else(String::new, |hint| format!("; {hint}"));
        return Err(CliError::usage(format!("unknown readout `{slug}`{hint}")));
    }
    if found.iter().all(|readout| readout.text.is_none()) {
        let message = format!("`{slug}` is a record: its words are not stored");
        return Err(CliError::usage(message));
    }
    Ok(found)
}

/// The places in one readout, for people; an editor can open the beginning of each as a link.
fn plain((_, file, matches): &Places<'_>) -> String {
    let passage = |(number, found): (usize, &Match)| {
        let (place, toml) = (place(file, found), &found.toml);
        let warning = if found.is_quotable() {
            ""
        } else {
            NOT_QUOTABLE
        };
        match matches.len() {
            1 => format!("{place}: unique\n    {toml}\n{warning}"),
            times => {
                let advice = format!("{number} of {times}: lengthen the quote");
                let context = in_context(found);
                format!("{place}: {advice}\n    {context}\n    {toml}\n{warning}")
            }
        }
    };
    (1..).zip(*matches).map(passage).collect()
}

/// A JSON array with one object for each place, each on its own line.
fn json(places: &[Places<'_>]) -> String {
    let objects = places.iter().flat_map(|(slug, file, matches)| {
        matches.iter().map(move |found| {
            let mut object = passages::object(slug, file, found);
            object.insert("unique".to_owned(), (matches.len() == 1).into());
            object.insert("toml".to_owned(), found.toml.as_str().into());
            Value::Object(object).to_string()
        })
    });
    let objects: Vec<String> = objects.collect();
    if objects.is_empty() {
        return "[]\n".to_owned();
    }
    format!("[\n{}\n]\n", objects.join(",\n"))
}

/// Notes why nothing was found, with the nearest passage of each readout.
fn note_nearest(searched: &[Searched<'_>]) {
    let failures = searched.iter().filter_map(|(_, file, found)| match found {
        Found::Nowhere { why, nearest } => Some((file, why, nearest.as_ref())),
        Found::At(_) => None,
    });
    let near = failures
        .clone()
        .filter_map(|(file, why, nearest)| Some((file, why, nearest?)));
    if let Some((_, why, _)) = near.clone().next() {
        Terminal::note(&format!("0 results: {why}; the nearest passage:"));
        for (file, _, nearest) in near {
            Terminal::note(&place(file, nearest));
            Terminal::note(&format!("    {}", nearest.toml));
        }
        return;
    }
    let why = failures.map(|(_, why, _)| why.as_str()).next();
    let why = why.unwrap_or("no readout has stored words");
    Terminal::note(&format!("0 results: {why}"));
}
