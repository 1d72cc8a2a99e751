//! Pages and tables, with renderers for plain text, Markdown, HTML, Word, CSV and the terminal; charts as data.
//!
//! *Takes* words, names, addresses and values. *Returns* text, or the bytes of a Word file. *Never* knows RDF or what a page is about.
//!
//! A page is a tree of [`Block`]s; [`Document::render`] writes it. A [`Table`] has typed cells, which each renderer
//! shows in its own way. Every text is escaped, and a link leads only to a page on the web.

mod address;
mod chart;
#[cfg(feature = "docx")]
mod docx;
mod fit;
mod html;
mod lines;
mod render;
mod rows;
mod table;
mod terminal;
mod tree;
mod words;
mod wrap;
mod write;

pub use self::address::is_web_page;
pub use self::chart::{Bar, BarChart, Bound, FigureChart, FigureMark, Panel};
pub use self::fit::ColumnChoice;
pub use self::render::PageFormat;
pub use self::table::{Cell, NamedTable, Table};
pub use self::terminal::Layout;
pub use self::tree::{
    Block, Citation, Document, Grid, GridCell, GridRow, Inline, Inlines, Item, NumberedSource,
    Style,
};
pub use self::words::word_count;
#[cfg(feature = "cli")]
pub(crate) use self::wrap::wrapped;
pub use self::write::{BYTE_ORDER_MARK, TableFormat, Written, write_rows};
