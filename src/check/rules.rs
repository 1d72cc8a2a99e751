//! Runs the rules, in parallel: no rule needs another.

use std::cmp::Reverse;
use std::collections::HashSet;

use oxigraph::model::{NamedOrBlankNode, Quad, Term, TermRef};
use rayon::prelude::*;

use super::graph_finding::GraphFinding;
use super::rule::{Rule, RuleScope};
use super::wording::filled;
use crate::derive::derive;
use crate::diagnostic::{Code, Finding, Place};
use crate::load::{LoadReport, is_of_ontology};
use crate::source::{Answer, Cancel, Row, Source, SourceError};
use crate::vocab::bil::derived::COUNTS_AS;

/// The maximum number of rows of one rule: a rule with more is wrong, and memory is finite.
const MOST_ROWS: usize = 500_000;
/// The part of the graph that rules about files need has an index of its own if it is at most this fraction of the quads.
const WORTH_AN_INDEX: usize = 4;

/// The graphs on which rules are run: the whole graph, and the part of it that is about RDF files.
pub struct Sources {
    graph: Source,
    /// `None` if that part is most of the graph, and not worth an index of its own.
    files: Option<Source>,
    /// The subjects of the RDF files. Of other nodes that they name, the part has too few statements for a finding.
    subjects: HashSet<NamedOrBlankNode>,
    /// Statements in the graph, without the ontology.
    pub statements: usize,
    /// Acts that count as an act of another text.
    pub second_reports: usize,
}

impl Sources {
    /// Indexes the quads of a report, and takes them out of it.
    ///
    /// # Errors
    /// [`SourceError::Index`] where the store refuses them.
    pub fn of(report: &mut LoadReport<'_>, cancel: &Cancel) -> Result<Self, SourceError> {
        let [of_files, _] = report.by_origin();
        let subjects = of_files.iter().map(|quad| quad.subject.clone()).collect();
        let part = report.about_files();
        let is_worth_it = part.len() * WORTH_AN_INDEX <= report.quads.len();
        let part = is_worth_it.then(|| part.into_iter().cloned().collect::<Vec<_>>());
        let quads = report.take_quads();
        let derived = derive(&quads);
        let second_reports = derived.iter().filter(|quad| {
            let is_itself = TermRef::from(quad.subject.as_ref()) == quad.object.as_ref();
            quad.predicate == COUNTS_AS && !is_itself
        });
        let index = |quads: Vec<Quad>, derived: Vec<Quad>| {
            let source = Source::local(quads.into_iter().chain(derived))?;
            Ok::<Source, SourceError>(source.with_cancel(cancel.clone()))
        };
        let files = part.map(|part| {
            let derived = derive(&part);
            index(part, derived)
        });
        Ok(Self {
            statements: quads.iter().filter(|quad| !is_of_ontology(quad)).count(),
            second_reports: second_reports.count(),
            graph: index(quads, derived)?,
            files: files.transpose()?,
            subjects,
        })
    }

    fn of_scope(&self, scope: RuleScope) -> &Source {
        match (scope, &self.files) {
            (RuleScope::Files, Some(files)) => files,
            _ => &self.graph,
        }
    }

    /// Whether a rule of a scope may report a node.
    fn may_report(&self, scope: RuleScope, node: &NamedOrBlankNode) -> bool {
        scope == RuleScope::Graph || self.subjects.contains(node)
    }
}

/// The findings of one rule, or a finding about the rule itself.
type Outcome = Result<Vec<GraphFinding>, Finding>;

/// The findings of all rules in their order, and what is wrong with rules.
///
/// # Errors
/// If a rule was cancelled, or failed.
pub fn run(
    rules: &[Rule],
    sources: &Sources,
) -> Result<(Vec<GraphFinding>, Vec<Finding>), SourceError> {
    let mut queue: Vec<(usize, &Rule)> = rules.iter().enumerate().collect();
    // Long rules take long: one that begins last would run alone at the end.
    queue.sort_by_key(|(_, rule)| Reverse(rule.source.text().len()));
    let outcomes = queue.into_par_iter().with_max_len(1);
    let mut outcomes: Vec<(usize, Result<Outcome, SourceError>)> = outcomes
        .map(|(number, rule)| (number, of_rule(rule, sources)))
        .collect();
    outcomes.sort_by_key(|(number, _)| *number);
    let (mut found, mut mistakes) = (Vec::new(), Vec::new());
    for (_, outcome) in outcomes {
        match outcome? {
            Ok(of_rule) => found.extend(of_rule),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    Ok((found, mistakes))
}

fn of_rule(rule: &Rule, sources: &Sources) -> Result<Outcome, SourceError> {
    let answer = match sources.of_scope(rule.scope).run(rule.source.text()) {
        Ok(answer) => answer,
        Err(error) => {
            return match error.diagnostic(&rule.source) {
                Some(mistake) => Ok(Err(mistake)),
                None => Err(error),
            };
        }
    };
    let Answer::Solutions(rows) = answer else {
        return Ok(Err(no_rule(rule, "a rule is a SELECT")));
    };
    let mut variables = rows.variables().iter();
    if variables.all(|variable| variable.as_str() != "this") {
        let message = "a rule selects ?this, the node at fault";
        return Ok(Err(no_rule(rule, message)));
    }
    let mut found = Vec::new();
    for row in rows {
        if found.len() == MOST_ROWS {
            let message = format!("this rule has more than {MOST_ROWS} findings");
            return Ok(Err(no_rule(rule, &message)));
        }
        match of_row(rule, &row?) {
            Some(finding) if sources.may_report(rule.scope, &finding.subject) => {
                found.push(finding);
            }
            Some(_) => {}
            None => return Ok(Err(no_rule(rule, "?this must be an IRI or a blank node"))),
        }
    }
    Ok(Ok(found))
}

fn no_rule(rule: &Rule, message: &str) -> Finding {
    let place = Place::file(rule.source.name());
    Finding::new(Code::RuleForm, place, message).hint("select ?this, and ?path and ?value if known")
}

fn of_row(rule: &Rule, row: &Row) -> Option<GraphFinding> {
    let subject = match row.get("this")? {
        Term::NamedNode(node) => NamedOrBlankNode::from(node.clone()),
        Term::BlankNode(node) => node.clone().into(),
        Term::Literal(_) => return None,
    };
    let finding = Finding {
        severity: rule.severity,
        ..Finding::unplaced(rule.code.clone(), filled(&rule.problem, row))
    };
    Some(GraphFinding {
        finding: finding.hint(filled(&rule.help, row)),
        subject,
        property: row.node("path").cloned(),
        value: row.get("value").cloned(),
    })
}
