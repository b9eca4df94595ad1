//! The packs of all units in one file: asked for, watched, ended before its time, and sent while it is made.

use std::{
    io,
    pin::Pin,
    sync::Arc,
    task::{self, Poll},
    time::Duration,
};

use app::insight::review as views;
use axum::{
    body::{Body, Bytes, HttpBody},
    extract::{Extension, Path, Request, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use data_encoding::HEXLOWER;
use domain::insight::pack_checks::{PacksForm, PacksState};
use export::Parcel;
use http_body::Frame;
use leptos::prelude::*;
use service::{
    Services,
    pack::bundle::{self, Bundle, Packed},
};
use sha2::{Digest, Sha256};
use tokio::{
    runtime::Handle,
    sync::{Semaphore, SemaphorePermit, mpsc},
    task::spawn_blocking,
    time::{Instant, timeout},
};

use super::{papers, review::quarter_of};
use crate::web::{
    AppState,
    context::Context,
    forms::{PageForm, TypedForm, refuse},
    pages::{Ask, Outcome, View, render, show},
    setting,
};

/// Files that are made at a time; others wait in line.
static LINE: Semaphore = Semaphore::const_new(2);
/// How often whoever waits in line, or is sent to, is known to be there still.
const BEAT: Duration = Duration::from_secs(1);
/// Pieces that are ready before they can be sent. One pack is set while another is on its way.
const AHEAD: usize = 1;

/// What will be in the file.
pub(in crate::web) async fn page(ask: Ask) -> service::Result<View> {
    let which = ask.here.query("version");
    let page = bundle::page(&ask.services, ask.actor(), quarter_of(&ask), which, ask.lang()).await?;
    Ok(show(move || view! { <views::Packs page/> }))
}

/// Asks for the file.
pub(in crate::web) async fn ask(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(quarter): Path<String>,
    TypedForm(request, pairs, form): TypedForm<PacksForm>,
) -> Response {
    let which = (!form.version.is_empty()).then_some(form.version.as_str());
    let (actor, lang) = (context.actor.as_ref(), context.viewer.lang);
    match bundle::ask(&state.services, actor, &quarter, which, lang).await {
        Ok(id) => Redirect::to(&format!("/review/packs/{id}")).into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// How far it is.
pub(in crate::web) async fn progress(ask: Ask) -> service::Result<View> {
    let page = bundle::progress(&ask.services, ask.actor(), ask.last(), ask.lang()).await?;
    Ok(show(move || view! { <views::PacksProgress page/> }))
}

/// Ends it.
pub(in crate::web) async fn cancel(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<String>,
    PageForm(request, pairs): PageForm,
) -> Response {
    match bundle::cancel(&state.services, context.actor.as_ref(), &id).await {
        Ok(()) => Redirect::to(&format!("/review/packs/{id}")).into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

/// The file, from its first pack on.
pub(in crate::web) async fn file(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let bundle = bundle::fetch(&state.services, context.actor.as_ref(), &id, &state.public_url).await;
    let bundle = match bundle {
        Ok(bundle) => bundle,
        Err(error) => return render(&state, request, Outcome::Refused(error.into_problem())).await,
    };
    let name = bundle.name();
    let (sender, pieces) = mpsc::channel(AHEAD);
    tokio::spawn(send(state.services, bundle, sender));
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers =
        [(header::CONTENT_TYPE, "application/zip".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, Body::new(Pieces(pieces))).into_response()
}

type Piece = io::Result<Bytes>;

/// A body of what arrives.
struct Pieces(mpsc::Receiver<Piece>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut task::Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

/// Waits in line, makes the file and writes down how it ended. An archive without its end is none: the connection is
/// broken off, so that nobody takes a part for the whole.
async fn send(services: Services, bundle: Bundle, pieces: mpsc::Sender<Piece>) {
    let bundle = Arc::new(bundle);
    let turn = in_line(&services, &bundle, &pieces).await;
    let (runtime, own, of) = (Handle::current(), services.clone(), bundle.clone());
    // Setting takes a processor, and the pack is borrowed from the first document to the last.
    let making = spawn_blocking(move || {
        let mut sent = Sent { pieces, hash: Sha256::new(), bytes: 0, done: 0, packed: Vec::new() };
        let made = match turn {
            Ok(Some(_turn)) => make(&runtime, &own, &of, &mut sent),
            Ok(None) => Ok(PacksState::Cancelled),
            Err(error) => Err(error),
        };
        (sent, made)
    });
    let Ok((sent, made)) = making.await else { return };
    let state = made.unwrap_or_else(|error| {
        tracing::error!(%error, "the packs of all units were not made to the end");
        PacksState::Failed
    });
    if state != PacksState::Complete {
        let _ = sent.pieces.send(Err(io::ErrorKind::Interrupted.into())).await;
    }
    let written = async {
        bundle.went_out(&services, &sent.packed, sent.done).await?;
        bundle.end(&services, state, &HEXLOWER.encode(&sent.hash.finalize()), sent.bytes).await
    };
    if let Err(error) = written.await {
        tracing::error!(%error, "how the packs of all units ended was not written down");
    }
}

/// Waits for one of those who are served; none when it was cancelled, or nobody waits for it, before it came to that.
async fn in_line(
    services: &Services,
    bundle: &Bundle,
    pieces: &mpsc::Sender<Piece>,
) -> service::Result<Option<SemaphorePermit<'static>>> {
    let failed = |_| service::Error::Internal("nobody is served any more".to_owned());
    loop {
        let turn = timeout(BEAT, LINE.acquire()).await;
        if pieces.is_closed() || bundle.is_cancelled(services).await? {
            return Ok(None);
        }
        bundle.seen(services, turn.is_ok()).await?;
        if let Ok(turn) = turn {
            return Ok(Some(turn.map_err(failed)?));
        }
    }
}

/// What has been sent so far.
struct Sent {
    pieces: mpsc::Sender<Piece>,
    hash: Sha256,
    bytes: u64,
    /// Packs among it, and those of them that are not written down yet.
    done: usize,
    packed: Vec<Packed>,
}

impl Sent {
    /// Sends a piece; whether somebody still takes it.
    fn piece(&mut self, piece: Vec<u8>) -> bool {
        self.hash.update(&piece);
        self.bytes += u64::try_from(piece.len()).unwrap_or(u64::MAX);
        self.pieces.blocking_send(Ok(piece.into())).is_ok()
    }
}

/// Makes the file and sends it, one pack in memory at a time.
fn make(
    runtime: &Handle,
    services: &Services,
    bundle: &Bundle,
    sent: &mut Sent,
) -> service::Result<PacksState> {
    let failed = |error: String| service::Error::Internal(error);
    let mut parcel = Parcel::default();
    let add = |parcel: &mut Parcel, name: &str, bytes: &[u8]| {
        parcel.add(name, bytes).map_err(|error| failed(error.to_string()))
    };
    if !sent.piece(add(&mut parcel, "README.txt", bundle.contents()?.as_bytes())?) {
        return Ok(PacksState::Cancelled);
    }
    let mut written = Instant::now();
    for unit in bundle.units() {
        if runtime.block_on(bundle.is_cancelled(services))? {
            return Ok(PacksState::Cancelled);
        }
        let paper = bundle.paper(unit)?;
        let bytes = {
            let _turn = runtime.block_on(setting::turn())?;
            papers::made(&paper).map_err(|error| failed(error.to_string()))?
        };
        let packed = bundle.packed(unit, &bytes)?;
        if !sent.piece(add(&mut parcel, paper.name(), &bytes)?) {
            return Ok(PacksState::Cancelled);
        }
        sent.packed.push(packed);
        sent.done += 1;
        if written.elapsed() >= BEAT {
            runtime.block_on(bundle.went_out(services, &sent.packed, sent.done))?;
            sent.packed.clear();
            written = Instant::now();
        }
    }
    let end = parcel.finish().map_err(|error| failed(error.to_string()))?;
    Ok(if sent.piece(end) { PacksState::Complete } else { PacksState::Cancelled })
}
