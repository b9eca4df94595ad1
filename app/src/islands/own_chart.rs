//! The line of one question in a person's own answers.

use domain::staff::bank::Item;
use leptos::prelude::*;

use super::{
    keeper::{OwnRound, Texts, text, written},
    kept_ballots::{answer, question},
};

// Measures of the drawing, in its own units; on a phone one is about a pixel.
const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 150.0;
const SIDE: f64 = 8.0;
const TOP: f64 = 26.0;
const STEP: f64 = 22.0;

/// A point: place and value.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Point {
    x: f64,
    y: f64,
    value: i16,
}

/// The line of a question: a point for each round in which it was answered. The drawing is one image to a
/// screen reader, with the latest answer in words; the table on the page has the rest.
#[component]
pub(super) fn OwnChart(item: Item, rounds: Vec<OwnRound>, texts: Texts, lang: String) -> impl IntoView {
    let stretches = stretches(item, &rounds);
    let last = stretches.last().and_then(|stretch| stretch.last()).copied()?;
    let said = |value| answer(&texts, item, value).unwrap_or_default();
    let values = item.scale().values();
    let grid = (0..5_u8).map(|row| {
        let y = TOP + STEP * f64::from(row);
        view! { <line x1=SIDE x2={WIDTH - SIDE} y1=y y2=y></line> }
    });
    let lines = stretches.iter().map(|stretch| {
        let points: Vec<String> =
            stretch.iter().map(|point| format!("{:.1},{:.1}", point.x, point.y)).collect();
        view! { <polyline points=points.join(" ")></polyline> }
    });
    let dots =
        stretches.iter().flatten().map(|point| view! { <circle cx=point.x cy=point.y r="4"></circle> });
    let day = |round: Option<&OwnRound>| round.map(|round| written(&lang, &round.day)).unwrap_or_default();
    let (first_day, last_day) = (day(rounds.first()), day(rounds.last()));
    let summary = text(&texts, "history-latest").replace("[answer]", &said(last.value));
    let (highest, lowest) = (said(values[4]), said(values[0]));
    Some(view! {
        <figure class="own">
            <figcaption><h2>{question(&texts, item)}</h2><p>{summary.clone()}</p></figcaption>
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=summary>
                <g class="grid">{grid.collect_view()}</g>
                <text x=SIDE y={TOP - 8.0}>{highest}</text>
                <text x=SIDE y={TOP + 4.0 * STEP + 15.0}>{lowest}</text>
                <text class="day" x={WIDTH - SIDE} y={HEIGHT - 3.0} text-anchor="end">{last_day}</text>
                {(rounds.len() > 1).then(|| view! { <text class="day" x=SIDE y={HEIGHT - 3.0}>{first_day}</text> })}
                {lines.collect_view()}
                {dots.collect_view()}
            </svg>
        </figure>
    })
}

/// The points of a question, in stretches of rounds that follow each other: nothing is drawn across a round
/// without an answer. Rounds stand as far apart as their numbers.
fn stretches(item: Item, rounds: &[OwnRound]) -> Vec<Vec<Point>> {
    let (Some(first), Some(last)) = (rounds.first(), rounds.last()) else { return Vec::new() };
    let whole = (last.round - first.round) as f64;
    let place = |round: i64| if whole > 0.0 { (round - first.round) as f64 / whole } else { 1.0 };
    let values = item.scale().values();
    let mut stretches: Vec<Vec<Point>> = Vec::new();
    let mut before = None;
    for round in rounds {
        let Some(row) = round
            .answers
            .get(&*item.id())
            .and_then(|value| values.iter().rev().position(|known| known == value))
        else {
            continue;
        };
        let point = Point {
            // Half a dot within the frame, so that the outermost ones are whole.
            x: SIDE + 4.0 + place(round.round) * (WIDTH - 2.0 * SIDE - 8.0),
            y: TOP + STEP * row as f64,
            value: values[4 - row],
        };
        match stretches.last_mut().filter(|_| before == Some(round.round - 1)) {
            Some(stretch) => stretch.push(point),
            None => stretches.push(vec![point]),
        }
        before = Some(round.round);
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(number: i64, workload: Option<i16>) -> OwnRound {
        let answers = workload.map(|value| ("C1".to_owned(), value)).into_iter().collect();
        OwnRound { round: number, day: "2026-11-16".to_owned(), answers }
    }

    #[test]
    fn nothing_is_drawn_across_a_round_without_an_answer() {
        let rounds =
            [round(1, Some(0)), round(2, Some(2)), round(3, None), round(4, Some(-2)), round(6, Some(1))];
        let lengths: Vec<usize> = stretches(Item::C1, &rounds).iter().map(Vec::len).collect();
        assert_eq!(lengths, [2, 1, 1]);
    }

    #[test]
    fn the_highest_value_stands_highest_and_the_latest_round_to_the_right() {
        let rounds = [round(1, Some(-2)), round(2, Some(2))];
        let drawn = stretches(Item::C1, &rounds);
        let (low, high) = (drawn[0][0], drawn[0][1]);
        assert_eq!((low.value, high.value), (-2, 2));
        assert!(low.y > high.y && low.x < high.x);
        assert!(high.x < WIDTH && low.y < HEIGHT);
    }

    #[test]
    fn values_off_the_scale_are_left_out() {
        assert!(stretches(Item::C1, &[round(1, Some(7))]).is_empty());
    }
}
