//! Whoever knows the shift plan does not find the least content of nine people in a year of figures.
//! `cargo run -p disclosure --release --example shift_plan -- SEED` prints the shares.

pub(crate) mod year;

use disclosure::windows::Window;
use year::guessed;

#[test]
fn the_least_content_of_nine_is_found_in_at_most_a_quarter_of_the_years() {
    for seed in [1, 2, 3] {
        let share = guessed(seed, 1_000, Window::Third, true);
        assert!(share <= 0.25, "{seed}: {share}");
    }
}

#[test]
fn exact_means_of_each_week_would_find_the_least_content_more_often_than_windows_do() {
    let share = guessed(1, 1_000, Window::One, false);
    assert!(share > 0.3, "the attack itself has to work: {share}");
    assert!(guessed(1, 1_000, Window::Third, true) < 0.7 * share);
}
