//! Aligned columns without rules, one row a line, for a pipe.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::{ResultsError, cells, header};
use crate::source::Solutions;

/// What stands between two columns.
const GAP: &str = "  ";

pub fn rows(solutions: Solutions, out: &mut dyn Write) -> Result<usize, ResultsError> {
    let mut lines = vec![header(&solutions)];
    for row in solutions {
        lines.push(cells(&row?));
    }
    let widths = widths(&lines);
    for line in &lines {
        write_line(line, &widths, out)?;
    }
    Ok(lines.len() - 1)
}

/// The width of each column: that of its widest cell, in columns of a terminal.
fn widths(lines: &[Vec<String>]) -> Vec<usize> {
    lines
        .iter()
        .fold(Vec::new(), |mut widest: Vec<usize>, line| {
            widest.resize(widest.len().max(line.len()), 0);
            for (width, cell) in widest.iter_mut().zip(line) {
                *width = (*width).max(cell.width());
            }
            widest
        })
}

/// Writes the cells of a line; blanks are due only where another cell follows.
fn write_line(line: &[String], widths: &[usize], out: &mut dyn Write) -> io::Result<()> {
    let mut due = 0;
    for (cell, width) in line.iter().zip(widths) {
        if !cell.is_empty() {
            write!(out, "{}{cell}", " ".repeat(due))?;
            due = 0;
        }
        due += width - cell.width() + GAP.len();
    }
    writeln!(out)
}
