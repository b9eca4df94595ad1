// Small helps of every page, beside its islands, which it loads where a page has some.
// Each page works without. What is kept on a device is kept by the service worker (app/public/sw.js) alone.

/** Asks the service worker; nothing where there is none. */
async function askWorker(question) {
  const worker = (await navigator.serviceWorker?.ready)?.active
  if (!worker) return null
  const { port1, port2 } = new MessageChannel()
  const reply = new Promise((done) => (port1.onmessage = ({ data }) => done(JSON.parse(data))))
  worker.postMessage(JSON.stringify(question), [port2])
  return reply
}

// A page of one's own without network needs it everywhere. Without TLS there is none.
navigator.serviceWorker?.register('/sw.js').then(() => {
  const sheet = new URL(document.querySelector('link[rel=stylesheet]').href).pathname
  return askWorker({ ask: 'offline', lang: document.documentElement.lang, sheet })
}).catch(() => null)

// What has to be mended is where reading goes on.
document.querySelector('.error-summary')?.focus()

// The other theme, without asking for the page anew: what is filled in stays as it is.
for (const button of document.querySelectorAll('button[data-themes]')) {
  button.addEventListener('click', (event) => {
    event.preventDefault()
    const names = JSON.parse(button.dataset.themes)
    const order = Object.keys(names)
    const chosen = button.dataset.next
    const next = order[(order.indexOf(chosen) + 1) % order.length]
    if (chosen === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = chosen
    button.dataset.next = next
    for (const name of ['aria-label', 'title']) button.setAttribute(name, names[chosen])
    const body = new URLSearchParams({ theme: chosen, back: '/' })
    fetch('/preferences', { method: 'POST', body, keepalive: true, redirect: 'manual' }).catch(() => null)
  })
}

// Where one is stays in sight of a row that scrolls.
for (const here of document.querySelectorAll('.top > nav [aria-current], .tabs.areas [aria-current]')) {
  const row = here.parentElement
  row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2
}

// What unfolds over a page folds again with Escape, or when something else is touched.
for (const folded of document.querySelectorAll('details.switch')) {
  folded.addEventListener('toggle', () => folded.open && folded.querySelector('input[type=search]').focus())
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !folded.open) return
    folded.open = false
    folded.querySelector('summary').focus()
  })
  addEventListener('click', ({ target }) => folded.contains(target) || (folded.open = false))
}

// What an address points to is not left folded.
const unfold = () => {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1))
  const folded = target && target.closest('details')
  if (!folded || folded.open) return
  folded.open = true
  target.scrollIntoView()
}
unfold()
addEventListener('hashchange', unfold)

// Whether there is a network stands in a mark that the style sheet goes by; the service worker sets the same.
for (const kind of ['online', 'offline']) addEventListener(kind, () => document.documentElement.toggleAttribute('data-offline', kind === 'offline'))

// How many questions of a check-in are answered: one bar each.
const bars = document.querySelectorAll('.steps i')
document.querySelector('form.asks')?.addEventListener('change', () => {
  const answered = document.querySelectorAll('fieldset.item input:checked').length
  bars.forEach((bar, place) => bar.classList.toggle('on', place < answered))
})

const choice = document.querySelector('[data-keep]')
if (choice) offerToKeep(choice)

// Islands come alive when the browser has nothing better to do; those that wait for something, when it happens.
const islands = [...document.querySelectorAll('leptos-island')]
const wakes = (why) => islands.map((island) => island.closest(`[data-wakes=${why}]`)).filter(Boolean)
if (islands.some((island) => !island.closest('[data-wakes]'))) (window.requestIdleCallback ?? setTimeout)(wake)
for (const place of wakes('kept')) {
  askWorker({ ask: 'ballots', shelf: place.dataset.whose }).then((found) => {
    if (found?.ballots.length) wake()
    // One waited when this page was made, and was counted before it could ask.
    else if (found && document.documentElement.hasAttribute('data-kept')) location.replace('/check-in/receipt')
  })
}

// A comment: advice while it is written, in a small file of its own.
for (const place of document.querySelectorAll('[data-wakes=written]')) {
  const text = place.querySelector('textarea')
  const look = () => adviseOn(place, text)
  for (const kind of ['focusin', 'input']) place.addEventListener(kind, look, { once: true })
  if (text.value || document.activeElement === text) look()
}

// Whoever has signed in again goes on where they were.
document.querySelector('form[data-go-on]')?.requestSubmit()

// A form that is gone back to is the same form: sent again with the same words, it counts once.
for (const field of document.querySelectorAll('main form input[name=token]')) {
  if (history.state?.token) field.value = history.state.token
  else history.replaceState({ ...history.state, token: field.value }, '')
}

/** Fields that are made anew each time a form is shown: they belong to the form, not to what is written in it. */
const OWN = ['key', 'token', 'version']

// One with a text, or one that is sent as a whole; not the tablet's, which holds what is another's.
const long = document.querySelector('main form[method=post] textarea')?.form ?? document.querySelector('main form#form:not([autocomplete=off])')
const notice = document.getElementById('draft')
if (long && notice) keepDraft(long, notice)
if (long) takeAlong(long)
watchTablet(document.querySelector('main[data-idle]'))

/** Loads the islands of this page and brings them to life, once. */
function wake() {
  const { islands, wasm } = document.getElementById('script').dataset
  return (wake.done ??= import(islands).then(async (module) => {
    await module.default({ module_or_path: wasm })
    module.hydrate()
    await enliven(document.body, module)
  }))
}

/** Says below a comment what it seems to hold that is better left out, as soon as the word is finished. Blocks nothing. */
async function adviseOn(place, text) {
  if (place.dataset.awake) return
  place.dataset.awake = 'yes'
  const { hint, hintWasm } = document.getElementById('script').dataset
  const module = await import(hint)
  await module.default({ module_or_path: hintWasm })
  const { known, name, contact, health } = place.dataset
  const said = place.querySelector('.comment-hint')
  let shown
  const look = () => {
    const { lines, words } = module.advise(text.value, known, name, contact, health)
    if (words === shown) return
    shown = words
    const told = Object.assign(document.createElement('input'), { type: 'hidden', name: 'as_is', value: words })
    const sentence = (line) => Object.assign(document.createElement('p'), { className: 'notice', textContent: line })
    said.replaceChildren(...lines.map(sentence), ...(words ? [told] : []))
  }
  text.addEventListener('input', look)
  look()
}

/** An island first, then what stands in it: an island that is handed children calls them in when theirs come. */
async function enliven(node, module, within) {
  if (node.localName === 'leptos-island') {
    within?.()
    await module[node.dataset.component](node)
  }
  const inner = node.localName === 'leptos-children' ? node.$$on_hydrate : within
  for (const child of node.children) await enliven(child, module, inner)
}

/** Whether one's own answers stay on this device. Beside a check-in it also says what the form is for. */
async function offerToKeep(place) {
  const shelf = place.dataset.keep
  const box = place.querySelector('input')
  const show = (reply) => {
    if (!reply) return
    place.classList.remove('off')
    box.checked = reply.keep
  }
  const key = document.querySelector('form.asks input[name=key]')?.value
  const { round, day } = place.closest('main').dataset
  box.addEventListener('change', async () => show(await askWorker({ ask: 'choice', shelf, keep: box.checked })))
  show(await askWorker(key ? { ask: 'form', shelf, key, round: Number(round), day } : { ask: 'choice', shelf }))
}

/** Where a form is sent: a field may be called "action", and then hides the form's own. */
function addressOf(form) {
  return new URL(form.getAttribute('action'), location.href)
}

/** A form that does not go along by itself does so when the language changes. */
function takeAlong(form) {
  if (form.id === 'form') return
  for (const button of document.querySelectorAll('header button[name=lang]')) {
    button.addEventListener('click', (event) => {
      event.preventDefault()
      const address = addressOf(form)
      address.searchParams.set('_lang', button.value)
      form.setAttribute('action', address.pathname + address.search)
      form.submit()
    })
  }
}

/** Keeps what is written in a long form on this device, locked, until it is sent. */
function keepDraft(form, notice) {
  const { pathname, search } = addressOf(form)
  const about = { shelf: notice.dataset.draft, path: pathname + search }
  const isSecret = (field) => field?.type === 'password' || field?.autocomplete === 'one-time-code'
  const entries = () => [...new FormData(form)].filter(([name, value]) => !OWN.includes(name) && typeof value === 'string' && !isSecret(form.elements[name]))
  const text = () => JSON.stringify(entries())
  const fresh = text()
  let last = fresh
  const keep = () => {
    const now = text()
    if (now === last) return
    last = now
    askWorker(now === fresh ? { ask: 'dropDraft', ...about } : { ask: 'keepDraft', ...about, fields: entries() })
  }
  let soon
  form.addEventListener('input', () => {
    clearTimeout(soon)
    soon = setTimeout(keep, 300)
  })
  form.addEventListener('submit', keep)
  addEventListener('pagehide', keep)
  // A form that comes back filled in says more than what was kept.
  if (form.dataset.again !== undefined || document.querySelector('.error-summary')) return
  askWorker({ ask: 'draft', ...about }).then((found) => {
    if (!found?.fields || text() !== fresh || !fill(form, found.fields)) return
    last = text()
    notice.hidden = false
    notice.querySelector('button').addEventListener('click', () => {
      form.reset()
      form.dispatchEvent(new Event('change', { bubbles: true }))
      notice.hidden = true
      last = fresh
      askWorker({ ask: 'dropDraft', ...about })
    })
  })
}

/** Fills a form in; false where what was kept belongs to another one, such as that of an earlier round. */
function fill(form, fields) {
  const hidden = [...form.elements].filter(({ type, name }) => type === 'hidden' && name && !OWN.includes(name))
  const isOther = ({ name, value }) => fields.some(([known, kept]) => known === name && kept !== value)
  if (hidden.some(isOther)) return false
  for (const [name, value] of fields) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === 'hidden' || field.type === 'password') continue
      const isChosen = field.type === 'radio' || field.type === 'checkbox'
      if (isChosen) field.checked ||= field.value === value
      else field.value = value
      if (!isChosen || field.checked) for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }))
    }
  }
  return true
}

/** A shared tablet goes back to its start when nobody touches it. Any input starts the clock anew. */
function watchTablet(main) {
  // What was a tablet stays one until somebody signs in: nobody is left on a page that leads nowhere.
  if (main) sessionStorage.tablet = 'yes'
  else if (document.querySelector('.who')) sessionStorage.removeItem('tablet')
  if (!sessionStorage.tablet) return
  const { idle: wait = 90, warn = 30, rest } = main?.dataset ?? {}
  const [patience, warning] = [wait * 1000, warn * 1000]
  const dialog = document.getElementById('idle')
  let touched = rest === undefined ? Date.now() : Infinity
  const touch = ({ type, key }) => {
    touched = Date.now()
    // A press that closed the question before it is over would fall on what lies behind it.
    const isOver = type === 'click' || (type === 'keydown' && key !== 'Enter' && key !== ' ')
    if (dialog?.open && isOver) dialog.close()
  }
  for (const kind of ['pointerdown', 'click', 'keydown', 'input', 'wheel', 'touchmove']) addEventListener(kind, touch, { passive: true, capture: true })
  setInterval(() => {
    const idle = Date.now() - touched
    // Gone for good: not even the way back leads to what was filled in.
    if (idle >= patience + warning) {
      for (const form of document.forms) form.reset()
      location.replace('/kiosk')
    } else if (idle >= patience && dialog) {
      if (!dialog.open) dialog.showModal()
      dialog.querySelector('[data-left]').textContent = Math.ceil((patience + warning - idle) / 1000)
    }
  }, 500)
}
