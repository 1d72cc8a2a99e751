//! Reused terms of other vocabularies that the code uses.

/// [RDF 1.1](https://www.w3.org/TR/rdf11-concepts/).
pub mod rdf {
    terms! {
        "rdf" "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        TYPE = "type",
        SUBJECT = "subject",
        PREDICATE = "predicate",
        OBJECT = "object",
    }
}

/// [RDF Schema 1.1](https://www.w3.org/TR/rdf-schema/).
pub mod rdfs {
    terms! {
        "rdfs" "http://www.w3.org/2000/01/rdf-schema#"
        LABEL = "label",
        COMMENT = "comment",
        SUB_CLASS_OF = "subClassOf",
    }
}

/// [XML Schema 1.1, part 2](https://www.w3.org/TR/xmlschema11-2/).
pub mod xsd {
    terms! {
        "xsd" "http://www.w3.org/2001/XMLSchema#"
        STRING = "string",
        INTEGER = "integer",
        DECIMAL = "decimal",
        DATE = "date",
        G_YEAR = "gYear",
        G_YEAR_MONTH = "gYearMonth",
        ANY_URI = "anyURI",
    }
}

/// [Web Annotation](https://www.w3.org/TR/annotation-vocab/).
pub mod oa {
    terms! {
        "oa" "http://www.w3.org/ns/oa#"
        HAS_SOURCE = "hasSource",
        HAS_SELECTOR = "hasSelector",
        TEXT_QUOTE_SELECTOR = "TextQuoteSelector",
        TEXT_POSITION_SELECTOR = "TextPositionSelector",
        EXACT = "exact",
        PREFIX = "prefix",
        SUFFIX = "suffix",
        START = "start",
        END = "end",
    }
}

/// [PROV-O](https://www.w3.org/TR/prov-o/).
pub mod prov {
    terms! {
        "prov" "http://www.w3.org/ns/prov#"
        WAS_ATTRIBUTED_TO = "wasAttributedTo",
        WAS_REVISION_OF = "wasRevisionOf",
        ALTERNATE_OF = "alternateOf",
    }
}

/// [The Organization Ontology](https://www.w3.org/TR/vocab-org/).
pub mod org {
    terms! {
        "org" "http://www.w3.org/ns/org#"
        POST = "Post",
        HOLDS = "holds",
        POST_IN = "postIn",
        MEMBER = "member",
        ORGANIZATION = "organization",
    }
}

/// [SKOS](https://www.w3.org/TR/skos-reference/).
pub mod skos {
    terms! {
        "skos" "http://www.w3.org/2004/02/skos/core#"
        CONCEPT = "Concept",
        PREF_LABEL = "prefLabel",
        ALT_LABEL = "altLabel",
        BROADER = "broader",
        IN_SCHEME = "inScheme",
        NOTATION = "notation",
        NOTE = "note",
        SCOPE_NOTE = "scopeNote",
        DEFINITION = "definition",
        EXACT_MATCH = "exactMatch",
        CLOSE_MATCH = "closeMatch",
        BROAD_MATCH = "broadMatch",
        NARROW_MATCH = "narrowMatch",
        RELATED_MATCH = "relatedMatch",
    }
}

/// [Dublin Core terms](https://www.dublincore.org/specifications/dublin-core/dcmi-terms/).
pub mod dcterms {
    terms! {
        "dcterms" "http://purl.org/dc/terms/"
        TITLE = "title",
        SOURCE = "source",
        PUBLISHER = "publisher",
        ISSUED = "issued",
        LANGUAGE = "language",
        TEMPORAL = "temporal",
    }
}

/// [OWL 2](https://www.w3.org/TR/owl2-syntax/).
pub mod owl {
    terms! {
        "owl" "http://www.w3.org/2002/07/owl#"
        SAME_AS = "sameAs",
        VERSION_INFO = "versionInfo",
    }
}

/// [Simple Event Model](https://semanticweb.cs.vu.nl/2009/11/sem/).
pub mod sem {
    terms! {
        "sem" "http://semanticweb.cs.vu.nl/2009/11/sem/"
        HAS_EARLIEST_BEGIN_TIME_STAMP = "hasEarliestBeginTimeStamp",
        HAS_LATEST_END_TIME_STAMP = "hasLatestEndTimeStamp",
    }
}

/// [schema.org](https://schema.org/), with `https`.
pub mod schema {
    terms! {
        "schema" "https://schema.org/"
        PLACE = "Place",
        PROPERTY_VALUE = "PropertyValue",
        NAME = "name",
        VALUE = "value",
        MIN_VALUE = "minValue",
        MAX_VALUE = "maxValue",
        UNIT_TEXT = "unitText",
        EVENT_STATUS = "eventStatus",
    }
}
