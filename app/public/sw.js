// What Trivsel keeps on a device: the check-in to open without network, ballots on their way, and a person's own answers.
//
// The one owner of all of it. Pages ask by message and show the reply (app/src/islands/keeper.rs). Nothing here
// ever leaves the device but a ballot, and that goes to one place: the form's own address, under the account it was
// filled in for, in the round it was filled in for. What was answered is locked with a key that signing in brings
// and signing out takes away.

/** Pages that open without network. Only what they say of themselves is known here; see `describe`. */
const CHECK_IN = '/check-in'
const HISTORY = '/check-in/history'
const PAGES = [CHECK_IN, HISTORY]
/** Where somebody is told that a ballot is counted. */
const RECEIPT = '/check-in/receipt'
/** Where whoever is signed in gets the key to their own things. */
const KEY = '/check-in/device-key'
/** Caches: these pages, and the style sheet, script, wasm and typefaces that they name. */
const SHELVES = { pages: 'pages', assets: 'assets', offline: 'offline' }
/** What is shown instead of a page while there is no network; it says nothing about anybody. */
const OFFLINE = '/offline'
/** Days for which what somebody had begun to write stays. */
const DRAFT_DAYS = 7

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname, search } = new URL(request.url)
  if (origin !== self.location.origin) return
  if (request.method === 'GET' && /^\/(pkg|fonts)\//.test(pathname)) return event.respondWith(asset(request, pathname))
  if (request.mode !== 'navigate') return
  const isWrite = request.method === 'POST'
  // Who signs in or out leaves no page behind. The request itself takes its usual way.
  if (pathname.endsWith('/callback') || (isWrite && /^\/(sign-|account)/.test(pathname))) event.waitUntil(forgetPages())
  // A form that is only shown again, in another language, is no ballot.
  else if (isWrite && pathname === CHECK_IN && !/[?&]_/.test(search)) event.respondWith(inTurn(() => cast(request)))
  else if (!isWrite && PAGES.includes(pathname)) event.respondWith(page(event, pathname))
  else if (!isWrite && pathname === RECEIPT) event.respondWith(receipt(request))
  else if (isWrite) event.respondWith(send(request, pathname + search))
  else event.respondWith(fetch(request).catch(() => offline()))
})

self.addEventListener('sync', (event) => event.waitUntil(inTurn(sendAll).then((hindrance) => {
  // The browser tries again later when this fails.
  if (hindrance === 'network') throw new Error('no network')
})))

self.addEventListener('message', (event) => {
  const { ask, ...about } = JSON.parse(event.data)
  event.waitUntil(replies[ask](about).then((reply) => event.ports[0].postMessage(JSON.stringify(reply))))
})

// Questions of the pages: `shelf` is the name under which an account's things lie here.

const replies = {
  /** A form is on the screen: what it is for, so that its ballot is kept under the right name. */
  async form({ key, shelf, round, day }) {
    await put(['form', key], { shelf, round, day })
    await keyOf(shelf)
    await Promise.all(PAGES.map(async (path) => (await stored(path)) ?? refresh(path)))
    return replies.choice({ shelf })
  },

  /** Whether the answers of this account are to stay; asked, or chosen. */
  async choice({ shelf, keep }) {
    if (keep !== undefined) await put(['choice', shelf], keep)
    return { keep: (await get(['choice', shelf])) ?? false }
  },

  /** The ballots that have not been counted. */
  async ballots({ shelf }) {
    return { hindrance: null, ballots: await ballotsOf(shelf) }
  },

  /** Sends what waits. */
  async send({ shelf }) {
    const hindrance = await inTurn(sendAll)
    return { hindrance, ballots: await ballotsOf(shelf) }
  },

  /** A ballot that cannot be counted is no longer wanted. */
  async drop({ shelf, key }) {
    await remove(['ballot', key])
    return replies.ballots({ shelf })
  },

  /** What somebody had begun to write on a page. */
  async draft({ shelf, path }) {
    const kept = await get(['draft', shelf, path])
    // Fetched while there is a network: what is written next may have to be locked without one.
    await keyOf(shelf)
    return { fields: kept && kept.day >= daysAgo(DRAFT_DAYS) ? await unlock(shelf, kept.locked) : null }
  },

  async keepDraft({ shelf, path, fields }) {
    for (const [key, { day }] of await all(['draft'])) if (day < daysAgo(DRAFT_DAYS)) await remove(key)
    await keepWords(shelf, path, fields)
    return {}
  },

  async dropDraft({ shelf, path }) {
    await remove(['draft', shelf, path])
    return {}
  },

  /** A page is on the screen: the one for no network is kept in its language and looks. */
  async offline({ lang, sheet }) {
    const shelf = await caches.open(SHELVES.offline)
    const kept = await (await shelf.match(OFFLINE, { ignoreVary: true }))?.text()
    if (kept?.includes(`lang="${lang}"`) && kept.includes(sheet)) return {}
    // Without cookies: it is nobody's page.
    const answer = await fetch(OFFLINE, { credentials: 'omit', headers: { 'accept-language': lang } }).catch(() => null)
    if (answer?.status === 200) {
      await shelf.put(OFFLINE, answer)
      await storeAssets()
    }
    return {}
  },

  async history({ shelf }) {
    return historyOf(shelf)
  },

  async erase({ shelf }) {
    await remove(['answers', shelf], true)
    return replies.history({ shelf })
  },
}

async function ballotsOf(shelf) {
  const own = (await all(['ballot'])).filter(([, ballot]) => ballot.shelf === shelf)
  return Promise.all(own.map(async ([[, key], ballot]) => {
    const fields = [...new URLSearchParams((await bodyOf(ballot)) ?? '')]
    return { key, round: ballot.round, state: ballot.state, fields }
  }))
}

/** The form as it was sent; none while nobody has the key to it. Older versions kept it unlocked. */
const bodyOf = (ballot) => ballot.locked ? unlock(ballot.shelf, ballot.locked) : ballot.body

/** The kept answers of an account by round; none while what is there cannot be unlocked. Older versions kept each
 *  round by itself and unlocked. */
async function historyOf(shelf) {
  const found = await all(['answers', shelf])
  const rounds = new Map()
  for (const [[, , round], value] of found) {
    const own = round === undefined ? await unlock(shelf, value) : [{ round, ...value }]
    if (!own) return null
    for (const one of own) rounds.set(one.round, one)
  }
  const history = [...rounds.values()].sort((one, other) => one.round - other.round)
  if (found.some(([[, , round]]) => round !== undefined)) await keepHistory(shelf, history)
  return history
}

/** Keeps an account's answers in place of those that were kept before, which are among them. */
async function keepHistory(shelf, history) {
  const locked = await lock(shelf, history)
  if (!locked) return
  await remove(['answers', shelf], true)
  await put(['answers', shelf], locked)
}

// Ballots: kept before they are sent, dropped when the server has taken them.

/** One thing after the other. */
function queue() {
  let last = Promise.resolve()
  return (act) => (last = last.then(act, act))
}

/** A ballot is never on its way twice at the same time. */
const inTurn = queue()
/** Nor are files kept by one and dropped by another that had not seen the page that names them. */
const tidy = queue()

/** The form was sent. */
async function cast(request) {
  const body = await request.clone().text()
  const key = new URLSearchParams(body).get('key')
  const ballot = await keepBallot(key, body).catch(() => null)
  // Nothing is known of this form, or nothing can be kept: it goes its way as if nobody stood here.
  if (!ballot) return fetch(request)
  const answer = await fetch(request).catch(() => null)
  const outcome = await settle(key, ballot, answer)
  // It is in the box, or lies here as a ballot: either way it is no draft any more.
  if (outcome === 'counted' || outcome === 'waiting') await remove(['draft', ballot.shelf, CHECK_IN])
  if (outcome === 'waiting') await self.registration.sync?.register('ballots').catch(() => null)
  // It lies here already: it need not go along through signing in.
  if (outcome === 'waiting' && answer?.status === 401) return marked(answer, ['data-kept'], /<input type="hidden" name="carried"[^>]*>/)
  if (outcome === 'waiting' || outcome === 'closed') return Response.redirect(CHECK_IN, 303)
  // The server's own page says the rest, with what was typed.
  if (outcome !== 'counted') await remove(['ballot', key])
  return answer
}

/** Keeps a ballot before it is sent. */
async function keepBallot(key, body) {
  const form = key && ((await get(['form', key])) ?? (await formOnStoredPage(key)))
  if (!form) return null
  const locked = await lock(form.shelf, body)
  if (!locked) return null
  const ballot = { ...form, locked, state: 'waiting' }
  await put(['ballot', key], ballot)
  return ballot
}

/** Sends every ballot of the account that is signed in; says what is in the way of the others. */
async function sendAll() {
  for (const [[, key], ballot] of await all(['ballot'])) {
    if (ballot.state !== 'waiting') continue
    const who = await fetch(HISTORY).catch(() => null)
    if (!who || who.status >= 500) return 'network'
    if (who.status === 401) return 'session'
    if (describe(await who.text()).shelf !== ballot.shelf) continue
    const body = await bodyOf(ballot)
    if (body === null) continue
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await fetch(CHECK_IN, { method: 'POST', headers, body, redirect: 'manual' }).catch(() => null)
    if (await settle(key, ballot, answer) === 'counted') await put(['sent', ballot.shelf], ballot.round)
  }
  return null
}

/** What became of a ballot, and what follows for what is kept. */
async function settle(key, ballot, answer) {
  const state = await verdict(answer)
  if (state === 'counted') {
    if (await get(['choice', ballot.shelf])) {
      const { shelf, round, day } = ballot
      const [before, body] = [await historyOf(shelf), await bodyOf(ballot)]
      const others = before?.filter((own) => own.round !== round)
      if (others && body !== null) await keepHistory(shelf, [...others, { round, day, answers: answersOf(body) }])
    }
    await remove(['ballot', key])
    await remove(['form'], true)
    // The page that was kept still has the form. The receipt need not wait for a new one.
    await (await caches.open(SHELVES.pages)).delete(CHECK_IN)
    refresh(CHECK_IN).catch(() => null)
  } else {
    await put(['ballot', key], { ...ballot, state })
  }
  return state
}

/** Only a ballot that was taken leads on to another page; a refusal is a page that names its reason. */
async function verdict(answer) {
  if (!answer || answer.status >= 500 || [401, 408, 429].includes(answer.status)) return 'waiting'
  if (answer.type === 'opaqueredirect') return 'counted'
  const [, problem] = /data-problem="problem-([a-z-]+)"/.exec(await answer.clone().text()) ?? []
  return { 'already-answered': 'answered', 'round-closed': 'closed', 'no-open-round': 'closed' }[problem] ?? 'refused'
}

/** The answered questions; never the comment. */
const answersOf = (body) => Object.fromEntries([...new URLSearchParams(body)]
  .filter(([name, value]) => /^[CR]\d+$/.test(name) && /^-?\d$/.test(value))
  .map(([name, value]) => [name, Number(value)]))

// Words: what is being written in a long form, until it is sent.

/** Fields that are never kept: what only their owner may know, and what makes a form count once. */
const NEVER = ['password', 'new_password', 'repeat', 'code', 'proof', 'key', 'carried']

async function keepWords(shelf, path, fields) {
  const locked = await lock(shelf, fields.filter(([name]) => !NEVER.includes(name)))
  if (locked) await put(['draft', shelf, path], { locked, day: daysAgo(0) })
  return Boolean(locked)
}

/** A form goes its way. What got through is no draft any more; what did not is kept where somebody is signed in,
 *  and never what was written on a shared tablet or by a link. */
async function send(request, path) {
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')
  const body = isForm ? await request.clone().text() : ''
  const answer = await fetch(request).catch(() => null)
  const shelves = (await all(['key']).catch(() => [])).map(([[, shelf]]) => shelf)
  if (answer) {
    if (answer.type === 'opaqueredirect') for (const shelf of shelves) await remove(['draft', shelf, path])
    return answer
  }
  const isShared = /^\/(kiosk($|\/form|\/thanks)|check-in\/link)/.test(path)
  const isKept = body && !isShared && shelves.length === 1
    && (await keepWords(shelves[0], path, [...new URLSearchParams(body)]).catch(() => false))
  return offline(isKept ? 'data-unsent' : 'data-lost')
}

/** The page for no network. */
async function offline(...marks) {
  const kept = await caches.match(OFFLINE, { cacheName: SHELVES.offline, ignoreVary: true })
  return kept ? marked(kept, marks) : Response.error()
}

const daysAgo = (days) => new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv')

// Locks: AES-GCM, with a key that this device can use but not read, as long as somebody is signed in.

/** The key to an account's things: kept, or fetched where that account is signed in. */
async function keyOf(shelf) {
  const kept = await get(['key', shelf])
  if (kept) return kept
  const answer = await fetch(KEY).catch(() => null)
  if (answer?.status !== 200) return null
  const found = await answer.json()
  if (found.shelf !== shelf) return null
  const bytes = Uint8Array.from(found.key.match(/../g), (digits) => parseInt(digits, 16))
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  await put(['key', shelf], key)
  return key
}

/** Something of an account, locked; none while nobody has the key. */
async function lock(shelf, thing) {
  const key = await keyOf(shelf)
  if (!key) return null
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, box: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(thing))) }
}

/** What was locked; none while nobody has the key, or with another one. */
async function unlock(shelf, { iv, box }) {
  const key = await keyOf(shelf)
  const text = key && (await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, box).catch(() => null))
  return text && JSON.parse(new TextDecoder().decode(text))
}

// Pages: from the network when there is one.

async function page(event, path) {
  const answer = await fetch(event.request).catch(() => null)
  if (answer && !isAway(answer)) {
    event.waitUntil(store(path, answer.clone()))
    if (answer.status === 401) return (await waitsFor()) ? marked(answer, ['data-kept']) : answer
    const { shelf } = describe(await answer.clone().text())
    if (!shelf || path !== CHECK_IN) return answer
    if (await waitsFor(shelf)) return marked(answer, ['data-kept'])
    return (await wasSent([shelf])) ? marked(answer, ['data-sent']) : answer
  }
  const kept = await stored(path)
  if (!kept) return answer ?? Response.error()
  const { shelf } = describe(await kept.clone().text())
  return marked(kept, path === CHECK_IN && (await waitsFor(shelf)) ? ['data-offline', 'data-kept'] : ['data-offline'])
}

/** The receipt also says when the ballot had lain here. */
async function receipt(request) {
  const answer = await fetch(request).catch(() => null)
  if (!answer) return offline()
  const shelves = (await all(['key']).catch(() => [])).map(([[, shelf]]) => shelf)
  return answer.status === 200 && (await wasSent(shelves)) ? marked(answer, ['data-sent']) : answer
}

/** Whether a ballot that had lain here was counted since this was asked last. It is told once. */
async function wasSent(shelves) {
  let found = false
  for (const shelf of shelves) {
    found ||= (await get(['sent', shelf]).catch(() => undefined)) !== undefined
    if (found) await remove(['sent', shelf])
  }
  return found
}

/** A proxy answers for a server that is not there. */
const isAway = ({ status }) => status >= 502 && status <= 504

/** Whether a ballot waits: one of this account or, when nobody is signed in, of anybody. */
const waitsFor = async (shelf) => (await all(['ballot']).catch(() => []))
  .some(([, ballot]) => ballot.state === 'waiting' && (shelf === undefined || ballot.shelf === shelf))

/** The page again, with marks on its outermost element that the style sheet goes by, and without some of it. */
async function marked(answer, marks, without = '') {
  const headers = new Headers(answer.headers)
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  const html = (await answer.text()).replace('<html', `<html ${marks.join(' ')}`).replace(without, '')
  return new Response(html, { status: answer.status, headers })
}

/** What a page says of itself: whose it is, its round, the round's first and last day, and its form's key. */
function describe(html) {
  const value = (pattern) => pattern.exec(html)?.[1]
  return {
    shelf: value(/data-shelf="([^"]+)"/),
    round: Number(value(/data-round="(\d+)"/)),
    day: value(/data-day="([\d-]+)"/),
    until: value(/data-until="([\d-]+)"/),
    key: value(/name="key" value="([^"]+)"/),
  }
}

async function formOnStoredPage(wanted) {
  const page = await stored(CHECK_IN)
  const { key, shelf, round, day } = page ? describe(await page.text()) : {}
  return key === wanted ? { shelf, round, day } : null
}

/** Keeps a page, and drops all of them when nobody is signed in. */
async function store(path, answer) {
  if (answer.status === 401) return forgetPages()
  const pages = await caches.open(SHELVES.pages)
  const html = await answer.clone().text()
  if (answer.status === 200 && describe(html).shelf) await pages.put(path, answer)
  else await pages.delete(path)
  await storeAssets()
}

async function refresh(path) {
  const answer = await fetch(path).catch(() => null)
  if (answer) await store(path, answer)
}

/** A page that was kept; the check-in only while its round is open. */
async function stored(path) {
  const pages = await caches.open(SHELVES.pages)
  const answer = await pages.match(path, { ignoreVary: true })
  const until = answer && describe(await answer.clone().text()).until
  if (!until) return answer
  const today = new Date().toLocaleDateString('sv')
  return today <= until ? answer : undefined
}

async function forgetPages() {
  await caches.delete(SHELVES.pages)
  await remove(['form'], true)
  await remove(['key'], true)
}

/** Keeps what the kept pages name, and drops what none of them names any more. */
const storeAssets = () => tidy(async () => {
  const pages = await caches.open(SHELVES.pages)
  const named = (text) => text.match(/\/(?:pkg|fonts)\/[\w.-]+\.(?:css|js|wasm|woff2)/g) ?? []
  const kept = [...await pages.matchAll(), ...await (await caches.open(SHELVES.offline)).matchAll()]
  const texts = await Promise.all(kept.map((answer) => answer.text()))
  const wanted = new Set(texts.flatMap(named))
  const assets = await caches.open(SHELVES.assets)
  const add = async (path) => (await assets.match(path, { ignoreVary: true })) ?? assets.add(path)
  await Promise.all([...wanted].map(add))
  for (const path of [...wanted].filter((name) => name.endsWith('.css'))) {
    const sheet = await assets.match(path, { ignoreVary: true })
    for (const font of named(await sheet.text())) wanted.add(font)
  }
  await Promise.all([...wanted].map(add))
  for (const { url } of await assets.keys()) {
    if (!wanted.has(new URL(url).pathname)) await assets.delete(url)
  }
})

/** Files below /pkg carry a hash in their name and never change; typefaces may. */
async function asset(request, path) {
  const kept = await caches.match(path, { cacheName: SHELVES.assets, ignoreVary: true })
  if (kept && path.startsWith('/pkg/')) return kept
  return fetch(request).catch(() => kept ?? Response.error())
}

// The drawer: an object store whose keys begin with the kind of thing and, where it is somebody's, the shelf.

const DRAWER = 'drawer'

/** Does one thing with the drawer and gives what it found. */
async function drawer(mode, act) {
  const database = await new Promise((done, fail) => {
    const asked = indexedDB.open('trivsel', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(DRAWER)
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => fail(asked.error)
  })
  try {
    const transaction = database.transaction(DRAWER, mode, { durability: 'strict' })
    const asked = act(transaction.objectStore(DRAWER))
    await new Promise((done, fail) => {
      transaction.oncomplete = done
      transaction.onabort = () => fail(transaction.error)
    })
    return asked.result
  } finally {
    database.close()
  }
}

/** All keys that begin like this: an array sorts after every text and number. */
const beginning = (key) => IDBKeyRange.bound(key, [...key, []])
const get = (key) => drawer('readonly', (store) => store.get(key))
const put = (key, value) => drawer('readwrite', (store) => store.put(value, key))
const remove = (key, isBeginning = false) => drawer('readwrite', (store) => store.delete(isBeginning ? beginning(key) : key))

/** Keys and values, in the order of the keys. */
async function all(key) {
  const keys = await drawer('readonly', (store) => store.getAllKeys(beginning(key)))
  const values = await Promise.all(keys.map(get))
  return keys.map((found, place) => [found, values[place]]).filter(([, value]) => value !== undefined)
}
