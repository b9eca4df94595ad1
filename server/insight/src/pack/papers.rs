//! Documents on paper: a pack with everything that its PDF is set from. Setting is for whoever serves it; no file
//! leaves without [`taken`], which writes down that it did.

use chrono::NaiveDate;
use domain::{
    AccountId, Lang, Problem, Right, UnitId,
    insight::pack_pages::{OrganisationPack, UnitPack},
};
use report::review::{
    of_unit as part,
    pages::{self, Stamp},
};

use super::{
    Shown,
    documents::{self, Document, Kind, Taken},
    pages::{Asked, differences, failed, with_link},
    quarter, quarters, shown, versions,
};
use base::{
    Actor, Base, Error, Result,
    access::{authorize, authorize_any},
};
use organisation::{whole, within};

/// The pages of a document.
#[derive(Clone, Debug)]
pub enum Pages {
    /// The whole organisation's.
    Organisation(Box<OrganisationPack>),
    /// A unit's.
    Unit(Box<UnitPack>),
}

/// A document before it is set.
pub struct Paper {
    /// Its pages.
    pub pages: Pages,
    /// Its language.
    pub lang: Lang,
    /// The day that it carries.
    pub dated: NaiveDate,
    /// Its id.
    pub id: String,
    /// The model behind the pages, as JSON: what of it the document shows, and nothing else.
    pub model: String,
    /// Hash of the whole model.
    pub model_hash: String,
    name: String,
    by: AccountId,
    document: Document,
}

impl Paper {
    /// What its file is called, in ASCII.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// The organisation's pack of a quarter.
///
/// # Errors
/// As [`documents::file`].
pub async fn organisation(base: &Base, actor: Option<&Actor>, name: &str, asked: Asked<'_>) -> Result<Paper> {
    let (actor, tops) = authorize(actor, Right::ExportReview)?;
    let wanted = quarter(name)?;
    let db = base.db.snapshot().await?;
    whole(&db, &tops).await?;
    if !quarters(&db).await?.contains(&wanted) {
        return Err(Problem::NotFound.into());
    }
    let organisation = organisation::find(&db).await?;
    let own = shown(&db, &organisation, wanted, asked.which, true).await?;
    let differences = differences(&db, &own, asked.lang).await?;
    drop(db);
    let document = Document::of(&own, Kind::Organisation, None)?;
    let page = pages::organisation(&own.pack, &stamp(&own, &document, asked.lang), asked.lang)
        .map_err(failed)?
        .ok_or(Problem::NotFound)?;
    let page = OrganisationPack { run: with_link(page.run, asked.site)?, differences, ..page };
    let (model, _) = versions::written(&own.pack)?;
    paper(Pages::Organisation(Box::new(page)), model, asked.lang, actor.account, document, &own)
}

/// A unit's pack of a quarter: with the review's right the draft too; whoever agrees on actions for the unit takes
/// what was approved.
///
/// # Errors
/// As [`super::unit_page`].
pub async fn unit(
    base: &Base,
    actor: Option<&Actor>,
    name: &str,
    unit: UnitId,
    asked: Asked<'_>,
) -> Result<Paper> {
    let actor = authorize_any(actor, &[Right::ExportReview, Right::ManageActions])?;
    let wanted = quarter(name)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let may_draft = within(&tree, &actor.units_for(Right::ExportReview), unit).is_ok();
    if !may_draft {
        within(&tree, &actor.units_for(Right::ManageActions), unit)?;
    }
    if !quarters(&db).await?.contains(&wanted) {
        return Err(Problem::NotFound.into());
    }
    let organisation = organisation::find(&db).await?;
    let own = shown(&db, &organisation, wanted, asked.which, may_draft).await?;
    drop(db);
    of_unit(&own, unit, asked, actor.account)
}

/// A unit's pack of a version.
///
/// # Errors
/// `NotFound` for a unit that is not in it; when it cannot be drawn.
pub(super) fn of_unit(own: &Shown, unit: UnitId, asked: Asked<'_>, by: AccountId) -> Result<Paper> {
    let document = Document::of(own, Kind::Unit, Some(unit))?;
    let id = unit.to_string();
    let page = pages::unit(&own.pack, &id, &stamp(own, &document, asked.lang), asked.lang)
        .map_err(failed)?
        .ok_or(Problem::NotFound)?;
    let page = UnitPack { run: with_link(page.run, asked.site)?, ..page };
    let (model, _) = versions::written(&part(&own.pack, &id))?;
    paper(Pages::Unit(Box::new(page)), model, asked.lang, by, document, own)
}

/// The number of a unit as a pack has it.
///
/// # Errors
/// When it is none, which no pack is stored with.
pub(super) fn number(unit: &str) -> Result<UnitId> {
    unit.parse().map_err(|_| Error::stored("review_pack.model", unit))
}

/// What stands on the sheets: a file has an id even when nobody has approved it.
fn stamp(own: &Shown, document: &Document, lang: Lang) -> Stamp {
    Stamp {
        approved: own.approved.map(|(version, on)| (version, on.to_string())),
        id: Some(document.id(&own.hash, lang)),
    }
}

fn paper(
    pages: Pages,
    model: String,
    lang: Lang,
    by: AccountId,
    document: Document,
    own: &Shown,
) -> Result<Paper> {
    let dated = match own.approved {
        Some((_, on)) => on,
        None => own.pack.dated.parse().map_err(|_| Error::stored("round.released_on", &own.pack.dated))?,
    };
    let name = documents::file_name(own, &document, lang, "pdf");
    let (id, model_hash) = (document.id(&own.hash, lang), own.hash.clone());
    Ok(Paper { pages, lang, dated, id, model, model_hash, name, by, document })
}

/// The file that was made of a document, logged with who, when, format, size and hash.
///
/// # Errors
/// When the database refuses.
pub async fn taken(base: &Base, paper: &Paper, bytes: Vec<u8>) -> Result<Taken> {
    documents::log(base, paper.by, (&paper.document, &paper.model_hash), "pdf", paper.lang, &bytes).await?;
    Ok(Taken { name: paper.name.clone(), bytes })
}
