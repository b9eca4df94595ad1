//! What the database holds, read as what it means.

use base::{Error, Result};
use domain::{Lang, Role, access::Theme, people::register::AccountState};

/// A role.
pub(crate) fn role(word: &str) -> Result<Role> {
    Role::from_name(word).ok_or_else(|| Error::stored("role_grant.role", word))
}

/// How an account stands.
pub(crate) fn state(word: &str) -> Result<AccountState> {
    let state = AccountState::from_name(word).filter(|state| *state != AccountState::None);
    state.ok_or_else(|| Error::stored("account.state", word))
}

/// How the account of somebody stands who may have none.
pub(crate) fn state_if_any(word: Option<&str>) -> Result<AccountState> {
    word.map_or(Ok(AccountState::None), state)
}

/// The language that somebody has chosen.
pub(crate) fn lang(tag: &str) -> Result<Lang> {
    Lang::from_tag(tag).ok_or_else(|| Error::stored("account.lang", tag))
}

/// The theme that somebody has chosen.
pub(crate) fn theme(word: &str) -> Result<Theme> {
    let theme = Theme::ALL.into_iter().find(|theme| theme.name() == word);
    theme.ok_or_else(|| Error::stored("account.theme", word))
}

/// The id of a row just written.
pub(crate) fn written<T>(id: Option<T>) -> Result<T> {
    id.ok_or_else(|| Error::Internal("a row just written is gone".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says<T: std::fmt::Debug>(read: Result<T>) -> String {
        read.unwrap_err().to_string()
    }

    #[test]
    fn a_word_that_is_not_known_is_named_with_its_place_and_never_taken_for_another() {
        let end = "holds \"owner\", which this version does not know";
        assert_eq!(says(role("owner")), format!("role_grant.role {end}"));
        assert_eq!(says(state("owner")), format!("account.state {end}"));
        assert_eq!(says(lang("owner")), format!("account.lang {end}"));
        assert_eq!(says(theme("owner")), format!("account.theme {end}"));
    }

    #[test]
    fn that_there_is_no_account_is_no_state_an_account_is_stored_with() {
        assert_eq!(state_if_any(None).unwrap(), AccountState::None);
        assert!(state("none").is_err());
        assert_eq!(state_if_any(Some("locked")).unwrap(), AccountState::Locked);
    }

    #[test]
    fn every_word_that_is_written_is_read_again() {
        assert!(Role::ALL.into_iter().all(|known| role(known.name()).unwrap() == known));
        assert!(Theme::ALL.into_iter().all(|known| theme(known.name()).unwrap() == known));
    }
}
