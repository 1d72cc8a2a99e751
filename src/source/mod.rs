//! SPARQL over the graph.
//!
//! *Takes* quads and the texts of queries. *Returns* an [`Answer`], computed while it is read, or a [`SourceError`]
//! that says what is wrong with the query, and where.
//! *Never* changes the graph or fetches anything. Only this module uses Oxigraph's store.

mod answer;
mod bounds;
mod cancel;
mod cells;
mod error;
mod help;
mod mistake;
mod order;
mod parser;
pub(crate) mod token;

use oxigraph::model::Quad;
use oxigraph::sparql::{PreparedSparqlQuery, QueryResults};
use oxigraph::store::Store;

pub use answer::{Answer, Row, Solutions, Triples};
pub use cancel::Cancel;
pub use cells::link;
pub use error::SourceError;
pub use mistake::Mistake;

/// A graph, indexed in memory, that answers SPARQL.
pub struct Source {
    store: Store,
    cancel: Cancel,
}

impl Source {
    /// Indexes quads in memory.
    ///
    /// # Errors
    /// [`SourceError::Index`] if the store refuses the quads.
    pub fn local(quads: impl IntoIterator<Item = Quad>) -> Result<Self, SourceError> {
        let store = Store::new().map_err(SourceError::Index)?;
        // One transaction is faster than one for each quad, and than the bulk loader, which is made for disks.
        store.extend(quads).map_err(SourceError::Index)?;
        Ok(Self {
            store,
            cancel: Cancel::default(),
        })
    }

    /// The same source, with queries that `cancel` ends from another thread.
    #[must_use]
    pub fn with_cancel(self, cancel: Cancel) -> Self {
        Self { cancel, ..self }
    }

    /// Runs a query. The standard prefixes are declared; the default graph is the union of all graphs,
    /// unless the query names its own with `FROM`.
    ///
    /// # Errors
    /// [`SourceError::Syntax`] if the text is not a query; [`SourceError::TooLong`], [`SourceError::TooDeep`] or
    /// [`SourceError::TooIntricate`] if it is not safe to parse; [`SourceError::ServiceRefused`] if it calls another
    /// service; [`SourceError::Cancelled`] and [`SourceError::Evaluation`] if it is cancelled or fails. The last two
    /// can also occur later, instead of a row.
    pub fn run(&self, sparql: &str) -> Result<Answer, SourceError> {
        bounds::check(sparql)?;
        let query = parser::parse(sparql, self.cancel.token())
            .map_err(|_| SourceError::Syntax(Box::new(mistake::find(sparql))))?;
        refuse_service(sparql)?;
        let results = over_union(query).on_store(&self.store).execute()?;
        Ok(match answer(results, self.cancel.clone()) {
            Answer::Solutions(rows) => Answer::Solutions(order::by_first_mention(rows, sparql)),
            other => other,
        })
    }

    /// Runs a `SELECT` and calls `each` with every row; the answer to any other query has no rows.
    ///
    /// # Errors
    /// Those of [`run`](Self::run).
    pub fn each_row(&self, sparql: &str, mut each: impl FnMut(&Row)) -> Result<(), SourceError> {
        if let Answer::Solutions(solutions) = self.run(sparql)? {
            for solution in solutions {
                each(&solution?);
            }
        }
        Ok(())
    }
}

/// The answer in the types of this module; each step checks for cancellation.
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

/// Makes the union of all graphs the default graph, unless the query names its own with `FROM`.
fn over_union(mut query: PreparedSparqlQuery) -> PreparedSparqlQuery {
    if query.dataset().is_default_dataset() {
        query.dataset_mut().set_default_graph_as_union();
    }
    query
}

/// Refuses `SERVICE` before the first row, and `SERVICE SILENT`, which the evaluator would ignore. In the text of a
/// query, this word can only be the keyword.
fn refuse_service(sparql: &str) -> Result<(), SourceError> {
    match token::tokens(sparql).find(|token| token.is_word("SERVICE")) {
        Some(service) => Err(SourceError::ServiceRefused {
            at: Some(service.range()),
        }),
        None => Ok(()),
    }
}
