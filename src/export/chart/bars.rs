//! Stacked bars, with the number of each part on it and their sum above.

use super::canvas::{Canvas, Font, LINE, MARGIN, Point, RULE, WIDTH, svg};
use super::palette::part;
use super::scale::Scale;
use crate::document::{Bar, BarChart};
use crate::export::ExportError;
use crate::export::colour::Colour;

/// The plot: its left and right edge, the height of its bars.
const LEFT: i32 = MARGIN + 36;
const RIGHT: i32 = WIDTH - MARGIN;
const HEIGHT: i32 = 320;
/// The widest bar, and the share of the distance of two bars that a bar covers, in percent.
const WIDEST: i32 = 64;
const SHARE: i32 = 72;
/// A lower part has no room for its number.
const LOWEST: i32 = 14;
/// A narrower bar has no room for numbers.
const NARROWEST: i32 = 12;
/// The distance of two labels below the bars.
const LABEL: i32 = 40;
/// The number in the legend belongs to its name, the next entry does not.
const GAP: i32 = 24;
const SQUARE: i32 = 12;

/// A chart of stacked bars as SVG; the same chart always has the same bytes.
///
/// # Errors
/// If a text has a character that XML cannot hold.
pub fn bars(chart: &BarChart) -> Result<String, ExportError> {
    let titles = Font::TITLE.wrapped(&chart.title, WIDTH - 2 * MARGIN);
    let subtitles = Font::QUIET.wrapped(&chart.subtitle, WIDTH - 2 * MARGIN);
    let legend = legend(chart);
    let rows = legend.last().map_or(0, |entry| entry.at.1 + 1);
    let notes = chart.notes.iter();
    let notes: Vec<String> = notes
        .flat_map(|note| Font::QUIET.wrapped(note, WIDTH - 2 * MARGIN))
        .collect();
    let lines = |count: usize| i32::try_from(count).unwrap_or(i32::MAX / LINE) * LINE;
    let legend_top = 58 + lines(titles.len() + subtitles.len());
    let top = legend_top + rows * (LINE + 4) + 24;
    let bottom = top + HEIGHT;
    let height = bottom + 28 + lines(notes.len()) + MARGIN;
    svg(&chart.title, &chart.description, height, |canvas| {
        let below = canvas.lines(&titles, (MARGIN, 40), Font::TITLE)?;
        canvas.lines(&subtitles, (MARGIN, below + 4), Font::QUIET)?;
        for entry in &legend {
            let (x, row) = entry.at;
            draw_entry(canvas, entry, (MARGIN + x, legend_top + row * (LINE + 4)))?;
        }
        Plot::new(chart, bottom).draw(canvas)?;
        canvas.lines(&notes, (MARGIN, bottom + 28 + LINE), Font::QUIET)?;
        Ok(())
    })
}

/// A part in the legend, with the sum of its counts.
struct Entry {
    text: String,
    colour: Colour,
    /// Its distance from the left, and its row.
    at: Point,
}

/// The parts that occur, in the order of the stacks.
fn legend(chart: &BarChart) -> Vec<Entry> {
    let mut entries = Vec::new();
    let (mut x, mut row) = (0, 0);
    for (at, name) in chart.parts.iter().enumerate() {
        let counts = chart.bars.iter().filter_map(|bar| bar.counts.get(at));
        let total: usize = counts.sum();
        if total == 0 {
            continue;
        }
        let text = format!("{name} {total}");
        let width = SQUARE + 6 + Font::BODY.width(&text) + GAP;
        if x > 0 && x + width > WIDTH - 2 * MARGIN {
            (x, row) = (0, row + 1);
        }
        entries.push(Entry {
            text,
            colour: part(at),
            at: (x, row),
        });
        x += width;
    }
    entries
}

fn draw_entry(canvas: &mut Canvas<'_>, entry: &Entry, (x, y): Point) -> Result<(), ExportError> {
    let square = [(x, y - SQUARE + 1), (x + SQUARE, y + 1)];
    canvas.rectangle(square, entry.colour)?;
    canvas.outline(square, entry.colour.visible_on_white())?;
    canvas.text(&entry.text, (x + SQUARE + 6, y), Font::BODY)
}

/// The place of the bars.
struct Plot<'a> {
    chart: &'a BarChart,
    bottom: i32,
    /// From counts to heights.
    scale: Scale,
}

impl<'a> Plot<'a> {
    fn new(chart: &'a BarChart, bottom: i32) -> Self {
        let most = chart.bars.iter().map(Bar::total).max();
        let most = number(most.unwrap_or_default().max(1));
        Self {
            chart,
            bottom,
            scale: Scale::rounded([0.0, most], (bottom, bottom - HEIGHT)),
        }
    }

    fn height(&self, count: f64) -> i32 {
        self.scale.place(count)
    }

    fn draw(&self, canvas: &mut Canvas<'_>) -> Result<(), ExportError> {
        for step in self.scale.steps() {
            // Counts are whole.
            if step.fract().abs() > 0.0 {
                continue;
            }
            let y = self.height(step);
            canvas.line([(LEFT, y), (RIGHT, y)], RULE, 1)?;
            canvas.text(&step.to_string(), (LEFT - 8, y + 4), Font::QUIET.right())?;
        }
        let count = i32::try_from(self.chart.bars.len()).unwrap_or(i32::MAX);
        let edge = |at: i32| LEFT + (RIGHT - LEFT) * at / count.max(1);
        let every = (LABEL * count / (RIGHT - LEFT)).max(0) + 1;
        for (at, bar) in (0..).zip(&self.chart.bars) {
            let (left, right) = (edge(at), edge(at + 1));
            let width = ((right - left) * SHARE / 100).clamp(1, WIDEST);
            let middle = i32::midpoint(left, right);
            self.draw_stack(canvas, &bar.counts, middle - width / 2, width)?;
            let has_room = width >= NARROWEST;
            if bar.total() > 0 && has_room {
                let above = (middle, self.height(number(bar.total())) - 6);
                let total = bar.total().to_string();
                canvas.text(&total, above, Font::STRONG.centred())?;
            }
            if at % every == 0 {
                let below = (middle, self.bottom + LINE);
                canvas.text(&bar.label, below, Font::BODY.centred())?;
            }
        }
        let base = [(LEFT, self.bottom), (RIGHT, self.bottom)];
        canvas.line(base, Colour::GREY, 1)
    }

    /// The parts of a bar, one above the other, with a line of white between them.
    fn draw_stack(
        &self,
        canvas: &mut Canvas<'_>,
        counts: &[usize],
        left: i32,
        width: i32,
    ) -> Result<(), ExportError> {
        let mut below = 0;
        for (at, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let (low, high) = (
                self.height(number(below)),
                self.height(number(below + count)),
            );
            below += count;
            let area = [(left, high), (left + width, low - 1)];
            let fill = part(at);
            canvas.rectangle(area, fill)?;
            canvas.outline(area, fill.visible_on_white())?;
            if low - high >= LOWEST && width >= NARROWEST {
                let middle = (left + width / 2, i32::midpoint(low, high) + 4);
                let font = Font::BODY.in_colour(fill.of_text_on_it()).centred();
                canvas.text(&count.to_string(), middle, font)?;
            }
        }
        Ok(())
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2⁵³")]
const fn number(count: usize) -> f64 {
    count as f64
}
