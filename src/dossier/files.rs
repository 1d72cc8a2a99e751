//! A tree of files, on disk or embedded, read with bounds on depth and size.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use oxigraph::model::NamedNode;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::DossierError;
use crate::diagnostic::{Code, Finding, Place};

/// The files that the binary carries, in the order of their paths below the crate's root: the built-in example, and the
/// ontology and queries for every dossier.
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The depth to which folders below `data/` are read; deeper ones are refused rather than forgotten.
const DEEPEST: usize = 8;

/// What the path of an IRI must escape.
const NOT_IN_PATHS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Files that are known by their names.
const FILES: [&str; 3] = ["dossier.toml", SHEET, READOUT];
/// The name of a fact sheet.
pub const SHEET: &str = "facts.toml";
/// The name of a readout.
pub const READOUT: &str = "readout.txt";

/// A file that was found but not yet read.
#[derive(Debug, Clone)]
pub struct Found {
    /// Path below the dossier's root, with `/` on every system.
    pub path: String,
    /// The name shown in messages.
    pub name: String,
    content: Content,
}

#[derive(Debug, Clone)]
enum Content {
    Embedded(&'static [u8]),
    OnDisk(PathBuf),
    /// A link that leads out of the dossier.
    Outside,
    /// A folder whose content is unknown, and why.
    Unlisted(String),
}

impl Found {
    /// Its name without the folders.
    pub fn base_name(&self) -> &str {
        let name = self.path.rsplit_once('/').map(|(_, name)| name);
        name.unwrap_or(&self.path)
    }

    /// The part after the last dot, in lower case; empty if there is none.
    pub fn extension(&self) -> String {
        self.base_name()
            .rsplit_once('.')
            .map_or_else(String::new, |(_, extension)| extension.to_lowercase())
    }

    /// The finding about a link that leads out of the dossier, or a folder that cannot be listed. A foreign dossier must
    /// not open other files of the user's disk.
    pub fn refusal(&self) -> Option<Finding> {
        let finding = |code, message| Finding::new(code, Place::file(&self.name), message);
        match &self.content {
            Content::Outside => {
                let message = "this link leads out of the dossier".to_owned();
                Some(finding(Code::FileOutside, message).hint("put the file itself here"))
            }
            Content::Unlisted(why) => {
                let message = format!("the folder cannot be listed: {why}");
                Some(finding(Code::FileUnreadable, message))
            }
            _ => None,
        }
    }

    /// Reads at most one byte more than the limit, so that a file that grows meanwhile stays bounded, too.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn read(&self, limit: u64) -> io::Result<Bytes> {
        let path = match &self.content {
            Content::Embedded(bytes) => return Ok(Bytes::All(Cow::Borrowed(bytes))),
            Content::Outside => return Ok(Bytes::Outside),
            Content::Unlisted(_) => return Ok(Bytes::NoFile),
            Content::OnDisk(path) => path,
        };
        // Opening a pipe would wait for a writer.
        let metadata = fs::metadata(path)?;
        if !metadata.is_file() {
            return Ok(Bytes::NoFile);
        }
        if metadata.len() > limit {
            return Ok(Bytes::TooMany);
        }
        let mut bytes = Vec::new();
        fs::File::open(path)?
            .take(limit + 1)
            .read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit {
            return Ok(Bytes::TooMany);
        }
        Ok(Bytes::All(Cow::Owned(bytes)))
    }
}

/// The content of a file, or why it has none.
pub enum Bytes {
    All(Cow<'static, [u8]>),
    /// More than the limit.
    TooMany,
    /// A folder, a pipe or a device.
    NoFile,
    /// A link that leads out of the dossier.
    Outside,
}

/// The files that the binary carries below some folder.
pub fn embedded(folder: &str) -> Vec<Found> {
    EMBEDDED
        .iter()
        .filter(|(path, _)| path.starts_with(folder))
        .map(|(path, bytes)| Found {
            path: (*path).to_owned(),
            name: (*path).to_owned(),
            content: Content::Embedded(bytes),
        })
        .collect()
}

/// A file that the binary carries; empty if it carries none with this path.
pub fn embedded_file(path: &str) -> &'static [u8] {
    let file = EMBEDDED.iter().find(|(known, _)| *known == path);
    file.map_or(&[], |(_, bytes)| bytes)
}

/// The files on disk below some folder of a dossier, in the order of their paths; none if the folder does not exist.
///
/// Hidden files are left out, as are the backup files of editors. A folder that cannot be listed or is too deep is in the
/// list itself: it hides nothing else.
///
/// # Errors
/// [`DossierError::Io`] if the root does not exist.
pub fn on_disk(root: &Path, folder: &str) -> Result<Vec<Found>, DossierError> {
    let mut found = Vec::new();
    if root.join(folder).is_dir() {
        Walk::of(root)?.folder(folder, DEEPEST, &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// A file, and with a fact sheet the readout in its folder, as though they were in a dossier.
///
/// # Errors
/// [`DossierError::Io`] if the file does not exist.
pub fn with_neighbours(file: &Path) -> Result<Vec<Found>, DossierError> {
    let whole = fs::canonicalize(file).map_err(|source| io(file, source))?;
    let folder = whole.parent().and_then(Path::file_name).unwrap_or_default();
    let slug = folder.to_string_lossy();
    let found = |path: PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Found {
            path: format!("data/{slug}/{name}"),
            name: display_path(&path),
            content: Content::OnDisk(path.clone()),
        }
    };
    let readout = file.with_file_name(READOUT);
    let has_readout = file.ends_with(SHEET) && readout.exists();
    let files = [Some(file.to_owned()), has_readout.then_some(readout)];
    Ok(files.into_iter().flatten().map(found).collect())
}

/// The `file:` IRI of a file.
///
/// # Errors
/// [`DossierError::Io`] if the file does not exist.
pub fn iri(file: &Path) -> Result<NamedNode, DossierError> {
    let whole = fs::canonicalize(file).map_err(|source| io(file, source))?;
    let path = whole.to_string_lossy().replace('\\', "/");
    let path = utf8_percent_encode(&path, NOT_IN_PATHS);
    Ok(NamedNode::new_unchecked(format!("file://{path}")))
}

/// Walks through the folders of a dossier.
struct Walk<'a> {
    root: &'a Path,
    /// The root as the system knows it, within which every link must lead.
    whole: PathBuf,
}

impl<'a> Walk<'a> {
    fn of(root: &'a Path) -> Result<Self, DossierError> {
        let whole = fs::canonicalize(root).map_err(|source| io(root, source))?;
        Ok(Self { root, whole })
    }

    fn folder(&self, folder: &str, depth: usize, found: &mut Vec<Found>) {
        let path = self.root.join(folder);
        let entries = match depth {
            0 => Err(io::Error::other(
                "folders are nested too deeply, or a link leads back to a folder above",
            )),
            _ => fs::read_dir(&path).and_then(Iterator::collect::<io::Result<Vec<_>>>),
        };
        match entries {
            Ok(entries) => {
                for entry in entries {
                    self.entry(&entry, folder, depth, found);
                }
            }
            Err(error) => found.push(Found {
                name: display_path(&path),
                path: folder.to_owned(),
                content: Content::Unlisted(error.to_string()),
            }),
        }
    }

    fn entry(&self, entry: &fs::DirEntry, folder: &str, depth: usize, found: &mut Vec<Found>) {
        let (name, path) = (
            entry.file_name().to_string_lossy().into_owned(),
            entry.path(),
        );
        if is_passed_over(&path) {
            return;
        }
        let below = format!("{folder}/{name}");
        let content = if self.leads_out(entry) {
            Content::Outside
        } else if path.is_dir() && !FILES.contains(&name.as_str()) {
            // A folder in place of a known file is reported when that file is read.
            return self.folder(&below, depth - 1, found);
        } else {
            Content::OnDisk(path.clone())
        };
        found.push(Found {
            name: display_path(&path),
            path: below,
            content,
        });
    }

    /// Whether an entry is a link to something outside of the dossier.
    fn leads_out(&self, entry: &fs::DirEntry) -> bool {
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        is_link
            && fs::canonicalize(entry.path()).is_ok_and(|target| !target.starts_with(&self.whole))
    }
}

/// Whether a file or folder is hidden, or a backup that an editor left behind.
pub fn is_passed_over(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name.ends_with('~')
}

/// A path as messages show it: without a leading `./`.
#[must_use]
pub fn display_path(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

pub fn io(path: &Path, source: io::Error) -> DossierError {
    DossierError::Io {
        path: PathBuf::from(display_path(path)),
        source,
    }
}
