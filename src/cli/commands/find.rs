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
use crate::report::{self, FoundAct, FoundName};
use crate::sheet::{Match, mentions};
use crate::text::{counted, framed};

/// Find names, passages of the readouts and acts that contain some words
///
/// Letter case does not matter, and the last word may be the beginning of a longer one. A name is found by its slug and
/// by all its labels, in Cyrillic and in Latin letters. Print its class, its other names, and how many acts and events
/// use it. An act is found by what it says in our words: its sentence or its note. `locate` prints passages ready to
/// quote.
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

/// What has the words.
struct Found<'a> {
    names: Vec<FoundName>,
    passages: Vec<Passage<'a>>,
    acts: Vec<FoundAct>,
}

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
        let records = loaded.records();
        let found = Found {
            names: report::find(&records, &loaded.graph.name_index, &words),
            passages: passages(&loaded, &words),
            acts: report::find_acts(&records, &words),
        };
        let is_empty = found.names.is_empty() && found.passages.is_empty() && found.acts.is_empty();
        let bytes = match format {
            Format::Json => format!("{:#}\n", found.object()).into_bytes(),
            Format::Page(_) if is_empty => Vec::new(),
            Format::Page(format) => found.document().to_file(format),
        };
        output::write_all(path, &bytes)?;
        if is_empty {
            Terminal::note(&format!(
                "0 results: no name, no stored words of a readout, and no sentence or note of an act have `{}`",
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

impl Found<'_> {
    fn document(&self) -> Document {
        let passage = |(slug, _, found): &Passage<'_>| {
            let line = found.position.line;
            let place = Inlines::new().strong(format!("doc:{slug}"));
            Item::new(place.text(format!(", line {line}: {}", in_context(found))))
        };
        let sections = [
            ("Names", self.names.iter().map(name).collect::<Vec<_>>()),
            ("Passages", self.passages.iter().map(passage).collect()),
            ("Acts (in our words)", self.acts.iter().map(act).collect()),
        ];
        let sections = sections.into_iter().filter(|(_, items)| !items.is_empty());
        let blocks =
            sections.flat_map(|(title, items)| [Block::heading(2, title), Block::List(items)]);
        Document::new(blocks.collect())
    }

    fn object(&self) -> Value {
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
        let act = |found: &FoundAct| {
            json!({
                "act": found.name,
                "date": found.date,
                "sentence": found.sentence,
                "note": found.note,
                "publisher": found.publisher,
            })
        };
        json!({
            "names": self.names.iter().map(name).collect::<Vec<_>>(),
            "passages": self.passages.iter().map(passage).collect::<Vec<_>>(),
            "acts": self.acts.iter().map(act).collect::<Vec<_>>(),
        })
    }
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

/// `2025-06-09 · Belarus: the two sides should trade more · act:2025-06-09-rbc.trade-must-grow · RBC`, and below it the
/// note that has the words.
fn act(found: &FoundAct) -> Item {
    let date = found.date.as_deref().unwrap_or("no date");
    let line = Inlines::new()
        .text(format!("{date} · {} · ", found.sentence))
        .strong(&*found.name)
        .text(framed(
            " · ",
            found.publisher.as_deref().unwrap_or_default(),
            "",
        ));
    let note = found.note.as_ref();
    let note = note.map(|note| Item::text(format!("note: {note}")));
    Item::new(line).with_list(note.into_iter().collect())
}
