// The own device: check-in without network, own answers kept, app on the home screen.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import { axe, en, expect, expectRefusal, heading, mainButton, nb, open, send, test, untilAlive } from '../support'

const phone = { width: 390, height: 844 }
const own = 'fem rare reinsdyr i regn'

const trivsel = (...args: string[]) =>
  execFileSync('target/debug/trivsel', ['--database', process.env.TRIVSEL_TEST_DATABASE!, ...args], { cwd: '..', encoding: 'utf8' })

test.beforeEach(() => test.skip(!process.env.TRIVSEL_TEST_DATABASE, 'needs the database of the server'))

/** Signs in; whoever has not been here yet gets a code on paper first. */
async function signInAs(page: Page, login: string): Promise<void> {
  const { origin } = new URL(test.info().project.use.baseURL!)
  const form = { login, password: own, next: '/help' }
  if ((await page.request.post('/sign-in', { headers: { origin }, form, maxRedirects: 0 })).status() === 303) return
  const code = trivsel('account', 'code', '--login', login).trim()
  const answer = await page.request.post('/welcome', {
    headers: { origin }, form: { login, code, new_password: own, repeat: own }, maxRedirects: 0,
  })
  expect(answer.status(), `a password for ${login}`).toBe(303)
}

/** People of teams that no other spec looks at, for each project other ones: several times as many as are needed, since
 * the demo lets some have answered and others answer on the tablet. */
let newcomers: string[] | undefined

/** Signs somebody in who has not answered the open round yet. */
async function signInNewcomer(page: Page): Promise<string> {
  newcomers ??= trivsel('export', 'people').split(/\r?\n/).map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')))
    .filter(([, , email, unit]) => email?.includes('@') && /^S[34]-/.test(unit ?? ''))
    .filter((_, place) => place % 2 === (test.info().project.name === 'hydrated' ? 0 : 1))
    .map(([, , email]) => email!)
  for (let login = newcomers.shift(); login; login = newcomers.shift()) {
    await signInAs(page, login)
    if ((await (await page.request.get('/check-in')).text()).includes('name="C1"')) return login
  }
  throw new Error('everybody has answered')
}

/** Waits until the device holds what it needs to open the check-in by itself. */
async function untilKept(page: Page): Promise<void> {
  const isKept = () => page.evaluate(async () => {
    const names = async (cache: string) => (await (await caches.open(cache)).keys()).map(({ url }) => new URL(url).pathname)
    const [pages, assets] = await Promise.all([names('pages'), names('assets')])
    return ['/check-in', '/check-in/history'].every((path) => pages.includes(path))
      && ['.css', '.js', '.wasm', '.woff2'].every((kind) => assets.some((path) => path.endsWith(kind)))
  })
  await expect.poll(isKept, { timeout: 20_000 }).toBe(true)
}

/** Everything that the device keeps, as text; bytes letter by letter. */
const drawer = (page: Page) => page.evaluate(() => new Promise<string>((done, fail) => {
  const asked = indexedDB.open('trivsel')
  asked.onerror = () => fail(asked.error)
  asked.onsuccess = () => {
    const store = asked.result.transaction('drawer').objectStore('drawer')
    const [keys, values] = [store.getAllKeys(), store.getAll()]
    const bytes = (value: unknown) => value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value
    values.onsuccess = () => { asked.result.close(); done(JSON.stringify([keys.result, values.result], (_, value) => bytes(value))) }
  }
}))

/** The ballots that the server was asked to count, with what it answered. */
function ballots(context: BrowserContext): number[] {
  const answers: number[] = []
  context.on('response', (response) => {
    const request = response.request()
    const isFromServer = !response.fromServiceWorker()
    if (isFromServer && request.method() === 'POST' && new URL(request.url()).pathname === '/check-in') answers.push(response.status())
  })
  return answers
}

const choice = (page: Page) => page.getByRole('checkbox', { name: en('device-keep') })
const workload = (page: Page, answer: number) => page.locator('form.asks').getByRole('group', { name: en('item-c1') })
  .getByRole('radio', { name: en(`scale-workload-${answer}`), exact: true })
const quality = (page: Page, answer: number) => page.locator('form.asks').getByRole('group', { name: en('item-c2') })
  .getByRole('radio', { name: en(`scale-quality-${answer}`), exact: true })
/** A text about what is kept on the device. */
const kept = (page: Page, id: string) => page.locator('aside.kept').getByText(en(id), { exact: true })
const submit = (page: Page) => mainButton(page, en('check-in-submit'))

async function fill(page: Page): Promise<void> {
  await workload(page, 4).check()
  await quality(page, 2).check()
  await page.getByLabel(en('check-in-comment')).fill('The freezer door sticks.')
}

/** Opens the check-in with a network once, so that it can be opened without. */
async function ready(page: Page): Promise<string> {
  await page.setViewportSize(phone)
  const login = await signInNewcomer(page)
  await open(page, '/check-in')
  await expect(choice(page)).toBeVisible({ timeout: 20_000 })
  await untilKept(page)
  return login
}

test.describe('with scripts', () => {
  test.beforeEach(({ isHydrated }) => test.skip(!isHydrated, 'what is on the device needs JavaScript'))

  test('started cold without network, answered, counted exactly once when it returns', async ({ page, context }) => {
    const asked = ballots(context)
    await ready(page)
    await choice(page).check()
    await page.close()
    await context.setOffline(true)
    const again = await context.newPage()
    await again.setViewportSize(phone)
    await again.goto('/check-in')
    await expect(again.getByText(en('device-offline'))).toBeVisible()
    await expect(choice(again)).toBeChecked({ timeout: 20_000 })
    await fill(again)
    await again.screenshot({ path: 'screenshots/device-offline-390x844-light-en.png', animations: 'disabled' })
    await submit(again).click()
    await expect(kept(again, 'device-kept-title')).toBeVisible()
    await expect(kept(again, 'scale-workload-4')).toBeVisible({ timeout: 20_000 })
    await expect(submit(again)).toBeHidden()
    await again.screenshot({ path: 'screenshots/device-kept-390x844-light-en.png', animations: 'disabled' })
    expect(asked.filter((status) => status === 303)).toEqual([])
    await context.setOffline(false)
    await expect(heading(again)).toHaveText(en('receipt-title'), { timeout: 30_000 })
    await expect(again.getByText(en('device-sent'))).toBeVisible()
    expect(asked.filter((status) => status === 303)).toHaveLength(1)
    await open(again, '/check-in')
    await expect(heading(again)).toHaveText(en('problem-already-answered'))
    await expect(kept(again, 'device-kept-title')).toBeHidden()
    // What was to be kept was kept, the comment was not.
    await open(again, '/check-in/history')
    await expect(again.getByRole('row', { name: en('item-c2') })).toContainText(en('scale-quality-2'))
    await expect(again.getByText('freezer')).toHaveCount(0)
  })

  test('the server away while sending, and back again: sent by itself, once', async ({ page, context }) => {
    const asked = ballots(context)
    await ready(page)
    await fill(page)
    await context.route('**/check-in', (route) => route.abort('connectionrefused'))
    await context.route('**/check-in/history', (route) => route.abort('connectionrefused'))
    await submit(page).click()
    await expect(kept(page, 'device-kept-title')).toBeVisible({ timeout: 20_000 })
    await expect(page.locator('aside.kept').getByText('The freezer door sticks.')).toBeVisible({ timeout: 20_000 })
    await expect(page.getByRole('button', { name: en('device-send-now') })).toBeVisible()
    // A hand on that button would race the page, which tries again by itself every few seconds.
    await context.unrouteAll()
    await expect(heading(page)).toHaveText(en('receipt-title'), { timeout: 30_000 })
    expect(asked.filter((status) => status === 303)).toHaveLength(1)
  })

  test('the acknowledgement lost on its way: counted all the same, and once', async ({ page, context }) => {
    await ready(page)
    await fill(page)
    const counted: number[] = []
    await context.route('**/check-in', async (route) => {
      if (route.request().method() !== 'POST' || counted.length > 0) return route.continue()
      counted.push((await route.fetch({ maxRedirects: 0 })).status())
      return route.abort('connectionreset')
    })
    expectRefusal(page, '/check-in')
    await submit(page).click()
    // The second time the server knows the ballot by its key; the page then says that the vote is used.
    await expect(page.getByText(en('receipt-counted')).or(page.getByText(en('problem-already-answered'), { exact: true }))).toBeVisible({ timeout: 30_000 })
    expect(counted).toEqual([303])
    // The page may just be going on by itself, to what became of the kept ballot.
    await expect(async () => {
      await open(page, '/check-in')
      await expect(heading(page)).toHaveText(en('problem-already-answered'), { timeout: 2000 })
    }).toPass()
    await expect(kept(page, 'device-kept-title')).toBeHidden()
  })

  test('counted between the page and its question: no page that goes on saying it waits', async ({ page, context }) => {
    await ready(page)
    await fill(page)
    await submit(page).click()
    await expect(heading(page)).toHaveText(en('receipt-title'))
    // As the service worker marks a page while a ballot lies here, though by now none does.
    await context.route('**/check-in', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, body: (await answer.text()).replace('<html', '<html data-kept') })
    })
    expectRefusal(page, '/check-in')
    await page.goto('/check-in')
    await expect(page).toHaveURL(/\/check-in\/receipt$/)
    await expect(kept(page, 'device-kept-title')).toBeHidden()
  })

  test('two windows open when the network returns send one ballot', async ({ page, context }) => {
    const asked = ballots(context)
    await ready(page)
    await context.setOffline(true)
    await fill(page)
    await submit(page).click()
    await expect(kept(page, 'scale-workload-4')).toBeVisible({ timeout: 20_000 })
    const second = await context.newPage()
    await second.goto('/check-in')
    await expect(kept(second, 'scale-workload-4')).toBeVisible({ timeout: 20_000 })
    await context.setOffline(false)
    await expect(heading(page)).toHaveText(en('receipt-title'), { timeout: 30_000 })
    await expect(heading(second)).toHaveText(en('receipt-title'), { timeout: 30_000 })
    expect(asked).toEqual([303])
  })

  test('signed out in between: kept, never sent in somebody else’s name, sent after signing in', async ({ page, context, origin }) => {
    const asked = ballots(context)
    const first = await ready(page)
    await context.setOffline(true)
    await fill(page)
    await submit(page).click()
    await expect(kept(page, 'scale-workload-4')).toBeVisible({ timeout: 20_000 })
    expect(await drawer(page), 'locked, and the key is there').toMatch(/"key"/)
    expect(await drawer(page)).not.toMatch(/C1|C2|freezer/)
    // The session ends on the server, as it would after a day.
    await page.request.post('/sign-out', { headers: { origin }, maxRedirects: 0 })
    await context.setOffline(false)
    await expect(page.getByText(en('device-sign-in-title'))).toBeVisible({ timeout: 30_000 })
    await open(page, '/check-in', 401)
    await expect(page.getByText(en('device-kept-sign-in'))).toBeVisible()
    await expect.poll(() => drawer(page), 'the key goes with the session').not.toMatch(/"key"/)
    expect(await drawer(page)).toMatch(/"waiting"/)

    await signInNewcomer(page)
    await open(page, '/check-in')
    await expect(choice(page)).toBeVisible({ timeout: 20_000 })
    await expect(kept(page, 'scale-workload-4')).toHaveCount(0)
    await expect(kept(page, 'device-kept-title')).toBeHidden()
    expect(asked).toEqual([])

    await signInAs(page, first)
    await page.goto('/check-in')
    await expect(heading(page)).toHaveText(en('receipt-title'), { timeout: 30_000 })
    expect(asked).toEqual([303])
  })

  test('the round closed in between: said so, answers still there, not sent to another round', async ({ page, context }) => {
    const asked = ballots(context)
    await ready(page)
    await context.setOffline(true)
    await fill(page)
    // A form of an earlier round.
    await page.locator('form.asks input[name=round]').evaluate((input) => { (input as HTMLInputElement).value = '1' })
    await submit(page).click()
    await expect(kept(page, 'scale-workload-4')).toBeVisible({ timeout: 20_000 })
    await context.setOffline(false)
    await expect(page.getByText(en('device-closed-title'))).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText(en('device-closed-text'))).toBeVisible()
    await expect(page.locator('aside.kept').getByText('The freezer door sticks.')).toBeVisible()
    // The round that is open can be answered as ever.
    await expect(submit(page)).toBeVisible()
    expect(asked).toEqual([410])
    await page.reload()
    await expect(page.getByText(en('device-closed-title'))).toBeVisible({ timeout: 20_000 })
    await page.getByRole('button', { name: en('device-drop') }).click()
    await expect(page.getByText(en('device-closed-title'))).toHaveCount(0)
    expect(asked).toEqual([410])
  })

  test('refused when it arrives: nothing lost, and the form says what to mend', async ({ page, context }) => {
    await ready(page)
    await context.setOffline(true)
    await fill(page)
    await workload(page, 4).evaluate((input) => { (input as HTMLInputElement).value = '77' })
    await submit(page).click()
    await expect(page.locator('aside.kept').getByText('The freezer door sticks.')).toBeVisible({ timeout: 20_000 })
    await context.setOffline(false)
    await expect(page.getByText(en('device-refused-title'))).toBeVisible({ timeout: 30_000 })
    expectRefusal(page, '/check-in')
    await send(page, () => page.getByRole('button', { name: en('device-send-again') }).click(), 422)
    await expect(page.getByRole('alert')).toContainText(en('problem-invalid'))
    await expect(page.getByLabel(en('check-in-comment'))).toHaveValue('The freezer door sticks.')
    await expect(quality(page, 2)).toBeChecked()
  })

  test('own answers: kept by choice, there without network and after signing out, taken away, erased', async ({ page, context }) => {
    test.setTimeout(120_000)
    const login = await ready(page)
    await expect(choice(page)).not.toBeChecked()
    await open(page, '/check-in/history')
    await expect(page.getByRole('heading', { name: en('history-empty-title') })).toBeVisible({ timeout: 20_000 })
    await page.screenshot({ path: 'screenshots/history-empty-390x844-light-en.png', fullPage: true, animations: 'disabled' })
    await open(page, '/check-in')
    const round = Number(await page.locator('main').getAttribute('data-round'))
    await untilAlive(() => choice(page).check(), () => expect(choice(page)).toBeChecked())
    await fill(page)
    await send(page, () => submit(page).click())
    await expect(heading(page)).toHaveText(en('receipt-title'))
    await send(page, () => page.getByRole('link', { name: en('history-link') }).click())
    await expect(page.getByRole('row', { name: en('item-c1') })).toContainText(en('scale-workload-4'), { timeout: 20_000 })
    await expect(page.getByRole('img', { name: en('scale-quality-2') })).toBeVisible()

    // Rounds of before, as the device would have them.
    const shelf = (await page.locator('main').getAttribute('data-shelf'))!
    await page.evaluate(([shelf, round]) => new Promise<void>((done, fail) => {
      const asked = indexedDB.open('trivsel')
      asked.onerror = () => fail(asked.error)
      asked.onsuccess = () => {
        const transaction = asked.result.transaction('drawer', 'readwrite')
        const put = (number: number, day: string, answers: Record<string, number>) =>
          transaction.objectStore('drawer').put({ day, answers }, ['answers', shelf, number])
        put(round - 5, '2026-10-05', { C1: 0, C2: 4, R1: 3, R7: 4 })
        put(round - 4, '2026-10-12', { C1: 1, C2: 4, R2: 3 })
        put(round - 3, '2026-10-19', { R3: 5 })
        put(round - 2, '2026-10-26', { C1: 2, C2: 2, R4: 4, R10: 2 })
        put(round - 1, '2026-11-02', { C1: 0, C2: 5, R5: 4 })
        transaction.oncomplete = () => { asked.result.close(); done() }
      }
    }), [shelf, round] as const)
    await page.reload()
    await expect(page.getByRole('rowgroup')).toHaveCount(7, { timeout: 20_000 })
    await page.screenshot({ path: 'screenshots/history-390x844-light-en.png', fullPage: true, animations: 'disabled' })
    expect(await axe(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await page.setViewportSize(phone)

    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: en('history-export') }).click()])
    const taken = JSON.parse(readFileSync(await file.path(), 'utf8')) as { round: number, day: string, answers: Record<string, number> }[]
    expect(taken).toHaveLength(6)
    expect(taken[5]!.answers).toEqual({ C1: 1, C2: 2 })
    expect(taken[0]).toEqual({ round: round - 5, day: '2026-10-05', answers: { C1: 0, C2: 4, R1: 3, R7: 4 } })

    await context.setOffline(true)
    await page.goto('/check-in/history')
    await expect(page.getByText(en('history-offline'))).toBeVisible()
    await expect(page.getByRole('row', { name: en('item-c1') }).first()).toContainText(en('scale-workload-4'), { timeout: 20_000 })
    await context.setOffline(false)

    // Signing out drops the pages and nothing else; somebody else who signs in here finds nothing.
    await open(page, '/check-in/history')
    await send(page, () => page.getByRole('button', { name: en('sign-out') }).click())
    expect(await page.evaluate(async () => (await (await caches.open('pages')).keys()).length)).toBe(0)
    await signInNewcomer(page)
    await open(page, '/check-in/history')
    await expect(page.getByRole('heading', { name: en('history-empty-title') })).toBeVisible({ timeout: 20_000 })
    await signInAs(page, login)
    const { origin } = new URL(page.url())
    await context.addCookies([{ name: 'lang', value: 'nb', url: origin }, { name: 'theme', value: 'dark', url: origin }])
    await open(page, '/check-in/history')
    await expect(page.getByRole('rowgroup')).toHaveCount(7, { timeout: 20_000 })
    await page.screenshot({ path: 'screenshots/history-390x844-dark-nb.png', fullPage: true, animations: 'disabled' })

    const sure = page.getByRole('button', { name: nb('history-erase-yes') })
    await expect(sure).toHaveCount(0)
    await page.getByRole('button', { name: nb('history-erase'), exact: true }).click()
    await page.screenshot({ path: 'screenshots/history-erase-390x844-dark-nb.png', fullPage: true, animations: 'disabled' })
    await sure.click()
    await expect(page.getByRole('heading', { name: nb('history-empty-title') })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: nb('history-empty-title') })).toBeVisible({ timeout: 20_000 })
  })

  test('without the tick nothing of an answer stays on the device', async ({ page }) => {
    await ready(page)
    await fill(page)
    await send(page, () => submit(page).click())
    await expect(heading(page)).toHaveText(en('receipt-title'))
    const left = await drawer(page)
    expect(left).not.toMatch(/C1|C2|freezer|"answers"|"ballot"/)
    // No other page of this person is kept than those that open without network.
    await open(page, '/trends')
    const pages = await page.evaluate(async () => (await (await caches.open('pages')).keys()).map(({ url }) => new URL(url).pathname))
    expect(pages.filter((path) => !path.startsWith('/check-in'))).toEqual([])
  })
})

test('without scripts the history says where it lives, and the check-in works as ever', async ({ page, isHydrated }) => {
  test.skip(isHydrated, 'what is shown without JavaScript')
  await signInNewcomer(page)
  await open(page, '/check-in/history')
  await expect(page.locator('noscript p').filter({ hasText: en('history-no-script') })).toBeVisible()
  await open(page, '/check-in')
  await expect(choice(page)).toBeHidden()
  await expect(kept(page, 'device-kept-title')).toBeHidden()
  await expect(page.getByText(en('device-offline'))).toBeHidden()
  await page.getByRole('main').getByRole('radio').first().check()
  await send(page, () => submit(page).click())
  await expect(heading(page)).toHaveText(en('receipt-title'))
})

test('it can be installed', async ({ page }) => {
  await open(page, '/help')
  await expect(page.getByText(en('help-device-3'))).toBeVisible()
  const manifest = await (await page.request.get('/manifest.webmanifest')).json() as { start_url: string, icons: { src: string, sizes: string, type: string }[] }
  expect(manifest.start_url).toBe('/check-in')
  for (const { src, type } of manifest.icons) {
    const answer = await page.request.get(src)
    expect(answer.status(), src).toBe(200)
    expect(answer.headers()['content-type'], src).toContain(type)
  }
  const touch = await page.locator('link[rel=apple-touch-icon]').getAttribute('href')
  expect((await page.request.get(touch!)).status()).toBe(200)
  const worker = await page.request.get('/sw.js')
  expect(worker.headers()['cache-control']).toBe('no-cache')
  expect(worker.headers()['content-type']).toContain('javascript')
  expect(worker.headers()['content-security-policy']).toContain("connect-src 'self'")
})
