//! The morning view: the matters that are open, and what else is new since somebody was last here, in at most
//! three sentences.
//!
//! Only what may be shown comes in here, so nothing hidden can come out: a unit without a released figure has
//! no signal, and a figure that breaks with the one before carries none.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    Period, UnitId,
    insight::{matters::Worklist, signal::SignalMeasure},
    organisation::unit::UnitPlace,
};

/// Sentences at most: more is a list, and a list is not read before the doors open.
pub const MOST_SENTENCES: usize = 3;
/// An open case older than this is overdue. Unit: days since it was received.
pub const OLD_CASE_DAYS: u64 = 7;
/// How far back an account looks that has no earlier sign-in. Unit: days.
pub const FIRST_LOOK_DAYS: u64 = 7;

/// A unit as a sentence names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct UnitName {
    /// Database id, used in addresses.
    pub id: UnitId,
    /// Name, as its people call it.
    pub name: String,
}

/// A run of marked figures that ends with the newest figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// What it is about.
    pub topic: SignalMeasure,
    /// Whether it is worse than usual; else it is better.
    pub is_concern: bool,
    /// The first period of the run.
    pub since: Period,
}

/// A mark and the unit that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitSignal {
    /// The unit.
    pub unit: UnitName,
    /// Its mark.
    pub mark: Mark,
}

/// An agreed action that should be looked at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Database id of the action.
    pub action: i64,
    /// Unit that agreed it.
    pub unit: UnitName,
}

/// Everything that the sentences are chosen from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    /// First day of what counts as new.
    pub since: NaiveDate,
    /// The topmost units that are looked at.
    pub tops: Vec<UnitName>,
    /// Teams among and below them whose signals were all looked at; none if that is not known of each.
    pub teams: Option<u64>,
    /// Open cases about safety or discrimination.
    pub urgent_cases: u64,
    /// Other open cases older than [`OLD_CASE_DAYS`].
    pub old_cases: u64,
    /// Marks that run up to the newest figure, begun before or after `since`.
    pub signals: Vec<UnitSignal>,
    /// First days of the rounds that were released on `since` or later.
    pub released: Vec<NaiveDate>,
    /// Open actions whose day of review has come.
    pub reviews: Vec<Review>,
    /// Units about which the link says something else since then.
    pub link_changed: Vec<UnitName>,
}

/// One sentence's worth of news.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// Open cases about safety or discrimination.
    UrgentCases {
        /// How many.
        count: u64,
    },
    /// Other cases that have been open for more than [`OLD_CASE_DAYS`].
    OldCases {
        /// How many.
        count: u64,
    },
    /// A unit that is better than usual.
    Better {
        /// The unit.
        unit: UnitName,
        /// One for each topic.
        marks: Vec<Mark>,
    },
    /// Several units that are better than usual.
    BetterUnits {
        /// The unit above them; none where there are several.
        top: Option<UnitId>,
        /// How many.
        count: u64,
    },
    /// A round was released and nothing in it is marked for the first time.
    Calm {
        /// The week or longer period of the newest round.
        period: Period,
        /// The topmost unit.
        unit: UnitName,
        /// Teams looked at, when there are several.
        teams: Option<u64>,
    },
    /// An action to look at again.
    Review {
        /// Database id of the action.
        action: i64,
        /// Unit that agreed it.
        unit: UnitName,
    },
    /// Several actions to look at again.
    Reviews {
        /// How many.
        count: u64,
    },
    /// The link says something else than before.
    LinkChanged {
        /// The unit.
        unit: UnitName,
    },
    /// Nothing is new.
    Quiet,
}

impl News {
    /// Where the chart, the list or the page about it is.
    pub fn href(&self) -> String {
        let below = |page: &str, top: &Option<UnitId>| match top {
            Some(top) => format!("{page}?unit={top}"),
            None => page.to_owned(),
        };
        match self {
            Self::UrgentCases { .. } | Self::OldCases { .. } => "/complaints?show=open".to_owned(),
            Self::Better { unit, .. } | Self::Calm { unit, .. } => format!("/trends?unit={}", unit.id),
            Self::BetterUnits { top, .. } => below("/trends/teams", top),
            Self::Review { action, .. } => format!("/actions/{action}"),
            Self::Reviews { .. } => "/actions".to_owned(),
            Self::LinkChanged { unit } => format!("/trends/link?unit={}", unit.id),
            Self::Quiet => "/trends".to_owned(),
        }
    }

    /// Whether it asks for a look: true is of concern, false is good, none is neither.
    pub const fn tone(&self) -> Option<bool> {
        match self {
            Self::UrgentCases { .. } | Self::OldCases { .. } => Some(true),
            Self::Better { .. } | Self::BetterUnits { .. } => Some(false),
            _ => None,
        }
    }
}

/// Chooses the sentences, the most important first: people in danger, what waits too long, what got better, that
/// all is as usual, what was agreed, what the link says. Never none, never more than [`MOST_SENTENCES`]. What got
/// worse is no sentence but a matter, see [`super::matters`].
pub fn news(findings: &Findings) -> Vec<News> {
    let new: Vec<&UnitSignal> =
        findings.signals.iter().filter(|signal| findings.is_new(&signal.mark)).collect();
    let mut news = Vec::new();
    if findings.urgent_cases > 0 {
        news.push(News::UrgentCases { count: findings.urgent_cases });
    }
    if findings.old_cases > 0 {
        news.push(News::OldCases { count: findings.old_cases });
    }
    news.extend(findings.better(&new));
    if new.is_empty() {
        news.extend(findings.calm());
    }
    news.extend(match findings.reviews.as_slice() {
        [] => None,
        [review] => Some(News::Review { action: review.action, unit: review.unit.clone() }),
        reviews => Some(News::Reviews { count: reviews.len() as u64 }),
    });
    news.extend(findings.link_changed.iter().cloned().map(|unit| News::LinkChanged { unit }));
    if news.is_empty() {
        news.push(News::Quiet);
    }
    news.truncate(MOST_SENTENCES);
    news
}

impl Findings {
    /// Whether a run began with a figure that came after the person was last here. Figures of the staff come
    /// with their round's release, which can be days after its end; complaints when their period is over.
    fn is_new(&self, mark: &Mark) -> bool {
        match mark.topic {
            SignalMeasure::Strain | SignalMeasure::Satisfaction => {
                self.released.iter().min().is_some_and(|first| mark.since.end() >= *first)
            }
            SignalMeasure::Complaints => mark.since.end() + Days::new(1) >= self.since,
        }
    }

    fn only_top(&self) -> Option<UnitId> {
        match self.tops.as_slice() {
            [top] => Some(top.id),
            _ => None,
        }
    }

    /// What got better: a sentence of its own for the one topmost unit, one for all others.
    fn better(&self, new: &[&UnitSignal]) -> Vec<News> {
        let better = new.iter().filter(|signal| !signal.mark.is_concern);
        let mut units: Vec<UnitName> = better.clone().map(|signal| signal.unit.clone()).collect();
        units.sort();
        units.dedup();
        let marks = |unit: &UnitName| {
            let mut marks: Vec<Mark> =
                better.clone().filter(|signal| signal.unit == *unit).map(|signal| signal.mark).collect();
            marks.sort_by_key(|mark| mark.topic);
            marks
        };
        let one = |unit: UnitName| News::Better { marks: marks(&unit), unit };
        let own = units.iter().position(|unit| Some(unit.id) == self.only_top());
        let mut news: Vec<News> = own.map(|place| units.remove(place)).map(one).into_iter().collect();
        match units.len() {
            0 => {}
            1 => news.extend(units.pop().map(one)),
            count => news.push(News::BetterUnits { top: self.only_top(), count: count as u64 }),
        }
        news
    }

    /// That a new round holds nothing unusual: only where all that it could hold was looked at.
    fn calm(&self) -> Option<News> {
        let newest = self.released.iter().max()?;
        let unit = self.tops.first()?.clone();
        let teams = self.teams.filter(|teams| *teams > 1);
        if self.tops.len() > 1 && teams.is_none() {
            return None;
        }
        let period = Period::containing(*newest, crate::Resolution::Week);
        Some(News::Calm { period, unit, teams })
    }
}

/// What the page asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TodayQuery {
    /// Unit id; none is everything the person looks after.
    pub unit: Option<UnitId>,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TodayPage {
    /// Today, where the organisation is.
    pub today: NaiveDate,
    /// First day of what counts as new.
    pub since: NaiveDate,
    /// Whether that is a day on which the person signed in; else it is the last week.
    pub was_here: bool,
    /// Topmost units that are looked at.
    pub tops: Vec<UnitName>,
    /// Where the unit is, when it is one.
    pub place: Option<UnitPlace>,
    /// Steps that are left until the first figures, for whoever may see them; none when nothing is.
    pub set_up_left: Option<usize>,
    /// The matters.
    pub matters: Worklist,
    /// Whether each unit's newest figures were looked at; else an empty list says nothing.
    pub is_looked_at: bool,
    /// The sentences, the most important first.
    pub news: Vec<News>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn unit(id: i64) -> UnitName {
        UnitName { id: UnitId::new(id), name: format!("Unit {id}") }
    }

    /// A manager of unit 2 with 14 teams, last here on Monday 16 November; week 46 was released after that.
    fn quiet() -> Findings {
        Findings {
            since: day("2026-11-16"),
            tops: vec![unit(2)],
            teams: Some(14),
            urgent_cases: 0,
            old_cases: 0,
            signals: Vec::new(),
            released: Vec::new(),
            reviews: Vec::new(),
            link_changed: Vec::new(),
        }
    }

    fn signal(id: i64, topic: SignalMeasure, is_concern: bool, since: &str) -> UnitSignal {
        UnitSignal { unit: unit(id), mark: Mark { topic, is_concern, since: Period::parse(since).unwrap() } }
    }

    #[test]
    fn a_day_without_news_says_so_in_one_sentence() {
        assert_eq!(news(&quiet()), [News::Quiet]);
    }

    #[test]
    fn there_are_never_more_than_three_sentences_and_people_in_danger_come_first() {
        let all = Findings {
            urgent_cases: 1,
            old_cases: 5,
            signals: vec![signal(4, SignalMeasure::Complaints, false, "2026-W46")],
            released: vec![day("2026-11-09")],
            reviews: vec![Review { action: 9, unit: unit(3) }],
            link_changed: vec![unit(1)],
            ..quiet()
        };
        let chosen = news(&all);
        assert_eq!(chosen.len(), MOST_SENTENCES);
        assert_eq!(chosen[0], News::UrgentCases { count: 1 });
        assert_eq!(chosen[1], News::OldCases { count: 5 });
        assert!(matches!(&chosen[2], News::Better { unit, .. } if unit.id == UnitId::new(4)));
    }

    #[test]
    fn what_got_better_comes_before_actions_and_the_link() {
        let found = Findings {
            signals: vec![signal(4, SignalMeasure::Complaints, false, "2026-W46")],
            reviews: vec![Review { action: 9, unit: unit(3) }, Review { action: 8, unit: unit(4) }],
            link_changed: vec![unit(1)],
            ..quiet()
        };
        let tones: Vec<_> = news(&found).iter().map(News::tone).collect();
        assert_eq!(tones, [Some(false), None, None]);
        assert_eq!(news(&found)[1], News::Reviews { count: 2 });
    }

    #[test]
    fn what_got_worse_is_a_matter_and_no_sentence_and_the_day_is_not_called_calm() {
        let found = Findings {
            signals: vec![signal(3, SignalMeasure::Complaints, true, "2026-W46")],
            released: vec![day("2026-11-09")],
            ..quiet()
        };
        assert_eq!(news(&found), [News::Quiet]);
    }

    #[test]
    fn a_signal_that_was_there_last_time_is_no_news() {
        let found = Findings {
            signals: vec![
                // Its round was released before the last visit, though the run reaches today.
                signal(3, SignalMeasure::Strain, false, "2026-W44"),
                signal(4, SignalMeasure::Complaints, false, "2026-W45"),
            ],
            released: vec![day("2026-11-09")],
            ..quiet()
        };
        let calm = News::Calm { period: Period::parse("2026-W46").unwrap(), unit: unit(2), teams: Some(14) };
        assert_eq!(news(&found), [calm]);
    }

    #[test]
    fn a_staff_figure_counts_from_its_release_and_complaints_from_the_end_of_their_week() {
        let staff = |released: Vec<NaiveDate>| {
            let signals = vec![signal(3, SignalMeasure::Strain, false, "2026-W46")];
            news(&Findings { signals, released, ..quiet() })
        };
        assert!(matches!(staff(vec![day("2026-11-09")])[0], News::Better { .. }));
        assert!(matches!(staff(Vec::new())[0], News::Quiet), "its round was released before");
        let complaints = |week: &str| {
            let signals = vec![signal(3, SignalMeasure::Complaints, false, week)];
            news(&Findings { signals, ..quiet() })[0].tone()
        };
        assert_eq!(complaints("2026-W46"), Some(false), "the week ended on the eve of the last visit");
        assert_eq!(complaints("2026-W45"), None);
    }

    #[test]
    fn several_units_share_a_sentence_and_the_own_unit_has_its_own() {
        let found = Findings {
            signals: vec![
                signal(2, SignalMeasure::Complaints, false, "2026-W46"),
                signal(2, SignalMeasure::Strain, false, "2026-W46"),
                signal(5, SignalMeasure::Strain, false, "2026-W46"),
                signal(6, SignalMeasure::Complaints, false, "2026-W46"),
            ],
            released: vec![day("2026-11-09")],
            ..quiet()
        };
        let chosen = news(&found);
        let News::Better { unit, marks, .. } = &chosen[0] else { panic!("{chosen:?}") };
        let topics: Vec<_> = marks.iter().map(|mark| mark.topic).collect();
        assert_eq!(
            (unit.id, topics),
            (UnitId::new(2), vec![SignalMeasure::Strain, SignalMeasure::Complaints])
        );
        assert_eq!(chosen[1..], [News::BetterUnits { top: Some(UnitId::new(2)), count: 2 }]);
    }

    #[test]
    fn nothing_unusual_is_said_only_of_what_was_looked_at() {
        let released = vec![day("2026-11-09")];
        let calm = |tops: Vec<UnitName>, teams| {
            news(&Findings { released: released.clone(), tops, teams, ..quiet() }).remove(0)
        };
        assert!(matches!(calm(vec![unit(2)], Some(14)), News::Calm { teams: Some(14), .. }));
        assert!(matches!(calm(vec![unit(2)], None), News::Calm { teams: None, .. }));
        assert_eq!(calm(vec![unit(2), unit(7)], None), News::Quiet);
    }

    #[test]
    fn every_sentence_leads_somewhere_on_this_site() {
        let found = Findings { urgent_cases: 1, link_changed: vec![unit(1)], ..quiet() };
        for one in news(&found).into_iter().chain([News::Quiet, News::Reviews { count: 2 }]) {
            assert!(one.href().starts_with('/'), "{one:?}");
        }
    }
}
