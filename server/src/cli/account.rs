//! `trivsel account`.

use std::io::BufRead;

use clap::Subcommand;
use domain::Role;
use service::{Services, sign_in};

use super::{Outcome, say};

#[derive(Subcommand)]
pub(super) enum AccountCommand {
    /// Make a sign-in; the password is read from standard input, at least 15 characters
    ///
    /// Example: trivsel account create --email hr@example.org --name "Kari Lie" --role hr
    Create {
        /// E-mail address to sign in with
        #[arg(long)]
        email: String,
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
}

pub(super) async fn run(services: &Services, command: &AccountCommand) -> Outcome {
    let AccountCommand::Create { email, name, role, unit } = command;
    let mut password = String::new();
    std::io::stdin().lock().read_line(&mut password)?;
    sign_in::create_account(services, email, name, *role, unit, password.trim_end_matches(['\r', '\n']))
        .await?;
    say(&format!("{email} can sign in as {} of {unit}", role.name()));
    Ok(())
}
