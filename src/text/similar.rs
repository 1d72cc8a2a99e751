//! The known name nearest to an unknown one.

/// A longer name, in bytes, is not compared: the time is the product of the lengths of both names.
const LONGEST: usize = 1_000;

/// The maximum distance of a likely typo: a third of the letters, at least one.
fn tolerance(name: &str) -> usize {
    (name.chars().count() / 3).max(1)
}

/// The known name nearest to an unknown one, if any is near enough; the first among equals.
///
/// The distance is Damerau–Levenshtein (optimal string alignment), ignoring letter case.
#[must_use]
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST {
        return None;
    }
    let wanted = name.to_lowercase();
    known
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST)
        .map(|candidate| {
            (
                strsim::osa_distance(&wanted, &candidate.to_lowercase()),
                candidate,
            )
        })
        .filter(|(distance, _)| *distance <= tolerance(&wanted))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// `did you mean `x`?`, if a known name is near enough.
#[must_use]
pub fn did_you_mean<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(name, known).map(|candidate| format!("did you mean `{candidate}`?"))
}

/// Whether the words of `part` are among those of a name, in the same order; letter case and what separates words are
/// ignored.
#[must_use]
pub fn holds_words(name: &str, part: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (name, part) = (words(name), words(part));
    !part.is_empty() && name.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_found_in_a_name() {
        assert!(holds_words("kaliningrad-oblast", "Kaliningrad"));
        assert!(holds_words("Аляксандр Лукашэнка", "лукашэнка"));
        assert!(holds_words(
            "Ministry of Education of Belarus",
            "education-of"
        ));
        assert!(!holds_words("kaliningrad-oblast", "kalinin"));
        assert!(!holds_words("kaliningrad-oblast", "oblast kaliningrad"));
        assert!(!holds_words("kaliningrad-oblast", "-"));
        assert!(!holds_words("", ""));
    }
}
