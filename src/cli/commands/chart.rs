//! `bilateral chart`.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use clap::builder::PossibleValue;
use clap::{Args, Subcommand, ValueEnum};

use crate::cli::act_args::ActArgs;
use crate::cli::context::Context;
use crate::cli::error::{CliError, Doing};
use crate::cli::format::{self, Named};
use crate::cli::options::OutputArgs;
use crate::cli::output;
use crate::cli::terminal::Terminal;
use crate::document::Bar;
use crate::export::chart;
use crate::records::Records;
use crate::report::{self, NoContent, Stack};
use crate::text::{did_you_mean, one_of, visible};

/// Draw commitments or a figure over time as SVG
///
/// Every mark has its number next to it. The description of the picture has all numbers in words. The same records
/// always produce the same bytes.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bilateral chart commitments -o commitments.svg\n  bilateral chart commitments --by belarus --sector construction --since 2014 > construction.svg\n  bilateral chart commitments --stack sector -o sectors.svg\n  bilateral chart figure\n  bilateral chart figure 'trade turnover' -o trade.svg"
)]
pub struct Chart {
    #[command(subcommand)]
    pub what: What,
}

#[derive(Debug, Subcommand)]
pub enum What {
    Commitments(Commitments),
    Figure(Figure),
}

/// Draw commitments by year, each bar a stack of outcomes or of sectors
///
/// A delivery is delivered, and an agreement agreed; later acts decide the outcome of offers, proposals and pledges.
/// Assurances and readiness expect no answer. A commitment over several years is listed below the bars.
#[derive(Debug, Args)]
pub struct Commitments {
    /// What the parts of a bar show
    #[arg(long, value_name = "BY", default_value = "outcome")]
    pub stack: Stack,

    #[command(flatten)]
    pub filter: Filter,
}

impl ValueEnum for Stack {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Outcome, Self::Sector]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::Outcome => ("outcome", "What came of the commitments"),
            Self::Sector => ("sector", "Their sectors; one in several counts in each"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

/// Draw the figures of a measure over time, with numbered sources
///
/// A point is a figure for a year, a bar one for another period. A hollow mark is a minimum or a maximum. Figures
/// without a period are listed below the picture.
#[derive(Debug, Args)]
pub struct Figure {
    /// The measure; without it, list all measures
    #[arg(value_name = "MEASURE")]
    pub measure: Option<String>,

    #[command(flatten)]
    pub filter: Filter,
}

/// What to draw, and where.
#[derive(Debug, Args)]
pub struct Filter {
    #[command(flatten)]
    pub output: OutputArgs,

    #[command(flatten)]
    pub acts: ActArgs,
}

impl Chart {
    pub fn run(&self, context: &Context<'_>) -> Result<(), CliError> {
        let (What::Commitments(Commitments { filter, .. }) | What::Figure(Figure { filter, .. })) =
            &self.what;
        let formats: [Named<()>; 1] = [((), chart::NAMES)];
        format::find(None, filter.output.output.as_deref(), &formats)?;
        let loaded = context.load()?;
        let records = loaded.records();
        let conditions = filter.acts.filter(&loaded)?;
        let title = loaded.title(None);
        match &self.what {
            What::Commitments(Commitments { stack, .. }) => {
                let drawn = report::commitments_chart(&records, &conditions, *stack, &title);
                if drawn.bars.is_empty() {
                    let all = conditions.without_dates();
                    let all = report::commitments_chart(&records, &all, *stack, &title);
                    let outside = all.bars.iter().map(Bar::total).sum();
                    let none = NoContent { outside };
                    note_empty(&none.of("no matching commitment with a date"), &drawn.notes);
                    return Ok(());
                }
                filter.write(&chart::bars(&drawn).doing(FAILED)?)
            }
            What::Figure(Figure { measure: None, .. }) => {
                let measures = report::measures(&records);
                if measures.is_empty() {
                    Terminal::note("0 results: no figure is recorded");
                }
                filter.write(&listed(&measures))
            }
            What::Figure(Figure {
                measure: Some(name),
                ..
            }) => {
                let measure = measure(&records, name)?;
                let drawn = report::figure_chart(&records, &measure, &conditions, &title);
                let all = conditions.without_dates();
                let all = report::figure_chart(&records, &measure, &all, &title);
                let outside = all.total().saturating_sub(drawn.total());
                if drawn.panels.is_empty() {
                    let none = NoContent { outside };
                    let none = none.of(&format!("no figure of `{measure}` with a period"));
                    note_empty(&none, &drawn.undated);
                    return Ok(());
                }
                if outside > 0 {
                    Terminal::note(&format!(
                        "figures outside these dates or without a period, left out: {outside}"
                    ));
                }
                filter.write(&chart::figures(&drawn).doing(FAILED)?)
            }
        }
    }
}

/// How many measures an error suggests for an unknown one.
const MOST_SUGGESTIONS: usize = 3;
/// The beginning of every error of a chart.
const FAILED: &str = "cannot draw the chart";

impl Filter {
    fn write(&self, text: &str) -> Result<(), CliError> {
        output::write_all(self.output.output.as_deref(), text.as_bytes())
    }
}

/// Says why nothing is drawn.
fn note_empty(why: &str, others: &[String]) {
    Terminal::note(&format!("0 results: {why}"));
    for other in others {
        Terminal::note(other);
    }
}

/// The measures, each with the number of its figures.
fn listed(measures: &BTreeMap<String, usize>) -> String {
    let mut list = String::new();
    for (name, count) in measures {
        // Writing into a String never fails.
        let _ = writeln!(list, "{count:>4}  {}", visible(name));
    }
    list
}

/// The measure with this name, ignoring letter case, or the only one that contains it.
fn measure(records: &Records, typed: &str) -> Result<String, CliError> {
    let measures = report::measures(records);
    let lower = typed.trim().to_lowercase();
    if measures.contains_key(typed) {
        return Ok(typed.to_owned());
    }
    let known = || measures.keys();
    if let Some(same) = known().find(|name| name.to_lowercase() == lower) {
        return Ok(same.clone());
    }
    let containing = measures
        .iter()
        .filter(|(name, _)| !lower.is_empty() && name.to_lowercase().contains(&lower));
    let mut containing: Vec<(&String, &usize)> = containing.collect();
    if let [(only, _)] = *containing {
        return Ok(only.clone());
    }
    containing.sort_by_key(|(name, count)| {
        let begins = name.to_lowercase().starts_with(&lower);
        (!begins, Reverse(**count))
    });
    let nearest = containing.iter().take(MOST_SUGGESTIONS);
    let hint = one_of(nearest.map(|(name, _)| name.as_str()))
        .map(|names| format!("did you mean {names}?"))
        .or_else(|| did_you_mean(typed, known().map(String::as_str)))
        .unwrap_or_else(|| "`bilateral chart figure` lists all".to_owned());
    Err(CliError::usage(format!(
        "unknown measure `{typed}`; {hint}"
    )))
}
