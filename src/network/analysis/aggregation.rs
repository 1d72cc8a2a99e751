//! Aggregation of the rows of a question: SPARQL counts, and this file adds sums, shares, means and entropies.

use std::cmp::Ordering;

use super::table::{Row, Table, Value};
use crate::vocab::slug;

/// How the rows of a question become the values of each pair of actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregation {
    Ladder,
    Deeds,
    Breadth,
    Openness,
    OneSidedness,
}

/// The columns that identify the pair and, if the question is asked by year, the year.
const LABELS: [&str; 3] = ["who", "whom", "year"];
const ENDS: [&str; 2] = ["source", "target"];

/// The groups of kinds of act, in the order of their columns.
const GROUPS: [&str; 5] = ["Account", "Stance", "Ask", "Answer", "Commitment"];
/// The greatest strength of a commitment.
const MAX_STRENGTH: u8 = 7;

impl Aggregation {
    /// One row for each pair and year, in descending order of the main column.
    pub(crate) fn of(self, rows: &Table) -> Table {
        let mut labels = LABELS.to_vec();
        labels.retain(|name| rows.place(name).is_some());
        let (measured, main) = self.columns();
        let columns = labels.iter().chain(measured).chain(&ENDS);
        let mut table = Table {
            columns: columns.map(|name| (*name).to_owned()).collect(),
            rows: Vec::new(),
            ..rows.clone()
        };
        for pair in pairs(rows, &labels) {
            let values = self.values(&pair);
            let row = pair.labels.into_iter().chain(values).chain(pair.ends);
            table.rows.push(row.collect());
        }
        table.sort_by(main, Ordering::reverse);
        table.sort_by("year", |order| order);
        table
    }

    /// The columns of the values, and the one to sort by.
    const fn columns(self) -> (&'static [&'static str], &'static str) {
        match self {
            Self::Ladder => (
                &[
                    "accounts",
                    "stances",
                    "asks",
                    "answers",
                    "commitments",
                    "strength_1",
                    "strength_2",
                    "strength_3",
                    "strength_4",
                    "strength_5",
                    "strength_6",
                    "strength_7",
                ],
                "commitments",
            ),
            Self::Deeds => (
                &["words", "deeds", "by_inference", "share", "mean_days"],
                "words",
            ),
            Self::Breadth => (
                &["mentions", "sectors", "entropy", "effective"],
                "effective",
            ),
            Self::Openness => (&["open", "oldest", "mean_days"], "open"),
            Self::OneSidedness => (&["acts", "told_by_one", "share"], "acts"),
        }
    }

    /// The values of a pair, in the order of the columns.
    fn values(self, pair: &Pair<'_>) -> Row {
        match self {
            Self::Ladder => ladder(pair),
            Self::Deeds => deeds(pair),
            Self::Breadth => breadth(pair),
            Self::Openness => openness(pair),
            Self::OneSidedness => one_sidedness(pair),
        }
    }
}

/// The number of acts of each group, and of commitments of each strength.
fn ladder(pair: &Pair<'_>) -> Row {
    let of_group = GROUPS.into_iter().map(|name| {
        let is_name =
            |value: &Value| matches!(value, Value::Name(group) if slug(group.as_ref()) == name);
        pair.sum("acts", |row| pair.cell(row, "group").is_some_and(is_name))
    });
    let of_strength = (1..=MAX_STRENGTH).map(|strength| {
        let is_strength = |size: f64| size.total_cmp(&f64::from(strength)).is_eq();
        pair.sum("acts", |row| {
            let size = pair.cell(row, "strength").and_then(Value::size);
            size.is_some_and(is_strength)
        })
    });
    let sums = of_group.chain(of_strength);
    sums.map(|sum| Some(count(sum))).collect()
}

/// Commitments, and those that were fulfilled, with the time that it took.
fn deeds(pair: &Pair<'_>) -> Row {
    let words = pair.rows.len();
    let deeds = pair.numbers("reached").len();
    vec![
        Some(Value::count(words)),
        Some(Value::count(deeds)),
        Some(count(pair.sum("by_inference", |_| true))),
        ratio(number(deeds), number(words)),
        mean(&pair.numbers("days")),
    ]
}

/// Mentions of sectors, the number of sectors, their entropy in bits, and the effective number of sectors.
fn breadth(pair: &Pair<'_>) -> Row {
    let mentions = pair.numbers("acts");
    let all = sum(&mentions);
    let shares = mentions.iter().map(|acts| acts / all);
    let shares = shares.filter(|share| *share > 0.0);
    let entropy = shares.fold(0.0, |sum, share| sum - share * share.log2());
    vec![
        Some(count(all)),
        Some(Value::count(mentions.len())),
        Some(Value::Number(entropy)),
        Some(Value::Number(entropy.exp2())),
    ]
}

/// Acts without an outcome, and their age in days.
fn openness(pair: &Pair<'_>) -> Row {
    let days = pair.numbers("days");
    let oldest = days.iter().copied().max_by(f64::total_cmp);
    vec![
        Some(Value::count(pair.rows.len())),
        oldest.map(count),
        mean(&days),
    ]
}

/// Acts that only one party reports.
fn one_sidedness(pair: &Pair<'_>) -> Row {
    let alone = pair.sum("acts", |row| {
        pair.cell(row, "alone") == Some(&Value::Truth(true))
    });
    let all = pair.sum("acts", |_| true);
    vec![Some(count(all)), Some(count(alone)), ratio(alone, all)]
}

/// The rows of one pair, and of one year if the question is asked by year.
struct Pair<'a> {
    table: &'a Table,
    labels: Row,
    ends: Row,
    rows: Vec<&'a Row>,
}

impl<'a> Pair<'a> {
    fn cell(&self, row: &'a Row, column: &str) -> Option<&'a Value> {
        row.get(self.table.place(column)?)?.as_ref()
    }

    fn number(&self, row: &'a Row, column: &str) -> Option<f64> {
        self.cell(row, column)?.size()
    }

    /// The numbers in a column.
    fn numbers(&self, column: &str) -> Vec<f64> {
        let rows = self.rows.iter();
        rows.filter_map(|row| self.number(row, column)).collect()
    }

    /// The sum of a column over some rows.
    fn sum(&self, column: &str, is_counted: impl Fn(&'a Row) -> bool) -> f64 {
        let rows = self.rows.iter().filter(|row| is_counted(row));
        let numbers: Vec<f64> = rows.filter_map(|row| self.number(row, column)).collect();
        sum(&numbers)
    }
}

/// The rows of each pair and year, which a question lists one after another.
fn pairs<'a>(table: &'a Table, labels: &[&str]) -> Vec<Pair<'a>> {
    let pick = |row: &Row, columns: &[&str]| -> Row {
        let places = columns.iter().map(|name| table.place(name));
        places.map(|place| row.get(place?)?.clone()).collect()
    };
    let mut pairs: Vec<Pair<'a>> = Vec::new();
    for row in &table.rows {
        let (labels, ends) = (pick(row, labels), pick(row, &ENDS));
        match pairs.last_mut() {
            Some(last) if last.labels == labels && last.ends == ends => last.rows.push(row),
            _ => pairs.push(Pair {
                table,
                labels,
                ends,
                rows: vec![row],
            }),
        }
    }
    pairs
}

fn sum(numbers: &[f64]) -> f64 {
    // `Iterator::sum` returns −0 for no numbers.
    numbers.iter().fold(0.0, |sum, number| sum + number)
}

fn mean(numbers: &[f64]) -> Option<Value> {
    ratio(sum(numbers), number(numbers.len()))
}

fn ratio(part: f64, whole: f64) -> Option<Value> {
    (whole > 0.0).then(|| Value::Number(part / whole))
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
const fn count(sum: f64) -> Value {
    Value::Count(sum.max(0.0) as u64)
}
