//! Shared pieces of the user interface.

mod action_card;
mod answer_scale;
mod data_table;
mod done;
mod form;
mod icon;
mod layout;
mod lowering;
mod pager;
mod plot;
mod problem_page;
mod proof;
mod qr;
mod stands_out;
mod title;
mod trends_tabs;
mod unit_path;

pub use action_card::{ActionCard, due_chip};
pub use answer_scale::{ScaleItem, wording};
pub use data_table::DataTable;
pub use done::Done;
pub use form::{Choices, ErrorSummary, Field, LongForm, SelectField, TextArea, Trouble, escape_text};
pub use icon::{Icon, IconName};
pub use layout::{Footer, Header, RoundsTabs};
pub use lowering::{Lowering, rule_step, rule_value};
pub use pager::Pager;
pub use plot::Plot;
pub use problem_page::ProblemPage;
pub use proof::ProofField;
pub use qr::Qr;
pub use stands_out::StandsOut;
pub use title::PageTitle;
pub use trends_tabs::TrendsTabs;
pub use unit_path::UnitPath;
pub(crate) use unit_path::{PlaceInHeader, UnitSwitch};
