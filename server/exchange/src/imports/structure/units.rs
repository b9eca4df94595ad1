//! The plan for a file of units: what it would open, rename, move and close. Pure: the same rows in any
//! order against the same organisation give the same plan, and once it is carried out, an empty one.

use std::collections::{HashMap, HashSet};

use domain::{
    UnitId,
    exchange::import::{ChangeKind, ChangeLine, ImportField, RowProblem, RowWhy},
    organisation::unit::UnitKind,
};
use serde::Serialize;

use super::{
    now::Frame,
    rows::{File, Said, UnitRow},
};

/// A unit to open, with the number of the unit above it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct Open {
    /// First, so that what is above is opened first.
    pub(super) kind: UnitKind,
    pub(super) number: String,
    pub(super) name: String,
    pub(super) parent: String,
}

/// What would change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Changes {
    pub(super) open: Vec<Open>,
    /// Unit and new name.
    pub(super) rename: Vec<(UnitId, String)>,
    /// Unit and the number of the unit above it.
    pub(super) relocate: Vec<(UnitId, String)>,
    /// Units to close, the lowest first.
    pub(super) close: Vec<UnitId>,
}

/// The changes, in words too, and what stands against them.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) changes: Changes,
    pub(super) lines: Vec<ChangeLine>,
    pub(super) problems: Vec<RowProblem>,
    pub(super) unchanged: u64,
    /// Open units the file would have to name when it is complete.
    pub(super) of: u64,
}

struct Planner<'a> {
    frame: &'a Frame,
    file: &'a File<UnitRow>,
    known: HashMap<&'a str, UnitId>,
    /// First row of each number.
    rows: HashMap<&'a str, &'a UnitRow>,
    /// Numbers of rows that have problems of their own.
    refused: HashSet<&'a str>,
    /// Units that would be closed.
    closing: HashSet<UnitId>,
    looped: HashSet<&'a str>,
    plan: Plan,
}

/// Makes the plan. `peopled` are the units to which people belong.
pub(super) fn plan(frame: &Frame, peopled: &HashSet<UnitId>, file: &File<UnitRow>) -> Plan {
    let mut planner = Planner {
        frame,
        file,
        known: frame.tree.by_external(),
        rows: HashMap::new(),
        refused: file.refused.iter().map(|(number, _)| number.as_str()).collect(),
        closing: HashSet::new(),
        looped: HashSet::new(),
        plan: Plan::default(),
    };
    let mut first: HashMap<&str, u64> = HashMap::new();
    for (number, row) in &file.refused {
        first.entry(number).or_insert(*row);
    }
    for row in &file.rows {
        let seen = *first.entry(&row.number).or_insert(row.row);
        if seen == row.row {
            planner.rows.insert(&row.number, row);
        } else {
            planner.problem(row, ImportField::Number, &row.number, RowWhy::Duplicate { first_row: seen });
        }
    }
    planner.find_closing(peopled);
    planner.find_loops();
    let mut rows: Vec<&UnitRow> = planner.rows.values().copied().collect();
    rows.sort_by(|a, b| a.number.cmp(&b.number));
    for row in rows {
        planner.row(row);
    }
    planner.plan.changes.open.sort();
    planner.plan
}

impl<'a> Planner<'a> {
    fn problem(&mut self, row: &UnitRow, field: ImportField, cell: &str, why: RowWhy) {
        self.plan.problems.push(self.file.problem(row.row, field, cell, why));
    }

    fn line(&mut self, kind: ChangeKind, number: &str, name: &str, old: String, new: String) {
        let (number, name) = (number.to_owned(), name.to_owned());
        self.plan.lines.push(ChangeLine { kind, number, name, old, new, role: None, on: None });
    }

    /// What a complete file leaves out is closed, when nobody belongs to it any more.
    fn find_closing(&mut self, peopled: &HashSet<UnitId>) {
        let frame = self.frame;
        let mut below = frame.tree.open_below(&frame.tops);
        below.retain(|unit| !frame.tops.contains(&unit.id));
        self.plan.of = below.len() as u64;
        if !frame.is_complete {
            return;
        }
        // The lowest first: a unit is closed when nothing open hangs below it any more.
        below.sort_by_key(|unit| (std::cmp::Reverse(unit.kind), unit.id));
        let mut is_too_early = false;
        for unit in below {
            let Some(number) = frame.tree.get(unit.id).map(|unit| unit.external_id.as_str()) else {
                continue;
            };
            if self.rows.contains_key(number) || self.refused.contains(number) {
                continue;
            }
            if peopled.contains(&unit.id) {
                let why = RowWhy::NotClosable;
                let cell = format!("{number} {}", unit.name);
                self.plan.problems.push(self.file.problem(0, ImportField::Number, &cell, why));
            }
            is_too_early |= frame.is_too_early(frame.day);
            self.closing.insert(unit.id);
            self.plan.changes.close.push(unit.id);
            self.line(ChangeKind::Closed, number, &unit.name, String::new(), String::new());
        }
        if is_too_early {
            let problem =
                self.file.problem(0, ImportField::Number, &frame.day.to_string(), RowWhy::RoundBegun);
            self.plan.problems.push(problem);
        }
    }

    /// Units that would hang below themselves.
    fn find_loops(&mut self) {
        let mut done: HashSet<&str> = HashSet::new();
        for start in self.rows.keys().copied() {
            let mut path: Vec<&str> = Vec::new();
            let mut on_path: HashSet<&str> = HashSet::new();
            let mut next = Some(start);
            while let Some(number) = next {
                if on_path.contains(number) {
                    self.looped.extend(path.iter().copied().skip_while(|above| *above != number));
                    break;
                }
                let Some(row) = self.rows.get(number).filter(|_| !done.contains(number)) else { break };
                path.push(&row.number);
                on_path.insert(&row.number);
                next = match &row.parent {
                    Said::This(parent) => Some(parent),
                    Said::Dash | Said::Nothing => None,
                };
            }
            done.extend(path);
        }
    }

    fn row(&mut self, row: &'a UnitRow) {
        let frame = self.frame;
        let before = self.plan.problems.len();
        let known = self.known.get(row.number.as_str()).copied().and_then(|id| frame.tree.get(id));
        if let Some(unit) = known {
            if !frame.may(unit.id) {
                return self.problem(row, ImportField::Number, &row.number, RowWhy::ForeignUnit);
            }
            if unit.closed_on.is_some() {
                return self.problem(row, ImportField::Number, &row.number, RowWhy::UnitClosed);
            }
            if unit.kind != row.kind {
                self.problem(row, ImportField::Kind, row.kind.name(), RowWhy::KindFixed);
            }
        } else if row.kind == UnitKind::Organisation {
            // There is one organisation, and it is there already.
            return self.problem(row, ImportField::Kind, row.kind.name(), RowWhy::KindDoesNotFit);
        }
        let is_root = known.is_some_and(|unit| unit.id == frame.root);
        let parent = self.parent(row, known.and_then(|unit| unit.parent_id), is_root);
        if self.plan.problems.len() > before {
            return;
        }
        let Some(unit) = known else {
            let Some(parent) = parent else { return };
            let above = self.name_of(&parent);
            self.line(ChangeKind::Opened, &row.number, &row.name, String::new(), above);
            let (number, name) = (row.number.clone(), row.name.clone());
            return self.plan.changes.open.push(Open { kind: row.kind, number, name, parent });
        };
        let is_renamed = unit.name != row.name;
        let above = unit.parent_id.and_then(|above| frame.tree.get(above));
        let moved = parent.filter(|parent| above.is_none_or(|above| above.external_id != *parent));
        if (is_renamed || moved.is_some()) && frame.is_too_early(frame.day) {
            let today = frame.day.to_string();
            return self.problem(row, ImportField::Number, &today, RowWhy::RoundBegun);
        }
        if !is_renamed && moved.is_none() {
            self.plan.unchanged += 1;
        }
        if is_renamed {
            self.line(ChangeKind::Renamed, &row.number, &row.name, unit.name.clone(), row.name.clone());
            self.plan.changes.rename.push((unit.id, row.name.clone()));
        }
        if let Some(parent) = moved {
            let old = above.map(|above| above.name.clone()).unwrap_or_default();
            let new = self.name_of(&parent);
            self.line(ChangeKind::Relocated, &row.number, &row.name, old, new);
            self.plan.changes.relocate.push((unit.id, parent));
        }
    }

    /// The number of the unit above, when it may be that; none for the root itself.
    fn parent(&mut self, row: &'a UnitRow, now: Option<UnitId>, is_root: bool) -> Option<String> {
        let frame = self.frame;
        if is_root {
            if let Said::This(parent) = &row.parent {
                self.problem(row, ImportField::Parent, parent, RowWhy::KindDoesNotFit);
            }
            return None;
        }
        let external = |id: UnitId| frame.tree.get(id).map(|unit| unit.external_id.clone());
        let number = match &row.parent {
            Said::This(number) => number.clone(),
            Said::Nothing => now.and_then(external).or_else(|| external(frame.root))?,
            Said::Dash => external(frame.root)?,
        };
        let known = self.known.get(number.as_str()).copied();
        let in_file = self.rows.get(number.as_str()).copied();
        let kind = match (in_file, known.and_then(|id| frame.tree.item(id))) {
            (Some(above), _) => above.kind,
            (None, Some(above)) => above.kind,
            // Its row is refused already; it will be there once that is mended.
            (None, None) if self.refused.contains(number.as_str()) => return None,
            (None, None) => {
                self.problem(row, ImportField::Parent, &number, RowWhy::UnknownParent);
                return None;
            }
        };
        let is_gone = known.is_some_and(|id| frame.is_closed(id) || self.closing.contains(&id));
        let is_moved = now != known || known.is_none();
        let is_foreign = known.into_iter().chain(now).any(|id| !frame.may(id));
        if self.looped.contains(row.number.as_str()) {
            self.problem(row, ImportField::Parent, &number, RowWhy::ParentLoop);
        } else if is_gone && in_file.is_none() {
            self.problem(row, ImportField::Parent, &number, RowWhy::UnitClosed);
        } else if is_moved && is_foreign {
            self.problem(row, ImportField::Parent, &number, RowWhy::ForeignUnit);
        } else if !row.kind.fits_below(kind) {
            self.problem(row, ImportField::Kind, row.kind.name(), RowWhy::KindDoesNotFit);
        }
        Some(number)
    }

    /// What a unit is called after the import.
    fn name_of(&self, number: &str) -> String {
        let in_file = self.rows.get(number).map(|row| row.name.clone());
        let now = || self.known.get(number).map(|id| self.frame.unit_name(*id)).unwrap_or_default();
        in_file.unwrap_or_else(now)
    }
}
