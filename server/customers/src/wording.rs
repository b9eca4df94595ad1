//! The wording of letters: kept per unit and language, built in where nobody keeps any, with places that are filled from
//! what is known of a case.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use domain::{
    Lang, Problem, Right, UnitId,
    audit::Event,
    customers::wording::{Place, Template, WordingForm, WordingPage, WordingSource, filled, open_places},
    format,
    text::{t, tv},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{calendars, complaints::promise, hours::is_open};
use base::{
    Actor, Base, Result,
    audit::{self, Entry},
    authorize,
    db::{all, execute, join_ids},
};
use organisation::{Tree, kept};

/// What is known for the places of a letter.
pub(crate) struct Known<'a> {
    pub(crate) lang: Lang,
    pub(crate) name: Option<&'a str>,
    pub(crate) reference: &'a str,
    pub(crate) today: NaiveDate,
    pub(crate) day: NaiveDate,
    pub(crate) unit: &'a str,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) next: Option<String>,
    pub(crate) writer: &'a str,
    pub(crate) organisation: &'a str,
}

impl Known<'_> {
    /// What stands in a place; none when it is not known.
    fn value(&self, place: Place) -> Option<String> {
        let day = |day: NaiveDate| format::long_date(self.lang, day);
        let name = self.name.filter(|name| !name.is_empty());
        match place {
            Place::Greeting => Some(match name {
                Some(name) => tv(self.lang, "letter-greeting", &[("name", name.into())]),
                None => t(self.lang, "letter-greeting-nobody"),
            }),
            Place::Name => name.map(str::to_owned),
            Place::Reference => Some(self.reference.to_owned()),
            Place::Date => Some(day(self.today)),
            Place::Day => Some(day(self.day)),
            Place::Unit => Some(self.unit.to_owned()),
            Place::Due => self.due.map(day),
            Place::Next => self.next.clone(),
            Place::Writer => Some(self.writer.to_owned()),
            Place::Organisation => Some(self.organisation.to_owned()),
        }
    }

    /// A wording with its places filled.
    pub(crate) fn letter(&self, text: &str) -> String {
        filled(text, |place| self.value(place))
    }
}

/// The wording that comes with the product.
fn built_in(template: Template, lang: Lang) -> String {
    let id = match template {
        Template::Acknowledge => "letter-proposal-acknowledge",
        Template::Question => "letter-proposal-pause",
        Template::Update => "letter-proposal-update",
        Template::Delay => "letter-proposal-delay",
        Template::Answer => "letter-proposal-answer",
        Template::Refusal => "letter-proposal-refusal",
        Template::FollowUp => "letter-proposal-follow-up",
    };
    let places = [Place::Reference, Place::Unit, Place::Day, Place::Due, Place::Next, Place::Organisation];
    let places: Vec<_> = places.into_iter().map(|place| (place.name(), place.written().into())).collect();
    let (body, end) = (tv(lang, id, &places), tv(lang, "letter-end", &places));
    format!("{}\n\n{body}\n\n{end}", Place::Greeting.written())
}

#[derive(FromQueryResult)]
struct Stored {
    unit_id: UnitId,
    text: String,
}

/// The wording that holds in a unit, with the unit that keeps it; none for the built-in one.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn of(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: UnitId,
    template: Template,
    lang: Lang,
) -> Result<(Option<UnitId>, String)> {
    let chain = tree.ancestors(unit);
    let sql = format!(
        "SELECT unit_id, text FROM template WHERE unit_id IN ({}) AND kind = $1 AND lang = $2",
        join_ids(&chain)
    );
    let rows: Vec<Stored> = all(db, &sql, [template.name().into(), lang.tag().into()]).await?;
    let mut by_unit: HashMap<UnitId, String> = rows.into_iter().map(|row| (row.unit_id, row.text)).collect();
    let nearest = chain.into_iter().find_map(|unit| Some((Some(unit), by_unit.remove(&unit)?)));
    Ok(nearest.unwrap_or_else(|| (None, built_in(template, lang))))
}

/// The page of a unit's letter; the topmost of the person's units when none is named. With a form, how the letter would
/// look.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`; `NotFound` for a unit that is closed or not the person's.
pub async fn page(
    base: &Base,
    actor: Option<&Actor>,
    unit: Option<UnitId>,
    template: Template,
    lang: Lang,
    typed: Option<&str>,
) -> Result<WordingPage> {
    let (actor, tops) = authorize(actor, Right::KeepVoice)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let place = tree.asked(&tops, unit)?;
    let unit = place.unit.id;
    is_open(&tree, &tops, unit)?;
    let (keeper, text) = of(&db, &tree, unit, template, lang).await?;
    let today = organisation.local_day(base.now());
    let calendar = calendars::of(&db, &tree, &organisation, unit).await?.calendar;
    let due = promise(&calendar, base.now())?.answered;
    let example = t(lang, "wording-example-name");
    let known = Known {
        lang,
        name: Some(&example),
        reference: "K-7QMRX2D",
        today,
        day: today - Days::new(2),
        unit: &place.unit.name,
        due: due.map(|at| at.with_timezone(&calendar.timezone()).date_naive()),
        next: organisation.turn_to.written(lang),
        writer: &actor.name,
        organisation: &organisation.name,
    };
    let preview = known.letter(typed.unwrap_or(&text));
    let name = |unit: UnitId| tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default();
    Ok(WordingPage {
        source: match keeper {
            None => WordingSource::BuiltIn,
            Some(own) if own == unit => WordingSource::Own,
            Some(above) => WordingSource::Above(name(above)),
        },
        open: open_places(&preview),
        changes: kept::last(&db, &organisation, Event::WordingChanged, Some(unit)).await?,
        place,
        template,
        lang,
        text,
        preview,
    })
}

/// Keeps a wording in a unit, or goes back to that of the unit above.
///
/// # Errors
/// `NotFound` for a unit that is closed or not the person's, for an unknown act, and where there is nothing to go back
/// from; `Invalid` for a text that cannot be kept.
pub async fn change(
    base: &Base,
    actor: Option<&Actor>,
    unit: UnitId,
    letter: (Template, Lang),
    form: &WordingForm,
) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::KeepVoice)?;
    let (template, lang) = letter;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    is_open(&tree, &tops, unit)?;
    let key = || [unit.into(), template.name().into(), lang.tag().into()];
    match form.act.as_str() {
        "save" => {
            let text = form.parse()?;
            let [unit, kind, tag] = key();
            execute(
                &transaction,
                "INSERT INTO template (unit_id, kind, lang, text) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (unit_id, kind, lang) DO UPDATE SET text = excluded.text",
                [unit, kind, tag, text.into()],
            )
            .await?;
        }
        "reset" => {
            let sql = "DELETE FROM template WHERE unit_id = $1 AND kind = $2 AND lang = $3";
            if execute(&transaction, sql, key()).await?.rows_affected() == 0 {
                return Err(Problem::NotFound.into());
            }
        }
        _ => return Err(Problem::NotFound.into()),
    }
    let entry = Entry {
        unit: Some(unit),
        detail: &format!("{} {} {}", form.act, template.name(), lang.tag()),
        ..Entry::new(Event::WordingChanged, Some(actor.account))
    };
    audit::record(&transaction, base.now(), &entry).await?;
    transaction.commit().await?;
    Ok(())
}
