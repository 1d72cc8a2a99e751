//! Classes and kinds of act, with their superclasses.

use foldhash::HashMap;
use oxigraph::model::NamedNodeRef;

use super::links::{Closure, Links, Nodes};
use super::statements::{DerivedGraph, Node, Statements};
use crate::vocab::bil::{class, derived};
use crate::vocab::w3c::{rdf, rdfs};

/// All classes.
pub struct Classes<'a> {
    /// Everything used as a class.
    all: Nodes<'a>,
    broader: Closure<'a>,
    /// The asserted classes of a node.
    types: Links<'a>,
    /// bil:Act and all classes below it.
    of_acts: Nodes<'a>,
}

impl<'a> Classes<'a> {
    pub fn of(statements: &Statements<'a>) -> Self {
        let above = || statements.links(rdfs::SUB_CLASS_OF);
        let ends = above().flat_map(|(class, above)| [class, above]);
        let used = statements.links(rdf::TYPE).map(|(_, class)| class);
        let broader = Links::of(above());
        Self {
            all: ends.chain(used).collect(),
            of_acts: broader.reversed().reach([class::ACT.into()]),
            broader: Closure::of(&broader),
            types: Links::of(statements.links(rdf::TYPE)),
        }
    }

    /// Every node with a class, with its classes.
    pub fn typed(&self) -> impl Iterator<Item = (Node<'a>, &[Node<'a>])> {
        let nodes = self.types.sources().iter();
        nodes.map(|node| (*node, self.types.targets(*node)))
    }

    /// Whether a node is an instance of one of some classes or their subclasses.
    pub fn is_any_of(&self, node: Node<'a>, wanted: &[NamedNodeRef<'_>]) -> bool {
        let classes = self.types.targets(node).iter();
        let mut all = classes.flat_map(|class| self.broader.or_above(class));
        all.any(|class| wanted.iter().any(|wanted| *class == (*wanted).into()))
    }

    /// Whether a node has exactly this class.
    pub fn has(&self, node: Node<'a>, class: NamedNodeRef<'_>) -> bool {
        self.types.targets(node).contains(&class.into())
    }

    /// Every act, with its kinds: `bil:Act` itself is not a kind.
    pub fn acts(&self) -> impl Iterator<Item = (Node<'a>, Vec<Node<'a>>)> {
        let is_kind = |class: &Node<'a>| self.of_acts.contains(*class);
        self.typed().filter_map(move |(node, classes)| {
            let kinds: Vec<Node<'a>> = classes.iter().copied().filter(is_kind).collect();
            (!kinds.is_empty()).then_some((node, kinds))
        })
    }

    /// Whether a class is equal to another or below it.
    pub fn is_below(&self, class: &Node<'a>, other: NamedNodeRef<'_>) -> bool {
        self.broader.or_above(class).contains(&other.into())
    }

    pub fn write(&self, graph: &mut DerivedGraph) {
        for class in self.all.ordered() {
            let broader = self.broader.or_above(class).iter().copied();
            graph.add_all(*class, derived::CLASS_OR_BROADER, broader);
        }
        // Kinds are few, so each is computed once.
        let mut of_kind: HashMap<Node<'a>, Vec<Node<'a>>> = HashMap::default();
        for (act, kinds) in self.acts() {
            let mut all = Nodes::default();
            for kind in kinds {
                let broader = of_kind
                    .entry(kind)
                    .or_insert_with(|| self.kind_or_broader(kind));
                for class in broader {
                    all.add(*class);
                }
            }
            graph.add_all(act, derived::KIND_OR_BROADER, all.into_ordered());
        }
    }

    fn kind_or_broader(&self, kind: Node<'a>) -> Vec<Node<'a>> {
        let broader = self.broader.or_above(&kind).iter().copied();
        broader
            .filter(|class| self.of_acts.contains(*class))
            .collect()
    }
}

/// The numbers of a property, such as `bil:strength`, which says how binding each kind of commitment is.
pub fn numbers<'a>(
    property: NamedNodeRef<'static>,
    statements: &Statements<'a>,
) -> HashMap<Node<'a>, f64> {
    let literals = statements.literals(property);
    let numbers =
        literals.filter_map(|(kind, literal)| Some((kind, literal.value().parse().ok()?)));
    numbers.collect()
}
