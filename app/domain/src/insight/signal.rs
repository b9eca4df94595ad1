//! What the newest figures of a unit say beside the unit's own usual level.

use serde::{Deserialize, Serialize};

/// A measure that carries signals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignalMeasure {
    /// Strain of the staff, 0–100; high is worrying.
    Strain,
    /// Satisfaction of the staff, 0–100; low is worrying.
    Satisfaction,
    /// Complaints per 1,000 contacts; high is worrying.
    Complaints,
}

impl SignalMeasure {
    /// All of them, in the order pages show them.
    pub const ALL: [Self; 3] = [Self::Strain, Self::Satisfaction, Self::Complaints];

    /// The word used in the database and as the end of a message id.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Strain => "strain",
            Self::Satisfaction => "satisfaction",
            Self::Complaints => "complaints",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name() == name)
    }

    /// Decimals with which its values are written.
    pub const fn decimals(self) -> usize {
        match self {
            Self::Complaints => 1,
            _ => 0,
        }
    }
}

/// What the newest point of a measure says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignalState {
    /// Worse than usual by more than everyday variation: worth a look.
    Concern,
    /// Better than usual by more than everyday variation.
    Better,
    /// As usual, or too few points to say.
    #[default]
    None,
}

impl SignalState {
    /// The word used in the database and as the end of a message id.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Concern => "concern",
            Self::Better => "better",
            Self::None => "none",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Concern, Self::Better, Self::None].into_iter().find(|state| state.name() == name)
    }
}
