//! Prints how often a manager who knows the shift plan of nine people guesses who is the least content after a year:
//! from exact weekly means, from weekly figures as printed, and from figures over windows.
//! `cargo run -p disclosure --release --example shift_plan -- SEED`

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints")]

#[expect(dead_code, reason = "the attackers take whole numbers")]
#[path = "../tests/all/numbers.rs"]
mod numbers;
#[path = "../tests/all/shift_plan/year.rs"]
mod year;

use disclosure::windows::Window;
use year::{TEAM, guessed};

const YEARS: u32 = 4_000;

fn main() {
    let Some(seed) = std::env::args().nth(1).map_or(Some(1), |word| word.parse().ok()) else {
        eprintln!("the seed has to be a whole number");
        std::process::exit(2);
    };
    println!("seed {seed}, {YEARS} years of a team of {TEAM}: the least content is guessed in");
    for (name, window, is_printed) in [
        ("exact means of each week", Window::One, false),
        ("exact means over thirds of a quarter", Window::Third, false),
        ("figures of each week as printed", Window::One, true),
        ("figures over thirds of a quarter as printed", Window::Third, true),
    ] {
        println!("{:5.1} %  {name}", 100.0 * guessed(seed, YEARS, window, is_printed));
    }
    println!("{:5.1} %  by chance", 100.0 / TEAM as f64);
}
