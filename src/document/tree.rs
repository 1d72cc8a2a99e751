//! The tree of a page: blocks of lines, lines of inline runs.

use super::table::Table;

/// A page.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Document {
    /// The blocks of the page, from top to bottom.
    pub blocks: Vec<Block>,
    /// The day as of which it is written, as `2025-10-01`.
    pub date: Option<String>,
}

/// A part of a page that begins on its own line.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Block {
    /// A heading; level 1 is the title of the page.
    Heading {
        /// From 1 to 6.
        level: u8,
        /// The words.
        title: String,
        /// The anchor for links in HTML.
        anchor: Option<String>,
    },
    /// A paragraph.
    Paragraph(Inlines),
    /// An unordered list.
    List(Vec<Item>),
    /// A quotation.
    Quotation(Inlines),
    /// A table of values.
    Table(Table),
    /// A table of lines.
    Grid(Grid),
    /// Numbered sources, to which [`Inline::Cite`] refers.
    Sources(Vec<NumberedSource>),
    /// The beginning of a new page in print.
    PageBreak,
}

/// A table whose cells are lines of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<GridRow>,
}

/// A row of a [`Grid`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GridRow {
    /// The cells, one per column.
    pub cells: Vec<GridCell>,
    /// The IRIs of the acts that the row is about; HTML has them in `data-acts`.
    pub acts: Vec<String>,
}

/// A cell of a [`Grid`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GridCell {
    /// The line.
    pub line: Inlines,
    /// The IRIs of the acts that the cell is about, other than those of the row; HTML has them in `data-acts`.
    pub acts: Vec<String>,
}

/// A numbered source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberedSource {
    /// Its number.
    pub number: usize,
    /// Its name, which links to its address.
    pub name: String,
    /// Its address; it is a link only if it is on the web.
    pub address: Option<String>,
    /// What follows the name, such as its date.
    pub detail: String,
}

/// A reference to a numbered source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The number of the source.
    pub number: usize,
    /// The address of the words there.
    pub address: Option<String>,
}

/// A line of a list, and the blocks below it.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Item {
    /// The line.
    pub line: Inlines,
    /// Lists and quotations below the line, indented.
    pub blocks: Vec<Block>,
    /// The anchor for links in HTML.
    pub anchor: Option<String>,
    /// The IRIs of the acts that the line is about; HTML has them in `data-acts`.
    pub acts: Vec<String>,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Emphasized text.
    Strong(String),
    /// A command to type, with the words that lead to it. Pages for print (HTML, Word) leave out both.
    Command {
        /// The words before it, such as `: `.
        lead: String,
        /// The command.
        command: String,
    },
    /// Passages in quotation marks, each on one line, with a mark for omitted words between them.
    Quote(Vec<String>),
    /// The name of an entity; HTML links it to the entity's page if it has one.
    Entity {
        /// The name.
        name: String,
        /// What identifies the entity to the caller of [`Document::to_html`].
        id: String,
    },
    /// A link to a page on the web.
    Link {
        /// The text.
        text: String,
        /// The address of the page.
        address: String,
    },
    /// A number in brackets that links to an address. Equal addresses share a number, and text and Markdown list the
    /// addresses at the end of the page. An address that is not on the web is left out.
    Note(String),
    /// The numbers of sources in brackets.
    Cite(Vec<Citation>),
}

/// The pieces of a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inlines(Vec<Inline>);

/// The syntax of a rendered page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Style {
    /// Markdown, as [GitHub](https://github.github.com/gfm/) reads it.
    #[default]
    Markdown,
    /// Text for a terminal or an email.
    Plain,
    /// A fragment of [HTML](https://html.spec.whatwg.org) that is also well-formed XML.
    Html,
}

impl Document {
    /// A page with these blocks.
    #[must_use]
    pub const fn new(blocks: Vec<Block>) -> Self {
        Self { blocks, date: None }
    }

    /// The same page, written as of a day such as `2025-10-01`.
    #[must_use]
    pub fn dated(mut self, day: Option<String>) -> Self {
        self.date = day;
        self
    }

    /// Its title: the first heading.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.blocks.iter().find_map(|block| match block {
            Block::Heading { title, .. } => Some(title.as_str()),
            _ => None,
        })
    }
}

impl Block {
    /// A heading without an anchor.
    #[must_use]
    pub fn heading(level: u8, title: impl Into<String>) -> Self {
        Self::Heading {
            level,
            title: title.into(),
            anchor: None,
        }
    }

    /// A paragraph of one text.
    #[must_use]
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(Inlines::new().text(text))
    }
}

impl GridCell {
    /// A cell about the acts of its row.
    #[must_use]
    pub const fn new(line: Inlines) -> Self {
        Self {
            line,
            acts: Vec::new(),
        }
    }

    /// The same, about some other acts.
    #[must_use]
    pub fn about(mut self, acts: Vec<String>) -> Self {
        self.acts = acts;
        self
    }
}

impl Item {
    /// A line with nothing below it.
    #[must_use]
    pub fn new(line: Inlines) -> Self {
        Self {
            line,
            ..Self::default()
        }
    }

    /// A line of one text with nothing below it.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(Inlines::new().text(text))
    }

    /// The same with more blocks below it.
    #[must_use]
    pub fn with(mut self, blocks: impl IntoIterator<Item = Block>) -> Self {
        self.blocks.extend(blocks);
        self
    }

    /// The same with a list below it, unless that is empty.
    #[must_use]
    pub fn with_list(self, items: Vec<Self>) -> Self {
        let list = (!items.is_empty()).then_some(Block::List(items));
        self.with(list)
    }

    /// The same, about some acts.
    #[must_use]
    pub fn about(mut self, acts: Vec<String>) -> Self {
        self.acts = acts;
        self
    }

    /// The same with an anchor for links in HTML.
    #[must_use]
    pub fn anchored(mut self, anchor: impl Into<String>) -> Self {
        self.anchor = Some(anchor.into());
        self
    }
}

impl Inlines {
    /// An empty line.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds text; texts next to each other become one.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        match self.0.last_mut() {
            Some(Inline::Text(last)) => last.push_str(&text),
            _ if text.is_empty() => {}
            _ => self.0.push(Inline::Text(text)),
        }
        self
    }

    /// Adds emphasized text.
    #[must_use]
    pub fn strong(self, text: impl Into<String>) -> Self {
        self.with(Inline::Strong(text.into()))
    }

    /// Adds a command to type, with the words that lead to it; pages for print leave out both.
    #[must_use]
    pub fn command(self, lead: impl Into<String>, command: impl Into<String>) -> Self {
        self.with(Inline::Command {
            lead: lead.into(),
            command: command.into(),
        })
    }

    /// Adds words in quotation marks.
    #[must_use]
    pub fn quote(self, words: impl Into<String>) -> Self {
        self.quotes([words])
    }

    /// Adds passages in quotation marks, with a mark for omitted words between them.
    #[must_use]
    pub fn quotes(self, passages: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let passages = passages.into_iter().map(Into::into);
        self.with(Inline::Quote(passages.collect()))
    }

    /// Adds the name of an entity.
    #[must_use]
    pub fn entity(self, name: impl Into<String>, id: impl Into<String>) -> Self {
        self.with(Inline::Entity {
            name: name.into(),
            id: id.into(),
        })
    }

    /// Adds a number that links to an address, if there is one.
    #[must_use]
    pub fn note(self, address: Option<impl Into<String>>) -> Self {
        match address {
            Some(address) => self.with(Inline::Note(address.into())),
            None => self,
        }
    }

    /// Adds the numbers of sources, unless there are none.
    #[must_use]
    pub fn cite(self, citations: Vec<Citation>) -> Self {
        if citations.is_empty() {
            return self;
        }
        self.with(Inline::Cite(citations))
    }

    /// Adds one piece.
    #[must_use]
    pub fn with(mut self, inline: Inline) -> Self {
        self.0.push(inline);
        self
    }

    /// Adds the pieces of another line.
    #[must_use]
    pub fn then(self, other: Self) -> Self {
        other.0.into_iter().fold(self, |line, inline| match inline {
            Inline::Text(text) => line.text(text),
            other => line.with(other),
        })
    }

    /// Adds several lines with a separator between them.
    #[must_use]
    pub fn joined(self, lines: impl IntoIterator<Item = Self>, separator: &str) -> Self {
        let mut lines = lines.into_iter();
        let first = lines.next().unwrap_or_default();
        lines.fold(self.then(first), |line, next| {
            line.text(separator).then(next)
        })
    }

    /// The pieces.
    pub fn iter(&self) -> impl Iterator<Item = &Inline> {
        self.0.iter()
    }

    /// Whether it is empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Inlines {
    fn from(text: &str) -> Self {
        Self::new().text(text)
    }
}

impl From<String> for Inlines {
    fn from(text: String) -> Self {
        Self::new().text(text)
    }
}
