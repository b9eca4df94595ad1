//! What the audit page reads.

use domain::audit::{AuditFilter, AuditPage};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::error::AppError;

/// A page of the audit log.
#[server(prefix = "/api", endpoint = "audit", input = GetUrl)]
pub async fn list(filter: AuditFilter) -> Result<AuditPage, AppError> {
    let context = crate::context::Context::here()?;
    Ok(service::organisation::audit_page::list(&context.services, context.actor.as_ref(), &filter).await?)
}
