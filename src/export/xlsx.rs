//! A workbook for Excel and other spreadsheet programs
//! ([Office Open XML](https://ecma-international.org/publications-and-standards/standards/ecma-376/)).

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatUnderline, Url, Workbook, Worksheet,
    XlsxError,
};
use unicode_width::UnicodeWidthStr;

use super::ExportError;
use crate::document::{Cell, NamedTable, Table, is_web_page};
use crate::model::PartialDate;
use crate::text::visible;

/// The file extension and the MIME type.
pub const NAMES: &[&str] = &[
    "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
];

// Limits of Excel: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
const MOST_ROWS: usize = 1_048_576;
const LONGEST_TEXT: usize = 32_767;
const LONGEST_ADDRESS: usize = 2_080;
const MOST_LINKS: usize = 65_530;
/// A double keeps 15 digits; a longer number stays text.
const MOST_DIGITS: usize = 15;

/// The narrowest and the widest column, in characters.
const NARROWEST: f64 = 8.0;
const WIDEST: f64 = 40.0;
/// The widest column of short texts such as names: a few long ones wrap.
const WIDEST_OF_SHORT: f64 = 22.0;
/// The height of a line of text, in points, and the number of lines that a row shows.
const LINE_HEIGHT: f64 = 15.0;
const MOST_LINES: f64 = 12.0;
/// Excel's number of the paper size.
const A4: u8 = 9;
/// The margins of a page at its edges, and where the name of the sheet and the page number are, in inches.
const MARGIN: f64 = 0.4;
const WIDE_MARGIN: f64 = 0.7;

/// What a workbook cannot hold as it is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Losses {
    /// Texts that are cut, with an ellipsis at the end, because they have more than 32,767 characters.
    pub cut_texts: usize,
    /// Addresses that are text instead of links, because a sheet holds 65,530 links of up to 2,080 characters.
    pub plain_addresses: usize,
}

/// The bytes of a workbook with its title, frozen headers, filters, real dates and numbers, and links. Text is never a formula.
///
/// The same sheets always give the same bytes.
///
/// # Errors
///
/// If a sheet has more rows than Excel can hold.
pub fn workbook(title: &str, sheets: &[NamedTable]) -> Result<(Vec<u8>, Losses), ExportError> {
    let mut workbook = Workbook::new();
    // The date of creation would otherwise be that of the run.
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_author("bilateral")
        .set_title(visible(title))
        .set_creation_datetime(&epoch);
    workbook.set_properties(&properties);
    let mut losses = Losses::default();
    for sheet in sheets {
        if sheet.table.rows.len() >= MOST_ROWS {
            return Err(ExportError::NotCarried {
                format: "a workbook",
                what: format!(
                    "the sheet `{}` has {} rows, and Excel holds {MOST_ROWS}",
                    sheet.name,
                    sheet.table.rows.len()
                ),
                instead: "CSV",
            });
        }
        let mut writer = SheetWriter::new(workbook.add_worksheet(), &mut losses);
        writer.write(sheet)?;
    }
    Ok((workbook.save_to_buffer()?, losses))
}

/// Writes one sheet.
struct SheetWriter<'a> {
    worksheet: &'a mut Worksheet,
    losses: &'a mut Losses,
    links: usize,
    text: Format,
    date: Format,
    link: Format,
}

impl<'a> SheetWriter<'a> {
    fn new(worksheet: &'a mut Worksheet, losses: &'a mut Losses) -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            worksheet,
            losses,
            links: 0,
            text: top.clone().set_text_wrap(),
            date: top
                .clone()
                .set_num_format("yyyy-mm-dd")
                .set_align(FormatAlign::Left),
            link: top
                .set_text_wrap()
                .set_font_color("#0B5394")
                .set_underline(FormatUnderline::Single),
        }
    }

    fn write(&mut self, sheet: &NamedTable) -> Result<(), ExportError> {
        let table = &sheet.table;
        self.worksheet.set_name(sheet.name)?;
        let header = Format::new().set_bold().set_background_color("#E8EDF3");
        let widths = widths(table);
        for ((column, title), width) in (0..).zip(&table.columns).zip(&widths) {
            self.worksheet
                .write_string_with_format(0, column, title, &header)?;
            self.worksheet.set_column_width(column, *width)?;
        }
        for (row, cells) in (1..).zip(&table.rows) {
            for (column, cell) in (0..).zip(cells) {
                self.cell(row, column, cell)?;
            }
            let printed = cells.get(..sheet.printed_columns).unwrap_or(cells);
            self.worksheet
                .set_row_height(row, height(printed, &widths))?;
        }
        self.worksheet.set_freeze_panes(1, 0)?;
        let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
        let last = |columns: usize| u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX);
        self.worksheet
            .autofilter(0, 0, last_row, last(table.columns.len()))?;
        self.worksheet
            .set_landscape()
            .set_paper_size(A4)
            .set_margins(MARGIN, MARGIN, WIDE_MARGIN, WIDE_MARGIN, MARGIN, MARGIN)
            .set_header("&L&A")
            .set_footer("&R&P / &N")
            .set_print_area(0, 0, last_row, last(sheet.printed_columns))?
            .set_print_fit_to_pages(1, 0)
            .set_repeat_rows(0, 0)?;
        Ok(())
    }

    fn cell(&mut self, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
        match cell {
            Cell::Absent => {}
            Cell::Text(text) => self.text(row, column, text)?,
            Cell::Count(_) | Cell::Number(_) | Cell::Numeral(_) => {
                self.number(row, column, &cell.exact())?;
            }
            Cell::Truth(truth) => {
                self.worksheet
                    .write_boolean_with_format(row, column, *truth, &self.text)?;
            }
            Cell::Date(date) => self.date(row, column, date)?,
            Cell::Link { text, address } => self.link(row, column, text, address)?,
        }
        Ok(())
    }

    fn text(&mut self, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
        let text = self.fitting(text);
        self.worksheet
            .write_string_with_format(row, column, text, &self.text)?;
        Ok(())
    }

    /// A text with visible characters, cut where Excel would refuse it.
    fn fitting(&mut self, text: &str) -> String {
        let text = visible(text);
        // Excel counts UTF-16 code units.
        if text.encode_utf16().count() <= LONGEST_TEXT {
            return text.into_owned();
        }
        self.losses.cut_texts += 1;
        let mut length = 0;
        let kept = text.chars().take_while(|c| {
            length += c.len_utf16();
            length < LONGEST_TEXT
        });
        kept.chain(['…']).collect()
    }

    fn number(&mut self, row: u32, column: u16, number: &str) -> Result<(), XlsxError> {
        let digits = number.chars().filter(char::is_ascii_digit).count();
        match number.parse::<f64>() {
            Ok(value) if value.is_finite() && digits <= MOST_DIGITS => {
                self.worksheet
                    .write_number_with_format(row, column, value, &self.text)?;
            }
            _ => self.text(row, column, number)?,
        }
        Ok(())
    }

    /// A whole day as a date; a month, a year, an interval, and a day before Excel's calendar as text.
    fn date(&mut self, row: u32, column: u16, date: &str) -> Result<(), XlsxError> {
        let is_day = date
            .parse::<PartialDate>()
            .is_ok_and(|day| day.first_day() == day);
        match ExcelDateTime::parse_from_str(date) {
            Ok(day) if is_day => {
                self.worksheet
                    .write_datetime_with_format(row, column, &day, &self.date)?;
            }
            _ => self.text(row, column, date)?,
        }
        Ok(())
    }

    fn link(&mut self, row: u32, column: u16, text: &str, address: &str) -> Result<(), XlsxError> {
        if !is_web_page(address) {
            return self.text(row, column, text);
        }
        if address.len() > LONGEST_ADDRESS || self.links >= MOST_LINKS {
            self.losses.plain_addresses += 1;
            return self.text(row, column, text);
        }
        self.links += 1;
        let text = self.fitting(text);
        let url = Url::new(address).set_text(text);
        self.worksheet
            .write_url_with_format(row, column, url, &self.link)?;
        Ok(())
    }
}

/// The width of each column, so that its widest cell fits, or wraps.
fn widths(table: &Table) -> Vec<f64> {
    // The filter's button covers three characters of a title.
    let titles = table.columns.iter().map(|title| columns(title) + 3.0);
    let mut widths: Vec<f64> = titles.collect();
    let mut sums = vec![(0.0, 0.0); widths.len()];
    for row in &table.rows {
        for ((width, (sum, count)), cell) in widths.iter_mut().zip(&mut sums).zip(row) {
            let shown = columns(&cell.shown());
            *width = width.max(shown);
            if shown > 0.0 {
                *sum += shown;
                *count += 1.0;
            }
        }
    }
    let fitting = widths.iter().zip(sums).map(|(width, (sum, count))| {
        let is_short = sum <= count * WIDEST_OF_SHORT;
        let widest = if is_short { WIDEST_OF_SHORT } else { WIDEST };
        width.clamp(NARROWEST, widest) + 1.0
    });
    fitting.collect()
}

/// The height of a row that shows the wrapped text of its cells, which not every program computes by itself.
fn height(cells: &[Cell], widths: &[f64]) -> f64 {
    let wrapped = cells.iter().zip(widths).filter(|(cell, _)| match cell {
        Cell::Link { text, address } => text != address,
        _ => true,
    });
    let lines = wrapped.map(|(cell, width)| (columns(&cell.shown()) / width).ceil());
    lines.fold(1.0, f64::max).min(MOST_LINES) * LINE_HEIGHT
}

/// The width of a text in columns of a monospaced font.
fn columns(text: &str) -> f64 {
    u32::try_from(text.width()).map_or(f64::MAX, f64::from)
}
