// The morning view: where managers begin, at most three sentences, each leading on.
import { en, expect, heading, nb, open, pattern, send, signIn, test } from '../support'

for (const role of ['manager', 'region', 'hr', 'representative'] as const) {
  test(`${role} begins with what is new, in at most three sentences`, async ({ page }) => {
    await signIn(page, role)
    await open(page, '/')
    expect(new URL(page.url()).pathname).toBe('/today')
    await expect(heading(page)).toHaveText(pattern('en', 'today-title'))
    const sentences = page.getByRole('main').locator('.news').getByRole('link')
    const count = await sentences.count()
    expect(count).toBeGreaterThanOrEqual(1)
    expect(count).toBeLessThanOrEqual(3)
    await expect(page.getByRole('navigation', { name: en('nav-label') }).getByRole('link').filter({ hasText: en('nav-today') }))
      .toHaveAttribute('aria-current', 'page')
  })
}

test('a sentence about a unit opens its trend', async ({ page }) => {
  await signIn(page, 'manager', '/today')
  // The demo's last round was released within the week, and its figures are news of the unit.
  await send(page, () => page.locator('.news a[href^="/trends?unit="]').first().click())
  expect(new URL(page.url()).pathname).toBe('/trends')
})

test('a region can be narrowed to one of its sites', async ({ page }) => {
  await signIn(page, 'region', '/today')
  await send(page, () => page.getByRole('button', { name: en('show') }).click())
  await expect(page).toHaveURL(/\/today\?unit=\d+$/)
  await expect(page.getByRole('main').getByRole('list').first().getByRole('link').first()).toHaveText('Vest')
})

test('the page reads in Bokmål', async ({ page, context, origin }) => {
  await context.addCookies([{ name: 'lang', value: 'nb', url: origin }])
  await signIn(page, 'manager', '/today')
  await expect(heading(page)).toHaveText(pattern('nb', 'today-title'))
  await expect(page.getByText(nb('today-how'))).toBeVisible()
})

test('whoever only answers has no morning view', async ({ page }) => {
  await signIn(page, 'employee')
  await open(page, '/today', 403)
})
