import { en, expect, heading, mainButton, nb, open, pattern, send, signIn, test } from '../support'
import type { Browser, Locator, Page } from '@playwright/test'

// Both projects run at once and a new sheet ends the older: each test makes its own sheet right before it is used, and
// they take turns through a lock file kept by the file system.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'

const team = 'Lagunen weekend'
const lock = join(tmpdir(), `trivsel-kiosk-${process.ppid}`)

test.beforeEach(async () => {
  await expect(async () => { mkdirSync(lock) }).toPass({ timeout: 25_000, intervals: [200] })
})
test.afterEach(() => rmSync(lock, { recursive: true, force: true }))

/** HR asks for the team's sheet, the staff representative releases it; gives the team's row, open. */
async function released(page: Page, browser: Browser): Promise<Locator> {
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: team }) })
  await row.locator('summary').first().click()
  await send(page, () => row.getByRole('button', { name: en('tablet-ask-submit') }).click())
  await expect(page.getByText(en('tablet-done-ask'))).toBeVisible()
  await expect(row).toContainText(en('tablet-asked'))
  const other = await browser.newContext({ baseURL: test.info().project.use.baseURL })
  const theirs = await other.newPage()
  await signIn(theirs, 'representative', '/kiosk/sheets')
  await send(theirs, () => theirs.getByRole('button', { name: `${en('sheets-release')} : ${team}` }).click())
  await expect(theirs.getByText(en('sheets-done-release'))).toBeVisible()
  await other.close()
  await open(page, '/kiosk/codes')
  await row.locator('summary').first().click()
  return row
}

/** Makes a sheet as HR in a window of its own, and reads its codes. */
async function sheet(browser: Browser): Promise<string[]> {
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL })
  const page = await context.newPage()
  await signIn(page, 'hr', '/kiosk/codes')
  const row = await released(page, browser)
  await row.getByRole('button', { name: en('tablet-browser') }).click()
  await expect(heading(page)).toHaveText(en('slips-title', { team }))
  const codes = await page.locator('.slip .code').allTextContents()
  await context.close()
  expect(codes.length).toBeGreaterThan(5)
  return codes
}

async function enter(page: Page, code: string, ...statuses: number[]): Promise<void> {
  await page.getByLabel(en('kiosk-code'), { exact: true }).fill(code)
  await send(page, () => mainButton(page, en('kiosk-start')).click(), ...statuses)
}

async function answer(page: Page): Promise<void> {
  await page.getByRole('group', { name: en('item-c2') }).locator('.scale label').nth(3).click()
}

test('a code, four questions, thanks, and the start again with nothing left', async ({ page, browser }) => {
  const [code] = await sheet(browser)
  await open(page, '/kiosk')
  await enter(page, ` ${code!.toLowerCase().replace('-', ' ')} `)
  await expect(page).toHaveURL(/\/kiosk\/form$/)
  await expect(page.getByText(en('kiosk-form-promise', { unit: team }))).toBeVisible()
  await expect(page.locator('fieldset.item')).toHaveCount(4)
  await answer(page)
  await send(page, () => mainButton(page, en('check-in-submit')).click())
  await expect(page).toHaveURL(/\/kiosk\/thanks$/)
  await expect(heading(page)).toHaveText(en('kiosk-thanks'))
  await expect(page.locator('meta[http-equiv=refresh]')).toHaveAttribute('content', '20; url=/kiosk')
  expect(await page.context().cookies()).not.toContainEqual(expect.objectContaining({ name: 'pass' }))
  await page.goBack()
  await expect(page).toHaveURL(/\/kiosk$/)
  await expect(page.locator('fieldset.item')).toHaveCount(0)
})

test('a used code gets the same thanks, and nothing tells that it was used', async ({ page, browser }) => {
  const [used] = await sheet(browser)
  await open(page, '/kiosk')
  await enter(page, used!)
  await answer(page)
  await send(page, () => mainButton(page, en('check-in-submit')).click())
  await open(page, '/kiosk')
  await enter(page, used!)
  await answer(page)
  await send(page, () => mainButton(page, en('check-in-submit')).click())
  await expect(heading(page)).toHaveText(en('kiosk-thanks'))
})

test('a wrong code comes back to be looked at, in the language of the screen', async ({ page, browser }) => {
  const [code] = await sheet(browser)
  await open(page, '/kiosk')
  await enter(page, '0000-0000', 404)
  await expect(page.getByRole('alert')).toContainText(en('problem-code-unknown'))
  await expect(page.getByLabel(en('kiosk-code'), { exact: true })).toHaveValue('0000-0000')
  await open(page, '/kiosk')
  await enter(page, code!)
  await send(page, () => page.getByRole('button', { name: 'Norsk' }).click())
  await expect(page).toHaveURL(/\/kiosk\/form(\?_lang=nb)?$/)
  await expect(heading(page)).toHaveText(nb('check-in-title'))
})

test('without scripts more time keeps the answers', async ({ page, browser, isHydrated }) => {
  test.skip(isHydrated, 'with scripts any input is a wish for more time')
  const [code] = await sheet(browser)
  await open(page, '/kiosk')
  await enter(page, code!)
  await answer(page)
  await page.getByLabel(en('check-in-comment')).fill('Half a thought')
  await send(page, () => mainButton(page, en('kiosk-more')).click())
  await expect(page.getByRole('status')).toHaveText(en('kiosk-more-done'))
  await expect(page.getByLabel(en('check-in-comment'))).toHaveValue('Half a thought')
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1)
})

test('the clock of the tablet runs from the last input, and asks before it clears', async ({ page, browser, isHydrated }) => {
  test.skip(!isHydrated, 'needs scripts')
  const [code] = await sheet(browser)
  await page.clock.install()
  await open(page, '/kiosk')
  await enter(page, code!)
  const comment = page.getByLabel(en('check-in-comment'))
  const warning = page.getByRole('dialog', { name: en('kiosk-warn-title') })
  for (let minute = 1; minute <= 4; minute++) {
    await comment.pressSequentially('a')
    await page.clock.runFor(80_000)
    await expect(warning).toBeHidden()
  }
  await page.clock.runFor(11_000)
  await expect(warning).toBeVisible()
  await warning.getByRole('button', { name: en('kiosk-warn-stay') }).click()
  await expect(warning).toBeHidden()
  await expect(comment).toHaveValue('aaaa')
  await page.clock.runFor(91_000)
  await expect(warning).toBeVisible()
  await page.clock.runFor(31_000)
  await expect(page).toHaveURL(/\/kiosk$/)
  await page.goBack()
  await expect(page.getByText('aaaa')).toHaveCount(0)
})

test('a team begins and stops answering by code, and its sheet is a file to print', async ({ page, browser, isHydrated }) => {
  const name = isHydrated ? 'Sentrum service desk' : 'Lagunen service desk'
  await signIn(page, 'hr', '/kiosk/codes')
  await page.getByLabel(en('tablet-add-unit'), { exact: true }).selectOption({ label: await labelOf(page, name) })
  await send(page, () => mainButton(page, en('tablet-add-submit')).click())
  await expect(page.getByText(en('tablet-done-begin'))).toBeVisible()
  const row = (team: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: team }) })
  await expect(row(name)).toContainText(en('tablet-from-next'))
  await row(name).locator('summary').first().click()
  await send(page, () => row(name).getByRole('button', { name: en('tablet-end') }).click())
  await expect(row(name)).toHaveCount(0)
  await released(page, browser)
  const download = page.waitForEvent('download')
  await row(team).getByRole('button', { name: en('tablet-pdf') }).click()
  expect((await download).suggestedFilename()).toBe('trivsel-codes.pdf')
  await page.reload()
  await expect(row(team)).toContainText(en('tablet-sheet-on'))
  await expect(row(team)).toContainText(pattern('en', 'tablet-sheet-on'))
})

/** The choice with this name, indented as in the tree. */
async function labelOf(page: Page, name: string): Promise<string> {
  const labels = await page.locator('#unit option').allTextContents()
  return labels.find((label) => label.trim() === name)!
}

test('nothing is wider than a narrow screen', async ({ page, browser }) => {
  const [code] = await sheet(browser)
  await page.setViewportSize({ width: 320, height: 700 })
  await open(page, '/kiosk')
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await overflow()).toBe(0)
  await enter(page, code!)
  expect(await overflow()).toBe(0)
  await signIn(page, 'hr', '/kiosk/codes')
  // The address also as a picture, for whoever would have to type it into a tablet.
  await expect(page.locator('svg.qr')).toHaveAccessibleName(/\/kiosk/)
  expect(await overflow()).toBe(0)
})
