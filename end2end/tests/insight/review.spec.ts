import { en, expect, heading, mainButton, open, pattern, send, signIn, test } from '../support'

test('the review of a quarter, as sheets and as files', async ({ page }) => {
  await signIn(page, 'hr', '/review')
  const lines = page.getByRole('region', { name: en('review-lines') }).first().getByRole('table')
  await expect(lines.getByRole('rowheader').first()).toContainText('Fjordkjeden')
  expect(await page.locator('.leaf').count()).toBeGreaterThanOrEqual(8)
  await expect(page.locator('.leaf').last()).toContainText(en('review-method'))
  const zip = await page.request.get((await page.getByRole('link', { name: en('review-zip') }).getAttribute('href'))!)
  expect(zip.status()).toBe(200)
  expect(zip.headers()['content-type']).toBe('application/zip')
  expect(zip.headers()['content-disposition']).toMatch(/^attachment; filename="trivsel-\d{4}Q[1-4]-(draft|v\d+)-en\.zip"$/)
  expect((await zip.body()).subarray(0, 4)).toEqual(Buffer.from('PK\x03\x04', 'latin1'))
  const xlsx = await page.request.get((await page.getByRole('link', { name: en('review-workbook') }).getAttribute('href'))!)
  expect(xlsx.status()).toBe(200)
  expect(xlsx.headers()['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  expect((await xlsx.body()).subarray(0, 4)).toEqual(Buffer.from('PK\x03\x04', 'latin1'))
  const json = await page.request.get((await page.getByRole('link', { name: en('review-json') }).getAttribute('href'))!)
  expect((await json.json()).schema).toBe('trivsel-review/1')
})

test('every sheet of a pack is one page of A4', async ({ page }) => {
  await signIn(page, 'hr', '/review')
  const unit = page.getByRole('region', { name: en('review-lines') }).first().getByRole('link').nth(2)
  const own = (await unit.getAttribute('href'))!
  for (const address of ['/review', own, `${own}/meeting`]) {
    await page.goto(address)
    await page.setViewportSize({ width: 794, height: 1123 })
    await page.emulateMedia({ media: 'print' })
    // 297 mm are 1,122.5 CSS pixels.
    for (const leaf of await page.locator('.leaf').all()) expect((await leaf.boundingBox())!.height).toBeLessThanOrEqual(1123)
    await page.emulateMedia({ media: 'screen' })
  }
})

test('a pack with much to say took a second page for its last lines', async ({ page }) => {
  await signIn(page, 'hr', '/review')
  const unit = page.getByRole('region', { name: en('review-lines') }).first().getByRole('link').nth(2)
  await page.goto((await unit.getAttribute('href'))!)
  await page.setViewportSize({ width: 794, height: 1123 })
  await page.emulateMedia({ media: 'print' })
  const leaf = page.locator('.leaf').filter({ hasText: en('review-meeting') })
  // As many actions as the sheet takes, each with as much text as it takes.
  await leaf.getByRole('region', { name: en('review-actions') }).locator('tbody').evaluate((table) => {
    table.querySelector('th')!.textContent = 'Whoever opens calls '.repeat(5).slice(0, 90)
    while (table.childElementCount < 3) table.append(table.firstElementChild!.cloneNode(true))
    while (table.childElementCount > 3) table.lastElementChild!.remove()
  })
  expect((await leaf.boundingBox())!.height).toBeLessThanOrEqual(1123)
  const feet = (await leaf.locator('.feet').boundingBox())!
  const last = (await leaf.locator('.meet').boundingBox())!
  expect(last.y + last.height).toBeLessThanOrEqual(feet.y)
  const cut = await leaf.locator('.blanks').evaluateAll((all) =>
    all.filter((own) => own.firstElementChild!.getBoundingClientRect().bottom > own.getBoundingClientRect().bottom))
  expect(cut).toHaveLength(0)
})

test('a hidden figure is hidden in the file too, and says so', async ({ page }) => {
  await signIn(page, 'hr', '/review')
  const json = await page.request.get((await page.getByRole('link', { name: en('review-json') }).getAttribute('href'))!)
  const { cells } = await json.json()
  const hidden = cells.filter((cell: { state: string }) => cell.state === 'hidden')
  expect(hidden.length, 'the demo has teams of which too few answered').toBeGreaterThan(0)
  // No state without a figure may give its bounds or its turnout away.
  for (const cell of hidden) expect([cell.value, cell.lower, cell.upper, cell.band]).toEqual([null, null, null, null])
  const schema = await page.request.get('/schemas/review-1.json')
  expect((await schema.json()).properties.schema.const).toBe('trivsel-review/1')
})

test('another quarter', async ({ page }) => {
  await signIn(page, 'hr', '/review')
  const picker = page.getByLabel(en('review-quarter'), { exact: true })
  const names = await picker.getByRole('option').allInnerTexts()
  expect(names.length).toBeGreaterThan(2)
  await picker.selectOption({ index: 1 })
  await send(page, () => mainButton(page, en('show')).click())
  await expect(page.locator('.leaf .run').first()).toContainText(names[1]!)
  for (const quarter of ['1999Q1', '2026Q5', 'x', '../../etc/passwd', '2026-11']) {
    const { length } = await (await page.request.get(`/review/${encodeURIComponent(quarter)}.zip`)).body()
    expect(length).toBeGreaterThan(0)
    const answer = await page.request.get(`/review?quarter=${encodeURIComponent(quarter)}`)
    expect([200, 404], quarter).toContain(answer.status())
  }
  expect((await page.request.get('/review/2026Q5.zip')).status()).toBe(404)
  expect((await page.request.get('/review/2026Q4.exe')).status()).toBe(404)
})

test('the representative reads the same figures and takes the same files out, but does not approve', async ({ page }) => {
  await signIn(page, 'representative', '/review')
  await expect(page.locator('.leaf').first()).toBeVisible()
  await expect(page.getByRole('button', { name: en('review-approve-submit') })).toHaveCount(0)
  const json = await page.request.get((await page.getByRole('link', { name: en('review-json') }).getAttribute('href'))!)
  expect(json.status()).toBe(200)
})

test('whether a file is the one that was taken out, for anybody who has it', async ({ page }) => {
  await open(page, '/e')
  await expect(heading(page)).toHaveText(pattern('en', 'check-title'))
  await page.getByLabel(en('field-file')).setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
  await send(page, () => page.getByRole('button', { name: en('check-submit') }).click())
  await expect(page.getByRole('status')).toContainText(en('check-no'))
})

test('the review is not for everybody', async ({ page }) => {
  expect((await page.request.get('/review/2026Q4.zip')).status()).toBe(401)
  for (const role of ['employee', 'manager', 'admin'] as const) {
    await signIn(page, role)
    await open(page, '/review', 403)
    await expect(heading(page)).toHaveText(en('problem-forbidden'))
    expect((await page.request.get('/review/2026Q4.zip')).status(), role).toBe(403)
    await send(page, () => page.getByRole('button', { name: en('sign-out') }).click())
  }
})

test('the packs of all units: prepared, downloaded while they are made, cancelled', async ({ page }) => {
  await signIn(page, 'hr', '/review')
  await send(page, () => page.getByRole('link', { name: en('packs-link') }).click())
  await send(page, () => mainButton(page, en('packs-ask')).click())
  await expect(page).toHaveURL(/\/review\/packs\/[0-9a-f]{24}$/)
  const link = page.getByRole('link', { name: en('packs-fetch') })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toMatch(/^trivsel-packs-\d{4}Q[1-4]-(draft|v\d+)-en\.zip$/)
  const status = page.getByRole('status')
  await send(page, () => page.getByRole('link', { name: en('packs-follow') }).click())
  await expect(status).toContainText(pattern('en', 'packs-state-running'))
  await send(page, () => mainButton(page, en('packs-cancel')).click())
  await expect(status).toContainText(pattern('en', 'packs-state-cancelled'))
  expect(await download.failure()).not.toBeNull()
})
