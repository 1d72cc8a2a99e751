//! Measures of cooperation: the rows of a named question, aggregated for each pair of actors. SPARQL counts, and this
//! file adds sums, shares and means.

use std::cmp::Ordering;

use super::measure::{Computation, Measure, Question};
use super::table::MeasureTable;
use crate::document::Cell;
use crate::source::{Row, Solutions, SourceError};
use crate::text::capitalised;
use crate::vocab::slug;

/// The columns that identify the pair and, if the question is asked by year, the year.
const LABELS: [&str; 3] = ["who", "whom", "year"];
const ENDS: [&str; 2] = ["source", "target"];

/// How binding the words of each actor to another are.
pub const LADDER: Question = Question {
    name: "ladder-by-pair",
    ranked_by: "commitments",
    columns: &[
        ("accounts", |rows| acts_of_group(rows, "Account")),
        ("stances", |rows| acts_of_group(rows, "Stance")),
        ("asks", |rows| acts_of_group(rows, "Ask")),
        ("answers", |rows| acts_of_group(rows, "Answer")),
        ("commitments", |rows| acts_of_group(rows, "Commitment")),
        ("strength_1", |rows| acts_of_strength(rows, 1)),
        ("strength_2", |rows| acts_of_strength(rows, 2)),
        ("strength_3", |rows| acts_of_strength(rows, 3)),
        ("strength_4", |rows| acts_of_strength(rows, 4)),
        ("strength_5", |rows| acts_of_strength(rows, 5)),
        ("strength_6", |rows| acts_of_strength(rows, 6)),
        ("strength_7", |rows| acts_of_strength(rows, 7)),
    ],
};

/// Commitments, and those that led to an agreement or a delivery, with the time that it took.
pub const DELIVERIES: Question = Question {
    name: "deliveries-by-pair",
    ranked_by: "commitments",
    columns: &[
        ("commitments", |rows| rows.len().into()),
        ("agreed", |rows| with_number(rows, "reached", 6).into()),
        ("delivered", |rows| with_number(rows, "reached", 7).into()),
        ("inferred", |rows| numbers(rows, "inferred").len().into()),
        ("share", |rows| {
            share(numbers(rows, "reached").len(), rows.len())
        }),
        ("mean_days_at_least", |rows| mean(rows, "days_at_least")),
        ("mean_days_at_most", |rows| mean(rows, "days_at_most")),
    ],
};

/// Mentions of sectors, the number of sectors, their entropy in bits, and the effective number of sectors.
pub const BREADTH: Question = Question {
    name: "breadth-by-pair",
    ranked_by: "effective",
    columns: &[
        ("mentions", |rows| count(total(rows, "acts"))),
        ("sectors", |rows| numbers(rows, "acts").len().into()),
        ("entropy", |rows| entropy(rows).into()),
        ("effective", |rows| entropy(rows).exp2().into()),
    ],
};

/// Acts without an outcome, and their age in days.
pub const OPENNESS: Question = Question {
    name: "openness-by-pair",
    ranked_by: "open",
    columns: &[
        ("open", |rows| rows.len().into()),
        ("oldest", |rows| {
            let days = numbers(rows, "days").into_iter();
            days.max_by(f64::total_cmp).map(count).into()
        }),
        ("mean_days", |rows| mean(rows, "days")),
    ],
};

/// Acts that only one party reports.
pub const ONE_SIDEDNESS: Question = Question {
    name: "one-sided-by-pair",
    ranked_by: "acts",
    columns: &[
        ("acts", |rows| count(total(rows, "acts"))),
        ("told_by_one", |rows| count(acts(rows, is_alone))),
        ("share", |rows| {
            ratio(acts(rows, is_alone), total(rows, "acts"))
        }),
    ],
};

/// The table of a measure of cooperation, from the rows of its [question](Measure::question): by year or in total, and
/// only the top rows if `top` is given. Another measure has no columns.
///
/// # Errors
/// If the source fails while its rows are read.
pub fn of_cooperation(
    measure: &Measure,
    rows: Solutions,
    with_years: bool,
    top: Option<usize>,
) -> Result<MeasureTable, SourceError> {
    let title = capitalised(measure.name);
    let mut table = MeasureTable::new(measure.name, title, [], &[measure]);
    let definition = ("definition".to_owned(), measure.definition);
    table.legend.push(definition);
    let Computation::Question(question) = &measure.computation else {
        return Ok(table);
    };
    let mut labels = LABELS.to_vec();
    labels.retain(|name| {
        let is_selected = rows.variables().iter().any(|of| of.as_str() == *name);
        is_selected && (with_years || *name != "year")
    });
    let measured = question.columns.iter().map(|(name, _)| name);
    let columns = labels.iter().chain(measured).chain(&ENDS);
    table.values.columns = columns.map(|name| (*name).to_owned()).collect();
    let rows = rows.collect::<Result<Vec<Row>, SourceError>>()?;
    let is_same_pair = |one: &Row, other: &Row| {
        let mut names = labels.iter().chain(&ENDS);
        names.all(|name| one.get(name) == other.get(name))
    };
    // A question lists the rows of a pair one after another.
    for pair in rows.chunk_by(is_same_pair) {
        let cell = |name: &&str| pair.first().map_or(Cell::Absent, |row| row.cell(name));
        let values = question.columns.iter().map(|(_, value)| value(pair));
        let row = labels.iter().map(cell).chain(values);
        table
            .values
            .rows
            .push(row.chain(ENDS.iter().map(cell)).collect());
    }
    table.values.sort_by(question.ranked_by, Ordering::reverse);
    table.values.sort_by("year", |order| order);
    table.values.rows.truncate(top.unwrap_or(usize::MAX));
    Ok(table)
}

/// The finite numbers in a column.
fn numbers(rows: &[Row], column: &str) -> Vec<f64> {
    let numbers = rows.iter().filter_map(|row| row.number(column));
    numbers.filter(|number: &f64| number.is_finite()).collect()
}

/// The sum of a column.
fn total(rows: &[Row], column: &str) -> f64 {
    // `Iterator::sum` returns −0 for no numbers.
    let numbers = numbers(rows, column).into_iter();
    numbers.fold(0.0, |sum, number| sum + number)
}

/// The mean of the numbers in a column.
fn mean(rows: &[Row], column: &str) -> Cell {
    ratio(total(rows, column), number(numbers(rows, column).len()))
}

/// The number of acts in some rows.
fn acts(rows: &[Row], is_counted: impl Fn(&Row) -> bool) -> f64 {
    let counted = rows.iter().filter(|row| is_counted(row));
    counted.fold(0.0, |sum, row| sum + row.number("acts").unwrap_or(0.0))
}

fn acts_of_group(rows: &[Row], name: &str) -> Cell {
    let is_group = |row: &Row| {
        row.node("group_class")
            .is_some_and(|group| slug(group.as_ref()) == name)
    };
    count(acts(rows, is_group))
}

fn acts_of_strength(rows: &[Row], strength: u8) -> Cell {
    count(acts(rows, |row| has_number(row, "strength", strength)))
}

/// The number of rows with a number in a column.
fn with_number(rows: &[Row], column: &str, number: u8) -> usize {
    let rows = rows.iter();
    rows.filter(|row| has_number(row, column, number)).count()
}

fn has_number(row: &Row, column: &str, number: u8) -> bool {
    let is_equal = |found: f64| found.total_cmp(&f64::from(number)).is_eq();
    row.number(column).is_some_and(is_equal)
}

/// Whether only one party reports the acts of a row.
fn is_alone(row: &Row) -> bool {
    row.text("alone") == Some("true")
}

/// The entropy of the sectors of a pair, in bits.
fn entropy(rows: &[Row]) -> f64 {
    let all = total(rows, "acts");
    let shares = numbers(rows, "acts").into_iter().map(|acts| acts / all);
    let shares = shares.filter(|share| *share > 0.0);
    shares.fold(0.0, |sum, share| sum - share * share.log2())
}

fn share(part: usize, whole: usize) -> Cell {
    ratio(number(part), number(whole))
}

/// A share; absent if the whole is 0.
fn ratio(part: f64, whole: f64) -> Cell {
    (whole > 0.0).then(|| part / whole).into()
}

#[expect(clippy::cast_precision_loss, reason = "acts are far fewer than 2⁵³")]
const fn number(count: usize) -> f64 {
    count as f64
}

/// A sum of counts or days as a count.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts and days, none below 0 and all far below 2⁵³"
)]
const fn count(sum: f64) -> Cell {
    Cell::Count(sum.max(0.0) as u64)
}
