//! What is said of the link: does a predictor go together with later events?
//!
//! * `sentence`: one sentence about a predictor, for teams and weeks as for any table;
//! * `panel`: other words about a table; `question`: what was asked of it; `answer`: the answer in lines;
//! * `material`, `figures`: the report.
//!
//! Every sentence speaks of an association between figures of units; none of a cause, none of persons.

mod answer;
mod figures;
mod material;
mod panel;
mod question;
mod sentence;

pub use answer::{leading, lines};
pub use material::Material;
pub use question::{Names, Question};
pub use sentence::{Values, Words, gate_name, gate_values, held_name, nouns, told};
