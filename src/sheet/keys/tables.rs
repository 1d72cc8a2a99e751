//! The tables of both files, row by row.

use super::key::{Key, Required, TableKeys};
use super::shape::Shape;
use crate::vocab::bil;
use crate::vocab::w3c::{dcterms, org, prov, rdf, rdfs, schema, sem, skos};

/// Rows of `key: Shape [flag] = "default", "Its meaning." => properties that it becomes;`.
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
pub const DOSSIER: TableKeys = TableKeys {
    name: "",
    meaning: "The relationship that this dossier covers: its title and its two sides.",
    repeated: false,
    keys: keys! {
        title: Text [required], "The title of the dossier.";
        sides: Pair [required], "The two sides of the relationship.";
        languages: Languages = "[\"en\"]", "The languages of the readouts; the first is the default.";
    },
};

/// `[document]`.
pub const DOCUMENT: TableKeys = TableKeys {
    name: "document",
    meaning: "The text: its address and its issuer.",
    repeated: false,
    keys: keys! {
        source: Url [required], "The address of the text on the publisher's site." => dcterms::SOURCE;
        issued_by: Names [required], "The issuer of the text; also the default of `by`."
            => prov::WAS_ATTRIBUTED_TO;
        title: Text = "the first line of readout.txt",
            "Its title; without a readout.txt, in our own words, in English."
            => rdfs::LABEL;
        lang: Language = "the first language of dossier.toml", "Its language." => dcterms::LANGUAGE;
        form: Choice(&["readout", "transcript", "joint"]) = "readout",
            "The form of the text; sets the default of `voice` and, for a joint text, of `date`.";
        publisher: Name = "none", "The publisher, if different from the issuer."
            => dcterms::PUBLISHER;
        published: Date = "unknown", "The date of publication." => dcterms::ISSUED;
        accessed: Date [required_without_words] = "unknown", "The date on which it was read at its address."
            => bil::ACCESSED;
        sha256: Sha256 = "not checked",
            "The SHA-256 of readout.txt; a mismatch shows that the readout was edited."
            => bil::SHA256;
    },
};

/// `[[event]]`.
pub const EVENT: TableKeys = TableKeys {
    name: "event",
    meaning: "A meeting, a visit or another event that the text reports; the main event, at which acts are made, has no `id`.",
    repeated: true,
    keys: keys! {
        id: Slug = "the folder's name, for the one main event",
            "The slug of an event that is not the main one.";
        kind: Choice(&["Meeting", "Visit", "Event"]) = "Meeting", "The kind of event."
            => rdf::TYPE;
        name: Text = "generated", "Its label." => rdfs::LABEL;
        sides: Sides = "the two sides of dossier.toml, without participants",
            "The sides, each with the people and posts that took part."
            => bil::SIDE, bil::PARTICIPANT;
        date: Period [inferable] = "unknown", "Its date."
            => bil::DATE, bil::END_DATE,
                sem::HAS_EARLIEST_BEGIN_TIME_STAMP, sem::HAS_LATEST_END_TIME_STAMP;
        place: Name [inferable] = "unknown", "Its place." => bil::PLACE;
        host: Name [inferable] = "unknown", "The host; the other sides are its guests."
            => bil::HOST, bil::GUEST;
        mode: Choice(&["in-person", "phone", "video", "letter"]) = "in-person", "How they met."
            => bil::MODE;
        level: Choice(&["leaders", "ministers", "council", "officials"])
            = "derived from the posts of the participants",
            "The level of the meeting: the lower of the levels of its sides." => bil::LEVEL;
        status: Choice(&["held", "planned", "cancelled"]) = "held", "Whether it took place."
            => schema::EVENT_STATUS;
        part_of: Name = "nothing", "The event that it is part of." => bil::PART_OF;
        quote: Quote = "none", "The words that report it." => bil::EVIDENCE;
    },
};

/// `[[entity]]`.
pub const ENTITY: TableKeys = TableKeys {
    name: "entity",
    meaning: "An entity that neither the ontology nor another file of the dossier defines.",
    repeated: true,
    keys: keys! {
        id: Slug [required], "Its slug.";
        kind: Choice(&[
            "State", "Region", "Organization", "Person", "Post", "Place", "Instrument", "Good",
            "Service", "Sector", "Topic",
        ]) [required], "Its kind." => rdf::TYPE;
        name: Text [required], "Its English label." => rdfs::LABEL;
        in_text: Text = "the name, with `the` where such names take it",
            "The name in running text, with its article, such as `the United States`." => bil::IN_TEXT;
        short_name: Text = "none", "A short form, such as `the oblast`; of a person the surname."
            => bil::SHORT_NAME;
        aka: Texts = "none", "Its other names." => skos::ALT_LABEL;
        part_of: Name = "nothing",
            "What it is part of; for a person the body, for a post its actor, for an item or sector the broader one."
            => bil::PART_OF, bil::MEMBER_OF, org::POST_IN, skos::BROADER;
        post: Text = "none", "The post that a person holds: its name, or a description."
            => org::HOLDS;
    },
};

/// `[[act]]`.
pub const ACT: TableKeys = TableKeys {
    name: "act",
    meaning: "A statement or action of one actor toward another, or of both together; two commitments in one sentence are two acts.",
    repeated: true,
    keys: keys! {
        id: Slug = "the kind and a hash of the quote", "Its identifier, for references from other acts.";
        kind: Kind [required], "Its kind, such as Offer." => rdf::TYPE;
        quote: Quote [required_with_words], "The exact words of the act."
            => bil::EVIDENCE, bil::QUOTE;
        gist: Text [required_without_words] = "generated",
            "What it says, in our own words, at most twelve; also its label."
            => bil::GIST, rdfs::LABEL;
        by: Names [inferable] = "the issuer", "The actor; \"both\" for a joint act." => bil::BY;
        to: NamesOrNone [inferable]
            = "for an Ask, an Answer, a Commitment or an Appreciation with one `by` the other side of the event",
            "The actor at which it is aimed; an Invitation or a Request must have one." => bil::TO;
        speaker: Name [inferable] = "the only person on the side of `by`", "The speaker."
            => bil::SPEAKER;
        sectors: NamesOrNone = "none", "The sectors." => bil::SECTOR;
        items: NamesOrNone = "none", "The goods and services." => bil::ITEM;
        about: NamesOrNone [inferable] = "none", "Other entities that it is about." => bil::ABOUT;
        occasion: Name [inferable] = "none", "The event for which it is intended." => bil::OCCASION;
        condition: Words = "none", "The words of the readout for the condition under which it holds."
            => bil::CONDITION;
        due: Date [inferable] = "none", "The deadline." => bil::DUE;
        until: Date [inferable] = "none", "The end of its validity." => bil::UNTIL;
        figures: Figures = "none", "The amounts that it states." => bil::FIGURE;
        date: Period [inferable]
            = "the event's; for a joint text its publication; for a Precedent or Delivery none",
            "The date on which it was done."
            => bil::DATE, bil::END_DATE,
                sem::HAS_EARLIEST_BEGIN_TIME_STAMP, sem::HAS_LATEST_END_TIME_STAMP;
        made_at: Name = "the main event", "The event at which it was made." => bil::MADE_AT;
        voice: Choice(&["direct", "paraphrase", "text"]) = "computed",
            "Whose words they are: in quotation marks, reported, or the publisher's own.";
        follows_up: References [inferable] = "none", "The earlier acts that it follows up."
            => bil::FOLLOWS_UP;
        replaces: References [inferable] = "none", "The earlier acts that it replaces."
            => prov::WAS_REVISION_OF;
        matches: References [inferable] = "none", "The acts of other sheets that report the same act."
            => prov::ALTERNATE_OF;
        status: Choice(&["accepted", "declined", "fulfilled", "lapsed", "open"]) [inferable]
            = "derived from later acts", "Its outcome, if the text states it."
            => bil::STATUS;
        note: Text = "none", "A remark by the annotator." => skos::NOTE;
    },
};

/// The tables of `facts.toml`, in the order in which a person writes them.
pub const SHEET: [&TableKeys; 4] = [&DOCUMENT, &EVENT, &ENTITY, &ACT];

/// The table that replaces a plain value of an inferable key.
pub const INFERRED: TableKeys = TableKeys {
    name: "inferred",
    meaning: "A value that the text does not state, and the reason to believe it.",
    repeated: false,
    keys: keys! {
        is: Inferred [required], "The inferred value.";
        because: Text [required], "The reason to believe it." => bil::INFERRED_BECAUSE;
        printed: Words = "none", "The words of the readout from which it was inferred." => bil::PRINTED;
        source: Url = "none", "The address of a supporting source." => dcterms::SOURCE;
    },
};

/// One table of `figures`.
pub const FIGURE: TableKeys = TableKeys {
    name: "figures",
    meaning: "An amount: its `value`, or `min` or `max` or both.",
    repeated: true,
    keys: keys! {
        of: Text [required], "What is measured." => schema::NAME;
        value: Number = "none", "The amount." => schema::VALUE;
        min: Number = "none", "The minimum." => schema::MIN_VALUE;
        max: Number = "none", "The maximum." => schema::MAX_VALUE;
        qualifier: Choice(&["about", "almost", "over", "aimed at"]) = "none",
            "How exact the amount is, or that it is a target." => bil::QUALIFIER;
        unit: Text = "none", "The unit." => schema::UNIT_TEXT;
        period: Period = "none", "The period to which it applies."
            => dcterms::TEMPORAL, sem::HAS_EARLIEST_BEGIN_TIME_STAMP, sem::HAS_LATEST_END_TIME_STAMP;
        item: Name = "none", "The good or service." => bil::ITEM;
    },
};

/// A participant with a post, in the lists of `sides`.
pub const PARTICIPANT: TableKeys = TableKeys {
    name: "sides",
    meaning: "A person with the post that the text states.",
    repeated: true,
    keys: keys! {
        person: Name [required], "The participant.";
        post: Name [required], "The post that the person held.";
    },
};
