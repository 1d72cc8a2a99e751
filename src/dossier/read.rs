//! Reads the files of a dossier: texts that are neither empty nor too large, and are UTF-8.

use std::borrow::Cow;
use std::sync::Arc;

use super::files::{Bytes, Found, READOUT, SHEET};
use super::misplaced::MISPLACED_SHEET;
use super::{Dossier, RdfFile, ReadoutFiles};
use crate::diagnostic::{Code, Finding, Place, SourceText};

/// The largest RDF file, in bytes.
const LARGEST_RDF: u64 = 512 << 20;
/// Extensions of RDF files.
const RDF_EXTENSIONS: [&str; 6] = ["ttl", "nt", "nq", "trig", "rdf", "jsonld"];
/// The largest readout, manifest or query, in bytes: a hundred times the longest communiqué known to us.
pub const LARGEST_TEXT: u64 = 8 << 20;
/// The largest fact sheet, in bytes: what it records of a sentence is several times as long as the sentence.
const LARGEST_SHEET: u64 = 64 << 20;

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
fn written(name: &str, bytes: Vec<u8>) -> Result<SourceText, Finding> {
    let text = utf8(name, bytes)?;
    let is_blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    if text.text().trim_matches(is_blank).is_empty() {
        let empty = Finding::new(Code::FileEmpty, Place::file(name), "the file is empty");
        return Err(empty);
    }
    Ok(text)
}

/// Takes bytes of any size.
///
/// # Errors
/// A finding at the first byte that is not UTF-8.
pub fn utf8(name: &str, bytes: Vec<u8>) -> Result<SourceText, Finding> {
    String::from_utf8(bytes)
        .map(|text| SourceText::new(name, text))
        .map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            // As text, so that the place has a line and a column; what is not UTF-8 becomes U+FFFD.
            let text = String::from_utf8_lossy(error.as_bytes());
            let place = Place::new(&Arc::new(SourceText::new(name, text)), valid..valid);
            let message = format!("byte {valid} is not UTF-8; save the file as UTF-8");
            Finding::new(Code::FileNotUtf8, place, message)
        })
}

/// What to do about a text that is too large.
const ONE_TEXT: &str =
    "keep one text in each file: the text of another meeting needs a folder of its own";

/// Notes a file that is larger than the limit.
fn too_large(name: &str, limit: u64) -> Finding {
    let message = format!("the file is larger than {} MiB", limit >> 20);
    Finding::new(Code::FileTooLarge, Place::file(name), message)
}

/// Bytes without the byte order mark that some editors put in front of UTF-8.
fn without_mark(bytes: Cow<'static, [u8]>) -> Cow<'static, [u8]> {
    match bytes.strip_prefix("\u{feff}".as_bytes()) {
        Some(rest) => Cow::Owned(rest.to_vec()),
        None => bytes,
    }
}

/// Reads files and collects a finding for each that cannot be used, so that all are reported at once.
#[derive(Default)]
pub struct Reader {
    pub unusable: Vec<Finding>,
    pub lacks_names: bool,
}

impl Reader {
    /// Notes each link that leads out of the dossier, and each folder that cannot be listed.
    pub fn outside(&mut self, files: &[Found]) {
        for refusal in files.iter().filter_map(Found::refusal) {
            self.unusable.push(refusal);
            self.lacks_names = true;
        }
    }

    /// Moves the findings into the dossier.
    pub fn finish(self, dossier: &mut Dossier) {
        dossier.unusable = self.unusable;
        dossier.lacks_names = self.lacks_names;
    }

    pub fn readouts(&mut self, data: &[Found]) -> Vec<ReadoutFiles> {
        let mut readouts = Vec::new();
        let sheets = data.iter().filter(|file| file.path != MISPLACED_SHEET);
        for sheet in sheets.filter(|file| file.path.ends_with("/facts.toml")) {
            let folder = sheet.path.trim_end_matches(SHEET);
            let Some(slug) = folder.split('/').rev().nth(1) else {
                continue;
            };
            let mut files = data.iter();
            let text = files.find(|file| file.path.strip_prefix(folder) == Some(READOUT));
            let text = text.map(|text| {
                let lost = || Arc::new(SourceText::new(&text.name, ""));
                self.text(text).unwrap_or_else(lost)
            });
            match self.text_within(sheet, LARGEST_SHEET) {
                Some(facts) => readouts.push(ReadoutFiles {
                    slug: slug.to_owned(),
                    facts,
                    text,
                }),
                None => self.lacks_names = true,
            }
        }
        readouts
    }

    pub fn rdf(&mut self, found: &[Found]) -> Vec<RdfFile> {
        let mut files = Vec::new();
        for file in found {
            let extension = file.extension();
            if !RDF_EXTENSIONS.contains(&extension.as_str()) {
                continue;
            }
            match self.utf8(file, LARGEST_RDF) {
                Some(bytes) => files.push(RdfFile {
                    name: file.name.clone(),
                    extension,
                    base: None,
                    bytes: without_mark(bytes),
                }),
                None => self.lacks_names = true,
            }
        }
        files
    }

    pub fn queries(&mut self, found: &[Found]) -> Vec<Arc<SourceText>> {
        let mut queries = Vec::new();
        for file in found.iter().filter(|file| file.extension() == "rq") {
            if let Some(text) = self.text(file) {
                let query = text.text().trim_start_matches('\u{feff}');
                queries.push(Arc::new(SourceText::new(text.name(), query)));
            }
        }
        queries
    }

    pub fn text(&mut self, file: &Found) -> Option<Arc<SourceText>> {
        self.text_within(file, LARGEST_TEXT)
    }

    /// A text file that is neither empty nor too large, and is UTF-8.
    fn text_within(&mut self, file: &Found, limit: u64) -> Option<Arc<SourceText>> {
        let bytes = self.bytes(file, limit)?;
        match written(&file.name, bytes.into_owned()) {
            Ok(text) => return Some(Arc::new(text)),
            Err(finding) if finding.code == Code::FileEmpty => {
                self.unusable.push(finding.hint(remedy(file.base_name())));
            }
            Err(finding) => self.unusable.push(finding),
        }
        None
    }

    /// The bytes of a file of UTF-8, which every syntax of RDF is: a parser would report the first other byte without its
    /// place.
    fn utf8(&mut self, file: &Found, limit: u64) -> Option<Cow<'static, [u8]>> {
        let bytes = self.bytes(file, limit)?;
        if str::from_utf8(&bytes).is_ok() {
            return Some(bytes);
        }
        let finding = utf8(&file.name, bytes.into_owned());
        self.unusable.extend(finding.err());
        None
    }

    /// The bytes of a regular file that is no larger than the limit.
    fn bytes(&mut self, file: &Found, limit: u64) -> Option<Cow<'static, [u8]>> {
        let refused = |code, message: &str| Finding::new(code, Place::file(&file.name), message);
        let finding = match file.read(limit) {
            Ok(Bytes::All(bytes)) => return Some(bytes),
            Ok(Bytes::TooMany) => too_large(&file.name, limit).hint(match limit {
                LARGEST_RDF => "spread its statements over several files",
                LARGEST_SHEET => "move part of it to the sheet of another readout",
                _ => ONE_TEXT,
            }),
            Ok(Bytes::NoFile) => refused(
                Code::FileIrregular,
                "a file is needed here, not a folder, a pipe or a device",
            ),
            // Reported by `outside`, as are links to whole folders.
            Ok(Bytes::Outside) => return None,
            Err(error) => refused(
                Code::FileUnreadable,
                &format!("the file cannot be read: {error}"),
            ),
        };
        self.unusable.push(finding);
        None
    }
}

/// What to do about an empty file of this name.
fn remedy(name: &str) -> &'static str {
    match name {
        READOUT => "paste the published text; delete the file if its words may not be stored",
        SHEET => "begin it with [document], source and issued_by",
        "dossier.toml" => "write a title and two sides",
        _ => "write the query, or delete the file",
    }
}
