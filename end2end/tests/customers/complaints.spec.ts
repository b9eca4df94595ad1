import {
  en, expect, formBody, fromHere, heading, hostile, mainButton, open, send, signIn, test, untilAlive,
} from '../support'
import type { Page } from '@playwright/test'

/** Logs a complaint and gives its reference. */
async function log(page: Page, what: string): Promise<string> {
  await open(page, '/complaints/new')
  await page.getByLabel(en('field-what')).fill(what)
  await page.getByRole('radio', { name: en('category-waiting') }).check()
  await page.getByLabel(en('field-unit'), { exact: true }).selectOption({ label: '\u2003Bryggen till' })
  await send(page, () => mainButton(page, en('case-new-submit')).click())
  const reference = /\/complaints\/(K-\d+)/.exec(page.url())?.[1]
  expect(reference).toBeTruthy()
  return reference!
}

/** Something that occurs in no other test's complaint. */
const unique = (word: string) => `${word}-${test.info().project.name}-${Date.now().toString(36)}`

test('what a customer says is text, wherever it is shown', async ({ page }) => {
  await signIn(page, 'service')
  const mark = unique('hostile')
  const reference = await log(page, `${hostile} ${mark}`)
  await expect(heading(page)).toContainText(hostile)
  await expect(heading(page)).toHaveText(`${hostile} ${mark}`)
  await expect(page.locator('main img, main script')).toHaveCount(0)
  await open(page, `/complaints?search=${encodeURIComponent(mark)}`)
  await expect(page.getByRole('link', { name: hostile })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.locator('main img, main script')).toHaveCount(0)
  // The search itself comes back as text too.
  await open(page, `/complaints?search=${encodeURIComponent(hostile)}&show=${encodeURIComponent(hostile)}`)
  await expect(page.getByRole('searchbox')).toHaveValue(hostile)
  await expect(page.locator('main img, main script')).toHaveCount(0)
  await open(page, `/complaints/${reference}`)
  await expect(heading(page)).toHaveText(`${hostile} ${mark}`)
})

test('reference and code are shown once', async ({ page }) => {
  await signIn(page, 'service')
  const reference = await log(page, unique('The receipt was missing.'))
  const notice = page.getByRole('status')
  await expect(notice).toContainText(en('case-logged'))
  await expect(notice).toContainText(reference)
  const secret = /\b[2-9A-Z]{5}-[2-9A-Z]{5}\b/.exec(await notice.innerText())![0]
  expect(page.url(), 'an address stays in the history').not.toContain(secret)
  await page.reload()
  await expect(page.getByText(secret)).toHaveCount(0)
  await open(page, `/complaints/${reference}`)
  await expect(page.getByText(secret)).toHaveCount(0)
  await expect(page.getByText(en('case-logged'))).toHaveCount(0)
})

test('a code made up in the address is not shown as if it were ours', async ({ page }) => {
  await signIn(page, 'service')
  const reference = await log(page, unique('The lift was slow.'))
  await open(page, `/complaints/${reference}?secret=CALL-12345678`)
  await expect(page.getByText('CALL-12345678')).toHaveCount(0)
})

test('missing fields are named, and what was typed stays', async ({ page }) => {
  await signIn(page, 'service')
  await open(page, '/complaints/new')
  // Without the browser's own checks, as an old browser would.
  await page.locator('main form').evaluate((form) => { (form as HTMLFormElement).noValidate = true })
  const typed = `Half a story. ${hostile}`
  await page.getByLabel(en('field-what')).fill(typed)
  await page.getByRole('radio', { name: en('channel-phone') }).check()
  await send(page, () => mainButton(page, en('case-new-submit')).click(), 422)
  const summary = page.getByRole('alert')
  await expect(summary).toContainText(en('problem-invalid'))
  await expect(page.getByLabel(en('field-what'))).toHaveValue(typed)
  await expect(page.getByRole('radio', { name: en('channel-phone') })).toBeChecked()
  const links = summary.getByRole('link')
  await expect(links).toHaveText([`${en('field-category')}: ${en('why-missing')}`, `${en('field-unit')}: ${en('why-missing')}`])
  for (const link of await links.all()) {
    const target = page.locator((await link.getAttribute('href'))!)
    await expect(target).toHaveCount(1)
    await link.click()
    await expect(target).toBeInViewport()
  }
  await expect(page.getByLabel(en('field-unit'), { exact: true })).toHaveAccessibleDescription(en('why-missing'))
})

test('every refusable field is refused by the server itself', async ({ page, origin }) => {
  await signIn(page, 'service')
  const good = { what: 'Cold soup', category: 'product', channel: 'phone', severity: 'normal', unit: '4', happened_on: '' }
  const cases: [Partial<typeof good>, string][] = [
    [{ what: '   ' }, 'why-missing'],
    [{ what: 'x'.repeat(2001) }, 'why-too-long'],
    [{ what: 'a\u202Eb' }, 'why-unprintable'],
    [{ category: 'kittens' }, 'why-not-a-choice'],
    [{ channel: 'pigeon' }, 'why-not-a-choice'],
    [{ severity: 'huge' }, 'why-not-a-choice'],
    [{ unit: '9' }, 'why-not-a-choice'],
    [{ unit: '4; DROP TABLE unit' }, 'why-not-a-choice'],
    [{ happened_on: '2026-02-30' }, 'why-not-a-date'],
    [{ happened_on: '2999-01-01' }, 'why-in-future'],
    [{ happened_on: '1900-01-01' }, 'why-too-old'],
  ]
  for (const [change, why] of cases) {
    const answer = await page.request.post('/complaints/new', { headers: fromHere(origin), data: formBody({ ...good, ...change }) })
    expect(answer.status(), JSON.stringify(change)).toBe(422)
    expect(await answer.text(), JSON.stringify(change)).toContain(en(why))
  }
})

test('a hidden field that is refused is shown', async ({ page }) => {
  await signIn(page, 'service')
  await open(page, '/complaints/new')
  await page.getByLabel(en('field-what')).fill('Something happened tomorrow.')
  await page.getByRole('radio', { name: en('category-price') }).check()
  await page.getByLabel(en('field-unit'), { exact: true }).selectOption({ label: '\u2003Bryggen till' })
  await page.getByText(en('case-new-more')).click()
  await page.getByLabel(en('case-new-when')).fill('2999-01-01')
  await page.locator('main form').evaluate((form) => { (form as HTMLFormElement).noValidate = true })
  await send(page, () => mainButton(page, en('case-new-submit')).click(), 422)
  await expect(page.getByText(en('why-in-future')).last()).toBeVisible()
  await expect(page.getByLabel(en('case-new-when'))).toBeVisible()
})

test('a case moves from stage to stage, with a note', async ({ page }) => {
  await signIn(page, 'service')
  const reference = await log(page, unique('Nobody called back.'))
  await send(page, () => mainButton(page, en('case-to-acknowledged')).click())
  const steps = page.getByRole('complementary').getByRole('listitem')
  await expect(steps).toContainText([en('stage-received'), en('stage-acknowledged'), en('stage-assessed')])
  await page.getByLabel(en('field-note')).fill(`Rota gap on Friday. ${hostile}`)
  await send(page, () => mainButton(page, en('case-to-assessed')).click())
  expect(new URL(page.url()).pathname).toBe(`/complaints/${reference}`)
  await expect(steps.nth(2)).toContainText(en('stage-assessed'))
  await expect(steps.nth(2)).toContainText(`Rota gap on Friday. ${hostile}`)
  await expect(steps.nth(2)).toContainText(en('role-service'))
  await page.getByLabel(en('field-note')).fill('Asked the manager.')
  await send(page, () => mainButton(page, en('case-add-note')).click())
  await expect(page.getByText('Asked the manager.')).toBeVisible()
  await expect(mainButton(page, en('case-to-answered'))).toBeVisible()
  // A note without words is refused.
  await send(page, () => mainButton(page, en('case-add-note')).click(), 422)
  await expect(page.getByRole('alert')).toContainText(en('why-missing'))
})

test('whoever comes second is told, and the note is not lost', async ({ page, context }) => {
  await signIn(page, 'service')
  const reference = await log(page, unique('Two at once.'))
  await open(page, `/complaints/${reference}`)
  const colleague = await context.newPage()
  await colleague.goto(`/complaints/${reference}`)
  await mainButton(colleague, en('case-to-acknowledged')).click()
  await expect(mainButton(colleague, en('case-to-assessed'))).toBeVisible()
  await page.getByLabel(en('field-note')).fill('My long note')
  await send(page, () => mainButton(page, en('case-to-acknowledged')).click(), 409)
  await expect(page.getByRole('alert')).toContainText(en('problem-case-moved-on'))
  await expect(page.getByLabel(en('field-note'))).toHaveValue('My long note')
})

test('a stage that does not follow is refused', async ({ page, origin }) => {
  await signIn(page, 'service')
  const reference = await log(page, unique('Straight to the end.'))
  for (const stage of ['closed', 'reopened', 'nonsense']) {
    const data = formBody({ reference, seen_stage: 'received', stage, note: '' })
    const answer = await page.request.post(`/complaints/${reference}`, { headers: fromHere(origin), data })
    expect(answer.status(), stage).toBe(422)
  }
})

test('search finds a reference, words, and says when there is nothing', async ({ page }) => {
  await signIn(page, 'service')
  const mark = unique('umbrella')
  const reference = await log(page, `They lost my ${mark}, 100 % sure.`)
  const find = async (words: string) => {
    await page.getByRole('searchbox', { name: en('cases-search') }).fill(words)
    await send(page, () => mainButton(page, en('search')).click())
  }
  await open(page, '/complaints')
  await find(reference.toLowerCase())
  await expect(page.getByRole('cell', { name: reference, exact: true })).toBeVisible()
  await find(mark.toUpperCase())
  await expect(page.getByRole('row')).toHaveCount(2)
  await find(`${mark}, 100 %`)
  await expect(page.getByRole('row')).toHaveCount(2)
  await find('no such words at all')
  await expect(page.getByRole('heading', { name: en('cases-none-found') })).toBeVisible()
  await find('%')
  await expect(page.getByRole('searchbox')).toHaveValue('%')
})

test('open, done and all are three lists', async ({ page }) => {
  await signIn(page, 'service')
  await open(page, '/complaints')
  const tabs = page.getByRole('navigation', { name: en('cases-show'), exact: true })
  await expect(tabs.getByRole('link', { name: en('cases-show-open') })).toHaveAttribute('aria-current', 'true')
  await send(page, () => tabs.getByRole('link', { name: en('cases-show-closed'), exact: true }).click())
  await expect(tabs.getByRole('link', { name: en('cases-show-closed'), exact: true })).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('cell', { name: en('stage-acknowledged'), exact: true })).toHaveCount(0)
  await send(page, () => page.getByRole('link', { name: en('pager-on') }).click())
  await expect(tabs.getByRole('link', { name: en('cases-show-closed'), exact: true })).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('link', { name: en('pager-back') })).toBeVisible()
  // Pages that do not exist show one that does.
  await open(page, '/complaints?page=999999')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await open(page, '/complaints?page=-1')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
})

test('the keys N and /', async ({ page, isHydrated }) => {
  test.skip(!isHydrated, 'an island')
  await signIn(page, 'service')
  await open(page, '/complaints')
  await untilAlive(() => page.keyboard.press('/'), () => expect(page.getByRole('searchbox')).toBeFocused({ timeout: 300 }))
  await page.getByRole('searchbox').fill('')
  await page.keyboard.type('n/N')
  await expect(page.getByRole('searchbox')).toHaveValue('n/N')
  await page.getByRole('searchbox').blur()
  await page.keyboard.press('n')
  await page.waitForURL('**/complaints/new')
})

test('case texts are for those who handle cases', async ({ page }) => {
  for (const role of ['employee', 'representative'] as const) {
    await signIn(page, role)
    await expect(page.getByRole('link', { name: en('nav-complaints'), exact: true })).toHaveCount(0)
    await open(page, '/complaints', 403)
    await expect(heading(page)).toHaveText(en('problem-forbidden'))
    await open(page, '/complaints/new', 403)
    await open(page, '/complaints/K-1', 403)
    await send(page, () => page.getByRole('button', { name: en('sign-out') }).click())
  }
})

test('a case of another site looks like one that does not exist', async ({ page, browser, origin }) => {
  await signIn(page, 'region')
  await open(page, '/complaints?show=all')
  const foreign = page.getByRole('row').filter({ hasText: 'Sentrum' }).first()
  const reference = await foreign.locator('td.ref').innerText()
  const other = await browser.newContext({ baseURL: origin })
  const answer = await other.request.post('/sign-in', {
    headers: fromHere(origin),
    data: formBody({ login: 'service@demo.example', password: 'solskinn over fjorden', next: '/complaints' }),
  })
  expect(answer.status()).toBe(200)
  for (const path of [reference, 'K-99999999', 'nonsense', '%00', '..%2f..%2fetc']) {
    expect((await other.request.get(`/complaints/${path}`)).status(), path).toBe(404)
  }
  const data = formBody({ reference, seen_stage: 'received', stage: 'acknowledged', note: '' })
  expect((await other.request.post(`/complaints/${reference}`, { headers: fromHere(origin), data })).status()).toBe(404)
  await other.close()
})
