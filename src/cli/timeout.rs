//! Ends what takes too long.

use std::error::Error;
use std::thread;
use std::time::Duration;

use super::output;
use super::terminal::Terminal;
use crate::source::{Cancel, SourceError};

/// Cancelling a query can take long, or never come: then the process ends by itself after this time.
const GRACE: Duration = Duration::from_secs(2);
/// The exit code for a limit.
const LIMIT: i32 = 4;

/// Cancels after so many seconds, and ends the process where that does not help.
pub(super) fn after(seconds: u64) -> Cancel {
    let cancel = Cancel::default();
    let switch = cancel.clone();
    thread::spawn(move || {
        thread::sleep(Duration::from_secs(seconds));
        switch.cancel();
        thread::sleep(GRACE);
        Terminal::note(&format!("error: {}", overdue(seconds)));
        output::abandon();
        end();
    });
    cancel
}

/// Says of a failure that it comes from the timeout, where it does.
pub(super) fn explained(error: anyhow::Error, seconds: u64) -> anyhow::Error {
    let cancelled = |cause: &(dyn Error + 'static)| {
        matches!(cause.downcast_ref(), Some(SourceError::Cancelled))
    };
    if error.chain().any(cancelled) {
        error.context(overdue(seconds))
    } else {
        error
    }
}

fn overdue(seconds: u64) -> String {
    format!("the query took longer than {seconds} s; --timeout gives it more")
}

#[expect(
    clippy::exit,
    reason = "a query that does not notice its cancellation can be ended in no other way"
)]
fn end() -> ! {
    std::process::exit(LIMIT)
}
