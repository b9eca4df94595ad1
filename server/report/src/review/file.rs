//! A quarter read from a file: the same things that the database holds, as JSON.

use std::collections::BTreeMap;

use domain::insight::{figures::Measure, pack::State};
use serde::Deserialize;
use serde_json::Value;

use super::{
    ActionInput, CaseInput, ClockInput, Counted, Input, LedgerRow, RoundInput, SeriesInput, UnitInput, Volume,
};

/// Name of the file's form.
pub const SCHEMA: &str = "trivsel-review-input/1";

/// What is wrong with the file: where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadFile(String);

impl std::fmt::Display for BadFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadFile {}

fn bad<T>(what: String) -> Result<T, BadFile> {
    Err(BadFile(what))
}

#[derive(Deserialize)]
struct File {
    schema: String,
    organisation: String,
    quarter: String,
    previous: String,
    #[serde(default)]
    dated: Option<String>,
    rounds: Vec<FileRound>,
    units: Vec<FileUnit>,
    ledger: Vec<LedgerLine>,
    #[serde(default)]
    volume: Vec<(String, i64, i64, i64)>,
    #[serde(default)]
    clocks: Vec<(String, u32, String, i64, i64)>,
    #[serde(default)]
    issues: Vec<(String, u32, String, i64)>,
    #[serde(default)]
    outcomes: Vec<(String, u32, BTreeMap<String, i64>)>,
    #[serde(default)]
    closure_survey_counts_1_to_5: Vec<(String, u32, [i64; 5])>,
    #[serde(default)]
    open_at_quarter_end: Vec<(String, u32, String, i64)>,
    #[serde(default)]
    actions: Vec<FileAction>,
}

type LedgerLine =
    (String, u32, i64, i64, String, String, Option<i32>, Option<i32>, Option<i32>, Option<String>);

#[derive(Deserialize)]
struct FileRound {
    n: i64,
    quarter: String,
    starts: String,
    state: String,
    #[serde(default)]
    items: Vec<String>,
    #[serde(default)]
    void_declared: Option<String>,
}

#[derive(Deserialize)]
struct FileUnit {
    id: String,
    name: String,
    #[serde(default)]
    kind: String,
    series: Vec<FileSeries>,
    #[serde(default)]
    roster: [Option<u32>; 2],
    #[serde(default)]
    window: [Option<u32>; 2],
}

#[derive(Deserialize)]
struct FileSeries {
    series: u32,
    parent: Option<String>,
    from: i64,
    to: i64,
}

#[derive(Deserialize)]
struct FileAction {
    id: i64,
    unit: String,
    tried: String,
    #[serde(default)]
    driver: Option<String>,
    #[serde(default)]
    factor: Option<String>,
    role: String,
    from: String,
    review_on: String,
    state: String,
}

/// Reads a quarter.
///
/// # Errors
/// [`BadFile`] says what is wrong and where: no JSON, another form, a unit, round, measure or state that is unknown.
pub fn read(text: &str) -> Result<Input, BadFile> {
    let form: Value = serde_json::from_str(text).map_err(|error| BadFile(format!("no JSON: {error}")))?;
    let named = form.get("schema").and_then(Value::as_str).unwrap_or_default();
    if named != SCHEMA {
        return bad(format!("the schema is {named:?}; {SCHEMA:?} is read"));
    }
    let file: File = serde_json::from_str(text).map_err(|error| BadFile(error.to_string()))?;
    debug_assert_eq!(file.schema, SCHEMA);
    let reader = Reader::of(&file)?;
    let rounds = file.rounds.iter().map(|round| reader.round(round, &file)).collect::<Result<Vec<_>, _>>()?;
    if !rounds.windows(2).all(|pair| pair[0].n < pair[1].n) {
        return bad("rounds must stand in order, each once".to_owned());
    }
    let newest = rounds.iter().rfind(|round| round.is_now && !round.is_void);
    let dated = file.dated.clone().or_else(|| newest.map(|round| round.starts.clone())).unwrap_or_default();
    let ledger = file.ledger.iter().enumerate().map(|(line, row)| reader.row(line, row, &file));
    let mut counted = Vec::new();
    for (unit, series, cause, count) in &file.issues {
        counted.push(reader.counted("issues", unit, *series, Counted::Issue, cause, *count)?);
    }
    for (unit, series, outcomes) in &file.outcomes {
        for (key, count) in outcomes {
            counted.push(reader.counted("outcomes", unit, *series, Counted::Outcome, key, *count)?);
        }
    }
    for (unit, series, counts) in &file.closure_survey_counts_1_to_5 {
        for (grade, count) in (1..).zip(counts) {
            let key: String = i32::to_string(&grade);
            counted.push(reader.counted("closure_survey", unit, *series, Counted::Survey, &key, *count)?);
        }
    }
    for (unit, series, stage, count) in &file.open_at_quarter_end {
        counted.push(reader.counted("open_at_quarter_end", unit, *series, Counted::Open, stage, *count)?);
    }
    let volume = file.volume.iter().map(|(unit, round, contacts, complaints)| {
        let unit = reader.unit("volume", unit)?;
        if *contacts < 0 || *complaints < 0 {
            return bad(format!("volume, round {round}: counts below 0"));
        }
        Ok(Volume { unit, round: *round, contacts: *contacts, complaints: *complaints })
    });
    let clocks = file.clocks.iter().map(|(unit, series, clock, elapsed, budget)| {
        let unit = reader.unit("clocks", unit)?;
        Ok(ClockInput { unit, series: *series, clock: clock.clone(), elapsed: *elapsed, budget: *budget })
    });
    Ok(Input {
        ledger: ledger.collect::<Result<_, _>>()?,
        volume: volume.collect::<Result<_, BadFile>>()?,
        clocks: clocks.collect::<Result<_, BadFile>>()?,
        units: file.units.iter().map(|unit| reader.place(unit)).collect::<Result<_, _>>()?,
        actions: file.actions.iter().map(action).collect(),
        organisation: file.organisation,
        quarter: file.quarter,
        previous: file.previous,
        dated,
        rounds,
        is_summed: false,
        counted,
        own: Vec::new(),
    })
}

fn action(action: &FileAction) -> ActionInput {
    ActionInput {
        id: action.id,
        unit: action.unit.clone(),
        tried: action.tried.clone(),
        driver: action.driver.clone(),
        factor: action.factor.clone(),
        role: action.role.clone(),
        from: action.from.clone(),
        review_on: action.review_on.clone(),
        state: action.state.clone(),
    }
}

/// Units by id.
struct Reader(BTreeMap<String, usize>);

impl Reader {
    fn of(file: &File) -> Result<Self, BadFile> {
        let mut places = BTreeMap::new();
        for (place, unit) in file.units.iter().enumerate() {
            if places.insert(unit.id.clone(), place).is_some() {
                return bad(format!("units: {:?} is there twice", unit.id));
            }
        }
        Ok(Self(places))
    }

    fn unit(&self, list: &str, id: &str) -> Result<usize, BadFile> {
        match self.0.get(id) {
            Some(place) => Ok(*place),
            None => bad(format!("{list}: no unit {id:?}")),
        }
    }

    fn round(&self, round: &FileRound, file: &File) -> Result<RoundInput, BadFile> {
        let is_now = round.quarter == file.quarter;
        if !is_now && round.quarter != file.previous {
            return bad(format!("round {}: no quarter {:?}", round.n, round.quarter));
        }
        let is_void = match round.state.as_str() {
            "released" => false,
            "void" => true,
            other => return bad(format!("round {}: no state {other:?}", round.n)),
        };
        if let Some(other) = round.void_declared.as_deref().filter(|when| !WHEN.contains(when)) {
            return bad(format!("round {}: no void_declared {other:?}", round.n));
        }
        let items = round.items.iter().map(|item| measure(&format!("round {}", round.n), item));
        let items = items.collect::<Result<_, _>>()?;
        Ok(RoundInput { n: round.n, starts: round.starts.clone(), is_now, is_void, items })
    }

    fn place(&self, unit: &FileUnit) -> Result<UnitInput, BadFile> {
        let series = unit.series.iter().map(|series| {
            let parent = series.parent.as_deref().map(|id| self.unit("units", id)).transpose()?;
            Ok(SeriesInput { series: series.series, parent, from: series.from, to: series.to })
        });
        Ok(UnitInput {
            id: unit.id.clone(),
            number: unit.id.clone(),
            name: unit.name.clone(),
            kind: unit.kind.clone(),
            series: series.collect::<Result<_, BadFile>>()?,
            roster: unit.roster,
            window: unit.window,
        })
    }

    fn row(&self, line: usize, row: &LedgerLine, file: &File) -> Result<LedgerRow, BadFile> {
        let (unit, series, first, last, name, state, value, lower, upper, band) = row;
        let at = format!("ledger, row {}", line + 1);
        let known = |n: &i64| file.rounds.iter().any(|round| round.n == *n);
        if !known(first) || !known(last) || first > last {
            return bad(format!("{at}: no rounds {first} to {last}"));
        }
        let is_void = file.rounds.iter().any(|round| {
            (*first..=*last).contains(&round.n)
                && round.state == "void"
                && round.void_declared.as_deref() != Some(BEFORE)
        });
        let state = match state.as_str() {
            _ if is_void => State::Void,
            // The share that answered may be a band alone.
            "published" if value.is_some() || band.is_some() => State::Published,
            "hidden" | "below_k" | "complement" | "held" => State::Hidden,
            other => return bad(format!("{at}: no state {other:?} with this value")),
        };
        Ok(LedgerRow {
            unit: self.unit(&at, unit)?,
            series: *series,
            first_round: *first,
            last_round: *last,
            measure: measure(&at, name)?,
            state,
            value: *value,
            lower: *lower,
            upper: *upper,
            band: band.clone(),
        })
    }

    fn counted(
        &self,
        list: &str,
        unit: &str,
        series: u32,
        counted: Counted,
        key: &str,
        count: i64,
    ) -> Result<CaseInput, BadFile> {
        Ok(CaseInput { unit: self.unit(list, unit)?, series, counted, key: key.to_owned(), count })
    }
}

const BEFORE: &str = "before release";
const WHEN: [&str; 2] = [BEFORE, "after release"];

fn measure(at: &str, name: &str) -> Result<Measure, BadFile> {
    match Measure::from_name(name) {
        Some(measure) => Ok(measure),
        None => bad(format!("{at}: no measure {name:?}")),
    }
}
