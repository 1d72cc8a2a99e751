//! Where SPARQL is answered: the graph as an index that queries can be put to.
//!
//! *Takes* quads and the text of queries. *Gives* an [`Answer`], found while it is read, or a
//! [`SourceError`] that says in our words what is wrong with the query, and where.
//! *Never* changes the graph, never fetches anything, and is the only room that knows Oxigraph's store.

mod advice;
mod answer;
mod bounds;
mod error;
mod finding;
mod limits;
mod mistake;
mod parser_place;
pub(crate) mod token;
mod unexpected;

use oxigraph::model::Quad;
use oxigraph::sparql::{PreparedSparqlQuery, QueryResults, SparqlEvaluator, SparqlSyntaxError};
use oxigraph::store::Store;

pub use answer::{Answer, Row, Solutions, Triples};
pub use error::SourceError;
pub use limits::{Cancel, Limits};
pub use mistake::Mistake;

use crate::vocab::PREFIXES;

/// What answers SPARQL.
#[non_exhaustive]
pub enum Source {
    /// An index in memory of quads read from files.
    Local(Local),
}

/// An index in memory.
pub struct Local(Store);

impl Source {
    /// Indexes quads in memory.
    ///
    /// # Errors
    /// [`SourceError::Index`] where the store refuses them.
    pub fn local(quads: impl IntoIterator<Item = Quad>) -> Result<Self, SourceError> {
        let store = Store::new().map_err(SourceError::Index)?;
        // In one transaction: faster than one by one, and than the bulk loader, which is made for disks.
        store.extend(quads).map_err(SourceError::Index)?;
        Ok(Self::Local(Local(store)))
    }

    /// Puts a query. The standard prefixes are declared; the default graph is the union of all graphs,
    /// unless the query names its own with `FROM`.
    ///
    /// # Errors
    /// [`SourceError::Syntax`] where the text is no query, one of the `TooLong`, `TooDeep` and
    /// `TooIntricate` where it is not safe to read, [`SourceError::ServiceRefused`] where it asks another
    /// service, [`SourceError::Cancelled`] and [`SourceError::Evaluation`] where it was broken off or
    /// failed. The last two can also come later, instead of a row.
    pub fn run(&self, sparql: &str, limits: &Limits) -> Result<Answer, SourceError> {
        let Self::Local(local) = self;
        bounds::check(sparql)?;
        let query = read(sparql, limits).map_err(|_| mistake::find(sparql))?;
        refuse_service(sparql)?;
        let results = over_union(query).on_store(&local.0).execute()?;
        Ok(answer(results, limits.cancel.clone()))
    }

    /// Puts a `SELECT` and hands each row on; the answer to any other query has none.
    ///
    /// # Errors
    /// Those of [`run`](Self::run).
    pub fn each_row(
        &self,
        sparql: &str,
        limits: &Limits,
        mut row: impl FnMut(&Row),
    ) -> Result<(), SourceError> {
        if let Answer::Solutions(solutions) = self.run(sparql, limits)? {
            for solution in solutions {
                row(&solution?);
            }
        }
        Ok(())
    }
}

/// The answer in our types; every step of it looks whether the run was cancelled.
fn answer(results: QueryResults<'static>, cancel: Cancel) -> Answer {
    match results {
        QueryResults::Boolean(answer) => Answer::Boolean(answer),
        QueryResults::Solutions(solutions) => {
            let variables = solutions.variables().to_vec();
            let rows = solutions.map(move |row| cancel.watch(row).map(Row::from));
            Answer::Solutions(Solutions::new(variables, rows))
        }
        QueryResults::Graph(triples) => Answer::Graph(Triples::new(
            triples.map(move |triple| cancel.watch(triple)),
        )),
    }
}

/// Reads a query as Oxigraph does.
fn read(sparql: &str, limits: &Limits) -> Result<PreparedSparqlQuery, SparqlSyntaxError> {
    evaluator()
        .with_cancellation_token(limits.cancel.token())
        .parse_query(sparql)
}

/// An evaluator for which the standard prefixes are declared.
fn evaluator() -> SparqlEvaluator {
    PREFIXES
        .iter()
        .fold(SparqlEvaluator::new(), |evaluator, prefix| {
            // Every IRI of the table is absolute, so none is refused; a test says so.
            evaluator
                .clone()
                .with_prefix(prefix.name, prefix.iri)
                .unwrap_or(evaluator)
        })
}

/// Makes the union of all graphs the default graph. Where the query has a `FROM`, that would override it.
fn over_union(mut query: PreparedSparqlQuery) -> PreparedSparqlQuery {
    if query.dataset().is_default_dataset() {
        query.dataset_mut().set_default_graph_as_union();
    }
    query
}

/// Refuses `SERVICE` before the first row, and `SERVICE SILENT`, which the evaluator would pass over.
///
/// In a text that is a query, this word can only be the keyword.
fn refuse_service(sparql: &str) -> Result<(), SourceError> {
    match token::tokens(sparql).find(|token| token.is_word("SERVICE")) {
        Some(service) => Err(SourceError::ServiceRefused {
            at: Some(service.range()),
        }),
        None => Ok(()),
    }
}
