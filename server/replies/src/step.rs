//! The next step: what the business will do or has done, and by when.

use crate::{Label, judge::Findings, machine::Hit, scene::Scene, tables::Mark};

/// What the verb nearest to a day says about it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    /// Will be or is.
    Now,
    /// Was, and told what went wrong.
    Past,
    /// Was, and put it right.
    Remedy,
    /// Should have been.
    Promise,
    /// A wish.
    Hope,
    /// No verb but words of apology or thanks: the day belongs to what they are for.
    Phrase,
}

/// Days and limits.
pub(crate) const TIMES: [Mark; 4] = [Mark::Day, Mark::Ahead, Mark::Limit, Mark::Behind];

const VERBS: [(Mark, Verb); 7] = [
    (Mark::Now, Verb::Now),
    (Mark::Past, Verb::Past),
    (Mark::Remedy, Verb::Remedy),
    (Mark::Promise, Verb::Promise),
    (Mark::Hope, Verb::Hope),
    (Mark::Sorry, Verb::Phrase),
    (Mark::Thanks, Verb::Phrase),
];

/// Adds the steps of a sentence.
pub(crate) fn steps(scene: &Scene, findings: &mut Findings) {
    if scene.is_question() || scene.of(Mark::Hours).next().is_some() {
        return;
    }
    for mark in TIMES {
        for time in scene.of(mark).filter(|time| is_of_step(scene, *time)) {
            findings.add(Label::Dated, scene, time);
        }
    }
    let undated = scene.of(Mark::Step).filter(|step| {
        !scene.is_quoted(*step) && !scene.meets(*step, Mark::NotStep) && !scene.is_inside_condition(*step)
    });
    for step in undated {
        findings.add(Label::Undated, scene, step);
    }
}

/// Whether the day or limit is that of a step of the business.
fn is_of_step(scene: &Scene, time: Hit) -> bool {
    let clause = scene.clause(time.from);
    let in_clause = |mark: Mark| scene.of(mark).any(|hit| scene.clause(hit.from) == clause);
    if scene.is_quoted(time)
        || scene.meets(time, Mark::NotDay)
        || in_clause(Mark::General)
        || scene.stands_before(Mark::Customer, time)
        || scene.stands_before(Mark::Not, time)
        || scene.stands_before(Mark::Hope, time)
        || scene.stands_before(Mark::Promise, time)
        || scene.is_inside_condition(time)
    {
        return false;
    }
    let is_amiss = in_clause(Mark::Amiss);
    let is_ahead = time.mark == Mark::Ahead;
    match governing(scene, time) {
        Some(Verb::Now) => time.mark != Mark::Behind,
        Some(Verb::Past) => is_ahead && !is_amiss,
        Some(Verb::Remedy) => !is_amiss && !in_clause(Mark::Sorry),
        Some(Verb::Promise | Verb::Hope | Verb::Phrase) => false,
        None => is_ahead || time.mark == Mark::Limit,
    }
}

/// The verb a day belongs to: the nearest before it in its clause, else the first after it there, else the nearest
/// before it in the sentence, else the first after.
fn governing(scene: &Scene, time: Hit) -> Option<Verb> {
    let clause = scene.clause(time.from);
    let verbs: Vec<(Hit, Verb)> =
        VERBS.iter().flat_map(|(mark, verb)| scene.of(*mark).map(|hit| (hit, *verb))).collect();
    let here = |hit: &Hit| scene.clause(hit.from) == clause;
    let before = verbs.iter().filter(|(hit, _)| hit.from < time.from && hit.to <= time.to);
    let after = verbs.iter().filter(|(hit, _)| hit.from >= time.to);
    // Of two that end at the same word the one that says more goes first: a remedy is a past too.
    let rank = |verb: Verb| match verb {
        Verb::Past | Verb::Phrase => 0,
        Verb::Now | Verb::Remedy => 1,
        Verb::Promise | Verb::Hope => 2,
    };
    let nearest = |hits: &[&(Hit, Verb)]| {
        hits.iter().max_by_key(|(hit, verb)| (hit.to, rank(*verb))).map(|(_, verb)| *verb)
    };
    let first = |hits: &[&(Hit, Verb)]| {
        hits.iter().min_by_key(|(hit, verb)| (hit.to, 2 - rank(*verb))).map(|(_, verb)| *verb)
    };
    let (before_here, before_there): (Vec<_>, Vec<_>) = before.partition(|(hit, _)| here(hit));
    let (after_here, after_there): (Vec<_>, Vec<_>) = after.partition(|(hit, _)| here(hit));
    nearest(&before_here)
        .or_else(|| first(&after_here))
        .or_else(|| nearest(&before_there))
        .or_else(|| first(&after_there))
}
