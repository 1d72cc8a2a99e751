//! The formats by name, and the title of what is written.

/// A format for exporting networks to other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ExchangeFormat {
    /// [GraphML](http://graphml.graphdrawing.org/specification.html), which nearly all network programs read.
    GraphMl,
    /// [GEXF 1.3](https://gexf.net/schema.html), Gephi's format, with the time of each edge.
    Gexf,
    /// Node-link JSON, as
    /// [networkx](https://networkx.org/documentation/stable/reference/readwrite/json_graph.html) and D3 read it.
    NodeLink,
    /// The nodes as [CSV](https://www.rfc-editor.org/rfc/rfc4180).
    NodeList,
    /// The edges as CSV.
    EdgeList,
}

impl ExchangeFormat {
    /// Every format, in the order of lists.
    pub const ALL: [Self; 5] = [
        Self::GraphMl,
        Self::Gexf,
        Self::NodeLink,
        Self::NodeList,
        Self::EdgeList,
    ];

    /// Its name for people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::GraphMl => "GraphML",
            Self::Gexf => "GEXF",
            Self::NodeLink => "node-link JSON",
            Self::NodeList => "CSV of nodes",
            Self::EdgeList => "CSV of edges",
        }
    }

    /// The file extension, without a dot, and other names, in lower case.
    #[must_use]
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::GraphMl => &["graphml", "application/graphml+xml"],
            Self::Gexf => &["gexf", "application/gexf+xml"],
            Self::NodeLink => &["json", "application/json"],
            Self::NodeList => &["nodes.csv"],
            Self::EdgeList => &["edges.csv"],
        }
    }
}

/// The title and description of a network.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Its title.
    pub title: String,
    /// Sentences that explain it.
    pub caption: Vec<String>,
}
