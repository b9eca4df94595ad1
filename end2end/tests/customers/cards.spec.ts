import { axe, en, expect, expectRefusal, heading, mainButton, open, send, signIn, test } from '../support'
import type { Page } from '@playwright/test'

/** Makes a code of a place of its own; gives the path of its card. */
async function newCode(page: Page, place: string): Promise<string> {
  await signIn(page, 'manager')
  await open(page, '/cards')
  await page.getByLabel(en('field-place'), { exact: true }).fill(place)
  await send(page, () => mainButton(page, en('cards-make')).click())
  await expect(page.getByRole('status').filter({ hasText: en('cards-done-make') })).toBeVisible()
  const card = page.locator('.code-card').filter({ has: page.getByRole('heading', { name: place, exact: true }) })
  return new URL((await card.locator('a[href^="/card/"]').getAttribute('href'))!, page.url()).pathname
}

/** Nobody fills in a card in less than two seconds: whoever does is asked to press once more. */
async function sendCard(page: Page): Promise<void> {
  await expect(async () => {
    await mainButton(page, en('card-send')).click()
    await expect(page.locator('.case-slip')).toBeVisible({ timeout: 1000 })
  }).toPass()
}

test('a card goes from the poster to the inbox, and its slip opens the case', async ({ page, isHydrated }, info) => {
  const place = `Door ${info.project.name}`
  const card = await newCode(page, place)
  await page.setViewportSize({ width: 390, height: 844 })
  const answer = await open(page, card)
  expect(await answer.headerValue('set-cookie')).toBeNull()
  await expect(heading(page)).toHaveText(en('card-title'))
  if (isHydrated) expect(await axe(page, 'rules of thumb')).toEqual([])
  const text = `The soup was cold at the ${place}`
  await page.getByRole('radio', { name: en('voice-kind-complaint') }).check()
  await page.getByLabel(en('card-what')).fill(text)
  // The other language keeps what is filled in.
  await send(page, () => page.getByRole('button', { name: 'Norsk' }).click())
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb')
  await send(page, () => page.getByRole('button', { name: 'English' }).click())
  await expect(page.getByLabel(en('card-what'))).toHaveValue(text)
  // Too soon is refused with a status that the browser logs.
  expectRefusal(page, `${card}?lang=en`)
  await sendCard(page)
  await expect(heading(page)).toHaveText(en('receipt-card-title'))
  if (isHydrated) expect(await axe(page, 'rules of thumb')).toEqual([])
  const [reference, secret] = await page.locator('.letters dd').allTextContents()
  await send(page, () => page.getByRole('link', { name: en('receipt-kept') }).click())
  await page.getByLabel(en('cases-reference')).fill(reference!.toLowerCase())
  await page.getByLabel(en('field-secret')).fill(secret!.replaceAll('-', ' ').toLowerCase())
  await send(page, () => mainButton(page, en('follow-open')).click())
  await expect(heading(page)).toHaveText(en('follow-says-received'))
  await expect(page.getByText(text)).toBeVisible()
  if (isHydrated) expect(await axe(page, 'rules of thumb')).toEqual([])
  await page.getByLabel(en('follow-reply-what')).fill('It was table four')
  await send(page, () => mainButton(page, en('follow-reply')).click())
  await expect(page.getByText('It was table four')).toBeVisible()
  await signIn(page, 'manager')
  await open(page, `/complaints?search=${reference}`)
  await page.getByRole('link', { name: text }).click()
  await expect(page.getByText('It was table four')).toBeVisible()
})

test('four faces thank and go back by themselves', async ({ page, isHydrated }, info) => {
  const card = await newCode(page, `Till ${info.project.name}`)
  await open(page, card.replace('/card/', '/smileys/'))
  if (isHydrated) expect(await axe(page, 'rules of thumb')).toEqual([])
  await send(page, () => page.getByRole('button', { name: en('face-very_good'), exact: true }).click())
  await expect(heading(page)).toHaveText(en('faces-thanks'))
  await expect(heading(page)).toHaveText(en('faces-question'), { timeout: 15_000 })
})

test('a survey is answered by its steps, and what was not right leads on to a complaint', async ({ page, isHydrated }, info) => {
  const card = await newCode(page, `Survey ${info.project.name}`)
  await page.setViewportSize({ width: 320, height: 640 })
  const survey = card.replace('/card/', '/survey/')
  await open(page, survey)
  if (isHydrated) expect(await axe(page, 'rules of thumb')).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  const question = (id: string) => page.getByRole('group', { name: en(id) })
  await question('survey-ask-satisfaction-visit').getByRole('radio', { name: '2', exact: true }).check({ force: true })
  await question('survey-ask-recommendation-visit').getByRole('radio', { name: '10' }).check({ force: true })
  // Too soon is refused with a status that the browser logs.
  expectRefusal(page, survey)
  await expect(async () => {
    await mainButton(page, en('survey-send')).click()
    await expect(heading(page)).toHaveText(en('survey-thanks'), { timeout: 1000 })
  }).toPass()
  if (isHydrated) expect(await axe(page, 'rules of thumb')).toEqual([])
  await send(page, () => page.getByRole('main').getByRole('link', { name: en('complain-title') }).click())
  await expect(heading(page)).toHaveText(en('complain-title'))
})

test('a customer who said yes is called by a script, and what is not well becomes a case', async ({ page, isHydrated }, info) => {
  const name = `Kari ${info.project.name}`
  await signIn(page, 'service')
  await open(page, '/follow-ups/new')
  if (isHydrated) expect(await axe(page, 'rules of thumb')).toEqual([])
  await page.getByLabel(en('field-unit'), { exact: true }).selectOption({ index: 1 })
  await page.getByRole('radio', { name: en('bought-service') }).check()
  await page.getByLabel(en('follow-up-bought-on')).fill(new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10))
  await page.getByLabel(en('field-customer-name'), { exact: true }).fill(name)
  await page.getByLabel(en('field-phone'), { exact: true }).fill('22 33 44 55')
  expectRefusal(page, '/follow-ups/new')
  await send(page, () => mainButton(page, en('follow-up-plan')).click(), 422)
  await expect(page.getByRole('alert')).toContainText(en('why-no-consent'))
  await page.getByLabel(en('follow-up-consent')).check()
  await send(page, () => mainButton(page, en('follow-up-plan')).click())
  await send(page, () => page.getByRole('link', { name }).click())
  if (isHydrated) expect(await axe(page, 'rules of thumb')).toEqual([])
  await page.getByRole('radio', { name: en('follow-up-outcome-not_content') }).check()
  await page.getByLabel(en('follow-up-not-well')).fill(`The seam has come apart, says ${name}`)
  await page.getByLabel(en('field-category')).selectOption({ label: en('category-product') })
  await send(page, () => mainButton(page, en('follow-up-save')).click())
  await expect(page.getByText('The seam has come apart').first()).toBeVisible()
  await open(page, '/follow-ups')
  await expect(page.getByRole('link', { name })).toHaveCount(0)
})
