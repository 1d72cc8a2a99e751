//! Texts that a dossier can take: neither empty nor too large, and UTF-8.

use crate::diagnostic::{Finding, Place, SourceText};

/// The largest readout, manifest or query, in bytes: a hundred times the longest communiqué known to us.
pub const LARGEST_TEXT: u64 = 8 << 20;
/// The largest fact sheet, in bytes: it says of each sentence several times as much as the sentence itself.
pub const LARGEST_SHEET: u64 = 64 << 20;

/// Takes the bytes of a text file under the name that the user knows.
///
/// # Errors
/// A finding where they are more than [`LARGEST_TEXT`], no UTF-8, or nothing but white space.
pub fn text(name: &str, bytes: Vec<u8>) -> Result<SourceText, Finding> {
    if bytes.len() as u64 > LARGEST_TEXT {
        return Err(too_large(name, LARGEST_TEXT).hint(ONE_TEXT));
    }
    written(name, bytes)
}

/// Takes the bytes of a text file of any size.
///
/// # Errors
/// A finding where they are no UTF-8, or nothing but white space.
pub fn written(name: &str, bytes: Vec<u8>) -> Result<SourceText, Finding> {
    let text = SourceText::from_utf8(name, bytes)?;
    if text
        .text()
        .trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
        .is_empty()
    {
        let empty = Finding::error("file-empty", Place::file(name), "the file is empty");
        return Err(empty);
    }
    Ok(text)
}

/// What to do about a text that is too large.
pub const ONE_TEXT: &str =
    "keep one text in one file: that of another meeting has a folder of its own";

/// Notes a file that is larger than the limit.
pub fn too_large(name: &str, limit: u64) -> Finding {
    let message = format!("the file is larger than {} MiB", limit >> 20);
    Finding::error("file-too-large", Place::file(name), message)
}
