//! The actors, targets and speaker of an act.

use oxigraph::model::NamedNode;

use super::field_resolver::FieldResolver;
use crate::diagnostic::Code;
use crate::model::{ActKind, EntityKind, MaybeInferred, SheetEvent, SheetSide};
use crate::vocab::bil;

/// The word for both sides together.
const BOTH: &str = "both";

/// Resolves the parties of one act.
pub struct Parties<'a> {
    /// The kind of the act, if it is known.
    pub kind: Option<&'a ActKind>,
    pub resolver: FieldResolver<'a>,
    /// The event at which the act was made.
    pub event: Option<&'a SheetEvent>,
    /// The issuers of the readout.
    pub issuers: &'a [NamedNode],
}

impl<'a> Parties<'a> {
    /// The actors: as typed, or the issuers.
    pub fn by(&mut self) -> MaybeInferred<Vec<NamedNode>> {
        let fields = self.resolver.fields;
        let actors = if matches!(fields.list("by"), [word] if word.value == BOTH) {
            self.both_sides()
        } else if fields.has("by") {
            self.resolver.names("by", EntityKind::ACTORS)
        } else {
            self.issuers.to_vec()
        };
        self.resolver.maybe_inferred("by", actors)
    }

    fn both_sides(&mut self) -> Vec<NamedNode> {
        let sides = self.event.map_or(&[][..], |event| &event.sides);
        if sides.len() < 2 {
            let message = "`both` needs an event with two sides";
            self.resolver
                .refuse("by", Code::UnknownName, message)
                .help("add an [[event]]; without `sides` it has those of dossier.toml");
        }
        sides.iter().map(|side| side.actor.clone()).collect()
    }

    /// The targets: as typed, or the other side of the event where one side does an act that is aimed at it by its kind.
    /// A target that follows from an inferred actor is inferred for the same reason.
    pub fn to(&mut self, by: &MaybeInferred<Vec<NamedNode>>) -> MaybeInferred<Vec<NamedNode>> {
        if self.resolver.fields.has("to") {
            let targets = self.resolver.names("to", EntityKind::ACTORS);
            self.require_others(&by.value);
            self.require_target(&by.value, &targets);
            return self.resolver.maybe_inferred("to", targets);
        }
        let side = self
            .side_of_only(&by.value)
            .filter(|_| self.aims_at_other_side());
        let targets: Vec<NamedNode> = match (self.event, side) {
            (Some(event), Some(side)) => {
                let actors = event.sides.iter().map(|side| &side.actor);
                let others = actors.filter(|actor| **actor != side.actor);
                others.cloned().collect()
            }
            _ => Vec::new(),
        };
        self.require_target(&by.value, &targets);
        MaybeInferred {
            inference: by.inference.clone().filter(|_| !targets.is_empty()),
            value: targets,
        }
    }

    /// Whether acts of this kind are aimed at the other side unless the sheet says otherwise: a remark made in its
    /// presence is not.
    fn aims_at_other_side(&self) -> bool {
        let groups = [bil::class::ASK, bil::class::ANSWER, bil::class::COMMITMENT];
        self.kind.is_some_and(|kind| {
            groups.contains(&kind.group.as_ref()) || kind.iri == bil::class::APPRECIATION
        })
    }

    /// Refuses an Ask that is aimed at no one, and an agreement of one side with none.
    fn require_target(&mut self, actors: &[NamedNode], targets: &[NamedNode]) {
        let fields = self.resolver.fields;
        // A name that could not be resolved is another mistake.
        let is_typed = !fields.list("to").is_empty();
        let Some(kind) = self.kind.filter(|_| targets.is_empty() && !is_typed) else {
            return;
        };
        let name = kind.name();
        let (message, help) = if kind.group == bil::class::ASK {
            let message = format!("the {} has no target: whom?", name.to_lowercase());
            (message, "name the target in `to`")
        } else if kind.iri == bil::class::AGREEMENT && actors.len() == 1 {
            let message = "an agreement needs two sides, but has one".to_owned();
            (message, "name all sides in `by`, such as by = \"both\"")
        } else {
            return;
        };
        let place = if fields.has("to") { "to" } else { "kind" };
        self.resolver
            .refuse(place, Code::TargetMissing, message)
            .help(help);
    }

    /// The speaker: as typed, or the only person on the side of a single actor.
    pub fn speaker(
        &mut self,
        by: &MaybeInferred<Vec<NamedNode>>,
        is_text: bool,
    ) -> Option<MaybeInferred<NamedNode>> {
        if self.resolver.fields.has("speaker") {
            return self.resolver.inferable_name("speaker", EntityKind::PEOPLE);
        }
        if by.is_inferred() || is_text {
            return None;
        }
        match self.side_of_only(&by.value)?.participants.as_slice() {
            [only] => Some(MaybeInferred::asserted(only.who.clone())),
            _ => None,
        }
    }

    /// The side of the event to which a single actor belongs: as the side itself, or as a participant.
    fn side_of_only(&self, actors: &[NamedNode]) -> Option<&'a SheetSide> {
        let [actor] = actors else { return None };
        let belongs = |side: &&SheetSide| {
            let mut participants = side.participants.iter();
            side.actor == *actor || participants.any(|participant| participant.who == *actor)
        };
        self.event?.sides.iter().find(belongs)
    }

    /// Refuses a target that is its own actor.
    fn require_others(&mut self, actors: &[NamedNode]) {
        for name in self.resolver.fields.list("to") {
            let target = self.resolver.index.resolve(&name.value, EntityKind::ACTORS);
            if target.is_ok_and(|target| actors.contains(&target)) {
                let message = format!("`{}` is both actor and target of this act", name.value);
                let help = "name the other side, or write `to = []` for an act without a target";
                self.resolver
                    .findings
                    .error(Code::WrongParty, &name.range, message)
                    .help(help);
            }
        }
    }
}
