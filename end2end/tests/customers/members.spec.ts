import { AxeBuilder } from '@axe-core/playwright'
import { en, expect, expectRefusal, heading, mainButton, open, send, signIn, test } from '../support'
import type { Page } from '@playwright/test'

async function nothingForAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('.banner').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

test('a member is taken in with a yes, recognised by the whole number, and leaves by the own page', async ({ page, isHydrated }, info) => {
  const [name, number] = [`Kari ${info.project.name}`, `E2E-${info.project.name}`]
  await signIn(page, 'service')
  await open(page, '/members/new')
  if (isHydrated) await nothingForAxe(page)
  await page.getByLabel(en('field-member-number'), { exact: true }).fill(number)
  await page.getByLabel(en('field-customer-name'), { exact: true }).fill(name)
  expectRefusal(page, '/members/new')
  await send(page, () => mainButton(page, en('members-join')).click(), 422)
  await expect(page.getByLabel(en('field-member-number'), { exact: true })).toHaveValue(number)
  await page.getByLabel(en('member-consent-recognise')).check()
  await send(page, () => mainButton(page, en('members-join')).click())
  await expect(heading(page)).toHaveText(en('members-slip-new'))
  if (isHydrated) await nothingForAxe(page)
  const own = new URL((await page.locator('.member-address').textContent())!.trim()).pathname
  await open(page, '/members')
  await page.getByLabel(en('field-member'), { exact: true }).fill(number.toLowerCase())
  await send(page, () => mainButton(page, en('members-look-up')).click())
  await expect(page.getByRole('heading', { name })).toBeVisible()
  if (isHydrated) await nothingForAxe(page)
  await page.setViewportSize({ width: 320, height: 640 })
  const answer = await open(page, own)
  expect(await answer.headerValue('set-cookie')).toBeNull()
  await expect(heading(page)).toContainText(name)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  if (isHydrated) await nothingForAxe(page)
  await page.getByLabel(en('membership-leave-sure')).check()
  await send(page, () => mainButton(page, en('membership-act-leave')).click())
  await expect(heading(page)).toHaveText(en('membership-left'))
  expectRefusal(page, own)
  await page.goto(own)
  await expect(heading(page)).toHaveText(en('public-not-found'))
})
