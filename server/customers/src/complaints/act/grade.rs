//! How serious a case is, what it is about and who has it: decided once, and anew when more is known.

use domain::{
    Field, Why,
    customers::{
        case::LONGEST_NOTE,
        words::{Category, Severity},
    },
};
use sea_orm::ConnectionTrait;

use super::{Deed, Told};
use crate::complaints::{
    events::Data,
    form::Problems,
    issues::{issues_of, write_issues},
    record::Record,
};
use base::Result;

impl<C: ConnectionTrait> Deed<'_, C> {
    /// How serious it is and what it is about, as the form says.
    fn grade(&self, problems: &mut Problems) -> (Option<Severity>, Vec<Category>) {
        let severity = problems.choice(Field::Severity, &self.form.severity, Severity::from_name);
        let issues = self.form.issues();
        if issues.is_empty() {
            problems.refuse(Field::Issues, Why::Missing);
        }
        (severity, issues)
    }

    pub(super) async fn assess(&self, record: &mut Record) -> Result<Told> {
        let mut problems = Problems::default();
        let (severity, issues) = self.grade(&mut problems);
        let holder = match self.form.holder.as_str() {
            "" => Some(record.holder()),
            id => problems.choice(Field::Holder, id, |id| self.unit(id)),
        };
        let (Some(severity), Some(holder), true) = (severity, holder, problems.is_empty()) else {
            return Err(problems.into());
        };
        let data = Data {
            severity: Some(severity),
            severity_was: Some(record.severity),
            unit: (holder != record.holder()).then_some(holder),
            unit_was: (holder != record.holder()).then(|| record.holder()),
            issues: issues.clone(),
            ..Data::default()
        };
        write_issues(self.db, record.id, &issues).await?;
        record.severity = severity;
        record.hand_to(holder);
        Ok(Told { data, text: self.optional_note(record).await? })
    }

    /// Severity and issues are decided anew, and why; where the case stands and who has it stay.
    pub(super) async fn regrade(&self, record: &mut Record) -> Result<Told> {
        let mut problems = Problems::default();
        let (severity, issues) = self.grade(&mut problems);
        if severity == Some(record.severity) && issues == issues_of(self.db, record).await? {
            problems.refuse(Field::Severity, Why::Unchanged);
        }
        let reason = problems.text(Field::Reason, &self.form.reason, LONGEST_NOTE);
        let (Some(severity), Some(reason), true) = (severity, reason, problems.is_empty()) else {
            return Err(problems.into());
        };
        let data = Data {
            severity: Some(severity),
            severity_was: Some(record.severity),
            issues: issues.clone(),
            ..Data::default()
        };
        write_issues(self.db, record.id, &issues).await?;
        record.severity = severity;
        Ok(Told { data, text: Some(self.note(record, &reason).await?) })
    }
}
