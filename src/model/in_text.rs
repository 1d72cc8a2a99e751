//! The form of a name within an English sentence, where the data do not state one (`bil:inText`).

use super::entity::EntityKind;

/// Kinds of entity with proper names, of which some take the article.
const NAMED: [EntityKind; 5] = [
    EntityKind::State,
    EntityKind::Region,
    EntityKind::Organization,
    EntityKind::Place,
    EntityKind::Instrument,
];

/// Names that take the article although their last word does not show it.
const NAMES: &str = "\
    Arctic, Bahamas, Balkans, Caucasus, CIA, CIS, Comoros, Congo, CSTO, E.U., EAEU, EBRD, ECB, EIB, EU, FBI, \
    G20, G7, G8, Gambia, Hague, Holy See, IAEA, ICRC, IMF, Kremlin, Maldives, Middle East, Netherlands, OECD, \
    OSCE, Pentagon, Philippines, Seychelles, State Duma, U.K., U.N., U.S., UAE, UK, UN, United Nations, US, USA, \
    Vatican, Verkhovna Rada, West, White House, WTO";

/// Nouns of states, bodies and texts: a name of which one is the head takes the article.
const HEADS: &str = "\
    academy accord accords act administration agency agreement agreements alliance army assembly association \
    authority bank board bureau cabinet chamber charter commission committee commonwealth community company \
    confederation conference congress constitution contract convention corporation corps council courier court \
    declaration decree delegation department directorate embassy emirates federation forces format forum \
    foundation framework fund gazette government group guard herald initiative inspectorate institute isle isles \
    islands journal kingdom law league mechanism memorandum ministry mission movement navy office organisation \
    organization pact parliament partnership party plan presidency programme project proposal protocol republic \
    roadmap secretariat senate service states statement sultanate summit times treaty tribunal tribune union \
    university works";

/// Words after which a name no longer has its head: `Bank of England`.
const PREPOSITIONS: &str = "against at between for in of on to under with";

/// Genitives that belong to a common noun, not to an owner: `the People's Republic of China`.
const COMMON_GENITIVES: [&str; 5] = ["People's", "Women's", "Children's", "Workers'", "Leaders'"];

/// Words that begin the name of an event and are in lower case within a sentence.
const EVENT_WORDS: &str = "\
    Annual Call Conference Election Entry Event Exchange Inaugural Inauguration Meeting Negotiations Official Opening \
    Phone Press Session Signing State Talks Telephone Video Visit Working";

/// The form of a label within a sentence, with the article where the name takes it; `is_of` says which kinds the entity is
/// of. A post or event always takes it, unless its name begins with an owner: `Mira Holt's visit`.
pub fn in_text(label: &str, is_of: impl Fn(EntityKind) -> bool) -> String {
    let is_event = is_of(EntityKind::Event);
    let always = is_event || is_of(EntityKind::Post);
    if !always && !NAMED.into_iter().any(&is_of) {
        return label.to_owned();
    }
    if let Some(name) = label.strip_prefix("The ").or(label.strip_prefix("the ")) {
        return format!("the {name}");
    }
    if is_owned(label) || !(always || takes_article(label)) {
        return label.to_owned();
    }
    let word = label.split(' ').next().unwrap_or_default();
    let word = Some(word).filter(|word| is_event && has_word(EVENT_WORDS, word));
    let word = word.unwrap_or_default();
    let rest = label.strip_prefix(word).unwrap_or(label);
    format!("the {}{rest}", word.to_lowercase())
}

fn takes_article(name: &str) -> bool {
    let head = head(name).to_lowercase();
    NAMES.split(", ").any(|other| other == name) || has_word(HEADS, &head)
}

fn has_word(words: &str, word: &str) -> bool {
    words.split(' ').any(|other| other == word)
}

/// The last word before a preposition or a comma: `Ministry` of `Ministry of Justice`.
fn head(name: &str) -> &str {
    let name = name.split(',').next().unwrap_or(name);
    first_words(name).last().unwrap_or_default()
}

/// The words before the first preposition.
fn first_words(name: &str) -> impl Iterator<Item = &str> {
    let words = name.split_whitespace();
    words.take_while(|word| !has_word(PREPOSITIONS, word))
}

/// Whether a name begins with its owner: `Belarus's Foreign Ministry`.
fn is_owned(name: &str) -> bool {
    let name = name.replace('’', "'");
    first_words(&name).any(|word| {
        (word.ends_with("'s") || word.ends_with("s'")) && !COMMON_GENITIVES.contains(&word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each with its form within a sentence.
    const NAMES: [(EntityKind, &str, &str); 29] = [
        (EntityKind::State, "United States", "the United States"),
        (EntityKind::State, "United Kingdom", "the United Kingdom"),
        (EntityKind::State, "Netherlands", "the Netherlands"),
        (EntityKind::State, "Philippines", "the Philippines"),
        (
            EntityKind::State,
            "Russian Federation",
            "the Russian Federation",
        ),
        (
            EntityKind::State,
            "Republic of Korea",
            "the Republic of Korea",
        ),
        (
            EntityKind::State,
            "People's Republic of China",
            "the People's Republic of China",
        ),
        (EntityKind::State, "Marrow Isles", "the Marrow Isles"),
        (EntityKind::State, "Ukraine", "Ukraine"),
        (
            EntityKind::Region,
            "Kaliningrad Oblast",
            "Kaliningrad Oblast",
        ),
        (
            EntityKind::Organization,
            "European Union",
            "the European Union",
        ),
        (EntityKind::Organization, "EU", "the EU"),
        (EntityKind::Organization, "NATO", "NATO"),
        (
            EntityKind::Organization,
            "The White House",
            "the White House",
        ),
        (
            EntityKind::Organization,
            "Ministry of Industry and Trade of Russia",
            "the Ministry of Industry and Trade of Russia",
        ),
        (
            EntityKind::Organization,
            "Belarus's Foreign Ministry",
            "Belarus's Foreign Ministry",
        ),
        (EntityKind::Organization, "news.mail.ru", "news.mail.ru"),
        (
            EntityKind::Instrument,
            "Minsk Agreements",
            "the Minsk Agreements",
        ),
        (
            EntityKind::Instrument,
            "U.S. peace proposal",
            "the U.S. peace proposal",
        ),
        (EntityKind::Instrument, "Nord Stream 2", "Nord Stream 2"),
        (
            EntityKind::Instrument,
            "Decree No. 8 on IT",
            "Decree No. 8 on IT",
        ),
        (
            EntityKind::Post,
            "President of Ukraine",
            "the President of Ukraine",
        ),
        (EntityKind::Event, "20th session", "the 20th session"),
        (
            EntityKind::Event,
            "Meeting of Peru and Chile",
            "the meeting of Peru and Chile",
        ),
        (EntityKind::Event, "Mira Holt's visit", "Mira Holt's visit"),
        (
            EntityKind::Event,
            "Talks of Holt's staff",
            "the talks of Holt's staff",
        ),
        (
            EntityKind::Event,
            "Inaugural Leaders' Meeting",
            "the inaugural Leaders' Meeting",
        ),
        (EntityKind::Person, "The Lord Union", "The Lord Union"),
        (EntityKind::Topic, "trade union", "trade union"),
    ];

    #[test]
    fn a_name_takes_the_article_by_its_head_or_by_the_table() {
        for (kind, label, text) in NAMES {
            assert_eq!(in_text(label, |other| other == kind), text);
        }
    }
}
