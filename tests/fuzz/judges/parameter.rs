//! Any value for a parameter of any kind, and any text of a query around it: a value is refused, or it is one term.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex};

use bilateral::diagnostic::SourceText;
use bilateral::model::InferencePolicy;
use bilateral::model::NameIndex;
use bilateral::query::{NamedQuery, ParameterKind, substitute};
use bilateral::source::{Answer, Source, SourceError};
use bilateral::{dossier, load};
use oxigraph::model::{GraphName, Literal, NamedNode, Quad, Term};
use oxigraph::store::Store;

/// What stands between the kind or query and the value.
const BETWEEN: &str = "\n---\n";
/// What stands before and behind the value: had it more than its place, one of them would be another.
const BEFORE: &str = "SELECT ?x ?guard { VALUES ?x { ";
const BEHIND: &str = " } BIND(\"kept\" AS ?guard) }";

static NAMES: LazyLock<NameIndex> = LazyLock::new(|| {
    let dossiers = [dossier::built_in().unwrap()];
    load::load(&dossiers, InferencePolicy::All)
        .unwrap()
        .name_index
});
static EMPTY: LazyLock<Source> = LazyLock::new(|| Source::local([]).unwrap());
/// For one term at a time.
static STORE: LazyLock<Mutex<Store>> = LazyLock::new(|| Mutex::new(Store::new().unwrap()));

pub(crate) fn judge(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (first, value) = text.split_once(BETWEEN).unwrap_or(("text", &text));
    if let Some(kind) = ParameterKind::from_word(first) {
        bound(kind, value);
    } else {
        for term in terms(value) {
            in_place(first, &term);
        }
    }
    for term in terms(value) {
        assert_one_term(&substituted(&guarded(), &term), &term);
    }
}

fn guarded() -> String {
    [BEFORE, "UNDEF", BEHIND].concat()
}

fn substituted(query: &str, term: &Term) -> String {
    substitute(query, &BTreeMap::from([("x", vec![term.clone()])]))
}

/// A value of a kind: what is not refused is one term.
fn bound(kind: ParameterKind, value: &str) {
    let query = format!("# param: x ({kind}, a value)\n{}", guarded());
    let query = NamedQuery::read(Arc::new(SourceText::new("x.rq", query))).unwrap();
    let given = [("x".to_owned(), value.to_owned())];
    let Ok(bound) = query.bind(&given, &NAMES) else {
        return;
    };
    let (_, bound) = bound.text().split_once('\n').unwrap();
    let term = bound.strip_prefix(BEFORE).unwrap();
    let term: Term = term.strip_suffix(BEHIND).unwrap().parse().unwrap();
    if kind == ParameterKind::Text {
        assert_eq!(term, Literal::new_simple_literal(value).into());
    }
    assert_one_term(bound, &term);
}

/// What somebody might make of a value.
fn terms(value: &str) -> Vec<Term> {
    let mut terms: Vec<Term> = vec![
        Literal::new_simple_literal(value).into(),
        Literal::new_language_tagged_literal_unchecked(value, "en-gb").into(),
    ];
    if let Ok(iri) = NamedNode::new(value) {
        terms.push(Literal::new_typed_literal(value, iri.clone()).into());
        terms.push(iri.into());
    }
    terms
}

/// The query answers with this term alone, and everything around it stands as it stood.
fn assert_one_term(query: &str, term: &Term) {
    let answer = EMPTY.run(query);
    let Ok(Answer::Solutions(rows)) = answer else {
        assert!(
            matches!(answer, Err(SourceError::TooLong { .. })),
            "{query}"
        );
        return;
    };
    let rows: Vec<_> = rows.map(Result::unwrap).collect();
    let [row] = rows.as_slice() else {
        panic!("{} rows: {query}", rows.len())
    };
    assert_eq!(row.get("x"), Some(&indexed(term)), "{query}");
    let kept = Literal::new_simple_literal("kept").into();
    assert_eq!(row.get("guard"), Some(&kept), "{query}");
}

/// A term as a store gives it back: numbers and dates in their usual form.
fn indexed(term: &Term) -> Term {
    let store = STORE.lock().unwrap();
    store.clear().unwrap();
    let name = NamedNode::new_unchecked("urn:x");
    let quad = Quad::new(name.clone(), name, term.clone(), GraphName::DefaultGraph);
    store.insert(&quad).unwrap();
    store.iter().next().unwrap().unwrap().object
}

/// A text that is a query stays one, whatever is put into its slots; strings and comments have none.
fn in_place(query: &str, term: &Term) {
    let reads = |query: &str| EMPTY.run(query);
    if reads(query).is_err() {
        return;
    }
    let filled = substituted(query, term);
    if let Err(SourceError::Syntax(mistake)) = reads(&filled) {
        panic!("{mistake:?}: {filled}");
    }
}
