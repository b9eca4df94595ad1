import { en, expect, heading, open, pattern, send, signIn, test, untilAlive, switchUnit } from '../support'
import type { Page } from '@playwright/test'

const chart = (page: Page) => page.getByRole('region', { name: en('trends-chart') })
const tabs = (page: Page) => page.getByRole('navigation', { name: en('trends-resolution') })

test('the sentence first, then the chart, then the same figures as a table', async ({ page }) => {
  await signIn(page, 'manager', '/trends')
  await expect(heading(page)).toHaveText(/^\S.+\.$/)
  const drawing = chart(page).locator('svg[role=group]').filter({ visible: true })
  await expect(drawing).toHaveCount(1)
  // The drawing is called by the sentence about the unit itself; which one below it stands out is said in the heading.
  const sentence = await heading(page).innerText()
  await expect(drawing).toHaveAccessibleName(/^\S.+\.$/)
  expect(sentence.startsWith((await drawing.getAttribute('aria-label'))!), sentence).toBe(true)
  expect(await drawing.locator('.pt').count()).toBeGreaterThan(50)
  const table = page.locator('details#table')
  await expect(table.getByRole('table')).toBeHidden()
  await table.getByText(en('trends-table')).click()
  await expect(table.getByRole('table')).toBeVisible()
  await expect(table.getByRole('columnheader').first()).toHaveText(en('column-period'))
  const rows = await table.getByRole('row').count()
  expect(rows).toBeGreaterThan(12)
  await expect(table.getByRole('rowheader').first()).not.toBeEmpty()
})

test('a phone gets a chart of its own, with text that can be read', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'manager', '/trends')
  const drawing = chart(page).locator('svg[role=group]').filter({ visible: true })
  await expect(drawing).toHaveCount(1)
  const smallest = await drawing.evaluate((svg) => {
    const sizes = [...svg.querySelectorAll('text')].map((text) => text.getBoundingClientRect().height)
    return Math.min(...sizes.filter((size) => size > 0))
  })
  expect(smallest).toBeGreaterThanOrEqual(10)
})

test('periods of another length', async ({ page }) => {
  await signIn(page, 'manager', '/trends')
  for (const length of ['month', 'quarter', 'week']) {
    await send(page, () => tabs(page).getByRole('link', { name: en(`resolution-${length}`), exact: true }).click())
    expect(new URL(page.url()).searchParams.get('resolution')).toBe(length)
    await expect(tabs(page).getByRole('link', { name: en(`resolution-${length}`), exact: true })).toHaveAttribute('aria-current', 'true')
    await expect(chart(page).locator('svg[role=group]').first()).toBeAttached()
    expect(await page.locator('details#table tbody tr').count(), length).toBeGreaterThan(length === 'quarter' ? 4 : 12)
  }
})

test('another unit, keeping the length of the periods', async ({ page }) => {
  await signIn(page, 'manager')
  await open(page, '/trends?unit=3&resolution=month')
  await switchUnit(page, 'Bryggen webshop')
  expect(new URL(page.url()).searchParams.get('unit')).toBe('6')
  expect(new URL(page.url()).searchParams.get('resolution')).toBe('month')
  expect(await page.title()).toContain('Bryggen webshop')
  await expect(page.locator('.switch summary')).toContainText('Bryggen webshop')
})

test('the chart as a file', async ({ page }) => {
  await signIn(page, 'manager', '/trends')
  for (const [name, type, start] of [
    ['SVG', 'image/svg+xml', /^(<\?xml[^>]*>\s*)?<svg /],
    ['PNG', 'image/png', /^\x89PNG\r\n\x1a\n/],
  ] as const) {
    const link = page.getByRole('link', { name, exact: true })
    const answer = await page.request.get((await link.getAttribute('href'))!)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toBe(type)
    expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/)
    expect(answer.headers()['cache-control']).toContain('no-store')
    const bytes = await answer.body()
    expect(bytes.toString('latin1', 0, 200)).toMatch(start)
    expect(bytes.length).toBeGreaterThan(5000)
    if (name === 'SVG') expect(bytes.toString()).not.toMatch(/<script|\son\w+=|href="http/)
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${name.toLowerCase()}$`))
  }
})

test('units that do not exist, and units of others, cannot be told apart', async ({ page }) => {
  await signIn(page, 'manager')
  // 8 is another site, 2 the region above, 1 the whole organisation.
  for (const unit of ['999999', '8', '9', '2', '1', '0', '-1', 'x', '4%20OR%201=1', '99999999999999999999', '']) {
    await open(page, `/trends?unit=${unit}`, 404)
    await expect(heading(page)).toHaveText(en('problem-not-found'))
    expect((await page.request.get(`/charts/trend.svg?unit=${unit}`)).status(), `chart of ${unit}`).toBe(404)
    expect((await page.request.get(`/charts/trend.png?unit=${unit}`)).status(), `chart of ${unit}`).toBe(404)
  }
})

test('charts are for those who may see the page', async ({ page }) => {
  expect((await page.request.get('/charts/trend.svg?unit=3')).status()).toBe(401)
  await signIn(page, 'admin')
  await open(page, '/trends?unit=3', 403)
  expect((await page.request.get('/charts/trend.svg?unit=3')).status()).toBe(403)
  expect((await page.request.get('/charts/trend.exe')).status()).toBe(403)
})

test('an employee sees the own team and no other', async ({ page }) => {
  await signIn(page, 'employee', '/trends')
  expect(await page.title()).toContain('Bryggen till')
  await open(page, '/trends?unit=5', 404)
  await open(page, '/trends?unit=3', 404)
})

test('a length of period that does not exist is not found', async ({ page }) => {
  await signIn(page, 'manager')
  await open(page, '/trends?resolution=century', 404)
})

test('the link says how sure it is, or why it says nothing', async ({ page }) => {
  await signIn(page, 'region', '/trends')
  const card = page.getByRole('complementary')
  await expect(card.getByRole('heading', { name: en('link-title') })).toBeVisible()
  const text = (await card.innerText()).replace(/\s+/g, ' ')
  const gates = ['link-pending', 'link-gate-periods', 'link-gate-variation', 'link-gate-separable', 'link-gate-estimable', 'link-gate-data']
  const saysWhyNot = gates.some((id) => pattern('en', id).test(text)) || /Too few/.test(text)
  expect(text.includes('%') || saysWhyNot, text).toBe(true)
  if (text.includes('%')) expect(text).toMatch(/range: [\d.,]+ % to [\d.,]+ %|fit anything from|lean towards/)
  expect(text).not.toMatch(/\b(cause[sd]?|because of|leads? to|due to)\b(?<!proof of cause)/)
  await send(page, () => card.getByRole('link', { name: en('link-how') }).click())
  expect(page.url()).toMatch(/\/help#link$/)
  await expect(page.getByRole('heading', { name: en('help-link'), exact: true })).toBeInViewport()
})

test('a point explains itself under the pointer and to the keyboard', async ({ page, isHydrated }) => {
  await signIn(page, 'manager', '/trends')
  const points = chart(page).locator('svg[role=group]').filter({ visible: true }).locator('.pt')
  // Without scripts the browser's own bubble shows the same words.
  await expect(points.nth(5).locator('title')).toHaveText(pattern('en', 'point-value'))
  test.skip(!isHydrated, 'the rest is an island')
  const tip = page.locator('.tip')
  await expect(tip).toHaveCount(0)
  const words = (await points.nth(5).locator('title').textContent())!
  const pointAt = async () => {
    await heading(page).hover()
    await points.nth(5).hover()
  }
  await untilAlive(pointAt, () => expect(tip).toHaveText(words, { timeout: 300 }))
  const box = (await tip.boundingBox())!
  // By its point: it once stood hundreds of pixels away, in the frame of the page.
  const at = (await points.nth(5).locator('circle').boundingBox())!
  const above = at.y - (box.y + box.height)
  expect(above).toBeGreaterThan(-4)
  expect(above).toBeLessThan(24)
  expect(box.x).toBeLessThanOrEqual(at.x + at.width)
  expect(box.x + box.width).toBeGreaterThanOrEqual(at.x)
  expect(box.x).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width).toBeLessThanOrEqual(page.viewportSize()!.width)
  await heading(page).hover()
  await expect(tip).toHaveCount(0)
  const marked = chart(page).locator('svg[role=group]').filter({ visible: true }).locator('.pt[tabindex="0"]').first()
  await marked.focus()
  await expect(tip).toHaveText((await marked.getAttribute('aria-label'))!)
  await page.keyboard.press('Escape')
  await expect(tip).toHaveCount(0)
})

test('the tab key stops once in a series, and arrows go on from there', async ({ page, isHydrated }) => {
  await signIn(page, 'manager', '/trends')
  const drawing = chart(page).locator('svg[role=group]').filter({ visible: true })
  const series = await drawing.locator('.pt').evaluateAll((points) => new Set(points.map((point) => point.getAttribute('data-series'))).size)
  await expect(drawing.locator('.pt[tabindex="0"]')).toHaveCount(series)
  await expect(drawing.locator('.pt:not([aria-hidden])')).toHaveCount(series)
  test.skip(!isHydrated, 'arrows are an island')
  const tip = page.locator('.tip')
  const last = drawing.locator('.pt[data-series="0"]').last()
  await untilAlive(async () => { await heading(page).hover(); await last.focus() }, () => expect(tip).toHaveCount(1, { timeout: 300 }))
  const before = await drawing.locator('.pt[data-series="0"]').nth(-2).locator('title').textContent()
  await page.keyboard.press('ArrowLeft')
  await expect(drawing.locator('.pt:focus')).toHaveAttribute('aria-label', before!)
  await expect(drawing.locator('.pt[tabindex="0"]')).toHaveCount(series)
})

test('a finger anywhere in a period shows all its values below the chart', async ({ browser, isHydrated }) => {
  test.skip(!isHydrated, 'fingers are an island')
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 }, ignoreHTTPSErrors: true })
  const page = await context.newPage()
  await signIn(page, 'manager', '/trends')
  const drawing = chart(page).locator('svg[role=group]').filter({ visible: true })
  const point = drawing.locator('.pt[data-series="0"]').nth(-3)
  const step = (await point.getAttribute('data-step'))!
  const picked = page.locator('.picked')
  await untilAlive(() => point.locator('rect').tap({ force: true }), () => expect(picked.getByRole('listitem').first()).toBeVisible({ timeout: 300 }))
  const values = await drawing.locator(`.pt[data-step="${step}"] title`).allTextContents()
  await expect(picked.getByRole('listitem')).toHaveText(values)
  await expect(picked.getByRole('link', { name: en('chart-to-table') })).toHaveAttribute('href', /^#/)
  await context.close()
})
