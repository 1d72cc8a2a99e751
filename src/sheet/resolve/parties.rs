//! Who does an act, at whom it is aimed, and who says so.

use oxigraph::model::NamedNode;

use super::Draft;
use super::names::Names;
use crate::diagnostic::Code;
use crate::model::{EntityKind, Event, MaybeInferred, NameIndex, Side, Voice};
use crate::sheet::read::Fields;

/// The word for both sides together.
const BOTH: &str = "both";

impl Draft<'_> {
    /// Who does it: as typed, or the issuers.
    pub(crate) fn by(
        &mut self,
        fields: &Fields,
        name_index: &NameIndex,
        event: Option<&Event>,
    ) -> MaybeInferred<Vec<NamedNode>> {
        let written = fields.list("by");
        let is_both = matches!(written, [word] if word.value == BOTH);
        let value = if is_both {
            let sides = event.map_or(&[][..], |event| event.sides.as_slice());
            if sides.len() < 2 {
                let message = "`both` needs an event with two sides";
                let hint = "add an [[event]]; without `sides` it has those of dossier.toml";
                let range = fields.range_of("by");
                self.report
                    .hinted(Code::UnknownName, range, message, Some(hint.to_owned()));
            }
            sides.iter().map(|side| side.actor.clone()).collect()
        } else if fields.has("by") {
            Names::new(name_index, &mut self.report).many(written, EntityKind::ACTORS)
        } else {
            self.sheet.readout.issued_by.clone()
        };
        self.given(value, fields, "by")
    }

    /// At whom it is aimed: as typed, or the other side of the event where one side does it alone. What follows from
    /// an inferred doer is inferred for the same reason.
    pub(crate) fn to(
        &mut self,
        fields: &Fields,
        name_index: &NameIndex,
        by: &MaybeInferred<Vec<NamedNode>>,
        event: Option<&Event>,
    ) -> MaybeInferred<Vec<NamedNode>> {
        if fields.has("to") {
            let to = Names::new(name_index, &mut self.report)
                .many(fields.list("to"), EntityKind::ACTORS);
            self.hold_apart(fields, name_index, by, &to);
            return self.given(to, fields, "to");
        }
        let [alone] = by.value.as_slice() else {
            return MaybeInferred::asserted(Vec::new());
        };
        let own = event.and_then(|event| side_of(event, alone));
        let others = event.filter(|_| own.is_some()).map(|event| {
            let sides = event.sides.iter().map(|side| &side.actor);
            sides.filter(|side| Some(*side) != own).cloned().collect()
        });
        let others: Vec<NamedNode> = others.unwrap_or_default();
        MaybeInferred {
            inference: by.inference.clone().filter(|_| !others.is_empty()),
            value: others,
        }
    }

    /// Who says so: as typed, or the only person on the side of `by`.
    pub(crate) fn speaker(
        &mut self,
        fields: &Fields,
        name_index: &NameIndex,
        by: &MaybeInferred<Vec<NamedNode>>,
        event: Option<&Event>,
        fixed_voice: Option<Voice>,
    ) -> Option<MaybeInferred<NamedNode>> {
        if fields.has("speaker") {
            let words = self.written.words.as_ref();
            return Names::new(name_index, &mut self.report).given(
                fields,
                "speaker",
                EntityKind::PEOPLE,
                words,
            );
        }
        let [alone] = by.value.as_slice() else {
            return None;
        };
        if by.is_inferred() || fixed_voice == Some(Voice::Text) {
            return None;
        }
        let side = side_of(event?, alone)?;
        let side = event?.sides.iter().find(|other| other.actor == *side)?;
        match side.participants.as_slice() {
            [only] => Some(MaybeInferred::asserted(only.who.clone())),
            _ => None,
        }
    }

    /// Refuses those at whom an act is aimed where they do it themselves, or where several do it together.
    fn hold_apart(
        &mut self,
        fields: &Fields,
        name_index: &NameIndex,
        by: &MaybeInferred<Vec<NamedNode>>,
        to: &[NamedNode],
    ) {
        if by.value.len() > 1 && !to.is_empty() {
            let message = "several do this act together: a joint act has no `to`";
            let hint = "leave `to` out, and name in `about` whom it concerns; or split the act, one for each doer";
            let range = fields.range_of("to");
            self.report
                .hinted(Code::WrongParty, range, message, Some(hint.to_owned()));
            return;
        }
        for name in fields.list("to") {
            let doer = name_index.resolve(&name.value, EntityKind::ACTORS);
            if doer.is_ok_and(|doer| by.value.contains(&doer)) {
                let message = format!(
                    "`{}` does this act, and cannot be the one at whom it is aimed",
                    name.value
                );
                let hint = "name the other side; `to = []` says that it is aimed at nobody";
                let range = name.range.clone();
                self.report
                    .hinted(Code::WrongParty, range, message, Some(hint.to_owned()));
            }
        }
    }
}

/// The side of an event to which an actor belongs: itself, or as one of its participants.
fn side_of<'event>(event: &'event Event, actor: &NamedNode) -> Option<&'event NamedNode> {
    let takes_part = |side: &&Side| {
        side.actor == *actor
            || side
                .participants
                .iter()
                .any(|participant| participant.who == *actor)
    };
    event.sides.iter().find(takes_part).map(|side| &side.actor)
}
