// The organisation's own statements. What is added is taken back again, so that other specs find the same rounds.
import { axe, en, expect, heading, hostile, mainButton, nb, open, send, signIn, test } from '../support'
import type { Page } from '@playwright/test'

// Both projects may run at once, and a round has room for two: each uses one.
const tag = () => `rota-${test.info().project.name.slice(0, 3)}`

const listed = (page: Page, name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: `${name} 1` })

async function fill(page: Page, values: { tag?: string, en: string, nb: string }): Promise<void> {
  if (values.tag !== undefined) await page.getByLabel(en('field-tag'), { exact: true }).fill(values.tag)
  await page.getByLabel(en('field-en'), { exact: true }).fill(values.en)
  await page.getByLabel(en('field-nb'), { exact: true }).fill(values.nb)
}

async function takeBack(page: Page, name: string): Promise<void> {
  await open(page, '/questions')
  const row = listed(page, name)
  if (await row.count() === 0) return
  await send(page, () => row.getByRole('link', { name: en('question-act-delete') }).click())
  await send(page, () => mainButton(page, en('question-delete-submit')).click())
}

test('HR adds a statement in both languages, finds it listed, rewords it and takes it back', async ({ page, isHydrated }) => {
  await signIn(page, 'hr')
  await takeBack(page, tag())
  await send(page, () => page.getByRole('link', { name: en('question-act-add'), exact: true }).click())
  await expect(heading(page)).toHaveText(en('question-act-add'))
  await expect(page.getByRole('main')).toContainText(en('questions-advice-rights'))

  await fill(page, { tag: 'My rota', en: 'I know my shifts two weeks ahead.', nb: '' })
  await send(page, () => mainButton(page, en('questions-add-submit')).click(), 422)
  await expect(page.getByRole('alert')).toContainText(en('why-not-a-tag'))
  await expect(page.getByLabel(en('field-nb'), { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel(en('field-en'), { exact: true })).toHaveValue('I know my shifts two weeks ahead.')

  await fill(page, { tag: tag(), en: 'I know my shifts two weeks ahead.', nb: 'Jeg kjenner vaktene mine to uker fram.' })
  await send(page, () => mainButton(page, en('questions-add-submit')).click())
  await expect(page.getByRole('status')).toHaveText(en('question-done-add'))
  const row = listed(page, tag())
  await expect(row).toContainText('I know my shifts two weeks ahead.')
  await expect(row.locator('[lang=nb]')).toHaveText('Jeg kjenner vaktene mine to uker fram.')
  if (isHydrated) {
    expect(await axe(page)).toEqual([])
  }

  await send(page, () => row.getByRole('link', { name: en('question-act-reword') }).click())
  await fill(page, { en: hostile, nb: hostile })
  await send(page, () => mainButton(page, en('question-reword-submit')).click())
  await expect(page.getByRole('status')).toHaveText(en('question-done-reword'))
  await expect(row.locator('[lang=en]')).toHaveText(hostile)

  await takeBack(page, tag())
  await expect(page.getByRole('status')).toHaveText(en('question-done-delete'))
  await expect(row).toHaveCount(0)
})

test('the bank is listed with its turns, in Bokmål too, and fits a narrow screen', async ({ page }) => {
  await signIn(page, 'hr', '/questions')
  const bank = page.getByRole('region', { name: en('questions-bank') })
  await expect(bank.getByRole('listitem')).toHaveCount(14)
  await expect(bank.getByText(en('questions-every-round'), { exact: true })).toHaveCount(2)
  await page.setViewportSize({ width: 320, height: 800 })
  for (const path of ['/questions', '/questions/new']) {
    await open(page, path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  }
  await send(page, () => page.getByRole('button', { name: 'Norsk', exact: true }).click())
  await open(page, '/questions')
  await expect(heading(page)).toHaveText(nb('questions-title'))
  await expect(page.getByRole('main')).toContainText(nb('item-r12'))
})

test('who does not keep rounds does not get to the questions', async ({ page }) => {
  await signIn(page, 'manager')
  for (const path of ['/questions', '/questions/new']) await open(page, path, 403)
})
