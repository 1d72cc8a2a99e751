//! What is made of the rows of a question: SPARQL counts, here are sums, shares, means and entropies.

use super::{Table, Value};
use crate::vocab::slug;

/// What is made of the rows of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregation {
    Ladder,
    Deeds,
    Breadth,
    Openness,
    OneSidedness,
}

/// By which columns rows are of the same pair, and of the same year where years are told apart.
const LABELS: [&str; 3] = ["who", "whom", "year"];
const ENDS: [&str; 2] = ["source", "target"];

/// The groups of kinds of act, beside their columns.
const GROUPS: [(&str, &str); 5] = [
    ("Account", "accounts"),
    ("Stance", "stances"),
    ("Ask", "asks"),
    ("Answer", "answers"),
    ("Commitment", "commitments"),
];
/// The strengths of commitments, beside their columns.
const STRENGTHS: [(f64, &str); 7] = [
    (1.0, "strength_1"),
    (2.0, "strength_2"),
    (3.0, "strength_3"),
    (4.0, "strength_4"),
    (5.0, "strength_5"),
    (6.0, "strength_6"),
    (7.0, "strength_7"),
];

impl Aggregation {
    /// One row for each pair and year, those that say most first.
    pub(crate) fn of(self, rows: &Table) -> Table {
        let known = |name: &&str| rows.place(name).is_some();
        let labels: Vec<&str> = LABELS.into_iter().filter(known).collect();
        let measured = self.columns();
        let columns = labels.iter().chain(&measured).chain(&ENDS);
        let mut table = Table {
            columns: columns.map(|name| (*name).to_owned()).collect(),
            rows: Vec::new(),
            ..rows.clone()
        };
        for pair in pairs(rows, &labels) {
            let own = self.values(&pair);
            let row = pair.labels.into_iter().chain(own).chain(pair.ends);
            table.rows.push(row.collect());
        }
        table.sort_by(self.greatest(), std::cmp::Ordering::reverse);
        table.sort_by("year", |order| order);
        table
    }

    fn columns(self) -> Vec<&'static str> {
        match self {
            Self::Ladder => {
                let groups = GROUPS.iter().map(|(_, column)| *column);
                groups
                    .chain(STRENGTHS.iter().map(|(_, column)| *column))
                    .collect()
            }
            Self::Deeds => vec!["words", "deeds", "by_inference", "share", "mean_days"],
            Self::Breadth => vec!["mentions", "sectors", "entropy", "effective"],
            Self::Openness => vec!["open", "oldest", "mean_days"],
            Self::OneSidedness => vec!["acts", "told_by_one", "share"],
        }
    }

    /// The column of which the most stands first.
    const fn greatest(self) -> &'static str {
        match self {
            Self::Ladder => "commitments",
            Self::Deeds => "words",
            Self::Breadth => "effective",
            Self::Openness => "open",
            Self::OneSidedness => "acts",
        }
    }

    /// The values of a pair, in the order of the columns.
    fn values(self, pair: &Pair<'_>) -> Vec<Option<Value>> {
        match self {
            Self::Ladder => ladder(pair),
            Self::Deeds => deeds(pair),
            Self::Breadth => breadth(pair),
            Self::Openness => {
                let days: Vec<f64> = pair.sizes("days").flatten().collect();
                let oldest = days.iter().copied().max_by(f64::total_cmp);
                vec![
                    Some(Value::count(pair.rows.len())),
                    oldest.map(count),
                    mean(&days),
                ]
            }
            Self::OneSidedness => {
                let alone = pair.sum("acts", |row| {
                    pair.cell(row, "alone") == Some(&Value::Truth(true))
                });
                let all = pair.sum("acts", |_| true);
                vec![Some(count(all)), Some(count(alone)), ratio(alone, all)]
            }
        }
    }
}

fn ladder(pair: &Pair<'_>) -> Vec<Option<Value>> {
    let groups = GROUPS.iter().map(|(name, _)| {
        let is_of = |cell: Option<&Value>| matches!(cell, Some(Value::Name(group)) if slug(group.as_ref()) == *name);
        pair.sum("acts", |row| is_of(pair.cell(row, "group")))
    });
    let strengths = STRENGTHS.iter().map(|(strength, _)| {
        let is_of = |cell: Option<&Value>| {
            let size = cell.and_then(Value::size);
            size.is_some_and(|size| size.total_cmp(strength).is_eq())
        };
        pair.sum("acts", |row| is_of(pair.cell(row, "strength")))
    });
    groups
        .chain(strengths)
        .map(|sum| Some(count(sum)))
        .collect()
}

fn deeds(pair: &Pair<'_>) -> Vec<Option<Value>> {
    let words = pair.rows.len();
    let done = pair.sizes("reached").flatten().count();
    let guessed = pair.sum("by_inference", |_| true);
    let days: Vec<f64> = pair.sizes("days").flatten().collect();
    #[expect(clippy::cast_precision_loss, reason = "acts are far fewer than 2⁵³")]
    let share = ratio(done as f64, words as f64);
    vec![
        Some(Value::count(words)),
        Some(Value::count(done)),
        Some(count(guessed)),
        share,
        mean(&days),
    ]
}

/// How often sectors are spoken of, how many there are, the entropy in bits, and the number of sectors that it stands for.
fn breadth(pair: &Pair<'_>) -> Vec<Option<Value>> {
    let mentions: Vec<f64> = pair.sizes("acts").flatten().collect();
    let all = mentions.iter().fold(0.0, |sum, acts| sum + acts);
    let shares = mentions
        .iter()
        .map(|acts| acts / all)
        .filter(|share| *share > 0.0);
    let entropy = shares.fold(0.0, |sum, share| sum - share * share.log2());
    vec![
        Some(count(all)),
        Some(Value::count(mentions.len())),
        Some(Value::Number(entropy)),
        Some(Value::Number(entropy.exp2())),
    ]
}

/// The rows of one pair, and of one year where years are told apart.
struct Pair<'a> {
    table: &'a Table,
    labels: Vec<Option<Value>>,
    ends: Vec<Option<Value>>,
    rows: Vec<&'a [Option<Value>]>,
}

impl<'a> Pair<'a> {
    fn cell(&self, row: &'a [Option<Value>], column: &str) -> Option<&'a Value> {
        row.get(self.table.place(column)?)?.as_ref()
    }

    /// The numbers in a column, for each row.
    fn sizes(&self, column: &str) -> impl Iterator<Item = Option<f64>> {
        self.rows
            .iter()
            .map(move |row| self.cell(row, column)?.size())
    }

    /// The sum of a column over some of the rows.
    fn sum(&self, column: &str, is_of: impl Fn(&'a [Option<Value>]) -> bool) -> f64 {
        let rows = self.rows.iter().zip(self.sizes(column));
        let sizes = rows
            .filter(|(row, _)| is_of(row))
            .filter_map(|(_, size)| size);
        sizes.fold(0.0, |sum, size| sum + size)
    }
}

/// The rows of each pair and year, which a question keeps together.
fn pairs<'a>(table: &'a Table, labels: &[&str]) -> Vec<Pair<'a>> {
    let pick = |row: &[Option<Value>], names: &[&str]| -> Vec<Option<Value>> {
        let places = names.iter().map(|name| table.place(name));
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

fn ratio(part: f64, whole: f64) -> Option<Value> {
    (whole > 0.0).then(|| Value::Number(part / whole))
}

fn mean(numbers: &[f64]) -> Option<Value> {
    #[expect(clippy::cast_precision_loss, reason = "acts are far fewer than 2⁵³")]
    let count = numbers.len() as f64;
    ratio(numbers.iter().fold(0.0, |sum, number| sum + number), count)
}

/// A sum of counts, which is one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts and days, none below 0 and all far below 2⁵³"
)]
fn count(sum: f64) -> Value {
    Value::Count(sum.max(0.0) as u64)
}
