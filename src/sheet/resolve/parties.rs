//! The actors, targets and speaker of an act.

use oxigraph::model::NamedNode;

use super::field_resolver::FieldResolver;
use crate::diagnostic::Code;
use crate::model::{EntityKind, Event, MaybeInferred, Side};

/// The word for both sides together.
const BOTH: &str = "both";

/// Resolves the parties of one act.
pub struct Parties<'a> {
    pub resolver: FieldResolver<'a>,
    /// The event at which the act was made.
    pub event: Option<&'a Event>,
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

    /// The targets: as typed, or the other side of the event where one side acts alone. A target that follows from an
    /// inferred actor is inferred for the same reason.
    pub fn to(&mut self, by: &MaybeInferred<Vec<NamedNode>>) -> MaybeInferred<Vec<NamedNode>> {
        if self.resolver.fields.has("to") {
            let targets = self.resolver.names("to", EntityKind::ACTORS);
            self.require_others(&by.value, &targets);
            return self.resolver.maybe_inferred("to", targets);
        }
        let targets = match (self.event, self.side_of_only(&by.value)) {
            (Some(event), Some(side)) => {
                let actors = event.sides.iter().map(|side| &side.actor);
                let others = actors.filter(|actor| **actor != side.actor);
                others.cloned().collect()
            }
            _ => Vec::new(),
        };
        MaybeInferred {
            inference: by.inference.clone().filter(|_| !targets.is_empty()),
            value: targets,
        }
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
    fn side_of_only(&self, actors: &[NamedNode]) -> Option<&'a Side> {
        let [actor] = actors else { return None };
        let belongs = |side: &&Side| {
            let mut participants = side.participants.iter();
            side.actor == *actor || participants.any(|participant| participant.who == *actor)
        };
        self.event?.sides.iter().find(belongs)
    }

    /// Refuses targets of a joint act, and a target that is its own actor.
    fn require_others(&mut self, actors: &[NamedNode], targets: &[NamedNode]) {
        if actors.len() > 1 && !targets.is_empty() {
            let message = "a joint act has no `to`: `by` names several actors";
            let help = "remove `to`, and name in `about` whom it concerns; or write one act for each actor";
            self.resolver
                .refuse("to", Code::WrongParty, message)
                .help(help);
            return;
        }
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
