//! What the pattern of hidden figures tells of the only manager above three teams, to a reader who knows how many
//! of each team answered: in which share of the rounds, or of windows, it depends on whether the manager did.

use disclosure::windows::Window;
use disclosure::{Direct, State, Threshold, Unit, release};

use crate::earlier::by_who_answered;

/// Who answers, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Setting {
    /// Whether figures are over a third of a quarter, otherwise of single rounds.
    pub(crate) is_over_a_window: bool,
    /// Members of each team who are new, whose answers do not carry a figure.
    pub(crate) newcomers: u32,
    pub(crate) is_manager_new: bool,
    pub(crate) do_teams_use_codes: bool,
    pub(crate) does_manager_use_codes: bool,
}

/// By name, those that are looked at.
pub(crate) const SETTINGS: [(&str, Setting); 6] = {
    let known = Setting {
        is_over_a_window: false,
        newcomers: 0,
        is_manager_new: false,
        do_teams_use_codes: false,
        does_manager_use_codes: false,
    };
    [
        ("everybody known", known),
        ("the manager new", Setting { is_manager_new: true, ..known }),
        ("two of each team new", Setting { newcomers: 2, ..known }),
        ("the manager by code", Setting { does_manager_use_codes: true, ..known }),
        ("the teams by code", Setting { do_teams_use_codes: true, ..known }),
        ("all by code", Setting { do_teams_use_codes: true, does_manager_use_codes: true, ..known }),
    ]
};

/// Who decides what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// The library.
    Library,
    /// The rules that looked at who answered.
    ByAnswers,
}

impl Rule {
    /// Which units are shown: all that a reader sees.
    fn shown(self, units: &[Unit]) -> Vec<bool> {
        let states: Vec<State> = match self {
            Self::Library => {
                let decided = release(units, Threshold::DEFAULT).into_iter().flatten();
                decided.map(|decision| decision.state).collect()
            }
            Self::ByAnswers => by_who_answered(units, Threshold::DEFAULT).unwrap_or_default(),
        };
        states.into_iter().map(|state| state == State::Published).collect()
    }
}

/// The manager, and teams of these sizes with so many answers each that carry a figure.
fn organisation(manager_answered: bool, sizes: [u32; 3], carrying: [u32; 3], setting: Setting) -> Vec<Unit> {
    let manager = Direct {
        roster: 1,
        answered: manager_answered.into(),
        fresh: setting.is_manager_new.into(),
        by_code: setting.does_manager_use_codes.into(),
    };
    let mut units = vec![Unit { id: 0, parent: None, direct: manager }];
    for (id, (roster, carrying)) in (1..).zip(sizes.into_iter().zip(carrying)) {
        let fresh = setting.newcomers;
        let by_code = if setting.do_teams_use_codes { roster } else { 0 };
        let direct = Direct { roster, answered: carrying + fresh, fresh, by_code };
        units.push(Unit { id, parent: Some(0), direct });
    }
    units
}

/// The share of rounds or windows, from 0 to 1, in which the pattern depends on the manager, each member of a team
/// answering a round with this probability.
pub(crate) fn told(sizes: [u32; 3], response: f64, setting: Setting, rule: Rule) -> f64 {
    let chances = sizes.map(|size| chances(size - setting.newcomers, response, setting));
    let mut told = 0.0;
    for (first, first_chance) in (0..).zip(&chances[0]) {
        for (second, second_chance) in (0..).zip(&chances[1]) {
            for (third, third_chance) in (0..).zip(&chances[2]) {
                let answered = [first, second, third];
                let seen = |manager| rule.shown(&organisation(manager, sizes, answered, setting));
                if seen(true) != seen(false) {
                    told += first_chance * second_chance * third_chance;
                }
            }
        }
    }
    told
}

/// The probabilities that none, one and so on to all of so many people are known to have taken part. Over several
/// rounds, of those who answer by code no more are known than in the fullest round.
fn chances(people: u32, response: f64, setting: Setting) -> Vec<f64> {
    let third = Window::Third.in_quarter(13).iter().map(|range| range.end - range.start).min().unwrap_or(1);
    let rounds = if setting.is_over_a_window { third as i32 } else { 1 };
    let (once, draws) = if setting.do_teams_use_codes {
        (response, rounds)
    } else {
        (1.0 - (1.0 - response).powi(rounds), 1)
    };
    let mut up_to = 0.0_f64;
    (0..=people)
        .map(|answered| {
            let before = up_to.powi(draws);
            up_to += chance(people, answered, once);
            up_to.powi(draws) - before
        })
        .collect()
}

/// The binomial probability.
fn chance(of: u32, answered: u32, response: f64) -> f64 {
    let ways: f64 = (0..answered).map(|i| f64::from(of - i) / f64::from(i + 1)).product();
    ways * response.powi(answered as i32) * (1.0 - response).powi((of - answered) as i32)
}

/// All teams of eight to ten.
pub(crate) const SIZES: [[u32; 3]; 10] = [
    [8, 8, 8],
    [8, 8, 9],
    [8, 8, 10],
    [8, 9, 9],
    [8, 9, 10],
    [8, 10, 10],
    [9, 9, 9],
    [9, 9, 10],
    [9, 10, 10],
    [10, 10, 10],
];
