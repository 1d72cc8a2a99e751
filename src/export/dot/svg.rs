//! SVG from [Graphviz](https://graphviz.org/), which runs as a separate program.

use std::io::{self, Write};
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use crate::export::ExportError;

/// Draws a picture as SVG with the program `dot`.
///
/// # Errors
/// [`ExportError::GraphvizNotFound`] if the program is not installed, [`ExportError::GraphvizNotRun`] if it cannot be
/// run or written to, [`ExportError::GraphvizFailed`] with its message if it refuses the picture.
pub fn to_svg(dot: &str) -> Result<Vec<u8>, ExportError> {
    svg_by("dot", dot)
}

fn svg_by(program: &str, dot: &str) -> Result<Vec<u8>, ExportError> {
    let child = Command::new(program)
        .arg("-Tsvg")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(not_started)?;
    let output = fed(child, dot).map_err(ExportError::GraphvizNotRun)?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        let message = String::from_utf8_lossy(&output.stderr);
        Err(ExportError::GraphvizFailed {
            message: message.trim().to_owned(),
        })
    }
}

fn not_started(error: io::Error) -> ExportError {
    match error.kind() {
        io::ErrorKind::NotFound => ExportError::GraphvizNotFound,
        _ => ExportError::GraphvizNotRun(error),
    }
}

/// Writes from a separate thread: a program that answers before it has read everything would otherwise deadlock with
/// this one.
fn fed(mut child: Child, text: &str) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        scope.spawn(move || {
            // A program that stops reading reports why on its stderr; the broken pipe adds nothing.
            stdin.map(|mut stdin| stdin.write_all(text.as_bytes()))
        });
        child.wait_with_output()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_told_with_its_remedy() {
        let error = svg_by("no-such-program-anywhere", "digraph {}").unwrap_err();
        assert!(matches!(error, ExportError::GraphvizNotFound));
        assert!(
            error
                .to_string()
                .contains("install the package `graphviz` or use --format dot")
        );
    }

    #[test]
    fn a_program_that_does_not_read_is_no_deadlock() {
        let text = "x".repeat(1_000_000);
        assert!(matches!(
            svg_by("false", &text),
            Err(ExportError::GraphvizFailed { .. })
        ));
    }
}
