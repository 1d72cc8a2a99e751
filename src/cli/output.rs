//! Where data goes: stdout, or a file that is replaced only when all of it is written.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use tempfile::{Builder, NamedTempFile};

use super::failure::OutputError;
use super::interrupt;
use crate::export::ExportError;

/// The file that is being written beside the one that it will replace, if there is one.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Takes away what was begun but not finished, for a process that must end at once.
pub fn abandon() {
    let unfinished = UNFINISHED.lock().ok().and_then(|mut path| path.take());
    if let Some(path) = unfinished {
        // Where it cannot be removed there is nothing else to try.
        fs::remove_file(path).ok();
    }
}

fn remember(path: Option<&Path>) {
    if let Ok(mut unfinished) = UNFINISHED.lock() {
        *unfinished = path.map(Path::to_owned);
    }
}

/// Writes begun and writes ended so far: where the two differ, one is under way.
static BEGUN: AtomicU64 = AtomicU64::new(0);
static ENDED: AtomicU64 = AtomicU64::new(0);

/// The number of the write that is under way, if one is: while it stays the same, it is the reader who takes the time.
pub fn write_under_way() -> Option<u64> {
    let ended = ENDED.load(Ordering::SeqCst);
    let begun = BEGUN.load(Ordering::SeqCst);
    (begun > ended).then_some(begun)
}

/// The other end of the data.
pub enum Output {
    Stdout(BufWriter<io::StdoutLock<'static>>),
    /// A pipe or a device, written to directly.
    Direct(BufWriter<fs::File>, PathBuf),
    /// A new file beside the one that it will replace.
    Beside(BufWriter<NamedTempFile>, PathBuf),
}

impl Output {
    /// Opens stdout, for no path or `-`, or a file.
    pub(crate) fn open(path: Option<&Path>) -> anyhow::Result<Self> {
        let Some(path) = path.filter(|path| *path != Path::new("-")) else {
            return Ok(Self::Stdout(BufWriter::new(io::stdout().lock())));
        };
        Self::file(path).map_err(|error| refused(path, error).into())
    }

    fn file(path: &Path) -> io::Result<Self> {
        let target = target(path);
        let old = fs::metadata(&target).ok();
        match &old {
            Some(old) if old.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Some(old) if !old.is_file() => {
                let file = fs::OpenOptions::new().write(true).open(&target)?;
                return Ok(Self::Direct(BufWriter::new(file), target));
            }
            _ => {}
        }
        let folder = match target.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        if !fs::metadata(folder)?.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let file = Builder::new()
            .prefix(".bilateral-")
            .permissions(permissions(old.as_ref()))
            .tempfile_in(folder)?;
        if let Some(old) = old {
            fs::set_permissions(file.path(), old.permissions())?;
        }
        remember(Some(file.path()));
        interrupt::watch();
        Ok(Self::Beside(BufWriter::new(file), target))
    }

    /// Ends the output: what was buffered is written, and the file takes its place.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Stdout(mut stdout) => stdout.flush().map_err(|error| lost(error).into()),
            Self::Direct(mut file, path) => {
                file.flush().map_err(|error| refused(&path, error).into())
            }
            Self::Beside(file, path) => {
                replace(file, &path).map_err(|error| refused(&path, error).into())
            }
        }
    }
}

/// Makes sure that the new file is on the disk before it takes the place of the old one.
fn replace(file: BufWriter<NamedTempFile>, path: &Path) -> io::Result<()> {
    let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    remember(None);
    Ok(())
}

#[cfg(unix)]
fn permissions(old: Option<&fs::Metadata>) -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;

    // As for any new file, the user's mask takes away from it.
    old.map_or_else(
        || fs::Permissions::from_mode(0o666),
        fs::Metadata::permissions,
    )
}

/// What a path leads to: a link stays a link, and what it points at is replaced, or made.
fn target(path: &Path) -> PathBuf {
    if let Ok(target) = fs::canonicalize(path) {
        return target;
    }
    match (fs::read_link(path), path.parent()) {
        (Ok(link), Some(folder)) => folder.join(link),
        _ => path.to_owned(),
    }
}

fn refused(path: &Path, error: io::Error) -> OutputError {
    OutputError {
        to: format!("`{}`", path.display()),
        // What has more to say than the system names the new file beside the old one, of which the user knows nothing.
        source: match error.raw_os_error() {
            Some(_) => error,
            None => error.kind().into(),
        },
    }
}

fn lost(source: io::Error) -> OutputError {
    OutputError {
        to: "the output".to_owned(),
        source,
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        marked(|| match self {
            Self::Stdout(stdout) => stdout.write(bytes),
            Self::Direct(file, _) => file.write(bytes),
            Self::Beside(file, _) => file.write(bytes),
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        marked(|| match self {
            Self::Stdout(stdout) => stdout.flush(),
            Self::Direct(file, _) => file.flush(),
            Self::Beside(file, _) => file.flush(),
        })
    }
}

/// Does a write and counts it.
fn marked<T>(write: impl FnOnce() -> T) -> T {
    BEGUN.fetch_add(1, Ordering::SeqCst);
    let written = write();
    ENDED.fetch_add(1, Ordering::SeqCst);
    written
}

/// Writes a whole text.
pub fn write_all(path: Option<&Path>, bytes: &[u8]) -> anyhow::Result<()> {
    write_with(path, |output| Ok(output.write_all(bytes)?))
}

/// Writes what comes piece by piece.
pub fn write_with(
    path: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> Result<(), ExportError>,
) -> anyhow::Result<()> {
    let mut output = Output::open(path)?;
    write(&mut output).map_err(|error| match error {
        ExportError::Write(error) => lost(error).into(),
        other => anyhow::Error::from(other),
    })?;
    output.finish()
}
