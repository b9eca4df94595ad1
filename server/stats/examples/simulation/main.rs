//! How often is a link found where there is none, and how often where there is one?
//!
//! ```text
//! cargo run --release -p stats --example simulation -- [headlines|looks|actions|methods|all]
//!     [--panels 600] [--seed 2024] [--only PART-OF-A-NAME] [--predictors 2] [--threads 2]
//! ```
//!
//! * `headlines`: worlds with one trap each, and what the headline says of their panels;
//! * `looks`: the same panels looked at every week for two years;
//! * `actions`: a change after an action, with and without sister units;
//! * `methods`: the p-values and intervals the plain comparison could use.
//!
//! Nothing is drawn but from the seed.

#![allow(clippy::print_stdout, reason = "an example speaks on standard output")]

mod actions;
#[path = "../../tests/all/draws.rs"]
mod draws;
mod headlines;
mod methods;
mod walks;
mod worlds;

use std::error::Error;

/// What one run is about.
pub(crate) struct Plan {
    pub(crate) panels: usize,
    pub(crate) seed: u64,
    pub(crate) only: Option<String>,
    pub(crate) has_two: bool,
    pub(crate) threads: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut plan = Plan { panels: 600, seed: 2024, only: None, has_two: false, threads: 2 };
    let mut part = "headlines".to_owned();
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        if !name.starts_with("--") {
            part = name;
            continue;
        }
        let value = arguments.next().ok_or_else(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--panels" => plan.panels = value.parse()?,
            "--seed" => plan.seed = value.parse()?,
            "--only" => plan.only = Some(value),
            "--predictors" => plan.has_two = value == "2",
            "--threads" => plan.threads = value.parse::<usize>()?.max(1),
            _ => return Err(format!("there is no {name}").into()),
        }
    }
    println!("{} panels of each kind, seed {}", plan.panels, plan.seed);
    match part.as_str() {
        "headlines" => headlines::table(&plan),
        "looks" => headlines::looks(&plan),
        "actions" => actions::table(&plan),
        "methods" => methods::tables(&plan),
        "all" => {
            headlines::table(&plan)?;
            headlines::looks(&plan)?;
            actions::table(&plan)?;
            methods::tables(&plan)
        }
        _ => Err(format!("there is no part {part}").into()),
    }
}
