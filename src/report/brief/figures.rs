//! The figures that were told, each with who tells it.

use crate::report::markup::Markup;
use crate::report::told::{Figure, Record};

pub fn write(page: &mut Markup, acts: &[Record]) {
    let figures = acts
        .iter()
        .flat_map(|act| act.figures.iter().map(move |figure| (figure, act)));
    let mut figures: Vec<(&Figure, &Record)> = figures.collect();
    if figures.is_empty() {
        return;
    }
    figures.sort_by_key(|(figure, act)| (&figure.of, &figure.period, &act.text, &act.iri));
    page.heading(2, "Figures");
    for (figure, act) in figures {
        let issuer = page.shown(&act.text.issuer());
        let address = page.link(&act.text.page, &act.passages);
        let line = format!(
            "{}, as told by {issuer}{address}",
            page.shown(&figure.to_string())
        );
        page.item(0, &line);
    }
}
