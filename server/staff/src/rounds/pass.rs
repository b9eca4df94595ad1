//! What lets somebody answer without signing in.

use domain::RoundId;
use sha2::{Digest, Sha256};

use base::codes;

/// A code from a slip, or the token of a personal link, as the browser hands it back.
#[derive(Clone, PartialEq, Eq)]
pub enum Pass {
    /// A team's one-time code, as it was meant.
    Code(String),
    /// A person's link.
    Link(String),
}

impl Pass {
    /// A code from what was typed: case, spaces, dashes and mistakable letters do not count.
    pub fn typed(code: &str) -> Self {
        Self::Code(codes::meant(code))
    }

    /// A code, when what was typed has the form of a slip's.
    pub fn by_form(typed: &str) -> Option<Self> {
        codes::has_form(typed, 8).then(|| Self::typed(typed))
    }

    /// Reads `code:0123…` and `link:0123…`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':')? {
            ("code", code) => Some(Self::typed(code)).filter(|pass| !pass.secret().is_empty()),
            ("link", token) => {
                let is_token = token.len() == 64 && token.bytes().all(|byte| byte.is_ascii_hexdigit());
                is_token.then(|| Self::Link(token.to_owned()))
            }
            _ => None,
        }
    }

    /// What [`parse`](Self::parse) reads.
    pub fn text(&self) -> String {
        let kind = if matches!(self, Self::Code(_)) { "code" } else { "link" };
        format!("{kind}:{}", self.secret())
    }

    fn secret(&self) -> &str {
        match self {
            Self::Code(secret) | Self::Link(secret) => secret,
        }
    }
}

/// Hash under which a code is stored. The round goes in too: no code fits another round's row.
pub(super) fn code_hash(round: RoundId, code: &str) -> Vec<u8> {
    Sha256::digest(format!("kiosk:{round}:{}", codes::meant(code))).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pass_survives_its_cookie_and_nothing_else_is_one() {
        let link = format!("link:{}", "0f".repeat(32));
        for text in ["code:7KQ40B2M", link.as_str()] {
            assert_eq!(Pass::parse(text).unwrap().text(), text);
        }
        for text in ["", "code:", "code:--", "link:0f", "invite:00", "7KQ40B2M"] {
            assert!(Pass::parse(text).is_none(), "{text}");
        }
        assert!(Pass::typed(" 7kq4-ob2m ") == Pass::Code("7KQ40B2M".to_owned()));
        assert_ne!(code_hash(RoundId::new(1), "7KQ40B2M"), code_hash(RoundId::new(2), "7KQ40B2M"));
    }
}
