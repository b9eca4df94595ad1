//! `trivsel clocks`: when the promises of anybody's cases are due, and whether they were kept.

use std::path::{Path, PathBuf};

use clap::Args;
use worktime::{
    Figures, Level, Run, State,
    file::{Answer, answer, read_calendars, read_cases},
};

use super::{Failure, Outcome, say};

pub(super) const EXAMPLES: &str = r#"The calendars:
  {"desk": {"timezone": "Europe/Oslo", "holidays": "NO", "half_days": {"christmas_eve": "12:00"},
            "week": {"mon": [["08:00", "16:00"]], "thu": [["08:00", "11:30"], ["12:00", "16:00"]]},
            "exceptions": {"2026-11-30": []}}}
The cases:
  {"cases": [{"id": "K-1", "calendar": "desk", "as_of": "2026-12-21T12:00:00+01:00",
    "clock": {"unit": "days", "n": 2, "stops": "answered"},
    "events": [{"at": "2026-12-14T10:00:00+01:00", "event": "received", "team": "Desk"},
               {"at": "2026-12-17T13:00:00+01:00", "event": "paused"},
               {"at": "2026-12-17T14:00:00+01:00", "event": "resumed"}]}]}

Example:
  trivsel clocks cases.json --calendars calendars.json
    K-1  running  in time  used 16:30:00 of 21:30:00  due 2026-12-24 09:00:00
Two working days after the day of receipt end on Monday the 21st; a pause of an hour in between
moves that to the next opening.

Clocks count in days, hours or minutes of working time. Optional keys of a clock: investigating, its
n from the event of that name on; repeats_at, the event that ends a run and begins the next. Further
events: extended (by), handed_over (team), reopened, and any that stops a clock. Hours that end no
later than they begin end on the next day. Holidays: NO or none. Half days: christmas_eve,
new_years_eve, easter_wednesday, easter_eve, whitsun_eve.
Exit code 2: a file cannot be read or contradicts itself; the line names the place."#;

#[derive(Args)]
pub(super) struct ClocksArgs {
    /// JSON file with the cases
    file: PathBuf,
    /// JSON file with the opening hours
    #[arg(long, value_name = "FILE")]
    calendars: PathBuf,
    /// Print JSON: [{"id":…,"runs":[…],"refused":[…]},…], instants in UTC, durations in seconds
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &ClocksArgs) -> Outcome {
    let calendars = read(&args.calendars, read_calendars)?;
    let cases = read(&args.file, read_cases)?;
    let answers = answer(&cases, &calendars).map_err(|error| wrong(&args.file, &error))?;
    if args.json {
        say(&serde_json::to_string(&answers)?);
    } else {
        answers.iter().flat_map(lines).for_each(|line| say(&line));
    }
    Ok(())
}

fn read<T, E: std::fmt::Display>(path: &Path, parse: impl Fn(&str) -> Result<T, E>) -> Result<T, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure { line: format!("{} cannot be read: {error}", path.display()), code: 2 })?;
    parse(&text).map_err(|error| wrong(path, &error))
}

fn wrong(path: &Path, error: &impl std::fmt::Display) -> Failure {
    Failure { line: format!("{}: {error}", path.display()), code: 2 }
}

/// A case for people: a line for each run, then one for each event that changed nothing.
fn lines(answer: &Answer) -> Vec<String> {
    let id = &answer.id;
    let runs = answer.runs.iter().map(|run| format!("{id}  {}", described(run)));
    let refused = answer
        .refused
        .iter()
        .map(|refused| format!("{id}  event {} changed nothing: {}", refused.event, refused.why));
    runs.chain(refused).collect()
}

fn described(run: &Run) -> String {
    let Ok(figures) = &run.figures else {
        return "the unit never opens".to_owned();
    };
    let Figures { state, elapsed, budget, .. } = figures;
    let state = match state {
        State::Running => "running",
        State::Paused => "paused",
        State::Stopped => "stopped",
    };
    let level = match (figures.level(), figures.stopped_at) {
        (Level::Late, _) => "late",
        (Level::Warning, None) => "nearly due",
        (Level::Warning | Level::InTime, _) => "in time",
    };
    let due = figures.due_local.map_or_else(
        || "due when it goes on".to_owned(),
        |due| format!("due {}", due.format("%Y-%m-%d %H:%M:%S")),
    );
    format!("{state}  {level}  used {} of {}  {due}", duration(*elapsed), duration(*budget))
}

/// Seconds as hours, minutes and seconds.
fn duration(seconds: i64) -> String {
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
