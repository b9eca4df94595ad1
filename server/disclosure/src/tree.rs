//! The organisation as the release sees it: a checked tree with the people and the answers of each unit.

use std::collections::{BTreeMap, btree_map::Entry};
use std::fmt;
use std::ops::AddAssign;

use serde::{Deserialize, Deserializer, Serialize};

/// A node of the organisation, with the people who belong to it directly and not through a unit below.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit<Id = i64> {
    /// Distinguishes the unit. Where the rules have to choose between equals, the lower id goes first.
    pub id: Id,
    /// The unit above, none for an organisation. The key is required in a file, so that a misspelt one cannot
    /// turn a team into an organisation of its own.
    #[serde(deserialize_with = "required", bound(deserialize = "Id: Deserialize<'de>"))]
    pub parent: Option<Id>,
    /// People belonging to this very unit.
    pub direct: Direct,
}

/// Serde takes a missing optional field for an empty one, unless the field has a function of its own.
fn required<'de, D: Deserializer<'de>, Id: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Id>, D::Error> {
    Option::deserialize(deserializer)
}

/// Head counts of one unit without the units below it. The last two may be left out of a file, and a misspelt
/// one is refused: a unit would be shown that should not be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Direct {
    /// People on the roster when the round started.
    pub roster: u32,
    /// Different people among them who answered. At most `roster`.
    pub answered: u32,
    /// At most so many of the answers do not carry a figure (R9): they come from people who have been here for
    /// less than four rounds, or whose sign-in was opened or reset by a printed code. At most `roster`. Where
    /// it is not known who of them answered, all of them have to be taken to have.
    #[serde(default)]
    pub fresh: u32,
    /// So many people here answer with a printed code, whether they did or not: if it were asked, what is shown
    /// would tell. At most `roster`.
    #[serde(default)]
    pub by_code: u32,
}

impl Direct {
    /// The fewest people who answered and carry a figure.
    #[must_use]
    pub const fn carrying(self) -> u32 {
        self.answered.saturating_sub(self.fresh)
    }
}

/// Why a list of units is not an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TreeError<Id = i64> {
    /// Two units have the same id.
    DuplicateUnit(Id),
    /// A unit names a parent that is not in the list.
    UnknownParent {
        /// The unit.
        unit: Id,
        /// The parent it names.
        parent: Id,
    },
    /// Going up from this unit leads back to it.
    Cycle(Id),
    /// More people of this unit answered than belong to it.
    MoreAnswersThanRoster(Id),
    /// More newcomers are given for this unit than people who belong to it.
    MoreFreshThanRoster(Id),
    /// More people of this unit answer with printed codes than belong to it.
    MoreCodesThanRoster(Id),
}

impl<Id: fmt::Display> fmt::Display for TreeError<Id> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateUnit(unit) => write!(formatter, "unit {unit} occurs twice"),
            Self::UnknownParent { unit, parent } => {
                write!(formatter, "unit {unit} has the parent {parent}, which is not in the list")
            }
            Self::Cycle(unit) => write!(formatter, "unit {unit} is its own ancestor"),
            Self::MoreAnswersThanRoster(unit) => {
                write!(formatter, "unit {unit} has more people who answered than people on its roster")
            }
            Self::MoreFreshThanRoster(unit) => {
                write!(formatter, "unit {unit} has more newcomers (fresh) than people on its roster")
            }
            Self::MoreCodesThanRoster(unit) => {
                write!(
                    formatter,
                    "unit {unit} has more people with printed codes (by_code) than on its roster"
                )
            }
        }
    }
}

impl<Id: fmt::Debug + fmt::Display> std::error::Error for TreeError<Id> {}

/// How units hang together: units in the order given, addressed by position, known to form one or more trees.
///
/// Several roots are accepted: each is an organisation of its own, and as trees share no member, a figure of
/// one says nothing about another.
pub(crate) struct Shape {
    /// Position of the unit directly above.
    pub(crate) parent: Vec<Option<usize>>,
    /// Positions of the units directly below.
    pub(crate) children: Vec<Vec<usize>>,
    /// All positions, each after everything below it.
    pub(crate) bottom_up: Vec<usize>,
    /// Place of each unit when all are sorted by id: comparing places is comparing ids, at the price of a
    /// number.
    pub(crate) rank: Vec<usize>,
}

impl Shape {
    /// Checks units given as their id and the id of their parent.
    ///
    /// # Errors
    /// The first contradiction found, see [`TreeError`].
    pub(crate) fn new<'a, Id: Ord + Clone + 'a>(
        links: impl Iterator<Item = (&'a Id, Option<&'a Id>)>,
    ) -> Result<Self, TreeError<Id>> {
        let (ids, parents): (Vec<&Id>, Vec<Option<&Id>>) = links.unzip();
        let mut position = BTreeMap::new();
        for (index, &id) in ids.iter().enumerate() {
            match position.entry(id) {
                Entry::Occupied(_) => return Err(TreeError::DuplicateUnit(id.clone())),
                Entry::Vacant(free) => free.insert(index),
            };
        }
        let mut rank = vec![0; ids.len()];
        for (place, &index) in position.values().enumerate() {
            rank[index] = place;
        }

        let mut parent = vec![None; ids.len()];
        for (index, named) in parents.into_iter().enumerate() {
            let Some(named) = named else { continue };
            let Some(&above) = position.get(named) else {
                return Err(TreeError::UnknownParent { unit: ids[index].clone(), parent: named.clone() });
            };
            parent[index] = Some(above);
        }
        let children = children(&parent);
        let bottom_up = bottom_up(&parent, &children).map_err(|at| TreeError::Cycle(ids[at].clone()))?;
        Ok(Self { parent, children, bottom_up, rank })
    }

    /// The same units, those marked cut off from what is above them.
    pub(crate) fn cut_above(&self, is_cut: &[bool]) -> Self {
        let parent: Vec<Option<usize>> =
            self.parent.iter().zip(is_cut).map(|(above, &cut)| above.filter(|_| !cut)).collect();
        let children = children(&parent);
        Self { parent, children, bottom_up: self.bottom_up.clone(), rank: self.rank.clone() }
    }

    /// All positions, each before everything below it.
    pub(crate) fn top_down(&self) -> impl Iterator<Item = usize> {
        self.bottom_up.iter().rev().copied()
    }

    /// For each unit the sum of what it and everything below contributes.
    pub(crate) fn totals<T: Copy + AddAssign>(&self, own: impl Iterator<Item = T>) -> Vec<T> {
        let mut sums: Vec<T> = own.collect();
        for &index in &self.bottom_up {
            if let Some(above) = self.parent[index] {
                let below = sums[index];
                sums[above] += below;
            }
        }
        sums
    }
}

fn children(parent: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut children = vec![Vec::new(); parent.len()];
    for (index, above) in parent.iter().enumerate() {
        if let Some(above) = *above {
            children[above].push(index);
        }
    }
    children
}

/// Checked units with their head counts.
pub(crate) struct Forest {
    /// How they hang together.
    pub(crate) shape: Shape,
    /// People on the roster of the unit and everything below.
    pub(crate) roster: Vec<u64>,
    /// People of the unit and everything below who answered.
    pub(crate) answered: Vec<u64>,
}

impl Forest {
    /// Checks the units and adds up the head counts.
    ///
    /// # Errors
    /// The first contradiction found, see [`TreeError`].
    pub(crate) fn new<Id: Ord + Clone>(units: &[Unit<Id>]) -> Result<Self, TreeError<Id>> {
        let shape = Shape::new(units.iter().map(|unit| (&unit.id, unit.parent.as_ref())))?;
        for Unit { id, direct, .. } in units {
            if direct.answered > direct.roster {
                return Err(TreeError::MoreAnswersThanRoster(id.clone()));
            }
            if direct.fresh > direct.roster {
                return Err(TreeError::MoreFreshThanRoster(id.clone()));
            }
            if direct.by_code > direct.roster {
                return Err(TreeError::MoreCodesThanRoster(id.clone()));
            }
        }
        let roster = shape.totals(units.iter().map(|unit| u64::from(unit.direct.roster)));
        let answered = shape.totals(units.iter().map(|unit| u64::from(unit.direct.answered)));
        Ok(Self { shape, roster, answered })
    }
}

/// Peels leaves off the trees until nothing is left (Kahn, Communications of the ACM 5:11, 1962). Done with a
/// list and not by recursion, since the depth comes from outside and the stack is small.
///
/// # Errors
/// The first position that lies on a cycle.
fn bottom_up(parent: &[Option<usize>], children: &[Vec<usize>]) -> Result<Vec<usize>, usize> {
    let mut waiting_for: Vec<usize> = children.iter().map(Vec::len).collect();
    let mut order: Vec<usize> = (0..parent.len()).filter(|&index| waiting_for[index] == 0).collect();
    let mut next = 0;
    while let Some(&index) = order.get(next) {
        next += 1;
        if let Some(above) = parent[index] {
            waiting_for[above] -= 1;
            if waiting_for[above] == 0 {
                order.push(above);
            }
        }
    }
    // What cannot be peeled lies on a cycle: a unit above a cycle would itself need two parents.
    (0..parent.len()).find(|&index| waiting_for[index] > 0).map_or(Ok(order), Err)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(id: i64, parent: Option<i64>, roster: u32, answered: u32) -> Unit {
        Unit { id, parent, direct: Direct { roster, answered, ..Direct::default() } }
    }

    fn error(units: &[Unit]) -> TreeError {
        Forest::new(units).err().unwrap()
    }

    #[test]
    fn a_unit_given_twice_is_refused() {
        assert_eq!(error(&[unit(4, None, 0, 0), unit(4, None, 0, 0)]), TreeError::DuplicateUnit(4));
    }

    #[test]
    fn a_parent_missing_from_the_list_is_refused() {
        let units = [unit(1, None, 0, 0), unit(2, Some(9), 0, 0)];
        assert_eq!(error(&units), TreeError::UnknownParent { unit: 2, parent: 9 });
    }

    #[test]
    fn a_unit_below_itself_is_refused_even_when_others_are_in_order() {
        assert_eq!(error(&[unit(1, Some(1), 0, 0)]), TreeError::Cycle(1));
        let units =
            [unit(1, None, 0, 0), unit(2, Some(4), 0, 0), unit(3, Some(2), 0, 0), unit(4, Some(3), 0, 0)];
        assert_eq!(error(&units), TreeError::Cycle(2));
    }

    #[test]
    fn a_team_hanging_under_a_cycle_is_not_blamed_for_it() {
        let units = [unit(1, Some(2), 0, 0), unit(2, Some(3), 0, 0), unit(3, Some(2), 0, 0)];
        assert_eq!(error(&units), TreeError::Cycle(2));
    }

    #[test]
    fn more_answers_than_people_are_refused() {
        assert_eq!(error(&[unit(1, None, 4, 5)]), TreeError::MoreAnswersThanRoster(1));
        assert!(Forest::new(&[unit(1, None, 5, 5)]).is_ok());
    }

    #[test]
    fn more_newcomers_or_codes_than_people_are_refused() {
        let with = |fresh, by_code| {
            [Unit { id: 1, parent: None, direct: Direct { roster: 7, answered: 5, fresh, by_code } }]
        };
        assert_eq!(error(&with(8, 0)), TreeError::MoreFreshThanRoster(1));
        assert_eq!(error(&with(0, 8)), TreeError::MoreCodesThanRoster(1));
        assert!(Forest::new(&with(7, 7)).is_ok());
    }

    #[test]
    fn where_more_are_new_than_answered_nobody_is_known_to_carry_the_figure() {
        let carrying = |fresh| Direct { roster: 9, answered: 5, fresh, by_code: 0 }.carrying();
        assert_eq!([0, 2, 5, 9].map(carrying), [5, 3, 0, 0]);
    }

    #[test]
    fn head_counts_add_up_to_the_root_whatever_the_order_of_the_list() {
        let units =
            [unit(3, Some(2), 7, 6), unit(1, None, 1, 1), unit(4, Some(2), 5, 0), unit(2, Some(1), 2, 1)];
        let forest = Forest::new(&units).unwrap();
        assert_eq!(forest.roster, [7, 15, 5, 14]);
        assert_eq!(forest.answered, [6, 8, 0, 7]);
        assert_eq!(forest.shape.rank, [2, 0, 3, 1]);
    }

    #[test]
    fn what_is_cut_off_stands_for_itself_and_nothing_else_does() {
        let units = [unit(1, None, 1, 1), unit(2, Some(1), 2, 1), unit(3, Some(2), 7, 6)];
        let cut = Forest::new(&units).unwrap().shape.cut_above(&[false, true, false]);
        assert_eq!((cut.parent, cut.children), (vec![None, None, Some(1)], vec![vec![], vec![2], vec![]]));
    }

    #[test]
    fn totals_beyond_thirty_two_bits_do_not_overflow() {
        let units = [unit(1, None, u32::MAX, u32::MAX), unit(2, Some(1), u32::MAX, u32::MAX)];
        assert_eq!(Forest::new(&units).unwrap().answered[0], 2 * u64::from(u32::MAX));
    }

    #[test]
    fn a_chain_of_fifty_thousand_units_needs_no_deep_stack() {
        let units: Vec<Unit> = (0..50_000).map(|id| unit(id, (id > 0).then(|| id - 1), 1, 1)).collect();
        assert_eq!(Forest::new(&units).unwrap().answered[0], 50_000);
    }

    #[test]
    fn a_missing_parent_key_is_an_error_and_a_null_parent_is_a_root() {
        let with_null = r#"{"id":1,"parent":null,"direct":{"roster":2,"answered":1}}"#;
        let without = r#"{"id":1,"direct":{"roster":2,"answered":1}}"#;
        assert_eq!(serde_json::from_str::<Unit>(with_null).unwrap(), unit(1, None, 2, 1));
        assert!(serde_json::from_str::<Unit>(without).is_err());
    }

    #[test]
    fn messages_name_the_unit() {
        let told: Vec<String> = [
            TreeError::DuplicateUnit(1),
            TreeError::UnknownParent { unit: 2, parent: 3 },
            TreeError::Cycle(4),
            TreeError::MoreAnswersThanRoster(5),
            TreeError::MoreFreshThanRoster(6),
            TreeError::MoreCodesThanRoster(7),
        ]
        .iter()
        .map(TreeError::to_string)
        .collect();
        assert_eq!(
            told,
            [
                "unit 1 occurs twice",
                "unit 2 has the parent 3, which is not in the list",
                "unit 4 is its own ancestor",
                "unit 5 has more people who answered than people on its roster",
                "unit 6 has more newcomers (fresh) than people on its roster",
                "unit 7 has more people with printed codes (by_code) than on its roster",
            ]
        );
    }
}
