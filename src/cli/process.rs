//! Ends the process early on a signal or when a query takes too long. Unfinished files are removed first.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, Once};
use std::thread;
use std::time::Duration;

use super::error::{CliError, Kind};
use super::terminal::Terminal;
use crate::source::Cancel;

/// Cancelling a query can take long or never succeed: after this time the process ends anyway.
const GRACE: Duration = Duration::from_secs(2);
/// How often the watchdog checks whether the reader is slow.
const TICK: Duration = Duration::from_millis(20);
/// The exit code of a program that Ctrl-C ended, by the convention of shells: 128 plus the number of the signal.
const INTERRUPTED: i32 = 130;

/// The file that is being written next to the one that it replaces.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);
static WATCHING: Once = Once::new();
/// Writes begun and writes ended so far: if they differ, one is in progress.
static BEGUN: AtomicU64 = AtomicU64::new(0);
static ENDED: AtomicU64 = AtomicU64::new(0);

/// Registers a file to be removed if the process ends early. If signals cannot be watched, a hidden file may remain.
pub fn protect(path: &Path) {
    remember(Some(path));
    WATCHING.call_once(|| {
        ctrlc::set_handler(|| {
            abandon();
            end(INTERRUPTED);
        })
        .ok();
    });
}

/// The protected file is finished.
pub fn release() {
    remember(None);
}

fn remember(path: Option<&Path>) {
    if let Ok(mut unfinished) = UNFINISHED.lock() {
        *unfinished = path.map(Path::to_owned);
    }
}

fn abandon() {
    let unfinished = UNFINISHED.lock().ok().and_then(|mut path| path.take());
    if let Some(path) = unfinished {
        // If the file cannot be removed, nothing else can be tried.
        fs::remove_file(path).ok();
    }
}

/// Runs a write and counts it, so that the watchdog can detect a slow reader.
pub fn counted<T>(write: impl FnOnce() -> T) -> T {
    BEGUN.fetch_add(1, Ordering::SeqCst);
    let written = write();
    ENDED.fetch_add(1, Ordering::SeqCst);
    written
}

/// The number of the write in progress, if there is one.
fn write_under_way() -> Option<u64> {
    let ended = ENDED.load(Ordering::SeqCst);
    let begun = BEGUN.load(Ordering::SeqCst);
    (begun > ended).then_some(begun)
}

/// Cancels after some seconds, and ends the process if that does not help.
pub fn cancel_after(seconds: u64) -> Cancel {
    let cancel = Cancel::default();
    let switch = cancel.clone();
    thread::spawn(move || {
        wait(Duration::from_secs(seconds));
        switch.cancel();
        wait(GRACE);
        Terminal::note(&format!("error: {}", too_slow(seconds)));
        abandon();
        end(i32::from(Kind::Cancelled.code()));
    });
    cancel
}

/// Waits, without counting the time that the reader of the output takes.
fn wait(time: Duration) {
    let mut waited = Duration::ZERO;
    while waited < time {
        let before = write_under_way();
        thread::sleep(TICK);
        let is_stuck = before.is_some() && write_under_way() == before;
        if !is_stuck {
            waited += TICK;
        }
    }
}

/// Adds to the error of a cancelled query why it was cancelled.
pub fn timed_out(error: CliError, seconds: u64) -> CliError {
    match error.kind() {
        Kind::Cancelled => error.context(too_slow(seconds)),
        _ => error,
    }
}

fn too_slow(seconds: u64) -> String {
    format!("the query took longer than {seconds} s: allow more with --timeout")
}

#[expect(
    clippy::exit,
    reason = "a signal, or a query that does not notice its cancellation, must end the process"
)]
fn end(code: i32) -> ! {
    std::process::exit(code)
}
