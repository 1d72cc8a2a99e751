//! Pages on their way out: in which style, and about which thing.

use std::borrow::Cow;

use oxigraph::model::NamedNode;

use super::dossiers::Loaded;
use super::failure::UsageError;
use super::format;
use super::options::{OutputArgs, PageArgs, SpanArgs};
use super::output;
use super::terminal::Terminal;
use crate::document::{Document, Style};
use crate::model::{EntityKind, NameError};
use crate::network::Network;
use crate::records::Records;
use crate::report::Span;
use crate::vocab::{Namespace, expand};

/// The style that was typed, or that the file's extension tells; else plain text.
pub fn style(arguments: &PageArgs) -> Result<Style, UsageError> {
    let path = arguments.output.output.as_deref();
    let formats: &[(Style, &[&str])] = &[
        (Style::Plain, &["txt", "text", "text/plain"]),
        (Style::Markdown, &["md", "markdown", "text/markdown"]),
    ];
    format::choose(arguments.format.as_deref(), path, formats)
}

/// The span of time that was typed.
pub fn span(arguments: SpanArgs) -> Span {
    Span {
        since: arguments.since,
        until: arguments.until,
    }
}

/// Writes a page where the user wants it; where there is none, says why.
pub fn write(
    page: Option<Document>,
    style: Style,
    output: &OutputArgs,
    none: impl FnOnce() -> String,
) -> anyhow::Result<()> {
    if let Some(page) = page {
        let text = page.render(style);
        return output::write_all(output.output.as_deref(), text.as_bytes());
    }
    Terminal::note(&format!("0 results: {}", none()));
    Ok(())
}

/// The thing that a name stands for, or else the node of a network of which nothing is told.
pub fn node(
    name: &str,
    loaded: &Loaded,
    records: &Records,
    network: &Network,
) -> anyhow::Result<NamedNode> {
    thing(name, loaded, records).or_else(|unknown| {
        let mut nodes = candidates(name).into_iter();
        nodes.find(|node| network.contains(node)).ok_or(unknown)
    })
}

/// The thing that a name stands for: one of those with a name, or else an act, a readout, a class or a kind.
pub fn thing(name: &str, loaded: &Loaded, records: &Records) -> anyhow::Result<NamedNode> {
    let unknown = match loaded.name_index.resolve_loosely(name, EntityKind::ALL) {
        Ok(thing) => return Ok(thing),
        Err(error @ NameError::Unknown { .. }) => error,
        Err(error) => return Err(error.into()),
    };
    let is_subject = |node: &NamedNode| {
        let id = records.id(node.as_ref());
        id.is_some_and(|id| records.statements(id).next().is_some())
    };
    let known = candidates(name).into_iter().find(is_subject);
    known.ok_or_else(|| unknown.into())
}

fn candidates(name: &str) -> Vec<NamedNode> {
    let absolute = expand(name).map(Cow::into_owned);
    let iris = match absolute {
        Some(iri) => vec![iri],
        None if name.contains("://") => vec![name.trim_matches(['<', '>']).to_owned()],
        None => [Namespace::Act, Namespace::Readout, Namespace::Ontology]
            .map(|namespace| [namespace.iri(), name].concat())
            .to_vec(),
    };
    let nodes = iris.into_iter().map(NamedNode::new);
    nodes.filter_map(Result::ok).collect()
}
