//! The statistics of the product: does a team's strain go before its complaints, and is a run of
//! figures anything but noise?
//!
//! * [`panel`]: units observed over periods, checked, lagged and thinned by counted rules;
//! * [`poisson`]: rates with unit and period effects, and five variances for the slopes;
//! * [`link`]: the whole analysis, from panel to report, with typed reasons where it stays silent;
//! * [`within`]: one score beside another, each unit against its own usual level;
//! * [`spc`]: control charts with the NHS *Making Data Count* rules;
//! * [`change`]: whether a level changed at a date, and how often it does so without a reason;
//! * [`rate`]: a single rate with its interval;
//! * [`score`]: scores of surveys with their intervals;
//! * [`chance`]: how many is more than chance;
//! * [`two_quarters`]: one figure beside an earlier one;
//! * [`resampling`]: p-values that do not lean on large samples;
//! * [`random`]: the one generator behind everything that draws.
//!
//! Architecture invariant: pure functions on numbers. There is no input or output here, no clock, no
//! randomness but from a seed the caller passes, and no result is ever NaN or infinite: what cannot be
//! computed is absent, with a reason.

pub mod chance;
pub mod change;
mod distribution;
mod linear;
pub mod link;
pub mod panel;
pub mod poisson;
pub mod random;
pub mod rate;
pub mod resampling;
pub mod score;
pub mod spc;
pub mod two_quarters;
pub mod within;
