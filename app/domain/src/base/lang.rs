//! The two languages of the user interface and how one is chosen.

use serde::{Deserialize, Serialize};

/// A language of the user interface. Both are complete; no page mixes them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Norwegian Bokmål.
    Nb,
}

impl Lang {
    /// Both languages, in the order the switch shows them.
    pub const ALL: [Self; 2] = [Self::En, Self::Nb];

    /// The BCP 47 tag, as used in `<html lang>`, cookies and catalogue file names.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nb => "nb",
        }
    }

    /// The language's own name, for the switch.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Nb => "Norsk",
        }
    }

    /// The other language.
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Nb,
            Self::Nb => Self::En,
        }
    }

    /// Reads a language tag. `no` and `nn` readers get Bokmål: it is closer than English.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split('-').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
            "en" => Some(Self::En),
            "nb" | "no" | "nn" => Some(Self::Nb),
            _ => None,
        }
    }

    /// Chooses from an `Accept-Language` header by its quality values (RFC 9110 § 12.5.4);
    /// English when nothing matches.
    pub fn negotiate(header: &str) -> Self {
        let mut best = (0.0_f32, Self::default());
        for part in header.split(',') {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or_default();
            let quality = pieces
                .find_map(|piece| piece.trim().strip_prefix("q="))
                .map_or(1.0, |q| q.trim().parse::<f32>().unwrap_or(0.0));
            if let Some(lang) = Self::from_tag(tag)
                && quality > best.0
            {
                best = (quality, lang);
            }
        }
        best.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_preferred_language_wins() {
        assert_eq!(Lang::negotiate("nb-NO,nb;q=0.9,en;q=0.8"), Lang::Nb);
        assert_eq!(Lang::negotiate("de, en;q=0.5, no;q=0.7"), Lang::Nb);
        assert_eq!(Lang::negotiate("fr"), Lang::En);
        assert_eq!(Lang::negotiate("nb;q=0"), Lang::En);
        assert_eq!(Lang::negotiate(";;q=x,,"), Lang::En);
    }
}
