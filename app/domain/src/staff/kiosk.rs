//! Answering on a shared tablet with one-time codes: what the pages show.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{organisation::unit::UnitItem, people::account::QrPicture};

/// The page on which codes are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodesPage {
    /// Number, first and last day of the open round; none between rounds.
    pub round: Option<(i64, NaiveDate, NaiveDate)>,
    /// What the tablet opens.
    pub address: String,
    /// The same for its camera.
    pub picture: QrPicture,
    /// Teams that answer by code in the open round, or will from the next one on.
    pub teams: Vec<CodeTeam>,
    /// Open units that do not, to choose from.
    pub others: Vec<UnitItem>,
}

/// A team that answers by code. How many of its codes were used is told nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeTeam {
    /// The team.
    pub unit: UnitItem,
    /// Slips of a sheet for the open round: one for each person counted here; none when the team
    /// answers in another way in this round.
    pub slips: Option<u32>,
    /// Whether a sheet is in force for the open round.
    pub has_sheet: bool,
    /// Whether another one may be printed.
    pub next: NextSheet,
    /// Whether rounds that open from now on are answered by code.
    pub stays: bool,
}

/// Where the next sheet of a team stands. It takes two people: whoever prints slips alone could keep some of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum NextSheet {
    /// Nobody has asked for it.
    #[default]
    None,
    /// It waits for the staff representative.
    Asked,
    /// It may be printed, once.
    Released,
}

/// Sheets that wait for the staff representative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetsPage {
    /// Number, first and last day of the open round; none between rounds.
    pub round: Option<(i64, NaiveDate, NaiveDate)>,
    /// Teams for which a sheet was asked, each with its number of slips.
    pub asked: Vec<(UnitItem, u32)>,
}

/// What can be done on the page on which codes are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodesAct {
    /// The unit answers by code, from the next round on.
    Begin,
    /// The unit no longer does, from the next round on.
    End,
    /// Its codes of the open round stop working.
    Revoke,
    /// A sheet is asked for.
    Ask,
    /// It gets a new sheet, shown in the browser.
    Sheet,
    /// It gets a new sheet, as a PDF file.
    Pdf,
}

impl CodesAct {
    const ALL: [Self; 6] = [Self::Begin, Self::End, Self::Revoke, Self::Ask, Self::Sheet, Self::Pdf];

    /// The word in the form and at the end of message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Begin => "begin",
            Self::End => "end",
            Self::Revoke => "revoke",
            Self::Ask => "ask",
            Self::Sheet => "sheet",
            Self::Pdf => "pdf",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }
}

/// A sheet of one-time codes, shown once: only hashes of the codes are stored.
#[derive(Clone, PartialEq, Eq)]
pub struct CodeSheet {
    /// Name of the team.
    pub team: String,
    /// First and last day of the round.
    pub days: (NaiveDate, NaiveDate),
    /// Address of the page that takes a code.
    pub address: String,
    /// Codes, in groups of four.
    pub codes: Vec<String>,
}
