//! Shared pieces of the user interface.

mod form;
mod icon;
mod layout;
mod load;
mod plot;
mod proof;
mod scale;

pub use form::{Choices, ErrorSummary, Field, SelectField, TextArea, escape_text};
pub use icon::{Icon, IconName};
pub use layout::{Footer, Header};
pub use load::{Load, ProblemPage};
pub use plot::Plot;
pub use proof::ProofField;
pub use scale::ScaleItem;
