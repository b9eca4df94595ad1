//! What is said of the link, of a control chart and of a funnel: sentences, tables, figures and documents, for
//! pages and for the command line alike, so that both say the same. All texts stand in the catalogues.
//!
//! Pure: it is handed results and gives back texts and drawings. It reads nothing and computes no statistics of
//! its own that a page would show.
//!
//! * [`words`]: numbers as people read them; [`document`]: a report as one HTML file;
//! * [`link`], [`spc`], [`funnel`]: what is said of each; [`review`]: a quarter.

pub mod document;
pub mod funnel;
pub mod link;
pub mod review;
pub mod spc;
pub mod words;

pub use charts::ChartError;
