//! Sealing a mention and the reply to it: XChaCha20-Poly1305 under a key of their own.

use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use zeroize::Zeroizing;

use base::{
    Base, Error, Result,
    keys::Secret,
    tokens::{hex, random},
};

const NONCE: usize = 24;
/// A sealed text has a multiple of so many bytes: its length does not tell one name from another.
const STEP: usize = 256;

/// What is sealed: neither passes for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Mention,
    Reply,
}

impl Part {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Mention => b"trivsel mention 1",
            Self::Reply => b"trivsel reply 1",
        }
    }
}

/// The key of one mention.
pub(crate) struct Key {
    pub(super) name: String,
    secret: Secret,
}

impl Key {
    /// A fresh one, kept before anything is sealed under it.
    ///
    /// # Errors
    /// `Keys` when it cannot be kept.
    pub(crate) async fn fresh(base: &Base) -> Result<Self> {
        let name = format!("mention-{}", hex(&random::<8>()?));
        let secret = Secret::fresh()?;
        base.keys.put(&name, &secret).await?;
        Ok(Self { name, secret })
    }

    /// One that was kept; none when it is lost.
    ///
    /// # Errors
    /// `Keys` when the store cannot be read.
    pub(super) async fn kept(base: &Base, name: &str) -> Result<Option<Self>> {
        let secret = base.keys.get(name).await?;
        Ok(secret.map(|secret| Self { name: name.to_owned(), secret }))
    }

    /// Destroys one that nothing came to be sealed under.
    ///
    /// # Errors
    /// `Keys` when the store cannot be written.
    pub(crate) async fn give_up(self, base: &Base) -> Result<()> {
        base.keys.destroy(&self.name).await
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&(*self.secret.bytes()).into())
    }

    /// Seals a part of a case's mention.
    ///
    /// # Errors
    /// When the operating system has no randomness.
    pub(super) fn seal(&self, part: Part, complaint: i64, text: &str) -> Result<Vec<u8>> {
        let nonce = random::<NONCE>()?;
        // No text of ours has a zero in it: what is behind it is padding.
        let mut padded = Zeroizing::new(Vec::with_capacity((text.len() + 1).next_multiple_of(STEP)));
        padded.extend_from_slice(text.as_bytes());
        padded.resize((text.len() + 1).next_multiple_of(STEP), 0);
        let aad = about(part, complaint);
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), Payload { msg: &padded, aad: &aad })
            .map_err(|error| Error::Internal(format!("a mention cannot be sealed: {error}")))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what [`seal`](Self::seal) sealed; none when it is something else.
    pub(super) fn open(&self, part: Part, complaint: i64, sealed: &[u8]) -> Option<String> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
        let nonce = XNonce::from(<[u8; NONCE]>::try_from(nonce).ok()?);
        let aad = about(part, complaint);
        let padded = Zeroizing::new(self.cipher().decrypt(&nonce, Payload { msg: sealed, aad: &aad }).ok()?);
        let text = padded.split(|byte| *byte == 0).next()?;
        String::from_utf8(text.to_vec()).ok()
    }
}

fn about(part: Part, complaint: i64) -> Vec<u8> {
    [part.label(), &complaint.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> Key {
        Key { name: "mention-1".to_owned(), secret: Secret::take([byte; 32]) }
    }

    #[test]
    fn a_mention_opens_under_its_key_for_its_case_alone_and_hides_its_length() {
        let sealed = key(1).seal(Part::Mention, 7, "Kari på kassa").unwrap();
        assert_eq!(key(1).open(Part::Mention, 7, &sealed).as_deref(), Some("Kari på kassa"));
        assert_eq!(key(2).open(Part::Mention, 7, &sealed), None);
        assert_eq!(key(1).open(Part::Mention, 8, &sealed), None);
        assert_eq!(key(1).open(Part::Reply, 7, &sealed), None);
        assert_eq!(key(1).open(Part::Mention, 7, &sealed[..30]), None);
        assert_eq!(sealed.len(), key(1).seal(Part::Mention, 7, "Å").unwrap().len());
    }
}
