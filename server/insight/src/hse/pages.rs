//! The document's page, and the forms that change it.

use domain::{
    Lang, Problem, Right, Role, UnitId, format,
    insight::{
        hse::{Gap, HseAbout, HsePage, HseReading, HseRow, HseState, HseVersionLine, working_days_over},
        pack::Pack,
    },
    text::t,
};
use report::review::pages;
use sea_orm::ConnectionTrait;

use super::{Place, changes, may, pack, store};
use base::{Actor, Base, Result, access::authorize_any};
use organisation::Organisation;

/// Rights of which one opens the document.
pub(super) const READ: [Right; 3] = [Right::WriteHse, Right::RemarkHse, Right::ViewFigures];

/// What somebody may do with a document.
#[derive(Clone, Copy)]
struct Access {
    writes: bool,
    remarks: bool,
    /// Whether figures that nobody approved may be shown.
    drafts: bool,
}

impl Access {
    async fn of(base: &Base, actor: &Actor, unit: UnitId) -> Result<Self> {
        let writes = may(base, actor, Right::WriteHse, unit).await?;
        let remarks = may(base, actor, Right::RemarkHse, unit).await?;
        let drafts = may(base, actor, Right::ViewReview, unit).await?;
        if !writes && !remarks && !may(base, actor, Right::ViewFigures, unit).await? {
            return Err(Problem::NotFound.into());
        }
        Ok(Self { writes, remarks, drafts })
    }

    /// Who writes sees drafts; who remarks what was shared; everybody else what was approved.
    const fn sees(self, state: HseState) -> bool {
        match state {
            HseState::Draft => self.writes,
            HseState::Shared => self.writes || self.remarks,
            HseState::Approved | HseState::Superseded => true,
        }
    }
}

/// What a page of the document is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Number of a version; none is the newest that the person may see.
    pub n: Option<i64>,
    /// In which language.
    pub lang: Lang,
    /// Address of the server.
    pub site: &'a str,
}

/// The document of a unit's quarter. Whoever writes sees a page to begin on where there is none.
///
/// # Errors
/// `NotFound` for a text that is no quarter, a unit that is unknown or not the person's, a version that there is not
/// or that the person may not see, and a document that does not exist, alike.
pub async fn page(
    base: &Base,
    actor: Option<&Actor>,
    quarter: &str,
    unit: UnitId,
    asked: Asked<'_>,
) -> Result<HsePage> {
    let actor = authorize_any(actor, &READ)?;
    let place = Place::of(quarter, unit)?;
    let access = Access::of(base, actor, unit).await?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let name = tree.get(unit).map(|unit| unit.name.clone()).ok_or(Problem::NotFound)?;
    let document = store::document(&db, place).await?;
    let versions = match document {
        Some(document) => store::versions(&db, document).await?,
        None => Vec::new(),
    };
    let ids: Vec<i64> = versions.iter().map(|version| version.id).collect();
    let rows = store::rows(&db, &ids).await?;
    let is_shown =
        |version: &&store::Version| access.sees(version.state) && asked.n.is_none_or(|n| n == version.n);
    let shown = versions.iter().find(is_shown);
    if shown.is_none() && (!access.writes || asked.n.is_some()) {
        return Err(Problem::NotFound.into());
    }
    let own = shown.and_then(|version| rows.get(&version.id)).cloned().unwrap_or_else(store::empty);
    let figures = figures(&db, &organisation, place, shown.and_then(|own| own.pack), access.drafts).await?;
    let meetings = match document {
        Some(document) => store::meetings(&db, document).await?,
        None => Vec::new(),
    };
    let readings = match shown {
        Some(version) => store::readings(&db, version.id).await?,
        None => Vec::new(),
    };
    let today = organisation.local_day(base.now());
    let is_newest = shown.map(|version| version.n) == versions.first().map(|version| version.n);
    let gaps = match shown {
        Some(version) if access.writes && is_newest && version.state == HseState::Shared => {
            gaps(&own, !meetings.is_empty(), figures.is_approved, was_read(version, &readings, today))
        }
        _ => Vec::new(),
    };
    let lang = asked.lang;
    let role = |name: &str| Role::from_name(name).map_or_else(String::new, |own| t(lang, &own.text_id()));
    let lines = versions.iter().enumerate().filter(|(_, version)| access.sees(version.state));
    let line = |(at, version): (usize, &store::Version)| {
        let before = versions.get(at + 1);
        let changed = before.and_then(|before| {
            let old = (rows.get(&before.id)?.as_slice(), &before.about);
            Some(changes::changes(old, (rows.get(&version.id)?.as_slice(), &version.about), lang))
        });
        HseVersionLine {
            n: version.n,
            state: version.state,
            on: format::short_date(lang, version.made_on),
            role: role(&version.made_by),
            changed: changed.unwrap_or_default(),
        }
    };
    let id = shown.filter(|own| own.state != HseState::Draft && own.pack.is_some()).map(|version| {
        pack::documents::hse_id(place.unit, place.quarter, version.n, &content(&own, &version.about), lang)
    });
    let unit_key = unit.to_string();
    let with_figures = |row: HseRow| {
        let letter = row.factor.name();
        let rows = figures.pack.as_ref().map(|pack| pages::factor_rows(pack, &unit_key, letter, lang));
        (row, rows.unwrap_or_default())
    };
    Ok(HsePage {
        unit: name,
        quarter: place.quarter.to_string(),
        quarter_name: format::period(lang, place.quarter),
        address: place.address(),
        n: shown.map_or(0, |version| version.n),
        state: shown.map_or(HseState::Draft, |version| version.state),
        id,
        look_up: format!("{}/e", asked.site.trim_end_matches('/')),
        about: shown.map(|version| version.about.clone()).unwrap_or_default(),
        rows: own.into_iter().map(with_figures).collect(),
        meetings,
        readings: readings
            .into_iter()
            .map(|own| HseReading {
                role: role(&own.role),
                on: format::short_date(lang, own.read_on),
                remark: own.remark,
            })
            .collect(),
        versions: lines.map(line).collect(),
        gaps,
        may_write: access.writes && is_newest,
        may_remark: access.remarks && is_newest && shown.is_some_and(|own| own.state == HseState::Shared),
    })
}

/// What a document says, as one text: its hash is part of its id.
pub(super) fn content(rows: &[HseRow], about: &HseAbout) -> String {
    serde_json::to_string(&(rows, about)).unwrap_or_default()
}

/// The figures that stand beside the factors.
struct Figures {
    pack: Option<Pack>,
    is_approved: bool,
}

async fn figures(
    db: &impl ConnectionTrait,
    organisation: &Organisation,
    place: Place,
    version: Option<i64>,
    may_draft: bool,
) -> Result<Figures> {
    if !pack::quarters(db).await?.contains(&place.quarter) {
        return Ok(Figures { pack: None, is_approved: false });
    }
    let which = version.map_or(pack::Which::Newest, pack::Which::Version);
    match pack::shown(db, organisation, place.quarter, which, may_draft).await {
        Ok(shown) => Ok(Figures { is_approved: shown.approved.is_some(), pack: Some(shown.pack) }),
        Err(base::Error::Problem(Problem::NotFound)) => Ok(Figures { pack: None, is_approved: false }),
        Err(error) => Err(error),
    }
}

/// Whether the representative has read a version, or has had the days for it.
pub(super) fn was_read(
    version: &store::Version,
    readings: &[store::Reading],
    today: chrono::NaiveDate,
) -> bool {
    let of_staff = |reading: &store::Reading| reading.role == Role::StaffRepresentative.name();
    readings.iter().any(of_staff) || working_days_over(version.made_on, today)
}

/// What stands in the way of approving.
pub(super) fn gaps(rows: &[HseRow], has_meeting: bool, has_figures: bool, was_read: bool) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = rows.iter().filter_map(HseRow::gap).collect();
    gaps.extend((!has_figures).then_some(Gap::FiguresNotApproved));
    gaps.extend((!has_meeting).then_some(Gap::NoMeeting));
    gaps.extend((!was_read).then_some(Gap::NotRead));
    gaps
}
