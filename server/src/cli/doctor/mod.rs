//! `trivsel doctor`: looks at everything the server needs, changes nothing, and says what to do.

mod findings;

use std::time::Duration;

use app::request::Assets;
use service::{
    Services,
    ballots::keys::Left,
    clock::SystemClock,
    db::{Db, Missing},
    health, private,
};
use tokio::net::TcpListener;

use self::findings::{Finding, Grade};
use super::{Failure, Outcome, keys, say, with_provider};
use crate::{
    config::{Config, ConfigArgs, KeyPlace},
    mail,
    web::site::Site,
};

pub(super) const EXAMPLES: &str = "A line for each thing looked at: ok, look (it runs, and somebody should look) or BROKEN. Changes nothing;
the server may be running. Exit code 2 when something is broken.

Example:
  trivsel doctor --config /etc/trivsel.toml";

/// How long another server may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Looks at everything and prints it.
pub(super) async fn run(args: &ConfigArgs) -> Outcome {
    let found = match Config::load(args) {
        Err(error) => vec![Finding::broken("settings", error)],
        Ok(config) => examine(&config).await,
    };
    for finding in &found {
        say(finding);
    }
    match found.iter().filter(|finding| finding.grade == Grade::Broken).count() {
        0 => Ok(()),
        broken => Err(Failure { line: format!("{broken} of {} things are broken", found.len()), code: 2 }),
    }
}

async fn examine(config: &Config) -> Vec<Finding> {
    let mut found = vec![findings::settings(config)];
    found.push(site(config));
    found.push(address(config).await);
    found.push(post(config).await);
    match Db::open(&config.database, Missing::Refuse).await {
        Err(error) => found.push(Finding::broken("database", error.to_string())),
        Ok(db) => found.extend(database(config, db).await),
    }
    found
}

/// The built site.
fn site(config: &Config) -> Finding {
    let site = Site::of(config);
    match site.names() {
        Err(error) => Finding::broken("site", error),
        Ok(names) if !Assets::named(&names).is_whole() => {
            Finding::broken("site", "the site lacks names of files; build it again")
        }
        Ok(_) => match site {
            Site::Inside => Finding::fine("site", "inside the program"),
            Site::Folder(folder) => Finding::fine("site", folder.display().to_string()),
        },
    }
}

/// The address to listen on.
async fn address(config: &Config) -> Finding {
    match TcpListener::bind(config.listen).await {
        Ok(_) => Finding::fine("address", format!("{} is free: no server runs there", config.listen)),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            Finding::fine("address", format!("{} is in use, as while the server runs", config.listen))
        }
        Err(error) => Finding::broken(
            "address",
            format!("cannot listen on {}: {error}; choose another with --listen", config.listen),
        ),
    }
}

/// The way letters leave. Asks the mail server and sends nothing.
async fn post(config: &Config) -> Finding {
    match mail::post(config) {
        Err(error) => Finding::broken("mail", error),
        Ok(None) => Finding::look("mail", "no letter is sent: set `mail`, or hand out printed codes"),
        Ok(Some(post)) => match tokio::time::timeout(PATIENCE, post.mailer.check()).await {
            Ok(Ok(())) => Finding::fine("mail", "letters can leave"),
            Ok(Err(error)) => Finding::broken("mail", format!("letters cannot leave: {error}")),
            Err(_) => Finding::broken("mail", "the mail server does not answer within ten seconds"),
        },
    }
}

/// All that is known once the database is open.
async fn database(config: &Config, db: Db) -> Vec<Finding> {
    let mut found = vec![match db.check_pages().await {
        Ok(()) => Finding::fine("database", "can be read, and its pages are whole"),
        Err(error) => Finding::broken("database", error.to_string()),
    }];
    if found[0].grade == Grade::Broken {
        return found;
    }
    if let Some(folder) = db.folder() {
        let folder = if folder.as_os_str().is_empty() { std::path::Path::new(".") } else { folder };
        found.push(match rustix::fs::statvfs(folder) {
            Ok(disk) => findings::disk(disk.f_bavail.saturating_mul(disk.f_frsize)),
            Err(error) => Finding::look("disk", format!("cannot tell how much is free: {error}")),
        });
    }
    let schema =
        findings::schema(migrations::is_current(&db.reader).await.map_err(|error| error.to_string()));
    let is_current = schema.grade == Grade::Fine;
    found.push(schema);
    if !is_current {
        return found;
    }
    found.push(match db.try_write().await {
        Ok(()) => Finding::fine("storing", "what is sent would be stored"),
        Err(error) => Finding::broken("storing", error),
    });
    match keys(config, &db) {
        Err(failure) => found.push(Finding::broken("keys", failure.line)),
        Ok(keys) => {
            let services = Services::new(db, std::sync::Arc::new(SystemClock)).with_keys(keys).for_jobs();
            match inside(&services, config).await {
                Ok(inside) => found.extend(inside),
                Err(error) => found.push(Finding::broken("database", error.to_string())),
            }
            if let Some(finding) = provider(services, config).await {
                found.push(finding);
            }
        }
    }
    found
}

/// What the database says: organisation, keys, clock, what is late.
async fn inside(services: &Services, config: &Config) -> service::Result<Vec<Finding>> {
    if service::organisation::find(&services.db.reader).await.is_err() {
        let text = "holds no organisation yet; name it: trivsel migrate --organisation NAME";
        return Ok(vec![Finding::broken("database", text)]);
    }
    let health = health::look(services).await?;
    let mut found = vec![
        keys_of_rounds(services, config).await?,
        ended_keys(services).await?,
        findings::clock(services.now(), health.jobs_at, health.is_held),
    ];
    found.extend(findings::due(&health));
    Ok(found)
}

/// The keys of the rounds that wait for their release.
async fn keys_of_rounds(services: &Services, config: &Config) -> service::Result<Finding> {
    let place = services.keys.place();
    let lost = service::ballots::keys::lost(services).await?;
    if !lost.is_empty() {
        let rounds: Vec<String> = lost.iter().map(i64::to_string).collect();
        return Ok(Finding::broken(
            "keys",
            format!(
                "not found in {place}: nobody can open what was answered in round {}; put the keys back or name their place with --keys",
                rounds.join(", ")
            ),
        ));
    }
    let file = match &config.keys {
        Some(KeyPlace::Folder(path) | KeyPlace::Wrapped(path)) => Some(path.clone()),
        None => services.db.folder().map(|folder| folder.join("keys")),
    };
    Ok(match file {
        Some(path) if private::is_open_to_others(&path) => Finding::look(
            "keys",
            format!("other users of this machine get at {}; close it: chmod go= {0}", path.display()),
        ),
        _ => Finding::fine("keys", format!("all that rounds need are in {place}")),
    })
}

/// The keys of the rounds that are over.
async fn ended_keys(services: &Services) -> service::Result<Finding> {
    let place = services.keys.place();
    if let Some(Left { round, name, is_here }) =
        service::ballots::keys::left(services).await?.into_iter().next()
    {
        return Ok(match is_here {
            true => Finding::broken(
                "old keys",
                format!(
                    "{name} of round {round} is still in {place}, though the round is over: if the server runs, it cannot destroy it; check owner and permissions"
                ),
            ),
            false => Finding::broken(
                "old keys",
                format!(
                    "{name} of round {round} is not in {place}: another instance may keep it; destroy it there, then: trivsel round forget-key --number {round}"
                ),
            ),
        });
    }
    let unknown = service::ballots::keys::unknown(services).await?;
    Ok(match unknown.first() {
        Some(name) => Finding::look(
            "old keys",
            format!(
                "{} keys in {place} are not of this database, such as {name}: destroy those that belong to no other",
                unknown.len()
            ),
        ),
        None => Finding::fine("old keys", "none is left of a round that is over"),
    })
}

/// The provider people sign in with, where there is one.
async fn provider(services: Services, config: &Config) -> Option<Finding> {
    config.oidc.as_ref()?;
    Some(match with_provider(services, config) {
        Err(failure) => Finding::broken("provider", failure.line),
        Ok(services) => {
            let oidc = services.people.oidc.clone()?;
            match tokio::time::timeout(PATIENCE, oidc.check(&services)).await {
                Ok(Ok(())) => Finding::fine("provider", "people can sign in with it"),
                Ok(Err(error)) => Finding::broken("provider", error.to_string()),
                Err(_) => Finding::broken("provider", "does not answer within ten seconds"),
            }
        }
    })
}
