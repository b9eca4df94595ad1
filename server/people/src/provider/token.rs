//! Reading an ID token: every check has to pass before anything in it is believed. Claims that are not
//! needed may have any shape (OpenID Connect Core § 2 and 3.1.3.7).

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use subtle::ConstantTimeEq;

use super::{Provider, members::Members, roles};

/// How far the provider's clock may be ahead of ours, in seconds.
const SKEW: f64 = 60.0;
/// How old a token may be that was issued a moment ago, in seconds.
const OLDEST: f64 = 600.0;
/// Longest subject, in bytes (OpenID Connect Core § 2).
const LONGEST_SUBJECT: usize = 255;
/// Longest e-mail address, in bytes (RFC 3696, erratum 1690, counts 320 with the sign between).
const LONGEST_EMAIL: usize = 320;

/// Who the provider says somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// The person, as the provider numbers them; with the issuer the only key.
    pub subject: String,
    /// E-mail address, in lower case.
    pub email: Option<String>,
    /// Whether the provider has made sure that the address is the person's.
    pub email_verified: bool,
    /// Name.
    pub name: Option<String>,
    /// Values of the role claim; none where no claim is configured, or the token has none: a provider
    /// leaves it out when somebody is in very many groups. That is not the same as an empty one.
    pub roles: Option<Vec<String>>,
}

/// Who a signed token is about, if it is for us, for this sign-in and of now.
///
/// # Errors
/// One line that names the claim.
pub(super) fn identity(
    provider: &Provider,
    claims: &Map<String, Value>,
    nonce: &str,
    now: DateTime<Utc>,
) -> Result<Identity, String> {
    let members = Members::new("the ID token", claims);
    let needed = |name: &str| members.needed(name, members.text(name)?);
    let issuer = needed("iss")?;
    if issuer != provider.issuer {
        return Err("the ID token: \"iss\" is another provider".to_owned());
    }
    check_audience(provider, members)?;
    check_times(members, now)?;
    if !bool::from(needed("nonce")?.as_bytes().ct_eq(nonce.as_bytes())) {
        return Err("the ID token: \"nonce\" is that of another sign-in".to_owned());
    }
    let subject = needed("sub")?;
    if subject.trim().is_empty() || subject.len() > LONGEST_SUBJECT {
        return Err(format!("the ID token: \"sub\" must have 1 to {LONGEST_SUBJECT} bytes"));
    }
    // Letters beyond ASCII keep their case: some of them turn into another address's letters.
    let email = members.text("email")?.map(|email| email.trim().to_ascii_lowercase());
    let roles = provider.role_claim.as_deref().map(|claim| roles::values(claims, claim)).transpose()?;
    Ok(Identity {
        issuer: issuer.to_owned(),
        subject: subject.to_owned(),
        email: email.filter(|email| email.contains('@') && email.len() <= LONGEST_EMAIL),
        email_verified: members.flag("email_verified")?.unwrap_or(false),
        // What somebody is called decides nothing: a name of another shape is no name.
        name: members.get("name").and_then(Value::as_str).map(str::to_owned),
        roles: roles.flatten(),
    })
}

/// A token is for us, and for others only if it was issued to us by name or the settings trust them:
/// each of its audiences can pass it on to us as its own.
fn check_audience(provider: &Provider, members: Members<'_>) -> Result<(), String> {
    let audiences = members.needed("aud", members.texts("aud")?)?;
    let party = members.text("azp")?;
    let is_us = |audience: &str| audience == provider.client_id;
    if !audiences.iter().any(|audience| is_us(audience)) {
        return Err("the ID token: \"aud\" does not name us".to_owned());
    }
    if party.is_some_and(|party| !is_us(party)) {
        return Err("the ID token: \"azp\" is another client".to_owned());
    }
    let is_trusted = |audience: &str| provider.trusted_audiences.iter().any(|trusted| trusted == audience);
    if party.is_none() && !audiences.iter().all(|audience| is_us(audience) || is_trusted(audience)) {
        return Err(
            "the ID token: \"aud\" names others besides us, and \"azp\" does not name us; name them under trusted_audiences if they are the provider's own"
                .to_owned(),
        );
    }
    Ok(())
}

fn check_times(members: Members<'_>, now: DateTime<Utc>) -> Result<(), String> {
    let now = now.timestamp_micros() as f64 / 1e6;
    let expires = members.needed("exp", members.seconds("exp")?)?;
    let issued = members.needed("iat", members.seconds("iat")?)?;
    let begins = members.seconds("nbf")?;
    let wrong = |why: &str| Err(format!("the ID token: {why}"));
    if expires <= now {
        return wrong("\"exp\" is past");
    }
    if issued > now + SKEW {
        return wrong("\"iat\" is in the future");
    }
    if issued < now - OLDEST {
        return wrong("\"iat\" is too long ago");
    }
    if begins.is_some_and(|begins| begins > now + SKEW) {
        return wrong("\"nbf\" is in the future");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_795_932_292;

    fn provider() -> Provider {
        Provider {
            issuer: "https://login.example.org".to_owned(),
            client_id: "trivsel".to_owned(),
            client_secret: None,
            redirect_url: String::new(),
            label: String::new(),
            scopes: Vec::new(),
            trusted_audiences: vec!["project".to_owned()],
            role_claim: Some("groups".to_owned()),
            role_mapping: Vec::new(),
            provisioning: super::super::Provisioning::JustInTime,
        }
    }

    fn with(changes: &[(&str, Value)]) -> Result<Identity, String> {
        let mut claims = json!({
            "iss": "https://login.example.org", "aud": "trivsel", "sub": "p-17", "nonce": "n",
            "iat": NOW, "exp": NOW + 300, "email": "Kari@example.org", "email_verified": true,
            "groups": ["site-s"],
        });
        for (name, value) in changes {
            claims[*name] = value.clone();
        }
        let now = DateTime::from_timestamp(NOW, 0).unwrap();
        identity(&provider(), claims.as_object().unwrap(), "n", now)
    }

    #[test]
    fn a_claim_that_is_needed_is_refused_by_name_when_it_has_another_shape() {
        for (name, value) in [
            ("iss", json!(["https://login.example.org"])),
            ("aud", json!({ "trivsel": true })),
            ("aud", json!([["trivsel"]])),
            ("azp", json!(["trivsel"])),
            ("sub", json!(17)),
            ("nonce", json!(1)),
            ("exp", json!("2026-11-29T12:00:00Z")),
            ("iat", json!([NOW])),
            ("nbf", json!("now")),
            ("email", json!(["kari@example.org"])),
            ("email_verified", json!("yes")),
            ("email_verified", json!(1)),
            ("groups", json!({ "site-s": true })),
            ("groups", json!([{ "name": "site-s" }])),
        ] {
            let refused = with(&[(name, value.clone())]).unwrap_err();
            assert!(refused.contains(&format!("{name:?}")), "{value}: {refused}");
            assert!(!refused.contains('\n') && !refused.contains("kari"), "{refused}");
        }
        for name in ["iss", "aud", "sub", "nonce", "exp", "iat"] {
            assert_eq!(with(&[(name, json!(null))]).unwrap_err(), format!("the ID token has no {name:?}"));
        }
    }

    #[test]
    fn a_claim_that_nobody_reads_may_have_any_shape() {
        for name in [
            "updated_at",
            "address",
            "phone_number",
            "phone_number_verified",
            "birthdate",
            "locale",
            "zoneinfo",
            "picture",
            "profile",
            "website",
            "gender",
            "given_name",
            "auth_time",
            "acr",
            "amr",
            "at_hash",
            "c_hash",
            "jti",
            "_claim_sources",
            "name#nb",
        ] {
            for value in
                [json!(null), json!(true), json!(-1.5), json!("Storgata 1"), json!([1]), json!({ "a": [] })]
            {
                assert!(with(&[(name, value.clone())]).is_ok(), "{name}: {value}");
            }
        }
        assert_eq!(with(&[("name", json!(["Kari"]))]).unwrap().name, None);
    }

    #[test]
    fn times_are_read_with_a_fraction() {
        let at = |seconds: f64| json!(NOW as f64 + seconds);
        for (name, value) in
            [("nbf", at(0.25)), ("nbf", at(60.0)), ("iat", at(-599.75)), ("iat", at(59.5)), ("exp", at(0.5))]
        {
            assert!(with(&[(name, value.clone())]).is_ok(), "{name}: {value}");
        }
        for (name, value) in [
            ("nbf", at(60.25)),
            ("iat", at(60.25)),
            ("iat", at(-600.25)),
            ("exp", at(-0.25)),
            ("exp", at(0.0)),
        ] {
            let refused = with(&[(name, value)]).unwrap_err();
            assert!(refused.contains(&format!("{name:?}")), "{refused}");
        }
        assert!(with(&[("exp", json!(1e300))]).is_ok());
    }

    #[test]
    fn a_token_for_several_is_taken_when_it_was_issued_to_us_or_the_others_are_trusted() {
        for (audiences, party, is_taken) in [
            (json!("trivsel"), json!(null), true),
            (json!(["trivsel"]), json!("trivsel"), true),
            (json!(["trivsel", "trivsel"]), json!(null), true),
            (json!(["329836626744180738", "trivsel"]), json!("trivsel"), true),
            (json!(["trivsel", "329836626744180738"]), json!(null), false),
            (json!(["trivsel", "329836626744180738"]), json!("329836626744180738"), false),
            (json!(["trivsel", "project"]), json!(null), true),
            (json!(["trivsel", "project", "wiki"]), json!(null), false),
            (json!(["trivsel", "project"]), json!("project"), false),
            (json!(["project"]), json!("trivsel"), false),
            (json!("Trivsel"), json!(null), false),
            (json!([]), json!("trivsel"), false),
        ] {
            let taken = with(&[("aud", audiences.clone()), ("azp", party.clone())]).is_ok();
            assert_eq!(taken, is_taken, "{audiences} for {party}");
        }
    }

    #[test]
    fn an_absent_role_claim_is_not_an_empty_one() {
        let roles = |changes: &[(&str, Value)]| with(changes).unwrap().roles;
        assert_eq!(roles(&[("groups", json!([]))]), Some(Vec::new()));
        assert_eq!(roles(&[("groups", json!(null))]), None);
        let sources = ("_claim_names", json!({ "groups": "src1" }));
        assert_eq!(roles(&[("groups", json!([])), sources]), None, "they are to be fetched elsewhere");
    }
}
