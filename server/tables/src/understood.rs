//! What was understood of a file: for people to look at before its figures are believed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    encoding::Encoding, numbers::NumberLayout, periods::PeriodLayout, separator::Separator,
    workbook::SheetChoice,
};

/// How a file was read. [`Self::sentences`] says it in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Understood {
    /// Encoding of a text file.
    pub encoding: Option<Encoding>,
    /// Separator of a text file.
    pub separator: Option<Separator>,
    /// Line ends of a text file.
    pub line_ends: Option<LineEnd>,
    /// Sheet of a workbook.
    pub sheet: Option<SheetChoice>,
    /// Rows of a workbook that are not shown, by a filter or by hand, and were read like the others.
    pub hidden_rows: u64,
    /// Row of the head.
    pub head_row: u64,
    /// Lines of text above the head, with their rows.
    pub titles: Vec<(u64, String)>,
    /// Whether the heads are put together of two rows, the upper one of merged cells.
    pub has_merged_head: bool,
    /// All heads.
    pub heads: Vec<String>,
    /// The columns asked for.
    pub columns: Vec<UnderstoodColumn>,
    /// Rows taken.
    pub rows: u64,
    /// Empty rows among them.
    pub empty_rows: u64,
    /// Rows below the head that are left out; the first fifty.
    pub left_out: Vec<LeftOut>,
    /// Units that are the sum of the others in the one column that adds up, and are taken all the same.
    pub suspected_totals: Vec<(String, u64)>,
    /// Units whose names sound like sums, whose figures are none, and which are taken.
    pub named_like_totals: Vec<(String, u64)>,
    /// Two spellings that are taken for one name.
    pub spellings: Vec<(String, String)>,
    /// The first rows, as they stand; cells are shortened.
    pub first_rows: Vec<Vec<String>>,
}

/// How lines end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LineEnd {
    /// `\n`
    Lf,
    /// `\r\n`
    CrLf,
    /// `\r`
    Cr,
    /// Several of these.
    Mixed,
}

/// How a column was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UnderstoodColumn {
    /// Its head.
    pub name: String,
    /// Layout of its numbers.
    pub number: Option<NumberLayout>,
    /// Layout of its periods.
    pub period: Option<PeriodLayout>,
    /// Cells that stand for a missing figure, by what they say.
    pub missing: BTreeMap<String, u64>,
}

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The row, of a name the first.
    pub row: u64,
    /// What it says.
    pub text: String,
    /// Why.
    pub why: Why,
}

/// Why a row was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// A line of text below the table.
    Footnote,
    /// Called a sum, and the sum of the others.
    Total,
    /// Called a sum, and the sum of rows next to it.
    Subtotal,
    /// Called a sum.
    CalledTotal,
    /// The sum of the others in every column that adds up.
    SumOfOthers,
}
