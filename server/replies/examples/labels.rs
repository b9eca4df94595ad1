//! How well the check-list agrees with people: precision, recall and F1 by label for labelled letters.
//!
//! `cargo run -p replies --example labels -- FILE… [--rows odd|even] [--misses]`
//!
//! A file has one JSON object a line: `id`, `lang` (`en` or `nb`), `text`, and the labels `sorry`, `hollow`, `owns`,
//! `excuse`, `thanks` (true or false) and `step` (`dated`, `undated`, `none`). `--rows` takes every second row of each
//! file, counted from 1, so that rules can be made with one half and tried on the other. `--misses` prints where the
//! two differ.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::{error::Error, fs};

use domain::Lang;
use replies::{Label, Report, Step, check};
use serde::Deserialize;

#[derive(Deserialize)]
struct Letter {
    id: String,
    lang: String,
    text: String,
    sorry: bool,
    hollow: bool,
    owns: bool,
    excuse: bool,
    step: String,
    thanks: bool,
}

/// A label compared: its name, what people say, what the check-list says.
type Compared = (&'static str, fn(&Letter) -> bool, fn(&Report) -> bool);

const LABELS: [Compared; 7] = [
    ("sorry", |letter| letter.sorry, |report| report.has(Label::Sorry)),
    ("hollow", |letter| letter.hollow, |report| report.has(Label::Hollow)),
    ("owns", |letter| letter.owns, |report| report.has(Label::Owns)),
    ("excuse", |letter| letter.excuse, |report| report.has(Label::Excuse)),
    ("dated", |letter| letter.step == "dated", |report| report.step() == Step::Dated),
    ("undated", |letter| letter.step == "undated", |report| report.step() == Step::Undated),
    ("thanks", |letter| letter.thanks, |report| report.has(Label::Thanks)),
];

#[derive(Clone, Copy, Default)]
struct Counts {
    both: u32,
    only_people: u32,
    only_ours: u32,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut files = Vec::new();
    let mut keep: fn(usize) -> bool = |_| true;
    let mut with_misses = false;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--misses" => with_misses = true,
            "--rows" => {
                keep = match arguments.next().as_deref() {
                    Some("odd") => |row| row % 2 == 1,
                    Some("even") => |row| row % 2 == 0,
                    _ => return Err("--rows takes odd or even".into()),
                }
            }
            _ => files.push(argument),
        }
    }
    let mut counts = [Counts::default(); LABELS.len()];
    let mut letters = 0;
    for file in &files {
        for (row, line) in fs::read_to_string(file)?.lines().enumerate() {
            if keep(row + 1) {
                letters += 1;
                compare(&serde_json::from_str(line)?, &mut counts, with_misses)?;
            }
        }
    }
    println!("{letters} letters\nlabel    precision  recall    F1    n");
    for ((name, _, _), count) in LABELS.iter().zip(counts) {
        let Counts { both, only_people, only_ours } = count;
        let share = |of: u32| f64::from(both) / f64::from(of);
        let f1 = 2.0 * f64::from(both) / f64::from(2 * both + only_people + only_ours);
        println!(
            "{name:8} {:9.2} {:7.2} {f1:5.2} {:4}",
            share(both + only_ours),
            share(both + only_people),
            both + only_people
        );
    }
    Ok(())
}

fn compare(letter: &Letter, counts: &mut [Counts], with_misses: bool) -> Result<(), Box<dyn Error>> {
    let lang =
        Lang::from_tag(&letter.lang).ok_or_else(|| format!("{}: lang is neither en nor nb", letter.id))?;
    let report = check(&letter.text, lang);
    for ((name, people, ours), count) in LABELS.iter().zip(counts) {
        match (people(letter), ours(&report)) {
            (true, true) => count.both += 1,
            (false, false) => {}
            (is_missed, _) => {
                if is_missed {
                    count.only_people += 1;
                } else {
                    count.only_ours += 1;
                }
                if with_misses {
                    let words: Vec<_> = report
                        .findings
                        .iter()
                        .map(|found| (found.label.id(), &letter.text[found.span.bytes.clone()]))
                        .collect();
                    let what = if is_missed { "missed" } else { "too much" };
                    println!("{} {name} {what}\n  {}\n  {words:?}", letter.id, letter.text);
                }
            }
        }
    }
    Ok(())
}
