// What decides on a phone, on paper and at the desk whether a page can be used: where things stand.
import { en, expect, heading, mainButton, open, send, signIn, test } from './support'
import type { Page } from '@playwright/test'

test.beforeEach(({ isHydrated }) => test.skip(!isHydrated, 'the same markup and styles'))

const phone = { width: 390, height: 844 }

const topOf = (page: Page, what: string) => page.locator(what).first().evaluate((element) => element.getBoundingClientRect().top)
const bottomOf = (page: Page, what: string) => page.locator(what).first().evaluate((element) => element.getBoundingClientRect().bottom)

test('on a phone the chart begins on the first screen, below one row of tabs', async ({ page }) => {
  await page.setViewportSize(phone)
  await signIn(page, 'manager', '/trends')
  const tabs = await page.locator('main .tabs').first().evaluate((row) => {
    const tops = [...row.querySelectorAll('a')].map((tab) => Math.round(tab.getBoundingClientRect().top))
    return new Set(tops).size
  })
  expect(tabs, 'rows of tabs').toBe(1)
  expect(await topOf(page, 'main figure svg.slim')).toBeLessThan(phone.height * 0.75)
})

// Two staff measures, or as many as can be chosen; of a team, of a site with a team that stands out, of a region.
for (const address of ['/trends?unit=4', '/trends', '/trends?measures=overloaded&measures=recovery&measures=underloaded', '/trends?unit=2']) {
  test(`${address} prints on one sheet of A4`, async ({ page }) => {
    await signIn(page, 'region', address)
    const paper = await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true })
    expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  })
}

test('nothing touches: heading and form of the sign-in, and the footer stands in line with the page', async ({ page }) => {
  await open(page, '/sign-in')
  expect(await topOf(page, 'main form label') - await bottomOf(page, 'main h1')).toBeGreaterThanOrEqual(16)
  await open(page, '/no/such/page', 404)
  const left = (what: string) => page.locator(what).first().evaluate((element) => {
    const { left } = element.getBoundingClientRect()
    return Math.round(left + parseFloat(getComputedStyle(element).paddingLeft))
  })
  expect(await left('main')).toBe(await left('footer'))
})

test('hints of keys are there for a keyboard, and not on a phone', async ({ page }) => {
  await signIn(page, 'service', '/complaints')
  await expect(page.locator('kbd.keys').first()).toBeVisible()
  const touch = await page.context().browser()!.newContext({ viewport: phone, hasTouch: true, isMobile: true, baseURL: new URL(page.url()).origin })
  try {
    const small = await touch.newPage()
    await signIn(small, 'service', '/complaints')
    await expect(heading(small)).toBeVisible()
    await expect(small.locator('kbd.keys').first()).toBeHidden()
  } finally {
    await touch.close()
  }
})

test('a refused form is read out first: focus on what has to be mended, and the title says so', async ({ page }) => {
  await signIn(page, 'service', '/complaints/new')
  await send(page, () => mainButton(page, en('case-new-submit')).click(), 422)
  const summary = page.locator('.error-summary')
  await expect(summary).toBeFocused()
  await expect(page).toHaveTitle(new RegExp(`^${en('title-refused', { title: '' }).trim()}`))
  await summary.getByRole('link').first().press('Enter')
  await expect(page.locator('main [aria-invalid=true]').first()).toBeFocused()
})

test('whether answers stay on this device is asked above the button to send, and the bar of answers stays in sight', async ({ page }) => {
  await page.setViewportSize(phone)
  await signIn(page, 'region', '/check-in')
  await expect(page.locator('.keep')).toBeVisible()
  expect(await bottomOf(page, '.keep')).toBeLessThan(await topOf(page, 'form.asks button.btn'))
  await mainButton(page, en('check-in-submit')).scrollIntoViewIfNeeded()
  await expect(page.locator('.steps')).toBeInViewport()
})
