//! `bilateral find`.

use clap::Args;
use serde_json::{Value, json};

use crate::cli::context::{Context, Loaded};
use crate::cli::error::CliError;
use crate::cli::format::{self, Named};
use crate::cli::options::OutputArgs;
use crate::cli::passages::{self, in_context};
use crate::cli::terminal::Terminal;
use crate::cli::{output, page};
use crate::document::{Block, Document, Inlines, Item, PageFormat};
use crate::report::{self, FoundName};
use crate::sheet::{Match, mentions};
use crate::text::counted;

/// Find names and passages of the readouts that contain some words
///
/// Letter case does not matter, and the last word may be the beginning of a longer one. A name is found by its slug and
/// by all its labels, in Cyrillic and in Latin letters. Print its class, its other names, and how many acts and events
/// use it. `locate` prints passages ready to quote.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral find lukashenko\n  bilateral find Калининград\n  bilateral find \"construction mater\" --format json"
)]
pub struct Find {
    /// The words to find
    #[arg(value_name = "WORD", required = true)]
    pub words: Vec<String>,
    /// Output format: txt, md, html, docx or json [default: by file extension, else txt]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,

    #[command(flatten)]
    pub output: OutputArgs,
}

/// The output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Page(PageFormat),
    Json,
}

/// A passage, with the slug of its readout and the name of its file.
type Passage<'a> = (&'a str, &'a str, Match);

impl Find {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let path = self.output.output.as_deref();
        let pages = page::FORMATS.map(|(format, names)| (Format::Page(format), names));
        let json: (Format, &[&str]) = (Format::Json, &["json", "application/json"]);
        let formats: Vec<Named<Format>> = pages.into_iter().chain([json]).collect();
        let found = format::find(self.format.as_deref(), path, &formats)?;
        let fitting = context.terminal.width(path).map(PageFormat::Terminal);
        let format = found.unwrap_or(Format::Page(fitting.unwrap_or(PageFormat::Text)));
        if let Format::Page(page) = format {
            page::refuse_terminal(page, path)?;
        }
        let loaded = context.load()?;
        let words = self.words.join(" ");
        let names = report::find(&loaded.records(), &loaded.graph.name_index, &words);
        let passages = passages(&loaded, &words);
        let is_empty = names.is_empty() && passages.is_empty();
        let bytes = match format {
            Format::Json => format!("{:#}\n", object(&names, &passages)).into_bytes(),
            Format::Page(_) if is_empty => Vec::new(),
            Format::Page(format) => document(&names, &passages).to_file(format),
        };
        output::write_all(path, &bytes)?;
        if is_empty {
            Terminal::note(&format!(
                "0 results: no name and no stored words of a readout have `{}`",
                words.trim()
            ));
        }
        Ok(())
    }
}

fn passages<'a>(loaded: &'a Loaded, words: &str) -> Vec<Passage<'a>> {
    let mut passages = Vec::new();
    for readout in loaded.readouts() {
        if let Some(text) = &readout.text {
            let found = mentions(text, words).into_iter();
            passages.extend(found.map(|found| (&*readout.slug, text.name(), found)));
        }
    }
    passages
}

fn document(names: &[FoundName], passages: &[Passage<'_>]) -> Document {
    let mut blocks = Vec::new();
    if !names.is_empty() {
        blocks.push(Block::heading(2, "Names"));
        blocks.push(Block::List(names.iter().map(name).collect()));
    }
    if !passages.is_empty() {
        blocks.push(Block::heading(2, "Passages"));
        let item = |(slug, _, found): &Passage<'_>| {
            let line = found.position.line;
            let place = Inlines::new().strong(format!("doc:{slug}"));
            Item::new(place.text(format!(", line {line}: {}", in_context(found))))
        };
        blocks.push(Block::List(passages.iter().map(item).collect()));
    }
    Document::new(blocks)
}

/// `id:minsk · Place · Minsk · 2 acts, 5 events`, and below it the other names.
fn name(found: &FoundName) -> Item {
    let acts = counted(found.acts, "act", "acts");
    let events = counted(found.events, "event", "events");
    let line = Inlines::new().strong(&*found.name).text(format!(
        " · {} · {} · {acts}, {events}",
        found.class, found.label
    ));
    let others = found.other_names.join("; ");
    let others = (!others.is_empty()).then(|| Item::text(format!("also {others}")));
    Item::new(line).with_list(others.into_iter().collect())
}

fn object(names: &[FoundName], passages: &[Passage<'_>]) -> Value {
    let name = |found: &FoundName| {
        json!({
            "name": found.name,
            "class": found.class,
            "label": found.label,
            "other_names": found.other_names,
            "acts": found.acts,
            "events": found.events,
        })
    };
    let passage = |(slug, file, found): &Passage<'_>| passages::object(slug, file, found);
    json!({
        "names": names.iter().map(name).collect::<Vec<_>>(),
        "passages": passages.iter().map(passage).collect::<Vec<_>>(),
    })
}
