// Keeping the organisation: each test opens units of its own, so that no other spec's figures move.
import { axe, en, expect, heading, hostile, mainButton, open, send, signIn, test } from '../support'
import type { Page } from '@playwright/test'

/** Something that occurs in no other test's units and people. */
const unique = (word: string) =>
  `${word} ${test.info().project.name.slice(0, 3)}${Date.now().toString(36)}${Math.random().toString(36).slice(2, 5)}`

/** Opens a unit below another and gives the address of its page. */
async function openUnit(page: Page, parent: string, kind: string, name: string): Promise<string> {
  await open(page, `/units/new?parent=${parent.replace('/units/', '')}`)
  await page.getByRole('radio', { name: en(`unit-kind-${kind}`), exact: true }).check()
  await page.getByLabel(en('field-name'), { exact: true }).fill(name)
  await page.getByLabel(en('field-number'), { exact: true }).fill(name)
  await send(page, () => mainButton(page, en('units-new-submit')).click())
  await expect(page.getByRole('status')).toHaveText(en('unit-done-open'))
  await expect(heading(page)).toHaveText(name)
  return new URL(page.url()).pathname
}

/** A site with two teams; gives their addresses. */
async function site(page: Page): Promise<{ site: string, names: string[], teams: string[] }> {
  const name = unique('Site')
  const address = await openUnit(page, '/units/1', 'site', name)
  const names = [`${name} north`, `${name} south`]
  const teams = []
  for (const team of names) teams.push(await openUnit(page, address, 'team', team))
  return { site: address, names, teams }
}

async function addPerson(page: Page, name: string, team: string): Promise<string> {
  await open(page, `/people/new?unit=${team.replace('/units/', '')}`)
  await page.getByLabel(en('field-name'), { exact: true }).fill(name)
  await page.getByLabel(en('person-number'), { exact: true }).fill(unique('N'))
  await send(page, () => mainButton(page, en('people-new-submit')).click())
  await expect(page.getByRole('status')).toHaveText(en('person-done-new'))
  return new URL(page.url()).pathname
}

const act = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true })

test('a person is added, moved, given a role and printed a code', async ({ page, isHydrated }) => {
  await signIn(page, 'admin')
  const { names, teams } = await site(page)
  const name = unique('Kari')
  const person = await addPerson(page, name, teams[0]!)
  await expect(heading(page)).toHaveText(name)
  const places = page.getByRole('complementary')
  await expect(places).toContainText(names[0]!)

  await send(page, () => act(page, en('person-act-move')).click())
  await page.getByLabel(en('field-unit'), { exact: true }).selectOption({ label: `\u2003\u2003${names[1]}` })
  await send(page, () => mainButton(page, en('person-move-submit')).click())
  await expect(page.getByRole('status')).toHaveText(en('person-done-move'))
  await expect(places).toContainText(names[1]!)

  await send(page, () => act(page, en('person-act-give-role')).click())
  await page.getByLabel(en('field-role'), { exact: true }).selectOption({ label: en('role-manager') })
  await page.getByLabel(en('person-role-unit'), { exact: true }).selectOption({ label: `\u2003\u2003${names[1]}` })
  await send(page, () => mainButton(page, en('person-give-role-submit')).click())
  await expect(page.getByRole('main')).toContainText(`${en('role-manager')}, ${names[1]}`)
  await open(page, teams[1]!)
  await expect(page.getByRole('main')).toContainText(name)

  await open(page, '/people/codes')
  await page.getByRole('checkbox', { name: names[1]! }).check()
  await send(page, () => mainButton(page, en('codes-print-submit')).click())
  const slip = page.getByRole('listitem').filter({ hasText: name })
  const code = await slip.locator('.code').innerText()
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  if (isHydrated) {
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText(en('codes-sheet-text'))).toBeHidden()
    await expect(slip.locator('.code')).toBeVisible()
    await page.emulateMedia({ media: 'screen' })
    expect(await axe(page)).toEqual([])
  }
  await open(page, '/people/codes')
  await expect(page.getByText(code)).toHaveCount(0)
  await open(page, person)
  await expect(page.getByText(code)).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText(en('account-state-invited-text'))
})

test('a unit is renamed, moved and merged, and its history says so', async ({ page }) => {
  await signIn(page, 'admin')
  const { site: home, names, teams } = await site(page)
  const other = await openUnit(page, '/units/1', 'site', unique('Other'))
  await open(page, home)
  await expect(page.getByRole('main')).toContainText(names[0]!)

  await open(page, teams[0]!)
  await send(page, () => act(page, en('unit-act-rename')).click())
  const renamed = unique('Renamed')
  await page.getByLabel(en('field-name'), { exact: true }).fill(renamed)
  await send(page, () => mainButton(page, en('unit-act-rename-submit')).click())
  await expect(heading(page)).toHaveText(renamed)
  await expect(page.getByRole('complementary')).toContainText(en('unit-change-renamed', { from: names[0]!, to: renamed }))

  await send(page, () => act(page, en('unit-act-move')).click())
  await page.getByLabel(en('field-parent'), { exact: true }).selectOption(other.replace('/units/', ''))
  await send(page, () => mainButton(page, en('unit-act-move-submit')).click())
  await expect(page.getByRole('navigation', { name: en('unit-path') })).toContainText('Other')

  await send(page, () => act(page, en('unit-act-merge')).click())
  await send(page, () => mainButton(page, en('unit-act-merge-submit')).click(), 422)
  await expect(page.getByRole('alert')).toContainText(en('why-not-a-choice'))
  await page.getByLabel(en('field-into'), { exact: true }).selectOption(teams[1]!.replace('/units/', ''))
  await send(page, () => mainButton(page, en('unit-act-merge-submit')).click())
  await expect(page.getByRole('complementary')).toContainText(en('unit-change-merged', { to: names[1]! }))
  await expect(act(page, en('unit-act-close'))).toHaveCount(0)

  await open(page, `/units?search=${encodeURIComponent(renamed)}`)
  await expect(page.getByRole('main').getByRole('listitem')).toContainText([en('unit-closed')])
})

test('a unit with people is not closed, and an empty one is', async ({ page }) => {
  await signIn(page, 'admin')
  const { teams } = await site(page)
  await addPerson(page, unique('Ola'), teams[0]!)
  await open(page, `${teams[0]}/close`)
  await expect(mainButton(page, en('unit-act-close-submit'))).toHaveCount(0)
  await open(page, `${teams[1]}/close`)
  await send(page, () => mainButton(page, en('unit-act-close-submit')).click())
  await expect(page.getByRole('status')).toHaveText(en('unit-done-close'))
})

test('a hostile name is text in lists, pages and on slips', async ({ page }) => {
  await signIn(page, 'admin')
  const name = unique(hostile)
  const { teams } = await site(page)
  const person = await addPerson(page, name, teams[0]!)
  for (const path of [person, `${person}/move`, `/people?search=${encodeURIComponent(name)}`]) {
    await open(page, path)
    await expect(page.getByRole('main')).toContainText(hostile)
    await expect(page.locator('main img, main script')).toHaveCount(0)
  }
})

test('people are found by name, number and state', async ({ page }) => {
  await signIn(page, 'admin', '/people')
  await page.getByRole('searchbox').fill('P0001')
  await send(page, () => mainButton(page, en('show')).click())
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByLabel(en('person-account'), { exact: true }).selectOption('left')
  await send(page, () => mainButton(page, en('show')).click())
  await expect(heading(page)).toHaveText(en('nav-people'))
  await expect(page.getByRole('main')).toContainText(en('people-none-found'))
})
