//! Ctrl-C, or a polite request to end, while a file is written: what is unfinished goes away, what was there stays.

use std::sync::Once;

use super::output;

/// The exit code of a program that Ctrl-C ended, as shells have it: 128 and the number of the signal.
const INTERRUPTED: i32 = 130;

static WATCHING: Once = Once::new();

/// Has what is unfinished taken away before the process ends. Where nobody can watch for signals, it ends as ever, and
/// a hidden file stays.
pub fn watch() {
    WATCHING.call_once(|| {
        ctrlc::set_handler(|| {
            output::abandon();
            end();
        })
        .ok();
    });
}

#[expect(
    clippy::exit,
    reason = "a signal ends the process, whatever it is doing"
)]
fn end() -> ! {
    std::process::exit(INTERRUPTED)
}
