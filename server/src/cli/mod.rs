//! The command line. Every failure is one line on standard error and a non-zero exit.

mod account;
mod audit;
mod backup;
mod case_audit;
mod clocks;
mod doctor;
mod export;
mod funnel;
mod given;
mod import;
mod link;
mod link_actions;
mod link_columns;
mod panel_file;
mod release_audit;
mod reply_check;
mod review_pack;
mod round;
mod series_file;
mod serve;
mod spc;
mod table;
mod words;

use std::{io::Write, path::Path, process::ExitCode, sync::Arc};

use clap::{Parser, Subcommand};
use domain::Lang;
use service::{
    Services,
    clock::SystemClock,
    db::{Db, Missing},
    demo,
    keys::{Keys, Wrapped},
    organisation, private,
};

use crate::config::{Config, ConfigArgs, KeyPlace, LogFormat};

/// Staff wellbeing and service quality, side by side.
///
/// Employees say in twenty seconds how work is; the desk logs what customers say; Trivsel shows
/// whether the two move together. One program, one SQLite file (or PostgreSQL).
#[derive(Parser)]
#[command(
    name = "trivsel",
    version,
    after_help = "See it first: trivsel demo\nThen: trivsel migrate --organisation \"My shops\" && trivsel serve"
)]
struct Cli {
    #[command(flatten)]
    config: ConfigArgs,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the app and run its jobs (rounds, releases, imports, link)
    ///
    /// Brings the database schema up to date first. Stops on Ctrl-C or SIGTERM after finishing what
    /// is under way, for at most 25 seconds; exits with 1 when something was cut short after that.
    Serve,
    /// Make or update the database
    ///
    /// Safe to repeat. Example: trivsel migrate --organisation "Fjordkjeden"
    Migrate {
        /// Name of the organisation, when the database is new
        #[arg(long, value_name = "NAME")]
        organisation: Option<String>,
    },
    /// Serve a synthetic organisation to look at
    ///
    /// A region, 4 sites, 16 teams, about 200 staff, two years of rounds, complaints and contacts,
    /// all made up and labelled so. Uses data/demo.db unless --database says otherwise; made once.
    /// A larger one: trivsel demo --teams 2000 --weeks 52 --database sqlite://data/large.db
    Demo {
        /// Teams, 4 to a site and 100 to a region
        #[arg(long, value_name = "N", default_value_t = demo::FEWEST_TEAMS,
            value_parser = clap::value_parser!(u32).range(i64::from(demo::FEWEST_TEAMS)..=i64::from(demo::MOST_TEAMS)))]
        teams: u32,
        /// Weekly rounds that are over
        #[arg(long, value_name = "N", default_value_t = demo::Size::default().weeks,
            value_parser = clap::value_parser!(u32).range(i64::from(demo::FEWEST_WEEKS)..=i64::from(demo::MOST_WEEKS)))]
        weeks: u32,
        /// What its people write in: en or nb
        ///
        /// In Bokmål the database is data/demo-nb.db unless --database says otherwise.
        #[arg(long, value_name = "LANG", default_value = "en", value_parser = ["en", "nb"])]
        lang: String,
        /// Make the data and stop
        #[arg(long)]
        no_serve: bool,
    },
    /// Bring in units, people, complaints, contacts or history from CSV
    #[command(after_help = import::EXAMPLES)]
    Import(import::ImportArgs),
    /// Take data out as CSV
    #[command(after_help = export::EXAMPLES)]
    Export(export::ExportArgs),
    /// Copy the database while it is in use, without the keys
    #[command(after_help = backup::BACKUP_EXAMPLES)]
    Backup(backup::BackupArgs),
    /// Put a copy in the place of the database, or only look whether it is whole
    #[command(after_help = backup::RESTORE_EXAMPLES)]
    Restore(backup::RestoreArgs),
    /// List, plan, close and release rounds
    #[command(subcommand)]
    Round(round::RoundCommand),
    /// Ask a table of your own whether a predictor goes together with later events
    #[command(after_help = link::EXAMPLES)]
    Link(link::LinkArgs),
    /// Draw a control chart of a table of your own
    #[command(after_help = spc::EXAMPLES)]
    Spc(spc::SpcArgs),
    /// Lay units of a table of your own side by side in a funnel
    #[command(after_help = funnel::EXAMPLES)]
    Funnel(funnel::FunnelArgs),
    /// See which units of an organisation of your own the release rules would show
    #[command(after_help = release_audit::EXAMPLES)]
    ReleaseAudit(release_audit::ReleaseAuditArgs),
    /// See what letters to customers who complained have and lack: an apology, a dated step, thanks
    #[command(after_help = reply_check::EXAMPLES)]
    ReplyCheck(reply_check::ReplyCheckArgs),
    /// Reckon what the review of a quarter of your own prints
    #[command(after_help = review_pack::EXAMPLES)]
    ReviewPack(review_pack::ReviewPackArgs),
    /// Reckon when cases of your own are due, in the working time of units of your own
    #[command(after_help = clocks::EXAMPLES)]
    Clocks(clocks::ClocksArgs),
    /// Check that cases, their promises and the sums of complaints are what was made of what happened
    #[command(after_help = case_audit::EXAMPLES)]
    CaseAudit,
    /// Make a sign-in
    #[command(subcommand)]
    Account(account::AccountCommand),
    /// Check the audit log
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Look at everything the server needs, and say what to do
    #[command(after_help = doctor::EXAMPLES)]
    Doctor,
    /// Print the settings in force, passwords left out
    ///
    /// Order: flag, environment (TRIVSEL_DATABASE, TRIVSEL_LISTEN, …), settings file, default. What is
    /// printed is a settings file.
    Config,
}

/// Why a command failed: what is printed, and the exit code.
struct Failure {
    line: String,
    code: u8,
}

impl<E: std::fmt::Display> From<E> for Failure {
    fn from(error: E) -> Self {
        // Messages of libraries can have several lines; a log line has one.
        let line = error.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
        Self { line, code: 1 }
    }
}

type Outcome = Result<(), Failure>;

/// Reads the arguments and does what they say.
pub async fn run() -> ExitCode {
    let cli = Cli::parse();
    match dispatch(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("trivsel: {}", failure.line);
            ExitCode::from(failure.code)
        }
    }
}

async fn dispatch(cli: Cli) -> Outcome {
    // What works on a table of the user's needs no settings and no database.
    match &cli.command {
        Command::Link(args) => return link::run(args),
        Command::Spc(args) => return spc::run(args),
        Command::Funnel(args) => return funnel::run(args),
        Command::ReleaseAudit(args) => return release_audit::run(args),
        Command::ReplyCheck(args) => return reply_check::run(args),
        Command::Clocks(args) => return clocks::run(args),
        Command::ReviewPack(args) => return review_pack::run(args),
        _ => {}
    }
    if let Command::Doctor = cli.command {
        return doctor::run(&cli.config).await;
    }
    let mut config = Config::load(&cli.config)?;
    if let Command::Demo { lang, .. } = &cli.command
        && !config.is_database_named
    {
        // A file for each language: one that was made in another would stay as it is.
        config.database = match lang.as_str() {
            "nb" => "sqlite://data/demo-nb.db".to_owned(),
            _ => "sqlite://data/demo.db".to_owned(),
        };
    }
    match cli.command {
        Command::Link(_)
        | Command::Spc(_)
        | Command::Funnel(_)
        | Command::ReleaseAudit(_)
        | Command::ReplyCheck(_)
        | Command::ReviewPack(_)
        | Command::Clocks(_)
        | Command::Doctor => Ok(()),
        Command::Config => {
            say(&config);
            Ok(())
        }
        Command::Serve => {
            start_log(&config);
            let services = open(&config, Missing::Refuse).await?;
            organisation::find(&services.db.reader).await.map_err(
                |_| "the database holds no organisation yet; name it: trivsel migrate --organisation NAME",
            )?;
            serve::serve(with_provider(services, &config)?, &config).await
        }
        Command::Migrate { organisation } => {
            let services = open(&config, Missing::Create).await?;
            if let Some(name) = organisation {
                service::set_up(services.db.writer(), name.trim(), false).await?;
            }
            say(&"the database is up to date");
            Ok(())
        }
        Command::Demo { teams, weeks, lang, no_serve } => {
            start_log(&config);
            let services = open(&config, Missing::Create).await?;
            let lang = Lang::from_tag(&lang).unwrap_or_default();
            demo::create_in(&services, lang, demo::Size { teams, weeks }, |step| say(&step)).await?;
            // Whoever looks at the demo again after a week has not moved the clock.
            service::organisation::leap::resume_unasked(&services).await?;
            let sign_ins = demo::sign_ins(&services).await?;
            say(&format!("sign in with one of these; the password is always: {}", demo::PASSWORD));
            for sign_in in &sign_ins {
                say(&format!("  {:32} {:22} {}", sign_in.email, sign_in.role.name(), sign_in.unit));
            }
            if no_serve {
                return Ok(());
            }
            serve::serve(with_provider(services, &config)?.with_demo_sign_ins(sign_ins), &config).await
        }
        Command::Import(args) => import::run(&open(&config, Missing::Refuse).await?, &args).await,
        Command::Backup(args) => backup::backup(&open(&config, Missing::Refuse).await?, &config, &args).await,
        Command::Restore(args) => backup::restore(&config, &args).await,
        Command::Export(args) => export::run(&open(&config, Missing::Refuse).await?, &args).await,
        Command::Round(command) => round::run(&open(&config, Missing::Refuse).await?, &command).await,
        Command::CaseAudit => case_audit::run(&open(&config, Missing::Refuse).await?).await,
        Command::Audit(command) => audit::run(&open(&config, Missing::Refuse).await?, &command).await,
        Command::Account(command) => account::run(&open(&config, Missing::Refuse).await?, &command).await,
    }
}

/// Opens the database and brings its schema up to date, when it is sound and ours. A large file is looked over while it
/// is served, and by `doctor`: a start must not take as long as to read it.
async fn open(config: &Config, missing: Missing) -> Result<Services, Failure> {
    let db = Db::open(&config.database, missing).await?;
    if db.is_small() {
        db.check_pages().await?;
    }
    migrations::migrate(db.for_migrations()).await.map_err(|error| error.to_string())?;
    let keys = keys(config, &db)?;
    // Nobody sits in front of a command: what takes long may.
    Ok(Services::new(db, Arc::new(SystemClock)).with_keys(keys).for_jobs())
}

/// The place of the keys that the settings name; else a folder beside the SQLite file, or in the data folder.
fn keys(config: &Config, db: &Db) -> Result<Keys, Failure> {
    match &config.keys {
        Some(KeyPlace::Folder(folder)) => Ok(Keys::in_folder(folder.clone())),
        Some(KeyPlace::Wrapped(file)) => {
            let secret = std::fs::read(file).map_err(|error| {
                format!("the secret of the keys, {}, cannot be read: {error}", file.display())
            })?;
            Ok(Keys::new(Wrapped::new(db.clone(), secret.trim_ascii())?))
        }
        None if db.folder().is_some() => Ok(Keys::beside(db)),
        None => Ok(Keys::in_folder("data/keys".into())),
    }
}

/// Lets people sign in with the provider of the settings, if there is one.
fn with_provider(services: Services, config: &Config) -> Result<Services, Failure> {
    match config.oidc.clone() {
        Some(provider) => Ok(services.with_oidc(service::oidc::Oidc::new(provider)?)),
        None => Ok(services),
    }
}

/// One line on standard output. Whoever reads may have heard enough, as `head` has: that is no failure.
fn say(line: &impl std::fmt::Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Writes a file the user asked for.
///
/// # Errors
/// When the place cannot be written.
fn write(path: &Path, text: &str) -> Outcome {
    private::create(path)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|error| Failure { line: format!("{} cannot be written: {error}", path.display()), code: 1 })
}

fn start_log(config: &Config) {
    let filter = tracing_subscriber::EnvFilter::try_from_env("TRIVSEL_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn,sea_orm=warn"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match config.log_format {
        LogFormat::Text => builder.with_target(false).init(),
        LogFormat::Json => builder.json().init(),
    }
}
