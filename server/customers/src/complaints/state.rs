//! What a case's events add up to: how it stands, what can be taken back, what a form must know of.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::customers::{
    case::Standing,
    mention::Mention,
    words::{EndReason, EventKind, Kind, Stage},
};

use super::events::{CUSTOMER, Event};

/// The events that were not taken back, without those that take back.
pub(crate) fn live(events: &[Event]) -> Vec<&Event> {
    let undone = undone(events);
    events.iter().filter(|event| !takes_back(event.kind) && !undone.contains(&event.version)).collect()
}

/// Versions of the events that were taken back.
pub(crate) fn undone(events: &[Event]) -> BTreeSet<i64> {
    events.iter().filter(|event| takes_back(event.kind)).filter_map(|event| event.data.of).collect()
}

/// Whether an event takes an earlier one back.
const fn takes_back(kind: EventKind) -> bool {
    matches!(kind, EventKind::Undone | EventKind::Parted)
}

/// Whether a form that did not know of this event must be looked at again.
pub(crate) const fn collides(kind: EventKind) -> bool {
    !matches!(
        kind,
        EventKind::Noted
            | EventKind::Taken
            | EventKind::LetGo
            | EventKind::Warned
            | EventKind::Late
            | EventKind::Attached
            | EventKind::Detached
            | EventKind::Mentioned
            | EventKind::ActionAdded
            | EventKind::ActionDone
            | EventKind::Linked
            | EventKind::Repeats
            | EventKind::Repeated
            | EventKind::Held
            | EventKind::LetThrough
            | EventKind::Content
    )
}

/// How a case stands after its events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct State {
    pub(crate) stage: Stage,
    pub(crate) is_paused: bool,
    pub(crate) is_extended: bool,
    pub(crate) answered_at: Option<DateTime<Utc>>,
    pub(crate) closed_at: Option<DateTime<Utc>>,
    pub(crate) end_reason: Option<EndReason>,
    /// Id of the case that it is part of.
    pub(crate) merged_into: Option<i64>,
    /// How far the mention of somebody who works here has come.
    pub(crate) mention: Option<Mention>,
    /// Whether it stays out of the rates for that.
    pub(crate) is_held: bool,
    /// Whether it is held back with others until somebody has looked.
    pub(crate) is_in_burst: bool,
}

impl State {
    /// Folds the events. A case that begins with anything but its receipt came closed from elsewhere.
    pub(crate) fn of(events: &[Event]) -> Self {
        let live = live(events);
        let begins_here = live.first().is_some_and(|event| event.kind == EventKind::Received);
        let mut state = Self {
            stage: if begins_here { Stage::Received } else { Stage::Closed },
            is_paused: false,
            is_extended: false,
            answered_at: None,
            closed_at: None,
            end_reason: None,
            merged_into: None,
            mention: None,
            is_held: false,
            is_in_burst: false,
        };
        for event in live {
            state.take(event);
        }
        state
    }

    fn take(&mut self, event: &Event) {
        match event.kind {
            EventKind::Received => self.stage = Stage::Received,
            EventKind::Acknowledged => self.stage = Stage::Acknowledged,
            EventKind::Assessed => self.stage = Stage::Assessed,
            EventKind::Investigating => self.stage = Stage::Investigating,
            EventKind::Answered => {
                self.stage = Stage::Answered;
                self.answered_at = Some(event.at);
                self.is_paused = false;
            }
            EventKind::Merged => {
                self.stage = Stage::Closed;
                self.closed_at = Some(event.at);
                self.is_paused = false;
                self.end_reason = Some(EndReason::Merged);
                self.merged_into = event.data.other;
            }
            EventKind::Closed | EventKind::PutAway | EventKind::Ended => {
                self.stage = Stage::Closed;
                self.closed_at = Some(event.at);
                self.is_paused = false;
                self.end_reason = event.data.end_reason;
            }
            EventKind::Reopened => {
                *self = Self {
                    stage: Stage::Reopened,
                    is_paused: false,
                    is_extended: false,
                    answered_at: None,
                    closed_at: None,
                    end_reason: None,
                    ..*self
                };
            }
            EventKind::Paused => self.is_paused = true,
            EventKind::Resumed | EventKind::Heard => self.is_paused = false,
            EventKind::Extended => self.is_extended = true,
            EventKind::Mentioned => {
                self.mention = event.data.mention.or(self.mention);
                self.is_held = event.data.mention.and_then(Mention::holds).unwrap_or(self.is_held);
            }
            EventKind::Held => self.is_in_burst = true,
            EventKind::LetThrough => self.is_in_burst = false,
            EventKind::Content
            | EventKind::Regraded
            | EventKind::HandedOver
            | EventKind::Taken
            | EventKind::LetGo
            | EventKind::Corrected
            | EventKind::Noted
            | EventKind::Wrote
            | EventKind::Undone
            | EventKind::Warned
            | EventKind::Late
            | EventKind::ActionAdded
            | EventKind::ActionDone
            | EventKind::Attached
            | EventKind::Detached
            | EventKind::TookIn
            | EventKind::Linked
            | EventKind::Repeats
            | EventKind::Repeated
            | EventKind::Parted => {}
        }
    }

    /// What decides which acts are possible.
    pub(crate) const fn standing(&self, kind: Kind) -> Standing {
        Standing {
            kind,
            stage: self.stage,
            is_paused: self.is_paused,
            is_extended: self.is_extended,
            is_merged: self.merged_into.is_some(),
        }
    }

    /// Whether a complaint counts in the rates.
    pub(crate) fn counts(&self, kind: Kind) -> bool {
        let is_elsewhere = matches!(self.end_reason, Some(EndReason::NotAComplaint | EndReason::Merged));
        kind == Kind::Complaint && !self.is_held && !self.is_in_burst && !is_elsewhere
    }
}

/// The event that can still be taken back: the last that changed how the case stands, while it is young and the customer
/// has not been heard or written to since. What the customer did, a colleague cannot take back.
pub(crate) fn undoable(events: &[Event], since: DateTime<Utc>) -> Option<&Event> {
    let last = live(events).into_iter().rfind(|event| collides(event.kind))?;
    let is_step = matches!(
        last.kind,
        EventKind::Acknowledged
            | EventKind::Assessed
            | EventKind::Regraded
            | EventKind::Investigating
            | EventKind::Answered
            | EventKind::Closed
            | EventKind::Ended
            | EventKind::Reopened
            | EventKind::Paused
            | EventKind::Resumed
            | EventKind::Extended
            | EventKind::HandedOver
            | EventKind::PutAway
    );
    (is_step && last.role != CUSTOMER && last.at > since).then_some(last)
}

/// When the customer was asked a second time since they were last heard; none when they were not. The first question
/// makes the case wait, whatever they are sent after that asks again.
pub(crate) fn second_question(events: &[Event]) -> Option<DateTime<Utc>> {
    let live = live(events);
    let heard =
        |event: &&Event| matches!(event.kind, EventKind::Received | EventKind::Heard | EventKind::Reopened);
    let since = live.iter().rposition(heard).unwrap_or(0);
    let asked = live.into_iter().skip(since).skip_while(|event| event.kind != EventKind::Paused);
    // The first letter of all also says that we have it.
    let is_letter = |event: &&Event| match event.kind {
        EventKind::Paused | EventKind::Wrote => true,
        EventKind::Acknowledged => event.text.is_some(),
        _ => false,
    };
    let mut asked = asked.filter(is_letter);
    asked.nth(1).map(|event| event.at)
}

#[cfg(test)]
mod tests {
    use domain::UnitId;

    use super::*;
    use crate::complaints::events::Data;

    fn events(kinds: &[EventKind]) -> Vec<Event> {
        let at = |minute: i64| DateTime::from_timestamp(1_795_000_000 + 60 * minute, 0).unwrap();
        (1..)
            .zip(kinds)
            .map(|(version, kind)| Event {
                version,
                kind: *kind,
                at: at(version),
                role: "service".to_owned(),
                team: Some(UnitId::new(3)),
                data: Data::default(),
                text: None,
            })
            .collect()
    }

    #[test]
    fn what_was_taken_back_leaves_no_trace_in_how_a_case_stands() {
        use EventKind::{Acknowledged, Ended, Received, Undone};
        let mut story = events(&[Received, Acknowledged, Ended, Undone]);
        let before = State::of(&story[..2]);
        story[2].data.end_reason = Some(EndReason::NotAComplaint);
        assert!(!State::of(&story[..3]).counts(Kind::Complaint));
        story[3].data.of = Some(3);
        assert_eq!(State::of(&story), before);
        assert!(State::of(&story).counts(Kind::Complaint));
    }

    #[test]
    fn an_imported_case_with_a_note_stays_closed_and_can_be_reopened() {
        use EventKind::{Noted, Reopened};
        assert_eq!(State::of(&events(&[Noted])).stage, Stage::Closed);
        assert_eq!(State::of(&events(&[Noted, Reopened])).stage, Stage::Reopened);
    }

    #[test]
    fn a_case_that_is_answered_waits_for_nobody_and_a_reopened_one_may_be_put_off_again() {
        use EventKind::{Answered, Assessed, Extended, Heard, Paused, Received, Reopened};
        let waiting = events(&[Received, Assessed, Extended, Paused]);
        assert!(State::of(&waiting).is_paused && State::of(&waiting).is_extended);
        assert!(!State::of(&events(&[Received, Paused, Heard])).is_paused);
        let answered = events(&[Received, Assessed, Extended, Paused, Answered]);
        assert!(!State::of(&answered).is_paused);
        let again = State::of(&events(&[Received, Assessed, Extended, Answered, Reopened]));
        assert_eq!((again.is_extended, again.answered_at), (false, None));
    }

    #[test]
    fn a_customer_is_asked_twice_when_a_question_and_something_behind_it_went_out_unheard() {
        use EventKind::{Heard, Paused, Received, Resumed, Undone, Wrote};
        let second = |kinds: &[EventKind]| second_question(&events(kinds)).is_some();
        assert!(second(&[Received, Paused, Wrote]) && second(&[Received, Paused, Resumed, Paused]));
        assert!(second(&[Received, Paused, Heard, Paused, Wrote]));
        for kinds in [
            &[Received][..],
            &[Received, Paused],
            &[Received, Wrote, Wrote],
            &[Received, Wrote, Paused],
            &[Received, Paused, Wrote, Heard],
            &[Received, Paused, Heard, Paused],
        ] {
            assert!(!second(kinds), "{kinds:?}");
        }
        let mut back = events(&[Received, Paused, Wrote, Undone]);
        back[3].data.of = Some(2);
        assert_eq!(second_question(&back), None, "what was taken back was never asked");
    }

    #[test]
    fn a_step_is_taken_back_while_it_is_young_and_nobody_answered_it() {
        use EventKind::{Acknowledged, Assessed, Heard, Noted, Received, Undone};
        let story = events(&[Received, Acknowledged, Assessed, Noted]);
        let young = story[2].at - chrono::Duration::minutes(9);
        assert_eq!(
            undoable(&story, young).map(|event| event.version),
            Some(3),
            "a note does not stand in its way"
        );
        assert_eq!(undoable(&story, story[2].at), None, "it is too old");
        assert_eq!(undoable(&events(&[Received, Assessed, Heard]), young), None);
        assert_eq!(undoable(&events(&[Received]), young), None, "a receipt stays");
        let mut back = events(&[Received, Acknowledged, Assessed, Undone]);
        back[3].data.of = Some(3);
        assert_eq!(undoable(&back, young).map(|event| event.version), Some(2));
    }

    #[test]
    fn staff_took_back_what_the_customer_did() {
        let mut story = events(&[EventKind::Received, EventKind::Acknowledged, EventKind::Ended]);
        story[2].role = CUSTOMER.to_owned();
        assert_eq!(undoable(&story, story[0].at), None);
    }
}
