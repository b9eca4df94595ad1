//! Weighs what was found: which words count, and for what.

use crate::{
    Finding, Label,
    pattern::Hit,
    scene::Scene,
    step,
    tables::Mark,
};

/// The findings of a letter, by label and place.
pub(crate) fn findings(scenes: &[Scene]) -> Vec<Finding> {
    let mut findings = Findings::default();
    for scene in scenes {
        apologies(scene, &mut findings);
        thanks(scene, &mut findings);
        step::steps(scene, &mut findings);
    }
    owning(scenes, &mut findings);
    let owns = findings.has(Label::Owns);
    for scene in scenes {
        excuses(scene, owns, &mut findings);
    }
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
        all.sort_by_key(|finding| (finding.label, finding.span.bytes.start, usize::MAX - finding.span.bytes.end));
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
        let is_meant = !scene.meets(hit, Mark::NotThanks) && !scene.is_quoted(hit) && !scene.is_inside_condition(hit);
        if is_meant {
            findings.add(Label::Thanks, scene, hit);
        }
    }
}

/// The writer says that they did wrong; a bare *that is not good enough* needs a *we* just before.
fn owning(scenes: &[Scene], findings: &mut Findings) {
    let mut spoke_of_us = false;
    for scene in scenes {
        let counts = |hit: &Hit| {
            !scene.meets(*hit, Mark::NotOwn)
                && !scene.is_quoted(*hit)
                && !scene.is_inside_condition(*hit)
                && !scene.is_question()
        };
        for hit in scene.of(Mark::Own).filter(counts) {
            findings.add(Label::Owns, scene, hit);
        }
        let speaks_of_us = scene.of(Mark::We).any(|hit| !scene.is_quoted(hit));
        if spoke_of_us || speaks_of_us {
            for hit in scene.of(Mark::Admit).filter(counts) {
                findings.add(Label::Owns, scene, hit);
            }
        }
        spoke_of_us = speaks_of_us;
    }
}

/// Blame is an excuse always, a cause only where nobody owns what happened.
fn excuses(scene: &Scene, owns: bool, findings: &mut Findings) {
    let blames = scene.of(Mark::Blame);
    let causes = scene.of(Mark::Cause).filter(|_| !owns);
    for hit in blames.chain(causes) {
        let counts = !scene.meets(hit, Mark::NotExcuse) && !scene.is_quoted(hit) && !is_owned(scene, hit);
        if counts {
            findings.add(Label::Excuse, scene, hit);
        }
    }
}

/// Whether the words at the same place say the opposite.
fn is_owned(scene: &Scene, hit: Hit) -> bool {
    scene.of(Mark::Own).any(|own| own.meets(&hit) && !scene.meets(own, Mark::NotOwn))
}
