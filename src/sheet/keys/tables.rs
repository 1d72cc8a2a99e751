//! The tables themselves, row by row.

use super::{Required, Shape, Table, key};

/// The words for a sort of entity.
pub const ENTITY_KINDS: &[&str] = &[
    "State",
    "Region",
    "Organization",
    "Person",
    "Post",
    "Place",
    "Instrument",
    "Good",
    "Service",
    "Sector",
    "Topic",
];

/// `data/dossier.toml`.
pub const DOSSIER: Table = Table {
    name: "",
    meaning: "One relationship: what it is about, and whose it is.",
    repeated: false,
    keys: &[
        key("title", Shape::Text, "", "What the dossier is about.").required(Required::Yes),
        key(
            "sides",
            Shape::Pair,
            "",
            "The two sides of the relationship.",
        )
        .required(Required::Yes),
        key(
            "languages",
            Shape::Languages,
            "[\"en\"]",
            "The languages of the readouts; the first is the default.",
        ),
    ],
};

/// `[document]`.
pub const DOCUMENT: Table = Table {
    name: "document",
    meaning: "The text: where it stands, and whose it is.",
    repeated: false,
    keys: &[
        key(
            "source",
            Shape::Url,
            "",
            "The address of the text at its publisher's.",
        )
        .required(Required::Yes),
        key(
            "issued_by",
            Shape::Names,
            "",
            "Whose text it is; also the default of `by`.",
        )
        .required(Required::Yes),
        key(
            "title",
            Shape::Text,
            "the first line of readout.txt",
            "Its title; where no readout.txt lies beside the sheet, in our own words, in English.",
        ),
        key(
            "lang",
            Shape::Language,
            "the first language of dossier.toml",
            "Its language.",
        ),
        key(
            "form",
            Shape::Choice(&["readout", "transcript", "joint"]),
            "readout",
            "What sort of text it is; sets the default of `voice` and, for a joint text, of `date`.",
        ),
        key(
            "publisher",
            Shape::Name,
            "nobody",
            "Who put it out, where that is another than the issuer.",
        ),
        key(
            "published",
            Shape::Date,
            "unknown",
            "When it was published.",
        ),
        key(
            "accessed",
            Shape::Date,
            "unknown",
            "When it was read at its address.",
        )
        .required(Required::WithoutWords),
        key(
            "sha256",
            Shape::Sha256,
            "not checked",
            "The SHA-256 of readout.txt; a mismatch says that the readout was edited.",
        ),
    ],
};

/// `[[event]]`.
pub const EVENT: Table = Table {
    name: "event",
    meaning: "A meeting, a visit or another event that the text tells of; the one without an `id` is the main one, at which acts are made.",
    repeated: true,
    keys: &[
        key(
            "id",
            Shape::Slug,
            "the folder's name, for the one main event",
            "The slug of an event that is not the main one.",
        ),
        key(
            "kind",
            Shape::Choice(&["Meeting", "Visit", "Event"]),
            "Meeting",
            "What sort of event it is.",
        ),
        key("name", Shape::Text, "generated", "Its label."),
        key(
            "sides",
            Shape::Sides,
            "the two sides of dossier.toml, nobody named",
            "Who met whom: for each side the people and posts that were there.",
        ),
        key("date", Shape::Period, "unknown", "When it was.").inferable(),
        key("place", Shape::Name, "unknown", "Where it was.").inferable(),
        key(
            "host",
            Shape::Name,
            "unknown",
            "Which side received; the others are its guests.",
        )
        .inferable(),
        key(
            "mode",
            Shape::Choice(&["in-person", "phone", "video", "letter"]),
            "in-person",
            "How they met.",
        ),
        key(
            "status",
            Shape::Choice(&["held", "planned", "cancelled"]),
            "held",
            "Whether it took place.",
        ),
        key(
            "part_of",
            Shape::Name,
            "nothing",
            "The event of which it is a part.",
        ),
        key("quote", Shape::Quote, "none", "The words that tell of it."),
    ],
};

/// `[[entity]]`.
pub const ENTITY: Table = Table {
    name: "entity",
    meaning: "Somebody or something that no other file of the dossier names, and the ontology neither.",
    repeated: true,
    keys: &[
        key("id", Shape::Slug, "", "Its slug.").required(Required::Yes),
        key("kind", Shape::Choice(ENTITY_KINDS), "", "What it is.").required(Required::Yes),
        key("name", Shape::Text, "", "Its English label.").required(Required::Yes),
        key("aka", Shape::Texts, "none", "Its other names."),
        key(
            "part_of",
            Shape::Name,
            "nothing",
            "What it is part of; for a person the body, for a post the actor whose post it is, for an item or sector the broader one.",
        ),
        key(
            "post",
            Shape::Text,
            "none",
            "The post that a person holds: its name, or words for it.",
        ),
    ],
};

/// `[[act]]`.
pub const ACT: Table = Table {
    name: "act",
    meaning: "One thing said or done by one actor toward another, or by both together; two yeses in one sentence are two acts.",
    repeated: true,
    keys: &[
        key(
            "id",
            Shape::Slug,
            "made of the kind and a hash of the quote",
            "Lets other acts refer to it.",
        ),
        key("kind", Shape::Kind, "", "Its class, such as Offer.").required(Required::Yes),
        key("quote", Shape::Quote, "", "The exact words that carry it.")
            .required(Required::WithWords),
        key(
            "gist",
            Shape::Text,
            "generated",
            "What it says, in our own words.",
        )
        .required(Required::WithoutWords),
        key(
            "by",
            Shape::Names,
            "the issuer",
            "Who does it; \"both\" for a joint act.",
        )
        .inferable(),
        key(
            "to",
            Shape::NamesOrNone,
            "the other side of the event, if one `by`",
            "At whom it is aimed.",
        )
        .inferable(),
        key(
            "speaker",
            Shape::Name,
            "the only person on the side of `by`",
            "Who says so.",
        )
        .inferable(),
        key(
            "sectors",
            Shape::NamesOrNone,
            "none",
            "The branches of work.",
        ),
        key(
            "items",
            Shape::NamesOrNone,
            "none",
            "The goods and services.",
        ),
        key(
            "about",
            Shape::NamesOrNone,
            "none",
            "What else it is about.",
        )
        .inferable(),
        key(
            "occasion",
            Shape::Name,
            "none",
            "The event for which it is meant.",
        )
        .inferable(),
        key(
            "condition",
            Shape::Words,
            "none",
            "The readout's words for the condition under which it holds.",
        ),
        key("due", Shape::Date, "none", "By when.").inferable(),
        key("until", Shape::Date, "none", "For how long.").inferable(),
        key(
            "figures",
            Shape::Figures,
            "none",
            "The amounts that it names.",
        ),
        key(
            "date",
            Shape::Period,
            "the event's; of a joint text its publication; of a Precedent or Delivery none",
            "When it was done.",
        )
        .inferable(),
        key(
            "made_at",
            Shape::Name,
            "the main event",
            "The event at which it was said.",
        ),
        key(
            "voice",
            Shape::Choice(&["direct", "paraphrase", "text"]),
            "computed",
            "How the words reach the reader.",
        ),
        key(
            "follows_up",
            Shape::References,
            "none",
            "The earlier acts that it takes up.",
        )
        .inferable(),
        key(
            "replaces",
            Shape::References,
            "none",
            "The earlier acts that it replaces.",
        )
        .inferable(),
        key(
            "matches",
            Shape::References,
            "none",
            "The acts of other sheets that tell of the same.",
        )
        .inferable(),
        key(
            "status",
            Shape::Choice(&["accepted", "declined", "fulfilled", "lapsed", "open"]),
            "derived from later acts",
            "What became of it, where somebody says so.",
        )
        .inferable(),
        key(
            "note",
            Shape::Text,
            "none",
            "A remark of the person who recorded it.",
        ),
    ],
};

/// What stands below an inferable key.
pub const INFERRED: Table = Table {
    name: "inferred",
    meaning: "A value that the text does not print, and why it is believed.",
    repeated: false,
    keys: &[
        key("is", Shape::Inferred, "", "The inferred value.").required(Required::Yes),
        key("because", Shape::Text, "", "Why it is believed.").required(Required::Yes),
        key(
            "printed",
            Shape::Words,
            "none",
            "The readout's words from which it was inferred.",
        ),
        key(
            "source",
            Shape::Url,
            "none",
            "The address of what supports it.",
        ),
    ],
};

/// One table of `figures`.
pub const FIGURE: Table = Table {
    name: "figures",
    meaning: "An amount: its `value`, or `min` or `max` or both.",
    repeated: true,
    keys: &[
        key("of", Shape::Text, "", "What is measured.").required(Required::Yes),
        key("value", Shape::Number, "none", "How much."),
        key("min", Shape::Number, "none", "At least so much."),
        key("max", Shape::Number, "none", "At most so much."),
        key("unit", Shape::Text, "none", "The unit."),
        key("period", Shape::Period, "none", "For which time."),
        key("item", Shape::Name, "none", "Of which good or service."),
    ],
};

/// A person together with the post that the readout gives.
pub const PARTICIPANT: Table = Table {
    name: "sides",
    meaning: "A person together with the post that the text gives.",
    repeated: true,
    keys: &[
        key("person", Shape::Name, "", "Who was there.").required(Required::Yes),
        key("post", Shape::Name, "", "The post that the person held.").required(Required::Yes),
    ],
};

/// The tables of `facts.toml`, in the order in which a person would write them.
pub const SHEET: [&Table; 4] = [&DOCUMENT, &EVENT, &ENTITY, &ACT];
