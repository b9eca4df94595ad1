//! What is asked of a table: the table, what its columns are called, and the steps worth talking about.

use domain::{Lang, format};
use stats::{link::gate::scale_width, panel::Panel};

use super::Words;

/// What things are called in the file.
pub struct Names {
    /// The file.
    pub file: String,
    /// Column of the events.
    pub count: String,
    /// Column of the exposure, if there is one.
    pub exposure: Option<String>,
}

/// The table and what is asked of it.
pub struct Question {
    /// The table.
    pub panel: Panel,
    /// First and last period.
    pub span: (String, String),
    /// What things are called.
    pub names: Names,
}

impl Question {
    /// A step of a predictor worth talking about: ten on scales of a hundred, one on short ones, and on a
    /// scale of its own a round number that is no more than the usual distance from the mean.
    pub fn step(&self, predictor: usize) -> f64 {
        let values: Vec<f64> = self
            .panel
            .rows
            .iter()
            .filter_map(|row| row.predictors.get(predictor).copied().flatten())
            .collect();
        if values.iter().all(|value| *value == 0.0 || *value == 1.0) {
            return 1.0;
        }
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        match scale_width(low, high) {
            // One mark on a scale of five.
            Some(4.0) => 1.0,
            Some(width) if width / 10.0 <= high - low => width / 10.0,
            _ => {
                let mean = values.iter().sum::<f64>() / values.len() as f64;
                let distance = values.iter().map(|value| (value - mean).abs()).sum::<f64>();
                round_below(distance / values.len() as f64)
            }
        }
    }

    /// The step as it is written.
    pub fn step_text(&self, predictor: usize, lang: Lang) -> String {
        let step = self.step(predictor);
        let decimals = if step >= 1.0 { 0 } else { (-step.log10()).ceil().clamp(0.0, 12.0) as usize };
        format::number(lang, step, decimals)
    }

    /// The nouns of a predictor's sentence.
    pub fn words(&self, predictor: usize, lang: Lang) -> Words {
        let name = self.panel.predictors.get(predictor).map_or("", String::as_str);
        Words::of_panel(name, self.step_text(predictor, lang), &self.names.count)
    }
}

/// The largest of 1, 2 and 5 times a power of ten that is not above `size`; 1 where there is none.
fn round_below(size: f64) -> f64 {
    if !size.is_finite() || size <= 0.0 {
        return 1.0;
    }
    let ten = 10_f64.powf(size.log10().floor());
    let round = [5.0, 2.0, 1.0].into_iter().find(|m| m * ten <= size * (1.0 + 1e-9)).unwrap_or(1.0) * ten;
    if round.is_finite() && round > 0.0 { round } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use stats::panel::Row;

    use super::*;

    #[test]
    fn a_step_fits_the_scale_of_its_predictor() {
        let step = |values: &[f64]| {
            let row = |(place, value): (usize, &f64)| Row {
                unit: 0,
                period: place as i64,
                count: 1.0,
                exposure: 1.0,
                predictors: vec![Some(*value)],
            };
            let rows = values.iter().enumerate().map(row).collect();
            let panel = Panel { units: vec!["A".into()], predictors: vec!["x".into()], rows };
            let names = Names { file: String::new(), count: String::new(), exposure: None };
            let question = Question { panel, span: Default::default(), names };
            (question.step(0), question.step_text(0, Lang::Nb))
        };
        assert_eq!(step(&[1.2, 3.4, 4.8]), (1.0, "1".to_owned()));
        assert_eq!(step(&[20.0, 80.0]), (10.0, "10".to_owned()));
        assert_eq!(step(&[0.25, 0.75]), (0.1, "0,1".to_owned()));
        assert_eq!(step(&[0.0, 1.0]), (1.0, "1".to_owned()));
        assert_eq!(step(&[10_000.0, 70_000.0]).0, 20_000.0);
        assert_eq!(step(&[-0.003, 0.003]), (0.002, "0,002".to_owned()));
    }
}
