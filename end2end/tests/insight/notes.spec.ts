import { en, expect, heading, mainButton, open, pattern, send, signIn, test } from '../support'
import type { Page } from '@playwright/test'

const chart = (page: Page) => page.getByRole('region', { name: en('trends-chart') })
const drawing = (page: Page) => chart(page).locator('svg[role=group]').filter({ visible: true })
const note = (page: Page, label: string) => page.locator('.notes > li', { hasText: label })

/** A day of the last quarter, as a form takes it. */
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

test('a note is written, stands as a flag on the chart, is changed and removed', async ({ page }, info) => {
  // Both projects look at the same demo.
  const label = `Road works ${info.project.name === 'hydrated' ? 'north' : 'south'}`
  await signIn(page, 'manager', '/trends/notes?unit=3')
  await send(page, () => page.getByRole('link', { name: en('notes-add') }).click())
  await page.getByLabel(en('field-label')).fill(label)
  await page.getByLabel(en('field-starts-on'), { exact: true }).fill(daysAgo(60))
  await page.getByLabel(en('note-ends-on')).fill(daysAgo(90))
  await send(page, () => mainButton(page, en('note-add-submit')).click(), 422)
  await expect(page.getByRole('alert')).toContainText(en('why-before-first-day'))
  await expect(page.getByLabel(en('field-label'))).toHaveValue(label)
  await page.getByLabel(en('note-ends-on')).fill(daysAgo(40))
  await page.getByLabel(en('field-detail')).fill('The street in front of the shop was closed.')
  await send(page, () => mainButton(page, en('note-add-submit')).click())
  await expect(page.getByRole('status')).toHaveText(en('note-done-add'))
  await expect(note(page, label)).toBeVisible()

  // The flag, and the same words below the chart and behind it.
  await open(page, '/trends?unit=3')
  const flag = drawing(page).locator('a.pt').filter({ hasText: label })
  await expect(flag).toHaveAttribute('aria-label', /The street in front of the shop was closed\.$/)
  await flag.focus()
  await expect(flag).toBeFocused()
  const entry = page.getByRole('region', { name: en('axis-title') }).getByRole('listitem').filter({ hasText: label })
  await expect(entry).toContainText('The street in front of the shop was closed.')
  await send(page, () => entry.getByRole('link', { name: label }).click())
  expect(new URL(page.url()).hash).toMatch(/^#note-\d+$/)

  await send(page, () => note(page, label).getByRole('link', { name: en('note-act-change') }).click())
  await page.getByLabel(en('note-baseline-label')).check()
  await send(page, () => mainButton(page, en('note-change-submit')).click())
  await expect(note(page, label)).toContainText(en('note-baseline-chip'))
  await open(page, '/trends?unit=3')
  await expect(chart(page).getByText(en('legend-baseline'))).toBeVisible()

  await open(page, '/trends/notes?unit=3')
  await send(page, () => note(page, label).getByRole('link', { name: en('note-act-remove') }).click())
  await expect(heading(page)).toHaveText(en('note-remove-title'))
  await send(page, () => mainButton(page, en('note-remove-submit')).click())
  await expect(note(page, label)).toHaveCount(0)
})

test('the two sides are asked for a competitor and for nothing else', async ({ page }) => {
  await signIn(page, 'service', '/trends/notes')
  await send(page, () => page.getByRole('link', { name: en('notes-add') }).click())
  const sides = page.getByRole('group', { name: en('note-sides-legend') })
  await expect(sides).toBeHidden()
  await page.getByLabel(en('note-kind-competitor')).check()
  await expect(sides).toBeVisible()
  await page.getByLabel(en('note-kind-event')).check()
  await expect(sides).toBeHidden()
})

test('from a point to its row, from a row to its cases, and back', async ({ page }) => {
  await signIn(page, 'manager', '/trends?unit=3&resolution=month')
  const point = drawing(page).locator('a.pt[href^="#row"]').last()
  const anchor = (await point.getAttribute('href'))!
  await point.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator(anchor)).toBeVisible()
  const cell = page.locator('#table tbody a').first()
  const count = Number(/^[\d,]+/.exec(await cell.innerText())![0].replaceAll(',', ''))
  await send(page, () => cell.click())
  await expect(page.getByRole('main')).toContainText(en('cases-drilled-text'))
  await expect(page.getByRole('main')).toContainText(en('cases-found', { count }))
  await send(page, () => page.getByRole('link', { name: en('cases-show-closed'), exact: true }).click())
  expect(new URL(page.url()).searchParams.get('unit')).toBe('3')
  await send(page, () => page.getByRole('link', { name: en('cases-to-trend') }).click())
  expect(new URL(page.url()).pathname).toBe('/trends')
  // A point of the complaints leads there too.
  await expect(drawing(page).locator('a.pt[href^="/complaints?"]').last()).toHaveAttribute('data-series', /\d+/)
})

test('other measures, for the page, its other lengths and its files', async ({ page }) => {
  await signIn(page, 'manager', '/trends?unit=3')
  await page.getByText(en('measures-choose')).click()
  await page.getByLabel(en('measures-place', { place: 1 })).selectOption({ label: en('measure-recovery') })
  await page.getByLabel(en('measures-place', { place: 2 })).selectOption({ label: en('measure-overloaded') })
  await send(page, () => mainButton(page, en('show')).last().click())
  await expect(drawing(page)).toContainText(en('measure-recovery'))
  await expect(drawing(page)).toContainText(en('chart-in-turn'))
  await expect(page.getByRole('columnheader', { name: en('measure-recovery'), includeHidden: true })).toHaveCount(1)
  const file = await page.request.get((await page.getByRole('link', { name: 'SVG' }).getAttribute('href'))!)
  expect(await file.text()).toContain(en('measure-recovery'))
  await send(page, () => page.getByRole('navigation', { name: en('trends-resolution') }).getByRole('link', { name: en('resolution-month') }).click())
  await expect(drawing(page)).toContainText(en('measure-recovery'))
})

test('a member of the team reads the notes and writes none', async ({ page }) => {
  await signIn(page, 'employee', '/trends/notes')
  await expect(note(page, 'Torgboden')).toContainText(pattern('en', 'note-from-above'))
  await expect(page.getByRole('link', { name: en('notes-add') })).toHaveCount(0)
  await open(page, '/trends/notes/1/remove', 403)
})
