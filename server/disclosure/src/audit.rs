//! The release rules for anybody's organisation: types of the file and of the answer of `release-audit`.
//!
//! Reading and printing JSON is left to the caller.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::release::{State, release};
use crate::threshold::{Threshold, ThresholdTooLow};
use crate::tree::{TreeError, Unit};

/// A unit id as files have them: a number or a text, given back as it came. Numbers come before texts, texts
/// are ordered by their bytes; `7` and `"7"` are two ids.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum AuditId {
    /// A whole number.
    Number(i64),
    /// Anything else.
    Text(String),
}

impl fmt::Display for AuditId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(formatter),
            Self::Text(text) => write!(formatter, "{text:?}"),
        }
    }
}

/// The file: `{"k":5,"units":[{"id":…,"parent":null or id,"direct":{"roster":n,"answered":n}},…]}`. Of a unit's
/// direct members it can also say how many answers do not carry a figure, `"fresh":n`, and how many people answer
/// with a printed code, whether they did or not, `"by_code":n`; both are zero where they are left out.
///
/// Units may have more keys, names for example, but the file itself and `direct` may not: a misspelt `k` or
/// `fresh` would go unnoticed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditRequest {
    /// The threshold asked for. [`Threshold::DEFAULT`] when absent.
    #[serde(default)]
    pub k: Option<u32>,
    /// The organisation, in any order.
    pub units: Vec<Unit<AuditId>>,
}

/// The answer: `{"units":[{"id":…,"state":…},…]}`, units in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditReport {
    /// One entry for each unit of the file.
    pub units: Vec<AuditedUnit>,
}

/// What becomes of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditedUnit {
    /// The id as it was in the file.
    pub id: AuditId,
    /// Whether its figure may be shown, and if not, why.
    pub state: State,
}

/// Why a file cannot be audited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuditError {
    /// The threshold is below the floor.
    Threshold(ThresholdTooLow),
    /// The units contradict each other.
    Tree(TreeError<AuditId>),
}

impl fmt::Display for AuditError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Threshold(error) => error.fmt(formatter),
            Self::Tree(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for AuditError {}

impl From<ThresholdTooLow> for AuditError {
    fn from(error: ThresholdTooLow) -> Self {
        Self::Threshold(error)
    }
}

impl From<TreeError<AuditId>> for AuditError {
    fn from(error: TreeError<AuditId>) -> Self {
        Self::Tree(error)
    }
}

/// Applies R1, R2 and R9 to the organisation of a file. `k` goes before the threshold of the file, as a word on
/// the command line does.
///
/// # Errors
/// [`AuditError::Threshold`] for a threshold below [`Threshold::FLOOR`], [`AuditError::Tree`] for units that
/// are no organisation.
pub fn audit(request: &AuditRequest, k: Option<u32>) -> Result<AuditReport, AuditError> {
    let threshold = match k.or(request.k) {
        Some(people) => Threshold::try_from(people)?,
        None => Threshold::DEFAULT,
    };
    let units = release(&request.units, threshold)?
        .into_iter()
        .map(|decision| AuditedUnit { id: decision.id, state: decision.state })
        .collect();
    Ok(AuditReport { units })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIXED_IDS: &str = r#"{"k":5,"units":[
        {"id":"shop","parent":"all","direct":{"roster":9,"answered":6},"name":"Storgata"},
        {"id":"all","parent":null,"direct":{"roster":3,"answered":3}},
        {"id":7,"parent":"all","direct":{"roster":6,"answered":5}},
        {"id":8,"parent":"all","direct":{"roster":6,"answered":2}},
        {"id":9,"parent":"all","direct":{"roster":6,"answered":0}}]}"#;

    fn run(file: &str, k: Option<u32>) -> Result<String, String> {
        let request: AuditRequest = serde_json::from_str(file).map_err(|error| error.to_string())?;
        let report = audit(&request, k).map_err(|error| error.to_string())?;
        Ok(serde_json::to_string(&report).unwrap())
    }

    #[test]
    fn the_report_keeps_order_and_ids_and_names_all_states() {
        let told = run(MIXED_IDS, None).unwrap();
        assert_eq!(
            told,
            concat!(
                r#"{"units":[{"id":"shop","state":"published"},{"id":"all","state":"published"},"#,
                r#"{"id":7,"state":"published"},{"id":8,"state":"below_k"},{"id":9,"state":"no_data"}]}"#
            )
        );
    }

    #[test]
    fn the_threshold_of_the_command_line_goes_before_that_of_the_file() {
        let told = run(MIXED_IDS, Some(6)).unwrap();
        assert!(told.contains(r#"{"id":7,"state":"below_k"}"#), "{told}");
        assert!(told.contains(r#"{"id":"shop","state":"published"}"#), "{told}");
    }

    #[test]
    fn without_any_threshold_five_is_used() {
        let file = r#"{"units":[{"id":1,"parent":null,"direct":{"roster":4,"answered":4}}]}"#;
        assert!(run(file, None).unwrap().contains("below_k"));
        assert!(run(file, Some(4)).unwrap().contains("published"));
    }

    #[test]
    fn a_threshold_of_two_is_refused_wherever_it_comes_from() {
        let refusal = Err("a threshold of 2 is too low, the lowest is 3".to_owned());
        assert_eq!(run(MIXED_IDS, Some(2)), refusal);
        assert_eq!(run(r#"{"k":2,"units":[]}"#, None), refusal);
    }

    #[test]
    fn contradictions_name_the_unit() {
        let twice = r#"{"units":[{"id":"a","parent":null,"direct":{"roster":1,"answered":1}},
            {"id":"a","parent":null,"direct":{"roster":1,"answered":1}}]}"#;
        assert_eq!(run(twice, None), Err("unit \"a\" occurs twice".to_owned()));
        let orphan = r#"{"units":[{"id":1,"parent":"1","direct":{"roster":1,"answered":1}}]}"#;
        assert_eq!(
            run(orphan, None),
            Err("unit 1 has the parent \"1\", which is not in the list".to_owned())
        );
    }

    #[test]
    fn newcomers_and_codes_are_read_where_a_file_has_them() {
        let state = |direct: &str| {
            let told = run(&format!(r#"{{"units":[{{"id":1,"parent":null,"direct":{direct}}}]}}"#), None);
            told.map(|told| told.contains("published"))
        };
        assert_eq!(state(r#"{"roster":9,"answered":7}"#), Ok(true));
        assert_eq!(state(r#"{"roster":9,"answered":7,"fresh":2}"#), Ok(true));
        assert_eq!(state(r#"{"roster":9,"answered":7,"fresh":3}"#), Ok(false));
        assert_eq!(state(r#"{"roster":9,"answered":7,"by_code":1}"#), Ok(false));
        assert_eq!(state(r#"{"roster":9,"answered":8,"fresh":0,"by_code":8}"#), Ok(true));
        assert_eq!(
            state(r#"{"roster":9,"answered":7,"fresh":10}"#),
            Err("unit 1 has more newcomers (fresh) than people on its roster".to_owned())
        );
        assert_eq!(
            state(r#"{"roster":9,"answered":7,"by_code":10}"#),
            Err("unit 1 has more people with printed codes (by_code) than on its roster".to_owned())
        );
    }

    #[test]
    fn misspelt_negative_and_fractional_input_is_refused() {
        for file in [
            r#"{"K":10,"units":[]}"#,
            r#"{"k":5}"#,
            r#"{"units":[{"id":1,"direct":{"roster":1,"answered":1}}]}"#,
            r#"{"units":[{"id":1,"parent":null,"direct":{"roster":1}}]}"#,
            r#"{"units":[{"id":1,"parent":null,"direct":{"roster":-1,"answered":0}}]}"#,
            r#"{"units":[{"id":1.5,"parent":null,"direct":{"roster":1,"answered":0}}]}"#,
            r#"{"units":[{"id":1,"parent":null,"direct":{"roster":1,"answered":0,"frehs":1}}]}"#,
            r#"{"units":[{"id":1,"parent":null,"direct":{"roster":1,"answered":0,"fresh":-1}}]}"#,
            r#"{"units":[{"id":1,"parent":null,"direct":{"roster":1,"answered":0,"by_code":0.5}}]}"#,
        ] {
            assert!(run(file, None).is_err(), "{file}");
        }
    }

    #[test]
    fn an_organisation_without_units_has_an_empty_report() {
        assert_eq!(run(r#"{"k":3,"units":[]}"#, None), Ok(r#"{"units":[]}"#.to_owned()));
    }
}
