//! Pages that show figures of staff and customers together.

pub mod action;
pub mod actions;
pub mod compare;
pub mod competitors;
pub mod drivers;
pub mod hse;
pub mod link;
pub mod map;
pub mod matter;
pub mod notes;
pub mod preview;
pub mod review;
pub mod sites;
pub mod team;
pub mod teams;
pub mod today;
pub mod trends;
pub mod workload;
