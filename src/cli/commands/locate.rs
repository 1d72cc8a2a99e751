//! `bilateral locate`.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::options::OutputArgs;
use crate::cli::terminal::Terminal;
use crate::cli::{format, output};
use crate::diagnostic::{LoadError, SourceText};
use crate::dossier::{Dossier, ReadoutFiles};
use crate::sheet::{Found, Match, locate};
use crate::text::{did_you_mean, visible};
use clap::Args;

/// Find a passage in the readouts, ready to quote
///
/// White space, quotation marks, dashes and hyphens match as in quotes. Print each place, whether it is the only one in
/// its readout, and its words as a TOML string with white space as single spaces. If nothing matches, print the nearest
/// passage.
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
        let searched = searched(&dossiers, self.readout.as_deref())?;
        let found = searched.into_iter().filter_map(|readout| {
            let text = readout.text.as_ref()?;
            Some((readout, text.as_ref(), locate(text, &self.text)))
        });
        let found: Vec<(&ReadoutFiles, &SourceText, Found)> = found.collect();
        let places = || {
            found
                .iter()
                .filter_map(|(readout, text, found)| match found {
                    Found::At(spots) => Some((*readout, *text, spots.as_slice())),
                    Found::Nowhere { .. } => None,
                })
        };
        let told = match format {
            Format::Plain => places()
                .map(|(_, text, spots)| plain(text, spots))
                .collect(),
            Format::Json => json(places()),
        };
        output::write_all(path, told.as_bytes())?;
        if places().next().is_none() {
            tell_nearest(&found);
        }
        Ok(())
    }
}

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
fn plain(text: &SourceText, spots: &[Match]) -> String {
    let mut told = String::new();
    for (index, spot) in spots.iter().enumerate() {
        let whether = match spots.len() {
            1 => "unique".to_owned(),
            times => format!("{} of {times}: lengthen the quote", index + 1),
        };
        // Writing into a String never fails.
        let _ = writeln!(told, "{}: {whether}", place(text, spot));
        if spots.len() > 1 {
            let _ = writeln!(told, "    {}", around(spot));
        }
        let _ = writeln!(told, "    {}", spot.toml);
        if !spot.is_quotable() {
            told.push_str(
                "    (contains a control character, which sheets refuse: quote the words around it)\n",
            );
        }
    }
    told
}

fn place(text: &SourceText, spot: &Match) -> String {
    let position = spot.position;
    format!(
        "{}:{}:{}: characters {} to {}",
        visible(text.name()),
        position.line,
        position.column,
        spot.span.start,
        spot.span.end
    )
}

/// A passage in brackets with its surroundings, on one line.
fn around(spot: &Match) -> String {
    // Leave out words that the surroundings cut.
    let before = spot.prefix.find(char::is_whitespace).unwrap_or(0);
    let behind = spot.suffix.rfind(char::is_whitespace).unwrap_or(0);
    let before = spot.prefix.get(before..).unwrap_or_default();
    let behind = spot.suffix.get(..behind).unwrap_or_default();
    let around = [before, "[", &spot.exact, "]", behind].concat();
    let words: Vec<&str> = around.split_whitespace().collect();
    format!("… {} …", visible(&words.join(" ")))
}

/// A JSON array with one object for each place, each on its own line.
fn json<'a>(
    places: impl Iterator<Item = (&'a ReadoutFiles, &'a SourceText, &'a [Match])>,
) -> String {
    let objects = places.flat_map(|(readout, text, spots)| {
        let is_unique = spots.len() == 1;
        spots
            .iter()
            .map(move |spot| object(readout, text, spot, is_unique).to_string())
    });
    let objects: Vec<String> = objects.collect();
    if objects.is_empty() {
        return "[]\n".to_owned();
    }
    format!("[\n{}\n]\n", objects.join(",\n"))
}

fn object(readout: &ReadoutFiles, text: &SourceText, spot: &Match, is_unique: bool) -> Value {
    json!({
        "readout": readout.slug,
        "file": text.name(),
        "line": spot.position.line,
        "column": spot.position.column,
        "start": spot.span.start,
        "end": spot.span.end,
        "unique": is_unique,
        "exact": spot.exact,
        "toml": spot.toml,
        "prefix": spot.prefix,
        "suffix": spot.suffix,
    })
}

/// Says why nothing was found, with the nearest passage of each readout.
fn tell_nearest(found: &[(&ReadoutFiles, &SourceText, Found)]) {
    let mut told = false;
    for (_, text, found) in found {
        let Found::Nowhere {
            why,
            nearest: Some(spot),
        } = found
        else {
            continue;
        };
        if !told {
            Terminal::note(&format!("0 results: {why}; the nearest passage:"));
        }
        told = true;
        Terminal::note(&place(text, spot));
        Terminal::note(&format!("    {}", spot.toml));
    }
    if told {
        return;
    }
    let why = found.iter().find_map(|(.., found)| match found {
        Found::Nowhere { why, .. } => Some(why.as_str()),
        Found::At(_) => None,
    });
    let why = why.unwrap_or("no readout has stored words");
    Terminal::note(&format!("0 results: {why}"));
}
