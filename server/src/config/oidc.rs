//! Settings of the sign-in provider: the section `[oidc]` and `TRIVSEL_OIDC_…`.

use clap::Args;
use domain::Role;
use serde::Deserialize;
use service::oidc::{Provider, Provisioning, RoleRule, Secret, trustworthy_issuer};

/// Where the provider sends people back to, below the public address.
const CALLBACK: &str = "/sign-in/provider/callback";

/// The provider as flags and environment give it.
#[derive(Args, Clone, Default)]
pub(super) struct OidcArgs {
    /// Sign-in provider (OpenID Connect): its issuer address
    #[arg(
        long,
        env = "TRIVSEL_OIDC_ISSUER",
        value_name = "URL",
        global = true,
        help_heading = "Sign-in provider"
    )]
    oidc_issuer: Option<String>,
    /// The name the provider knows this server by
    #[arg(
        long,
        env = "TRIVSEL_OIDC_CLIENT_ID",
        value_name = "ID",
        global = true,
        help_heading = "Sign-in provider"
    )]
    oidc_client_id: Option<String>,
    // Other users of the machine can read a command line, so no help tells of this flag.
    #[arg(long, env = "TRIVSEL_OIDC_CLIENT_SECRET", global = true, hide = true, hide_env_values = true)]
    oidc_client_secret: Option<String>,
    /// What the sign-in button calls the provider [default: the issuer's host]
    #[arg(
        long,
        env = "TRIVSEL_OIDC_LABEL",
        value_name = "NAME",
        global = true,
        help_heading = "Sign-in provider"
    )]
    oidc_label: Option<String>,
    /// Who gets in: people with an account, or everybody the provider vouches for [default: pre-provisioned]
    #[arg(
        long,
        env = "TRIVSEL_OIDC_PROVISIONING",
        value_name = "WHO",
        global = true,
        help_heading = "Sign-in provider"
    )]
    oidc_provisioning: Option<Who>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
enum Who {
    #[default]
    PreProvisioned,
    JustInTime,
}

impl Who {
    const fn name(self) -> &'static str {
        match self {
            Self::PreProvisioned => "pre-provisioned",
            Self::JustInTime => "just-in-time",
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct OidcFile {
    issuer: Option<String>,
    client_id: Option<String>,
    client_secret: Option<String>,
    label: Option<String>,
    provisioning: Option<Who>,
    scopes: Option<Vec<String>>,
    trusted_audiences: Vec<String>,
    role_claim: Option<String>,
    roles: Vec<RuleFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    value: String,
    role: String,
    #[serde(default = "root")]
    unit: String,
}

fn root() -> String {
    "ROOT".to_owned()
}

/// The provider in force; none when no issuer is named.
pub(super) fn provider(
    args: &OidcArgs,
    file: OidcFile,
    public_url: &str,
) -> Result<Option<Provider>, String> {
    let Some(issuer) = args.oidc_issuer.clone().or(file.issuer) else { return Ok(None) };
    let url = trustworthy_issuer(&issuer)?;
    let client_id = args
        .oidc_client_id
        .clone()
        .or(file.client_id)
        .ok_or("a sign-in provider needs a client_id: the name it knows this server by")?;
    let host = url.host_str().unwrap_or_default().to_owned();
    let role_mapping = file.roles.into_iter().map(rule).collect::<Result<Vec<_>, String>>()?;
    if role_mapping.is_empty() != file.role_claim.is_none() {
        return Err(
            "role_claim and [[oidc.roles]] go together: the claim, and what its values stand for".to_owned()
        );
    }
    Ok(Some(Provider {
        issuer,
        client_id,
        client_secret: args.oidc_client_secret.clone().or(file.client_secret).map(Secret::new),
        redirect_url: format!("{}{CALLBACK}", public_url.trim_end_matches('/')),
        label: args.oidc_label.clone().or(file.label).unwrap_or(host),
        scopes: file.scopes.unwrap_or_else(|| vec!["email".to_owned(), "profile".to_owned()]),
        trusted_audiences: file.trusted_audiences,
        role_claim: file.role_claim,
        role_mapping,
        provisioning: match args.oidc_provisioning.or(file.provisioning).unwrap_or_default() {
            Who::PreProvisioned => Provisioning::PreProvisionedOnly,
            Who::JustInTime => Provisioning::JustInTime,
        },
    }))
}

fn rule(rule: RuleFile) -> Result<RoleRule, String> {
    let role = Role::from_name(&rule.role).ok_or_else(|| format!("{:?} is no role", rule.role))?;
    Ok(RoleRule { value: rule.value, role, unit: rule.unit })
}

/// The section as a settings file has it, with the secret left out.
pub(super) fn write(provider: &Provider, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    let who = match provider.provisioning {
        Provisioning::PreProvisionedOnly => Who::PreProvisioned,
        Provisioning::JustInTime => Who::JustInTime,
    };
    write!(f, "\n\n[oidc]\nissuer = {:?}\nclient_id = {:?}", provider.issuer, provider.client_id)?;
    if provider.client_secret.is_some() {
        write!(f, "\nclient_secret = \"***\"")?;
    }
    write!(
        f,
        "\nlabel = {:?}\nprovisioning = {:?}\nscopes = {:?}",
        provider.label,
        who.name(),
        provider.scopes
    )?;
    if !provider.trusted_audiences.is_empty() {
        write!(f, "\ntrusted_audiences = {:?}", provider.trusted_audiences)?;
    }
    if let Some(claim) = &provider.role_claim {
        write!(f, "\nrole_claim = {claim:?}")?;
    }
    for RoleRule { value, role, unit } in &provider.role_mapping {
        write!(f, "\n\n[[oidc.roles]]\nvalue = {value:?}\nrole = {:?}\nunit = {unit:?}", role.name())?;
    }
    Ok(())
}
