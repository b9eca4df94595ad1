//! Sealing, opening, marking. Nothing here is our own construction: boxes are HPKE (RFC 9180) with X25519,
//! HKDF-SHA-256 and ChaCha20-Poly1305, marks are HMAC-SHA-256, kept counts are ChaCha20-Poly1305.

use chacha20poly1305::{
    ChaCha20Poly1305, Key, KeyInit as _, Nonce,
    aead::{Aead, Payload},
};
use domain::{PersonId, RoundId};
use hmac::{Hmac, Mac};
use hpke::{
    Deserializable, Kem as _, OpModeR, OpModeS, Serializable, kdf::HkdfSha256, kem::X25519HkdfSha256 as Kem,
};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::content::Content;
use base::{
    Error, Result,
    keys::{LENGTH as KEY, Secret},
    tokens::random,
};

/// What a box is for: no box passes for something else.
const BALLOT: &[u8] = b"trivsel ballot 1";
/// And what has been counted by an older version.
const CARRIED: &[u8] = b"trivsel carried counts 1";
/// Bytes of the key that stands before what is sealed to it.
const ENCAPSULATED: usize = 32;
const NONCE: usize = 12;
/// Sealed counts have a multiple of so many bytes: their length tells little of what they hold.
const STEP: usize = 4096;

/// Bytes of a stored box, whatever stands in it.
pub const BOX: usize = ENCAPSULATED + super::content::LENGTH + 16;

/// Makes a round's pair: the secret half, and the public one.
///
/// # Errors
/// When the operating system has no randomness.
pub(super) fn pair() -> Result<(Secret, Vec<u8>)> {
    let (secret, public) = Kem::derive_keypair(Secret::fresh()?.bytes());
    Ok((Secret::take(secret.to_bytes().into()), public.to_bytes().to_vec()))
}

/// Seals a ballot to a round's public key.
///
/// # Errors
/// When the key is none.
pub(crate) fn seal(public: &[u8], round: RoundId, content: &Content) -> Result<Vec<u8>> {
    seal_to(public, BALLOT, round, &content.write()?)
}

/// Opens a ballot; none when it was not sealed to this key and round, or is no ballot.
pub fn open(secret: &Secret, round: RoundId, sealed: &[u8]) -> Option<Content> {
    Content::read(&open_from(secret, BALLOT, round, sealed)?)
}

/// Seals counts of an older version to a round's public key.
///
/// # Errors
/// When the key is none.
pub(super) fn seal_carried(public: &[u8], round: RoundId, text: &[u8]) -> Result<Vec<u8>> {
    seal_to(public, CARRIED, round, &padded(text))
}

/// Opens what [`seal_carried`] sealed; none when it was not sealed to this key and round.
pub(crate) fn open_carried(secret: &Secret, round: RoundId, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    unpadded(open_from(secret, CARRIED, round, sealed)?)
}

fn seal_to(public: &[u8], what: &[u8], round: RoundId, text: &[u8]) -> Result<Vec<u8>> {
    let broken = |error: hpke::HpkeError| Error::Internal(format!("a box cannot be sealed: {error}"));
    let public = <Kem as hpke::Kem>::PublicKey::from_bytes(public).map_err(broken)?;
    let (key, sealed) = hpke::single_shot_seal::<hpke::aead::ChaCha20Poly1305, HkdfSha256, Kem>(
        &OpModeS::Base,
        &public,
        what,
        text,
        &i64::from(round).to_be_bytes(),
    )
    .map_err(broken)?;
    Ok([key.to_bytes().as_slice(), &sealed].concat())
}

fn open_from(secret: &Secret, what: &[u8], round: RoundId, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (key, sealed) = sealed.split_at_checked(ENCAPSULATED)?;
    let secret = <Kem as hpke::Kem>::PrivateKey::from_bytes(secret.bytes()).ok()?;
    let key = <Kem as hpke::Kem>::EncappedKey::from_bytes(key).ok()?;
    hpke::single_shot_open::<hpke::aead::ChaCha20Poly1305, HkdfSha256, Kem>(
        &OpModeR::Base,
        &secret,
        &key,
        what,
        sealed,
        &i64::from(round).to_be_bytes(),
    )
    .ok()
    .map(Zeroizing::new)
}

/// What a quarter's key is used for; each use has its own key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// The mark of a person's used vote.
    Person,
    /// The mark of a used code.
    Code,
    /// The form that a vote was used with.
    Form,
    /// A person's link.
    Link,
    /// The digest of a release's input.
    Digest,
    /// Counts that a longer window needs.
    Counts,
}

/// HMAC-SHA-256 of something in a round under a quarter's key.
///
/// # Errors
/// Never, with a key of this length.
pub(crate) fn mark(key: &Secret, what: Use, round: RoundId, of: &[u8]) -> Result<[u8; KEY]> {
    let label: &[u8] = match what {
        Use::Person => b"trivsel person 1",
        Use::Code => b"trivsel code 1",
        Use::Form => b"trivsel form 1",
        Use::Link => b"trivsel link 1",
        Use::Digest => b"trivsel digest 1",
        Use::Counts => b"trivsel counts 1",
    };
    let mut mac =
        Hmac::<Sha256>::new_from_slice(key.bytes()).map_err(|error| Error::Internal(error.to_string()))?;
    mac.update(&[u8::try_from(label.len()).unwrap_or(u8::MAX)]);
    mac.update(label);
    mac.update(&i64::from(round).to_be_bytes());
    mac.update(of);
    Ok(mac.finalize().into_bytes().into())
}

/// The mark of a person's vote in a round.
///
/// # Errors
/// As [`mark`].
pub(crate) fn person_mark(key: &Secret, round: RoundId, person: PersonId) -> Result<[u8; KEY]> {
    mark(key, Use::Person, round, &i64::from(person).to_be_bytes())
}

fn cipher(key: &Secret) -> Result<ChaCha20Poly1305> {
    let key = Zeroizing::new(mark(key, Use::Counts, RoundId::new(0), &[])?);
    Ok(ChaCha20Poly1305::new(&Key::from(*key)))
}

/// Seals counts of a round under its quarter's key.
///
/// # Errors
/// When the operating system has no randomness.
pub(super) fn keep(key: &Secret, round: RoundId, text: &[u8]) -> Result<Vec<u8>> {
    let nonce = random::<NONCE>()?;
    let payload = Payload { msg: &padded(text), aad: &i64::from(round).to_be_bytes() };
    let sealed = cipher(key)?
        .encrypt(&Nonce::from(nonce), payload)
        .map_err(|error| Error::Internal(format!("counts cannot be sealed: {error}")))?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// Opens what [`keep`] sealed; none when it was not sealed under this key for this round.
pub(super) fn kept(key: &Secret, round: RoundId, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
    let nonce = Nonce::from(<[u8; NONCE]>::try_from(nonce).ok()?);
    let payload = Payload { msg: sealed, aad: &i64::from(round).to_be_bytes() };
    unpadded(Zeroizing::new(cipher(key).ok()?.decrypt(&nonce, payload).ok()?))
}

/// A text with its length before it, and zeros behind up to the next step.
fn padded(text: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut padded = Zeroizing::new(Vec::with_capacity((text.len() + 8).next_multiple_of(STEP)));
    padded.extend_from_slice(&(text.len() as u64).to_be_bytes());
    padded.extend_from_slice(text);
    let length = padded.len().next_multiple_of(STEP);
    padded.resize(length, 0);
    padded
}

fn unpadded(padded: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
    let (length, text) = padded.split_at_checked(8)?;
    let length = usize::try_from(u64::from_be_bytes(length.try_into().ok()?)).ok()?;
    Some(Zeroizing::new(text.get(..length)?.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{UnitId, staff::bank::Item};

    fn content() -> Content {
        Content {
            unit: UnitId::new(3),
            answers: vec![(Item::C1, 1)],
            comment: Some("The rota comes late".to_owned()),
        }
    }

    #[test]
    fn a_box_opens_with_its_rounds_key_alone_and_has_one_size() {
        let (secret, public) = pair().unwrap();
        let sealed = seal(&public, RoundId::new(7), &content()).unwrap();
        let empty = Content { comment: None, answers: Vec::new(), ..content() };
        assert_eq!((sealed.len(), seal(&public, RoundId::new(7), &empty).unwrap().len()), (BOX, BOX));
        assert_eq!(open(&secret, RoundId::new(7), &sealed), Some(content()));
        assert_eq!(open(&secret, RoundId::new(8), &sealed), None, "another round");
        assert_eq!(open(&pair().unwrap().0, RoundId::new(7), &sealed), None, "another key");
        assert!(open_carried(&secret, RoundId::new(7), &sealed).is_none(), "another purpose");
        for place in [0, 31, 32, 100, BOX - 1] {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert_eq!(open(&secret, RoundId::new(7), &changed), None, "byte {place}");
        }
        assert_eq!(open(&secret, RoundId::new(7), &sealed[..20]), None);
        assert_ne!(
            sealed,
            seal(&public, RoundId::new(7), &content()).unwrap(),
            "the same ballot twice looks alike"
        );
    }

    #[test]
    fn marks_differ_by_key_use_round_and_person() {
        let (key, other) = (Secret::take([1; KEY]), Secret::take([2; KEY]));
        let marks = [
            person_mark(&key, RoundId::new(1), PersonId::new(1)).unwrap(),
            person_mark(&key, RoundId::new(1), PersonId::new(2)).unwrap(),
            person_mark(&key, RoundId::new(2), PersonId::new(1)).unwrap(),
            person_mark(&other, RoundId::new(1), PersonId::new(1)).unwrap(),
            mark(&key, Use::Code, RoundId::new(1), &1_i64.to_be_bytes()).unwrap(),
            mark(&key, Use::Form, RoundId::new(1), &1_i64.to_be_bytes()).unwrap(),
        ];
        let different: std::collections::BTreeSet<_> = marks.iter().collect();
        assert_eq!(different.len(), marks.len());
        assert_eq!(person_mark(&key, RoundId::new(1), PersonId::new(1)).unwrap(), marks[0]);
    }

    #[test]
    fn kept_counts_open_under_their_key_and_round_alone_and_hide_their_length() {
        let (key, other) = (Secret::take([1; KEY]), Secret::take([2; KEY]));
        let sealed = keep(&key, RoundId::new(1), b"counts").unwrap();
        assert_eq!(sealed.len(), keep(&key, RoundId::new(1), &[b'x'; 3000]).unwrap().len());
        assert_eq!(kept(&key, RoundId::new(1), &sealed).unwrap().as_slice(), b"counts");
        assert!(kept(&key, RoundId::new(2), &sealed).is_none());
        assert!(kept(&other, RoundId::new(1), &sealed).is_none());
        assert!(kept(&key, RoundId::new(1), &sealed[..5]).is_none());
        assert_eq!(
            kept(&key, RoundId::new(1), &keep(&key, RoundId::new(1), b"").unwrap()).unwrap().as_slice(),
            b""
        );
    }
}
