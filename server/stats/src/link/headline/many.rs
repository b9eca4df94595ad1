//! Many panels judged at once, as the sites of an organisation are: some would claim a link by chance alone.

use super::super::multiplicity::benjamini_hochberg;
use super::{Answer, Headline, Limit, Reason, Verdict};

/// The share of false claims among the claims of many panels that is taken.
const FALSE_SHARE: f64 = 0.10;

/// Takes back the claims of headlines that are not clear enough among all of them (Benjamini and Hochberg 1995,
/// with the p-value of each one's leading predictor). Those say that no link was found, and why.
pub fn sift(headlines: &mut [Headline]) {
    let panels = headlines.len() as u64;
    let p = |headline: &Headline| headline.leading.p_holm;
    let q = benjamini_hochberg(&headlines.iter().filter_map(p).collect::<Vec<_>>());
    let with_p = headlines.iter_mut().filter(|headline| headline.leading.p_holm.is_some());
    for (headline, q) in with_p.zip(q) {
        if q > FALSE_SHARE {
            let take_back = |answer: &mut Answer| {
                if answer.verdict.is_claim() {
                    answer.verdict = Verdict::NoneFound;
                    answer.reasons.insert(0, Reason::Limit(Limit::OneOfMany { panels, q }));
                }
            };
            take_back(&mut headline.leading);
            headline.predictors.iter_mut().for_each(take_back);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{
        Options,
        headline::{Setting, headline},
    };
    use crate::panel::{Panel, Row};

    /// A headline with a claim at this p-value.
    fn claim(p: f64) -> Headline {
        let row = Row { unit: 0, period: 0, count: 1.0, exposure: 1.0, predictors: vec![Some(1.0)] };
        let panel = Panel { units: vec!["a".into()], predictors: vec!["x".into()], rows: vec![row] };
        let Ok(mut found) = headline(&panel, &Options::default(), &Setting::default()) else {
            panic!("no headline")
        };
        found.leading.verdict = Verdict::Finding;
        found.leading.p_holm = Some(p);
        found.predictors = vec![found.leading.clone()];
        found
    }

    #[test]
    fn one_claim_among_many_silent_panels_is_taken_back_and_a_clear_one_stays() {
        let mut silent = claim(0.9);
        silent.leading.verdict = Verdict::NoneFound;
        silent.predictors = vec![silent.leading.clone()];
        let mut all = vec![silent; 40];
        all.extend([claim(0.04), claim(0.0001)]);
        sift(&mut all);
        let told: Vec<Verdict> = all[40..].iter().map(|headline| headline.leading.verdict).collect();
        assert_eq!(told, [Verdict::NoneFound, Verdict::Finding]);
        assert_eq!(all[40].predictors[0].verdict, Verdict::NoneFound);
        assert!(matches!(all[40].leading.reasons[0], Reason::Limit(Limit::OneOfMany { panels: 42, .. })));
        let mut alone = [claim(0.04)];
        sift(&mut alone);
        assert_eq!(alone[0].leading.verdict, Verdict::Finding);
    }
}
