//! Which columns of a table fit a terminal, and how wide they are.

use std::cmp::Reverse;

use unicode_width::UnicodeWidthStr;

use super::table::Cell;
use super::wrap::{is_address, words};
use crate::text::visible;

/// The maximum number of columns, unless the reader asks for more.
const MOST_COLUMNS: usize = 7;
/// A column whose cells are all shorter holds names, others hold sentences, in columns of a terminal.
const LONGEST_NAME: usize = 40;
/// The minimum width of a column of sentences: between these, the one in which the longest takes this many lines.
const SENTENCE: (usize, usize) = (16, 24);
const SENTENCE_LINES: usize = 8;
/// So many columns are shown even if those of sentences are narrow.
const MAIN_COLUMNS: usize = 5;
/// The minimum width of a column of names.
const NAME: usize = 10;
/// A longer word may be cut, unless it is an address.
const LONGEST_WORD: usize = 24;
/// The rule and the two spaces of each column, without the rule at the end of the line.
const FRAME: usize = 3;

/// Which columns a table on a terminal shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ColumnChoice {
    /// The seven most important columns, or fewer if they do not fit; columns of addresses and without values are hidden.
    #[default]
    Important,
    /// In addition, those of addresses.
    WithAddresses,
    /// All.
    All,
}

/// The place of the cells of a table.
#[derive(Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// Side by side: each column with its width.
    Columns(Vec<(usize, usize)>),
    /// One below the other, because they are not readable side by side.
    List(Vec<usize>),
}

/// What a column holds.
#[derive(Debug, Default)]
struct Column {
    /// The width of the longest cell.
    longest: usize,
    /// The width of the longest word, as far as it must stay whole.
    word: usize,
    /// The width of the longest address.
    address: usize,
    /// The widths of all cells together.
    total: usize,
    has_value: bool,
    has_text: bool,
    /// Whether its sentences may take as many lines as they need.
    is_narrow: bool,
}

/// The columns to show where no width limits them: all, unless `important` names the columns to show.
pub fn shown<R: AsRef<[Cell]>>(
    names: &[String],
    rows: &[R],
    choice: ColumnChoice,
    important: &[String],
) -> Vec<usize> {
    if important.is_empty() {
        return (0..names.len()).collect();
    }
    chosen(
        names,
        &mut measured(names, rows),
        usize::MAX,
        choice,
        important,
    )
}

/// Arranges the columns of a table in a width. `important` names the columns to show, the most important one first;
/// if it is empty, all are in their order.
pub fn arrange<R: AsRef<[Cell]>>(
    names: &[String],
    rows: &[R],
    width: usize,
    choice: ColumnChoice,
    important: &[String],
) -> Arrangement {
    let mut columns = measured(names, rows);
    let shown = chosen(names, &mut columns, width, choice, important);
    let has_address = |at: &usize| columns.get(*at).is_some_and(|column| column.address > 0);
    if framed(&columns, &shown) > width && (shown.len() > 1 || shown.iter().any(has_address)) {
        return Arrangement::List(shown);
    }
    Arrangement::Columns(widened(&columns, &shown, width))
}

/// The columns to show, in their order.
fn chosen(
    names: &[String],
    columns: &mut [Column],
    width: usize,
    choice: ColumnChoice,
    important: &[String],
) -> Vec<usize> {
    let all = 0..names.len();
    let first = important
        .iter()
        .filter_map(|one| names.iter().position(|name| name == one));
    let mut order: Vec<usize> = first.collect();
    if order.is_empty() {
        order = all.clone().collect();
    }
    let has_text = |at: &usize| columns.get(*at).is_some_and(|column| column.has_text);
    let has_value = |at: &usize| columns.get(*at).is_some_and(|column| column.has_value);
    let mut texts: Vec<usize> = order.iter().copied().filter(has_text).collect();
    if texts.is_empty() {
        texts = order.iter().copied().filter(has_value).collect();
    }
    if texts.is_empty() {
        texts.clone_from(&order);
    }
    let mut shown = match choice {
        ColumnChoice::All => all.collect(),
        ColumnChoice::Important => fitting(columns, texts, width),
        ColumnChoice::WithAddresses => {
            texts.truncate(MOST_COLUMNS);
            let addresses = all.filter(|at| has_value(at) && !has_text(at));
            let addresses: Vec<usize> = addresses.filter(|at| !texts.contains(at)).collect();
            [texts, addresses].concat()
        }
    };
    shown.sort_unstable();
    shown
}

/// The first columns that fit, with later ones where an earlier one is too wide; at least one.
fn fitting(columns: &mut [Column], order: Vec<usize>, width: usize) -> Vec<usize> {
    let mut shown: Vec<usize> = Vec::new();
    for at in order {
        shown.push(at);
        let is_main = shown.len() <= MAIN_COLUMNS;
        let mut fits = shown.len() == 1 || framed(columns, &shown) <= width;
        if let Some(column) = columns.get_mut(at).filter(|_| !fits && is_main) {
            column.is_narrow = true;
            fits = framed(columns, &shown) <= width;
        }
        if !fits || shown.len() > MOST_COLUMNS {
            shown.pop();
        }
    }
    shown
}

/// The minimum width of a table with these columns.
fn framed(columns: &[Column], shown: &[usize]) -> usize {
    let columns = shown.iter().filter_map(|at| columns.get(*at));
    columns.map(|column| column.least() + FRAME).sum::<usize>() + 1
}

/// The minimum width of each column, and the rest of the width where it saves most lines.
fn widened(columns: &[Column], shown: &[usize], width: usize) -> Vec<(usize, usize)> {
    let shown: Vec<(usize, &Column)> = shown
        .iter()
        .filter_map(|at| Some((*at, columns.get(*at)?)))
        .collect();
    let mut widths: Vec<usize> = shown.iter().map(|(_, column)| column.least()).collect();
    let room = width.saturating_sub(shown.len() * FRAME + 1).max(1);
    if let [only] = widths.as_mut_slice() {
        *only = (*only).min(room);
    }
    let left = room.saturating_sub(widths.iter().sum());
    for _ in 0..left {
        let growing = widths.iter_mut().zip(&shown);
        let growing = growing.filter(|(width, (_, column))| **width < column.longest);
        // A text of n characters takes n / w lines: by how much does one character more shorten it?
        let saved = |width: usize, column: &Column| (column.total << 20) / (width * (width + 1));
        let best = growing.min_by_key(|(width, (_, column))| Reverse(saved(**width, column)));
        let Some((width, _)) = best else { break };
        *width += 1;
    }
    shown.iter().map(|(at, _)| *at).zip(widths).collect()
}

fn measured<R: AsRef<[Cell]>>(names: &[String], rows: &[R]) -> Vec<Column> {
    let mut columns: Vec<Column> = names.iter().map(|name| Column::named(name)).collect();
    for row in rows {
        for (column, cell) in columns.iter_mut().zip(row.as_ref()) {
            column.add(cell);
        }
    }
    columns
}

impl Column {
    fn named(name: &str) -> Self {
        let width = visible(name).width();
        Self {
            longest: width,
            word: width.min(LONGEST_WORD),
            ..Self::default()
        }
    }

    fn add(&mut self, cell: &Cell) {
        if *cell == Cell::Absent {
            return;
        }
        let text = cell.shown();
        self.has_value = true;
        self.has_text |= !cell.is_address();
        self.longest = self.longest.max(text.width());
        self.total += text.width();
        for word in words(&text).map(|word| word.word) {
            if is_address(word) {
                self.address = self.address.max(word.width());
            }
            self.word = self.word.max(word.width().min(LONGEST_WORD));
        }
    }

    /// The minimum width that is readable. Addresses stay whole, so that they can be copied.
    fn least(&self) -> usize {
        if self.has_value && !self.has_text {
            return self.longest.max(1);
        }
        let least = match self.longest {
            ..=LONGEST_NAME => NAME,
            _ if self.is_narrow => SENTENCE.0,
            longest => (longest / SENTENCE_LINES).clamp(SENTENCE.0, SENTENCE.1),
        };
        least
            .min(self.longest)
            .max(self.word)
            .max(self.address)
            .max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arranged(width: usize, choice: ColumnChoice, important: &[&str]) -> Arrangement {
        let names = ["kind", "sentence", "quote", "date", "source", "note"].map(str::to_owned);
        let text = |text: &str| Cell::Text(text.to_owned());
        let row = vec![
            text("Offer"),
            text("Belarus offers help with new public transport vehicles, if needed"),
            text(&"We can supply you with steelwork, cement, and more. ".repeat(4)),
            Cell::Date("2017-11-13".to_owned()),
            text("https://a.example/a/page/with/a/long/address/0123456789"),
            Cell::Absent,
        ];
        let important: Vec<String> = important.iter().map(|name| (*name).to_owned()).collect();
        arrange(&names, &[row], width, choice, &important)
    }

    #[test]
    fn columns_of_addresses_and_without_values_are_hidden() {
        let columns = arranged(200, ColumnChoice::Important, &[]);
        let Arrangement::Columns(columns) = columns else {
            panic!("{columns:?}");
        };
        let shown: Vec<usize> = columns.iter().map(|(at, _)| *at).collect();
        assert_eq!(shown, [0, 1, 2, 3]);
        let total: usize = columns.iter().map(|(_, width)| width + FRAME).sum();
        assert_eq!(total + 1, 200);
    }

    #[test]
    fn important_columns_are_kept_where_the_width_is_small() {
        let shown = |important| match arranged(60, ColumnChoice::Important, important) {
            Arrangement::Columns(columns) => columns.iter().map(|(at, _)| *at).collect::<Vec<_>>(),
            list @ Arrangement::List(_) => panic!("{list:?}"),
        };
        assert_eq!(shown(&[]), [0, 1, 2]);
        assert_eq!(shown(&["date", "quote", "kind"]), [0, 2, 3]);
    }

    #[test]
    fn columns_that_do_not_fit_become_a_list() {
        let all = arranged(80, ColumnChoice::All, &[]);
        assert_eq!(all, Arrangement::List(vec![0, 1, 2, 3, 4, 5]));
        let wide = arranged(80, ColumnChoice::WithAddresses, &[]);
        assert_eq!(wide, Arrangement::List(vec![0, 1, 2, 3, 4]));
        let wide = arranged(200, ColumnChoice::WithAddresses, &[]);
        assert!(matches!(wide, Arrangement::Columns(_)), "{wide:?}");
    }
}
