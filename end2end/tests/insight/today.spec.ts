// The morning view: where managers begin, at most three sentences, each leading on.
import { en, expect, heading, nb, open, pattern, send, signIn, switchUnit, test } from '../support'

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

test('what waits is named with its figures, put aside with a reason and taken up again', async ({ page }) => {
  await signIn(page, 'hr', '/today')
  const open = page.getByRole('main').locator('.matters > ol > li')
  const before = await open.count()
  // The demo's story has one team that slips, planted so that it stands out on every day.
  expect(before).toBeGreaterThanOrEqual(1)
  const name = (await open.first().getByRole('heading').getByRole('link').innerText()).trim()
  await expect(open.first().locator('.said')).toHaveText(/\d/)
  await send(page, () => open.first().getByRole('link', { name: en('matter-put-aside') }).click())
  await expect(heading(page)).toHaveText(en('matter-aside-title'))
  await send(page, () => page.getByRole('main').getByRole('button', { name: en('matter-put-aside') }).click(), 422)
  await page.getByLabel(en('field-reason')).fill('Stocktaking')
  await send(page, () => page.getByRole('main').getByRole('button', { name: en('matter-put-aside') }).click())
  await expect(page.getByRole('status').filter({ hasText: en('matter-done-aside') })).toBeVisible()
  const inHand = page.locator('.in-hand')
  await expect(inHand.getByText('Stocktaking')).toHaveCount(1)
  await inHand.locator('summary').click()
  await send(page, () => inHand.locator('li').filter({ hasText: name }).getByRole('button').first().click())
  await expect(page.getByRole('main').locator('.matters > ol > li')).toHaveCount(before)
})

test('a sentence about a unit opens its trend', async ({ page }) => {
  await signIn(page, 'manager', '/today')
  // The demo's last round was released within the week, and its figures are news of the unit.
  await send(page, () => page.locator('.news a[href^="/trends?unit="]').first().click())
  expect(new URL(page.url()).pathname).toBe('/trends')
})

test('a region can be narrowed to one of its sites', async ({ page }) => {
  await signIn(page, 'region', '/today')
  await switchUnit(page, 'Bryggen')
  await expect(page).toHaveURL(/\/today\?unit=\d+$/)
  await expect(heading(page)).toHaveText(en('today-title', { unit: 'Bryggen' }))
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
