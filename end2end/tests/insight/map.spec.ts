// The heat map and the cards of teams: from a unit to its parts, picking, searching, files.
import { en, expect, heading, mainButton, open, pattern, send, signIn, test, untilAlive, switchUnit } from '../support'

test('the heat map shows the units below, round by round, and what each square means', async ({ page }) => {
  await signIn(page, 'manager', '/trends/map')
  await expect(heading(page)).toContainText(en('measure-strain'))
  const chart = page.getByRole('region', { name: en('map-chart') })
  const squares = chart.locator('svg[role=group]').first().locator('.pt title')
  expect(await squares.count()).toBeGreaterThan(60)
  await expect(squares.first()).toHaveText(/week \d+, 20\d\d/)
  // Every number is in the table too: a row for each team of the site, newest round first.
  const table = page.locator('details#table table')
  expect(await table.locator('tbody tr').count()).toBe(4)
  expect(await table.locator('thead th').count()).toBe(27)
})

test('another measure, more rounds, and a unit further down', async ({ page }) => {
  await signIn(page, 'manager', '/trends/map')
  await page.getByLabel(en('map-measure')).selectOption({ label: en('measure-response-rate') })
  await send(page, () => page.locator('.controls').getByRole('button', { name: en('show') }).click())
  await expect(heading(page)).toHaveText(en('map-headline-plain', { measure: en('measure-response-rate') }))
  await send(page, () => page.getByRole('link', { name: en('map-rounds', { rounds: 52 }) }).click())
  expect(new URL(page.url()).searchParams.get('measure')).toBe('response_rate')
  expect(await page.locator('details#table thead th').count()).toBe(53)
  await switchUnit(page)
  expect(new URL(page.url()).searchParams.get('rounds')).toBe('52')
  expect(await page.locator('details#table tbody tr').count()).toBe(1)
})

test('the heat map as a file', async ({ page }) => {
  await signIn(page, 'manager', '/trends/map?unit=3&measure=satisfaction&rounds=52')
  for (const [name, type] of [['SVG', 'image/svg+xml'], ['PNG', 'image/png']] as const) {
    const href = (await page.getByRole('link', { name, exact: true }).getAttribute('href'))!
    const answer = await page.request.get(href)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toBe(type)
    expect((await answer.body()).length).toBeGreaterThan(5000)
  }
})

test('units that do not exist, and units of others, cannot be told apart', async ({ page }) => {
  await signIn(page, 'manager')
  for (const unit of ['999999', '8', '2', '1', '-1', 'x']) {
    for (const path of ['/trends/map', '/trends/teams']) await open(page, `${path}?unit=${unit}`, 404)
    expect((await page.request.get(`/charts/map.svg?unit=${unit}`)).status()).toBe(404)
  }
})

test('every team has a card that leads to its trend', async ({ page }) => {
  await signIn(page, 'hr', '/trends/teams')
  // Sixteen, and whatever other tests have opened.
  const teams = Number(/(\d+) teams/.exec(await heading(page).innerText())![1])
  expect(teams).toBeGreaterThanOrEqual(16)
  const cards = page.locator('.multiples > li')
  await expect(cards).toHaveCount(teams)
  // The pictures say nothing that the words do not.
  await expect(cards.first().locator('.course').first()).toHaveAttribute('aria-hidden', 'true')
  await expect(cards.first().locator('dt')).toHaveText([en('measure-strain'), en('measure-satisfaction'), en('teams-complaints')])
  const link = cards.first().getByRole('heading').getByRole('link')
  const name = await link.innerText()
  await send(page, () => link.click())
  expect(new URL(page.url()).pathname).toBe('/trends')
  expect(await page.title()).toContain(name)
})

test('teams are searched by name and picked by what stands out', async ({ page }) => {
  await signIn(page, 'hr', '/trends/teams')
  await page.getByLabel(en('teams-search')).fill('bryggen')
  await send(page, () => mainButton(page, en('search')).click())
  const cards = page.locator('.multiples > li')
  const found = await cards.count()
  expect(found).toBeGreaterThan(0)
  expect(found).toBeLessThan(12)
  await expect(page.getByRole('status')).toHaveText(en('teams-found', { count: found, search: 'bryggen' }))
  await open(page, '/trends/teams?search=no+such+team')
  await expect(page.getByRole('heading', { name: en('teams-none') })).toBeVisible()
  await send(page, () => page.getByRole('link', { name: en('teams-none-all') }).click())
  expect(await cards.count()).toBeGreaterThanOrEqual(16)
  for (const show of ['concern', 'better'] as const) {
    await open(page, '/trends/teams')
    const tab = page.getByRole('link', { name: pattern('en', `teams-show-${show}`) })
    const count = Number(/\((\d+)\)/.exec(await tab.innerText())![1])
    await send(page, () => tab.click())
    await expect(cards).toHaveCount(count)
    if (count > 0) await expect(cards.first()).toContainText(en(`legend-${show}`))
  }
})

test('a square explains itself under the pointer', async ({ page, isHydrated }) => {
  test.skip(!isHydrated, 'an island')
  await signIn(page, 'manager', '/trends/map')
  const square = page.locator('svg.wide .pt').nth(5)
  const words = (await square.locator('title').textContent())!
  const pointAt = async () => {
    await heading(page).hover()
    await square.hover()
  }
  await untilAlive(pointAt, () => expect(page.locator('.tip')).toHaveText(words, { timeout: 300 }))
})

test('a phone says that its map has not all rounds, and a desk need not', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'manager', '/trends/map')
  const note = page.getByText(en('map-narrow', { shown: 12, all: 26 }))
  await expect(note).toBeVisible()
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(note).toBeHidden()
})
