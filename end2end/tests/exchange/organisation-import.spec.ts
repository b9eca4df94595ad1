import { en, expect, fromHere, heading, hostile, mainButton, open, send, signIn, test } from '../support'
import type { Page } from '@playwright/test'

// Numbers that no other spec counts; each project has its own.
const prefix = () => (test.info().project.name === 'hydrated' ? 'OIH' : 'OIN')

async function upload(page: Page, kind: 'units' | 'people', name: string, lines: string[]) {
  await open(page, '/imports')
  await page.getByRole('radio', { name: en(`import-kind-${kind}`) }).check()
  await page.locator('input#file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) })
  await send(page, () => mainButton(page, en('imports-check')).click())
  await expect(heading(page)).toHaveText(name)
}

const confirm = (page: Page) => page.locator('form[action$="/confirm"]').getByRole('button')
const problems = (page: Page) => page.locator('.row-errors').getByRole('listitem')
const changes = (page: Page) => page.locator('details.changes').getByRole('listitem')

async function waitUntilSaved(page: Page, count: number) {
  await expect(page.getByRole('link', { name: en('imports-back') })).toBeVisible({ timeout: 15_000 })
  await expect(page.getByRole('status')).toHaveText(en('diff-done', { changes: count }))
}

// One after another: the second file builds on the first.
test.describe.configure({ mode: 'serial' })

test('units are uploaded, shown as changes, confirmed and saved; the same file again changes nothing', async ({ page, origin }) => {
  const p = prefix()
  const lines = ['number;name;kind;parent', `${p}-T1;Kai ${p};team;${p}-S`, `${p}-S;Brygga ${p};site;`]
  await signIn(page, 'admin')
  await upload(page, 'units', 'units.csv', lines)
  await expect(page.getByRole('status')).toHaveText(en('diff-clean', { rows: 2 }))
  await expect(changes(page)).toHaveCount(2)
  await expect(changes(page).last()).toHaveText(en('diff-opened-line', { number: `${p}-T1`, name: `Kai ${p}`, new: `Brygga ${p}` }))
  const address = page.url()
  await expect(confirm(page)).toHaveText(en('diff-confirm', { changes: 2 }))
  // What was not seen cannot be confirmed.
  const blind = await page.request.post(`${address}/confirm`, { headers: fromHere(origin), data: 'digest=0' })
  expect(blind.status()).toBe(409)
  await send(page, () => confirm(page).click())
  await waitUntilSaved(page, 2)
  await upload(page, 'units', 'units.csv', lines)
  await expect(page.getByRole('status')).toHaveText(en('diff-none', { unchanged: 2 }))
  await expect(confirm(page)).toHaveCount(0)
})

test('people are uploaded, shown as changes, confirmed and saved', async ({ page }) => {
  const p = prefix()
  const head = 'number,name,email,unit,roles'
  await signIn(page, 'admin')
  await upload(page, 'people', 'people.csv', [
    head,
    `${p}1,Kari ${p},${p}1@example.org,${p}-S,manager`,
    `${p}2,"${hostile.replaceAll('"', '""')}",,${p}-T1,`,
  ])
  await expect(changes(page)).toHaveText([
    `${p}1 Kari ${p}: ${en('role-manager')} in Brygga ${p}`,
    `${p}1 Kari ${p}: Brygga ${p}`,
    `${p}2 ${hostile}: Kai ${p}`,
  ])
  await expect(page.locator('main img, main script')).toHaveCount(0)
  await send(page, () => confirm(page).click())
  await waitUntilSaved(page, 3)
  await expect(page.getByRole('link', { name: en('diff-to-people') })).toHaveAttribute('href', '/people')
  await upload(page, 'people', 'move.csv', [head, `${p}1,Kari ${p},,${p}-T1,-`, `${p}2,Ola ${p},,${p}-T1,`])
  await expect(changes(page)).toHaveText([
    `${p}1 Kari ${p}: no longer ${en('role-manager')} in Brygga ${p}`,
    `${p}1 Kari ${p}: Brygga ${p} → Kai ${p}`,
    `${p}2 Ola ${p}: ${hostile} → Ola ${p}`,
  ])
  await send(page, () => confirm(page).click())
  await waitUntilSaved(page, 3)
})

test('what is wrong with people is named, and a list without most of them asks once more', async ({ page }) => {
  const p = prefix()
  await signIn(page, 'admin')
  await upload(page, 'people', 'faulty.csv', ['number,name,unit,roles', `${p}8,Kari,${p}-NO,`, `${p}9,Ola,${p}-T1,sjef`])
  await expect(problems(page)).toHaveCount(2)
  await expect(problems(page).first()).toContainText(en('imports-at-row', { row: 2, column: 'unit' }))
  await expect(problems(page).first()).toContainText(en('row-unknown-unit', { cell: `${p}-NO` }))
  await expect(problems(page).last()).toContainText(en('row-unknown-role', { cell: 'sjef' }))
  await expect(problems(page).last()).toContainText(en('row-unknown-role-remedy'))
  await expect(confirm(page)).toHaveCount(0)
  await upload(page, 'people', 'few.csv', ['number,name,unit', `${p}1,Kari ${p},${p}-T1`])
  await expect(page.getByRole('status')).toHaveText(en('diff-none', { unchanged: 1 }))
  await page.getByText(en('imports-columns')).first().click()
  await page.getByRole('checkbox', { name: en('imports-complete-people') }).check()
  await send(page, () => mainButton(page, en('imports-check-again')).click())
  // Nearly everybody would leave. Without the tick nothing happens, and nobody ticks it here.
  const sure = page.locator('input#sure')
  await expect(sure).toBeVisible()
  await expect(sure).not.toBeChecked()
  await send(page, () => mainButton(page, en('imports-discard')).click())
})

test('templates can be taken away and are offered to those who keep people', async ({ page }) => {
  await signIn(page, 'admin', '/imports')
  for (const kind of ['units', 'people']) {
    const link = page.getByRole('link', { name: en(`imports-template-${kind}`) })
    const answer = await page.request.get((await link.getAttribute('href'))!)
    expect(answer.status()).toBe(200)
    expect(await answer.text()).toContain('"number","name"')
  }
  await send(page, () => page.getByRole('button', { name: en('sign-out') }).click())
  await signIn(page, 'service', '/imports')
  await expect(page.getByRole('radio', { name: en('import-kind-people') })).toHaveCount(0)
  await expect(page.getByRole('radio', { name: en('import-kind-history') })).toBeVisible()
})
