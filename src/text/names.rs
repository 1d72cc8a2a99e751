//! Names in messages: the known one nearest to an unknown one, and lists of them.

/// A longer name, in bytes, is not compared: the time is the product of the lengths of both names.
const LONGEST: usize = 1_000;

/// The known name nearest to an unknown one, if any is near enough; the first among equals.
///
/// The distance is Damerau–Levenshtein (optimal string alignment), ignoring letter case.
#[must_use]
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST {
        return None;
    }
    let name = name.to_lowercase();
    // The maximum distance of a likely typo: a third of the letters, at least one.
    let tolerance = (name.chars().count() / 3).max(1);
    let known = known.into_iter().filter(|known| known.len() <= LONGEST);
    let distances = known.map(|known| (strsim::osa_distance(&name, &known.to_lowercase()), known));
    let near = distances.filter(|(distance, _)| *distance <= tolerance);
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// `did you mean `x`?`, if a known name is near enough.
#[must_use]
pub fn did_you_mean<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(name, known).map(|candidate| format!("did you mean `{candidate}`?"))
}

/// `` `a`, `b` or `c` ``; `None` without names.
#[must_use]
pub fn one_of<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    joined(&quoted(names), "or")
}

/// `` `a`, `b` and `c` ``; `None` without names.
#[must_use]
pub fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    joined(&quoted(names), "and")
}

/// `a, b and c`, without quotes.
#[must_use]
pub fn enumerated<S: AsRef<str>>(names: &[S]) -> String {
    joined(names, "and").unwrap_or_default()
}

fn quoted<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    names.into_iter().map(|name| format!("`{name}`")).collect()
}

fn joined<S: AsRef<str>>(names: &[S], last_with: &str) -> Option<String> {
    let (last, rest) = names.split_last()?;
    let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
    Some(match rest.as_slice() {
        [] => last.as_ref().to_owned(),
        _ => format!("{} {last_with} {}", rest.join(", "), last.as_ref()),
    })
}
