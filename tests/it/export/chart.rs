//! Charts as SVG, read back and compared with the records.

use std::collections::BTreeMap;

use bilateral::document::{Bar, BarChart, Bound, FigureChart, FigureMark, Panel};
use bilateral::export::chart::{bars, figures, palette};
use bilateral::load;
use bilateral::model::InferencePolicy;
use bilateral::records::{ActFilter, Records};
use bilateral::report::{Stack, commitments_chart, figure_chart, measures};
use bilateral::vocab::bil;
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::support::sight::{difference, light, lightness};

/// The elements of a picture: their names, and the texts of `text`, `title` and `desc`.
#[derive(Debug, Default)]
struct Picture {
    elements: BTreeMap<String, usize>,
    texts: Vec<String>,
    title: String,
    description: String,
}

fn read(svg: &str) -> Picture {
    let mut picture = Picture::default();
    let mut reader = Reader::from_str(svg);
    let mut element = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) => {
                element = String::from_utf8(start.name().as_ref().to_vec()).unwrap();
                *picture.elements.entry(element.clone()).or_default() += 1;
            }
            Event::Text(text) => {
                let text = text.unescape().unwrap().trim().to_owned();
                match element.as_str() {
                    "title" if picture.title.is_empty() => picture.title = text,
                    "desc" if picture.description.is_empty() => picture.description = text,
                    "text" if !text.is_empty() => picture.texts.push(text),
                    _ => assert_eq!(text, "", "text of {element}"),
                }
            }
            Event::Eof => return picture,
            Event::End(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

fn records() -> Records {
    let dossier = bilateral::dossier::built_in().unwrap();
    let graph = load::load(&[dossier], InferencePolicy::All).unwrap();
    Records::from_quads(graph.quads.iter().chain(graph.derived()))
}

#[test]
fn bars_show_the_commitments_of_the_records_by_year() {
    let records = records();
    let chart = commitments_chart(&records, &ActFilter::default(), Stack::Outcome, "A and B");
    let mut years: BTreeMap<String, usize> = BTreeMap::new();
    let mut commitments = 0;
    for act in records.acts() {
        if act.counts_as != act.id {
            continue;
        }
        let day = records.time(act).and_then(|when| {
            let [first, last] = [when.first?, when.last?];
            (first.year() == last.year()).then_some(first)
        });
        if records.is_of(act, bil::class::COMMITMENT) {
            commitments += 1;
            if let Some(day) = day {
                *years.entry(day.year().to_string()).or_default() += 1;
            }
        }
    }
    let dated: usize = years.values().sum();
    assert!(commitments > 30 && dated > 30, "{commitments}, {dated}");
    let drawn: BTreeMap<String, usize> = chart
        .bars
        .iter()
        .map(|bar| (bar.label.clone(), bar.total()))
        .filter(|(_, total)| *total > 0)
        .collect();
    assert_eq!(drawn, years);

    let svg = bars(&chart).unwrap();
    assert_eq!(svg, bars(&chart).unwrap());
    let picture = read(&svg);
    assert_eq!(picture.title, "Commitments by year and outcome");
    for (year, count) in &years {
        assert!(picture.description.contains(&format!("{year}: {count} (")));
        assert!(picture.texts.contains(year), "{year}");
        assert!(picture.texts.contains(&count.to_string()), "{year}");
    }
    for (at, part) in chart.parts.iter().enumerate() {
        let total: usize = chart.bars.iter().map(|bar| bar.counts[at]).sum();
        let is_shown = picture.texts.contains(&format!("{part} {total}"));
        assert_eq!(is_shown, total > 0, "{part}");
    }
}

#[test]
fn deliveries_are_done_and_agreements_agreed_and_only_others_expect_no_answer() {
    let records = records();
    let chart = commitments_chart(&records, &ActFilter::default(), Stack::Outcome, "A and B");
    let drawn = |part: &str| {
        let at = chart.parts.iter().position(|name| name == part).unwrap();
        chart.bars.iter().map(|bar| bar.counts[at]).sum::<usize>()
    };
    let recorded = |class| {
        let acts = records.acts().iter();
        let acts = acts.filter(|act| act.counts_as == act.id && act.outcome.is_none());
        acts.filter(|act| records.is_of(act, class)).count()
    };
    assert_eq!(drawn("delivered"), recorded(bil::class::DELIVERY));
    assert_eq!(drawn("agreed"), recorded(bil::class::AGREEMENT));
    assert!(drawn("delivered") > 0 && drawn("agreed") > 0);
    let note = &chart.notes[0];
    assert!(!note.contains("Agreement") && !note.contains("Delivery"));
}

#[test]
fn marks_show_the_figures_of_the_records_with_their_sources() {
    let records = records();
    for measure in measures(&records).keys() {
        let chart = figure_chart(&records, measure, &ActFilter::default(), "A and B");
        let figures_of = records.acts().iter().flat_map(|act| &act.figures);
        let figures_of: Vec<_> = figures_of
            .filter(|figure| *figure.of == **measure)
            .collect();
        let dated = figures_of.iter().filter(|figure| figure.period.is_some());
        let marks = || chart.panels.iter().flat_map(|panel| &panel.marks);
        let reports: usize = marks().map(|mark| mark.sources.len()).sum();
        assert_eq!(reports, dated.count(), "{measure}");
        assert_eq!(reports + chart.undated.len(), figures_of.len(), "{measure}");
        if chart.panels.is_empty() {
            continue;
        }
        let picture = read(&figures(&chart).unwrap());
        for mark in marks() {
            let sources: Vec<String> = mark.sources.iter().map(usize::to_string).collect();
            let label = format!("{} [{}]", mark.label, sources.join(", "));
            assert!(picture.texts.contains(&label), "{label}");
            for source in &mark.sources {
                assert!(chart.sources[source - 1].starts_with(&format!("[{source}] ")));
            }
        }
        for figure in figures_of {
            for number in [&figure.value, &figure.min, &figure.max]
                .into_iter()
                .flatten()
            {
                assert!(
                    picture.description.contains(&**number),
                    "{measure} {number}"
                );
            }
        }
    }
}

#[test]
fn bounds_are_hollow_and_periods_are_as_wide_as_they_are_long() {
    let mark = |span, bound, label: &str| {
        let mut mark = FigureMark::new(span, [3.0; 2], bound, label.to_owned());
        mark.sources.push(1);
        mark
    };
    let of = |marks: Vec<FigureMark>| {
        let mut chart = FigureChart::default();
        let mut panel = Panel::default();
        panel.marks = marks;
        chart.panels.push(panel);
        figures(&chart).unwrap()
    };
    let whites = |svg: &str| svg.matches("fill=\"#FFFFFF\"").count();
    let exact = of(vec![mark([2017.0, 2018.0], Bound::Exact, "3")]);
    let least = of(vec![mark([2017.0, 2018.0], Bound::AtLeast, "at least 3")]);
    assert!(whites(&least) > whites(&exact), "{least}");
    // A mark and one in the key.
    assert_eq!(read(&exact).elements["circle"], 4);
    let half = of(vec![mark([2017.0, 2017.5], Bound::Exact, "3")]);
    assert!(!read(&half).elements.contains_key("circle"));
    // The scale is one year wide, from 80 to 904: half of it are 412 pixels.
    assert!(half.contains("width=\"412\""), "{half}");
}

#[test]
fn hostile_names_are_text() {
    let hostile = "</text><script>alert(1)</script> & \"x\" 'y' \u{1b}[31m\u{202e}z ]]> <!--";
    let mut chart = BarChart::default();
    chart.title = hostile.to_owned();
    chart.subtitle = hostile.to_owned();
    chart.description = hostile.to_owned();
    chart.parts = vec![hostile.to_owned()];
    chart.bars = vec![Bar::new(hostile.to_owned(), vec![2])];
    chart.notes = vec![hostile.to_owned()];
    let mut panel = Panel::default();
    panel.unit = hostile.to_owned();
    panel.marks = vec![FigureMark::new(
        [1.0, 9999.0],
        [-1e300, 1e300],
        Bound::Between,
        hostile.to_owned(),
    )];
    let mut series = FigureChart::default();
    series.title = hostile.to_owned();
    series.description = hostile.to_owned();
    series.panels = vec![panel];
    series.sources = vec![hostile.to_owned()];
    series.undated = vec![hostile.to_owned()];
    for svg in [bars(&chart).unwrap(), figures(&series).unwrap()] {
        let picture = read(&svg);
        let known = ["svg", "title", "desc", "rect", "line", "circle", "text"];
        for element in picture.elements.keys() {
            assert!(known.contains(&element.as_str()), "{element}");
        }
        assert!(picture.title.starts_with("</text><script>"), "{svg}");
        let commands = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!svg.contains(commands), "{svg:?}");
    }
}

#[test]
fn any_number_of_bars_fits_the_picture() {
    for count in [0, 1, 2, 300, 5_000] {
        let mut chart = BarChart::default();
        chart.parts = vec!["open".to_owned()];
        let bar = |at: usize| Bar::new(at.to_string(), vec![at % 7]);
        chart.bars = (0..count).map(bar).collect();
        let picture = read(&bars(&chart).unwrap());
        assert!(
            picture.texts.len() < 200,
            "{count}: {}",
            picture.texts.len()
        );
    }
}

#[test]
fn parts_are_distinguishable_with_colour_blindness_and_in_grey() {
    let colours = palette();
    let mut greys: Vec<f64> = colours
        .iter()
        .map(|colour| lightness(light(colour)))
        .collect();
    for (index, one) in colours.iter().enumerate() {
        for other in &colours[index + 1..] {
            let (far, sight) = difference(light(one), light(other));
            assert!(far >= 20.0, "{one} and {other}: {far:.1} with {sight}");
        }
    }
    greys.sort_by(f64::total_cmp);
    for pair in greys.windows(2) {
        assert!(pair[1] - pair[0] >= 9.0, "{greys:?}");
    }
}

#[test]
fn sectors_are_stacked_and_a_commitment_in_several_counts_in_each() {
    let records = records();
    let chart = commitments_chart(&records, &ActFilter::default(), Stack::Sector, "A and B");
    assert_eq!(chart.title, "Commitments by year and sector");
    assert!(chart.parts.len() <= 9 && chart.parts.ends_with(&["no sector".to_owned()]));
    let outcomes = commitments_chart(&records, &ActFilter::default(), Stack::Outcome, "A and B");
    let total = |chart: &BarChart| -> usize { chart.bars.iter().flat_map(|bar| &bar.counts).sum() };
    let note = chart
        .notes
        .iter()
        .find(|note| note.contains("in several sectors"));
    assert_eq!(total(&chart) > total(&outcomes), note.is_some());
    let without = chart
        .bars
        .iter()
        .map(|bar| bar.counts.last().unwrap())
        .sum::<usize>();
    let recorded = records.acts().iter().filter(|act| {
        act.counts_as == act.id
            && act.sectors.is_empty()
            && records.is_of(act, bil::class::COMMITMENT)
            && records
                .time(act)
                .and_then(|when| Some(when.first?.year() == when.last?.year()))
                == Some(true)
    });
    assert_eq!(without, recorded.count());
}
