//! What the pack says of customers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Decimal, Verdict};

/// Complaints of a unit and everything below it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Complaints {
    /// Stretches of the control chart.
    pub segments: Vec<Segment>,
    /// Contacts of the quarter.
    pub contacts: i64,
    /// Complaints of the quarter.
    pub complaints: i64,
    /// Contacts of the quarter before.
    pub previous_contacts: i64,
    /// Complaints of the quarter before.
    pub previous_complaints: i64,
    /// Per 1,000 contacts.
    pub rate: Option<Decimal>,
    /// Exact interval.
    pub rate_lower: Option<Decimal>,
    /// Exact interval.
    pub rate_upper: Option<Decimal>,
    /// As printed: rate and its interval.
    pub printed: Option<[Decimal; 3]>,
    /// Per 1,000 contacts, the quarter before.
    pub previous_rate: Option<Decimal>,
    /// As printed.
    pub previous_printed: Option<Decimal>,
    /// The change; none where there is nothing to compare.
    #[serde(default, skip_serializing_if = "Option::is_none", flatten)]
    pub change: Option<RateChange>,
    /// What is said of it.
    pub verdict: Verdict,
    /// One point a round.
    pub points: Vec<RatePoint>,
}

/// One rate over the one before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RateChange {
    /// The ratio.
    pub ratio: Decimal,
    /// Lower end.
    pub ratio_lower: Decimal,
    /// Upper end.
    pub ratio_upper: Decimal,
    /// Change in whole percent.
    pub percent: i32,
    /// Lower end, outward.
    pub percent_lower: i32,
    /// Upper end, outward.
    pub percent_upper: i32,
    /// Two-sided.
    pub p: Decimal,
    /// Corrected.
    pub q: Option<Decimal>,
}

/// A stretch of a control chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// Its first round.
    pub first_round: i64,
    /// Its last.
    pub last_round: i64,
    /// Points with contacts.
    pub points: u32,
    /// The usual level, with twelve points or more.
    pub centre_per_1000: Option<Decimal>,
    /// How many times as much as by chance neighbours differ, with twenty or more.
    pub sigma_z: Option<Decimal>,
    /// `laney`, `u` or `line`.
    pub chart: String,
    /// Fewest complaints that a round lets expect.
    pub smallest_expected: Option<Decimal>,
}

/// A round's rate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RatePoint {
    /// The round.
    pub round: i64,
    /// Contacts.
    pub contacts: i64,
    /// Complaints.
    pub complaints: i64,
    /// Rate.
    pub per_1000: Option<Decimal>,
    /// As printed.
    pub printed: Option<Decimal>,
    /// Exact control limits, as printed.
    pub lower: Option<Decimal>,
    /// Exact control limits, as printed.
    pub upper: Option<Decimal>,
    /// Textbook limits, for orientation.
    pub classic_lower: Option<Decimal>,
    /// Textbook limits, for orientation.
    pub classic_upper: Option<Decimal>,
    /// Name of the rule it breaks.
    pub signal: Option<String>,
}

/// How the cases of a unit went.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cases {
    /// Promises, by name.
    pub clocks: BTreeMap<String, Clock>,
    /// Causes, the most frequent first.
    pub pareto: Vec<Cause>,
    /// Counts by name.
    pub outcomes: BTreeMap<String, i64>,
    /// Apologies given in time, of those due.
    pub apology_in_time: Option<Share>,
    /// What customers said of the handling; none under ten answers.
    pub closure_survey: Option<Closure>,
    /// Open at the end of the quarter, by stage.
    pub open_at_quarter_end: BTreeMap<String, i64>,
}

/// A promise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clock {
    /// Clocks that ended.
    pub ended: u32,
    /// Of them in time.
    pub kept: u32,
    /// Share kept; none under ten.
    pub share: Option<Decimal>,
    /// Wilson's interval.
    pub lower: Option<Decimal>,
    /// Wilson's interval.
    pub upper: Option<Decimal>,
    /// In whole percent: share and its interval.
    pub printed: Option<i32>,
    /// In whole percent.
    pub printed_range: Option<[i32; 2]>,
    /// Working minutes, nearest rank.
    pub median_minutes: Option<i64>,
    /// Working minutes, nearest rank.
    pub p90_minutes: Option<i64>,
}

/// A share with Wilson's interval.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// Between 0 and 1.
    pub share: Decimal,
    /// Lower end.
    pub lower: Decimal,
    /// Upper end.
    pub upper: Decimal,
    /// Whole percent: share, lower, upper.
    pub printed: [i32; 3],
}

/// A cause of complaints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cause {
    /// Stable name.
    pub cause: String,
    /// How many issues.
    pub issues: i64,
    /// Of all, in whole percent.
    pub share_percent: i32,
    /// This and all before it.
    pub cumulative_percent: i32,
}

/// What customers said of the handling.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Closure {
    /// Answers.
    pub n: i64,
    /// Share of 4 and 5.
    pub content_share: Decimal,
    /// Wilson's interval.
    pub content_lower: Decimal,
    /// Wilson's interval.
    pub content_upper: Decimal,
    /// Whole percent: share, lower, upper.
    pub printed: [i32; 3],
    /// Mean of 1–5.
    pub mean: Option<Decimal>,
    /// Student's interval.
    pub mean_lower: Option<Decimal>,
    /// Student's interval.
    pub mean_upper: Option<Decimal>,
}
