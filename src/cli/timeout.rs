//! Ends what takes too long.

use std::thread;
use std::time::Duration;

use super::output;
use super::terminal::Terminal;
use crate::source::{Cancel, SourceError};

/// Cancelling a query can take long, or never come: then the process ends by itself after this time.
const GRACE: Duration = Duration::from_secs(2);
/// How often it is looked whether the reader takes the time.
const TICK: Duration = Duration::from_millis(20);
/// The exit code for a limit.
const LIMIT: i32 = 4;

/// Cancels after so many seconds, and ends the process where that does not help.
pub fn after(seconds: u64) -> Cancel {
    let cancel = Cancel::default();
    let switch = cancel.clone();
    thread::spawn(move || {
        wait(Duration::from_secs(seconds));
        switch.cancel();
        wait(GRACE);
        Terminal::note(&format!("error: {}", too_slow(seconds)));
        output::abandon();
        end();
    });
    cancel
}

/// Waits so long, not counting the time in which the reader of the answer takes the time.
fn wait(time: Duration) {
    let mut waited = Duration::ZERO;
    while waited < time {
        let before = output::write_under_way();
        thread::sleep(TICK);
        let stuck = before.is_some() && output::write_under_way() == before;
        if !stuck {
            waited += TICK;
        }
    }
}

/// Says of a query that was cancelled why it was.
pub fn told(error: anyhow::Error, seconds: u64) -> anyhow::Error {
    let is_cancelled = error
        .chain()
        .any(|cause| matches!(cause.downcast_ref(), Some(SourceError::Cancelled)));
    if is_cancelled {
        error.context(too_slow(seconds))
    } else {
        error
    }
}

fn too_slow(seconds: u64) -> String {
    format!("the query took longer than {seconds} s; --timeout gives it more")
}

#[expect(
    clippy::exit,
    reason = "a query that does not notice its cancellation can be ended in no other way"
)]
fn end() -> ! {
    std::process::exit(LIMIT)
}
