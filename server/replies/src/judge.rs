//! Weighs what was found: which words count, and for what.

use crate::{Finding, Label, machine::Hit, scene::Scene, step, tables::Mark};

/// The findings of a letter, by label and place.
pub(crate) fn findings(scenes: &[Scene]) -> Vec<Finding> {
    let mut findings = Findings::default();
    for scene in scenes {
        apologies(scene, &mut findings);
        thanks(scene, &mut findings);
        step::steps(scene, &mut findings);
    }
    owning(scenes, &mut findings);
    excuses(scenes, &mut findings);
    telling(scenes, &mut findings);
    findings.finish()
}

/// Findings as they are collected.
#[derive(Default)]
pub(crate) struct Findings(Vec<Finding>);

impl Findings {
    pub(crate) fn add(&mut self, label: Label, scene: &Scene, hit: Hit) {
        self.0.extend(scene.span(hit).map(|span| Finding { label, span }));
    }

    fn has(&self, label: Label) -> bool {
        self.0.iter().any(|finding| finding.label == label)
    }

    /// What lies inside another finding of the label is left out, and what is answered by the better one.
    fn finish(self) -> Vec<Finding> {
        let (sorry, dated) = (self.has(Label::Sorry), self.has(Label::Dated));
        let mut all = self.0;
        all.retain(|finding| match finding.label {
            Label::Hollow => !sorry,
            Label::Undated => !dated,
            _ => true,
        });
        all.sort_by_key(|finding| {
            (finding.label, finding.span.bytes.start, usize::MAX - finding.span.bytes.end)
        });
        let mut kept: Vec<Finding> = Vec::with_capacity(all.len());
        for finding in all {
            let is_inside = kept.last().is_some_and(|last| {
                last.label == finding.label && finding.span.bytes.end <= last.span.bytes.end
            });
            if !is_inside {
                kept.push(finding);
            }
        }
        kept
    }
}

/// Words of apology are real unless their surroundings say otherwise.
fn apologies(scene: &Scene, findings: &mut Findings) {
    for hit in scene.of(Mark::Sorry) {
        let after_all = scene.meets(hit, Mark::SorryAfterAll);
        if scene.is_quoted(hit) || scene.meets(hit, Mark::NotSorry) && !after_all {
            continue;
        }
        if let Some(hollow) = scene.of(Mark::Hollow).find(|hollow| hollow.meets(&hit)) {
            findings.add(Label::Hollow, scene, hollow);
        } else if scene.is_conditional(hit) && !after_all {
            findings.add(Label::Hollow, scene, hit);
        } else {
            findings.add(Label::Sorry, scene, hit);
        }
    }
}

fn thanks(scene: &Scene, findings: &mut Findings) {
    for hit in scene.of(Mark::Thanks) {
        let is_meant =
            !scene.meets(hit, Mark::NotThanks) && !scene.is_quoted(hit) && !scene.is_inside_condition(hit);
        if is_meant {
            findings.add(Label::Thanks, scene, hit);
        }
    }
}

/// The writer says that they did wrong; a bare *that is not good enough* needs a *we* close by.
fn owning(scenes: &[Scene], findings: &mut Findings) {
    let speaks_of_us =
        |at: usize| scenes.get(at).is_some_and(|scene| scene.of(Mark::We).any(|hit| !scene.is_quoted(hit)));
    for (at, scene) in scenes.iter().enumerate() {
        let counts = |hit: &Hit| {
            !scene.meets(*hit, Mark::NotOwn)
                && !scene.is_quoted(*hit)
                && !scene.is_inside_condition(*hit)
                && !scene.is_question()
        };
        for hit in scene.of(Mark::Own).filter(counts) {
            findings.add(Label::Owns, scene, hit);
        }
        if (at.saturating_sub(1)..=at + 1).any(speaks_of_us) {
            for hit in scene.of(Mark::Admit).filter(counts) {
                findings.add(Label::Owns, scene, hit);
            }
        }
    }
}

/// Blame is an excuse always. A cause is one where nobody owns what happened, or where owning ends in *but*.
/// Neither is where it is taken back at once.
fn excuses(scenes: &[Scene], findings: &mut Findings) {
    let last_owned =
        findings.0.iter().filter(|finding| finding.label == Label::Owns).map(|f| f.span.bytes.end).max();
    let is_excused = |scene: &Scene, hit: &Hit| {
        let is_last = || scene.span(*hit).map(|span| span.bytes.start) >= last_owned;
        last_owned.is_none() || scene.follows_but(*hit) && is_last()
    };
    let is_denied = |at: usize| {
        [at, at + 1]
            .iter()
            .filter_map(|at| scenes.get(*at))
            .any(|scene| scene.of(Mark::Denial).next().is_some())
    };
    for (_, scene) in scenes.iter().enumerate().filter(|(at, _)| !is_denied(*at)) {
        let blames = scene.of(Mark::Blame);
        let causes = scene.of(Mark::Cause).filter(|hit| is_excused(scene, hit));
        for hit in blames.chain(causes) {
            if !scene.meets(hit, Mark::NotExcuse) && !scene.is_quoted(hit) && !is_owned(scene, hit) {
                findings.add(Label::Excuse, scene, hit);
            }
        }
    }
}

/// Who apologises, excuses nothing and tells what they did, owns it. With a day it may as well be the remedy.
fn telling(scenes: &[Scene], findings: &mut Findings) {
    if !findings.has(Label::Sorry) || findings.has(Label::Owns) || findings.has(Label::Excuse) {
        return;
    }
    let has_day = |scene: &Scene| step::TIMES.iter().any(|mark| scene.of(*mark).next().is_some());
    for scene in scenes.iter().filter(|scene| !scene.is_question() && !has_day(scene)) {
        let told = scene.of(Mark::Did).find(|hit| {
            ![Mark::NotDid, Mark::NotOwn, Mark::Sorry].iter().any(|mark| scene.meets(*hit, *mark))
                && !scene.is_quoted(*hit)
                && !scene.is_inside_condition(*hit)
        });
        if let Some(hit) = told {
            findings.add(Label::Owns, scene, hit);
        }
    }
}

/// Whether the words at the same place say the opposite.
fn is_owned(scene: &Scene, hit: Hit) -> bool {
    scene.of(Mark::Own).any(|own| own.meets(&hit) && !scene.meets(own, Mark::NotOwn))
}
