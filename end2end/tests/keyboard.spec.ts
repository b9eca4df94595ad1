// How far it is by keyboard to what a page is for: the stops of the tab key until the first point of its chart, or
// until the first thing that waits.
import { en, expect, open, signIn, test, type Role } from './support'
import type { Page } from '@playwright/test'

/** As many stops as somebody may be asked to pass. */
const most = 8

/** Presses the tab key, and Enter on the last link that skips something, until what has the focus fits. */
async function stops(page: Page, selector: string): Promise<number> {
  const skips = await page.locator('a.skip:not(.inline)').count()
  for (let stop = 1; stop <= 40; stop += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector)) return stop
    if (stop === skips) {
      await expect(page.locator('a.skip:not(.inline)').last()).toBeFocused()
      await page.keyboard.press('Enter')
    }
  }
  return Infinity
}

const pages: [role: Role, path: string, selector: string][] = [
  ['manager', '/trends', '.plot .pt'],
  ['manager', '/trends?unit=4&resolution=month', '.plot .pt'],
  ['manager', '/trends/map', '.plot .pt'],
  ['manager', '/trends/drivers', '.plot .pt'],
  ['hr', '/trends/sites?kind=team', '.plot .pt'],
  ['hr', '/trends/load?kind=team', '.plot .pt'],
  ['hr', '/trends/teams', '.multiples a'],
  ['employee', '/team', '.plot .pt'],
  ['employee', '/trends', '.plot .pt'],
  ['hr', '/today', '.matters a'],
]

for (const [role, path, selector] of pages) {
  test(`${path} as ${role}: few stops to what it is for`, async ({ page }) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 })
      await signIn(page, role, path)
      expect(await stops(page, selector), `stops at ${width} pixels`).toBeLessThanOrEqual(most)
    }
  })
}

test('the way to the figures is offered where there are any, and says so', async ({ page }) => {
  await signIn(page, 'manager', '/trends')
  await expect(page.getByRole('link', { name: en('skip-figures') })).toHaveAttribute('href', '#figure')
  await expect(page.locator('#figure')).toHaveCount(1)
  await open(page, '/help')
  await expect(page.locator('a.skip')).toHaveCount(1)
})
