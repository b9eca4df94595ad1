//! What customers say.

pub mod act;
pub mod card;
pub mod case;
pub mod code;
pub mod complaint;
pub mod contacts;
pub mod face;
pub mod file;
pub mod follow_up;
pub mod hours;
pub mod inbox;
pub mod member;
pub mod mention;
pub mod paper;
pub mod phone;
pub mod poster;
pub mod quality;
pub mod related;
pub mod survey;
mod tried;
pub mod wording;
pub mod words;
