//! What comes alive in the browser. Every page works without: an island adds, it never carries.

mod chart_tips;
mod keeper;
mod kept_ballots;
mod own_chart;
mod own_history;
mod shortcuts;

pub use chart_tips::ChartTips;
pub use keeper::Texts;
pub use kept_ballots::KeptBallots;
pub use own_history::OwnHistory;
pub use shortcuts::Shortcuts;

/// Named by the crate `hydrate`, so that linking keeps the islands.
pub const fn keep() {}
