//! Results of the link hold its verdict from here on: those without one are forgotten and worked out anew by the
//! next run of the job.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0010_link", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &["DELETE FROM link_result", "DELETE FROM link_run"];
