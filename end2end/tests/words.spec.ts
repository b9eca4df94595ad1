// What somebody has written is not lost: not to another language or theme, not to a session that ends, not to a
// page that is left, not to a network that is gone.
import { en, expect, fillSignIn, heading, mainButton, nb, send, signIn, t, test, untilAlive, type Role } from './support'
import type { Page } from '@playwright/test'

const form = '/actions/new?unit=3'
const text = 'Two at the till after four, and æøå'
const tried = (page: Page) => page.locator('#tried')

test('another language takes along what is filled in, and Enter still sends', async ({ page }) => {
  await signIn(page, 'manager', form)
  await tried(page).fill(text)
  await send(page, () => page.getByRole('button', { name: 'Norsk' }).click())
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb')
  await expect(heading(page)).toHaveText(nb('action-agree'))
  await expect(tried(page)).toHaveValue(text)
  await send(page, () => page.getByRole('button', { name: 'English' }).click())
  await expect(tried(page)).toHaveValue(text)
  await page.locator('#review_on').fill('')
  await send(page, () => page.locator('#review_on').press('Enter'), 422)
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page).toHaveTitle(new RegExp(`^${t('en', 'title-refused', { title: '' })}`))
})

test('another theme takes along what is filled in', async ({ page, isHydrated }) => {
  await signIn(page, 'manager', form)
  await tried(page).fill(text)
  const button = page.locator('header button[data-themes]')
  // With scripts the page stays; without, it is shown again.
  if (isHydrated) await button.click()
  else await send(page, () => button.click())
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(tried(page)).toHaveValue(text)
})

test('what is sent with an ended session comes back filled in after signing in', async ({ page, isHydrated }) => {
  await signIn(page, 'manager', form)
  await tried(page).fill(text)
  await page.context().clearCookies({ name: 'trivsel' })
  await send(page, () => mainButton(page, en('action-agree-submit')).click(), 401)
  await fillSignIn(page, 'manager')
  // With scripts the page between goes on by itself.
  if (!isHydrated) await send(page, () => mainButton(page, en('words-kept-go-on')).click())
  await expect(tried(page)).toHaveValue(text)
  await expect(heading(page)).toHaveText(en('action-agree'))
})

test('a form that is left is found as it was, until it is emptied', async ({ page, isHydrated }) => {
  test.skip(!isHydrated, 'needs scripts')
  await signIn(page, 'manager', form)
  await untilAlive(() => page.evaluate(() => navigator.serviceWorker.ready), () => expect(tried(page)).toBeVisible())
  await tried(page).fill(text)
  await expect(async () => {
    await page.reload()
    await expect(tried(page)).toHaveValue(text, { timeout: 500 })
  }).toPass({ timeout: 15_000 })
  await expect(page.getByText(en('draft-back'))).toBeVisible()
  await page.getByRole('button', { name: en('draft-empty') }).click()
  await expect(tried(page)).toHaveValue('')
  await page.reload()
  await expect(tried(page)).toHaveValue('')
})

test('without network there is a page of our own', async ({ page, context, isHydrated }) => {
  test.skip(!isHydrated, 'needs scripts')
  await signIn(page, 'manager', form)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => page.evaluate(async () => (await (await caches.open('offline')).keys()).length)).toBe(1)
  await tried(page).fill(text)
  await context.setOffline(true)
  await mainButton(page, en('action-agree-submit')).click()
  await expect(heading(page)).toHaveText(en('offline-title'))
  await expect(page.getByText(en('offline-unsent'))).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('link', { name: en('offline-again') }).click()
  await expect(tried(page)).toHaveValue(text)
})

/** Every long form: who fills it in, where, and how it is reached from there. What is answered in a check-in is handed
 *  to nobody else and waits on the device in its own way: tests/staff has it. */
type Form = { role: Role, path: string, text?: string, reach?: (page: Page) => Promise<unknown> }

/** From the list of cases to the step of the first that offers one with a text. */
async function step(page: Page): Promise<void> {
  await send(page, () => page.getByRole('main').getByRole('table').getByRole('link').first().click())
  await page.locator('main details:has(a[href$="/letter"]) > summary').click()
  await send(page, () => page.locator('main a[href$="/letter"]').click())
}

const aside = (page: Page) => send(page, () => page.getByRole('link', { name: en('matter-put-aside') }).first().click())

const forms: Form[] = [
  { role: 'manager', path: '/actions/new?unit=3' },
  { role: 'manager', path: '/actions/1' },
  { role: 'manager', path: '/actions/1/edit' },
  { role: 'manager', path: '/trends/notes/new?unit=3' },
  { role: 'manager', path: '/trends/notes/1/change' },
  { role: 'manager', path: '/letters?template=refusal' },
  { role: 'manager', path: '/contacts', text: '312' },
  { role: 'region', path: '/today', reach: aside },
  { role: 'service', path: '/complaints/new' },
  { role: 'service', path: '/complaints?show=open', reach: step },
  { role: 'hr', path: '/rounds/new' },
  { role: 'hr', path: '/rounds/104/void' },
  { role: 'hr', path: '/questions/new' },
  { role: 'admin', path: '/settings' },
  { role: 'admin', path: '/units/new?parent=2' },
  { role: 'admin', path: '/units/3/rename' },
  { role: 'admin', path: '/people/new' },
  { role: 'admin', path: '/people/1/change' },
]

/** The first field of the form that takes words. */
const words = (page: Page) => page.locator('#form').locator('textarea, input[type=text], input:not([type])').first()
const submit = (page: Page) => page.locator('#form button.btn').first()

/** Signed in anew for each of these: they end their sessions and lose their network. */
for (const { role, path, text: own, reach } of forms) {
  const said = own ?? 'Æøå, and two at the till'

  test(`${path}: a session that ends before it is sent loses nothing`, async ({ page, isHydrated }) => {
    await signIn(page, role, path)
    await reach?.(page)
    await words(page).fill(said)
    await page.context().clearCookies({ name: 'trivsel' })
    await send(page, () => submit(page).click(), 401)
    await fillSignIn(page, role)
    if (!isHydrated) await send(page, () => mainButton(page, en('words-kept-go-on')).click())
    await expect(words(page)).toHaveValue(said)
  })

  test(`${path}: a network that is gone when it is sent loses nothing`, async ({ page, context, isHydrated }) => {
    test.skip(!isHydrated, 'needs scripts')
    await signIn(page, role, path)
    await reach?.(page)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await expect.poll(() => page.evaluate(async () => (await (await caches.open('offline')).keys()).length)).toBe(1)
    await words(page).fill(said)
    await context.setOffline(true)
    await submit(page).click()
    await expect(heading(page)).toHaveText(en('offline-title'))
    await context.setOffline(false)
    await page.getByRole('link', { name: en('offline-again') }).click()
    await expect(words(page)).toHaveValue(said)
  })
}
