// The own account: who one is, language and colours, sessions, password, second factor, a link by mail's way in.
// Each project has an account of its own, made with the program: nothing here may disturb the others.
import { execFileSync } from 'node:child_process'
import { type Page } from '@playwright/test'
import { axe, code, en, expect, heading, mainButton, nb, open, send, signIn, test } from '../support'

async function expectAccessible(page: Page) {
  // The same markup without scripts, but axe needs them.
  if (test.info().project.name !== 'hydrated') return
  expect(await axe(page)).toEqual([])
}

test('the name in the header leads to the account', async ({ page }) => {
  await signIn(page, 'colleague', '/check-in')
  await send(page, () => page.getByRole('banner').getByRole('link', { name: /^Your account/ }).click())
  expect(new URL(page.url()).pathname).toBe('/account')
  await expect(page.getByText('colleague@demo.example').first()).toBeVisible()
  await expect(page.getByText(en('account-session-this'))).toBeVisible()
  await expectAccessible(page)
})

test('a manager of the demo is let in without a second factor, and told so', async ({ page }) => {
  await signIn(page, 'region', '/account')
  await expect(page.getByText(en('account-factor-waived'))).toBeVisible()
})

for (const path of ['/account/password', '/account/second-factor', '/account/recovery-codes', '/account/my-data', '/account/close']) {
  test(`${path} is accessible and fits a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await signIn(page, 'colleague', path)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
}

for (const path of ['/forgot', '/welcome?code=1']) {
  test(`${path} is accessible`, async ({ page }) => {
    await open(page, path)
    await expectAccessible(page)
  })
}

test('a forgotten password gets the same words for anybody', async ({ page }) => {
  await open(page, '/forgot')
  await page.getByLabel(en('sign-in-email')).fill(`nobody-${test.info().project.name}@demo.example`)
  await send(page, () => mainButton(page, en('forgot-submit')).click())
  await expect(heading(page)).toHaveText(en('forgot-sent-title'))
})

test('a code on paper opens the check-in on a phone, without a password and nothing else', async ({ page }) => {
  const database = process.env.TRIVSEL_TEST_DATABASE
  test.skip(!database, 'needs the database of the server')
  await page.setViewportSize({ width: 390, height: 844 })
  const login = `paper-${test.info().project.name}`
  const run = (args: string[], input = '') =>
    execFileSync('target/debug/trivsel', ['--database', database!, ...args], { cwd: '..', input, encoding: 'utf8' })
  run(['account', 'create', '--email', login, '--name', 'Liv Dal', '--role', 'employee', '--unit', 'S3-T1'], '\n')
  const paper = run(['account', 'code', '--login', login]).trim()

  // Where people sign in, the code is known by its form.
  await open(page, '/sign-in')
  await page.getByLabel(en('sign-in-email')).fill(login)
  await page.getByLabel(en('sign-in-password')).fill(paper)
  await send(page, () => mainButton(page, en('sign-in-submit')).click())
  await expect(page.getByLabel(en('welcome-code-label'), { exact: true })).toHaveValue(paper)
  await expectAccessible(page)
  // Who came after the round opened is told that the next one is theirs.
  await send(page, () => mainButton(page, en('welcome-answer')).click(), 403)
  expect(new URL(page.url()).pathname).toBe('/check-in')
  await open(page, '/team')
  await expect(page.getByRole('navigation', { name: en('nav-label') }).getByRole('link')).toHaveText([en('nav-check-in'), en('nav-team')])
  await open(page, '/account')
  await expect(page.locator('#sessions')).toContainText(en('account-session-answers', { until: '' }).trim())
  // Everything else asks for more.
  await open(page, '/trends', 401)
  await expect(heading(page)).toHaveText(en('sign-in-title'))
})

test('an account of one’s own: code on paper, language, sessions, second factor, closing', async ({ page, browser, origin }) => {
  const database = process.env.TRIVSEL_TEST_DATABASE
  test.skip(!database, 'needs the database of the server')
  const login = `throwaway-${test.info().project.name}`
  const run = (args: string[], input = '') =>
    execFileSync('target/debug/trivsel', ['--database', database!, ...args], { cwd: '..', input, encoding: 'utf8' })
  run(['account', 'create', '--email', login, '--name', 'Tone Kast', '--role', 'service', '--unit', 'S1'], '\n')
  const paper = run(['account', 'code', '--login', login]).trim()
  const own = 'fem rare reinsdyr i regn'

  await open(page, '/welcome?code=1')
  await page.getByLabel(en('sign-in-email')).fill(login)
  await page.getByLabel(en('welcome-code-label'), { exact: true }).fill(paper.toLowerCase())
  // Whoever handles cases needs a password: asked for without one, the page says so.
  await send(page, () => mainButton(page, en('welcome-answer')).click(), 422)
  await page.getByLabel(en('welcome-code-label'), { exact: true }).fill(paper)
  await page.getByLabel(en('field-new-password'), { exact: true }).fill(own)
  await page.getByLabel(en('field-repeat'), { exact: true }).fill(own)
  await send(page, () => mainButton(page, en('welcome-submit')).click())
  expect(new URL(page.url()).pathname).toBe('/complaints')

  // Language and colours, there again on another device.
  await open(page, '/account')
  await page.getByText('Norsk', { exact: true }).last().click()
  await page.getByText(en('account-theme-dark'), { exact: true }).click()
  await send(page, () => mainButton(page, en('account-look-save')).click())
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb')
  const phone = await browser.newContext({ baseURL: origin })
  await phone.request.post('/sign-in', { headers: { origin }, form: { login, password: own, next: '/help' } })
  const other = await phone.newPage()
  await other.goto('/account')
  await expect(other.locator('html')).toHaveAttribute('lang', 'nb')
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')

  // The other session ends from here.
  await open(page, '/account')
  await send(page, () => mainButton(page, nb('account-sessions-end-others')).click())
  expect((await other.goto('/account'))!.status()).toBe(401)
  await phone.close()

  // A second factor, and a sign-in with it.
  await open(page, '/account/second-factor?next=/account')
  const secret = (await page.locator('.secret').textContent())!
  await page.getByLabel(nb('factor-code'), { exact: true }).fill(code(secret))
  await send(page, () => mainButton(page, nb('factor-submit')).click())
  await expect(page.locator('.codes li')).toHaveCount(10)
  const recovery = (await page.locator('.codes li').first().textContent())!
  await send(page, () => page.getByRole('link', { name: nb('recovery-on') }).click())
  await expect(page.getByText(nb('account-factor-chip'), { exact: true })).toBeVisible()
  await send(page, () => page.getByRole('button', { name: nb('sign-out') }).click())
  await page.getByLabel(nb('sign-in-email'), { exact: true }).fill(login)
  await page.getByLabel(nb('sign-in-password'), { exact: true }).fill(own)
  await send(page, () => mainButton(page, nb('sign-in-submit')).click())
  await expect(heading(page)).toHaveText(nb('code-title'))
  await expectAccessible(page)
  await page.getByLabel(nb('code-label'), { exact: true }).fill(recovery)
  await send(page, () => mainButton(page, nb('sign-in-submit')).click())
  expect(new URL(page.url()).pathname).toBe('/complaints')

  await open(page, '/account/close')
  await page.getByText(nb('close-confirm')).click()
  await send(page, () => mainButton(page, nb('account-close')).click())
  await expect(page.getByRole('status')).toHaveText(nb('sign-in-closed'))
})
