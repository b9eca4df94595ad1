import { en, expect, heading, mainButton, open, pattern, send, signIn, test } from '../support'

test('the review of a quarter, as a document and as files', async ({ page }) => {
  await signIn(page, 'hr', '/review')
  await expect(heading(page)).toHaveText(pattern('en', 'review-title'))
  const table = page.getByRole('article').getByRole('table')
  await expect(table.getByRole('rowheader', { name: 'Fjordkjeden' })).toBeVisible()
  // The demo's 22 units and the head; the specs about the organisation open more beside them.
  expect(await table.getByRole('row').count()).toBeGreaterThanOrEqual(23)
  const csv = await page.request.get((await page.getByRole('link', { name: en('review-csv') }).getAttribute('href'))!)
  expect(csv.status()).toBe(200)
  expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8')
  expect(csv.headers()['content-disposition']).toMatch(/^attachment; filename="trivsel-review-\d{4}Q[1-4]\.csv"$/)
  const lines = (await csv.text()).replace(/^\uFEFF/, '').trim().split(/\r?\n/)
  expect(lines[0]).toContain(en('export-unit-number'))
  expect(lines.length).toBeGreaterThan(23)
  const xlsx = await page.request.get((await page.getByRole('link', { name: en('review-xlsx') }).getAttribute('href'))!)
  expect(xlsx.status()).toBe(200)
  expect(xlsx.headers()['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  expect((await xlsx.body()).subarray(0, 4)).toEqual(Buffer.from('PK\x03\x04', 'latin1'))
})

test('a hidden figure is hidden in the file too, and says so', async ({ page }) => {
  await signIn(page, 'hr', '/review')
  const csv = await page.request.get((await page.getByRole('link', { name: en('review-csv') }).getAttribute('href'))!)
  const lines = (await csv.text()).replace(/^\uFEFF/, '').trim().split(/\r?\n/)
  const [heads, ...cells] = lines.map((line) =>
    [...line.matchAll(/(?:^|[,;])(?:"((?:[^"]|"")*)"|([^,;]*))/g)].map((found) => found[1] ?? found[2] ?? ''),
  )
  const column = (id: string) => {
    const place = heads!.indexOf(en(id))
    expect(place, id).toBeGreaterThanOrEqual(0)
    return place
  }
  const hidden = cells.filter((row) => row[column('export-value')] === '')
  expect(hidden.length, 'the demo has teams of which too few answered').toBeGreaterThan(0)
  for (const row of hidden) expect(row[column('export-state')]).not.toBe('')
  // No state without a figure may give its bounds or its turnout away.
  for (const row of hidden) {
    expect([row[column('export-lower')], row[column('export-upper')], row[column('export-turnout')]]).toEqual(['', '', ''])
  }
})

test('another quarter', async ({ page }) => {
  await signIn(page, 'hr', '/review')
  const picker = page.getByLabel(en('review-quarter'))
  const names = await picker.getByRole('option').allInnerTexts()
  expect(names.length).toBeGreaterThan(2)
  await picker.selectOption({ index: 1 })
  await send(page, () => mainButton(page, en('show')).click())
  await expect(heading(page)).toHaveText(en('review-title', { quarter: names[1]! }))
  for (const quarter of ['1999Q1', '2026Q5', 'x', '../../etc/passwd', '2026-11']) {
    const { length } = await (await page.request.get(`/review/${encodeURIComponent(quarter)}.csv`)).body()
    expect(length).toBeGreaterThan(0)
    const answer = await page.request.get(`/review?quarter=${encodeURIComponent(quarter)}`)
    expect([200, 404], quarter).toContain(answer.status())
  }
  expect((await page.request.get('/review/2026Q5.csv')).status()).toBe(404)
  expect((await page.request.get('/review/2026Q4.exe')).status()).toBe(404)
})

test('the representative reads the same figures and takes no file out', async ({ page }) => {
  await signIn(page, 'representative', '/review')
  await expect(page.getByRole('article').getByRole('table')).toBeVisible()
  await expect(page.getByRole('link', { name: en('review-csv') })).toHaveCount(0)
  await expect(page.getByRole('link', { name: en('review-xlsx') })).toHaveCount(0)
  const quarter = await page.getByLabel(en('review-quarter')).inputValue()
  expect((await page.request.get(`/review/${quarter}.csv`)).status()).toBe(403)
  expect((await page.request.get(`/review/${quarter}.xlsx`)).status()).toBe(403)
})

test('the review is not for everybody', async ({ page }) => {
  expect((await page.request.get('/review/2026Q4.csv')).status()).toBe(401)
  for (const role of ['employee', 'manager', 'admin'] as const) {
    await signIn(page, role)
    await open(page, '/review', 403)
    await expect(heading(page)).toHaveText(en('problem-forbidden'))
    expect((await page.request.get('/review/2026Q4.csv')).status(), role).toBe(403)
    await send(page, () => page.getByRole('button', { name: en('sign-out') }).click())
  }
})
