import { email, en, expect, fillSignIn, heading, mainButton, open, password, pattern, send, test, type Role } from '../support'

const startPages: [Role, string][] = [
  ['employee', '/check-in'],
  ['colleague', '/check-in'],
  ['manager', '/today'],
  ['region', '/today'],
  ['service', '/complaints'],
  ['hr', '/today'],
  ['representative', '/today'],
  ['admin', '/start'],
]

test('a wrong password is refused without being sent back', async ({ page }) => {
  const wrong = 'not the password at all'
  await open(page, '/sign-in')
  await page.getByLabel(en('sign-in-email'), { exact: true }).fill(email('representative'))
  await page.getByLabel(en('sign-in-password'), { exact: true }).fill(wrong)
  const response = await send(page, () => mainButton(page, en('sign-in-submit')).click(), 401)
  expect(await response.text()).not.toContain(wrong)
  await expect(page.getByRole('alert')).toContainText(en('problem-wrong-sign-in'))
  await expect(page.getByRole('alert')).toContainText(en('problem-wrong-sign-in-text'))
  await expect(page.getByLabel(en('sign-in-email'), { exact: true })).toHaveValue(email('representative'))
  await expect(page.getByLabel(en('sign-in-password'), { exact: true })).toHaveValue('')
})

test('an unknown address is refused with the same words', async ({ page }) => {
  await open(page, '/sign-in')
  await page.getByLabel(en('sign-in-email'), { exact: true }).fill(`nobody-${test.info().project.name}@demo.example`)
  await page.getByLabel(en('sign-in-password'), { exact: true }).fill(password)
  await send(page, () => mainButton(page, en('sign-in-submit')).click(), 401)
  await expect(page.getByRole('alert')).toContainText(en('problem-wrong-sign-in-text'))
})

for (const [role, start] of startPages) {
  test(`${role} starts at ${start} and can sign out`, async ({ page }) => {
    await open(page, '/sign-in')
    await fillSignIn(page, role)
    expect(new URL(page.url()).pathname).toBe(start)
    await expect(heading(page)).toBeVisible()
    await send(page, () => page.getByRole('button', { name: en('sign-out') }).click())
    await expect(page.getByRole('status')).toHaveText(en('sign-in-signed-out'))
    await open(page, start, 401)
  })
}

test('the demo lists its accounts, each one button away', async ({ page }) => {
  await open(page, '/sign-in')
  await expect(page.getByText(password, { exact: true })).toBeVisible()
  for (const [role] of startPages) {
    await expect(page.getByText(email(role), { exact: true })).toBeVisible()
  }
  // Each button says whom it signs in: the role and, for two managers, the unit.
  const buttons = page.getByRole('button', { name: pattern('en', 'sign-in-use-label') })
  const labels = await buttons.evaluateAll((found) => found.map((button) => button.getAttribute('aria-label')))
  expect(labels).toHaveLength(startPages.length)
  expect(new Set(labels).size).toBe(startPages.length)
  await send(page, () => page.getByRole('button', { name: new RegExp(en('role-service')) }).click())
  expect(new URL(page.url()).pathname).toBe('/complaints')
})

test('a page asked for while signed out comes after signing in', async ({ page }) => {
  await open(page, '/trends', 401)
  await expect(heading(page)).toHaveText(en('sign-in-title'))
  await expect(page.getByText(en('sign-in-needed'))).toBeVisible()
  await page.getByLabel(en('sign-in-email'), { exact: true }).fill(email('employee'))
  await page.getByLabel(en('sign-in-password'), { exact: true }).fill(password)
  await send(page, () => mainButton(page, en('sign-in-submit')).click())
  expect(new URL(page.url()).pathname).toBe('/trends')
})

test('the query of a page asked for while signed out is kept', async ({ page }) => {
  await open(page, '/trends?unit=4&resolution=month', 401)
  await fillSignIn(page, 'manager')
  expect(page.url()).toMatch(/\/trends\?unit=4&resolution=month$/)
})

test('the way on survives a wrong password', async ({ page }) => {
  await open(page, '/trends', 401)
  await page.getByLabel(en('sign-in-email'), { exact: true }).fill(email('employee'))
  await page.getByLabel(en('sign-in-password'), { exact: true }).fill('a slip of the finger')
  await send(page, () => mainButton(page, en('sign-in-submit')).click(), 401)
  await page.getByLabel(en('sign-in-password'), { exact: true }).fill(password)
  await send(page, () => mainButton(page, en('sign-in-submit')).click())
  expect(new URL(page.url()).pathname).toBe('/trends')
})

for (const next of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
  test(`signing in never leads to ${next}`, async ({ page, origin }) => {
    await open(page, `/sign-in?next=${encodeURIComponent(next)}`)
    await fillSignIn(page, 'manager')
    expect(new URL(page.url()).origin).toBe(origin)
    expect(new URL(page.url()).pathname).toBe('/today')
  })
}

test('the session cookie is out of reach of scripts and of other sites', async ({ page, context }) => {
  await open(page, '/sign-in?next=/help')
  await fillSignIn(page, 'employee')
  const cookie = (await context.cookies()).find((cookie) => cookie.name.endsWith('trivsel'))
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
})
