//! Roles from a claim.

use std::collections::BTreeSet;

use domain::{AccountId, Role, UnitId};
use serde_json::{Map, Value};

use super::{RoleRule, members::Members};
use crate::register::changes;
use base::{
    Error, Result,
    db::{Transaction, value},
};
use organisation::changes::By;

/// The values of a claim: a text, or a list of texts (numbers count as their digits). A claim may lie
/// inside another, as in `realm_access.roles`; a name with dots in it wins over that reading. None when
/// the claim is absent, or kept elsewhere (OpenID Connect Core § 5.6.2): what somebody's roles are is
/// not known then.
///
/// # Errors
/// One line, for a claim of another shape: reading it as empty would take roles away.
pub(super) fn values(
    claims: &Map<String, Value>,
    name: &str,
) -> std::result::Result<Option<Vec<String>>, String> {
    let inside = || {
        let (outer, inner) = name.split_once('.')?;
        inner.split('.').try_fold(claims.get(outer)?, |value, part| value.get(part))
    };
    let members = Members::new("the ID token", claims);
    let is_elsewhere = members.get("_claim_names").is_some_and(|names| names.get(name).is_some());
    let text = |value: &Value| match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        other => Err(members.misshapen(name, "a list of texts", other)),
    };
    match claims.get(name).or_else(inside) {
        None | Some(Value::Null) => Ok(None),
        Some(_) if is_elsewhere => Ok(None),
        Some(Value::String(text)) => Ok(Some(vec![text.clone()])),
        Some(Value::Array(list)) => list.iter().map(text).collect::<std::result::Result<_, _>>().map(Some),
        Some(other) => Err(members.misshapen(name, "a text or a list of texts", other)),
    }
}

/// Whether any of these values stands for a role.
pub(super) fn is_mapped(mapping: &[RoleRule], values: &[String]) -> bool {
    mapping.iter().any(|rule| values.contains(&rule.value))
}

/// Sets the roles that the mapping knows of to what the claim says; gives the units in which the
/// person is an employee by it (that comes with a place on the roster). A role in a unit that no rule
/// names is not the provider's to give or take, and stays as it is; and so does that of the last
/// administrator, or nobody could mend the settings.
pub(super) async fn apply(
    transaction: &Transaction,
    by: &By,
    account: AccountId,
    mapping: &[RoleRule],
    values: &[String],
) -> Result<Vec<UnitId>> {
    let (mut known, mut given, mut teams) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for rule in mapping {
        let unit: Option<UnitId> =
            value(transaction, "SELECT id FROM unit WHERE external_id = $1", [rule.unit.as_str().into()])
                .await?;
        let Some(unit) = unit else {
            tracing::error!(unit = rule.unit, "the role mapping names a unit that does not exist");
            continue;
        };
        let grant = (rule.role, unit);
        let is_given = values.contains(&rule.value);
        match rule.role {
            Role::Employee if is_given => teams.push(grant.1),
            Role::Employee => {}
            _ => {
                known.insert(grant);
                if is_given {
                    given.insert(grant);
                }
            }
        }
    }
    for (role, unit) in &given {
        changes::give_role(transaction, by, account, *role, *unit).await?;
    }
    for (role, unit) in known.difference(&given) {
        match changes::take_role(transaction, by, account, *role, *unit).await {
            Err(Error::Problem(problem)) => {
                tracing::warn!(?problem, "the provider takes the last administrator's role; it stays");
                changes::give_role(transaction, by, account, *role, *unit).await?;
            }
            taken => {
                taken?;
            }
        }
    }
    Ok(teams)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_claim_is_a_text_or_a_list_and_may_lie_inside_another() {
        let claims = serde_json::json!({
            "one": "hr", "list": ["a", 1, "b"], "realm_access": { "roles": ["c"] }, "nothing": null,
            "https://example.org/roles": ["d"], "odd": { "x": 1 }, "empty": [], "mixed": ["a", { "x": 1 }],
        });
        let values = |name: &str| values(claims.as_object().unwrap(), name);
        let read = |name: &str| values(name).unwrap().unwrap().join(" ");
        assert_eq!(read("one"), "hr");
        assert_eq!(read("list"), "a 1 b");
        assert_eq!(read("empty"), "");
        assert_eq!(read("realm_access.roles"), "c");
        assert_eq!(read("https://example.org/roles"), "d");
        for absent in ["none", "nothing", "realm_access.x.y", "odd.y", "."] {
            assert_eq!(values(absent), Ok(None), "{absent}");
        }
        for odd in ["odd", "realm_access", "mixed"] {
            let refused = values(odd).unwrap_err();
            assert!(refused.contains(&format!("{odd:?}")), "{refused}");
        }
    }
}
