//! What customers say: the list of cases, the 30-second form, the case and what can be done with it.

pub mod act;
pub mod card;
pub mod case;
pub mod codes;
pub mod contacts;
pub mod faces;
pub mod files;
pub mod follow_up;
pub mod hours;
pub mod letters;
pub mod list;
pub mod member;
pub mod mention;
pub mod new;
pub mod own;
pub mod own_member;
pub mod paper;
pub mod public;
pub mod quality;
pub mod related;
pub mod slip;
pub mod survey;
pub mod survey_report;
pub(crate) mod tabs;
mod wording;
