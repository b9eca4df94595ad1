//! `trivsel`: one program with subcommands.

use std::process::ExitCode;

/// The site of a released program; of others none is inside.
#[cfg(not(debug_assertions))]
#[derive(rust_embed::Embed)]
#[folder = "../target/site"]
#[allow_missing = true]
struct Site;

#[tokio::main]
async fn main() -> ExitCode {
    #[cfg(not(debug_assertions))]
    server::web::site::carry(|path| Site::get(path).map(|file| file.data));
    server::cli::run().await
}
