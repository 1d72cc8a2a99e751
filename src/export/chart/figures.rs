//! A measure in time: a point for a year, a bar for another period, a hollow mark where only a bound is known, and the
//! numbered sources below.

use super::canvas::{Canvas, Font, LINE, MARGIN, Point, RULE, WIDTH, svg};
use super::scale::Scale;
use crate::document::{Bound, FigureChart, FigureMark, Panel};
use crate::export::ExportError;
use crate::export::colour::Colour;
use crate::text::rounded;

/// The plot: its left and right edge, the height of a panel, the space around it.
const LEFT: i32 = MARGIN + 48;
const RIGHT: i32 = WIDTH - MARGIN - 24;
const HEIGHT: i32 = 260;
const ABOVE: i32 = 60;
const BELOW: i32 = 44;
/// Half the height of the bar of a period, and the radius of a point.
const THICKNESS: i32 = 4;
const RADIUS: u32 = 6;
/// The maximum number of years below a plot.
const MOST_YEARS: usize = 12;
/// A shorter period is a point.
const POINT: f64 = 0.09;
const COLOUR: Colour = Colour::new(0x1B_5E_93);

/// A measure in time as SVG; the same chart always has the same bytes.
///
/// # Errors
/// If a text has a character that XML cannot hold.
pub fn figures(chart: &FigureChart) -> Result<String, ExportError> {
    let room = WIDTH - 2 * MARGIN;
    let titles = Font::TITLE.wrapped(&chart.title, room);
    let subtitles = Font::QUIET.wrapped(&chart.subtitle, room);
    let key = key(chart);
    let undated = list("Without a period", &chart.undated);
    let sources = list("Sources", &chart.sources);
    let lines = |count: usize| i32::try_from(count).unwrap_or(i32::MAX / LINE) * LINE;
    let top = 66 + lines(titles.len() + subtitles.len());
    let panels = i32::try_from(chart.panels.len()).unwrap_or(i32::MAX);
    let bottom = top + panels * (ABOVE + HEIGHT + BELOW);
    let height = bottom + lines(undated.len() + sources.len() + 1) + MARGIN;
    svg(&chart.title, &chart.description, height, |canvas| {
        let below = canvas.lines(&titles, (MARGIN, 40), Font::TITLE)?;
        canvas.lines(&subtitles, (MARGIN, below + 4), Font::QUIET)?;
        draw_key(canvas, &key, (MARGIN, top - 4))?;
        let years = years(chart);
        for (at, panel) in (0..).zip(&chart.panels) {
            let bottom = top + at * (ABOVE + HEIGHT + BELOW) + ABOVE + HEIGHT;
            Plot::new(panel, years, bottom).draw(canvas)?;
        }
        let mut y = bottom + LINE;
        for lines in [&undated, &sources] {
            let Some((heading, rest)) = lines.split_first() else {
                continue;
            };
            canvas.text(heading, (MARGIN, y), Font::STRONG)?;
            y = canvas.lines(rest, (MARGIN, y + LINE), Font::QUIET)? + LINE / 2;
        }
        Ok(())
    })
}

/// A heading and the lines below it; nothing without lines.
fn list(heading: &str, items: &[String]) -> Vec<String> {
    if items.is_empty() {
        return Vec::new();
    }
    let lines = items
        .iter()
        .flat_map(|item| Font::QUIET.wrapped(item, WIDTH - 2 * MARGIN));
    [heading.to_owned()].into_iter().chain(lines).collect()
}

/// The looks of marks that occur.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Year,
    Period,
    Hollow,
}

impl Look {
    const fn meaning(self) -> &'static str {
        match self {
            Self::Year => "a year, a month or a day",
            Self::Period => "another period, as wide as it is long",
            Self::Hollow => "only a bound is reported (at least, at most)",
        }
    }
}

fn key(chart: &FigureChart) -> Vec<Look> {
    let marks = || chart.panels.iter().flat_map(|panel| &panel.marks);
    let occurs = |look: &Look| match look {
        Look::Year => marks().any(|mark| !is_period(mark)),
        Look::Period => marks().any(is_period),
        Look::Hollow => marks().any(is_hollow),
    };
    let looks = [Look::Year, Look::Period, Look::Hollow];
    looks.into_iter().filter(occurs).collect()
}

fn draw_key(canvas: &mut Canvas<'_>, key: &[Look], (mut x, y): Point) -> Result<(), ExportError> {
    for look in key {
        let middle = y - 4;
        match look {
            Look::Year => canvas.circle((x + 9, middle), RADIUS, COLOUR, true)?,
            Look::Hollow => canvas.circle((x + 9, middle), RADIUS, COLOUR, false)?,
            Look::Period => draw_bar(canvas, (x, x + 18), middle, true)?,
        }
        canvas.text(look.meaning(), (x + 26, y), Font::QUIET)?;
        x += 26 + Font::QUIET.width(look.meaning()) + 24;
    }
    Ok(())
}

/// Whether a figure is for a period other than a year and longer than a month.
fn is_period(mark: &FigureMark) -> bool {
    let [first, last] = mark.span;
    let is_year = first.fract() < 0.001 && (last - first - 1.0).abs() < 0.001;
    !is_year && last - first > POINT
}

const fn is_hollow(mark: &FigureMark) -> bool {
    matches!(mark.bound, Bound::AtLeast | Bound::AtMost)
}

/// The first and the last year, the same for all panels.
fn years(chart: &FigureChart) -> [f64; 2] {
    let marks = chart.panels.iter().flat_map(|panel| &panel.marks);
    let spans = marks.map(|mark| mark.span);
    let whole = spans.reduce(|[first, last], span| [first.min(span[0]), last.max(span[1])]);
    let [first, last] = whole.unwrap_or_default();
    [first.floor(), last.ceil().max(first.floor() + 1.0)]
}

/// The place of the marks of a panel.
struct Plot<'a> {
    panel: &'a Panel,
    years: Scale,
    scale: Scale,
    bottom: i32,
}

impl<'a> Plot<'a> {
    fn new(panel: &'a Panel, [first, last]: [f64; 2], bottom: i32) -> Self {
        let ranges = panel.marks.iter().map(|mark| mark.range);
        // A scale from zero shows how much larger one figure is than another.
        let [low, high] = ranges.fold([0.0_f64; 2], |[low, high], range| {
            [low.min(range[0]), high.max(range[1])]
        });
        Self {
            panel,
            years: Scale::exact([first, last], (LEFT, RIGHT)),
            scale: Scale::rounded([low, high], (bottom, bottom - HEIGHT)),
            bottom,
        }
    }

    fn x(&self, year: f64) -> i32 {
        self.years.place(year)
    }

    fn y(&self, number: f64) -> i32 {
        self.scale.place(number)
    }

    fn draw(&self, canvas: &mut Canvas<'_>) -> Result<(), ExportError> {
        for step in self.scale.steps() {
            let y = self.y(step);
            canvas.line([(LEFT, y), (RIGHT, y)], RULE, 1)?;
            let step = rounded(step);
            canvas.text(&step, (LEFT - 10, y + 4), Font::QUIET.right())?;
        }
        let unit = (MARGIN, self.bottom - HEIGHT - 22);
        canvas.text(&self.panel.unit, unit, Font::STRONG)?;
        self.draw_years(canvas)?;
        let mut labels = Labels::default();
        for mark in &self.panel.marks {
            labels.avoid(self.place(mark));
        }
        for mark in &self.panel.marks {
            let (text, (x, y)) = self.label(mark, &mut labels);
            let half = Font::BODY.width(&text) / 2;
            // The lines of the scale must not cross the text.
            canvas.rectangle([(x - half, y - 11), (x + half, y + 3)], Colour::WHITE)?;
            canvas.text(&text, (x, y), Font::BODY.centred())?;
        }
        for mark in &self.panel.marks {
            self.draw_mark(canvas, mark)?;
        }
        Ok(())
    }

    /// The years in the middle of their width, with a tick between two of them.
    fn draw_years(&self, canvas: &mut Canvas<'_>) -> Result<(), ExportError> {
        let [first, last] = self.years.ends();
        let step = ((last - first) / number(MOST_YEARS)).ceil().max(1.0);
        let mut year = first;
        while year < last {
            let x = self.x(year);
            canvas.line([(x, self.bottom), (x, self.bottom + 5)], Colour::GREY, 1)?;
            let middle = (self.x(year + 0.5), self.bottom + LINE + 2);
            canvas.text(&year.to_string(), middle, Font::BODY.centred())?;
            year += step;
        }
        let base = [(LEFT, self.bottom), (RIGHT, self.bottom)];
        canvas.line(base, Colour::GREY, 1)
    }

    fn draw_mark(&self, canvas: &mut Canvas<'_>, mark: &FigureMark) -> Result<(), ExportError> {
        let [low, high] = mark.range.map(|number| self.y(number));
        let middle = self.middle(mark);
        let is_filled = !is_hollow(mark);
        if mark.bound == Bound::Between {
            canvas.line([(middle, low), (middle, high)], COLOUR, 2)?;
            canvas.line([(middle - 5, low), (middle + 5, low)], COLOUR, 2)?;
            return canvas.line([(middle - 5, high), (middle + 5, high)], COLOUR, 2);
        }
        if is_period(mark) {
            let ends = (self.x(mark.span[0]), self.x(mark.span[1]));
            return draw_bar(canvas, ends, high, is_filled);
        }
        canvas.circle((middle, high), RADIUS, COLOUR, is_filled)
    }

    /// Where a mark is, and half of its width.
    fn place(&self, mark: &FigureMark) -> (Point, i32) {
        let half = if is_period(mark) {
            (self.x(mark.span[1]) - self.x(mark.span[0])) / 2
        } else {
            THICKNESS + 2
        };
        ((self.middle(mark), self.y(mark.range[1])), half)
    }

    fn middle(&self, mark: &FigureMark) -> i32 {
        self.x(f64::midpoint(mark.span[0], mark.span[1]))
    }

    /// The label of a mark with the numbers of its sources, and its place above the mark or above other labels there.
    fn label(&self, mark: &FigureMark, labels: &mut Labels) -> (String, Point) {
        let sources: Vec<String> = mark.sources.iter().map(ToString::to_string).collect();
        let text = format!("{} [{}]", mark.label, sources.join(", "));
        let half = Font::BODY.width(&text) / 2;
        let middle = self
            .middle(mark)
            .clamp(MARGIN + half, WIDTH - MARGIN - half);
        let above = self.y(mark.range[1]) - 12;
        let at = labels.free((middle, above), half);
        (text, at)
    }
}

/// The places that are taken, by marks and labels: their middle and half of their width.
#[derive(Debug, Default)]
struct Labels(Vec<(Point, i32)>);

impl Labels {
    /// Keeps labels away from a mark.
    fn avoid(&mut self, ((x, y), half): (Point, i32)) {
        // The position of a label is at its bottom.
        self.0.push(((x, y + 4), half));
    }

    /// The lowest place from here upward where no other label is.
    fn free(&mut self, (x, mut y): Point, half: i32) -> Point {
        let is_taken = |y: i32| {
            self.0.iter().any(|((other, line), width)| {
                (other - x).abs() < half + width + 6 && (line - y).abs() < LINE - 2
            })
        };
        while is_taken(y) {
            y -= 2;
        }
        self.0.push(((x, y), half));
        (x, y)
    }
}

/// A bar from the beginning to the end of a period.
fn draw_bar(
    canvas: &mut Canvas<'_>,
    (left, right): (i32, i32),
    y: i32,
    is_filled: bool,
) -> Result<(), ExportError> {
    let area = [(left, y - THICKNESS), (right.max(left + 2), y + THICKNESS)];
    let fill = if is_filled { COLOUR } else { Colour::WHITE };
    canvas.rectangle(area, fill)?;
    canvas.outline(area, COLOUR)
}

#[expect(clippy::cast_precision_loss, reason = "a small number")]
const fn number(count: usize) -> f64 {
    count as f64
}
