// Units side by side: the funnel, the plane of workload and complaints, the drivers, and what stands out.
import { readFileSync } from 'node:fs'
import { en, expect, heading, open, pattern, send, signIn, test } from '../support'

const main = 'main'

test('the funnel has a table by name and leads to a site, and the choices stay', async ({ page }) => {
  await signIn(page, 'hr', '/trends/sites?kind=team')
  await expect(heading(page)).toHaveText(/chance/)
  await send(page, () => page.getByRole('link', { name: en('stretch-quarter'), exact: true }).click())
  await expect(page).toHaveURL(/kind=team&stretch=quarter$/)
  await expect(page.getByRole('link', { name: en('stretch-quarter'), exact: true })).toHaveAttribute('aria-current', 'true')
  await page.getByText(en('trends-table')).click()
  const names = await page.locator(`${main} table tbody th`).allTextContents()
  expect(names.length).toBeGreaterThan(10)
  expect(names).toEqual([...names].sort())
  await send(page, () => page.locator(`${main} table tbody a`).first().click())
  await expect(page).toHaveURL(/\/trends\?unit=\d+$/)
})

test('the funnel and the plane can be taken out as SVG and PNG', async ({ page }) => {
  await signIn(page, 'hr', '/trends/sites?kind=team')
  for (const [path, names] of [['/trends/sites?kind=team', 'sites'], ['/trends/load?kind=team', 'load'], ['/trends/drivers', 'drivers']]) {
    await open(page, path!)
    for (const [label, start] of [['SVG', '<?xml'], ['PNG', '\x89PNG']]) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('main').getByRole('link', { name: label!, exact: true }).click(),
      ])
      expect(download.suggestedFilename()).toBe(`trivsel-${names}.${label!.toLowerCase()}`)
      expect(readFileSync(await download.path(), 'latin1').startsWith(start!)).toBe(true)
    }
  }
})

test('a dot of the plane can be reached by keyboard, is named, and leads to its unit', async ({ page }) => {
  await signIn(page, 'hr', '/trends/load?kind=team')
  await expect(heading(page)).toHaveText(/much to do and many complaints/)
  const dots = page.locator('svg.wide a.pt')
  expect(await dots.count()).toBeGreaterThan(5)
  // One stop for all of them; arrows go on from there.
  const stop = page.locator('svg.wide a.pt[tabindex="0"]')
  await expect(stop).toHaveCount(1)
  await stop.focus()
  await expect(stop).toBeFocused()
  await expect(stop).toHaveAccessibleName(pattern('en', 'load-point'))
  await send(page, () => page.keyboard.press('Enter'))
  await expect(page).toHaveURL(/\/trends\?unit=\d+$/)
})

test('drivers are ordered, with what the order rests on', async ({ page }) => {
  await signIn(page, 'manager', '/trends/drivers')
  await expect(heading(page)).toHaveCount(1)
  await expect(page.getByText(en('drivers-note-same-people'))).toBeVisible()
  await page.getByText(en('trends-table')).click()
  const standing = await page.locator(`${main} table tbody tr td:last-child`).allTextContents()
  expect(standing.length).toBe(12)
  const order = [en('drivers-clear'), en('drivers-unclear'), en('drivers-too-little')]
  const places = standing.map((text) => order.indexOf(text))
  expect(places).toEqual([...places].sort())
})

test('the card of what stands out leads to all drivers of the unit', async ({ page }) => {
  await signIn(page, 'manager', '/trends')
  await expect(page.getByRole('heading', { level: 2, name: en('stands-out-title') })).toBeVisible()
  await send(page, () => page.getByRole('link', { name: en('stands-out-all') }).click())
  await expect(page).toHaveURL(/\/trends\/drivers\?unit=\d+$/)
})

test('a team has nothing below it, and the page says what to do', async ({ page }) => {
  await signIn(page, 'manager', '/trends/sites?unit=4')
  await expect(heading(page)).toHaveText(en('compare-nothing-below'))
  await expect(page.getByText(en('compare-nothing-below-lead'))).toBeVisible()
})

test('on a phone the names of drivers stand whole above their bars', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'manager', '/trends/drivers')
  await expect(heading(page)).toHaveText(pattern('en', 'drivers-headline-room'))
  const texts = await page.locator('.plot svg.slim text').allTextContents()
  expect(texts.length).toBeGreaterThan(12)
  expect(texts.filter((text) => text.includes('…'))).toEqual([])
})
