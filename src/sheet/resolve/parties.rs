//! The doers, targets and speaker of an act.

use crate::diagnostic::Code;
use oxigraph::model::NamedNode;

use super::field_resolver::FieldResolver;
use crate::model::{EntityKind, Event, MaybeInferred, Side};

/// The word for both sides together.
const BOTH: &str = "both";

/// Resolves the parties of one act.
pub struct Parties<'a> {
    pub(crate) resolver: FieldResolver<'a>,
    /// The event at which the act was made.
    pub(crate) event: Option<&'a Event>,
    /// The issuers of the readout.
    pub(crate) issuers: &'a [NamedNode],
}

impl<'a> Parties<'a> {
    /// The doers: as typed, or the issuers.
    pub(crate) fn by(&mut self) -> MaybeInferred<Vec<NamedNode>> {
        let fields = self.resolver.fields;
        let doers = if matches!(fields.list("by"), [word] if word.value == BOTH) {
            self.both_sides()
        } else if fields.has("by") {
            self.resolver.names("by", EntityKind::ACTORS)
        } else {
            self.issuers.to_vec()
        };
        self.resolver.maybe_inferred("by", doers)
    }

    fn both_sides(&mut self) -> Vec<NamedNode> {
        let sides = self.event.map_or(&[][..], |event| &event.sides);
        if sides.len() < 2 {
            let message = "`both` needs an event with two sides";
            self.resolver
                .error(
                    Code::UnknownName,
                    self.resolver.fields.range_of("by"),
                    message,
                )
                .help("add an [[event]]; without `sides` it has those of dossier.toml");
        }
        sides.iter().map(|side| side.actor.clone()).collect()
    }

    /// The targets: as typed, or the other side of the event where one side acts alone. A target that follows from an
    /// inferred doer is inferred for the same reason.
    pub(crate) fn to(
        &mut self,
        by: &MaybeInferred<Vec<NamedNode>>,
    ) -> MaybeInferred<Vec<NamedNode>> {
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

    /// The speaker: as typed, or the only person on the side of the one doer.
    pub(crate) fn speaker(
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

    /// The side of the event to which a single doer belongs: as the side itself, or as a participant.
    fn side_of_only(&self, doers: &[NamedNode]) -> Option<&'a Side> {
        let [doer] = doers else { return None };
        let belongs = |side: &&Side| {
            let mut participants = side.participants.iter();
            side.actor == *doer || participants.any(|participant| participant.who == *doer)
        };
        self.event?.sides.iter().find(belongs)
    }

    /// Refuses targets of a joint act, and a target that is the doer.
    fn require_others(&mut self, doers: &[NamedNode], targets: &[NamedNode]) {
        if doers.len() > 1 && !targets.is_empty() {
            let message = "several do this act together: a joint act has no `to`";
            let help = "leave `to` out, and name in `about` whom it concerns; or split the act, one for each doer";
            self.resolver
                .error(
                    Code::WrongParty,
                    self.resolver.fields.range_of("to"),
                    message,
                )
                .help(help);
            return;
        }
        for name in self.resolver.fields.list("to") {
            let target = self.resolver.index.resolve(&name.value, EntityKind::ACTORS);
            if target.is_ok_and(|target| doers.contains(&target)) {
                let message = format!(
                    "`{}` does this act, and cannot be the one at whom it is aimed",
                    name.value
                );
                let help = "name the other side; `to = []` says that it is aimed at nobody";
                self.resolver
                    .findings
                    .error(Code::WrongParty, &name.range, message)
                    .help(help);
            }
        }
    }
}
