//! Prints in which share of the rounds the pattern of hidden figures tells whether the only manager above three
//! teams of eight to ten has answered. `cargo run -p disclosure --release --example pattern`

#![expect(clippy::print_stdout, reason = "a program that prints")]

#[path = "../tests/all/earlier.rs"]
mod earlier;
#[path = "../tests/all/pattern/lone_manager.rs"]
mod lone_manager;

use lone_manager::{Rule, SETTINGS, SIZES, Setting, told};

const RESPONSES: [f64; 5] = [0.5, 0.6, 0.7, 0.8, 0.9];

fn main() {
    println!(
        "Per cent of the rounds or windows, lowest to highest of all teams of eight to ten, by response"
    );
    let heads = RESPONSES.map(|response| format!("{:>11.0}%", 100.0 * response));
    println!("{:40}{}", "", heads.concat());
    row("each round, by who answered", Setting::default(), Rule::ByAnswers);
    for (name, setting) in SETTINGS {
        row(&format!("each round, {name}"), setting, Rule::Library);
        let over_a_window = Setting { is_over_a_window: true, ..setting };
        row(&format!("over windows, {name}"), over_a_window, Rule::Library);
    }
}

fn row(name: &str, setting: Setting, rule: Rule) {
    let ranges = RESPONSES.map(|response| {
        let shares = SIZES.map(|sizes| 100.0 * told(sizes, response, setting, rule));
        let least = shares.into_iter().fold(f64::INFINITY, f64::min);
        let most = shares.into_iter().fold(0.0, f64::max);
        format!("{:>12}", format!("{least:.1}–{most:.1}"))
    });
    println!("{name:40}{}", ranges.concat());
}
