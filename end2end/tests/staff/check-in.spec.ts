import {
  en, expect, expectRefusal, formBody, fromHere, heading, hostile, mainButton, open, pattern, send, signIn, test, untilAlive, type Role,
} from '../support'
import type { Page } from '@playwright/test'

// A person has one ballot in the demo's open round: each project casts with people of its own, who had not cast yet.
const voters: Record<string, [Role, Role]> = {
  'hydrated': ['employee', 'manager'],
  'no-javascript': ['hr', 'representative'],
}
const voter = (place: 0 | 1): Role => voters[test.info().project.name]![place]

const questions = (page: Page) => page.locator('fieldset.item')
const phone = { width: 390, height: 844 }

/** The form as it stands on the page, without answers. */
async function emptyForm(page: Page) {
  const round = await page.locator('input[name=round]').inputValue()
  const names = await questions(page).locator('input[type=radio][value=skip]').evaluateAll(
    (inputs) => inputs.map((input) => (input as HTMLInputElement).name),
  )
  return { round, names }
}

test('four questions, each with five answers and a way around it', async ({ page }) => {
  await page.setViewportSize(phone)
  await signIn(page, 'region', '/check-in')
  await expect(heading(page)).toHaveText(en('check-in-title'))
  const groups = page.getByRole('group').filter({ has: page.getByRole('radio', { name: en('scale-skip') }) })
  await expect(groups).toHaveCount(4)
  await expect(page.getByRole('group', { name: en('item-c1') }).getByRole('radio')).toHaveCount(6)
  await expect(page.getByRole('group', { name: en('item-c2') }).getByRole('radio')).toHaveCount(6)
  const rotating = Array.from({ length: 12 }, (_, place) => en(`item-r${place + 1}`))
  const asked = (await page.getByRole('group').locator('legend').allTextContents()).filter((text) => rotating.includes(text))
  expect(asked).toHaveLength(2)
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(page.getByText(pattern('en', 'check-in-promise'))).toBeVisible()
  await expect(page.getByLabel(en('check-in-comment'))).toBeVisible()
})

test('the check-in loads at most 80 kB of scripts, the advice on a comment included', async ({ page, isHydrated }) => {
  test.skip(!isHydrated, 'nothing is loaded without scripts')
  await signIn(page, 'region')
  const loaded = new Set<string>()
  page.on('request', (request) => {
    if (/\.(js|wasm)$/.test(new URL(request.url()).pathname)) loaded.add(request.url())
  })
  await open(page, '/check-in')
  const advice = page.waitForResponse((response) => response.url().endsWith('.wasm'))
  await page.getByLabel(en('check-in-comment')).fill('Kari is late')
  await advice
  // What an earlier page left on the device is no longer sent: each is asked for once more, as a new device does.
  const sizes = await Promise.all([...loaded].map(async (url): Promise<[string, number]> => {
    const answer = await page.request.get(url, { headers: { 'accept-encoding': 'br' } })
    return [new URL(url).pathname, Number(answer.headers()['content-length'])]
  }))
  expect(sizes.some(([path, size]) => path.endsWith('.wasm') && size > 0), JSON.stringify(sizes)).toBe(true)
  expect(sizes.reduce((sum, [, size]) => sum + size, 0), JSON.stringify(sizes)).toBeLessThanOrEqual(80_000)
})

test('answers are large enough for a thumb', async ({ page }) => {
  await page.setViewportSize(phone)
  await signIn(page, 'region', '/check-in')
  for (const answer of await questions(page).first().locator('.scale label').all()) {
    const box = (await answer.boundingBox())!
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
  }
})

// Five words side by side break inside when the text is twice as large, whatever the width in pixels says.
test('with text of twice the size the answers of a question stand below each other', async ({ page }) => {
  await page.setViewportSize(phone)
  await signIn(page, 'region', '/check-in')
  const answers = questions(page).first().locator('.scale label')
  const rows = async () => {
    const boxes = await answers.evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().top))
    return new Set(boxes.map(Math.round)).size
  }
  expect(await rows()).toBe(1)
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
  expect(await rows()).toBe(5)
})

test('the progress bars fill as questions are answered', async ({ page, isHydrated }) => {
  test.skip(!isHydrated, 'an island')
  await signIn(page, 'region', '/check-in')
  const filled = page.locator('.steps .on')
  await expect(page.locator('.steps > *')).toHaveCount(4)
  await expect(filled).toHaveCount(0)
  const workload = (answer: number) =>
    page.getByRole('group', { name: en('item-c1') }).getByRole('radio', { name: en(`scale-workload-${answer}`), exact: true })
  const change = async () => {
    await workload(3).check()
    await workload(4).check()
  }
  await untilAlive(change, () => expect(filled).toHaveCount(1, { timeout: 300 }))
  await workload(2).check()
  await expect(filled).toHaveCount(1)
  await questions(page).nth(3).getByRole('radio', { name: en('scale-skip') }).check()
  await expect(filled).toHaveCount(2)
})

test('answered with the keyboard alone, once', async ({ page }) => {
  await page.setViewportSize(phone)
  await signIn(page, voter(0), '/check-in')
  await questions(page).nth(0).getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('group', { name: en('item-c1') }).getByRole('radio', { name: en('scale-workload-3') })).toBeChecked()
  for (const place of [1, 2, 3]) {
    await page.keyboard.press('Tab')
    await expect(questions(page).nth(place).getByRole('radio').first()).toBeFocused()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await expect(questions(page).nth(place).getByRole('radio').nth(1)).toBeChecked()
  }
  await page.keyboard.press('Tab')
  await expect(page.getByLabel(en('check-in-comment'))).toBeFocused()
  await page.keyboard.type('The new till is better. 🙂')
  await page.keyboard.press('Tab')
  // Whether this browser keeps the answers is asked before they are sent.
  const submit = mainButton(page, en('check-in-submit'))
  if (!await submit.evaluate((button) => button === document.activeElement)) await page.keyboard.press('Tab')
  await expect(submit).toBeFocused()
  await send(page, () => page.keyboard.press('Enter'))
  expect(new URL(page.url()).pathname).toBe('/check-in/receipt')
  await expect(heading(page)).toHaveText(en('receipt-title'))
  await expect(page.getByText(en('receipt-counted'))).toBeVisible()

  await open(page, '/check-in')
  await expect(heading(page)).toHaveText(en('problem-already-answered'))
  await expect(page.getByText(en('problem-already-answered-text'))).toBeVisible()
  await send(page, () => page.getByRole('link', { name: en('problem-to-receipt') }).click())
  await expect(heading(page)).toHaveText(en('receipt-title'))
})

test('a second ballot from a page that was left open is not counted', async ({ page, context }) => {
  await signIn(page, voter(1), '/check-in')
  const left = await context.newPage()
  await left.goto('/check-in')
  await questions(page).first().getByRole('radio', { name: en('scale-skip') }).check()
  await send(page, () => mainButton(page, en('check-in-submit')).click())
  await expect(heading(page)).toHaveText(en('receipt-title'))
  expectRefusal(page, '/check-in')
  const [answer] = await Promise.all([
    left.waitForResponse((response) => response.request().method() === 'POST'),
    mainButton(left, en('check-in-submit')).click(),
  ])
  expect(answer.status()).toBe(409)
  await expect(heading(left)).toHaveText(en('problem-already-answered'))
})

test('a refused form comes back with what was typed, as text', async ({ page }) => {
  await signIn(page, 'region', '/check-in')
  const comment = `Fine.\n${hostile}\n& done`
  await page.getByRole('group', { name: en('item-c2') }).getByRole('radio', { name: en('scale-quality-4'), exact: true }).check()
  await page.getByLabel(en('check-in-comment')).fill(comment)
  // An answer that is on no scale.
  const radio = page.getByRole('group', { name: en('item-c1') }).getByRole('radio').first()
  await radio.evaluate((input) => { (input as HTMLInputElement).value = '77' })
  await radio.check()
  await send(page, () => mainButton(page, en('check-in-submit')).click(), 422)
  await expect(page.getByRole('alert')).toContainText(en('problem-invalid'))
  await expect(page.getByLabel(en('check-in-comment'))).toHaveValue(comment)
  await expect(page.locator('main img, main script')).toHaveCount(0)
  await expect(page.getByRole('group', { name: en('item-c2') }).getByRole('radio', { name: en('scale-quality-4'), exact: true })).toBeChecked()
  await expect(questions(page)).toHaveCount(4)
})

test('the summary of a refused form leads to something on the page', async ({ page }) => {
  await signIn(page, 'region', '/check-in')
  const radio = page.getByRole('group', { name: en('item-c1') }).getByRole('radio').first()
  await radio.evaluate((input) => { (input as HTMLInputElement).value = '77' })
  await radio.check()
  await send(page, () => mainButton(page, en('check-in-submit')).click(), 422)
  for (const link of await page.getByRole('alert').getByRole('link').all()) {
    await expect(page.locator((await link.getAttribute('href'))!)).toHaveCount(1)
  }
})

test('answers nobody asked for are refused', async ({ page, origin }) => {
  await signIn(page, 'region', '/check-in')
  const { round, names } = await emptyForm(page)
  const unasked = Array.from({ length: 12 }, (_, place) => `R${place + 1}`).find((id) => !names.includes(id))!
  const post = (pairs: Record<string, string>) =>
    page.request.post('/check-in', { headers: fromHere(origin), data: formBody({ round, comment: '', ...pairs }) })
  const foreign: Record<string, string>[] = [{ C1: '3' }, { C2: '0' }, { C2: 'Very good' }, { [unasked]: '3' }, { unit_id: '1' }]
  for (const pairs of foreign) {
    const answer = await post(pairs)
    expect(answer.status(), JSON.stringify(pairs)).toBe(422)
    expect(await answer.text(), JSON.stringify(pairs)).toContain(en('item-c1'))
  }
  const long = await post({ comment: 'x'.repeat(5000) })
  expect(long.status()).toBe(422)
})

test('a form of another round is not counted', async ({ page, origin }) => {
  await signIn(page, 'region', '/check-in')
  for (const round of ['1', '100000', '', 'x']) {
    const answer = await page.request.post('/check-in', { headers: fromHere(origin), data: formBody({ round, C1: '0', C2: '3' }) })
    expect(answer.status(), `round ${round}`).toBe(410)
    expect(await answer.text()).toContain(en('check-in-too-late'))
  }
})

test('an empty form is asked about, by a second button that the Enter key never presses', async ({ page }) => {
  await page.setViewportSize(phone)
  await signIn(page, 'region', '/check-in')
  await expect(mainButton(page, en('check-in-send-empty'))).toHaveCount(0)
  await send(page, () => mainButton(page, en('check-in-submit')).click(), 422)
  await expect(page.getByRole('alert')).toContainText(en('problem-nothing-answered'))
  await expect(mainButton(page, en('check-in-send-empty'))).toBeVisible()
  await page.getByRole('radio', { name: en('scale-skip') }).first().focus()
  await send(page, () => page.keyboard.press('Enter'), 422)
  await expect(page.getByRole('alert')).toContainText(en('problem-nothing-answered'))
})

test('without a ballot there is no receipt, but the questions', async ({ page }) => {
  await signIn(page, 'region', '/check-in/receipt')
  await expect(heading(page)).toHaveText(en('check-in-title'))
  await expect(questions(page)).toHaveCount(4)
})

test('an administrator has no ballot', async ({ page }) => {
  await signIn(page, 'admin')
  await open(page, '/check-in', 403)
  await expect(heading(page)).toHaveText(en('problem-forbidden'))
})
