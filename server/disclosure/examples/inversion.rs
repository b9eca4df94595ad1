//! Prints what can be concluded from figures as they are printed, for all rosters up to thirty: in which share of
//! the cases whole answers, the turnout or somebody else's extreme answer are certain, and how far printed figures
//! are from exact ones. `cargo run -p disclosure --release --example inversion`

#![expect(clippy::print_stdout, reason = "a program that prints")]

#[path = "../tests/all/inversion/enumeration.rs"]
mod enumeration;

use disclosure::Threshold;
use enumeration::{Enumeration, Kind, MODELS, READERS};

fn main() {
    let rosters: Vec<u32> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let (from, to) = (rosters.first().copied().unwrap_or(6), rosters.last().copied().unwrap_or(30));
    println!(
        "Per cent of the cases, for the reader who knows most and the model that tells most; error in points"
    );
    println!("(multisets / usual answers / satisfied).");
    for kind in [Kind::Score, Kind::Strain] {
        println!(
            "\n{kind:?}\n  N  printed  answers  turnout  extreme (multisets)  extreme (worst model)  error"
        );
        for roster in from..=to {
            row(&Enumeration::new(roster, kind, Threshold::DEFAULT), roster);
        }
    }
}

fn row(all: &Enumeration, roster: u32) {
    let mut most = [0.0_f64; 4];
    let mut worst = "";
    for reader in READERS {
        for ((name, _), certain) in MODELS.into_iter().zip(all.certain(reader)) {
            most[0] = most[0].max(certain.answers);
            most[1] = most[1].max(certain.turnout);
            if name == "multisets" {
                most[2] = most[2].max(certain.extreme);
            }
            if certain.extreme > most[3] {
                (most[3], worst) = (certain.extreme, name);
            }
        }
    }
    let [answers, turnout, multisets, extreme] = most.map(|share| 100.0 * share);
    let error = all.error();
    let error = [0, 2, 4].map(|model| format!("{:.1}", error[model])).join(" / ");
    println!(
        "{roster:3}  {:7}  {answers:7.3}  {turnout:7.2}  {multisets:19.2}  {extreme:8.2} {worst:14}  {error}",
        all.printed
    );
}
