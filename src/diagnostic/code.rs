//! The codes of findings: one table with name, severity, problem, example and help of each.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

/// How serious a finding is; the most serious comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The input is wrong, or cannot be used as it is.
    Error,
    /// The input is used, but should be looked at.
    Warn,
    /// A note: nothing is wrong.
    Info,
}

impl Severity {
    /// All severities, the most serious first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warn, Self::Info];

    /// Its word in headers of rules, options and answers.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
        }
    }
}

/// The meaning of a code: the text of `check --explain`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The code as it is written, such as `quote-not-found`.
    pub name: String,
    /// The severity of its findings.
    pub severity: Severity,
    /// What is wrong.
    pub problem: String,
    /// Lines of a file that have the problem; empty where a line cannot show it.
    pub example: String,
    /// What to do about it.
    pub help: String,
    /// Its former name, which is still accepted.
    pub formerly: Option<String>,
}

/// Declares [`Code`] from rows of name, severity, problem, example and help.
macro_rules! codes {
    ($($code:ident = $name:literal, $severity:ident, $problem:literal, $example:literal, $help:literal;)+) => {
        /// The kind of problem that a finding reports: one that the program looks for, or a rule of a dossier.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`.")] $code,)+
            /// A rule in `queries/checks`, by the name of its file.
            Rule(Arc<str>),
        }

        impl Code {
            /// Every code but those of rules, in the order of the names.
            pub const BUILT_IN: &[Self] = &[$(Self::$code),+];

            /// Its stable name, such as `quote-not-found`.
            #[must_use]
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$code => $name,)+
                    Self::Rule(name) => name,
                }
            }

            /// The severity of its findings; a rule states its own.
            pub(crate) fn severity(&self) -> Severity {
                match self {
                    $(Self::$code => Severity::$severity,)+
                    Self::Rule(_) => Severity::Error,
                }
            }

            /// Its meaning; `None` for a rule, which explains itself.
            #[must_use]
            pub fn explanation(&self) -> Option<Explanation> {
                let [problem, example, help] = match self {
                    $(Self::$code => [$problem, $example, $help],)+
                    Self::Rule(_) => return None,
                };
                Some(Explanation {
                    name: self.name().to_owned(),
                    severity: self.severity(),
                    problem: problem.to_owned(),
                    example: example.to_owned(),
                    help: help.to_owned(),
                    formerly: None,
                })
            }
        }
    };
}

/// By name.
impl Ord for Code {
    fn cmp(&self, other: &Self) -> Ordering {
        self.name().cmp(other.name())
    }
}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

codes! {
    ActCollision = "act-collision", Error,
        "two acts of a sheet have the same id, or the same kind and the same quote",
        "[[act]]\nkind = \"Offer\"\nquote = \"We can supply you\"\n[[act]]\nkind = \"Offer\"\nquote = \"We can supply you\"",
        "give each its own `id`, or merge the two acts";
    BadLiteral = "bad-literal", Error,
        "a literal does not have the form of its datatype",
        "id:talks bil:date \"2017-02-30\"^^xsd:date .",
        "write it in the form of its datatype, or use another datatype";
    Circle = "circle", Error,
        "an entity would be part of itself, or an act would follow up or replace one that follows it up",
        "[[entity]]\nid = \"minsk\"\npart_of = \"minsk\"",
        "remove one of the links that the help names";
    Contradiction = "contradiction", Error,
        "two places contradict each other: on what an entity is, its name, or the date of an event",
        "[[entity]]\nid = \"minsk\"        # in actors.ttl: id:minsk a schema:Place\nkind = \"State\"",
        "say it once, or say the same in both places";
    ControlCharacter = "control-character", Error,
        "a text contains an invisible character",
        "name = \"Minsk\\u0007\"",
        "delete the character";
    DerivedStatement = "derived-statement", Info,
        "a file contains statements of the derived graph, as `export --derived` writes them; they are not loaded",
        "act:2017-11-13-minsk.materials bil:outcome \"open\" .",
        "nothing: they are computed from all other statements; record an outcome with `bil:status`";
    EmptyList = "empty-list", Error,
        "a required list is empty",
        "by = []",
        "add a value, or remove the key";
    EmptyText = "empty-text", Error,
        "a text is empty",
        "name = \"\"",
        "write it, or remove the key";
    EvidenceContext = "evidence-context", Error,
        "in an RDF file, the words before or after a passage differ from the readout",
        "oa:prefix \"He also said that \" ;   # the readout has: “He said that ”",
        "copy the words letter by letter, or remove them";
    EvidenceDiffers = "evidence-differs", Error,
        "in an RDF file, the words of a passage differ from the readout at its position",
        "oa:exact \"We can supply you with steel\" ;   # the readout has: “steelwork”",
        "copy the words of the readout; `locate` finds them";
    EvidencePlace = "evidence-place", Error,
        "in an RDF file, a passage has no position in the readout, several positions, or an IRI with another position",
        "oa:start 10 ; oa:end 4 .",
        "count Unicode code points of readout.txt from 0, the end exclusive; `locate` counts them for you";
    EvidenceUnverifiable = "evidence-unverifiable", Info,
        "an RDF file quotes a readout whose words are not available",
        "oa:hasSource doc:2017-11-13-minsk ;",
        "check it together with the dossier that has the readout: -C DIR";
    FileEmpty = "file-empty", Error,
        "a file is empty",
        "",
        "fill it, or delete it";
    FileIrregular = "file-irregular", Error,
        "a folder, a pipe or a device is where a file is needed",
        "",
        "replace it with a file";
    FileMisplaced = "file-misplaced", Error,
        "a sheet, a readout or a dossier is in the wrong folder",
        "data/facts.toml",
        "give each readout a folder of its own: data/<readout>/facts.toml";
    FileNotUtf8 = "file-not-utf8", Error,
        "a file is not UTF-8",
        "",
        "save it as UTF-8 in your editor";
    FileOutside = "file-outside", Error,
        "a link leads out of the dossier",
        "data/actors.ttl -> ../../elsewhere.ttl",
        "copy the file into the dossier";
    FileTooLarge = "file-too-large", Error,
        "a file is larger than is safe to read: 8 MiB for a text, 64 MiB for a fact sheet, 512 MiB for RDF",
        "",
        "split it into several files";
    FileUnreadable = "file-unreadable", Error,
        "the system refuses to open a file",
        "",
        "check its permissions";
    KindIncomplete = "kind-incomplete", Error,
        "a kind of act lacks what queries and pages need: label, phrase, order, and strength for a commitment",
        "bil:Loan rdfs:subClassOf bil:Commitment .",
        "add what is missing; ontology/bilateral.ttl shows how";
    KindPhrase = "kind-phrase", Error,
        "the phrase of a kind of act cannot form a sentence",
        "bil:phrase \"lends {object}\"@en",
        "use only the known slots, such as {to} and {what}, each at most once; give each phrase of a kind other slots";
    MarkupInText = "markup-in-text", Info,
        "readout.txt contains markup, which the published text does not show",
        "on March 4<sup>th</sup>",
        "replace it with the text that a reader sees, unless it is printed so";
    MissingKey = "missing-key", Error,
        "a required key is missing",
        "[document]\nsource = \"https://example.org/\"   # issued_by is missing",
        "add it; `schema` shows its values";
    MissingTable = "missing-table", Error,
        "a sheet does not begin with [document]",
        "[[act]]",
        "add [document] with the address and the issuer of the text";
    NoDate = "no-date", Error,
        "a value is not a date",
        "date = \"2017-02-30\"",
        "write YYYY-MM-DD, \"YYYY-MM\" or \"YYYY\"";
    NoStatements = "no-statements", Warn,
        "an RDF file has no statements",
        "<!DOCTYPE html>   # an error page, saved as facts.rdf",
        "check that it is the right file, in the syntax of its extension";
    NoWords = "no-words", Error,
        "a record without readout.txt quotes words",
        "quote = \"We can supply you\"   # but the folder has no readout.txt",
        "add readout.txt next to the sheet, or write a `gist` instead";
    QueryHeader = "query-header", Error,
        "the header comments of a query are incomplete or wrong",
        "# param: sector",
        "follow the examples in queries/";
    QuoteCut = "quote-cut", Error,
        "a quote begins or ends inside a word",
        "quote = \"We can supp\"",
        "quote whole words";
    QuoteDiffers = "quote-differs", Error,
        "in an RDF file, the quote of an act differs from its passages",
        "bil:quote \"We can supply you\" ;   # its oa:exact: “We could supply you”",
        "write the words of its passages, joined by \" […] \"";
    QuoteNotFound = "quote-not-found", Error,
        "a quote does not occur in the readout",
        "quote = \"We could supply you\"   # the readout has: “We can supply you”",
        "copy the words; `locate` prints them ready to paste";
    QuoteOrder = "quote-order", Error,
        "the passages of a quote do not follow each other in the text",
        "quote = [\"cement\", \"steelwork\"]",
        "put them in the order of the text";
    QuoteRepeated = "quote-repeated", Error,
        "a quote occurs more than once in the readout",
        "quote = \"the ferry\"",
        "lengthen it until it is unique";
    RdfSyntax = "rdf-syntax", Error,
        "an RDF file has a syntax error",
        "id:minsk a schema:Place",
        "fix the line; a Turtle statement ends with a full stop";
    ReadoutEdited = "readout-edited", Error,
        "readout.txt has changed since the sheet or file was made: its SHA-256 differs",
        "sha256 = \"0000…\"",
        "restore the published text, or record the new text and its SHA-256";
    RuleForm = "rule-form", Error,
        "a rule is not a SELECT, does not select the node at fault, or matches nearly everything",
        "SELECT ?act WHERE { … }",
        "select ?this, and ?path and ?value if known";
    SheetMissing = "sheet-missing", Error,
        "a folder has a readout but no fact sheet",
        "",
        "record its facts in facts.toml, or move it out of data/";
    SlugTwice = "slug-twice", Error,
        "two readouts have the same slug",
        "a/data/2020-talks, b/data/2020-talks",
        "rename one of the folders";
    SparqlService = "sparql-service", Error,
        "a query calls another service, which is refused",
        "SERVICE <https://example.org/sparql> { … }",
        "query the data of the dossier";
    SparqlSyntax = "sparql-syntax", Error,
        "a query has a syntax error",
        "SELECT ?this WHERE { ?this a bil:Act",
        "fix it at the position shown";
    SparqlTooDeep = "sparql-too-deep", Error,
        "a query nests brackets too deeply",
        "",
        "simplify it";
    SparqlTooIntricate = "sparql-too-intricate", Error,
        "a query has too many symbols",
        "",
        "put long lists into VALUES";
    SparqlTooLong = "sparql-too-long", Error,
        "a query is too long",
        "",
        "shorten it";
    SparqlUndeclaredPrefix = "sparql-undeclared-prefix", Error,
        "a query uses a prefix that it does not declare",
        "SELECT ?this WHERE { ?this a bli:Act }",
        "declare it with PREFIX, or fix the name";
    SparqlUpdate = "sparql-update", Error,
        "a query is an update, which is refused",
        "DELETE WHERE { ?s ?p ?o }",
        "use SELECT, and edit the files instead";
    TargetMissing = "target-missing", Error,
        "an invitation or a request has no target, or an agreement has one side only",
        "[[act]]\nkind = \"Request\"\nby = \"both\"   # whom?",
        "name the target in `to`; for an agreement, name all sides in `by`";
    TomlSyntax = "toml-syntax", Error,
        "a sheet has a TOML syntax error",
        "kind = Offer",
        "fix it at the position shown; texts need quotation marks";
    UndefinedName = "undefined-name", Error,
        "an RDF file names an entity of ours that no file describes",
        "act:a bil:to id:atlantis .",
        "add its rdf:type and label, or fix the name";
    UnknownAct = "unknown-act", Error,
        "an act follows up, replaces or matches an unknown act",
        "follows_up = \"materials\"",
        "use the `id` of an act of this sheet, or \"readout.id\" for another sheet";
    UnknownKey = "unknown-key", Error,
        "a table has an unknown key",
        "qoute = \"We can supply you\"",
        "fix the name; `schema` lists the keys";
    UnknownKind = "unknown-kind", Error,
        "a kind of act is unknown",
        "kind = \"Promise\"",
        "choose one of the kinds; a dossier may add its own in ontology/";
    UnknownName = "unknown-name", Error,
        "a name is unknown",
        "to = \"atlantis\"",
        "fix the name, or describe the entity in [[entity]] or in actors.ttl";
    UnknownTable = "unknown-table", Error,
        "a sheet has an unknown table",
        "[[acts]]",
        "fix the name";
    UnknownTerm = "unknown-term", Error,
        "an RDF file uses a term that the ontology does not define",
        "act:a bil:oferedTo id:minsk .",
        "fix the name, or define the term in ontology/";
    WordsCut = "words-cut", Error,
        "printed words or a condition begin or end inside a word",
        "condition = \"f you need help\"",
        "use whole words";
    WordsNotFound = "words-not-found", Error,
        "printed words or a condition do not occur in the readout",
        "date.printed = \"14 November\"",
        "copy them from the text";
    WrongForm = "wrong-form", Error,
        "a value does not have the form that its key needs",
        "id = \"My Talks\"",
        "write it as the message says";
    WrongParty = "wrong-party", Error,
        "an actor is on both sides, or is the target of its own act",
        "by = \"belarus\"\nto = \"belarus\"",
        "name the other side, or remove the key";
    WrongSort = "wrong-sort", Error,
        "a name means another kind of entity than its key needs",
        "sectors = \"minsk\"",
        "name an entity of the right kind";
    WrongType = "wrong-type", Error,
        "a value has the wrong type: number, text, list or table",
        "quote = 5",
        "write it as the message says";
}
