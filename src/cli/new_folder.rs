//! Creates a folder completely or not at all, and never overwrites a file.

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempDir};

use super::error::CliError;
use super::output;

/// The prefix of unfinished files and folders: hidden, so that no dossier reads them.
const PREFIX: &str = ".bilateral-";

/// An unfinished folder, next to its target.
///
/// All of it is on the disk before it gets its name: whenever the process ends, either the whole folder exists or
/// nothing with that name.
pub struct NewFolder {
    making: TempDir,
    target: PathBuf,
}

impl NewFolder {
    /// Creates the unfinished folder.
    pub fn begin(target: &Path) -> Result<Self, CliError> {
        refuse_existing(target)?;
        let above = output::parent(target);
        if !above.is_dir() {
            let (target, above) = (target.display(), above.display());
            let message = format!("cannot create `{target}`: the folder `{above}` does not exist");
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

    /// Creates a subfolder.
    pub fn folder(&self, name: &str) -> Result<(), CliError> {
        fs::create_dir(self.making.path().join(name))
            .map_err(|error| output::refused(&self.target, &error))
    }

    /// Writes a file into it or into a subfolder.
    pub fn file(&self, name: &str, bytes: &[u8]) -> Result<(), CliError> {
        let write = || {
            let mut file = fs::File::create_new(self.making.path().join(name))?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().map_err(|error| output::refused(&self.target.join(name), &error))
    }

    /// Gives the folder its name.
    pub fn finish(self) -> Result<(), CliError> {
        sync_below(self.making.path()).map_err(|error| output::refused(&self.target, &error))?;
        // This cannot overwrite anything: a rename replaces only an empty folder.
        refuse_existing(&self.target)?;
        fs::rename(self.making.path(), &self.target)
            .map_err(|error| output::refused(&self.target, &error))?;
        // The folder was renamed: nothing is left to clean up.
        drop(self.making.keep());
        sync(output::parent(&self.target)).map_err(|error| output::refused(&self.target, &error))
    }
}

/// Writes a whole file unless it exists; returns whether it was written.
pub fn write_if_absent(path: &Path, bytes: &[u8]) -> Result<bool, CliError> {
    if fs::symlink_metadata(path).is_ok() {
        return Ok(false);
    }
    let write = || {
        let mut file = Builder::new()
            .prefix(PREFIX)
            .permissions(open_file())
            .tempfile_in(output::parent(path))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        match file.persist_noclobber(path) {
            Ok(_) => sync(output::parent(path)).map(|()| true),
            Err(lost) if lost.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            Err(lost) => Err(lost.error),
        }
    };
    write().map_err(|error| output::refused(path, &error))
}

fn refuse_existing(target: &Path) -> Result<(), CliError> {
    match fs::symlink_metadata(target) {
        Ok(_) => Err(CliError::usage(format!(
            "`{}` already exists and is not overwritten: choose another name",
            target.display()
        ))),
        Err(_) => Ok(()),
    }
}

/// Flushes the entries of a folder and its subfolders to the disk.
fn sync_below(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sync_below(&path)?;
        }
    }
    sync(folder)
}

/// Flushes the entries of a folder to the disk.
fn sync(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

/// The permissions of a new folder; the user's umask applies.
fn open_folder() -> fs::Permissions {
    fs::Permissions::from_mode(0o777)
}

fn open_file() -> fs::Permissions {
    fs::Permissions::from_mode(0o666)
}
