//! A tree of files, on disk or embedded, read with bounds on number, depth and size.

use std::borrow::Cow;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::DossierError;
use super::embedded;

/// Folders below `data/` that are looked into; what lies deeper is refused rather than forgotten.
const DEEPEST: usize = 8;

/// Files that are known by their names.
const FILES: [&str; 3] = ["dossier.toml", "facts.toml", "readout.txt"];

/// A file that was found but not yet read.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Path below the dossier's root, with `/` on every system.
    pub(super) path: String,
    /// The name shown in messages.
    pub(super) name: String,
    content: Content,
}

#[derive(Debug, Clone)]
enum Content {
    Embedded(&'static [u8]),
    OnDisk(PathBuf),
}

impl Found {
    /// Its name without the folders.
    pub(super) fn base_name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// What stands after the last dot, in lower case; empty where there is none.
    pub(super) fn extension(&self) -> String {
        self.base_name()
            .rsplit_once('.')
            .map_or_else(String::new, |(_, extension)| extension.to_lowercase())
    }

    /// Reads at most one byte more than the limit, so that a file that grows meanwhile stays bounded, too.
    ///
    /// # Errors
    /// [`DossierError::Io`] where the system refuses.
    pub(super) fn read(&self, limit: u64) -> Result<Bytes, DossierError> {
        let path = match &self.content {
            Content::Embedded(bytes) => return Ok(Bytes::All(Cow::Borrowed(bytes))),
            Content::OnDisk(path) => path,
        };
        // A pipe would be waited for, before anything is read.
        let metadata = fs::metadata(path).map_err(|source| io(path, source))?;
        if !metadata.is_file() {
            return Ok(Bytes::NoFile);
        }
        let mut bytes = Vec::new();
        fs::File::open(path)
            .and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
            .map_err(|source| io(path, source))?;
        if bytes.len() as u64 > limit {
            return Ok(Bytes::TooMany);
        }
        Ok(Bytes::All(Cow::Owned(bytes)))
    }
}

/// What there was to read.
pub(super) enum Bytes {
    All(Cow<'static, [u8]>),
    /// More than the limit.
    TooMany,
    /// A folder, a pipe or a device.
    NoFile,
}

/// The files that the binary carries below some folder.
pub(super) fn embedded(folder: &str) -> Vec<Found> {
    embedded::FILES
        .iter()
        .filter(|(path, _)| path.starts_with(folder))
        .map(|(path, bytes)| Found {
            path: (*path).to_owned(),
            name: (*path).to_owned(),
            content: Content::Embedded(bytes),
        })
        .collect()
}

/// The files on disk below some folder of a dossier, in the order of their paths; none where there is no such folder.
///
/// Hidden files are left out, as are backup files that editors leave behind.
///
/// # Errors
/// [`DossierError::Io`] where a folder cannot be listed or lies too deep.
pub(super) fn on_disk(root: &Path, folder: &str) -> Result<Vec<Found>, DossierError> {
    let mut found = Vec::new();
    if root.join(folder).is_dir() {
        walk(root, folder, DEEPEST, &mut found)?;
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn walk(
    root: &Path,
    folder: &str,
    depth: usize,
    found: &mut Vec<Found>,
) -> Result<(), DossierError> {
    let path = root.join(folder);
    if depth == 0 {
        let deep = std::io::Error::other(
            "folders are nested too deeply here, or a link leads in a circle",
        );
        return Err(io(&path, deep));
    }
    for entry in fs::read_dir(&path).map_err(|source| io(&path, source))? {
        let entry = entry.map_err(|source| io(&path, source))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_passed_over(&entry.path()) {
            continue;
        }
        let below = format!("{folder}/{name}");
        // A folder where a file should be is found when that is read.
        if entry.path().is_dir() && !FILES.contains(&name.as_str()) {
            walk(root, &below, depth - 1, found)?;
        } else {
            found.push(Found {
                name: shown(&entry.path()),
                path: below,
                content: Content::OnDisk(entry.path()),
            });
        }
    }
    Ok(())
}

/// Whether a file or folder is hidden, or a backup that an editor left behind.
pub(super) fn is_passed_over(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name.ends_with('~')
}

/// A path as messages show it: without a leading `./`.
pub(super) fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

pub(super) fn io(path: &Path, source: std::io::Error) -> DossierError {
    DossierError::Io {
        path: PathBuf::from(shown(path)),
        source,
    }
}
