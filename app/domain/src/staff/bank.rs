//! The item bank, tag `trivsel-1`: two core items asked in every round and twelve that take turns,
//! two a round. Our own wording, not a validated instrument. A change of wording needs a new tag.
//!
//! The wording stands in the message catalogues under `item-<id>`.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Tag of this bank's wording; stored with each round.
pub const TAG: &str = "trivsel-1";

/// The answer scale of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// −2 far too little … +2 far too much; both ends are unfavourable.
    Workload,
    /// 1 very bad … 5 very good.
    Quality,
    /// 1 strongly disagree … 5 strongly agree.
    Agreement,
}

impl Scale {
    /// The values, in reading order.
    pub const fn values(self) -> [i16; 5] {
        match self {
            Self::Workload => [-2, -1, 0, 1, 2],
            Self::Quality | Self::Agreement => [1, 2, 3, 4, 5],
        }
    }

    /// Message id of the label of the value at a position of [`Scale::values`].
    pub const fn label_id(self, position: usize) -> &'static str {
        const WORKLOAD: [&str; 5] = [
            "scale-workload-1",
            "scale-workload-2",
            "scale-workload-3",
            "scale-workload-4",
            "scale-workload-5",
        ];
        const QUALITY: [&str; 5] =
            ["scale-quality-1", "scale-quality-2", "scale-quality-3", "scale-quality-4", "scale-quality-5"];
        const AGREEMENT: [&str; 5] = [
            "scale-agreement-1",
            "scale-agreement-2",
            "scale-agreement-3",
            "scale-agreement-4",
            "scale-agreement-5",
        ];
        let position = if position > 4 { 4 } else { position };
        match self {
            Self::Workload => WORKLOAD[position],
            Self::Quality => QUALITY[position],
            Self::Agreement => AGREEMENT[position],
        }
    }
}

/// An item: a question of the check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Item {
    /// Core: workload.
    C1,
    /// Core: satisfaction.
    C2,
    /// Valued.
    R1,
    /// Fair pay.
    R2,
    /// Not exploited.
    R3,
    /// Belonging.
    R4,
    /// Shared fate.
    R5,
    /// Recovery.
    R6,
    /// Clarity.
    R7,
    /// Emotional load.
    R8,
    /// Support.
    R9,
    /// The leader models service.
    R10,
    /// Room to put it right.
    R11,
    /// Being heard.
    R12,
    /// A statement of the organisation's own, by its number in the database. Its wording stands there too.
    Own(i64),
}

/// The psychosocial factors that the working environment act § 4-3 names, first paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Factor {
    /// Unclear or contradictory demands.
    A,
    /// Emotional demands in work with people.
    B,
    /// Workload and time pressure out of balance.
    C,
    /// Support and help.
    D,
}

impl Item {
    /// Both core items.
    pub const CORE: [Self; 2] = [Self::C1, Self::C2];

    /// The twelve that take turns.
    pub const ROTATING: [Self; 12] = [
        Self::R1,
        Self::R2,
        Self::R3,
        Self::R4,
        Self::R5,
        Self::R6,
        Self::R7,
        Self::R8,
        Self::R9,
        Self::R10,
        Self::R11,
        Self::R12,
    ];

    /// All fourteen of the bank.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::CORE.into_iter().chain(Self::ROTATING)
    }

    /// The id used in forms and the tally.
    pub fn id(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::C1 => "C1",
            Self::C2 => "C2",
            Self::R1 => "R1",
            Self::R2 => "R2",
            Self::R3 => "R3",
            Self::R4 => "R4",
            Self::R5 => "R5",
            Self::R6 => "R6",
            Self::R7 => "R7",
            Self::R8 => "R8",
            Self::R9 => "R9",
            Self::R10 => "R10",
            Self::R11 => "R11",
            Self::R12 => "R12",
            Self::Own(number) => return Cow::Owned(format!("O{number}")),
        })
    }

    /// Reads an id.
    pub fn from_id(id: &str) -> Option<Self> {
        let own = || {
            let number = id.strip_prefix('O')?.parse().ok().filter(|number| *number > 0)?;
            (id == format!("O{number}")).then_some(Self::Own(number))
        };
        Self::all().find(|item| item.id() == id).or_else(own)
    }

    /// The name of what the item measures, as used for its released figure.
    pub fn driver(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::C1 => "workload",
            Self::C2 => "satisfaction",
            Self::R1 => "valued",
            Self::R2 => "fair_pay",
            Self::R3 => "not_exploited",
            Self::R4 => "belonging",
            Self::R5 => "shared_fate",
            Self::R6 => "recovery",
            Self::R7 => "clarity",
            Self::R8 => "emotional_load",
            Self::R9 => "support",
            Self::R10 => "leader_models_service",
            Self::R11 => "room_to_put_it_right",
            Self::R12 => "being_heard",
            Self::Own(number) => return Cow::Owned(format!("own_{number}")),
        })
    }

    /// The factor of § 4-3 that the item speaks to, if any.
    pub const fn factor(self) -> Option<Factor> {
        match self {
            Self::R7 | Self::R10 | Self::R11 => Some(Factor::A),
            Self::R8 => Some(Factor::B),
            Self::C1 | Self::R3 | Self::R6 => Some(Factor::C),
            Self::R1 | Self::R4 | Self::R9 | Self::R12 => Some(Factor::D),
            Self::C2 | Self::R2 | Self::R5 | Self::Own(_) => None,
        }
    }

    /// Its answer scale.
    pub const fn scale(self) -> Scale {
        match self {
            Self::C1 => Scale::Workload,
            Self::C2 => Scale::Quality,
            _ => Scale::Agreement,
        }
    }
}

/// The bank's four items of a round: both core items and two that take turns. Everyone in a round gets
/// the same; six rounds cover the bank.
pub fn items_of_round(number: i64) -> [Item; 4] {
    let turn = usize::try_from(number.rem_euclid(6)).unwrap_or(0);
    // Pairs lie six apart, so that neighbours in the bank (often kin in content) do not meet.
    [Item::C1, Item::C2, Item::ROTATING[turn], Item::ROTATING[turn + 6]]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn six_rounds_in_a_row_cover_the_whole_bank() {
        for first in [-3_i64, 0, 1, 100] {
            let asked: BTreeSet<Item> = (first..first + 6).flat_map(items_of_round).collect();
            assert_eq!(asked.len(), 14);
        }
    }

    #[test]
    fn an_id_reads_back() {
        for item in Item::all() {
            assert_eq!(Item::from_id(&item.id()), Some(item));
        }
        assert_eq!(Item::from_id("O12"), Some(Item::Own(12)));
        for id in ["R13", "O", "O0", "O-1", "O012", "O1x", "o1"] {
            assert_eq!(Item::from_id(id), None, "{id}");
        }
    }
}
