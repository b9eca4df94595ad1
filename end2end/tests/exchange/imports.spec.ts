import { en, expect, formBody, fromHere, heading, hostile, mainButton, open, send, signIn, test } from '../support'
import type { Page } from '@playwright/test'

const heads = 'unit,period,complaints,contacts'

async function upload(page: Page, name: string, content: string | Buffer, kind = 'history', ...statuses: number[]) {
  await open(page, '/imports')
  await page.getByRole('radio', { name: en(`import-kind-${kind}`) }).check()
  const buffer = typeof content === 'string' ? Buffer.from(content) : content
  // By its id: the label of a file field is spoken together with the button inside it.
  await page.locator('input#file').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await send(page, () => mainButton(page, en('imports-check')).click(), ...statuses)
}

const confirm = (page: Page) => page.locator('form[action$="/confirm"]').getByRole('button')
const problems = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ has: page.locator('b') })

async function waitUntilSaved(page: Page) {
  // The page asks again by itself, with and without scripts.
  await expect(page.getByRole('link', { name: en('imports-back') })).toBeVisible({ timeout: 15_000 })
}

/** Years that no other test of this project, and no test of the other, writes. */
const year = (place: number) => 2005 + place * 2 + (test.info().project.name === 'hydrated' ? 0 : 1)

test('a file is checked, confirmed and saved, and cannot be saved twice', async ({ page, origin }) => {
  await signIn(page, 'admin')
  const rows = [1, 2, 3, 4].flatMap((q) => [`S1-T1,${year(0)}Q${q},${10 + q},3400`, `S1-T2,${year(0)}Q${q},${q},2900`])
  await upload(page, `history-${year(0)}.csv`, [heads, ...rows].join('\r\n'))
  await expect(heading(page)).toHaveText(`history-${year(0)}.csv`)
  await expect(page.getByRole('status')).toHaveText(en('imports-clean', { rows: 8 }))
  const facts = page.getByRole('main').locator('dl')
  await expect(facts).toContainText(`${en('column-complaints')}60`)
  await expect(facts).toContainText(`${en('column-contacts')}25,200`)
  await expect(facts).toContainText(`${en('imports-units')}2`)
  await expect(facts).toContainText(String(year(0)))
  const address = page.url()
  await expect(confirm(page)).toHaveText(en('imports-confirm', { rows: 8 }))
  await send(page, () => confirm(page).click())
  await waitUntilSaved(page)
  await expect(page.getByRole('status')).toHaveText(en('imports-done', { rows: 8 }))
  // Confirmed again from a page that was left open.
  const again = await page.request.post(`${address}/confirm`, { headers: fromHere(origin), data: '' })
  expect(again.status()).toBe(409)
  expect(await again.text()).toContain(en('problem-import-not-ready'))
  // The same file again: every row is there already.
  await upload(page, 'again.csv', [heads, ...rows].join('\n'))
  await expect(problems(page)).toHaveCount(8)
  await expect(problems(page).first()).toContainText(en('row-already-stored'))
  await expect(confirm(page)).toHaveCount(0)
  await open(page, '/imports')
  const line = page.getByRole('row').filter({ hasText: `history-${year(0)}.csv` })
  await expect(line).toContainText(en('import-state-done'))
  // Taken back, the same file is new again.
  await send(page, () => line.getByRole('link').click())
  const undo = page.getByRole('group').filter({ hasText: en('imports-undo') })
  await undo.locator('summary').click()
  await send(page, () => undo.getByRole('button').click())
  await expect(page.getByText(en('imports-undone'))).toBeVisible()
  await expect(line).toHaveCount(0)
  await upload(page, 'third.csv', [heads, ...rows].join('\n'))
  await expect(page.getByRole('status')).toHaveText(en('imports-clean', { rows: 8 }))
})

test('each row that cannot be taken is named, with the reason and the remedy', async ({ page, origin }) => {
  await signIn(page, 'admin')
  const y = year(1)
  const next = new Date().getFullYear() + 1
  const lines = [
    heads,
    `NO-SUCH,${y}Q1,1,100`,
    `S1-T1,${y}Q1,-4,100`,
    `S1-T1,${y}-02-30,1,100`,
    `S1-T2,${y}Q2,1,100`,
    `S1-T2,${y}Q2,1,100`,
    `S1-T3,${y}Q1,many,100`,
    `S1-T3,${next}Q1,1,100`,
    `S1-T3,${y}Q3,,100`,
    `"${hostile.replaceAll('"', '""')}",${y}Q4,1,100`,
  ]
  await upload(page, 'faulty.csv', lines.join('\n'))
  const expected: [number, string, string, string][] = [
    [2, 'unit', 'row-unknown-unit', 'NO-SUCH'],
    [3, 'complaints', 'row-negative', '-4'],
    [4, 'period', 'row-not-a-period', `${y}-02-30`],
    [6, 'unit', 'row-duplicate', ''],
    [7, 'complaints', 'row-not-a-number', 'many'],
    [8, 'period', 'row-in-future', `${next}Q1`],
    [9, 'complaints', 'row-empty', ''],
    [10, 'unit', 'row-unknown-unit', hostile],
  ]
  await expect(problems(page)).toHaveCount(expected.length)
  for (const [place, [row, column, why, cell]] of expected.entries()) {
    const line = problems(page).nth(place)
    if (why === 'row-duplicate') {
      await expect(line).toContainText(new RegExp(`^${en('imports-at-row', { row, column: '' })}`))
      await expect(line).toContainText(en(why, { row: 5 }))
    } else {
      await expect(line).toContainText(en('imports-at-row', { row, column }))
      // A long cell is shown by its beginning.
      await expect(line).toContainText(en(why, { cell }).slice(0, 45))
    }
    await expect(line).toContainText(en(`${why}-remedy`))
  }
  await expect(page.locator('main img, main script')).toHaveCount(0)
  await expect(confirm(page)).toHaveCount(0)
  const forced = await page.request.post(`${page.url()}/confirm`, { headers: fromHere(origin), data: '' })
  expect(forced.status()).toBe(409)
})

test('another encoding is found out, and one that is mixed up is refused', async ({ page }) => {
  await signIn(page, 'admin')
  const text = ['enhet;dato;beskrivelse', `S1-T1;${year(2)}-03-04;"Kaldt på toalettet, ærlig talt"`].join('\n')
  await upload(page, 'gammel.csv', Buffer.from(text, 'latin1'), 'complaints')
  await expect(page.getByRole('status')).toHaveText(en('imports-clean', { rows: 1 }))
  await expect(page.getByRole('region', { name: en('imports-first-rows') })).toContainText('Kaldt på toalettet')
  const mixed = Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from(`\nS1-T1;${year(2)}-03-05;Grøt\n`)])
  await upload(page, 'blandet.csv', mixed, 'complaints')
  await expect(page.getByRole('alert')).toContainText(en('file-wrong-encoding', { row: 2 }))
  await expect(page.getByRole('alert')).toContainText(en('file-wrong-encoding-remedy'))
  await expect(confirm(page)).toHaveCount(0)
})

test('a day that may be two is asked about, and read as it is said', async ({ page }) => {
  await signIn(page, 'admin')
  const text = ['unit,date,contacts', `S1-T1,03/04/${year(7)},31`, `S1-T1,05/06/${year(7)},29`].join('\n')
  await upload(page, 'days.csv', text, 'contacts')
  await expect(page.getByRole('alert')).toContainText(en('file-date-unclear-remedy'))
  await expect(confirm(page)).toHaveCount(0)
  await page.getByLabel(en('imports-dates'), { exact: true }).selectOption(en('imports-dates-mdy'))
  await send(page, () => mainButton(page, en('imports-check-again')).click())
  await expect(page.getByRole('status')).toHaveText(en('imports-clean', { rows: 2 }))
  await expect(page.getByRole('main').locator('dl')).toContainText(`${year(7)}-03-04 – ${year(7)}-05-06`)
  await page.getByText(en('imports-columns')).first().click()
  await expect(page.getByLabel(en('imports-dates'), { exact: true })).toHaveValue('mdy')
})

test('columns with other heads are matched by hand', async ({ page }) => {
  await signIn(page, 'admin')
  const lines = ['Hvor;Når;Misnøye;Innom', `S1-T1;${year(3)}-W07;3;410`, `S1-T1;${year(3)}-W08;0;395`]
  await upload(page, 'odd.csv', lines.join('\n'))
  const missing = page.getByRole('alert')
  await expect(missing).toContainText(en('file-missing-column', { column: en('import-field-unit') }))
  await expect(missing).toContainText(en('file-missing-column-remedy', { column: en('import-field-unit') }))
  await expect(confirm(page)).toHaveCount(0)
  const column = (field: string) => page.getByLabel(en(`import-field-${field}`), { exact: true })
  await column('unit').selectOption('Hvor')
  await column('period').selectOption('Når')
  await column('complaints').selectOption('Misnøye')
  await send(page, () => mainButton(page, en('imports-check-again')).click())
  await expect(page.getByRole('alert')).toContainText(en('file-missing-column', { column: en('import-field-contacts') }))
  await expect(column('unit').locator('option:checked')).toHaveText('Hvor')
  await column('contacts').selectOption('Innom')
  await send(page, () => mainButton(page, en('imports-check-again')).click())
  await expect(page.getByRole('status')).toHaveText(en('imports-clean', { rows: 2 }))
})

test('a file that is no table, an empty one, and one with heads alone', async ({ page }) => {
  await signIn(page, 'admin')
  await upload(page, 'empty.csv', '')
  await expect(page.getByRole('alert')).toContainText(en('file-empty'))
  await upload(page, 'heads.csv', `${heads}\n`)
  await expect(page.getByRole('alert')).toContainText(en('file-no-rows'))
  await upload(page, 'double.csv', 'unit,unit,period\na,b,c\n')
  await expect(page.getByRole('alert')).toContainText(en('file-double-column', { column: 'unit' }))
  await upload(page, 'picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff, 0xfe, 0x0a, 0]))
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(confirm(page)).toHaveCount(0)
})

test('a file name is text', async ({ page }) => {
  await signIn(page, 'admin')
  await upload(page, '<img src=x onerror=alert(1)>.csv', `${heads}\nS1-T1,${year(4)}Q1,1,100`)
  await expect(heading(page)).toHaveText('<img src=x onerror=alert(1)>.csv')
  await open(page, '/imports')
  await expect(page.getByRole('link', { name: '<img src=x onerror=alert(1)>.csv' }).first()).toBeVisible()
  await expect(page.locator('main img')).toHaveCount(0)
})

test('no file at all is refused on the page', async ({ page, origin }) => {
  await signIn(page, 'admin')
  // What a browser sends when nothing was chosen.
  const part = (head: string, body: string) => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`
  const data = `${part('name="kind"', 'history')}${part('name="file"; filename=""', '')}--x--\r\n`
  const answer = await page.request.post('/imports', { headers: { origin, 'content-type': 'multipart/form-data; boundary=x' }, data })
  expect(answer.status()).toBe(422)
  expect(await answer.text()).toContain(en('why-no-file'))
  const odd = await page.request.post('/imports', { headers: fromHere(origin), data: formBody({ kind: 'history' }) })
  expect(odd.status()).toBe(400)
})

test('an import can be thrown away', async ({ page }) => {
  await signIn(page, 'admin')
  await upload(page, 'away.csv', `${heads}\nS1-T1,${year(5)}Q1,1,100`)
  const address = new URL(page.url()).pathname
  await send(page, () => mainButton(page, en('imports-discard')).click())
  expect(new URL(page.url()).pathname).toBe('/imports')
  await open(page, address, 404)
})

test('an import is its owner’s alone', async ({ page }) => {
  await signIn(page, 'admin')
  await upload(page, 'mine.csv', `${heads}\nS1-T1,${year(7)}Q1,1,100`)
  const address = new URL(page.url()).pathname
  await send(page, () => page.getByRole('button', { name: en('sign-out') }).click())
  await signIn(page, 'service')
  await open(page, address, 404)
  // The desk imports for its own site only.
  await upload(page, 'foreign.csv', `${heads}\nS2-T1,${year(7)}Q1,1,100`)
  await expect(problems(page).first()).toContainText(en('row-foreign-unit', { cell: 'S2-T1' }))
  await send(page, () => page.getByRole('button', { name: en('sign-out') }).click())
  await signIn(page, 'manager')
  await open(page, '/imports', 403)
})
