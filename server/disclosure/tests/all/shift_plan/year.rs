//! A manager who knows the shift plan of nine people and guesses who is the least content after a year of figures.
//!
//! Each year has its own nine people. Each has a usual level, works three weeks of four by a plan the manager
//! knows, and answers four times of five when at work. The guess is the best linear one: levels and moods are
//! taken as normal, and figures as exact but for the answers' own scatter and for rounding.

use disclosure::Threshold;
use disclosure::figures::{Counts, Scope, Spread, score};
use disclosure::windows::Window;

use crate::numbers::Numbers;

pub(crate) const TEAM: usize = 9;
const QUARTERS: u32 = 4;
const ROUNDS: u32 = 13;
/// Deviation of people's levels, of a round's mood, and of one answer, in steps of the scale.
const LEVELS: f64 = 0.7;
const MOOD: f64 = 0.2;
const ANSWER: f64 = 0.7;
const USUAL_LEVEL: f64 = 3.6;

/// One figure: how much of it is each person's by the plan, and the mean in steps of the scale.
struct Figure {
    weights: [f64; TEAM],
    answers: f64,
    mean: f64,
}

/// The share of so many years, from 0 to 1, in which the least content is guessed.
pub(crate) fn guessed(seed: u64, years: u32, window: Window, is_printed: bool) -> f64 {
    let mut numbers = Numbers(seed);
    let right = (0..years).filter(|_| is_guessed(&mut numbers, window, is_printed)).count();
    right as f64 / f64::from(years)
}

fn is_guessed(numbers: &mut Numbers, window: Window, is_printed: bool) -> bool {
    let levels: [f64; TEAM] = std::array::from_fn(|_| numbers.normal(USUAL_LEVEL, LEVELS));
    let mut figures = Vec::new();
    for _ in 0..QUARTERS {
        for rounds in window.in_quarter(ROUNDS) {
            figures.extend(figure(numbers, &levels, rounds.end - rounds.start, is_printed));
        }
    }
    let guesses = guess(&figures, is_printed);
    let lowest = |values: &[f64; TEAM]| (0..TEAM).min_by(|&a, &b| values[a].total_cmp(&values[b]));
    lowest(&guesses) == lowest(&levels)
}

/// A figure over some rounds, if enough people answered.
fn figure(numbers: &mut Numbers, levels: &[f64; TEAM], rounds: u32, is_printed: bool) -> Option<Figure> {
    let mut counts = Counts::default();
    let mut at_work = [0.0; TEAM];
    let mut has_answered = [false; TEAM];
    for _ in 0..rounds {
        let mood = numbers.normal(0.0, MOOD);
        for person in 0..TEAM {
            if numbers.part() >= 0.75 {
                continue;
            }
            at_work[person] += 1.0;
            if numbers.part() < 0.8 {
                let answer = (levels[person] + mood + numbers.normal(0.0, ANSWER)).round().clamp(1.0, 5.0);
                counts[answer as usize - 1] += 1;
                has_answered[person] = true;
            }
        }
    }
    let people = has_answered.iter().filter(|&&answered| answered).count() as u64;
    if !Threshold::DEFAULT.allows(people) {
        return None;
    }
    let roster = TEAM as u64;
    let scope = Scope { roster, possible: roster * u64::from(rounds), residual: 0 };
    let printed = score(&counts, &scope, Spread::of_score(&[0; 5], 0), Threshold::DEFAULT).ok()?;
    let answers: u32 = counts.iter().sum();
    let sum: u32 = (1..).zip(counts).map(|(value, count)| value * count).sum();
    let mean =
        if is_printed { 1.0 + f64::from(printed.value) / 25.0 } else { f64::from(sum) / f64::from(answers) };
    let all: f64 = at_work.iter().sum();
    Some(Figure { weights: at_work.map(|weeks| weeks / all), answers: f64::from(answers), mean })
}

/// The expected level of each person given all figures.
fn guess(figures: &[Figure], is_printed: bool) -> [f64; TEAM] {
    // (1/LEVELS² + Σ w w'/v) x = Σ w y/v, with x and y from the usual level.
    let mut rows = [[0.0; TEAM + 1]; TEAM];
    for (person, row) in rows.iter_mut().enumerate() {
        row[person] = 1.0 / (LEVELS * LEVELS);
    }
    // A step of five points is a fifth of a step of the scale, evenly spread around what is printed.
    let rounding = if is_printed { 0.2 * 0.2 / 12.0 } else { 0.0 };
    for figure in figures {
        // Who of those at work answered is not known, so the levels of some are missing from the mean.
        let variance = MOOD * MOOD + (ANSWER * ANSWER + 0.2 * LEVELS * LEVELS) / figure.answers + rounding;
        for (row, weight) in rows.iter_mut().zip(figure.weights) {
            for (entry, other) in row.iter_mut().zip(figure.weights) {
                *entry += weight * other / variance;
            }
            row[TEAM] += weight * (figure.mean - USUAL_LEVEL) / variance;
        }
    }
    solve(rows)
}

/// Gauss–Jordan elimination; the matrix is positive definite, so no pivot is zero.
fn solve(mut rows: [[f64; TEAM + 1]; TEAM]) -> [f64; TEAM] {
    for pivot in 0..TEAM {
        let scale = rows[pivot][pivot];
        rows[pivot].iter_mut().for_each(|entry| *entry /= scale);
        let with = rows[pivot];
        for row in (0..TEAM).filter(|&row| row != pivot) {
            let factor = rows[row][pivot];
            rows[row].iter_mut().zip(with).for_each(|(entry, with)| *entry -= factor * with);
        }
    }
    rows.map(|row| row[TEAM])
}
