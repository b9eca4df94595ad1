//! Slips with a code each, to print and cut.

use serde::{Deserialize, Serialize};

/// What stands on the slips.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slips {
    /// Language of the texts, as a tag such as `nb`.
    pub lang: String,
    /// Title of the file.
    pub title: String,
    /// First line of each slip.
    pub heading: String,
    /// Second line.
    pub below_heading: String,
    /// What to do with the code; stands below it.
    pub how: String,
    /// Address to open, in bold after that.
    pub address: String,
    /// Last lines, small.
    pub foot: String,
    /// One code a slip, in large letters.
    pub codes: Vec<String>,
}
