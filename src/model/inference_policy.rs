//! Which values stay: all, or only those that somebody asserts.

use super::{Act, Event, MaybeInferred};

/// What is kept of the values of a dossier.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum InferencePolicy {
    /// Everything; what was inferred says so and why.
    #[default]
    All,
    /// What a readout or an RDF file asserts: what somebody inferred is left out, and what follows from it alone.
    Asserted,
}

/// A value that somebody may have inferred.
trait Inferable {
    /// Leaves nothing of what was inferred.
    fn clear_inferred(&mut self);
}

impl<T> Inferable for MaybeInferred<Vec<T>> {
    fn clear_inferred(&mut self) {
        if self.is_inferred() {
            *self = Self::asserted(Vec::new());
        }
    }
}

impl<T> Inferable for Option<MaybeInferred<T>> {
    fn clear_inferred(&mut self) {
        self.take_if(|given| given.is_inferred());
    }
}

fn clear_inferred(values: &mut [&mut dyn Inferable]) {
    for value in values {
        value.clear_inferred();
    }
}

impl Act {
    /// Leaves out what is not kept; the act itself remains.
    pub fn apply(&mut self, policy: InferencePolicy) {
        if policy == InferencePolicy::Asserted {
            clear_inferred(&mut [
                &mut self.by,
                &mut self.to,
                &mut self.speaker,
                &mut self.about,
                &mut self.occasion,
                &mut self.due,
                &mut self.until,
                &mut self.date,
                &mut self.status,
                &mut self.follows_up,
                &mut self.replaces,
                &mut self.matches,
            ]);
        }
    }
}

impl Event {
    /// Leaves out what is not kept; the event itself remains.
    pub fn apply(&mut self, policy: InferencePolicy) {
        if policy == InferencePolicy::Asserted {
            clear_inferred(&mut [&mut self.date, &mut self.place, &mut self.host]);
        }
    }
}
