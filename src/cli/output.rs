//! Writes data to stdout, or to a file that is replaced only when the output is complete.

use std::fs;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::error::CliError;
use super::process;
use crate::export::ExportError;

/// The destination of the data.
pub enum Output {
    Stdout(BufWriter<io::StdoutLock<'static>>),
    /// A pipe or a device, which is written directly.
    Direct(BufWriter<fs::File>, PathBuf),
    /// A new file next to the one that it replaces.
    Beside(BufWriter<NamedTempFile>, PathBuf),
}

impl Output {
    /// Opens a file, or stdout if the path is missing or `-`.
    pub fn open(path: Option<&Path>) -> Result<Self, CliError> {
        let Some(path) = path.filter(|path| *path != Path::new("-")) else {
            return Ok(Self::Stdout(BufWriter::new(io::stdout().lock())));
        };
        Self::file(path).map_err(|error| refused(path, &error))
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
        let folder = parent(&target);
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
        process::protect(file.path());
        Ok(Self::Beside(BufWriter::new(file), target))
    }

    /// Ends the output: writes what is buffered, and replaces the file.
    pub fn finish(self) -> Result<(), CliError> {
        match self {
            Self::Stdout(mut stdout) => stdout
                .flush()
                .map_err(|error| CliError::output("the output", error)),
            Self::Direct(mut file, path) => file.flush().map_err(|error| refused(&path, &error)),
            Self::Beside(file, path) => {
                replace(file, &path).map_err(|error| refused(&path, &error))
            }
        }
    }
}

/// Flushes the new file to the disk before it replaces the old one.
fn replace(file: BufWriter<NamedTempFile>, path: &Path) -> io::Result<()> {
    let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    process::release();
    Ok(())
}

#[cfg(unix)]
fn permissions(old: Option<&fs::Metadata>) -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;

    // As for any new file, the user's umask applies.
    old.map_or_else(
        || fs::Permissions::from_mode(0o666),
        fs::Metadata::permissions,
    )
}

/// The file to write: a symbolic link stays, and its target is replaced or created.
fn target(path: &Path) -> PathBuf {
    if let Ok(target) = fs::canonicalize(path) {
        return target;
    }
    match (fs::read_link(path), path.parent()) {
        (Ok(link), Some(folder)) => folder.join(link),
        _ => path.to_owned(),
    }
}

/// The folder of a path.
pub fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// The failure to write a file.
pub fn refused(path: &Path, error: &io::Error) -> CliError {
    // Errors that are not from the system name the hidden temporary file, which the user does not know.
    let error = match error.raw_os_error() {
        Some(code) => io::Error::from_raw_os_error(code),
        None => error.kind().into(),
    };
    CliError::output(&format!("`{}`", path.display()), error)
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        process::counted(|| match self {
            Self::Stdout(stdout) => stdout.write(bytes),
            Self::Direct(file, _) => file.write(bytes),
            Self::Beside(file, _) => file.write(bytes),
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        process::counted(|| match self {
            Self::Stdout(stdout) => stdout.flush(),
            Self::Direct(file, _) => file.flush(),
            Self::Beside(file, _) => file.flush(),
        })
    }
}

/// Refuses to write a file that is no text to a terminal.
pub fn refuse_terminal(what: &str, example: &str, path: Option<&Path>) -> Result<(), CliError> {
    if path.is_none() && io::stdout().is_terminal() {
        return Err(CliError::usage(format!(
            "{what} is no text for a terminal; name its file: -o {example}"
        )));
    }
    Ok(())
}

/// Writes a whole text.
pub fn write_all(path: Option<&Path>, bytes: &[u8]) -> Result<(), CliError> {
    write_with(path, |output| Ok(output.write_all(bytes)?))
}

/// Writes data piece by piece.
pub fn write_with(
    path: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> Result<(), ExportError>,
) -> Result<(), CliError> {
    let mut output = Output::open(path)?;
    write(&mut output)?;
    output.finish()
}
