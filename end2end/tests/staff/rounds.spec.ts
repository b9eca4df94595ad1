// Rounds as HR keeps them. Each project plans on days of its own and takes its rounds out again.
import { en, expect, heading, mainButton, open, send, signIn, test } from '../support'
import type { Page } from '@playwright/test'

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
const field = (page: Page, id: string) => page.getByLabel(en(`field-${id}`), { exact: true })
const act = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true })

async function fill(page: Page, starts: number): Promise<void> {
  await field(page, 'starts-on').fill(day(starts))
  await page.getByRole('radio', { name: '2 weeks' }).check()
  await field(page, 'purpose').fill('To see early what wears people out')
  await field(page, 'discussed-on').fill(day(-7))
  await field(page, 'review-on').fill(day(starts + 200))
}

test('HR plans a round, moves it and takes it out again', async ({ page, isHydrated }) => {
  const starts = isHydrated ? 100 : 200
  await signIn(page, 'hr', '/rounds')
  await send(page, () => act(page, en('rounds-new')).click())
  await expect(page.getByText(en('round-new-share-title'))).toBeVisible()
  await fill(page, starts)
  await field(page, 'review-on').fill(day(starts - 1))
  await send(page, () => mainButton(page, en('round-new-submit')).click(), 422)
  await expect(page.getByRole('alert')).toContainText(en('why-before-start'))
  await expect(field(page, 'purpose')).toHaveValue(/wears people out/)
  await field(page, 'review-on').fill(day(starts + 200))
  await send(page, () => mainButton(page, en('round-new-submit')).click())
  await expect(page.getByRole('status')).toHaveText(en('round-done-plan'))
  const number = (await heading(page).innerText()).replace(/\D/g, '')

  await send(page, () => act(page, en('round-edit')).click())
  await field(page, 'starts-on').fill(day(starts + 3))
  await send(page, () => mainButton(page, en('round-edit-submit')).click())
  await expect(page.getByRole('status')).toHaveText(en('round-done-edit'))
  await open(page, '/rounds')
  await expect(page.getByRole('complementary')).toContainText(`Round ${number} is planned`)

  await open(page, `/rounds/${number}`)
  await send(page, () => act(page, en('round-delete')).click())
  await send(page, () => mainButton(page, en('round-delete-submit')).click())
  await expect(page.getByRole('status')).toHaveText(en('round-done-delete'))
})

test('the calendar shows the open round and says that nothing is live', async ({ page }) => {
  await signIn(page, 'hr', '/rounds')
  await expect(page.getByText(en('rounds-open-eyebrow'))).toBeVisible()
  await expect(page.getByText(en('rounds-nothing-live'))).toBeVisible()
  await expect(page.locator('.weeks > li')).toHaveCount(52)
  await expect(page.locator('.weeks > .now')).toHaveCount(1)
  await send(page, () => page.getByRole('table').first().getByRole('link').first().click())
  await expect(heading(page)).toHaveText(/^Round \d+$/)
})

test('a round is not declared void without a reason and a tick', async ({ page }) => {
  await signIn(page, 'hr', '/rounds/1/void')
  await send(page, () => mainButton(page, en('round-void-submit')).click(), 422)
  await expect(page.getByRole('alert')).toContainText(en('field-reason'))
  await expect(page.getByRole('alert')).toContainText(en('field-sure'))
  await open(page, '/rounds/1')
  await expect(page.getByRole('main')).toContainText(en('round-state-released'))
})

test('a representative sees the purpose and nothing to press', async ({ page }) => {
  await signIn(page, 'representative', '/rounds/1')
  await expect(page.getByRole('main')).toContainText(en('field-purpose'))
  await expect(page.locator('main .btn')).toHaveCount(0)
  await open(page, '/rounds/1/void', 403)
})
