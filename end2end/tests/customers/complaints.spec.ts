import {
  en, expect, formBody, fromHere, heading, hostile, mainButton, open, send, signIn, test, untilAlive,
} from '../support'
import type { Locator, Page } from '@playwright/test'

/** Logs a complaint and gives its reference. */
async function log(page: Page, what: string): Promise<string> {
  await open(page, '/complaints/new')
  await page.getByLabel(en('field-what')).fill(what)
  await page.getByRole('radio', { name: en('category-waiting') }).check()
  await page.getByLabel(en('field-unit'), { exact: true }).selectOption({ label: '\u2003Bryggen till' })
  await send(page, () => mainButton(page, en('case-new-submit')).click())
  const reference = /\/complaints\/(K-[2-9A-Z]{7})$/.exec(page.url())?.[1]
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
  await open(page, `/complaints?search=${encodeURIComponent(hostile)}&show=all`)
  await expect(page.getByRole('searchbox')).toHaveValue(hostile)
  await expect(page.locator('main img, main script')).toHaveCount(0)
  await open(page, `/complaints/${reference}`)
  await expect(heading(page)).toHaveText(`${hostile} ${mark}`)
})

test('the reference is said once, and stands on the case', async ({ page }) => {
  await signIn(page, 'service')
  const reference = await log(page, unique('The receipt was missing.'))
  await expect(page.getByRole('status').filter({ hasText: en('case-done-logged') })).toBeVisible()
  await expect(page.getByText(reference).first()).toBeVisible()
  await page.reload()
  await expect(page.getByText(en('case-done-logged'))).toHaveCount(0)
})

test('a form that is sent again from the history is the same case', async ({ page, isHydrated }) => {
  test.skip(!isHydrated, 'without scripts a page that is gone back to is a new form')
  await signIn(page, 'service')
  const mark = unique('Sent twice')
  const reference = await log(page, mark)
  await page.goBack()
  await page.getByLabel(en('field-what')).fill(mark)
  await page.getByRole('radio', { name: en('category-waiting') }).check()
  await page.getByLabel(en('field-unit'), { exact: true }).selectOption({ label: '\u2003Bryggen till' })
  await send(page, () => mainButton(page, en('case-new-submit')).click())
  expect(page.url()).toContain(reference)
  await open(page, `/complaints?search=${encodeURIComponent(mark)}`)
  await expect(page.getByRole('row')).toHaveCount(2)
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
  await expect(links).toHaveText([`${en('field-category')} ${en('why-not-a-choice')}`, `${en('field-unit')}: ${en('why-not-a-choice')}`])
  for (const link of await links.all()) {
    const target = page.locator((await link.getAttribute('href'))!)
    await expect(target).toHaveCount(1)
    await link.click()
    await expect(target).toBeInViewport()
  }
  await expect(page.getByLabel(en('field-unit'), { exact: true })).toHaveAccessibleDescription(en('why-not-a-choice'))
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

test('a complaint is assessed and answered with outcome, apology and letter', async ({ page }) => {
  await signIn(page, 'service')
  const reference = await log(page, unique('Nobody called back.'))
  await send(page, () => mainButton(page, en('act-acknowledge')).click())
  await page.getByLabel(en('case-note-label')).fill(`Rota gap on Friday. ${hostile}`)
  await send(page, () => mainButton(page, en('case-add-note')).click())
  await expect(page.getByText(`Rota gap on Friday. ${hostile}`)).toBeVisible()
  await page.getByRole('link', { name: en('act-assess'), exact: true }).click()
  await send(page, () => mainButton(page, en('act-assess-do')).click())
  expect(new URL(page.url()).pathname).toBe(`/complaints/${reference}`)
  await page.getByRole('link', { name: en('act-answer'), exact: true }).click()
  // A proposal stands in the letter, and what is in brackets has to be filled in.
  const letter = page.getByRole('textbox', { name: en('field-letter'), exact: true })
  await expect(letter).toHaveValue(/\[what the customer went through\]/)
  await page.getByRole('radio', { name: en('issue-outcome-upheld'), exact: true }).check()
  await page.getByRole('radio', { name: en('apology-given'), exact: true }).check()
  await send(page, () => mainButton(page, en('act-answer-do')).click(), 422)
  await expect(page.getByRole('alert')).toContainText(en('why-open-place'))
  const text = 'Thank you for telling us. We are sorry that nobody called. That was our mistake. We will call you by Thursday.'
  await letter.fill(text)
  await send(page, () => mainButton(page, en('letter-check')).click())
  await expect(page.getByText(en('check-sorry'))).toBeVisible()
  await expect(letter).toHaveValue(text)
  await send(page, () => mainButton(page, en('act-answer-do')).click())
  await expect(page.getByText(text)).toBeVisible()
  await expect(page.getByText(en('case-apology-given'), { exact: true })).toBeVisible()
  await send(page, () => mainButton(page, en('act-close')).click())
  await expect(page.getByText(en('case-done-close'))).toBeVisible()
  await send(page, () => mainButton(page, en('act-undo')).click())
  await expect(page.getByText(en('case-done-undo'))).toBeVisible()
})

test('whoever comes second is told what happened, and what was written is not lost', async ({ page, context }) => {
  await signIn(page, 'service')
  const reference = await log(page, unique('Two at once.'))
  await open(page, `/complaints/${reference}/letter`)
  const colleague = await context.newPage()
  await colleague.goto(`/complaints/${reference}`)
  await mainButton(colleague, en('act-acknowledge')).click()
  await expect(colleague.getByText(en('case-done-acknowledge'))).toBeVisible()
  const letter = page.getByRole('textbox', { name: en('field-letter'), exact: true })
  await letter.fill('My long letter')
  await send(page, () => mainButton(page, en('act-letter-do')).click(), 409)
  await expect(page.getByRole('alert')).toContainText(en('problem-case-moved-on'))
  await expect(page.getByText(en('case-meanwhile'))).toBeVisible()
  await expect(letter).toHaveValue('My long letter')
  await send(page, () => mainButton(page, en('act-letter-do')).click())
  await expect(page.getByText('My long letter')).toBeVisible()
})

test('a step that does not follow is refused', async ({ page, origin }) => {
  await signIn(page, 'service')
  const reference = await log(page, unique('Straight to the end.'))
  const data = formBody({ version: '1', act: 'close' })
  const close = await page.request.post(`/complaints/${reference}`, { headers: fromHere(origin), data })
  expect(close.status()).toBe(422)
  const nonsense = await page.request.post(`/complaints/${reference}`, { headers: fromHere(origin), data: formBody({ version: '1', act: 'nonsense' }) })
  expect(nonsense.status()).toBe(404)
  for (const act of ['answer', 'reopen', 'investigate']) {
    const answer = await page.request.post(`/complaints/${reference}/${act}`, { headers: fromHere(origin), data: formBody({ version: '1', reason: 'x' }) })
    expect(answer.status(), act).toBe(422)
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
  // A page beyond the last shows one that is there.
  await open(page, '/complaints?page=999999')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
})

test('the keys n, j, k, ? and /', async ({ page, isHydrated }) => {
  test.skip(!isHydrated, 'an island')
  await signIn(page, 'service')
  await open(page, '/complaints')
  await untilAlive(() => page.keyboard.press('/'), () => expect(page.getByRole('searchbox')).toBeFocused({ timeout: 300 }))
  await page.getByRole('searchbox').fill('')
  await page.keyboard.type('n/N')
  await expect(page.getByRole('searchbox')).toHaveValue('n/N')
  await page.getByRole('searchbox').blur()
  const links = page.getByRole('row').locator('td a')
  await page.keyboard.press('j')
  await expect(links.first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(links.first()).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByText(en('cases-key-pause'))).toBeVisible()
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
  // Asked for by its unit: the cases that other tests write push it off the first page.
  await open(page, '/complaints?show=all')
  const address = await page.locator('details.switch nav a', { hasText: /^Sentrum$/ }).getAttribute('href')
  expect(address).toContain('show=all')
  await open(page, address!)
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
  const data = formBody({ version: '1', act: 'acknowledge' })
  expect((await other.request.post(`/complaints/${reference}`, { headers: fromHere(origin), data })).status()).toBe(404)
  await other.close()
})

test('a letter that was begun is kept for its writer, and thrown away when they say so', async ({ page }) => {
  await signIn(page, 'service')
  const reference = await log(page, unique('Begun and left.'))
  await open(page, `/complaints/${reference}/letter`)
  const letter = page.locator('textarea#letter')
  await expect(page.getByRole('button', { name: en('letter-discard') })).toHaveCount(0)
  await letter.fill('Half a letter')
  await send(page, () => mainButton(page, en('letter-keep')).click())
  await open(page, `/complaints/${reference}/letter`)
  await expect(letter).toHaveValue('Half a letter')
  await send(page, () => mainButton(page, en('letter-discard')).click())
  await expect(page.getByText(en('case-done-discarded'))).toBeVisible()
  await expect(letter).not.toHaveValue('Half a letter')
})

/** Goes on by the tabulator until something has the focus. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible()
  for (let steps = 0; steps < 80; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`nothing leads to ${target}`)
}

test('from the inbox to a sent answer, by keys alone', async ({ page, isHydrated }) => {
  test.skip(!isHydrated, 'the keys need scripts')
  await signIn(page, 'service')
  // The unit is the one of last time.
  await log(page, unique('The first of the day.'))
  await open(page, '/complaints')
  const what = page.getByLabel(en('field-what'))
  await untilAlive(() => page.keyboard.press('n'), () => expect(what).toBeFocused({ timeout: 300 }))
  await page.keyboard.type(unique('Waited forty minutes for a coffee.'))
  await tabTo(page, page.locator('input[name=category]').first())
  await page.keyboard.press('Space')
  const press = async (button: Locator) => {
    await tabTo(page, button)
    await send(page, () => page.keyboard.press('Enter'))
  }
  await press(mainButton(page, en('case-new-submit')))
  await expect(page).toHaveURL(/\/complaints\/K-/)
  const address = page.url()
  const back = () => expect(page).toHaveURL(address)
  await untilAlive(() => page.keyboard.press('a'), () => expect(page.getByText(en('case-owner-you'))).toBeVisible({ timeout: 2000 }))
  // The first letter says that we have it.
  await untilAlive(() => page.keyboard.press('r'), () => expect(page).toHaveURL(/\/letter$/, { timeout: 2000 }))
  const letter = page.locator('textarea#letter')
  await tabTo(page, letter)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Thank you for telling us. You hear from us by Thursday 10 December.')
  await press(mainButton(page, en('act-letter-do')))
  await back()
  await press(page.locator('.next-step a[href$="/assess"]').first())
  await press(mainButton(page, en('act-assess-do')))
  await back()
  await press(page.locator('.next-step a[href$="/answer"]').first())
  await tabTo(page, page.locator('#case_outcome'))
  await page.keyboard.press('Space')
  await tabTo(page, page.locator('input[name=apology]').first())
  await page.keyboard.press('Space')
  await tabTo(page, letter)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('We are sorry that you waited. That was our mistake. We call you by Thursday 10 December.')
  await press(mainButton(page, en('act-answer-do')))
  await back()
  await expect(page.locator('.chip', { hasText: en('stage-answered') })).toBeVisible()
  await untilAlive(() => page.keyboard.press('i'), () => expect(page.locator('#note')).toBeFocused({ timeout: 300 }))
})
