//! `trivsel account`.

use std::io::BufRead;

use clap::Subcommand;
use domain::Role;
use service::{
    Services,
    accounts::{self, account_tokens},
};

use super::{Outcome, say};

#[derive(Subcommand)]
pub(super) enum AccountCommand {
    /// Make a sign-in; the password is read from standard input, at least 15 characters
    ///
    /// An empty line makes a sign-in without a password, for `invite` or `code`.
    /// Example: trivsel account create --email hr@example.org --name "Kari Lie" --role hr
    Create {
        /// E-mail address or employee number to sign in with
        #[arg(long = "email", alias = "login", value_name = "LOGIN")]
        login: String,
        /// Name as the header shows it
        #[arg(long)]
        name: String,
        /// employee, manager, service, hr, staff_representative or admin
        #[arg(long, value_parser = |name: &str| Role::from_name(name).ok_or("no such role"))]
        role: Role,
        /// External number of the unit the role is held for
        #[arg(long, default_value = "ROOT")]
        unit: String,
    },
    /// Send an invitation to set the first password, by mail, good for seven days
    Invite {
        /// E-mail address or employee number
        #[arg(long)]
        login: String,
    },
    /// Print a one-time code to set a password with at /welcome, good for seven days
    Code {
        /// E-mail address or employee number
        #[arg(long)]
        login: String,
    },
    /// Replace a lost second factor: print a code to begin anew with, good for seven days
    ///
    /// Only after the person has shown in person who they are. Password, factor and sessions end; a letter tells them.
    LostFactor {
        /// E-mail address or employee number
        #[arg(long)]
        login: String,
    },
    /// Open a locked account again
    Unlock {
        /// E-mail address or employee number
        #[arg(long)]
        login: String,
    },
}

pub(super) async fn run(services: &Services, command: &AccountCommand) -> Outcome {
    let by = service::organisation::changes::By {
        account: None,
        now: services.now(),
        today: service::organisation::today(services).await?,
    };
    match command {
        AccountCommand::Create { login, name, role, unit } => {
            let mut password = String::new();
            std::io::stdin().lock().read_line(&mut password)?;
            let password = password.trim_end_matches(['\r', '\n']);
            accounts::create_account(&services.people, login, name, *role, unit, password).await?;
            say(&format!("{login} can sign in as {} of {unit}", role.name()));
        }
        AccountCommand::Invite { login } => {
            let transaction = services.db.begin().await?;
            let account = accounts::by_login(&transaction, login).await?;
            if !accounts::has_address(&transaction, account).await? {
                return Err(format!("{login} has no e-mail address; print a code instead").into());
            }
            account_tokens::queue_invite(&transaction, &by, account).await.map_err(refused)?;
            transaction.commit().await?;
            say(&format!("the invitation to {login} is sent by the running server"));
        }
        AccountCommand::Code { login } => {
            let transaction = services.db.begin().await?;
            let account = accounts::by_login(&transaction, login).await?;
            let code = account_tokens::print_code(&transaction, &by, account, None).await.map_err(refused)?;
            transaction.commit().await?;
            say(&code);
        }
        AccountCommand::LostFactor { login } => {
            let code = accounts::replace_lost_factor(services, &by, login).await.map_err(refused)?;
            say(&code);
        }
        AccountCommand::Unlock { login } => {
            accounts::unlock(services, login).await?;
            say(&format!("{login} is open again"));
        }
    }
    Ok(())
}

/// What a refusal means on the command line.
fn refused(error: service::Error) -> String {
    match error {
        service::Error::Problem(_) => "the state of the account does not allow this: an invitation is for one not yet in use, a code for none that is locked or left".to_owned(),
        error => error.to_string(),
    }
}
