//! Edges of a picture: one with a label is two lines in DOT, from its tail to the label and from there to its head.

use std::collections::BTreeMap;

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
