//! Actions of `trivsel link` as JSON: each unit that acted, before and after.

use serde_json::{Value, json};
use stats::{
    change::{
        Change,
        acted::{Outcome, acted},
    },
    panel::Panel,
};

/// One entry for each unit that acted; `began` as [`acted`] takes it.
pub(super) fn json(panel: &Panel, began: &[Option<i64>]) -> Value {
    let one = |found: stats::change::acted::Acted| {
        let mut value = match &found.outcome {
            Outcome::Beside { change, sisters } => {
                let mut value = of_change(&change.change);
                let weights = sisters.iter().zip(&change.weights).filter(|(_, weight)| **weight > 0.0);
                let name = |sister: &usize| panel.units.get(*sister).cloned().unwrap_or_default();
                value["sisters"] = weights
                    .map(|(sister, weight)| json!({ "unit": name(sister), "weight": weight }))
                    .collect();
                value["widening"] = json!(change.widening);
                value
            }
            Outcome::Alone(change) => of_change(change),
            Outcome::None(_) => json!({}),
        };
        value["unit"] = json!(panel.units.get(found.unit));
        value["comparison"] = json!(match found.outcome {
            Outcome::Beside { .. } => "sister_units",
            Outcome::Alone(_) => "none",
            Outcome::None(_) => "not_enough",
        });
        value
    };
    acted(panel, began).into_iter().map(one).collect()
}

fn of_change(change: &Change) -> Value {
    json!({
        "estimate": change.estimate,
        "se": change.standard_error,
        "ci": change.interval,
        "rate_ratio": change.estimate.exp(),
        "rate_ratio_ci": change.interval.map(f64::exp),
        "changed": change.excludes_none(),
        "periods": { "before": change.before.periods, "after": change.after.periods },
        "placebo": { "dates": change.placebo.dates, "as_large": change.placebo.as_large },
    })
}
