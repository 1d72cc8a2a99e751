//! Creates a folder completely or not at all, and never overwrites a file.

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tempfile::Builder;

use super::error::CliError;
use super::output;

/// The prefix of unfinished files and folders: hidden, so that no dossier reads them.
const PREFIX: &str = ".bilateral-";

/// Creates a folder with these files, by their paths below it.
///
/// All of it is on the disk before it gets its name: whenever the process ends, either the whole folder exists or
/// nothing with that name.
pub fn create(target: &Path, files: &[(&str, &str)]) -> Result<(), CliError> {
    refuse_existing(target)?;
    let parent = output::parent(target);
    if !parent.is_dir() {
        let (target, parent) = (target.display(), parent.display());
        let message = format!("cannot create `{target}`: the folder `{parent}` does not exist");
        return Err(CliError::usage(message));
    }
    let write = || {
        let mut builder = Builder::new();
        builder.prefix(PREFIX).permissions(mode(0o777));
        let unfinished = builder.tempdir_in(parent)?;
        for (name, text) in files {
            let path = unfinished.path().join(name);
            fs::create_dir_all(output::parent(&path))?;
            let mut file = fs::File::create_new(path)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
        }
        sync_below(unfinished.path())?;
        // A rename replaces only an empty folder, so it cannot overwrite a file.
        fs::rename(unfinished.path(), target)?;
        // The folder was renamed: nothing is left to clean up.
        drop(unfinished.keep());
        sync(parent)
    };
    write().map_err(|error| output::refused(target, &error))
}

/// Writes a whole file unless it exists; returns whether it was written.
pub fn write_if_absent(path: &Path, bytes: &[u8]) -> Result<bool, CliError> {
    if fs::symlink_metadata(path).is_ok() {
        return Ok(false);
    }
    let write = || {
        let mut file = Builder::new()
            .prefix(PREFIX)
            .permissions(mode(0o666))
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

/// The permissions of something new; the user's umask applies.
fn mode(bits: u32) -> fs::Permissions {
    fs::Permissions::from_mode(bits)
}
