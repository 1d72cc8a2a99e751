//! The tables of both files, row by row.

use super::key::{Key, Required, Table};
use super::shape::Shape;
use crate::vocab::bil;
use crate::vocab::w3c::{dcterms, org, prov, rdf, rdfs, schema, sem, skos};

/// Rows of `key: Shape [flag] = "default", "What it says." => properties that it becomes;`.
macro_rules! keys {
    ($($name:ident: $shape:ident $(($words:expr))? $([$flag:ident])? $(= $default:literal)?,
        $meaning:literal $(=> $($property:path),+)?;)+) => {
        &[$(Key {
            name: stringify!($name),
            shape: Shape::$shape $(($words))?,
            inferable: keys!(@inferable $($flag)?),
            required: keys!(@required $($flag)?),
            default: concat!($($default)?),
            meaning: $meaning,
            becomes: &[$($($property),+)?],
        }),+]
    };
    (@inferable inferable) => { true };
    (@inferable $($flag:ident)?) => { false };
    (@required required) => { Required::Yes };
    (@required required_with_words) => { Required::WithWords };
    (@required required_without_words) => { Required::WithoutWords };
    (@required $(inferable)?) => { Required::No };
}

/// `data/dossier.toml`.
pub const DOSSIER: Table = Table {
    name: "",
    meaning: "One relationship: what it is about, and whose it is.",
    repeated: false,
    keys: keys! {
        title: Text [required], "What the dossier is about.";
        sides: Pair [required], "The two sides of the relationship.";
        languages: Languages = "[\"en\"]", "The languages of the readouts; the first is the default.";
    },
};

/// `[document]`.
pub const DOCUMENT: Table = Table {
    name: "document",
    meaning: "The text: where it stands, and whose it is.",
    repeated: false,
    keys: keys! {
        source: Url [required], "The address of the text at its publisher's." => dcterms::SOURCE;
        issued_by: Names [required], "Whose text it is; also the default of `by`."
            => prov::WAS_ATTRIBUTED_TO;
        title: Text = "the first line of readout.txt",
            "Its title; where no readout.txt lies beside the sheet, in our own words, in English."
            => rdfs::LABEL;
        lang: Language = "the first language of dossier.toml", "Its language." => dcterms::LANGUAGE;
        form: Choice(&["readout", "transcript", "joint"]) = "readout",
            "What sort of text it is; sets the default of `voice` and, for a joint text, of `date`.";
        publisher: Name = "nobody", "Who put it out, where that is another than the issuer."
            => dcterms::PUBLISHER;
        published: Date = "unknown", "When it was published." => dcterms::ISSUED;
        accessed: Date [required_without_words] = "unknown", "When it was read at its address."
            => bil::ACCESSED;
        sha256: Sha256 = "not checked",
            "The SHA-256 of readout.txt; a mismatch says that the readout was edited."
            => bil::SHA256;
    },
};

/// `[[event]]`.
pub const EVENT: Table = Table {
    name: "event",
    meaning: "A meeting, a visit or another event that the text tells of; the one without an `id` is the main one, at which acts are made.",
    repeated: true,
    keys: keys! {
        id: Slug = "the folder's name, for the one main event",
            "The slug of an event that is not the main one.";
        kind: Choice(&["Meeting", "Visit", "Event"]) = "Meeting", "What sort of event it is."
            => rdf::TYPE;
        name: Text = "generated", "Its label." => rdfs::LABEL;
        sides: Sides = "the two sides of dossier.toml, nobody named",
            "Who met whom: for each side the people and posts that were there."
            => bil::SIDE, bil::PARTICIPANT;
        date: Period [inferable] = "unknown", "When it was."
            => bil::DATE, bil::END_DATE,
                sem::HAS_EARLIEST_BEGIN_TIME_STAMP, sem::HAS_LATEST_END_TIME_STAMP;
        place: Name [inferable] = "unknown", "Where it was." => bil::PLACE;
        host: Name [inferable] = "unknown", "Which side received; the others are its guests."
            => bil::HOST, bil::GUEST;
        mode: Choice(&["in-person", "phone", "video", "letter"]) = "in-person", "How they met."
            => bil::MODE;
        status: Choice(&["held", "planned", "cancelled"]) = "held", "Whether it took place."
            => schema::EVENT_STATUS;
        part_of: Name = "nothing", "The event of which it is a part." => bil::PART_OF;
        quote: Quote = "none", "The words that tell of it." => bil::EVIDENCE;
    },
};

/// `[[entity]]`.
pub const ENTITY: Table = Table {
    name: "entity",
    meaning: "Somebody or something that no other file of the dossier names, and the ontology neither.",
    repeated: true,
    keys: keys! {
        id: Slug [required], "Its slug.";
        kind: Choice(&[
            "State", "Region", "Organization", "Person", "Post", "Place", "Instrument", "Good",
            "Service", "Sector", "Topic",
        ]) [required], "What it is." => rdf::TYPE;
        name: Text [required], "Its English label." => rdfs::LABEL;
        aka: Texts = "none", "Its other names." => skos::ALT_LABEL;
        part_of: Name = "nothing",
            "What it is part of; for a person the body, for a post the actor whose post it is, for an item or sector the broader one."
            => bil::PART_OF, bil::MEMBER_OF, org::POST_IN, skos::BROADER;
        post: Text = "none", "The post that a person holds: its name, or words for it."
            => org::HOLDS;
    },
};

/// `[[act]]`.
pub const ACT: Table = Table {
    name: "act",
    meaning: "One thing said or done by one actor toward another, or by both together; two yeses in one sentence are two acts.",
    repeated: true,
    keys: keys! {
        id: Slug = "made of the kind and a hash of the quote", "Lets other acts refer to it.";
        kind: Kind [required], "Its class, such as Offer." => rdf::TYPE;
        quote: Quote [required_with_words], "The exact words that carry it."
            => bil::EVIDENCE, bil::QUOTE;
        gist: Text [required_without_words] = "generated", "What it says, in our own words."
            => bil::GIST, rdfs::LABEL;
        by: Names [inferable] = "the issuer", "Who does it; \"both\" for a joint act." => bil::BY;
        to: NamesOrNone [inferable] = "the other side of the event, if one `by`",
            "At whom it is aimed." => bil::TO;
        speaker: Name [inferable] = "the only person on the side of `by`", "Who says so."
            => bil::SPEAKER;
        sectors: NamesOrNone = "none", "The branches of work." => bil::SECTOR;
        items: NamesOrNone = "none", "The goods and services." => bil::ITEM;
        about: NamesOrNone [inferable] = "none", "What else it is about." => bil::ABOUT;
        occasion: Name [inferable] = "none", "The event for which it is meant." => bil::OCCASION;
        condition: Words = "none", "The readout's words for the condition under which it holds."
            => bil::CONDITION;
        due: Date [inferable] = "none", "By when." => bil::DUE;
        until: Date [inferable] = "none", "For how long." => bil::UNTIL;
        figures: Figures = "none", "The amounts that it names." => bil::FIGURE;
        date: Period [inferable]
            = "the event's; of a joint text its publication; of a Precedent or Delivery none",
            "When it was done."
            => bil::DATE, bil::END_DATE,
                sem::HAS_EARLIEST_BEGIN_TIME_STAMP, sem::HAS_LATEST_END_TIME_STAMP;
        made_at: Name = "the main event", "The event at which it was said." => bil::MADE_AT;
        voice: Choice(&["direct", "paraphrase", "text"]) = "computed",
            "How the words reach the reader.";
        follows_up: References [inferable] = "none", "The earlier acts that it takes up."
            => bil::FOLLOWS_UP;
        replaces: References [inferable] = "none", "The earlier acts that it replaces."
            => prov::WAS_REVISION_OF;
        matches: References [inferable] = "none", "The acts of other sheets that tell of the same."
            => prov::ALTERNATE_OF;
        status: Choice(&["accepted", "declined", "fulfilled", "lapsed", "open"]) [inferable]
            = "derived from later acts", "What became of it, where somebody says so."
            => bil::STATUS;
        note: Text = "none", "A remark of the person who recorded it." => skos::NOTE;
    },
};

/// The tables of `facts.toml`, in the order in which a person would write them.
pub const SHEET: [&Table; 4] = [&DOCUMENT, &EVENT, &ENTITY, &ACT];

/// What an inferable key holds instead of a plain value.
pub const INFERRED: Table = Table {
    name: "inferred",
    meaning: "A value that the text does not print, and why it is believed.",
    repeated: false,
    keys: keys! {
        is: Inferred [required], "The inferred value.";
        because: Text [required], "Why it is believed." => bil::INFERRED_BECAUSE;
        printed: Words = "none", "The readout's words from which it was inferred." => bil::PRINTED;
        source: Url = "none", "The address of what supports it." => dcterms::SOURCE;
    },
};

/// One table of `figures`.
pub const FIGURE: Table = Table {
    name: "figures",
    meaning: "An amount: its `value`, or `min` or `max` or both.",
    repeated: true,
    keys: keys! {
        of: Text [required], "What is measured." => schema::NAME;
        value: Number = "none", "How much." => schema::VALUE;
        min: Number = "none", "At least so much." => schema::MIN_VALUE;
        max: Number = "none", "At most so much." => schema::MAX_VALUE;
        unit: Text = "none", "The unit." => schema::UNIT_TEXT;
        period: Period = "none", "For which time." => dcterms::TEMPORAL;
        item: Name = "none", "Of which good or service." => bil::ITEM;
    },
};

/// A participant with a post, in the lists of `sides`.
pub const PARTICIPANT: Table = Table {
    name: "sides",
    meaning: "A person together with the post that the text gives.",
    repeated: true,
    keys: keys! {
        person: Name [required], "Who was there.";
        post: Name [required], "The post that the person held.";
    },
};
