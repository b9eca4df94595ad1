//! Configuration: flags, then environment, then an optional TOML file, then defaults.

mod oidc;

use std::{net::SocketAddr, num::NonZeroUsize, path::PathBuf};

use clap::Args;
use serde::Deserialize;
use service::oidc::Provider;

/// Connections at the same time, unless the settings say otherwise. Most systems let a program hold 1,024
/// files and connections open, and the database needs some of them.
pub const CONNECTIONS: usize = 900;
/// Those of one network address: a whole shop may share one.
pub const CONNECTIONS_PER_ADDRESS: usize = 500;

/// Settings as flags and environment give them; what is left out comes from the file or a default.
#[derive(Args, Clone, Default)]
#[command(next_help_heading = "Settings of the server")]
pub struct ConfigArgs {
    /// Settings file in TOML; see `trivsel config --help`
    #[arg(long, env = "TRIVSEL_CONFIG", value_name = "FILE", global = true, hide_short_help = true)]
    config: Option<PathBuf>,
    /// Database: sqlite://PATH or postgres://USER:PASSWORD@HOST/NAME [default: sqlite://data/trivsel.db]
    #[arg(
        long,
        env = "TRIVSEL_DATABASE",
        value_name = "URL",
        global = true,
        hide_short_help = true,
        hide_env_values = true
    )]
    database: Option<String>,
    /// Folder of the keys that ballots are sealed to; never put it into a backup [default: keys/ beside the SQLite file]
    #[arg(long, env = "TRIVSEL_KEYS", value_name = "FOLDER", global = true, hide_short_help = true)]
    keys: Option<PathBuf>,
    /// File with a secret under which the keys stand in the database instead, for several instances
    #[arg(
        long,
        env = "TRIVSEL_KEYS_SECRET_FILE",
        value_name = "FILE",
        global = true,
        hide_short_help = true,
        conflicts_with = "keys"
    )]
    keys_secret_file: Option<PathBuf>,
    /// Address to listen on [default: 127.0.0.1:3000]
    #[arg(long, env = "TRIVSEL_LISTEN", value_name = "ADDRESS", global = true, hide_short_help = true)]
    listen: Option<SocketAddr>,
    /// Address on which numbers for Prometheus are served at /metrics; keep it inside [default: none]
    #[arg(long, env = "TRIVSEL_METRICS", value_name = "ADDRESS", global = true, hide_short_help = true)]
    metrics: Option<SocketAddr>,
    /// Address people type, such as https://trivsel.example; decides whether cookies are Secure
    #[arg(long, env = "TRIVSEL_PUBLIC_URL", value_name = "URL", global = true, hide_short_help = true)]
    public_url: Option<String>,
    /// Folder with the built site (styles, script, fonts) [default: the one inside the program]
    #[arg(long, env = "TRIVSEL_SITE", value_name = "FOLDER", global = true, hide_short_help = true)]
    site: Option<PathBuf>,
    /// Log lines as text or json [default: text]
    #[arg(long, env = "TRIVSEL_LOG_FORMAT", value_name = "FORMAT", global = true, hide_short_help = true)]
    log_format: Option<LogFormat>,
    #[command(flatten)]
    oidc: oidc::OidcArgs,
    /// Proxies in front whose X-Forwarded-For is believed [default: 0]
    #[arg(
        long,
        env = "TRIVSEL_TRUSTED_PROXIES",
        value_name = "NUMBER",
        global = true,
        hide_short_help = true
    )]
    trusted_proxies: Option<usize>,
    /// Connections at the same time; further ones are closed [default: 900]
    #[arg(long, env = "TRIVSEL_CONNECTIONS", value_name = "NUMBER", global = true, hide_short_help = true)]
    connections: Option<NonZeroUsize>,
    /// Connections at the same time from one network address or, behind trusted proxies, requests [default: 500]
    #[arg(
        long,
        env = "TRIVSEL_CONNECTIONS_PER_ADDRESS",
        value_name = "NUMBER",
        global = true,
        hide_short_help = true
    )]
    connections_per_address: Option<NonZeroUsize>,
    /// How mail leaves: smtps://USER:PASSWORD@HOST, smtp://HOST, file:FOLDER or console [default: console on loopback]
    #[arg(
        long,
        env = "TRIVSEL_MAIL",
        value_name = "URL",
        global = true,
        hide_short_help = true,
        hide_env_values = true
    )]
    mail: Option<String>,
    /// Sender of mail, such as "Trivsel <post@firma.example>" [default: trivsel@ and the public host]
    #[arg(long, env = "TRIVSEL_MAIL_FROM", value_name = "ADDRESS", global = true, hide_short_help = true)]
    mail_from: Option<String>,
}

/// Shape of log lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// For machines, one object a line.
    Json,
}

/// Where the keys are that ballots are sealed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyPlace {
    /// Files in a folder.
    Folder(PathBuf),
    /// In the database, under a secret in this file.
    Wrapped(PathBuf),
}

impl KeyPlace {
    /// The place, of what is named at most one.
    fn of(folder: Option<PathBuf>, secret: Option<PathBuf>) -> Result<Option<Self>, String> {
        match (folder, secret) {
            (Some(_), Some(_)) => {
                Err("keys and keys_secret_file are two places for the same keys; name one".to_owned())
            }
            (folder, secret) => Ok(folder.map(Self::Folder).or(secret.map(Self::Wrapped))),
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    database: Option<String>,
    keys: Option<PathBuf>,
    keys_secret_file: Option<PathBuf>,
    listen: Option<SocketAddr>,
    metrics: Option<SocketAddr>,
    public_url: Option<String>,
    site: Option<PathBuf>,
    log_format: Option<LogFormat>,
    oidc: oidc::OidcFile,
    trusted_proxies: Option<usize>,
    connections: Option<NonZeroUsize>,
    connections_per_address: Option<NonZeroUsize>,
    mail: Option<String>,
    mail_from: Option<String>,
}

/// Settings in force.
#[derive(Clone, PartialEq, Eq)]
pub struct Config {
    /// Database URL; may hold a password.
    pub database: String,
    /// Whether the database was named by flag, environment or file.
    pub is_database_named: bool,
    /// Where the keys of ballots are; none is a folder beside an SQLite file.
    pub keys: Option<KeyPlace>,
    /// Address to listen on.
    pub listen: SocketAddr,
    /// Address on which numbers for whoever watches machines are served.
    pub metrics: Option<SocketAddr>,
    /// Address people type.
    pub public_url: String,
    /// Folder with the built site; none is the one inside the program.
    pub site: Option<PathBuf>,
    /// Shape of log lines.
    pub log_format: LogFormat,
    /// Provider that people can sign in with.
    pub oidc: Option<Provider>,
    /// Proxies in front whose `X-Forwarded-For` is believed.
    pub trusted_proxies: usize,
    /// Connections at the same time.
    pub connections: usize,
    /// Connections, or requests behind trusted proxies, at the same time from one network address.
    pub connections_per_address: usize,
    /// How mail leaves, if at all; may hold a password.
    pub mail: Option<String>,
    /// Sender of mail.
    pub mail_from: String,
}

impl Config {
    /// Puts flags, environment, file and defaults together.
    ///
    /// # Errors
    /// One line that says what is wrong with the file or a value.
    pub fn load(args: &ConfigArgs) -> Result<Self, String> {
        let file = match &args.config {
            Some(path) => {
                let text = std::fs::read_to_string(path).map_err(|error| {
                    format!("the settings file {} cannot be read: {error}", path.display())
                })?;
                toml::from_str::<File>(&text).map_err(|error| {
                    format!("the settings file {} is wrong: {}", path.display(), one_line(&error))
                })?
            }
            None => File::default(),
        };
        let database = args.database.clone().or(file.database);
        let is_database_named = database.is_some();
        let listen = args.listen.or(file.listen).unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 3000)));
        let public_url =
            args.public_url.clone().or(file.public_url).unwrap_or_else(|| format!("http://{listen}"));
        let is_local = public_url.starts_with("http://") && listen.ip().is_loopback();
        if !(is_local || public_url.starts_with("https://")) {
            return Err(format!(
                "without TLS the server listens on loopback only: put a proxy with https in front and name its address with --public-url (now {public_url}, listening on {listen})"
            ));
        }
        let oidc = oidc::provider(&args.oidc, file.oidc, &public_url)?;
        let mail = args.mail.clone().or(file.mail).or_else(|| is_local.then(|| "console".to_owned()));
        let is_known = |mail: &str| {
            mail == "console" || ["smtp://", "smtps://", "file:"].iter().any(|s| mail.starts_with(s))
        };
        if mail.as_deref().is_some_and(|mail| !is_known(mail)) {
            return Err(
                "mail must be smtps://USER:PASSWORD@HOST, smtp://HOST, file:FOLDER or console".to_owned()
            );
        }
        let mail_from = args.mail_from.clone().or(file.mail_from);
        let keys = match KeyPlace::of(args.keys.clone(), args.keys_secret_file.clone())? {
            None => KeyPlace::of(file.keys, file.keys_secret_file)?,
            named => named,
        };
        Ok(Self {
            keys,
            database: database.unwrap_or_else(|| "sqlite://data/trivsel.db".to_owned()),
            is_database_named,
            listen,
            metrics: args.metrics.or(file.metrics),
            trusted_proxies: args.trusted_proxies.or(file.trusted_proxies).unwrap_or(0),
            connections: args.connections.or(file.connections).map_or(CONNECTIONS, NonZeroUsize::get),
            connections_per_address: args
                .connections_per_address
                .or(file.connections_per_address)
                .map_or(CONNECTIONS_PER_ADDRESS, NonZeroUsize::get),
            mail,
            mail_from: mail_from.unwrap_or_else(|| format!("Trivsel <trivsel@{}>", mail_host(&public_url))),
            public_url,
            site: args.site.clone().or(file.site),
            log_format: args.log_format.or(file.log_format).unwrap_or_default(),
            oidc,
        })
    }

    /// Whether people reach the server over TLS.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// The host of an address, as the part of a mail address after the `@`.
fn mail_host(url: &str) -> &str {
    let host =
        url.split_once("://").map_or(url, |(_, rest)| rest).split(['/', ':']).next().unwrap_or_default();
    if host.contains(|c: char| c.is_ascii_alphabetic()) { host } else { "localhost" }
}

fn one_line(error: &impl ToString) -> String {
    error.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The URL without its password, which can also stand in the query.
fn redacted(url: &str) -> String {
    let url = match url.split_once('?') {
        Some((before, _)) if url.starts_with("postgres") => &format!("{before}?***"),
        _ => url,
    };
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, rest)), Some((before, host))) if rest.contains('@') => {
            let user =
                before.split_once("://").map_or("", |(_, login)| login.split(':').next().unwrap_or_default());
            format!("{scheme}://{user}:***@{host}")
        }
        _ => url.to_owned(),
    }
}

impl std::fmt::Debug for Config {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

impl std::fmt::Display for Config {
    /// As a settings file, with the password left out.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let format = match self.log_format {
            LogFormat::Text => "text",
            LogFormat::Json => "json",
        };
        writeln!(f, "database = {:?}", redacted(&self.database))?;
        match &self.keys {
            Some(KeyPlace::Folder(folder)) => writeln!(f, "keys = {:?}", folder.display().to_string())?,
            Some(KeyPlace::Wrapped(file)) => {
                writeln!(f, "keys_secret_file = {:?}", file.display().to_string())?;
            }
            None => {}
        }
        writeln!(f, "listen = {:?}", self.listen.to_string())?;
        if let Some(metrics) = self.metrics {
            writeln!(f, "metrics = {:?}", metrics.to_string())?;
        }
        writeln!(f, "public_url = {:?}", self.public_url)?;
        if let Some(site) = &self.site {
            writeln!(f, "site = {:?}", site.display().to_string())?;
        }
        writeln!(f, "trusted_proxies = {}", self.trusted_proxies)?;
        writeln!(f, "connections = {}", self.connections)?;
        writeln!(f, "connections_per_address = {}", self.connections_per_address)?;
        if let Some(mail) = &self.mail {
            writeln!(f, "mail = {:?}", redacted(mail))?;
        }
        writeln!(f, "mail_from = {:?}", self.mail_from)?;
        writeln!(f, "log_format = {format:?}")?;
        self.oidc.iter().try_for_each(|provider| oidc::write(provider, f))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_never_shows() {
        assert_eq!(redacted("postgres://anna:hem:me@lig@db/x"), "postgres://anna:***@db/x");
        assert_eq!(redacted("postgres://anna@db/x?password=hemmelig"), "postgres://anna:***@db/x?***");
        assert_eq!(redacted("sqlite://data/trivsel.db"), "sqlite://data/trivsel.db");
        assert_eq!(redacted("smtps://post:hemmelig@mail.example"), "smtps://post:***@mail.example");
        let config = Config::load(&ConfigArgs {
            database: Some("postgres://anna:hemmelig@db/x".to_owned()),
            mail: Some("smtps://anna:hemmelig@mail.example".to_owned()),
            ..ConfigArgs::default()
        });
        assert!(!format!("{:?}", config.unwrap()).contains("hemmelig"));
    }

    #[test]
    fn a_flag_wins_over_the_file() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "listen = \"127.0.0.1:4000\"\nlog_format = \"json\"").unwrap();
        let args = ConfigArgs {
            config: Some(file.path().to_owned()),
            listen: Some(SocketAddr::from(([127, 0, 0, 1], 5000))),
            ..ConfigArgs::default()
        };
        let config = Config::load(&args).unwrap();
        assert_eq!((config.listen.port(), config.log_format), (5000, LogFormat::Json));
    }

    #[test]
    fn an_unknown_setting_is_refused_in_one_line() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "databse = \"x\"").unwrap();
        let args = ConfigArgs { config: Some(file.path().to_owned()), ..ConfigArgs::default() };
        let error = Config::load(&args).unwrap_err();
        assert!(error.contains("databse") && !error.contains('\n'), "{error}");
    }

    #[test]
    fn limits_of_connections_are_read_printed_and_never_none() {
        let config = read("connections = 50\nconnections_per_address = 7").unwrap();
        assert_eq!((config.connections, config.connections_per_address), (50, 7));
        let again = read(&format!("{config}")).unwrap();
        assert_eq!((again.connections, again.connections_per_address), (50, 7));
        assert_eq!(read("").unwrap().connections, CONNECTIONS);
        assert!(read("connections = 0").is_err());
    }

    /// Settings read from a file.
    fn read(text: &str) -> Result<Config, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        Config::load(&ConfigArgs { config: Some(file.path().to_owned()), ..ConfigArgs::default() })
    }

    #[test]
    fn a_sign_in_provider_is_printed_as_it_is_read_without_its_secret() {
        let config = read(
            "public_url = \"https://trivsel.example/\"
             [oidc]
             issuer = \"https://login.example.org/realms/shops\"
             client_id = \"trivsel\"
             client_secret = \"hemmelig\"
             provisioning = \"just-in-time\"
             trusted_audiences = [\"329836626\"]
             role_claim = \"groups\"
             [[oidc.roles]]
             value = \"trivsel-hr\"
             role = \"hr\"",
        )
        .unwrap();
        let provider = config.oidc.clone().unwrap();
        assert_eq!(provider.redirect_url, "https://trivsel.example/sign-in/provider/callback");
        assert_eq!(
            (provider.label.as_str(), provider.role_mapping[0].unit.as_str()),
            ("login.example.org", "ROOT")
        );
        for shown in [format!("{config}"), format!("{config:?}")] {
            assert!(!shown.contains("hemmelig"), "{shown}");
            let again = read(&shown).unwrap().oidc.unwrap();
            assert_eq!(
                (again.role_mapping, again.provisioning, again.trusted_audiences),
                (provider.role_mapping.clone(), provider.provisioning, vec!["329836626".to_owned()])
            );
        }
    }

    #[test]
    fn a_sign_in_provider_without_tls_or_half_described_is_refused() {
        for (wrong, about) in [
            ("issuer = \"http://login.example.org\"\nclient_id = \"x\"", "https"),
            ("issuer = \"https://login.example.org\"", "client_id"),
            (
                "issuer = \"https://login.example.org\"\nclient_id = \"x\"\nrole_claim = \"groups\"",
                "role_claim",
            ),
            ("isuer = \"https://login.example.org\"", "isuer"),
        ] {
            let error = read(&format!("[oidc]\n{wrong}")).unwrap_err();
            assert!(error.contains(about), "{error}");
        }
    }

    #[test]
    fn plain_http_is_for_loopback_only() {
        let args = ConfigArgs { listen: Some(SocketAddr::from(([0, 0, 0, 0], 80))), ..ConfigArgs::default() };
        assert!(Config::load(&args).is_err());
    }
}
