//! A new folder that is there as a whole or not at all, and files that are never written over.

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempDir};

use super::error::CliError;
use super::output;

/// What files and folders in the making are called: hidden, so that no dossier reads them.
const PREFIX: &str = ".bilateral-";

/// A folder in the making, beside the place where it will stand.
///
/// All of it is on the disk before it gets its name: whenever the process ends, there is either nothing of that name or
/// the whole folder.
pub struct NewFolder {
    making: TempDir,
    target: PathBuf,
}

impl NewFolder {
    /// Begins a folder.
    pub fn begin(target: &Path) -> Result<Self, CliError> {
        refuse_existing(target)?;
        let above = above(target);
        if !above.is_dir() {
            let (target, above) = (target.display(), above.display());
            let message = format!("cannot make `{target}`: there is no folder `{above}`");
            return Err(CliError::usage(message));
        }
        let mut builder = Builder::new();
        builder.prefix(PREFIX).permissions(open_folder());
        Ok(Self {
            making: builder
                .tempdir_in(above)
                .map_err(|error| output::refused(target, &error))?,
            target: target.to_owned(),
        })
    }

    /// Makes a folder in it.
    pub fn folder(&self, name: &str) -> Result<(), CliError> {
        fs::create_dir(self.making.path().join(name))
            .map_err(|error| output::refused(&self.target, &error))
    }

    /// Writes a file into it, or into a folder of it.
    pub fn file(&self, name: &str, bytes: &[u8]) -> Result<(), CliError> {
        let write = || {
            let mut file = fs::File::create_new(self.making.path().join(name))?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().map_err(|error| output::refused(&self.target.join(name), &error))
    }

    /// Gives it its name.
    pub fn finish(self) -> Result<(), CliError> {
        sync_below(self.making.path()).map_err(|error| output::refused(&self.target, &error))?;
        // Where nothing stands in the way; an empty folder that came meanwhile loses nothing.
        refuse_existing(&self.target)?;
        fs::rename(self.making.path(), &self.target)
            .map_err(|error| output::refused(&self.target, &error))?;
        // It has moved: there is nothing left to take away.
        drop(self.making.keep());
        sync(above(&self.target)).map_err(|error| output::refused(&self.target, &error))
    }
}

/// Writes a file as a whole, unless there is one already; tells whether there was none.
pub fn write_if_absent(path: &Path, bytes: &[u8]) -> Result<bool, CliError> {
    if fs::symlink_metadata(path).is_ok() {
        return Ok(false);
    }
    let write = || {
        let mut file = Builder::new()
            .prefix(PREFIX)
            .permissions(open_file())
            .tempfile_in(above(path))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        match file.persist_noclobber(path) {
            Ok(_) => sync(above(path)).map(|()| true),
            Err(lost) if lost.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            Err(lost) => Err(lost.error),
        }
    };
    write().map_err(|error| output::refused(path, &error))
}

fn refuse_existing(target: &Path) -> Result<(), CliError> {
    match fs::symlink_metadata(target) {
        Ok(_) => Err(CliError::usage(format!(
            "`{}` is there already, and nothing is written over: choose another name",
            target.display()
        ))),
        Err(_) => Ok(()),
    }
}

/// The folder in which a path lies.
fn above(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Makes sure that the names in a folder, and in those below it, are on the disk.
fn sync_below(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sync_below(&path)?;
        }
    }
    sync(folder)
}

/// Makes sure that the names in a folder are on the disk.
fn sync(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

/// As for anything new, the user's mask takes away from it.
fn open_folder() -> fs::Permissions {
    fs::Permissions::from_mode(0o777)
}

fn open_file() -> fs::Permissions {
    fs::Permissions::from_mode(0o666)
}
