//! What a person says about a file that it leaves open. Where nothing is said, the reader finds out.

use serde::{Deserialize, Serialize};

use crate::customers::words::named;

named! {
    /// What stands between two cells.
    Separator, "imports-separator-" {
        /// `,`
        Comma = "comma",
        /// `;`
        Semicolon = "semicolon",
        /// A tab.
        Tab = "tab",
        /// `|`
        Bar = "bar",
    }
}

named! {
    /// What stands before the decimals.
    DecimalMark, "imports-decimal-" {
        /// 3.5
        Point = "point",
        /// 3,5
        Comma = "comma",
    }
}

named! {
    /// How dates are written.
    DateOrder, "imports-dates-" {
        /// Day, month, year.
        Dmy = "dmy",
        /// Month, day, year.
        Mdy = "mdy",
        /// Year, month, day.
        Ymd = "ymd",
        /// Months in six digits.
        Yyyymm = "yyyymm",
        /// Weeks in six digits.
        Yyyyww = "yyyyww",
    }
}

named! {
    /// What becomes of rows that are called sums.
    TotalRows, "imports-totals-" {
        /// They are not counted.
        LeaveOut = "leave-out",
        /// They are rows like any other.
        Keep = "keep",
    }
}

/// Most characters of [`Reading::missing`].
pub const LONGEST_MISSING: usize = 60;

/// How a file is to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// Between two cells of a text file.
    pub separator: Option<Separator>,
    /// In all number columns.
    pub decimal: Option<DecimalMark>,
    /// In all columns of days and periods.
    pub dates: Option<DateOrder>,
    /// What becomes of rows that are called sums; those whose figures are the sums of the others are left out unless
    /// they are to be kept.
    pub totals: Option<TotalRows>,
    /// What stands for a missing figure beside nothing and NA, such as `.. :`, with spaces between.
    pub missing: String,
    /// Name of the sheet of a workbook; the first that can be seen when none is said.
    pub sheet: Option<String>,
}
