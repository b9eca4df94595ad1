//! Roles from a claim.

use std::collections::BTreeSet;

use domain::Role;
use sea_orm::DatabaseTransaction;
use serde_json::{Map, Value};

use super::RoleRule;
use crate::{
    Result,
    db::{execute, query_one},
};

/// The values of a claim: a text, or a list of texts. A claim may lie inside another, as in
/// `realm_access.roles`; a name with dots in it wins over that reading.
pub(super) fn values(claims: &Map<String, Value>, name: &str) -> Vec<String> {
    let inside = || {
        let (outer, inner) = name.split_once('.')?;
        inner.split('.').try_fold(claims.get(outer)?, |value, part| value.get(part))
    };
    match claims.get(name).or_else(inside) {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(list)) => {
            list.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether any of these values stands for a role.
pub(super) fn is_mapped(mapping: &[RoleRule], values: &[String]) -> bool {
    mapping.iter().any(|rule| values.contains(&rule.value))
}

/// Sets the roles that the mapping knows of to what the claim says; gives the units in which the
/// person is an employee by it. A role in a unit that no rule names is not the provider's to give
/// or take, and stays as it is.
pub(super) async fn apply(
    transaction: &DatabaseTransaction,
    account: i64,
    mapping: &[RoleRule],
    values: &[String],
) -> Result<Vec<i64>> {
    let (mut known, mut given) = (BTreeSet::new(), BTreeSet::new());
    for rule in mapping {
        let unit =
            query_one(transaction, "SELECT id FROM unit WHERE external_id = $1", [rule.unit.as_str().into()])
                .await?;
        let Some(unit) = unit else {
            tracing::error!(unit = rule.unit, "the role mapping names a unit that does not exist");
            continue;
        };
        let grant = (rule.role.name(), unit.try_get::<i64>("", "id")?);
        known.insert(grant);
        if values.contains(&rule.value) {
            given.insert(grant);
        }
    }
    for (role, unit) in &known {
        let sql = if given.contains(&(*role, *unit)) {
            "INSERT INTO role_grant (account_id, role, unit_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
        } else {
            "DELETE FROM role_grant WHERE account_id = $1 AND role = $2 AND unit_id = $3"
        };
        execute(transaction, sql, [account.into(), (*role).into(), (*unit).into()]).await?;
    }
    let is_employee = |role: &str| role == Role::Employee.name();
    Ok(given.into_iter().filter(|(role, _)| is_employee(role)).map(|(_, unit)| unit).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_claim_is_a_text_or_a_list_and_may_lie_inside_another() {
        let claims = serde_json::json!({
            "one": "hr", "list": ["a", 1, "b"], "realm_access": { "roles": ["c"] },
            "https://example.org/roles": ["d"], "odd": { "x": 1 },
        });
        let values = |name: &str| values(claims.as_object().unwrap(), name).join(" ");
        assert_eq!(values("one"), "hr");
        assert_eq!(values("list"), "a b");
        assert_eq!(values("realm_access.roles"), "c");
        assert_eq!(values("https://example.org/roles"), "d");
        for absent in ["none", "odd", "realm_access", "realm_access.x.y", "."] {
            assert_eq!(values(absent), "", "{absent}");
        }
    }
}
