// My team, what my manager sees, comments, and the hint below a comment.
import type { Locator } from '@playwright/test'
import { en, expect, heading, mainButton, open, pattern, send, signIn, switchUnit, test, untilAlive } from '../support'

test('an employee finds the own team’s newest figures and those above it', async ({ page }) => {
  await signIn(page, 'employee', '/check-in')
  const nav = page.getByRole('navigation', { name: en('nav-label') })
  await expect(nav.getByRole('link', { name: en('nav-trends'), exact: true })).toHaveCount(0)
  await send(page, () => nav.getByRole('link', { name: en('nav-team') }).click())
  await expect(heading(page)).toHaveText(en('team-title', { unit: 'Bryggen till' }))
  // What is said, tried and what came of it stands above all figures.
  const heads = await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()
  expect(heads.slice(0, 4)).toEqual(['team-said', 'team-tried', 'team-came', 'team-newest'].map((id) => en(id)))
  const loop = page.getByRole('region', { name: en('team-loop') })
  await expect(loop.getByRole('listitem').filter({ hasText: en('team-said-satisfaction') })).toContainText(/\d/)
  const own = page.getByRole('region', { name: en('team-newest') })
  for (const id of ['measure-satisfaction', 'measure-strain', 'measure-response-rate']) {
    await expect(own.getByRole('term').filter({ hasText: en(id) }), id).toBeVisible()
  }
  // Two of the core and the response rate, and two that take turns: a team of fewer than 30 has no shares.
  await expect(own.getByRole('term')).toHaveCount(5)
  await expect(page.getByRole('term').filter({ hasText: en('measure-overloaded') }).first()).toBeVisible()
  for (const unit of ['Bryggen', 'Vest', 'Fjordkjeden']) {
    await expect(page.getByRole('heading', { level: 3, name: unit })).toBeVisible()
  }
  await expect(page.getByText(pattern('en', 'team-next'))).toBeVisible()
})

test('team and manager read the same figures for the same rounds', async ({ page }) => {
  await signIn(page, 'employee', '/team')
  await page.getByRole('region', { name: en('team-newest') }).getByText(en('trends-table')).click()
  const ofTeam = await page.locator('.team .stack').first().locator('tbody tr').allInnerTexts()
  expect(ofTeam.length).toBe(12)
  await send(page, () => page.getByRole('button', { name: en('sign-out') }).click())
  await signIn(page, 'manager', '/trends')
  await switchUnit(page, 'Bryggen till')
  const unit = new URL(page.url()).searchParams.get('unit')
  await open(page, `/trends?unit=${unit}&resolution=week`)
  await page.getByText(en('trends-table'), { exact: true }).first().click()
  const rows = await page.locator('#table tbody tr').allInnerTexts()
  // The two tables write a range with different dashes.
  const figures = (row: string) => row.split('\t').map((cell) => cell.trim().replace('–', '-'))
  for (const row of ofTeam) {
    const [period, satisfaction, strain, people] = figures(row)
    const ofManager = rows.map(figures).find((cells) => cells[0] === period)
    expect(ofManager?.slice(1, 4), period).toEqual([strain, satisfaction, people])
  }
})

/** The cells of a table's rows; what a link adds for those who hear it is left out, for it leads to cases. */
const figuresOf = (rows: Locator) => rows.evaluateAll((found) => found.map((row) =>
  [...row.children].map((cell) => [...cell.childNodes].map((node) => {
    const link = node instanceof HTMLAnchorElement ? node.firstChild : node
    return link?.textContent ?? ''
  }).join(''))))

test('what my manager sees is the manager’s page, and nothing leads out of it', async ({ page }) => {
  await signIn(page, 'employee', '/team')
  await send(page, () => page.getByRole('link', { name: en('preview-link') }).click())
  const framed = page.locator('.framed')
  await expect(framed).toContainText(en('preview-title'))
  const preview = await framed.locator('h1').innerText()
  const table = await figuresOf(framed.locator('details.table tr'))
  expect(table.length).toBeGreaterThan(20)
  await send(page, () => framed.getByRole('link', { name: en('resolution-quarter') }).click())
  expect(new URL(page.url()).pathname).toBe('/team/preview')
  await expect(page.getByText(en('preview-never-who'))).toBeVisible()
  const unit = new URL(page.url()).searchParams.get('unit')
  await send(page, () => page.getByRole('button', { name: en('sign-out') }).click())
  await signIn(page, 'manager', `/trends?unit=${unit}`)
  await expect(heading(page)).toHaveText(preview)
  expect(await figuresOf(page.locator('details.table tr'))).toEqual(table)
})

test('comments are for managers, HR and representatives', async ({ page }) => {
  for (const role of ['manager', 'hr', 'representative'] as const) {
    await signIn(page, role, '/comments')
    await expect(heading(page)).toHaveText(pattern('en', 'comments-title'))
    await send(page, () => page.getByRole('button', { name: en('sign-out') }).click())
  }
  await signIn(page, 'colleague')
  await open(page, '/comments', 403)
})

test('the hint comes while a name is typed, and goes when it is gone', async ({ page, isHydrated }) => {
  test.skip(!isHydrated, 'an island')
  await signIn(page, 'region', '/check-in')
  const box = page.getByLabel(en('check-in-comment'))
  const hint = page.locator('.comment-hint')
  const type = async () => {
    await box.fill('')
    await box.pressSequentially('I think Kari is unfair ')
  }
  await untilAlive(type, () => expect(hint).toHaveText(en('hint-name', { word: 'Kari' }), { timeout: 300 }))
  await expect(hint).toHaveAttribute('aria-live', 'polite')
  await box.fill('Somebody is unfair to us ')
  await expect(hint).toHaveText('')
  await box.fill('We at Fjordkjeden are fine ')
  await expect(hint).toHaveText('')
})

test('without scripts the form comes back once, with the hint and all that was typed', async ({ page, isHydrated }) => {
  test.skip(isHydrated, 'with scripts the hint was there before')
  await signIn(page, 'region', '/check-in')
  const text = 'Hun er sykmeldt, og jeg synes Kari er urettferdig'
  await page.getByRole('group', { name: en('item-c2') }).getByRole('radio', { name: en('scale-quality-4'), exact: true }).check()
  await page.getByLabel(en('check-in-comment')).fill(text)
  await send(page, () => mainButton(page, en('check-in-submit')).click(), 422)
  await expect(page.getByRole('alert')).toContainText(en('problem-look-again'))
  // All of them at once: whoever was told of one is not asked again because of the next.
  await expect(page.locator('.comment-hint')).toContainText(en('hint-health', { word: 'sykmeldt' }))
  await expect(page.locator('.comment-hint')).toContainText(en('hint-name', { word: 'Kari' }))
  await expect(page.getByLabel(en('check-in-comment'))).toHaveValue(text)
  await expect(page.locator('input[name=as_is]')).toHaveCount(1)
})
