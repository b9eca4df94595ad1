//! What is said of a unit's staff: the first that fits.

use domain::insight::pack::{Grain, UnitRow, Verdict};

/// Its stable name.
pub(super) fn of(row: &UnitRow) -> &'static str {
    let verdict = |measure: &str| row.measures.get(measure).map(|figure| figure.verdict);
    let (strain, satisfaction) = (verdict("strain"), verdict("satisfaction"));
    let is = |found: Option<Verdict>, wanted: Verdict| found == Some(wanted);
    let both = |wanted: Verdict| {
        let known = [strain, satisfaction].into_iter().flatten();
        known.clone().count() > 0 && known.into_iter().all(|verdict| verdict == wanted)
    };
    let either = |wanted: Verdict| is(strain, wanted) || is(satisfaction, wanted);
    if row.measures.values().all(|figure| figure.value.is_none()) {
        "nothing_shown"
    } else if row.moved_in_quarter {
        "moved"
    } else if !row.group_changed_at.is_empty() {
        "group_changed"
    } else if row.grain == Grain::Five || either(Verdict::TooFewPeople) {
        "too_few_people"
    } else if either(Verdict::GrainChanged) {
        "grain_changed"
    } else if (strain.is_none() && satisfaction.is_none()) || both(Verdict::NoComparison) {
        "no_comparison"
    } else if is(strain, Verdict::Up) {
        if is(satisfaction, Verdict::Down) { "strain_up_satisfaction_down" } else { "strain_up" }
    } else if is(satisfaction, Verdict::Down) {
        "satisfaction_down"
    } else if is(strain, Verdict::Down) {
        if is(satisfaction, Verdict::Up) { "strain_down_satisfaction_up" } else { "strain_down" }
    } else if is(satisfaction, Verdict::Up) {
        "satisfaction_up"
    } else {
        "no_clear_change"
    }
}
