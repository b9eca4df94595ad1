//! What would change our mind: what the answer was held against, and what it still rests on.

use domain::{format, insight::link::Section};
use report::{
    link::held_name,
    words::{self, percent, range},
};
use stats::link::headline::{Answer, Limit, Reason, Verdict, direction};

use super::{Looks, STEP, ends};
use crate::link::draw::of_ratio;

/// Complaints that grow with contacts by less or more than this do not grow in step: a tenth more contacts
/// then bring a tenth more complaints, give or take a quarter of it.
const IN_STEP: f64 = 0.25;

impl Looks<'_> {
    /// The part, each paragraph under the name of its figure.
    pub(super) fn mind(&self) -> Section {
        let mut text = Vec::new();
        for answer in self.answers().iter().filter(|answer| answer.verdict != Verdict::NotEnough) {
            let said = [Some(self.order(answer)), self.limit(answer), self.simple(answer)];
            let said: Vec<String> = said.into_iter().flatten().collect();
            text.push(format!("{}: {}", self.name(&answer.predictor), said.join(" ")));
        }
        let leading = self.judged.leading();
        text.extend(self.held(leading));
        text.extend(self.in_step(leading));
        text.push(self.looked_at(leading));
        text.extend(leading.reasons.iter().filter_map(|reason| match reason {
            Reason::Limit(Limit::FewClusters { clusters, needed }) => {
                let values = [("have", (*clusters).into()), ("needed", (*needed).into())];
                Some(self.tv("link-mind-clusters", &values))
            }
            _ => None,
        }));
        self.section("mind", text)
    }

    /// Which comes first, as far as that was tested.
    fn order(&self, answer: &Answer) -> String {
        let p = answer.direction.p.map_or_else(String::new, |p| words::p(self.lang, p));
        let id = match answer.direction.answer {
            direction::Answer::NothingAgainst => "link-mind-order-nothing-against",
            direction::Answer::Unclear => "link-mind-order-unclear",
            direction::Answer::Untested => "link-mind-order-untested",
        };
        self.tv(id, &[("p", p.into())])
    }

    /// The same of each figure.
    pub(super) fn orders(&self) -> impl Iterator<Item = String> {
        let answered = self.answers().iter().filter(|answer| answer.verdict != Verdict::NotEnough);
        answered.map(|answer| format!("{}: {}", self.name(&answer.predictor), self.order(answer)))
    }

    /// What keeps the answer from being a finding.
    fn limit(&self, answer: &Answer) -> Option<String> {
        let many = answer.reasons.iter().find_map(|reason| match reason {
            Reason::Limit(Limit::OneOfMany { panels, q }) => Some((*panels, *q)),
            _ => None,
        });
        match many {
            Some((panels, q)) => {
                let q = words::p(self.lang, q);
                Some(self.tv("link-mind-many", &[("units", panels.into()), ("q", q.into())]))
            }
            None if answer.verdict == Verdict::NoneFound => {
                // The range that decides, unless something else than it said no.
                let [low, high] = answer.always_valid_ci?;
                let ends = ends(Some([(low * answer.step).exp(), (high * answer.step).exp()]))?;
                (low <= 0.0 && high >= 0.0).then_some(())?;
                Some(self.tv("link-mind-range", &[("range", range(self.lang, ends).into())]))
            }
            None => None,
        }
    }

    /// The simplest comparison, with nothing held fixed but the levels.
    fn simple(&self, answer: &Answer) -> Option<String> {
        let simple = self.study.report.summary(&answer.predictor, STEP);
        let change = percent(self.lang, of_ratio(simple.rate_ratio?)?);
        let range = range(self.lang, ends(simple.interval)?);
        Some(self.tv("link-mind-simple", &[("change", change.into()), ("range", range.into())]))
    }

    /// What is held fixed beside the levels.
    fn held(&self, answer: &Answer) -> Option<String> {
        let held: Vec<String> = answer
            .model
            .iter()
            .filter_map(|fixed| held_name(*fixed))
            .map(|name| self.t(&format!("link-held-{name}")))
            .collect();
        (!held.is_empty()).then(|| self.tv("link-mind-held", &[("held", held.join("; ").into())]))
    }

    /// That complaints do not grow in step with contacts, where they do not.
    fn in_step(&self, answer: &Answer) -> Option<String> {
        let slope = answer.exposure_slope.filter(|slope| slope.abs() > IN_STEP)?;
        // A tenth more contacts.
        let more = percent(self.lang, 100.0 * (1.1_f64.powf(1.0 + slope) - 1.0));
        Some(self.tv("link-mind-contacts", &[("change", more.into())]))
    }

    /// That the verdict holds at every look.
    fn looked_at(&self, answer: &Answer) -> String {
        let level = format::number(self.lang, answer.look.level, 4);
        self.tv("link-mind-looks", &[("level", level.into())])
    }
}
