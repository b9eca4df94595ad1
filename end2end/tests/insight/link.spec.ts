// The page about the link, with the demo's planted one: ten points of strain, nearly a third more complaints.
import { en, expect, heading, open, pattern, send, signIn, test, switchUnit } from '../support'
import type { Locator, Page } from '@playwright/test'

const complaints = { things: en('link-things-complaints') }

const part = (page: Page, id: string) => page.getByRole('region', { name: en(`link-section-${id}`, complaints) })

const unfold = (region: Locator) => region.locator('summary').first().click()

test('the verdict first, then each look at it with chart, sentence and numbers', async ({ page }) => {
  await signIn(page, 'hr', '/trends/link')
  await expect(heading(page)).toHaveText(en('link-headline-strain-more', complaints))
  await expect(page.locator('.lead')).toHaveText(pattern('en', 'link-more'))
  for (const id of ['estimate', 'mind', 'lags', 'between', 'teams', 'forecast', 'reverse', 'firm', 'data']) {
    await expect(part(page, id), id).toBeVisible()
  }
  await expect(part(page, 'lags').locator('figure')).toBeHidden()
  for (const id of ['estimate', 'lags', 'between', 'teams']) {
    if (id !== 'estimate') await unfold(part(page, id))
    const drawing = part(page, id).locator('svg.chart').filter({ visible: true })
    await expect(drawing, id).toHaveCount(1)
    await expect(part(page, id).locator('figcaption')).not.toBeEmpty()
    const table = part(page, id).locator('details.table')
    await expect(table.getByRole('table')).toBeHidden()
    await table.locator('summary').click()
    await expect(table.getByRole('table')).toBeVisible()
    expect(await table.locator('tbody tr').count(), id).toBeGreaterThan(1)
  }
  await expect(part(page, 'lags').locator('svg.chart').filter({ visible: true }).locator('.pt')).toHaveCount(26)
  const method = page.getByRole('region', { name: en('link-method-title') })
  await unfold(method)
  await expect(method.getByText(en('link-expert-4'))).toBeHidden()
  await method.getByText(en('link-expert-title')).click()
  await expect(method.getByText(en('link-expert-4'))).toBeVisible()
})

test('the card beside the trend leads here, and the unit is kept', async ({ page }) => {
  await signIn(page, 'manager', '/trends?unit=3')
  await send(page, () => page.getByRole('link', { name: en('link-open') }).click())
  expect(new URL(page.url()).pathname).toBe('/trends/link')
  expect(new URL(page.url()).searchParams.get('unit')).toBe('3')
  await switchUnit(page)
  expect(new URL(page.url()).searchParams.get('unit')).not.toBe('3')
  await expect(heading(page)).not.toBeEmpty()
})

test('the same is asked of happy faces, and stays chosen from unit to unit', async ({ page }) => {
  await signIn(page, 'manager', '/trends/link?unit=3')
  await page.getByRole('navigation', { name: en('link-outcomes') }).getByRole('link', { name: en('link-choice-smiles') }).click()
  await expect(page.locator('.lead')).toContainText(en('link-things-smiles'))
  await expect(page.locator('.lead')).not.toContainText(en('link-things-complaints'))
  await switchUnit(page)
  expect(new URL(page.url()).searchParams.get('outcome')).toBe('smiles')
  await open(page, '/trends/link?outcome=rumours', 404)
})

test('each chart as a file', async ({ page }) => {
  await signIn(page, 'hr', '/trends/link')
  for (const id of ['estimate', 'lags', 'between', 'teams']) {
    if (id !== 'estimate') await unfold(part(page, id))
    for (const [name, type] of [['SVG', 'image/svg+xml'], ['PNG', 'image/png']] as const) {
      const address = await part(page, id).getByRole('link', { name, exact: true }).getAttribute('href')
      const answer = await page.request.get(address!)
      expect(answer.status(), `${id} ${name}`).toBe(200)
      expect(answer.headers()['content-type']).toBe(type)
      expect((await answer.body()).length, `${id} ${name}`).toBeGreaterThan(1500)
    }
  }
})

test('a manager sees what was worked out above, without the names of other teams', async ({ page }) => {
  await signIn(page, 'manager', '/trends/link')
  await expect(part(page, 'teams')).toBeVisible()
  await unfold(part(page, 'teams'))
  await expect(part(page, 'teams').locator('svg.chart')).toHaveCount(0)
  await open(page, '/trends/link?unit=1', 404)
})
