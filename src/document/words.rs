//! The length of a page in words.

use super::tree::{Block, Inline, Inlines, Item};

/// The number of words of some blocks: runs of characters between spaces with a letter or a digit among them. Numbers of
/// sources do not count.
#[must_use]
pub fn word_count(blocks: &[Block]) -> usize {
    blocks.iter().map(of_block).sum()
}

fn of_block(block: &Block) -> usize {
    match block {
        Block::Heading { title, .. } => of_text(title),
        Block::Paragraph(line) | Block::Quotation(line) => of_line(line),
        Block::List(items) => items.iter().map(of_item).sum(),
        Block::Table(table) => {
            let cells = table.rows.iter().flatten();
            let cells: usize = cells.map(|cell| of_text(&cell.shown())).sum();
            cells + of_texts(&table.columns)
        }
        Block::Grid(grid) => {
            let cells = grid.rows.iter().flat_map(|row| &row.cells);
            cells.map(|cell| of_line(&cell.line)).sum::<usize>() + of_texts(&grid.columns)
        }
        Block::Sources(sources) => {
            let sources = sources.iter();
            let words = sources.map(|source| of_text(&source.name) + of_text(&source.detail));
            words.sum()
        }
        Block::PageBreak => 0,
    }
}

fn of_item(item: &Item) -> usize {
    of_line(&item.line) + word_count(&item.blocks)
}

fn of_line(line: &Inlines) -> usize {
    // Pieces may join within a word, so the words of the whole line count.
    let text: String = line.iter().map(text).collect();
    of_text(&text)
}

fn text(inline: &Inline) -> String {
    match inline {
        Inline::Text(text)
        | Inline::Strong(text)
        | Inline::Entity { name: text, .. }
        | Inline::Link { text, .. } => text.clone(),
        Inline::Command { lead, command } => [lead.as_str(), command].concat(),
        Inline::Quote(passages) => passages.join(" "),
        Inline::Note(_) | Inline::Cite(_) => String::new(),
    }
}

fn of_texts(texts: &[String]) -> usize {
    texts.iter().map(|text| of_text(text)).sum()
}

fn of_text(text: &str) -> usize {
    let words = text.split_whitespace();
    words
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}
