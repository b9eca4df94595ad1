//! Prints in which share of the rounds the pattern of hidden figures tells whether the only manager above three
//! teams of eight to ten has answered. `cargo run -p disclosure --release --example pattern`

#![expect(clippy::print_stdout, reason = "a program that prints")]

#[path = "../tests/all/earlier.rs"]
mod earlier;
#[path = "../tests/all/pattern/lone_manager.rs"]
mod lone_manager;

use lone_manager::{SIZES, told, within_a_window};

fn main() {
    println!("Per cent of the rounds, lowest to highest of all teams of eight to ten");
    println!("response  by who answered  by roster  by roster, over windows");
    for response in [0.5, 0.6, 0.7, 0.8, 0.9] {
        let before = range(response, false);
        let each_round = range(response, true);
        let windows = range(within_a_window(response), true);
        println!("{:7.0}%  {before:>15}  {each_round:>9}  {windows:>23}", 100.0 * response);
    }
}

fn range(response: f64, is_by_roster: bool) -> String {
    let shares = SIZES.map(|sizes| 100.0 * told(sizes, response, is_by_roster));
    let least = shares.into_iter().fold(f64::INFINITY, f64::min);
    let most = shares.into_iter().fold(0.0, f64::max);
    format!("{least:.1}–{most:.1}")
}
