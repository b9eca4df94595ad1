//! Carries out a plan, inside one transaction.

use std::collections::HashMap;

use domain::{
    UnitId,
    audit::Event,
    exchange::import::{DryRun, ImportKind},
};
use sea_orm::ConnectionTrait;

use super::{
    Changes, now,
    people::{self, Placing},
    planned, units,
};
use crate::imports::Target;
use ::people::register::{
    arrivals::{self, Newcomer},
    changes as person_changes,
};
use base::{Base, Error, Result, audit};
use organisation::{
    Tree, changes as unit_changes,
    changes::{By, NewUnit, usual_day},
};

/// Plans once more, now that nothing can come between, and writes the changes when they are the
/// confirmed ones. Otherwise the report says that the organisation has changed since, and nothing is
/// written. The caller commits what is clean.
pub(in crate::imports) async fn write(
    transaction: &impl ConnectionTrait,
    base: &Base,
    target: &mut Target<'_>,
    confirmed: Option<&str>,
    progress: impl Fn(u64),
) -> Result<DryRun> {
    now::lock(transaction).await?;
    target.tree = Tree::load(transaction).await?;
    let (mut report, changes) = planned(transaction, target).await?;
    let digest = report.diff.as_ref().map(|diff| diff.digest.as_str());
    if confirmed.is_some() && confirmed != digest {
        // Somebody who may import nothing any more has nothing to confirm anew.
        report.has_changed_since = !target.tops.is_empty();
        return Ok(report);
    }
    let Some(changes) = changes else { return Ok(report) };
    let day = usual_day(transaction, target.today).await?;
    let by = By { account: target.sender, now: base.now(), today: day };
    match changes {
        Changes::Units(changes) => write_units(transaction, &by, changes, &target.tree, progress).await?,
        Changes::People(changes) => write_people(transaction, &by, changes, progress).await?,
    }
    let total = report.diff.as_ref().map_or(0, domain::exchange::import::Diff::total);
    let detail = format!("{}: {} rows, {total} changes", target.kind.name(), report.rows);
    let entry = audit::Entry { detail: &detail, ..audit::Entry::new(Event::Imported, by.account) };
    audit::record(transaction, by.now, &entry).await?;
    if target.kind == ImportKind::People {
        organisation::bump_data_version(transaction).await?;
    }
    Ok(report)
}

async fn write_units(
    db: &impl ConnectionTrait,
    by: &By,
    changes: units::Changes,
    tree: &Tree,
    progress: impl Fn(u64),
) -> Result<()> {
    let known = tree.by_external();
    let mut ids: HashMap<String, UnitId> =
        known.into_iter().map(|(number, id)| (number.to_owned(), id)).collect();
    let unknown = || Error::Internal("a unit of the plan is gone".to_owned());
    let mut done = 0;
    let mut step = || {
        done += 1;
        progress(done);
    };
    for units::Open { kind, number, name, parent } in changes.open {
        let parent = *ids.get(&parent).ok_or_else(unknown)?;
        let id = unit_changes::open_checked(db, by, &NewUnit { number: number.clone(), name, kind, parent })
            .await?;
        ids.insert(number, id);
        step();
    }
    for (unit, name) in changes.rename {
        unit_changes::rename(db, by, unit, &name, by.today).await?;
        step();
    }
    for (unit, parent) in changes.relocate {
        let parent = *ids.get(&parent).ok_or_else(unknown)?;
        unit_changes::relocate(db, by, unit, parent, by.today).await?;
        step();
    }
    for unit in changes.close {
        unit_changes::close(db, by, unit, by.today).await?;
        step();
    }
    Ok(())
}

async fn write_people(
    db: &impl ConnectionTrait,
    by: &By,
    changes: people::Changes,
    progress: impl Fn(u64),
) -> Result<()> {
    let (new, known): (Vec<_>, Vec<_>) =
        changes.people.into_iter().partition(|change| change.person.is_none());
    let newcomers: Vec<Newcomer> = new.iter().map(newcomer).collect();
    let created = arrivals::create_all(db, by, &newcomers, |done| progress(done as u64)).await?;
    let mut done = created.len() as u64;
    // All roles are given before any is taken, so that the organisation always has somebody who keeps it.
    let mut take = Vec::new();
    for (change, created) in new.iter().zip(&created) {
        for (role, unit) in &change.give {
            person_changes::give_role(db, by, created.account, *role, *unit).await?;
        }
    }
    for change in known {
        let Some(person) = change.person else { continue };
        if change.is_back {
            arrivals::come_back(db, by, person).await?;
        }
        let account = match change.account {
            None if change.details.email.is_some() || !change.give.is_empty() => {
                Some(arrivals::open_account(db, by, person, &change.details).await?)
            }
            account => account,
        };
        if change.has_new_details {
            person_changes::change(db, by, person, &change.details).await?;
        }
        match change.placing {
            Placing::Stay => {}
            Placing::Join(unit, from) => {
                person_changes::place(db, by, person, unit, from).await?;
            }
            Placing::End(from) => {
                person_changes::unplace(db, by, person, from).await?;
            }
        }
        if let Some(account) = account {
            for (role, unit) in change.give {
                person_changes::give_role(db, by, account, role, unit).await?;
            }
            take.extend(change.take.into_iter().map(|(role, unit)| (account, role, unit)));
        }
        done += 1;
        progress(done);
    }
    for (account, role, unit) in take {
        person_changes::take_role(db, by, account, role, unit).await?;
    }
    for person in changes.leavers {
        person_changes::leave(db, by, person, by.today).await?;
        done += 1;
        progress(done);
    }
    Ok(())
}

fn newcomer(change: &people::Change) -> Newcomer {
    let place = match change.placing {
        Placing::Join(unit, from) => Some((unit, from)),
        Placing::Stay | Placing::End(_) => None,
    };
    Newcomer { details: change.details.clone(), place }
}
