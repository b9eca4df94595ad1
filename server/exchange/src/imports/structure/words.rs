//! The changes of a person in words that somebody can check them by.

use domain::exchange::import::{ChangeKind, ChangeLine};

use super::{
    now::{Frame, Person},
    people::{Change, Placing},
};
use people::register::changes::Details;

/// A line about somebody, holding at once.
pub(super) fn line(kind: ChangeKind, details: &Details, old: &str, new: &str) -> ChangeLine {
    ChangeLine {
        kind,
        number: details.number.clone(),
        name: details.name.clone(),
        old: old.to_owned(),
        new: new.to_owned(),
        role: None,
        on: None,
    }
}

/// What happens to a person, a line for each kind of change.
pub(super) fn lines(frame: &Frame, change: &Change, now: Option<&Person>) -> Vec<ChangeLine> {
    let details = &change.details;
    let mut lines = Vec::new();
    let last = now.filter(|now| !now.has_left).and_then(|now| now.places.last());
    let last = last.filter(|place| place.to.is_none_or(|to| to >= frame.day));
    let old = last.map(|place| frame.unit_name(place.unit)).unwrap_or_default();
    let (new, on) = match change.placing {
        Placing::Stay => (old.clone(), None),
        Placing::Join(unit, from) => (frame.unit_name(unit), Some(from)),
        Placing::End(from) => (String::new(), Some(from)),
    };
    let on = on.filter(|on| *on != frame.day);
    let kind = match (now, change.is_back, change.placing) {
        (None, ..) => Some(ChangeKind::Added),
        (_, true, _) => Some(ChangeKind::Returned),
        (_, _, Placing::Stay) => None,
        (_, _, Placing::Join(..)) => Some(ChangeKind::Moved),
        (_, _, Placing::End(_)) => Some(ChangeKind::Unplaced),
    };
    if let Some(kind) = kind {
        lines.push(ChangeLine { on, ..line(kind, details, &old, &new) });
    }
    if let Some(now) = now.filter(|_| change.has_new_details) {
        let both = |name: &str, email: Option<&str>| match (now.name != details.name, email) {
            (true, email) if now.email != details.email => {
                email.map_or_else(|| name.to_owned(), |email| format!("{name}, {email}"))
            }
            (true, _) => name.to_owned(),
            (false, email) => email.unwrap_or_default().to_owned(),
        };
        let old = both(&now.name, now.email.as_deref());
        let new = both(&details.name, details.email.as_deref());
        lines.push(line(ChangeKind::Changed, details, &old, &new));
    }
    let roles = [(ChangeKind::RoleGiven, &change.give), (ChangeKind::RoleTaken, &change.take)];
    for (kind, roles) in roles {
        for (role, unit) in roles {
            let unit = frame.unit_name(*unit);
            lines.push(ChangeLine { role: Some(*role), ..line(kind, details, &unit, &unit) });
        }
    }
    lines
}
