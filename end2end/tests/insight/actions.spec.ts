// Actions: agreed, looked at, changed and reviewed, with and without scripts. The demo has one that runs and one
// that was reviewed.
import { en, expect, heading, hostile, mainButton, nb, open, send, signIn, test } from '../support'
import type { Page } from '@playwright/test'

// Both projects may run at once: each agrees its own.
const tried = () => `Two on the till (${test.info().project.name}) ${hostile}`

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

async function agree(page: Page): Promise<void> {
  await page.getByLabel(en('field-tried'), { exact: true }).fill(tried())
  await page.getByLabel(en('field-driver'), { exact: true }).selectOption({ label: en('measure-recovery') })
  await page.getByLabel(en('field-owner'), { exact: true }).selectOption({ label: en('action-owner-employee') })
}

test('a manager agrees an action, changes it and closes it with a review', async ({ page }) => {
  await signIn(page, 'manager', '/trends')
  await send(page, () => page.getByRole('link', { name: en('action-agree'), exact: true }).click())
  await expect(heading(page)).toHaveText(en('action-agree'))

  await agree(page)
  await page.getByLabel(en('field-review-on'), { exact: true }).fill(day(-1))
  await send(page, () => mainButton(page, en('action-agree-submit')).click(), 422)
  await expect(page.getByRole('alert')).toContainText(en('why-not-after-start'))
  await expect(page.getByLabel(en('field-tried'), { exact: true })).toHaveValue(tried())

  await page.getByLabel(en('field-review-on'), { exact: true }).fill(day(60))
  await send(page, () => mainButton(page, en('action-agree-submit')).click())
  await expect(page.getByRole('status')).toHaveText(en('action-done-agree'))
  await expect(heading(page)).toHaveText(tried())
  await expect(page.getByRole('main')).toContainText(en('action-owner-employee'))

  await send(page, () => page.getByRole('link', { name: en('action-edit'), exact: true }).click())
  await page.getByLabel(en('field-owner'), { exact: true }).selectOption({ label: en('action-owner-manager') })
  await send(page, () => mainButton(page, en('action-save')).click())
  await expect(page.getByRole('status')).toHaveText(en('action-done-edit'))

  await send(page, () => mainButton(page, en('action-review-submit')).click(), 422)
  await page.getByLabel(en('action-outcome-stopped'), { exact: true }).check()
  await page.getByLabel(en('field-learned'), { exact: true }).fill('It did not fit the shifts.')
  await send(page, () => mainButton(page, en('action-review-submit')).click())
  await expect(page.getByRole('status')).toHaveText(en('action-done-review'))
  await expect(page.getByRole('main')).toContainText('It did not fit the shifts.')
  await expect(mainButton(page, en('action-review-submit'))).toHaveCount(0)
})

test('the action that runs shows before and after, with a chart to take away and a table', async ({ page }) => {
  await signIn(page, 'manager', '/actions')
  const running = page.getByRole('region', { name: en('actions-open'), exact: true })
  await send(page, () => running.getByRole('link', { name: /Whoever takes a complaint/ }).click())
  const main = page.getByRole('main')
  await expect(main).toContainText(/In the \d+ weeks since, .+ than the 26 weeks before and the other units .+ \(95 % range: .+ to .+\)/)
  await expect(main).toContainText(/Compared with \d+ units that tried nothing/)
  await expect(main).toContainText(/earlier date/)
  await expect(main).toContainText(en('action-caution'))
  await expect(main.getByRole('img').first()).toBeAttached()
  await page.getByText(en('trends-table'), { exact: true }).click()
  await expect(main.getByRole('cell', { name: en('action-side-since'), exact: true }).first()).toBeVisible()
  for (const ending of ['svg', 'png']) {
    const href = await main.getByRole('link', { name: ending.toUpperCase(), exact: true }).getAttribute('href')
    const file = await page.request.get(href!)
    expect(file.status()).toBe(200)
    expect(file.headers()['content-type']).toContain('image/')
  }
  await send(page, () => page.getByRole('button', { name: 'Norsk', exact: true }).click())
  await expect(main).toContainText(nb('action-caution'))
})

test('a team member finds the actions of the own team and no form', async ({ page }) => {
  await signIn(page, 'employee', '/team')
  await expect(page.getByRole('banner').getByRole('link', { name: en('nav-actions'), exact: true })).toHaveCount(0)
  await open(page, '/actions')
  await expect(page.getByRole('region', { name: en('actions-closed'), exact: true })).toContainText('Two on the till after four')
  await expect(page.getByRole('link', { name: en('action-agree'), exact: true })).toHaveCount(0)
  await open(page, '/actions/new', 403)
})
