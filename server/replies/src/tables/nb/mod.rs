//! Bokmål, with the Nynorsk forms that differ little.

mod faults;
mod regret;
mod steps;
mod words;

use super::Tables;

pub(super) const TABLES: Tables = Tables {
    lists: &[words::LISTS],
    patterns: &[
        regret::PATTERNS,
        faults::OWNING,
        faults::TELLING,
        faults::EXCUSES,
        steps::TIMES,
        steps::VERBS,
        steps::STEPS,
    ],
};
