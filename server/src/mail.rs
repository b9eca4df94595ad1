//! How letters leave: by SMTP, into a folder, or onto the console.

use std::{io::Write, path::PathBuf, sync::Arc};

use async_trait::async_trait;
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};
use service::{
    mail::{Letter, Mailer, Post},
    private,
};

use crate::config::Config;

/// The transport that the settings name; none when they name none.
///
/// # Errors
/// One line that says what is wrong with the setting.
pub fn post(config: &Config) -> Result<Option<Post>, String> {
    let Some(setting) = &config.mail else { return Ok(None) };
    let from: Mailbox = config.mail_from.parse().map_err(|_| {
        format!(
            "mail_from must be an e-mail address, as in \"Trivsel <post@firma.example>\" (now {:?})",
            config.mail_from
        )
    })?;
    let mailer: Arc<dyn Mailer> = if setting == "console" {
        Arc::new(Console { from })
    } else if let Some(folder) = setting.strip_prefix("file:") {
        let folder = PathBuf::from(folder);
        if private::is_open_to_others(&folder) {
            tracing::warn!(folder = %folder.display(), "other users of this machine get into the mail folder; close it with chmod 700");
        }
        Arc::new(Folder { from, folder })
    } else {
        let wrong = |why: String| format!("the setting mail is wrong: {why}");
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&encrypted(setting))
            .map_err(|error| wrong(error.to_string()))?
            .timeout(Some(std::time::Duration::from_secs(30)))
            .build();
        Arc::new(Smtp { from, transport })
    };
    Ok(Some(Post { mailer, public_url: config.public_url.clone() }))
}

/// A link that sets a password never travels in the clear: plain SMTP switches to TLS first, but on
/// this machine itself.
fn encrypted(url: &str) -> String {
    let host = url.rsplit_once('@').map_or(url, |(_, host)| host).trim_start_matches("smtp://");
    let is_here = ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| {
        host.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/', '?']))
    });
    if url.starts_with("smtp://") && !is_here && !url.contains("tls=") {
        let mark = if url.contains('?') { '&' } else { '?' };
        return format!("{url}{mark}tls=required");
    }
    url.to_owned()
}

/// A text for a header. A line break in it could begin another header, and the library stops the program
/// at some of the other control characters.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A letter as it travels.
fn message(from: &Mailbox, letter: &Letter) -> Result<Message, String> {
    let address: Address = letter.address.parse().map_err(|_| "the address is none".to_owned())?;
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(Some(one_line(&letter.name)), address))
        .subject(one_line(&letter.subject))
        // Holiday replies to a machine help nobody (RFC 3834).
        .raw_header(lettre::message::header::HeaderValue::new(
            lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .header(ContentType::TEXT_PLAIN)
        .body(letter.body.clone())
        .map_err(|error| error.to_string())
}

struct Smtp {
    from: Mailbox,
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

#[async_trait]
impl Mailer for Smtp {
    async fn send(&self, letter: &Letter) -> Result<(), String> {
        let message = message(&self.from, letter)?;
        self.transport.send(message).await.map(|_| ()).map_err(|error| error.to_string())
    }

    async fn check(&self) -> Result<(), String> {
        match self.transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("the mail server does not take letters now".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }
}

struct Folder {
    from: Mailbox,
    folder: PathBuf,
}

#[async_trait]
impl Mailer for Folder {
    async fn send(&self, letter: &Letter) -> Result<(), String> {
        let bytes = message(&self.from, letter)?.formatted();
        let failed = |error: std::io::Error| format!("{}: {error}", self.folder.display());
        let now = chrono::Utc::now().format("%Y%m%dT%H%M%S%.9f");
        let (folder, path) = (self.folder.clone(), self.folder.join(format!("{now}.eml")));
        let written = tokio::task::spawn_blocking(move || {
            private::create_folder(&folder)?;
            private::create(&path)?.write_all(&bytes)
        });
        written.await.map_err(|error| error.to_string())?.map_err(failed)
    }
}

struct Console {
    from: Mailbox,
}

#[async_trait]
impl Mailer for Console {
    #[expect(clippy::print_stdout, reason = "this transport is the console")]
    async fn send(&self, letter: &Letter) -> Result<(), String> {
        let _ = message(&self.from, letter)?;
        println!("--- mail to {} ---\n{}\n\n{}---", letter.address, letter.subject, letter.body);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(letter: &Letter) -> Result<String, String> {
        let from = "Trivsel <post@firma.example>".parse().unwrap();
        message(&from, letter).map(|message| String::from_utf8(message.formatted()).unwrap())
    }

    #[test]
    fn no_name_stops_the_program() {
        for name in [
            "Kåre 🙂 Øst",
            "",
            " ",
            "a\u{0}b\u{7}c",
            "\"Kari\" <x@y.no>, z",
            "\u{202e}iraK",
            "\t\r\n",
            "ø".repeat(200).as_str(),
        ] {
            let letter = Letter {
                name: name.to_owned(),
                address: "kari@firma.example".to_owned(),
                subject: name.to_owned(),
                body: name.to_owned(),
            };
            let text = written(&letter).unwrap();
            assert!(text.contains("To: ") && text.contains("kari@firma.example"), "{name:?}: {text}");
        }
    }

    #[test]
    fn a_line_break_in_a_name_subject_or_address_makes_no_header() {
        let letter = Letter {
            name: "Kari\r\nBcc: evil@evil.example".to_owned(),
            address: "kari@firma.example".to_owned(),
            subject: "Hei\r\nBcc: evil@evil.example".to_owned(),
            body: "Hei".to_owned(),
        };
        let text = written(&letter).unwrap();
        let (headers, _) = text.split_once("\r\n\r\n").unwrap();
        assert!(!headers.lines().any(|line| line.to_lowercase().starts_with("bcc")), "{headers}");
        let address = "kari@firma.example\r\nBcc: evil@evil.example".to_owned();
        assert!(written(&Letter { address, ..letter }).is_err());
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_letter_in_the_folder_is_no_other_users_to_read() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("mail");
        let from = "Trivsel <post@firma.example>".parse().unwrap();
        let letter = Letter {
            name: "Kari".to_owned(),
            address: "kari@firma.example".to_owned(),
            subject: "Hei".to_owned(),
            body: "https://trivsel.example/welcome?token=1".to_owned(),
        };
        Folder { from, folder: folder.clone() }.send(&letter).await.unwrap();
        let file = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&file)), (0o700, 0o600));
    }

    #[test]
    fn plain_smtp_asks_for_tls_unless_it_stays_on_this_machine() {
        assert_eq!(encrypted("smtp://u:p@mail.example:587"), "smtp://u:p@mail.example:587?tls=required");
        assert_eq!(encrypted("smtp://localhost:25"), "smtp://localhost:25");
        assert_eq!(encrypted("smtp://localhost.evil.example"), "smtp://localhost.evil.example?tls=required");
        assert_eq!(encrypted("smtps://u:p@mail.example"), "smtps://u:p@mail.example");
    }
}
