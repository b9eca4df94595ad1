//! The first reading of all rows: what each column holds, which rows are none of the table.

use std::collections::HashSet;

use crate::{
    head::Head,
    names::is_total,
    numbers::{self, Choice, Decimal, Wrong},
    periods::{self, PeriodRequest},
    problem::{Fault, Problem},
    record::Record,
    shapes::shape,
    table::{Kind, Layout, Request},
    totals::{Found, Sums, Totals},
    understood::{LeftOut, Understood, UnderstoodColumn, Why},
};

/// Lines of text below a table that are waited for; more are rows.
const FOOTNOTES: usize = 50;
/// Rows shown.
pub(crate) const SHOWN: usize = 5;
/// Rows left out that are named.
const NAMED: usize = 50;

/// What a column has shown.
#[derive(Debug, Default)]
struct Seen {
    numbers: numbers::Evidence,
    periods: periods::Evidence,
    /// The first row where a name is missing.
    unnamed: Option<u64>,
    /// The first name or period that a workbook has only the formula of.
    formula: Option<(u64, String)>,
}

/// Looks at one row after another.
pub(crate) struct Survey<'a> {
    request: &'a Request,
    head: &'a Head,
    places: &'a [usize],
    /// Whether the file says where each row ends.
    has_width: bool,
    /// Columns that may call a row a sum: all but the numbers wanted.
    labels: Vec<usize>,
    /// What the rows have shown, and what those called sums have.
    plain: Vec<Seen>,
    called: Vec<Seen>,
    plain_rows: u64,
    called_rows: u64,
    sums: Sums,
    /// Rows with one filled cell, at what may be the end.
    pending: Vec<Record>,
    empty_rows: u64,
    shown: Vec<Vec<String>>,
    /// The unit of the row before.
    unit: String,
}

/// What the survey found for those who read the rows.
pub(crate) struct Surveyed {
    pub(crate) layouts: Vec<Layout>,
    pub(crate) footnotes: HashSet<u64>,
    pub(crate) totals: HashSet<String>,
}

/// The cell that calls a row a sum.
pub(crate) fn called_total<'r>(record: &'r Record, labels: &[usize]) -> Option<(usize, &'r str)> {
    labels.iter().map(|place| (*place, record.cell(*place))).find(|(_, cell)| is_total(cell))
}

/// Columns that may call a row a sum.
pub(crate) fn labels(request: &Request, head: &Head, places: &[usize]) -> Vec<usize> {
    if request.totals == Totals::Keep {
        return Vec::new();
    }
    let is_number = |place: &usize| {
        places.iter().zip(&request.columns).any(|(other, column)| other == place && column.kind.is_number())
    };
    (0..head.names.len()).filter(|place| !is_number(place)).collect()
}

impl<'a> Survey<'a> {
    pub(crate) fn new(request: &'a Request, head: &'a Head, places: &'a [usize], has_width: bool) -> Self {
        let seen = || request.columns.iter().map(|_| Seen::default()).collect();
        Self {
            request,
            head,
            places,
            has_width,
            labels: labels(request, head, places),
            plain: seen(),
            called: seen(),
            plain_rows: 0,
            called_rows: 0,
            sums: Sums::new(request.columns.iter().filter(|column| column.kind.adds_up()).count()),
            pending: Vec::new(),
            empty_rows: 0,
            shown: Vec::new(),
            unit: String::new(),
        }
    }

    /// Looks at a row.
    ///
    /// # Errors
    /// When it is as wide as no row of this table, or one too many.
    pub(crate) fn take(&mut self, record: &Record) -> Result<(), Problem> {
        // More than one filled cell is what nearly all rows have.
        let mut filled = record.cells().filter(|cell| !cell.is_empty());
        match (filled.next(), filled.next()) {
            (None, _) => {
                self.empty_rows += 1;
                return Ok(());
            }
            (Some(_), None) if self.head.names.len() > 1 && !self.is_row(record) => {
                self.pending.push(record.clone());
                return if self.pending.len() > FOOTNOTES { self.take_pending() } else { Ok(()) };
            }
            _ => {}
        }
        self.take_pending()?;
        self.row(record)
    }

    fn take_pending(&mut self) -> Result<(), Problem> {
        std::mem::take(&mut self.pending).iter().try_for_each(|record| self.row(record))
    }

    /// Whether the one filled cell is a period, whose figures are missing, or a figure that belongs to nothing.
    fn is_row(&self, record: &Record) -> bool {
        let is_as_wide = record.len() >= self.head.names.len() || !self.has_width;
        is_as_wide
            && self.places.iter().zip(&self.request.columns).any(|(place, column)| {
                let cell = record.cell(*place);
                match column.kind {
                    Kind::Period { .. } => shape(cell).is_some(),
                    kind => kind.is_number() && numbers::is_number(cell),
                }
            })
    }

    fn row(&mut self, record: &Record) -> Result<(), Problem> {
        let heads = self.head.names.len();
        let is_wide = (heads..record.len()).any(|place| !record.cell(place).is_empty());
        if is_wide || (self.has_width && record.len() < heads) {
            if self.request.row_by_row {
                return Ok(());
            }
            let fault = Fault::Width { cells: record.len() as u64, heads: heads as u64 };
            return Err(Problem::at_row(record.row, fault));
        }
        if self.shown.len() < SHOWN {
            self.shown.push(record.cells().take(heads).map(crate::words::shorten).collect());
        }
        let called = called_total(record, &self.labels);
        if self.plain_rows + self.called_rows >= self.request.limits.rows {
            let most = self.request.limits.rows;
            return Err(Problem::at_row(record.row, Fault::TooManyRows { most }));
        }
        let (seen, rows) = match called {
            None => (&mut self.plain, &mut self.plain_rows),
            Some(_) => (&mut self.called, &mut self.called_rows),
        };
        *rows += 1;
        let mut figures = Vec::with_capacity(4);
        let mut unit = "";
        let mut units = self.places.iter().zip(&self.request.columns);
        let unit_place = units.rfind(|(_, column)| column.kind == Kind::Name).map(|(place, _)| *place);
        let own = unit_place.map_or("", |place| record.cell(place));
        let is_same_unit = self.unit == own || self.plain_rows + self.called_rows == 1;
        if !is_same_unit || self.unit.is_empty() {
            own.clone_into(&mut self.unit);
        }
        for ((column, place), seen) in self.request.columns.iter().zip(self.places).zip(seen) {
            let cell = record.cell(*place);
            let is_label = matches!(column.kind, Kind::Name | Kind::Period { .. });
            if is_label && !self.has_width && cell.starts_with('=') {
                seen.formula.get_or_insert_with(|| (record.row, cell.to_owned()));
            }
            match column.kind {
                Kind::Text => {}
                Kind::Name => {
                    unit = cell;
                    if cell.is_empty() {
                        seen.unnamed.get_or_insert(record.row);
                    }
                }
                Kind::Period { .. } => {
                    seen.periods.add(record.row, cell, is_same_unit, self.request.limits.periods);
                }
                kind => {
                    let number = record.number(*place);
                    let figure = seen.numbers.add(record.row, cell, number, &self.request.missing);
                    if kind.adds_up() {
                        figures.push(figure);
                    }
                }
            }
        }
        if self.request.totals != Totals::Keep {
            let is_period = called.map(|(place, _)| self.is_period(place));
            self.sums.add(record.row, called.map_or(unit, |(_, cell)| cell), is_period, figures.into_iter());
            let most = self.request.limits.units;
            if self.sums.units() > most {
                return Err(Problem::at_row(record.row, Fault::TooManyUnits { most: most as u64 }));
            }
        }
        Ok(())
    }

    fn is_period(&self, place: usize) -> bool {
        let mut wanted = self.places.iter().zip(&self.request.columns);
        wanted.any(|(other, column)| *other == place && matches!(column.kind, Kind::Period { .. }))
    }

    /// Decides what the columns are.
    ///
    /// # Errors
    /// The first cell that does not fit, or that could be two things.
    pub(crate) fn finish(mut self, understood: &mut Understood) -> Result<Surveyed, Problem> {
        let footnotes: Vec<Record> = std::mem::take(&mut self.pending);
        if self.plain_rows + self.called_rows == 0 {
            return Err(Problem::of_file(Fault::NoRows));
        }
        // Where every row is called a sum, that is what the table is of.
        if self.plain_rows == 0 {
            self.called_rows = 0;
            let most = self.request.limits.periods;
            for (plain, called) in self.plain.iter_mut().zip(std::mem::take(&mut self.called)) {
                plain.numbers.merge(called.numbers);
                plain.periods.merge(called.periods, most);
                plain.unnamed = called.unnamed;
            }
        }
        let layouts = self.layouts()?;
        let adding = self.request.columns.iter().zip(&layouts).filter(|(column, _)| column.kind.adds_up());
        let decimals: Vec<Option<Decimal>> = adding
            .map(|(_, layout)| match layout {
                Layout::Number(layout) => layout.decimal,
                _ => None,
            })
            .collect();
        // With a row that will be refused, nobody can say what the others add up to; that row is told first.
        let is_spoilt = self.request.row_by_row && self.plain.iter().any(|seen| seen.numbers.has_a_word());
        let totals = match self.request.totals {
            Totals::Ask if is_spoilt => Totals::LeaveOut,
            totals => totals,
        };
        let verdict = self.sums.decide(&decimals, totals).map_err(|wrong| Problem {
            row: Some(wrong.row),
            column: None,
            cell: Some(wrong.text),
            fault: wrong.fault,
        })?;
        let noted = footnotes.iter().map(|record| LeftOut {
            row: record.row,
            text: crate::words::shorten(record.cells().find(|cell| !cell.is_empty()).unwrap_or_default()),
            why: Why::Footnote,
        });
        let summed = verdict.entries.iter().map(|(name, row, found)| LeftOut {
            row: *row,
            text: crate::words::shorten(name),
            why: match found {
                Found::NameAndSum => Why::Total,
                Found::Name => Why::CalledTotal,
                Found::Sum => Why::SumOfOthers,
                Found::PartOf => Why::Subtotal,
            },
        });
        understood.left_out = summed.chain(noted).take(NAMED).collect();
        understood.suspected_totals = verdict.suspects;
        understood.named_like_totals = verdict.named.into_iter().take(NAMED).collect();
        understood.spellings = std::mem::take(&mut self.sums.spellings);
        understood.empty_rows = self.empty_rows;
        understood.first_rows = std::mem::take(&mut self.shown);
        understood.rows = self.plain_rows - verdict.rows.min(self.plain_rows);
        understood.columns = self.columns(&layouts);
        Ok(Surveyed {
            layouts,
            footnotes: footnotes.iter().map(|record| record.row).collect(),
            totals: verdict.left_out,
        })
    }

    /// The layout of each column wanted; of several that are wrong, the first row speaks.
    fn layouts(&self) -> Result<Vec<Layout>, Problem> {
        let mut layouts = Vec::with_capacity(self.plain.len());
        let mut problems: Vec<Problem> = Vec::new();
        for ((column, place), seen) in self.request.columns.iter().zip(self.places).zip(&self.plain) {
            let head = self.head.names.get(*place).map_or("", String::as_str);
            match self.layout(column.kind, seen, head) {
                Ok(layout) => layouts.push(layout),
                Err(wrong) => problems.push(Problem {
                    row: Some(wrong.row),
                    column: Some(head.to_owned()),
                    cell: Some(wrong.text),
                    fault: wrong.fault,
                }),
            }
        }
        match problems.into_iter().min_by_key(|problem| problem.row) {
            Some(problem) => Err(problem),
            None => Ok(layouts),
        }
    }

    fn layout(&self, kind: Kind, seen: &Seen, head: &str) -> Result<Layout, Wrong> {
        if let Some((row, text)) = seen.formula.clone() {
            return Err(Wrong { row, text, fault: Fault::Formula });
        }
        Ok(match kind {
            Kind::Text => Layout::Text,
            Kind::Name => match seen.unnamed {
                Some(row) if !self.request.row_by_row => {
                    return Err(Wrong { row, text: String::new(), fault: Fault::NoName });
                }
                _ => Layout::Name,
            },
            Kind::Period { may_be_names, keeps_days } => {
                let request = PeriodRequest {
                    dates: self.request.dates,
                    zone: self.request.zone,
                    may_be_names,
                    length: self.request.length,
                    keeps_days,
                    row_by_row: self.request.row_by_row,
                };
                Layout::Period(seen.periods.decide(&request, head, self.request.limits.periods)?)
            }
            kind => Layout::Number(seen.numbers.decide(Choice {
                decimal: self.request.decimal,
                is_whole: kind == Kind::Whole,
                row_by_row: self.request.row_by_row,
            })?),
        })
    }

    fn columns(&self, layouts: &[Layout]) -> Vec<UnderstoodColumn> {
        let columns = self.places.iter().zip(layouts).zip(&self.plain);
        columns
            .map(|((place, layout), seen)| {
                let mut column = UnderstoodColumn {
                    name: self.head.names.get(*place).cloned().unwrap_or_default(),
                    missing: seen.numbers.missing.clone(),
                    ..UnderstoodColumn::default()
                };
                match layout {
                    Layout::Number(layout) => column.number = Some(*layout),
                    Layout::Period(layout) => column.period = Some(layout.clone()),
                    Layout::Name | Layout::Text => {}
                }
                column
            })
            .collect()
    }
}
