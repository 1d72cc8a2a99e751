//! What is made of the rows of a question that SPARQL cannot make of them: shares, means, entropies.

use super::{Table, Value};

/// What is made of the rows of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Finish {
    Ladder,
    Deeds,
    Breadth,
    Openness,
    OneSidedness,
}

impl Finish {
    /// Adds to a table what SPARQL cannot compute, and puts the rows that say most first.
    pub(super) fn apply(self, table: &mut Table) {
        let greatest = match self {
            Self::Ladder => "commitments",
            Self::Deeds => {
                ratio(table, "share", ["deeds", "words"], "by_inference");
                ratio(table, "mean_days", ["days", "dated"], "share");
                table.drop_column("dated");
                table.drop_column("days");
                "words"
            }
            Self::Breadth => {
                *table = breadth(table);
                "effective"
            }
            Self::Openness => {
                ratio(table, "mean_days", ["days", "open"], "oldest");
                table.drop_column("days");
                "open"
            }
            Self::OneSidedness => {
                ratio(table, "share", ["told_by_one", "acts"], "told_by_one");
                "acts"
            }
        };
        table.sort_by(greatest, std::cmp::Ordering::reverse);
        table.sort_by("year", |order| order);
    }
}

/// Puts a column behind another: one divided by one, empty where that is 0.
fn ratio(table: &mut Table, name: &str, [part, whole]: [&str; 2], behind: &str) {
    let (Some(part), Some(whole), Some(behind)) =
        (table.place(part), table.place(whole), table.place(behind))
    else {
        return;
    };
    table.columns.insert(behind + 1, name.to_owned());
    for row in &mut table.rows {
        let size = |place: usize| row.get(place)?.as_ref()?.size();
        let ratio = size(part)
            .zip(size(whole))
            .filter(|(_, whole)| *whole > 0.0);
        let ratio = ratio.map(|(part, whole)| Value::Number(part / whole));
        row.insert((behind + 1).min(row.len()), ratio);
    }
}

/// One row for all sectors between the same two, in the same year: how many there are, and how evenly they are spoken of.
fn breadth(table: &Table) -> Table {
    let before: Vec<&str> = ["who", "whom", "year"]
        .into_iter()
        .filter(|name| table.place(name).is_some())
        .collect();
    let pick = |row: &[Option<Value>], names: &[&str]| -> Vec<Option<Value>> {
        let places = names.iter().map(|name| table.place(name));
        places.map(|place| row.get(place?)?.clone()).collect()
    };
    let mut spreads: Vec<Spread> = Vec::new();
    for row in &table.rows {
        let (labels, ends) = (pick(row, &before), pick(row, &["source", "target"]));
        let acts = || row.get(table.place("acts")?)?.as_ref()?.size();
        // The question keeps the rows of a pair and a year together.
        match spreads.last_mut() {
            Some(last) if last.labels == labels && last.ends == ends => {
                last.mentions.extend(acts());
            }
            _ => spreads.push(Spread {
                labels,
                ends,
                mentions: acts().into_iter().collect(),
            }),
        }
    }
    let after = [
        "mentions",
        "sectors",
        "entropy",
        "effective",
        "source",
        "target",
    ];
    let columns = before.iter().chain(&after);
    Table {
        columns: columns.map(|name| (*name).to_owned()).collect(),
        rows: spreads.into_iter().map(Spread::into_row).collect(),
        ..table.clone()
    }
}

/// What one does toward another in each sector.
struct Spread {
    labels: Vec<Option<Value>>,
    ends: Vec<Option<Value>>,
    mentions: Vec<f64>,
}

impl Spread {
    fn into_row(self) -> Vec<Option<Value>> {
        let measured = spread(&self.mentions).map(Some);
        self.labels
            .into_iter()
            .chain(measured)
            .chain(self.ends)
            .collect()
    }
}

/// How often sectors are spoken of, how many there are, the entropy in bits, and the number of sectors that it stands for.
fn spread(mentions: &[f64]) -> [Value; 4] {
    let all = mentions.iter().fold(0.0, |sum, acts| sum + acts);
    let shares = mentions
        .iter()
        .map(|acts| acts / all)
        .filter(|share| *share > 0.0);
    let entropy = shares.fold(0.0, |sum, share| sum - share * share.log2());
    [
        Value::Number(all),
        Value::count(mentions.len()),
        Value::Number(entropy),
        Value::Number(entropy.exp2()),
    ]
}
