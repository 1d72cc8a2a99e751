//! Spellings of one name: letter case, white space, punctuation and script do not matter.

/// Cyrillic letters of Belarusian, Russian and Ukrainian in Latin ones, as English texts spell names: BGN/PCGN without its
/// marks.
const LATIN: [(char, &str); 38] = [
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ґ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "e"),
    ('є', "e"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('і', "i"),
    ('ї', "i"),
    ('й', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ў', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
];

/// The words of a name in lower case and in Latin letters, each after a blank; empty without words.
#[must_use]
pub fn folded(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let words = words.map(|word| word.chars().flat_map(char::to_lowercase));
    let mut text = String::with_capacity(name.len() + 1);
    for word in words {
        let end = text.len();
        text.push(' ');
        for letter in word {
            match LATIN.iter().find(|(cyrillic, _)| *cyrillic == letter) {
                Some((_, latin)) => text.push_str(latin),
                None => text.push(letter),
            }
        }
        if text.len() == end + 1 {
            text.truncate(end);
        }
    }
    text
}

/// Whether two names are the same but for their spelling.
#[must_use]
pub fn is_same_name(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

/// Whether the words of `part` are among those of a name, in the same order.
#[must_use]
pub fn holds_words(name: &str, part: &str) -> bool {
    let part = folded(part);
    !part.is_empty() && (folded(name) + " ").contains(&(part + " "))
}

/// Whether a name has the words of `part` in the same order, where the last one may be the beginning of a longer word.
#[must_use]
pub fn holds_beginning(name: &str, part: &str) -> bool {
    let part = folded(part);
    !part.is_empty() && folded(name).contains(&part)
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

    #[test]
    fn cyrillic_and_latin_letters_spell_the_same_name() {
        for (cyrillic, latin) in [
            ("Калининград", "kaliningrad"),
            ("Антон Алиханов", " Anton  Alikhanov "),
            ("ЦУКАНОВ", "Tsukanov"),
            ("Беспрозванных", "Besprozvannykh"),
            ("Лукашэнка", "Lukashenka"),
            ("Союзъ", "Soyuz"),
        ] {
            assert!(is_same_name(cyrillic, latin), "{}", folded(cyrillic));
        }
        assert!(!is_same_name("Минск", "Pinsk"));
        assert_eq!(folded(" – "), "");
    }

    #[test]
    fn beginning_of_a_word_is_found_and_its_end_is_not() {
        assert!(holds_beginning("Aleksandr Lukashenko", "лукаш"));
        assert!(holds_beginning("kaliningrad-oblast", "kaliningrad ob"));
        assert!(!holds_beginning("kaliningrad-oblast", "grad"));
        assert!(!holds_beginning("kaliningrad-oblast", ""));
    }
}
