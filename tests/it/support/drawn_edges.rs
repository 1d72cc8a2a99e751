//! Edges of a picture: one with a label is two lines in DOT, from its tail to the label and from there to its head.

use std::collections::BTreeMap;

use super::program::{files_below, stdout};

/// The same DOT with each edge on one line, with the attributes of its label and of its first half.
pub fn whole_edges(dot: &str) -> String {
    let mut labels: BTreeMap<&str, &str> = BTreeMap::new();
    let mut first_halves: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    let mut whole = String::new();
    for line in dot.lines() {
        let statement = line.trim_start();
        let Some((name, attributes)) = statement.split_once(" [") else {
            whole.extend([line, "\n"]);
            continue;
        };
        match name.split_once(" -> ") {
            None if name.starts_with("\"label ") => _ = labels.insert(name, attributes),
            Some((tail, head)) if head.starts_with("\"label ") => {
                first_halves.insert(head, (tail, attributes));
            }
            Some((label, head)) if label.starts_with("\"label ") => {
                let (tail, first) = first_halves[label];
                let direction = match (first, attributes) {
                    (first, _) if first.contains("dir=\"none\"") => "",
                    (_, second) if second.contains("dir=\"none\"") => "dir=\"back\", ",
                    _ => "dir=\"both\", ",
                };
                let label = labels[label].trim_end_matches(']');
                let first = first
                    .replace("dir=\"none\", ", "")
                    .replace("dir=\"back\", ", "");
                let edge = format!("{tail} -> {head} [{direction}{label}, {first}");
                whole.extend(["    ", &edge, "\n"]);
            }
            _ => whole.extend([line, "\n"]),
        }
    }
    whole
}

/// The DOT that `graph` prints, with each edge on one line.
pub fn drawn(arguments: &[&str]) -> String {
    whole_edges(&stdout(arguments))
}

/// The words of the header, without markup.
pub fn header(dot: &str) -> String {
    let mut words = String::new();
    let (_, label) = dot.split_once("label=<").unwrap();
    let (label, _) = label.split_once(">, ").unwrap();
    for part in label.split('<') {
        words.push_str(part.rsplit('>').next().unwrap());
        words.push(' ');
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The edges that are drawn outside of the legend, each as its line.
pub fn edges(dot: &str) -> Vec<&str> {
    let lines = dot.lines().map(str::trim);
    lines
        .filter(|line| line.contains("\" -> \"") && !line.contains("style=\"invis\""))
        .collect()
}

pub fn value<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let start = format!("{name}=\"");
    let (_, rest) = line
        .split_once(&[" ", &start].concat())
        .or_else(|| line.split_once(&["[", &start].concat()))?;
    let mut end = 0;
    while !rest[end..].starts_with('"') {
        end += if rest[end..].starts_with('\\') { 2 } else { 1 };
        while !rest.is_char_boundary(end) {
            end += 1;
        }
    }
    Some(&rest[..end])
}

/// The lines of an edge's label as one.
pub fn label(line: &str) -> String {
    value(line, "label")
        .unwrap_or_default()
        .replace("\\n", " ")
        .trim()
        .to_owned()
}

pub fn views() -> Vec<String> {
    let files = files_below("queries/views").into_iter();
    files
        .map(|file| file.trim_end_matches(".rq").to_owned())
        .collect()
}
