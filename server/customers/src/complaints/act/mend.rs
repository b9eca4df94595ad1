//! Mending what was written down of a case, and how its customer can be reached.

use chrono::NaiveDate;
use domain::{
    Field, Lang, Problem, Why,
    customers::{
        complaint::{Contact, LONGEST_WHAT, past_day},
        words::{Category, Channel, EventKind, Kind, Severity},
    },
};
use sea_orm::ConnectionTrait;

use super::{Deed, Told};
use crate::{
    complaints::{
        events::Data, form::Problems, issues::rename_issue, logging, page, record::Record, retention,
    },
    follow_ups,
};
use base::Result;

impl<C: ConnectionTrait> Deed<'_, C> {
    /// How the customer can be reached is mended, or taken away; what it was is gone for good.
    pub(super) async fn contact(&self, record: &Record) -> Result<Told> {
        let form = self.form;
        let mut problems = Problems::default();
        let typed = [&form.customer_name, &form.phone, &form.email].map(String::as_str);
        let mut refuse = |field, why| problems.refuse(field, why);
        let contact = Contact::read(typed, &form.delete_on, self.today(), &mut refuse);
        if !problems.is_empty() {
            return Err(problems.into());
        }
        if contact == page::contact(self.db, record.id).await? {
            return Err(Problem::invalid(Field::CustomerName, Why::Unchanged).into());
        }
        logging::write_contact(self.db, record.id, contact.as_ref()).await?;
        follow_ups::reach(self.db, record.id, contact.as_ref()).await?;
        retention::note_contact(self.db, self.now).await?;
        Ok(Told { data: Data { contact: true, ..Data::default() }, text: None })
    }

    pub(super) async fn correct(&self, record: &mut Record) -> Result<()> {
        let form = self.form;
        let today = self.today();
        let mut problems = Problems::default();
        let what = problems.text(Field::What, &form.what, LONGEST_WHAT).map(|what| self.nameless(&what));
        let category = problems.choice(Field::Category, &form.category, Category::from_name);
        let severity = problems.choice(Field::Severity, &form.severity, Severity::from_name);
        let unit = problems.choice(Field::Unit, &form.unit, |id| self.unit(id));
        let day: Option<NaiveDate> = match past_day(form.happened_on.trim(), today) {
            Ok(day) => Some(day),
            Err(why) => {
                problems.refuse(Field::HappenedOn, why);
                None
            }
        };
        let kind = problems.kept(Field::VoiceKind, &form.voice_kind, record.kind, Kind::from_name);
        let channel = problems.kept(Field::Channel, &form.channel, record.channel, Channel::from_name);
        let lang =
            problems.kept(Field::CaseLang, &form.case_lang, record.lang, |tag| Lang::from_tag(tag).map(Some));
        let put_right = match form.put_right.trim() {
            "" => Some(String::new()),
            text => problems.text(Field::PutRight, text, LONGEST_WHAT).map(|text| self.nameless(&text)),
        };
        let (
            (Some(what), Some(category), Some(severity), Some(unit), Some(day)),
            (Some(kind), Some(channel), Some(lang), Some(put_right)),
        ) = ((what, category, severity, unit, day), (kind, channel, lang, put_right))
        else {
            return Err(problems.into());
        };
        let mended = [
            (kind != record.kind, Field::VoiceKind),
            (channel != record.channel, Field::Channel),
            (put_right != record.put_right, Field::PutRight),
            (lang != record.lang, Field::CaseLang),
        ];
        let data = Data {
            mended: mended.into_iter().filter(|(is_mended, _)| *is_mended).map(|(_, field)| field).collect(),
            category: (category != record.category).then_some((category, record.category)),
            severity: (severity != record.severity).then_some(severity),
            severity_was: (severity != record.severity).then_some(record.severity),
            unit: (unit != record.unit).then_some(unit),
            unit_was: (unit != record.unit).then_some(record.unit),
            day: (day != record.happened_on).then_some((day, record.happened_on)),
            text: what != record.what,
            ..Data::default()
        };
        if data == Data::default() {
            return Err(Problem::invalid(Field::What, Why::Unchanged).into());
        }
        // What stood there is kept, as a note of ours.
        let before = [
            data.text.then_some(record.what.as_str()),
            data.mended.contains(&Field::PutRight).then_some(record.put_right.as_str()),
        ];
        let before: Vec<&str> = before.into_iter().flatten().filter(|text| !text.is_empty()).collect();
        let text = match before.is_empty() {
            true => None,
            false => Some(self.note(record, &before.join("\n\n")).await?),
        };
        if let Some((category, was)) = data.category {
            rename_issue(self.db, record, was, category).await?;
        }
        (record.what, record.category, record.severity) = (what, category, severity);
        (record.kind, record.channel, record.lang, record.put_right) = (kind, channel, lang, put_right);
        record.relocate(self.db, self.tree, self.organisation, unit, day).await?;
        self.happen(record, EventKind::Corrected, Told { data, text }).await?;
        Ok(())
    }
}
