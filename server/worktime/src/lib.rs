//! Working time, and the clocks of a case that run on it.
//!
//! A [`Calendar`] says when a unit is open: hours per weekday, public holidays, half days, exceptions. A [`Clock`]
//! is a promise in working days, hours or minutes. [`course`](fn@course) takes both and the events of a case and
//! says, for each run of the clock, when it is to be warned of, when it is due, what has been used up, by whom, and
//! whether it is late.
//!
//! | question | where |
//! |---|---|
//! | which days are holidays and eves | [`holidays`] |
//! | when is a unit open on a date | [`Calendar::hours_on`] |
//! | how much working time lies between two instants, when has so much passed | [`Calendar::working_seconds`], [`Calendar::after`] |
//! | what has become of a promise | [`course`](fn@course) |
//! | the same for files | [`file`] |
//!
//! Architecture invariant: everything here is a pure function. No input or output, no clock of the computer's, no
//! database. The moment of looking is an argument, so that lateness never depends on when somebody looks.
//!
//! Instants are whole seconds, from year 1 to [`LAST_YEAR`]; fractions are dropped. Changes of summer time
//! are those of the time zone database that the program was built with.

mod calendar;
mod clock;
mod course;
pub mod file;
pub mod holidays;
mod hours;
mod run;
mod under_way;
mod working_time;

pub use calendar::{Calendar, CalendarError, Holidays, WEEKDAYS};
pub use clock::{Act, Clock, ClockError, Event, LARGEST_EXTENSION, Unit};
pub use course::{Course, Refusal, Refused, course};
pub use holidays::Eve;
pub use hours::{DayHours, Hours, HoursError, WallTime};
pub use run::{Figures, Level, NeverOpen, Run, State};
pub use working_time::{LAST_YEAR, PATIENCE_DAYS};
