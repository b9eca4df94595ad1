//! The database's rows as sea-orm entities.
//!
//! Architecture invariant: entities are never serialised to the wire. What travels is a DTO of the
//! crate `domain`, mapped by a service.

/// Declares one entity module per table: plain columns, no relations; joins are written as SQL
/// beside the service that needs them.
macro_rules! table {
    ($(#[$doc:meta])* $module:ident, $name:literal { $($(#[$cdoc:meta])* $(@$key:ident)? $column:ident : $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        pub mod $module {
            #![allow(missing_docs, reason = "the derive makes undocumented items")]
            use sea_orm::entity::prelude::*;

            /// A row.
            #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
            #[sea_orm(table_name = $name)]
            pub struct Model {
                $($(#[$cdoc])* $(#[sea_orm($key)])? pub $column: $type),+
            }

            /// No relations.
            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

table! {
    /// The organisation: one row.
    organisation, "organisation" {
        @primary_key id: i64,
        name: String,
        timezone: String,
        is_synthetic: bool,
        data_version: i64,
    }
}
table! {
    /// A unit of the organisation tree.
    unit, "unit" {
        @primary_key id: domain::UnitId,
        external_id: String,
        parent_id: Option<domain::UnitId>,
        kind: String,
        name: String,
        opened_on: Option<Date>,
        closed_on: Option<Date>,
        by_code: bool,
    }
}
table! {
    /// A person who belongs to the organisation.
    person, "person" {
        @primary_key id: i64,
        external_id: String,
        name: String,
        left_on: Option<Date>,
    }
}
table! {
    /// Who belonged where, from which day to which.
    roster, "roster" {
        @primary_key id: i64,
        person_id: i64,
        unit_id: domain::UnitId,
        from_on: Date,
        to_on: Option<Date>,
    }
}
table! {
    /// A sign-in.
    account, "account" {
        @primary_key id: i64,
        person_id: Option<i64>,
        login: String,
        email: Option<String>,
        name: String,
        password_hash: String,
        state: String,
        has_second_factor: bool,
        lang: Option<String>,
        theme: Option<String>,
    }
}
table! {
    /// A round.
    round, "round" {
        @primary_key id: domain::RoundId,
        number: i64,
        starts_on: Date,
        ends_on: Date,
        state: String,
        bank: String,
        purpose: String,
        discussed_on: Date,
        review_on: Date,
        released_on: Option<Date>,
        mails: i32,
        void_reason: Option<String>,
        voided_on: Option<Date>,
    }
}
table! {
    /// A complaint and where its case stands.
    complaint, "complaint" {
        @primary_key id: i64,
        reference: String,
        secret_hash: Option<Vec<u8>>,
        external_id: Option<String>,
        unit_id: domain::UnitId,
        category: String,
        channel: String,
        severity: String,
        what: String,
        happened_on: Date,
        received_at: DateTimeUtc,
        stage: String,
    }
}
table! {
    /// Something that happened to a case. Never changed.
    case_event, "case_event" {
        @primary_key id: i64,
        complaint_id: i64,
        version: i64,
        event: String,
        at: DateTimeUtc,
        role: String,
        team_id: Option<domain::UnitId>,
        data: String,
        text_id: Option<i64>,
    }
}
table! {
    /// An uploaded import.
    import_job, "import_job" {
        @primary_key id: i64,
        kind: String,
        file_name: String,
        content: Option<Vec<u8>>,
        mapping: String,
        dry_run: String,
        state: String,
        account_id: Option<i64>,
        created_at: DateTimeUtc,
        heads: Option<String>,
        claimed_by: Option<String>,
        claimed_until: Option<DateTimeUtc>,
    }
}
table! {
    /// A file that was taken out: who, what, when, hash.
    export_log, "export_log" {
        @primary_key id: i64,
        account_id: i64,
        what: String,
        at: DateTimeUtc,
        sha256: String,
        document_id: Option<String>,
        bytes: Option<i64>,
    }
}
