//! What stands in a box: unit, answers, comment, in a text of one length.

use domain::{
    UnitId,
    staff::{bank::Item, check_in::Ballot},
};
use zeroize::Zeroizing;

use base::{Error, Result};

/// Bytes of a ballot before it is sealed, whatever was answered: room for the longest comment there can be, a
/// thousand characters of four bytes, and for more answers than a round asks for.
pub(super) const LENGTH: usize = 4608;
/// How it is written.
const FORM: u8 = 1;

/// A ballot with the unit it counts in.
#[derive(Debug, PartialEq, Eq)]
pub struct Content {
    /// Unit.
    pub unit: UnitId,
    /// Answered items; what was skipped is not in it.
    pub answers: Vec<(Item, i16)>,
    /// Comment, if any.
    pub comment: Option<String>,
}

impl Content {
    /// A ballot that counts in a unit.
    pub(crate) fn of(unit: UnitId, ballot: Ballot) -> Self {
        Self { unit, answers: ballot.answers, comment: ballot.comment }
    }

    /// Written down and filled up with zeros.
    ///
    /// # Errors
    /// When it is longer than any ballot that the form lets through.
    pub(super) fn write(&self) -> Result<Zeroizing<Vec<u8>>> {
        let too_long = |_| Error::Internal("a ballot is longer than its box".to_owned());
        let mut text = Zeroizing::new(Vec::with_capacity(LENGTH));
        text.push(FORM);
        text.extend_from_slice(&i64::from(self.unit).to_be_bytes());
        text.push(u8::try_from(self.answers.len()).map_err(too_long)?);
        for (item, value) in &self.answers {
            let id = item.id();
            text.push(u8::try_from(id.len()).map_err(too_long)?);
            text.extend_from_slice(id.as_bytes());
            text.extend_from_slice(&value.to_be_bytes());
        }
        let comment = self.comment.as_deref().unwrap_or_default();
        text.extend_from_slice(&u16::try_from(comment.len()).map_err(too_long)?.to_be_bytes());
        text.extend_from_slice(comment.as_bytes());
        if text.len() > LENGTH {
            return Err(Error::Internal("a ballot is longer than its box".to_owned()));
        }
        text.resize(LENGTH, 0);
        Ok(text)
    }

    /// Reads what [`write`](Self::write) wrote; none for anything else, and for an answer off its scale.
    pub(super) fn read(text: &[u8]) -> Option<Self> {
        if text.len() != LENGTH {
            return None;
        }
        let mut rest = text;
        let mut take = |bytes: usize| {
            let (taken, left) = rest.split_at_checked(bytes)?;
            rest = left;
            Some(taken)
        };
        if take(1)? != [FORM] {
            return None;
        }
        let unit = UnitId::new(i64::from_be_bytes(take(8)?.try_into().ok()?));
        let answers = take(1)?[0];
        let mut content = Self { unit, answers: Vec::with_capacity(answers.into()), comment: None };
        for _ in 0..answers {
            let length = take(1)?[0];
            let item = Item::from_id(std::str::from_utf8(take(length.into())?).ok()?)?;
            let value = i16::from_be_bytes(take(2)?.try_into().ok()?);
            item.scale().values().contains(&value).then_some(())?;
            content.answers.push((item, value));
        }
        let length = u16::from_be_bytes(take(2)?.try_into().ok()?);
        let comment = std::str::from_utf8(take(length.into())?).ok()?;
        content.comment = (!comment.is_empty()).then(|| comment.to_owned());
        rest.iter().all(|byte| *byte == 0).then_some(content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::staff::check_in::LONGEST_COMMENT;

    fn content(answers: &[(Item, i16)], comment: Option<&str>) -> Content {
        Content { unit: UnitId::new(3), answers: answers.to_vec(), comment: comment.map(str::to_owned) }
    }

    #[test]
    fn every_ballot_that_a_form_lets_through_has_one_length_and_is_read_again() {
        let longest = "𝄞".repeat(LONGEST_COMMENT);
        let most: Vec<_> = [Item::C1, Item::C2]
            .into_iter()
            .chain((0..20).map(|n| Item::Own(i64::MAX - n)))
            .map(|item| (item, 1))
            .collect();
        for content in [
            content(&[], None),
            content(&[(Item::C1, -2), (Item::C2, 5)], Some("The rota comes late")),
            content(&most, Some(&longest)),
        ] {
            let text = content.write().unwrap();
            assert_eq!(text.len(), LENGTH);
            assert_eq!(Content::read(&text), Some(content));
        }
    }

    #[test]
    fn what_is_no_ballot_is_not_read_as_another_one() {
        let whole = content(&[(Item::C1, 1)], Some("x")).write().unwrap();
        for place in 0..20 {
            let mut other = whole.to_vec();
            other[place] ^= 0x80;
            assert_ne!(Content::read(&other), Content::read(&whole), "byte {place}");
        }
        for length in 0..19 {
            assert_eq!(Content::read(&whole[..length]), None, "{length} bytes");
        }
        let off_its_scale = content(&[(Item::C1, 9)], None).write().unwrap();
        assert_eq!(Content::read(&off_its_scale), None);
        let mut more = whole.to_vec();
        more[LENGTH - 1] = 1;
        assert_eq!(Content::read(&more), None);
    }
}
