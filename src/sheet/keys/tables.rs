//! The tables of the files themselves, row by row.

use super::{Required, Shape, Table, key};
use crate::vocab::bil;
use crate::vocab::w3c::{dcterms, org, prov, rdf, rdfs, schema, sem, skos};

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
        .becomes(&[dcterms::SOURCE])
        .required(Required::Yes),
        key(
            "issued_by",
            Shape::Names,
            "",
            "Whose text it is; also the default of `by`.",
        )
        .becomes(&[prov::WAS_ATTRIBUTED_TO])
        .required(Required::Yes),
        key(
            "title",
            Shape::Text,
            "the first line of readout.txt",
            "Its title; where no readout.txt lies beside the sheet, in our own words, in English.",
        )
        .becomes(&[rdfs::LABEL]),
        key(
            "lang",
            Shape::Language,
            "the first language of dossier.toml",
            "Its language.",
        )
        .becomes(&[dcterms::LANGUAGE]),
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
        )
        .becomes(&[dcterms::PUBLISHER]),
        key(
            "published",
            Shape::Date,
            "unknown",
            "When it was published.",
        )
        .becomes(&[dcterms::ISSUED]),
        key(
            "accessed",
            Shape::Date,
            "unknown",
            "When it was read at its address.",
        )
        .becomes(&[bil::ACCESSED])
        .required(Required::WithoutWords),
        key(
            "sha256",
            Shape::Sha256,
            "not checked",
            "The SHA-256 of readout.txt; a mismatch says that the readout was edited.",
        )
        .becomes(&[bil::SHA256]),
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
        )
        .becomes(&[rdf::TYPE]),
        key("name", Shape::Text, "generated", "Its label.").becomes(&[rdfs::LABEL]),
        key(
            "sides",
            Shape::Sides,
            "the two sides of dossier.toml, nobody named",
            "Who met whom: for each side the people and posts that were there.",
        )
        .becomes(&[bil::SIDE, bil::PARTICIPANT]),
        key("date", Shape::Period, "unknown", "When it was.")
            .becomes(&[
                bil::DATE,
                bil::END_DATE,
                sem::HAS_EARLIEST_BEGIN_TIME_STAMP,
                sem::HAS_LATEST_END_TIME_STAMP,
            ])
            .inferable(),
        key("place", Shape::Name, "unknown", "Where it was.")
            .becomes(&[bil::PLACE])
            .inferable(),
        key(
            "host",
            Shape::Name,
            "unknown",
            "Which side received; the others are its guests.",
        )
        .becomes(&[bil::HOST, bil::GUEST])
        .inferable(),
        key(
            "mode",
            Shape::Choice(&["in-person", "phone", "video", "letter"]),
            "in-person",
            "How they met.",
        )
        .becomes(&[bil::MODE]),
        key(
            "status",
            Shape::Choice(&["held", "planned", "cancelled"]),
            "held",
            "Whether it took place.",
        )
        .becomes(&[schema::EVENT_STATUS]),
        key(
            "part_of",
            Shape::Name,
            "nothing",
            "The event of which it is a part.",
        )
        .becomes(&[bil::PART_OF]),
        key("quote", Shape::Quote, "none", "The words that tell of it.").becomes(&[bil::EVIDENCE]),
    ],
};

/// `[[entity]]`.
pub const ENTITY: Table = Table {
    name: "entity",
    meaning: "Somebody or something that no other file of the dossier names, and the ontology neither.",
    repeated: true,
    keys: &[
        key("id", Shape::Slug, "", "Its slug.").required(Required::Yes),
        key("kind", Shape::Choice(ENTITY_KINDS), "", "What it is.").becomes(&[rdf::TYPE]).required(Required::Yes),
        key("name", Shape::Text, "", "Its English label.").becomes(&[rdfs::LABEL]).required(Required::Yes),
        key("aka", Shape::Texts, "none", "Its other names.").becomes(&[skos::ALT_LABEL]),
        key(
            "part_of",
            Shape::Name,
            "nothing",
            "What it is part of; for a person the body, for a post the actor whose post it is, for an item or sector the broader one.",
        ).becomes(&[bil::PART_OF, bil::MEMBER_OF, org::POST_IN, skos::BROADER]),
        key(
            "post",
            Shape::Text,
            "none",
            "The post that a person holds: its name, or words for it.",
        ).becomes(&[org::HOLDS]),
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
        key("kind", Shape::Kind, "", "Its class, such as Offer.")
            .becomes(&[rdf::TYPE])
            .required(Required::Yes),
        key("quote", Shape::Quote, "", "The exact words that carry it.")
            .becomes(&[bil::EVIDENCE, bil::QUOTE])
            .required(Required::WithWords),
        key(
            "gist",
            Shape::Text,
            "generated",
            "What it says, in our own words.",
        )
        .becomes(&[bil::GIST, rdfs::LABEL])
        .required(Required::WithoutWords),
        key(
            "by",
            Shape::Names,
            "the issuer",
            "Who does it; \"both\" for a joint act.",
        )
        .becomes(&[bil::BY])
        .inferable(),
        key(
            "to",
            Shape::NamesOrNone,
            "the other side of the event, if one `by`",
            "At whom it is aimed.",
        )
        .becomes(&[bil::TO])
        .inferable(),
        key(
            "speaker",
            Shape::Name,
            "the only person on the side of `by`",
            "Who says so.",
        )
        .becomes(&[bil::SPEAKER])
        .inferable(),
        key(
            "sectors",
            Shape::NamesOrNone,
            "none",
            "The branches of work.",
        )
        .becomes(&[bil::SECTOR]),
        key(
            "items",
            Shape::NamesOrNone,
            "none",
            "The goods and services.",
        )
        .becomes(&[bil::ITEM]),
        key(
            "about",
            Shape::NamesOrNone,
            "none",
            "What else it is about.",
        )
        .becomes(&[bil::ABOUT])
        .inferable(),
        key(
            "occasion",
            Shape::Name,
            "none",
            "The event for which it is meant.",
        )
        .becomes(&[bil::OCCASION])
        .inferable(),
        key(
            "condition",
            Shape::Words,
            "none",
            "The readout's words for the condition under which it holds.",
        )
        .becomes(&[bil::CONDITION]),
        key("due", Shape::Date, "none", "By when.")
            .becomes(&[bil::DUE])
            .inferable(),
        key("until", Shape::Date, "none", "For how long.")
            .becomes(&[bil::UNTIL])
            .inferable(),
        key(
            "figures",
            Shape::Figures,
            "none",
            "The amounts that it names.",
        )
        .becomes(&[bil::FIGURE]),
        key(
            "date",
            Shape::Period,
            "the event's; of a joint text its publication; of a Precedent or Delivery none",
            "When it was done.",
        )
        .becomes(&[
            bil::DATE,
            bil::END_DATE,
            sem::HAS_EARLIEST_BEGIN_TIME_STAMP,
            sem::HAS_LATEST_END_TIME_STAMP,
        ])
        .inferable(),
        key(
            "made_at",
            Shape::Name,
            "the main event",
            "The event at which it was said.",
        )
        .becomes(&[bil::MADE_AT]),
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
        .becomes(&[bil::FOLLOWS_UP])
        .inferable(),
        key(
            "replaces",
            Shape::References,
            "none",
            "The earlier acts that it replaces.",
        )
        .becomes(&[prov::WAS_REVISION_OF])
        .inferable(),
        key(
            "matches",
            Shape::References,
            "none",
            "The acts of other sheets that tell of the same.",
        )
        .becomes(&[prov::ALTERNATE_OF])
        .inferable(),
        key(
            "status",
            Shape::Choice(&["accepted", "declined", "fulfilled", "lapsed", "open"]),
            "derived from later acts",
            "What became of it, where somebody says so.",
        )
        .becomes(&[bil::STATUS])
        .inferable(),
        key(
            "note",
            Shape::Text,
            "none",
            "A remark of the person who recorded it.",
        )
        .becomes(&[skos::NOTE]),
    ],
};

/// The tables of `facts.toml`, in the order in which a person would write them.
pub const SHEET: [&Table; 4] = [&DOCUMENT, &EVENT, &ENTITY, &ACT];
