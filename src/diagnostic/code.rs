//! The codes of findings: one table with name, severity, problem, example and help of each.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

/// How much a finding weighs; what weighs more comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The input is wrong, or cannot be used as it is.
    Error,
    /// The input is used, but should be looked at.
    Warn,
    /// Nothing is wrong, but it is good to know.
    Info,
}

impl Severity {
    /// All of them, the weightiest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warn, Self::Info];

    /// The word for it, in headers of rules, options and answers.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
        }
    }
}

/// What is to be known about a code: the text of `check --explain`.
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
}

/// Declares [`Code`] from rows of name, severity, problem, example and help.
macro_rules! codes {
    ($($code:ident = $name:literal, $severity:ident, $problem:literal, $example:literal, $help:literal;)+) => {
        /// What kind of problem a finding is about: one that the program looks for, or a rule of a dossier.
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

            /// What is to be known about it; `None` for a rule, which explains itself.
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
        "give each an `id` of its own, or make one act of the two";
    BadLiteral = "bad-literal", Error,
        "a literal has not the form of its datatype",
        "id:talks bil:date \"2017-02-30\"^^xsd:date .",
        "write it in the form of its datatype, or give it another";
    Circle = "circle", Error,
        "something would be part of itself, or an act would take up or replace one that takes it up",
        "[[entity]]\nid = \"minsk\"\npart_of = \"minsk\"",
        "take out one of the links that the hint names";
    Contradiction = "contradiction", Error,
        "two places say different things of what can be but one: what a thing is, what it is called, when an event was",
        "[[entity]]\nid = \"minsk\"        # in actors.ttl: id:minsk a schema:Place\nkind = \"State\"",
        "say it once, or say the same in both places";
    ControlCharacter = "control-character", Error,
        "a text holds a character that nobody can see",
        "name = \"Minsk\\u0007\"",
        "delete the character";
    DerivedStatement = "derived-statement", Info,
        "a file holds statements of the derived graph, as `export --derived` writes them; they are not loaded",
        "act:2017-11-13-minsk.materials bil:outcome \"open\" .",
        "nothing: they are computed from all other statements; record an outcome with `bil:status`";
    EmptyList = "empty-list", Error,
        "a list holds nothing where something is needed",
        "by = []",
        "name what belongs there, or leave the key out";
    EmptyText = "empty-text", Error,
        "a text is empty",
        "name = \"\"",
        "write it, or leave the key out";
    EvidenceContext = "evidence-context", Error,
        "in an RDF file, the words that should stand before or behind a passage do not",
        "oa:prefix \"He also said that \" ;   # the readout has: “He said that ”",
        "write what stands there, letter by letter, or leave it out";
    EvidenceDiffers = "evidence-differs", Error,
        "in an RDF file, a passage has other words than the readout has at its place",
        "oa:exact \"We can supply you with steel\" ;   # the readout has: “steelwork”",
        "copy the words of the readout; `locate` says where they stand";
    EvidencePlace = "evidence-place", Error,
        "in an RDF file, a passage has no place in the readout, or several, or its name tells another",
        "oa:start 10 ; oa:end 4 .",
        "count Unicode code points of readout.txt from 0, the end exclusive; `locate` counts them for you";
    EvidenceUnverifiable = "evidence-unverifiable", Info,
        "an RDF file quotes a readout whose words are not here",
        "oa:hasSource doc:2017-11-13-minsk ;",
        "check it beside the dossier that holds the readout: -C DIR";
    FileEmpty = "file-empty", Error,
        "a file is empty",
        "",
        "write it, or delete it";
    FileIrregular = "file-irregular", Error,
        "a folder, a pipe or a device lies where a file is needed",
        "",
        "put a file there";
    FileMisplaced = "file-misplaced", Error,
        "a sheet, a readout or a dossier lies where it would be read as something else",
        "data/facts.toml",
        "give each readout a folder of its own: data/<readout>/facts.toml";
    FileNotUtf8 = "file-not-utf8", Error,
        "a file is not UTF-8",
        "",
        "save it as UTF-8 in your editor";
    FileOutside = "file-outside", Error,
        "a link leads out of the dossier",
        "data/actors.ttl -> ../../elsewhere.ttl",
        "put the file itself there";
    FileTooLarge = "file-too-large", Error,
        "a file is larger than is safe to read: 8 MiB for a text, 64 MiB for a fact sheet, 512 MiB for RDF",
        "",
        "spread it over several files";
    FileUnreadable = "file-unreadable", Error,
        "the system refuses to give a file",
        "",
        "see to its permissions";
    KindIncomplete = "kind-incomplete", Error,
        "a kind of act lacks what queries and pages need: label, phrase, order, and strength for a commitment",
        "bil:Loan rdfs:subClassOf bil:Commitment .",
        "add what is missing, as ontology/bilateral.ttl has it for its own kinds";
    KindPhrase = "kind-phrase", Error,
        "the phrase of a kind of act makes no sentence",
        "bil:phrase \"lends {thing}\"@en",
        "use no slots but {to} and {what}, each at most once";
    MissingKey = "missing-key", Error,
        "a key that must be there is not",
        "[document]\nsource = \"https://example.org/\"   # and whose text is it?",
        "add it; `schema` tells what it takes";
    MissingTable = "missing-table", Error,
        "a sheet does not begin with [document]",
        "[[act]]",
        "say in [document] where the text stands and whose it is";
    NoDate = "no-date", Error,
        "what should be a date is none",
        "date = \"2017-02-30\"",
        "write YYYY-MM-DD, \"YYYY-MM\" or \"YYYY\"";
    NoWords = "no-words", Error,
        "a record without readout.txt quotes words",
        "quote = \"We can supply you\"   # but no readout.txt lies beside the sheet",
        "put the text beside the sheet, or write a `gist` instead";
    QueryHeader = "query-header", Error,
        "the comment lines in front of a query do not say what they must",
        "# param: sector",
        "follow the files in queries/";
    QuoteCut = "quote-cut", Error,
        "a quote begins or ends inside a word",
        "quote = \"We can supp\"",
        "quote whole words";
    QuoteDiffers = "quote-differs", Error,
        "in an RDF file, the quote of an act is not what its passages say",
        "bil:quote \"We can supply you\" ;   # its oa:exact: “We could supply you”",
        "make it the words of its passages, joined by \" […] \"";
    QuoteNotFound = "quote-not-found", Error,
        "a quote does not stand in the readout",
        "quote = \"We could supply you\"   # the readout has: “We can supply you”",
        "copy the words; `locate` gives them ready to be pasted";
    QuoteOrder = "quote-order", Error,
        "the passages of a quote do not follow each other in the text",
        "quote = [\"cement\", \"steelwork\"]",
        "put them in the order of the text";
    QuoteRepeated = "quote-repeated", Error,
        "a quote stands in the readout more than once",
        "quote = \"the ferry\"",
        "lengthen it until it stands there once";
    RdfSyntax = "rdf-syntax", Error,
        "an RDF file breaks the rules of its syntax",
        "id:minsk a schema:Place",
        "mend the line; a statement of Turtle ends with a full stop";
    ReadoutEdited = "readout-edited", Error,
        "the text of a readout is not the one of which this was made: its SHA-256 is another",
        "sha256 = \"0000…\"",
        "put the published text back, or record the facts of the new one and its SHA-256";
    RuleForm = "rule-form", Error,
        "a rule is no SELECT, does not say which node is at fault, or complains of nearly everything",
        "SELECT ?act WHERE { … }",
        "select ?this, and where they are known ?path and ?value";
    SheetMissing = "sheet-missing", Error,
        "a readout lies in a folder without a fact sheet",
        "",
        "record what it says in facts.toml, or move it out of data/";
    SlugTwice = "slug-twice", Error,
        "two readouts have the same slug",
        "a/data/2020-talks, b/data/2020-talks",
        "rename one of the folders";
    SparqlService = "sparql-service", Error,
        "a query asks another service; nothing is fetched",
        "SERVICE <https://example.org/sparql> { … }",
        "ask what is here";
    SparqlSyntax = "sparql-syntax", Error,
        "a query breaks the rules of SPARQL",
        "SELECT ?this WHERE { ?this a bil:Act",
        "mend it at the place that is shown";
    SparqlTooDeep = "sparql-too-deep", Error,
        "a query nests brackets more deeply than is safe",
        "",
        "make it flatter";
    SparqlTooIntricate = "sparql-too-intricate", Error,
        "a query has more symbols than is safe to plan",
        "",
        "put long lists into VALUES";
    SparqlTooLong = "sparql-too-long", Error,
        "a query is longer than is safe to read",
        "",
        "shorten it";
    SparqlUndeclaredPrefix = "sparql-undeclared-prefix", Error,
        "a query uses a prefix that it does not declare",
        "SELECT ?this WHERE { ?this a bli:Act }",
        "declare it with PREFIX, or mend the name";
    SparqlUpdate = "sparql-update", Error,
        "a query would change the graph",
        "DELETE WHERE { ?s ?p ?o }",
        "ask with SELECT, and mend the files by hand";
    TomlSyntax = "toml-syntax", Error,
        "a sheet breaks the rules of TOML",
        "kind = Offer",
        "mend it at the place that is shown; texts stand between quotation marks";
    UndefinedName = "undefined-name", Error,
        "an RDF file names a thing of ours that no file describes",
        "act:a bil:to id:atlantis .",
        "give it an rdf:type and a label, or mend the name";
    UnknownAct = "unknown-act", Error,
        "an act takes up, replaces or matches one that there is not",
        "follows_up = \"materials\"",
        "name the `id` of an act of this sheet, or \"readout.id\" for one of another";
    UnknownKey = "unknown-key", Error,
        "a table has a key that there is not",
        "qoute = \"We can supply you\"",
        "mend the name; `schema` lists the keys";
    UnknownKind = "unknown-kind", Error,
        "there is no such kind of act",
        "kind = \"Promise\"",
        "choose one of the kinds; a dossier may add its own in ontology/";
    UnknownName = "unknown-name", Error,
        "nothing has this name",
        "to = \"atlantis\"",
        "mend the name, or describe the thing in [[entity]] or in actors.ttl";
    UnknownTable = "unknown-table", Error,
        "a sheet has a table that there is not",
        "[[acts]]",
        "mend the name";
    UnknownTerm = "unknown-term", Error,
        "an RDF file uses a term that the ontology has not",
        "act:a bil:oferedTo id:minsk .",
        "mend the name, or define the term in ontology/";
    WordsCut = "words-cut", Error,
        "printed words or a condition begin or end inside a word",
        "condition = \"f you need help\"",
        "take whole words";
    WordsNotFound = "words-not-found", Error,
        "printed words or a condition do not stand in the readout",
        "date.printed = \"14 November\"",
        "copy them from the text";
    WrongForm = "wrong-form", Error,
        "a value has not the form that its key needs",
        "id = \"My Talks\"",
        "write it as the message says";
    WrongParty = "wrong-party", Error,
        "somebody stands where he cannot: on both sides, or as the one at whom his own act is aimed",
        "by = \"belarus\"\nto = \"belarus\"",
        "name the other side, or leave the key out";
    WrongSort = "wrong-sort", Error,
        "a name stands for another sort of thing than its key needs",
        "sectors = \"minsk\"",
        "name a thing of the right sort";
    WrongType = "wrong-type", Error,
        "a value is a number, a text, a list or a table where its key needs another",
        "quote = 5",
        "write it as the message says";
}
