//! What an import of units or people would change: how much of each kind, and the first changes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Lang, Role, format,
    text::{self, FluentValue},
};

/// Changes that a diff lists; the rest are counted.
pub const MOST_CHANGES: usize = 200;

/// Kind of a change. The order is that of the page: what takes something away comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A unit is closed.
    Closed,
    /// A person leaves.
    Left,
    /// A person loses a role.
    RoleTaken,
    /// A person gets a role.
    RoleGiven,
    /// A unit hangs below another.
    Relocated,
    /// A person belongs to another unit.
    Moved,
    /// A person belongs to no unit any more.
    Unplaced,
    /// A unit gets another name.
    Renamed,
    /// A person's name or address changes.
    Changed,
    /// A person who had left is back.
    Returned,
    /// A unit is new.
    Opened,
    /// A person is new.
    Added,
}

impl ChangeKind {
    /// All kinds, in the order of the page.
    pub const ALL: [Self; 12] = [
        Self::Closed,
        Self::Left,
        Self::RoleTaken,
        Self::RoleGiven,
        Self::Relocated,
        Self::Moved,
        Self::Unplaced,
        Self::Renamed,
        Self::Changed,
        Self::Returned,
        Self::Opened,
        Self::Added,
    ];

    /// Message id of its name; a single change is the same id with `-line`.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Closed => "diff-closed",
            Self::Left => "diff-left",
            Self::RoleTaken => "diff-role-taken",
            Self::RoleGiven => "diff-role-given",
            Self::Relocated => "diff-relocated",
            Self::Moved => "diff-moved",
            Self::Unplaced => "diff-unplaced",
            Self::Renamed => "diff-renamed",
            Self::Changed => "diff-changed",
            Self::Returned => "diff-returned",
            Self::Opened => "diff-opened",
            Self::Added => "diff-added",
        }
    }
}

/// One change, in words that a person checks it by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeLine {
    /// Kind.
    pub kind: ChangeKind,
    /// Stable external number.
    pub number: String,
    /// Name of the unit or person.
    pub name: String,
    /// What was: a unit, a name, an address.
    pub old: String,
    /// What will be.
    pub new: String,
    /// Role, when it is about one.
    pub role: Option<Role>,
    /// Day from which it holds, when it is not at once.
    pub on: Option<NaiveDate>,
}

impl ChangeLine {
    /// The change in a sentence: `P17 Kari Lie: Till → Floor from 1 Dec 2026`.
    pub fn text(&self, lang: Lang) -> String {
        let role = self.role.map(|role| text::t(lang, &role.text_id()));
        let nothing = if self.kind == ChangeKind::Changed { "diff-no-address" } else { "diff-no-unit" };
        let or_nothing = |text: &str| if text.is_empty() { text::t(lang, nothing) } else { text.to_owned() };
        let (old, new) = (or_nothing(&self.old), or_nothing(&self.new));
        let values: [(&str, FluentValue<'_>); 5] = [
            ("number", self.number.as_str().into()),
            ("name", self.name.as_str().into()),
            ("old", old.into()),
            ("new", new.into()),
            ("role", role.unwrap_or_default().into()),
        ];
        let line = text::tv(lang, &format!("{}-line", self.kind.text_id()), &values);
        match self.on {
            Some(day) => text::tv(
                lang,
                "diff-from",
                &[("change", line.into()), ("day", format::short_date(lang, day).into())],
            ),
            None => line,
        }
    }
}

/// What an import would change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diff {
    /// How many changes of each kind; kinds without any are left out.
    pub counts: Vec<(ChangeKind, u64)>,
    /// The first changes, by kind.
    pub changes: Vec<ChangeLine>,
    /// Units or people in the file for whom nothing changes.
    pub unchanged: u64,
    /// How many would be closed or would leave because the file does not name them.
    pub gone: u64,
    /// Of how many that are there now.
    pub of: u64,
    /// Names these changes and no others; what is confirmed is what is written.
    pub digest: String,
}

impl Diff {
    /// How many changes there are.
    pub fn total(&self) -> u64 {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    /// Whether so many would be gone that it may be a mistake: more than one in ten.
    pub const fn is_drastic(&self) -> bool {
        self.gone * 10 > self.of
    }

    /// How many changes of this kind.
    pub fn count(&self, kind: ChangeKind) -> u64 {
        self.counts.iter().find(|(known, _)| *known == kind).map_or(0, |(_, count)| *count)
    }

    /// Counts changes and keeps the first ones. No kind crowds out another: a move among ten thousand new
    /// people is listed.
    pub fn of_lines(mut lines: Vec<ChangeLine>) -> Self {
        lines.sort_by(|a, b| (a.kind, &a.number, a.role).cmp(&(b.kind, &b.number, b.role)));
        let count = |kind| lines.iter().filter(|line| line.kind == kind).count();
        let mut counts: Vec<(ChangeKind, usize)> =
            ChangeKind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, n)| *n > 0).collect();
        counts.sort_by_key(|(_, count)| *count);
        let mut room = MOST_CHANGES;
        let mut places: Vec<(ChangeKind, usize)> = Vec::with_capacity(counts.len());
        for (index, (kind, count)) in counts.iter().enumerate() {
            let share = (*count).min(room / (counts.len() - index));
            room -= share;
            places.push((*kind, share));
        }
        counts.sort_unstable();
        let mut changes = Vec::with_capacity(MOST_CHANGES.min(lines.len()));
        for line in lines {
            if let Some((_, share)) = places.iter_mut().find(|(kind, share)| *kind == line.kind && *share > 0)
            {
                *share -= 1;
                changes.push(line);
            }
        }
        let counts = counts.into_iter().map(|(kind, count)| (kind, count as u64)).collect();
        Self { counts, changes, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(kind: ChangeKind, number: usize) -> ChangeLine {
        ChangeLine {
            kind,
            number: format!("P{number:05}"),
            name: "Kari Lie".into(),
            old: "Till".into(),
            new: "Floor".into(),
            role: None,
            on: None,
        }
    }

    #[test]
    fn a_single_change_is_listed_among_ten_thousand_of_another_kind() {
        let mut lines: Vec<_> = (0..10_000).map(|number| line(ChangeKind::Added, number)).collect();
        lines.push(line(ChangeKind::Moved, 17));
        let diff = Diff::of_lines(lines);
        assert_eq!(diff.counts, [(ChangeKind::Moved, 1), (ChangeKind::Added, 10_000)]);
        assert_eq!(diff.changes.len(), MOST_CHANGES);
        assert_eq!(diff.changes.first().map(|line| line.kind), Some(ChangeKind::Moved));
    }

    #[test]
    fn a_change_reads_as_a_sentence_with_the_day_it_holds_from() {
        let moved = ChangeLine { on: NaiveDate::from_ymd_opt(2026, 12, 1), ..line(ChangeKind::Moved, 17) };
        assert_eq!(moved.text(Lang::En), "P00017 Kari Lie: Till → Floor from 1 Dec 2026");
    }

    #[test]
    fn more_than_one_in_ten_gone_is_drastic() {
        let diff = |gone, of| Diff { gone, of, ..Diff::default() };
        assert!(!diff(0, 0).is_drastic() && !diff(30, 300).is_drastic() && diff(31, 300).is_drastic());
    }
}
