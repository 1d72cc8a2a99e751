//! The surface on which a chart is drawn, with the elements of SVG that charts need.

use std::borrow::Cow;
use std::fmt::Display;
use std::io;

use plotters::backend::{DrawingBackend, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

use crate::export::ExportError;
use crate::export::colour::Colour;
use crate::text::{flat, visible, xml};

/// The width of every chart, in pixels.
pub const WIDTH: i32 = 960;
/// The space at the left and right edge.
pub const MARGIN: i32 = 32;
/// The vertical distance of lines of text.
pub const LINE: i32 = 18;
/// Lines between and below the marks.
pub const RULE: Colour = Colour::new(0xDD_DD_DD);
/// The backend divides font sizes by this number.
const FONT_SCALE: f64 = 1.24;

/// A position in pixels, from the top left.
pub type Point = (i32, i32);

/// The look of a text.
#[derive(Clone, Copy)]
pub struct Font {
    size: i32,
    style: FontStyle,
    colour: Colour,
    position: HPos,
}

impl Font {
    pub const TITLE: Self = Self::new(20, FontStyle::Bold, Colour::INK);
    pub const BODY: Self = Self::new(13, FontStyle::Normal, Colour::INK);
    pub const STRONG: Self = Self::new(13, FontStyle::Bold, Colour::INK);
    pub const QUIET: Self = Self::new(13, FontStyle::Normal, Colour::new(0x59_59_59));

    const fn new(size: i32, style: FontStyle, colour: Colour) -> Self {
        Self {
            size,
            style,
            colour,
            position: HPos::Left,
        }
    }

    /// The same font, for text whose position is its middle.
    pub const fn centred(self) -> Self {
        Self {
            position: HPos::Center,
            ..self
        }
    }

    /// The same font, for text whose position is its end.
    pub const fn right(self) -> Self {
        Self {
            position: HPos::Right,
            ..self
        }
    }

    /// The same font in another colour.
    pub const fn in_colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// The estimated width of a text: an average character is a little wider than half of its height.
    pub fn width(self, text: &str) -> i32 {
        let columns = i32::try_from(text.width()).unwrap_or(i32::MAX);
        columns.saturating_mul(self.size * 14) / 25
    }

    /// The lines of a text that has this many pixels of room.
    pub fn wrapped(self, text: &str, room: i32) -> Vec<String> {
        let columns = usize::try_from(room * 2 / self.size).unwrap_or(1).max(1);
        let options = Options::new(columns).word_splitter(WordSplitter::NoHyphenation);
        let lines = textwrap::wrap(text, options);
        lines.into_iter().map(Cow::into_owned).collect()
    }
}

/// Draws elements into a text.
pub struct Canvas<'a> {
    backend: SVGBackend<'a>,
}

/// A chart as SVG: what `draw` draws on a white surface, with a title and a description for readers who do not see it.
pub fn svg(
    title: &str,
    description: &str,
    height: i32,
    draw: impl FnOnce(&mut Canvas<'_>) -> Result<(), ExportError>,
) -> Result<String, ExportError> {
    let mut text = String::new();
    let size = (WIDTH.unsigned_abs(), height.unsigned_abs());
    let mut canvas = Canvas {
        backend: SVGBackend::with_string(&mut text, size),
    };
    canvas.rectangle([(0, 0), (WIDTH, height)], Colour::WHITE)?;
    draw(&mut canvas)?;
    canvas.backend.present().map_err(failed)?;
    drop(canvas);
    let named = |element: &str, words: &str| -> Result<String, ExportError> {
        let words = xml::text(&visible(&flat(words))).map_err(forbidden)?;
        Ok(format!("<{element} id=\"{element}\">{words}</{element}>\n"))
    };
    let (head, elements) = text.split_once('>').unwrap_or_default();
    Ok([
        head,
        " role=\"img\" aria-labelledby=\"title\" aria-describedby=\"desc\">\n",
        &named("title", title)?,
        &named("desc", description)?,
        elements.trim_start(),
    ]
    .concat())
}

impl Canvas<'_> {
    /// A line of text; its position is at the bottom of its letters.
    pub fn text(&mut self, text: &str, (x, y): Point, font: Font) -> Result<(), ExportError> {
        let size = f64::from(font.size) * FONT_SCALE;
        let drawn = FontDesc::new(FontFamily::SansSerif, size, font.style);
        let colour = colour(font.colour);
        let style = TextStyle::from(drawn)
            .color(&colour)
            .pos(Pos::new(font.position, VPos::Center));
        let text = visible(text);
        let middle = y - font.size / 3;
        let drawn = self.backend.draw_text(&text, &style, (x, middle));
        drawn.map_err(failed)
    }

    /// Lines of text one below the other; returns the position below them.
    pub fn lines(
        &mut self,
        lines: &[String],
        (x, mut y): Point,
        font: Font,
    ) -> Result<i32, ExportError> {
        let height = font.size.max(Font::BODY.size) + 5;
        for line in lines {
            self.text(line, (x, y), font)?;
            y += height;
        }
        Ok(y)
    }

    pub fn rectangle(&mut self, [from, to]: [Point; 2], fill: Colour) -> Result<(), ExportError> {
        let drawn = self.backend.draw_rect(from, to, &line(fill, 1), true);
        drawn.map_err(failed)
    }

    pub fn outline(&mut self, [from, to]: [Point; 2], stroke: Colour) -> Result<(), ExportError> {
        let drawn = self.backend.draw_rect(from, to, &line(stroke, 1), false);
        drawn.map_err(failed)
    }

    pub fn line(
        &mut self,
        [from, to]: [Point; 2],
        stroke: Colour,
        width: u32,
    ) -> Result<(), ExportError> {
        let drawn = self.backend.draw_line(from, to, &line(stroke, width));
        drawn.map_err(failed)
    }

    /// A circle, filled with its colour or with white.
    pub fn circle(
        &mut self,
        centre: Point,
        radius: u32,
        stroke: Colour,
        is_filled: bool,
    ) -> Result<(), ExportError> {
        let fill = if is_filled { stroke } else { Colour::WHITE };
        let filled = self
            .backend
            .draw_circle(centre, radius, &line(fill, 1), true);
        filled.map_err(failed)?;
        let drawn = self
            .backend
            .draw_circle(centre, radius, &line(stroke, 2), false);
        drawn.map_err(failed)
    }
}

fn colour(colour: Colour) -> RGBColor {
    let [red, green, blue] = colour.channels();
    RGBColor(red, green, blue)
}

fn line(stroke: Colour, width: u32) -> ShapeStyle {
    ShapeStyle::from(&colour(stroke)).stroke_width(width)
}

fn failed(error: impl Display) -> ExportError {
    ExportError::Write(io::Error::other(error.to_string()))
}

fn forbidden(xml::Forbidden(character): xml::Forbidden) -> ExportError {
    failed(format!("XML cannot hold {character:?}"))
}
