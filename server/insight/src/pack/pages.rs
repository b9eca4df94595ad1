//! The pack as documents in the browser.

use domain::{
    Lang, Problem, Right, UnitId, format,
    insight::pack_pages::{DialogueSheet, OrganisationPack, Run, UnitPack, VersionRow},
};
use report::review::pages::{self, Stamp};
use sea_orm::ConnectionTrait;

use super::{
    Shown, Which,
    documents::{Document, Kind},
    quarter, quarters, shown, versions,
};
use base::{Actor, Base, Error, Result, access::authorize_any, authorize, qr::picture_of};
use organisation::{whole, within};

/// What a page of a pack is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Which version.
    pub which: Which,
    /// In which language.
    pub lang: Lang,
    /// Address of the server, for the code on each sheet.
    pub site: &'a str,
}

pub(super) fn failed(error: report::ChartError) -> Error {
    Error::Internal(error.to_string())
}

/// What stands on the sheets beside the pack itself.
fn stamp(own: &Shown, document: &Document, lang: Lang) -> Stamp {
    Stamp {
        approved: own.approved.map(|(version, on)| (version, on.to_string())),
        // A draft is not to be cited: it has an id only once it is a file.
        id: own.approved.map(|_| document.id(&own.hash, lang)),
    }
}

/// With the picture that leads to where the document is looked up.
pub(super) fn with_link(run: Run, site: &str) -> Result<Run> {
    let address = format!("{}/e", site.trim_end_matches('/'));
    let picture = match &run.id {
        Some(id) => Some(picture_of(&format!("{address}/{id}"))?),
        None => None,
    };
    let shown = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest).to_owned();
    Ok(Run { picture, look_up: shown, ..run })
}

/// The organisation's pack of a quarter; without a name, of the newest with a released round. None for whoever's
/// role is not for the whole organisation, and where nothing was released: both have a page of their own.
///
/// # Errors
/// `NotFound` for a text that is no quarter, and for a version that there is not.
pub async fn organisation_page(
    base: &Base,
    actor: Option<&Actor>,
    name: Option<&str>,
    asked: Asked<'_>,
) -> Result<Option<OrganisationPack>> {
    let (actor, tops) = authorize(actor, Right::ViewReview)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let known = quarters(&db).await?;
    let wanted = match name {
        Some(name) => quarter(name)?,
        None => match known.first() {
            Some(newest) => *newest,
            None => return Ok(None),
        },
    };
    if whole(&db, &tops).await.is_err() || !known.contains(&wanted) {
        return Ok(None);
    }
    let own = shown(&db, &organisation, wanted, asked.which, true).await?;
    let lang = asked.lang;
    let document = Document::of(&own, Kind::Organisation, None)?;
    let Some(page) = pages::organisation(&own.pack, &stamp(&own, &document, lang), lang).map_err(failed)?
    else {
        return Ok(None);
    };
    let is_new =
        own.approved.is_none() && own.versions.first().is_none_or(|last| last.model_hash != own.hash);
    let may_approve = is_new && whole(&db, &actor.units_for(Right::ApproveReview)).await.is_ok();
    Ok(Some(OrganisationPack {
        run: with_link(page.run, asked.site)?,
        quarters: known.iter().map(|own| (own.to_string(), format::period(lang, *own))).collect(),
        may_export: !actor.units_for(Right::ExportReview).is_empty(),
        may_approve: may_approve.then(|| own.hash.clone()),
        last_version: own.versions.first().map_or(0, |last| last.version),
        differences: differences(&db, &own, lang).await?,
        versions: rows(&own, lang),
        ..page
    }))
}

/// What differs from the version before; none where there is none.
pub(super) async fn differences(
    db: &impl ConnectionTrait,
    own: &Shown,
    lang: Lang,
) -> Result<Option<Vec<String>>> {
    let before = match own.approved {
        Some((version, _)) => version - 1,
        None => own.versions.first().map_or(0, |last| last.version),
    };
    if before == 0 {
        return Ok(None);
    }
    let before = versions::frozen(db, quarter(&own.pack.quarter)?, before).await?;
    Ok(Some(pages::differences(&before, &own.pack, lang)))
}

fn rows(own: &Shown, lang: Lang) -> Vec<VersionRow> {
    let is_shown = |number: i64| own.approved.is_some_and(|(version, _)| version == number);
    own.versions
        .iter()
        .map(|version| VersionRow {
            version: version.version,
            approved: format::long_date(lang, version.approved_on),
            is_shown: is_shown(version.version),
        })
        .collect()
}

/// A unit's pack of a quarter. Whoever sees the review sees drafts too; whoever sees the unit's figures sees what was
/// approved.
///
/// # Errors
/// `NotFound` for a text that is no quarter, for a unit that is unknown, not the person's or was not there, and for
/// a version that there is not or that the person may not see, alike.
pub async fn unit_page(
    base: &Base,
    actor: Option<&Actor>,
    name: &str,
    unit: UnitId,
    asked: Asked<'_>,
) -> Result<UnitPack> {
    let actor = authorize_any(actor, &[Right::ViewReview, Right::ViewFigures])?;
    let db = base.db.snapshot().await?;
    let own = of_unit(base, &db, actor, name, unit, asked.which).await?;
    let lang = asked.lang;
    let document = Document::of(&own, Kind::Unit, Some(unit))?;
    let page =
        pages::unit(&own.pack, &unit.to_string(), &stamp(&own, &document, lang), lang).map_err(failed)?;
    let page = page.ok_or(Problem::NotFound)?;
    let may_review = !actor.units_for(Right::ViewReview).is_empty();
    let tree = organisation::tree(base, &db).await?;
    let may_export = within(&tree, &actor.units_for(Right::ExportReview), unit).is_ok();
    let may_agree = within(&tree, &actor.units_for(Right::ManageActions), unit).is_ok();
    let may_take_out = may_export || (own.approved.is_some() && may_agree);
    Ok(UnitPack { run: with_link(page.run, asked.site)?, may_review, may_take_out, may_export, ..page })
}

/// The sheet for a meeting about a unit's quarter, for whoever sees the unit's pack.
///
/// # Errors
/// As [`unit_page`].
pub async fn dialogue_page(
    base: &Base,
    actor: Option<&Actor>,
    name: &str,
    unit: UnitId,
    asked: Asked<'_>,
) -> Result<DialogueSheet> {
    let actor = authorize_any(actor, &[Right::ViewReview, Right::ViewFigures])?;
    let db = base.db.snapshot().await?;
    let own = of_unit(base, &db, actor, name, unit, asked.which).await?;
    let document = Document::of(&own, Kind::Unit, Some(unit))?.sheet();
    let sheet =
        pages::dialogue(&own.pack, &unit.to_string(), &stamp(&own, &document, asked.lang), asked.lang);
    let sheet = sheet.ok_or(Problem::NotFound)?;
    let may_review = !actor.units_for(Right::ViewReview).is_empty();
    Ok(DialogueSheet { run: with_link(sheet.run, asked.site)?, may_review, ..sheet })
}

/// The version of a unit's quarter that is asked for, where the person may see it.
async fn of_unit(
    base: &Base,
    db: &impl ConnectionTrait,
    actor: &Actor,
    name: &str,
    unit: UnitId,
    which: Which,
) -> Result<Shown> {
    let wanted = quarter(name)?;
    let tree = organisation::tree(base, db).await?;
    let may_draft = within(&tree, &actor.units_for(Right::ViewReview), unit).is_ok();
    if !may_draft {
        within(&tree, &actor.units_for(Right::ViewFigures), unit)?;
    }
    let organisation = organisation::find(db).await?;
    if !quarters(db).await?.contains(&wanted) {
        return Err(Problem::NotFound.into());
    }
    shown(db, &organisation, wanted, which, may_draft).await
}
