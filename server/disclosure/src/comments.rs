//! Where a comment may be read: in one unit and in no other.
//!
//! A reader of the comments of a unit knows that their authors belong to it, but not to a unit below that has
//! comments of its own. That remaining crowd, not the unit as a whole, is what has to be large enough.

use crate::blocks::{Crowd, Need};
use crate::threshold::Threshold;
use crate::tree::{Forest, TreeError, Unit};

/// A unit with the number of its people who wrote a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentingUnit<Id = i64> {
    /// The unit, its direct members and answers.
    pub unit: Unit<Id>,
    /// Different people among the direct members who wrote a comment. Counted as at most the number who
    /// answered.
    pub authors: u32,
}

/// Where the comments of a unit's direct members are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement<Id = i64> {
    /// The unit whose direct members wrote.
    pub id: Id,
    /// The unit where their comments are shown: itself or one above. None if the comments cannot be shown,
    /// and for a unit without comments.
    pub home: Option<Id>,
}

/// Finds the home of the comments of each unit, in the order of `units`.
///
/// From the bottom up, a unit becomes a home when at least `crowd` people answered who carry a figure (R9, three
/// more where some answer with a printed code) and at least `authors` people wrote in it, those in homes below
/// left out. What does not suffice for a home joins the unit above; what does not suffice at the root is not
/// shown.
///
/// # Errors
/// [`TreeError`] when the units contradict each other.
pub fn place<Id: Ord + Clone>(
    units: &[CommentingUnit<Id>],
    crowd: Threshold,
    authors: Threshold,
) -> Result<Vec<Placement<Id>>, TreeError<Id>> {
    let plain: Vec<Unit<Id>> = units.iter().map(|each| each.unit.clone()).collect();
    let forest = Forest::new(&plain)?;
    let need = Need::people(crowd);
    let own_authors = |index: usize| u64::from(units[index].authors.min(plain[index].direct.answered));

    let mut is_home = vec![false; units.len()];
    // Everybody in each unit and not in a home below, and how many of them wrote.
    let mut waiting = vec![(Crowd::default(), 0); units.len()];
    for &index in &forest.shape.bottom_up {
        let mut people = Crowd::from(plain[index].direct);
        let mut wrote = own_authors(index);
        for &child in forest.shape.children[index].iter().filter(|&&child| !is_home[child]) {
            people += waiting[child].0;
            wrote += waiting[child].1;
        }
        is_home[index] = need.allows(people) && authors.allows(wrote);
        waiting[index] = (people, wrote);
    }

    let mut home = vec![None; units.len()];
    for &index in forest.shape.bottom_up.iter().rev() {
        if is_home[index] {
            home[index] = Some(index);
        }
        for &child in &forest.shape.children[index] {
            home[child] = home[index];
        }
    }
    Ok((0..units.len())
        .map(|index| Placement {
            id: plain[index].id.clone(),
            home: home[index].filter(|_| own_authors(index) > 0).map(|at| plain[at].id.clone()),
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Direct;

    fn unit(id: i64, parent: i64, answered: u32, authors: u32) -> CommentingUnit {
        let parent = (parent != 0).then_some(parent);
        let direct = Direct { roster: answered, answered, ..Direct::default() };
        CommentingUnit { unit: Unit { id, parent, direct }, authors }
    }

    fn homes(units: &[CommentingUnit]) -> Vec<Option<i64>> {
        let placed = place(units, Threshold::COMMENT_DEFAULT, Threshold::AUTHORS_DEFAULT).unwrap();
        placed.into_iter().map(|placement| placement.home).collect()
    }

    #[test]
    fn a_large_team_with_three_authors_keeps_its_comments() {
        assert_eq!(homes(&[unit(1, 0, 20, 9), unit(2, 1, 10, 3)]), [Some(1), Some(2)]);
    }

    #[test]
    fn too_small_a_team_or_too_few_authors_send_comments_upwards() {
        assert_eq!(homes(&[unit(1, 0, 20, 3), unit(2, 1, 9, 9)]), [Some(1), Some(1)]);
        assert_eq!(homes(&[unit(1, 0, 20, 3), unit(2, 1, 30, 2)]), [Some(1), Some(1)]);
    }

    #[test]
    fn teams_too_small_each_share_a_home_above() {
        assert_eq!(homes(&[unit(1, 0, 0, 0), unit(2, 1, 6, 2), unit(3, 1, 6, 1)]), [None, Some(1), Some(1)]);
    }

    #[test]
    fn people_in_a_home_below_do_not_hide_those_outside_it() {
        // The site has 29 answers, but 20 of them are in a team with comments of its own: nine remain.
        assert_eq!(homes(&[unit(1, 0, 9, 5), unit(2, 1, 20, 4)]), [None, Some(2)]);
        assert_eq!(homes(&[unit(1, 0, 10, 5), unit(2, 1, 20, 4)]), [Some(1), Some(2)]);
        assert_eq!(homes(&[unit(1, 0, 10, 2), unit(2, 1, 20, 4)]), [None, Some(2)]);
    }

    #[test]
    fn people_who_wrote_nothing_are_part_of_the_crowd() {
        assert_eq!(homes(&[unit(1, 0, 2, 1), unit(2, 1, 8, 0), unit(3, 1, 9, 2)]), [Some(1), None, Some(1)]);
    }

    #[test]
    fn comments_climb_past_several_levels() {
        let units = [unit(1, 0, 0, 0), unit(2, 1, 1, 0), unit(3, 2, 5, 2), unit(4, 1, 7, 1)];
        assert_eq!(homes(&units), [None, None, Some(1), Some(1)]);
    }

    #[test]
    fn newcomers_and_printed_codes_do_not_make_a_crowd() {
        let with = |answered, fresh, by_code| {
            let mut team = unit(2, 1, answered, 3);
            team.unit.direct = Direct { fresh, by_code, ..team.unit.direct };
            homes(&[unit(1, 0, 0, 0), team])[1]
        };
        assert_eq!((with(11, 1, 0), with(11, 2, 0)), (Some(2), None));
        assert_eq!((with(13, 0, 1), with(12, 0, 1)), (Some(2), None));
    }

    #[test]
    fn more_authors_than_answers_are_not_believed() {
        assert_eq!(homes(&[unit(1, 0, 10, 1), unit(2, 1, 1, 50)]), [None, None]);
    }

    #[test]
    fn contradictory_units_are_refused() {
        let twice = [unit(1, 0, 1, 0), unit(1, 0, 1, 0)];
        let error = place(&twice, Threshold::DEFAULT, Threshold::AUTHORS_DEFAULT);
        assert_eq!(error, Err(TreeError::DuplicateUnit(1)));
    }
}
