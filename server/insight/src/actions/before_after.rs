//! The page of one action: what is tried, and how it stood before and after.

use charts::Theme;
use chrono::NaiveDate;
use domain::{
    Lang, Problem, Right, UnitId, format,
    insight::{
        actions::{ActionPage, ActionRow, ActionState, Driver},
        figures::Measure,
    },
    text::tv,
};
use sea_orm::ConnectionTrait;
use stats::change::{Change, Reason};

use super::{
    Rows,
    drawing::Around,
    label,
    series::{Rates, Span, Staff},
    sisters,
    stored_actions::Stored,
    today, words,
};
use crate::figures::{self, FileKind};
use base::{Actor, Base, Error, Result, authorize};
use organisation::{Tree, within};
use staff::rounds::own_items;

/// Widths of the chart on wide and on narrow pages, in CSS pixels.
const WIDE: u32 = 740;
const NARROW: u32 = 340;

/// One action with its before and after.
///
/// # Errors
/// `NotFound` for an unknown action and for one of a unit that is not the person's, alike.
pub async fn page(base: &Base, actor: Option<&Actor>, id: i64, lang: Lang) -> Result<ActionPage> {
    let (actor, tops) = authorize(actor, Right::ViewActions)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let found = Found::load(base, &db, &tree, &tops, id, lang).await?;
    let around = found.around(lang);
    let (columns, rows) = around.table();
    let keeps = within(&tree, &actor.units_for(Right::ManageActions), found.row.unit.id).is_ok();
    let drawing = found.drawing(&around, lang);
    let draw = |width: u32| {
        let svg = drawing.as_ref().map(|drawing| figures::svg(drawing, width)).transpose();
        svg.map_err(|error| Error::Internal(error.to_string()))
    };
    let svg = draw(WIDE)?.zip(draw(NARROW)?);
    Ok(ActionPage {
        may_change: keeps && found.row.state == ActionState::Open,
        effects: found.effects(lang),
        svg: svg.map(|(wide, narrow)| (wide.into_string(), narrow.into_string())),
        summary: found.summary(lang),
        columns,
        rows,
        has_hidden: around.has_hidden(),
        row: found.row,
    })
}

/// The chart of an action's page, as a file.
///
/// # Errors
/// As [`page`]; `NotFound` also with nothing to draw.
pub async fn chart_file(
    base: &Base,
    actor: Option<&Actor>,
    id: i64,
    lang: Lang,
    kind: FileKind,
) -> Result<Vec<u8>> {
    let (_, tops) = authorize(actor, Right::ViewActions)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let found = Found::load(base, &db, &tree, &tops, id, lang).await?;
    let drawing = found.drawing(&found.around(lang), lang).ok_or(Problem::NotFound)?;
    kind.drawn(
        || figures::svg(&drawing, WIDE),
        || charts::trend_png(&drawing, drawing.comfortable_size(WIDE)?, Theme::Light, 2),
    )
}

/// A staff series with its change and what it is called.
type StaffChange = (Staff, std::result::Result<Change, Reason>, String);

/// An action with the figures around its start.
struct Found {
    row: ActionRow,
    span: Span,
    rates: Rates,
    /// The unit by itself.
    rate: std::result::Result<Change, Reason>,
    /// Beside units that tried nothing, and how many those are.
    beside: Option<(Change, usize)>,
    staff: Option<StaffChange>,
}

impl Found {
    async fn load(
        base: &Base,
        db: &impl ConnectionTrait,
        tree: &Tree,
        tops: &[UnitId],
        id: i64,
        lang: Lang,
    ) -> Result<Self> {
        let action = Stored::find(db, id).await?;
        within(tree, tops, action.unit)?;
        let today = today(base, db).await?;
        let span = Span { start: action.starts_on, until: last_day(&action), today };
        let rates = Rates::load(db, action.unit, today).await?;
        let measure = match action.driver {
            Driver::Staff(measure) => measure,
            // Strain is what goes with complaints, if anything does.
            Driver::Complaints => Measure::Strain,
        };
        let staff = Staff::load(db, action.unit, measure).await?;
        let labels = own_items::labels(db).await?;
        let name = label(&labels, Driver::Staff(measure), lang);
        // A unit without people of its own has no staff panel, unless the action is for one.
        let is_wanted = staff.has_any() || action.driver != Driver::Complaints;
        let staff = is_wanted.then(|| {
            let change = staff.change(&span);
            (staff, change, name)
        });
        let rate = rates.change(&span);
        let beside = match rate {
            Ok(_) => {
                let found = sisters::find(db, tree, action.unit, &span, rates.resolution).await?;
                rates.change_beside(&span, &found)
            }
            Err(_) => None,
        };
        let rows = Rows { tree, labels, today, lang };
        let row = rows.row(action).ok_or(Problem::NotFound)?;
        Ok(Self { row, span, rates, rate, beside, staff })
    }

    fn around(&self, lang: Lang) -> Around<'_> {
        let staff = self.staff.as_ref().map(|(staff, change, name)| (staff, change, name.clone()));
        Around { span: self.span, rates: &self.rates, rate: &self.rate, staff, lang }
    }

    fn drawing(&self, around: &Around<'_>, lang: Lang) -> Option<charts::Trend> {
        around.drawing(&self.row.tried, self.summary(lang))
    }

    fn summary(&self, lang: Lang) -> String {
        let values = [
            ("unit", self.row.unit.name.as_str().into()),
            ("tried", self.row.tried.as_str().into()),
            ("date", format::long_date(lang, self.row.starts_on).into()),
        ];
        tv(lang, "action-chart-summary", &values)
    }

    /// The driver's series first.
    fn effects(&self, lang: Lang) -> Vec<domain::insight::actions::Effect> {
        let ended = self.span.until.is_some();
        let complaints = words::effect(
            &domain::text::t(lang, "action-complaints"),
            words::Kind::Rate(self.rates.resolution),
            &self.rate,
            self.beside.as_ref(),
            ended,
            lang,
        );
        let staff = self
            .staff
            .as_ref()
            .map(|(_, change, name)| words::effect(name, words::Kind::Score, change, None, ended, lang));
        match self.row.driver {
            Driver::Complaints => [Some(complaints), staff].into_iter().flatten().collect(),
            Driver::Staff(_) => staff.into_iter().chain([complaints]).collect(),
        }
    }
}

/// The last day on which an action ran: what was kept goes on, what was changed or stopped does not.
fn last_day(action: &Stored) -> Option<NaiveDate> {
    match action.state {
        ActionState::Open | ActionState::Kept => None,
        ActionState::Changed | ActionState::Stopped => action.closed_on,
    }
}
