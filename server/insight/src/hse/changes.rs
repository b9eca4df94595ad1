//! What differs between two versions, in words.

use domain::{
    Lang,
    insight::hse::{HseAbout, HseRow},
    text::{t, tv},
};

/// What a factor is called.
pub(super) fn name(row: &HseRow, lang: Lang) -> String {
    if row.factor.is_own() { row.name.clone() } else { t(lang, row.factor.text_id()) }
}

/// One line a factor of which something differs, and one for what stands around them.
pub(super) fn changes(
    before: (&[HseRow], &HseAbout),
    now: (&[HseRow], &HseAbout),
    lang: Lang,
) -> Vec<String> {
    let mut lines = Vec::new();
    for (old, new) in before.0.iter().zip(now.0) {
        let fields = [
            (old.name != new.name, "field-name"),
            (old.relevance != new.relevance, "field-relevance"),
            (old.assessment != new.assessment, "field-assessment"),
            (old.likelihood != new.likelihood, "field-likelihood"),
            (old.seriousness != new.seriousness, "field-seriousness"),
            (old.source != new.source, "field-other-source"),
            (old.measure != new.measure, "field-hse-measure"),
            (old.role != new.role, "field-owner"),
            (old.due != new.due, "field-due-on"),
            (old.status != new.status, "field-hse-status"),
            (old.effect != new.effect, "field-hse-effect"),
        ];
        lines.extend(line(&name(if new.is_there() { new } else { old }, lang), &fields, lang));
    }
    let (old, new) = (before.1, now.1);
    let fields = [
        (old.goals != new.goals, "field-goals"),
        (old.responsible != new.responsible, "field-responsible"),
        (old.deviations != new.deviations, "field-deviations"),
        (old.next_review != new.next_review, "field-next-review"),
        (old.discussed_on != new.discussed_on, "field-discussed-on"),
        (old.dpia_on != new.dpia_on, "field-dpia-on"),
        (old.kept_where != new.kept_where, "field-kept-where"),
    ];
    lines.extend(line(&t(lang, "hse-about"), &fields, lang));
    lines
}

fn line(about: &str, fields: &[(bool, &str)], lang: Lang) -> Option<String> {
    let changed: Vec<String> =
        fields.iter().filter(|(is_changed, _)| *is_changed).map(|(_, id)| t(lang, id)).collect();
    let values = [("about", about.into()), ("fields", changed.join(", ").into())];
    (!changed.is_empty()).then(|| tv(lang, "hse-changed", &values))
}
