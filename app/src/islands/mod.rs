//! What comes alive in the browser. Every page works without: an island adds, it never carries.

mod chart_tips;
mod keep_choice;
mod keeper;
mod kept_ballots;
mod own_chart;
mod own_history;
mod progress;
mod shortcuts;

pub use chart_tips::ChartTips;
pub use keep_choice::KeepChoice;
pub use keeper::Texts;
pub use kept_ballots::KeptBallots;
pub use own_history::OwnHistory;
pub use progress::Progress;
pub use shortcuts::Shortcuts;

/// Named by the crate `hydrate`, so that linking keeps the islands.
pub const fn keep() {}
