// A new organisation of thirty people, from an empty database to the first answers, by what its pages say alone: the
// way of whoever buys no manual. Its server is its own.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { code, en, expect, heading, mainButton, open, send, test as base } from '../support'
import type { Browser, Page } from '@playwright/test'

const password = 'fem rare reinsdyr i regn'
const program = 'target/debug/trivsel'

type Server = { address: string, stop: () => void }

async function freePort(): Promise<number> {
  const listener = createServer()
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done))
  const { port } = listener.address() as AddressInfo
  await new Promise((done) => listener.close(done))
  return port
}

/** The two commands that the program itself names, and a server. */
async function start(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'trivsel-new-'))
  const database = ['--database', `sqlite://${join(folder, 'new.db')}`]
  const run = (args: string[], input = '') => execFileSync(program, [...database, ...args], { cwd: '..', input })
  run(['migrate', '--organisation', 'Kafé Sør'])
  run(['account', 'create', '--email', 'post@kafe.example', '--name', 'Kari Lie', '--role', 'admin'], `${password}\n`)
  const listen = `127.0.0.1:${await freePort()}`
  const server: ChildProcess = spawn(program, [...database, 'serve', '--listen', listen], { cwd: '..', stdio: 'ignore' })
  const address = `http://${listen}`
  await expect.poll(() => fetch(address).then((answer) => answer.status, () => 0), { timeout: 30_000 }).toBe(200)
  return {
    address,
    stop: () => {
      server.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const test = base.extend<object, { empty: Server }>({
  empty: [
    async ({}, use) => {
      const server = await start()
      await use(server)
      server.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ empty }, use) => use(empty.address),
})

const link = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true })

/** What is still to be done, as the set-up page says it. */
const left = (page: Page) => page.locator('.set-up > li').filter({ hasText: en('start-open') })

/** Turns on the second factor that the role asks for, as the page that stands in the way says. */
async function secondFactor(page: Page): Promise<void> {
  await expect(page.getByText(en('factor-lead-required'))).toBeVisible()
  const secret = (await page.locator('.secret').textContent())!
  await page.getByLabel(en('factor-code'), { exact: true }).fill(code(secret))
  await send(page, () => mainButton(page, en('factor-submit')).click())
  await send(page, () => link(page, en('recovery-on')).click())
}

async function addUnit(page: Page, kind: string, name: string, number: string, parent?: string): Promise<void> {
  await open(page, '/units')
  await send(page, () => page.getByRole('main').getByRole('link', { name: en('units-new') }).first().click())
  if (parent) {
    const choice = page.getByLabel(en('field-parent'), { exact: true })
    const option = await choice.locator('option').filter({ hasText: parent }).first().getAttribute('value')
    await choice.selectOption(option!)
  }
  await page.getByRole('radio', { name: en(`unit-kind-${kind}`), exact: true }).check()
  await page.getByLabel(en('field-name'), { exact: true }).fill(name)
  await page.getByLabel(en('field-number'), { exact: true }).fill(number)
  await send(page, () => mainButton(page, en('units-new-submit')).click())
  await expect(heading(page)).toHaveText(name)
}

/** Somebody with a slip of paper, on a device of their own. */
async function withSlip(browser: Browser, address: string, slip: { login: string, code: string }, scripts: boolean): Promise<Page> {
  const device = await browser.newContext({ baseURL: address, javaScriptEnabled: scripts })
  const page = await device.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto('/')
  await page.getByLabel(en('sign-in-email')).fill(slip.login)
  await page.getByLabel(en('sign-in-password')).fill(slip.code)
  await page.getByRole('main').getByRole('button', { name: en('sign-in-submit'), exact: true }).click()
  await expect(page.getByLabel(en('welcome-code-label'), { exact: true })).toHaveValue(slip.code)
  return page
}

/** A day where the organisation is, some days from now. */
const day = (ahead: number) =>
  new Date(Date.now() + ahead * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' })

test('thirty people, from nothing to the first answers', async ({ page, browser, empty, isHydrated }) => {
  test.setTimeout(240_000)
  page.setDefaultTimeout(20_000)
  // The administrator signs in; the program leads to the second factor, then to what is left.
  await open(page, '/')
  await page.getByLabel(en('sign-in-email')).fill('post@kafe.example')
  await page.getByLabel(en('sign-in-password')).fill(password)
  await send(page, () => mainButton(page, en('sign-in-submit')).click())
  await secondFactor(page)
  expect(new URL(page.url()).pathname).toBe('/start')
  await expect(left(page)).toHaveCount(5)

  // Teams, by hand.
  await send(page, () => link(page, en('start-teams-go')).click())
  await addUnit(page, 'site', 'Kaféen på kaia', 'K1')
  await addUnit(page, 'team', 'Kjøkken', 'K1-K', 'Kaféen på kaia')
  await addUnit(page, 'team', 'Servering', 'K1-S', 'Kaféen på kaia')

  // People, from a file.
  await open(page, '/start')
  await send(page, () => link(page, en('start-people-go')).click())
  await send(page, () => link(page, en('units-fresh-import')).click())
  const row = (place: number) => {
    const role = { 1: 'hr', 2: 'staff_representative', 3: 'manager' }[place] ?? ''
    return `${100 + place},Person ${place},,${place <= 14 ? 'K1-K' : 'K1-S'},${role}`
  }
  const lines = ['number,name,email,unit,roles', ...Array.from({ length: 30 }, (_, place) => row(place + 1))]
  await page.getByRole('radio', { name: en('import-kind-people') }).check()
  const file = { name: 'ansatte.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) }
  await page.locator('input#file').setInputFiles(file)
  await send(page, () => mainButton(page, en('imports-check')).click())
  await send(page, () => page.locator('form[action$="/confirm"]').getByRole('button').click())
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('link', { name: en('diff-to-people') })).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 60_000 })

  // A way in for everybody: nobody has an address, so codes on paper.
  await open(page, '/people/codes')
  for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.check()
  await send(page, () => mainButton(page, en('codes-print-submit')).click())
  const slips = await page.locator('.slip').evaluateAll((slips) =>
    slips.map((slip) => ({
      login: slip.querySelector('dd.num')!.textContent!,
      code: slip.querySelector('dd.code')!.textContent!,
    })),
  )
  expect(slips.length).toBe(30)
  const slip = (login: string) => slips.find((slip) => slip.login === login)!

  // What is left is HR's.
  await open(page, '/start')
  await expect(left(page)).toHaveCount(1)
  await expect(left(page)).toContainText(en('start-round'))
  await expect(left(page)).toContainText(en('start-who', { role: en('role-hr') }))

  // HR comes with a slip, and finds the same list.
  const hr = await withSlip(browser, empty.address, slip('101'), isHydrated)
  // Whoever has a role needs more than the slip.
  await hr.getByText(en('welcome-password'), { exact: true }).click()
  await hr.getByLabel(en('field-new-password'), { exact: true }).fill(password)
  await hr.getByLabel(en('field-repeat'), { exact: true }).fill(password)
  await hr.getByRole('main').getByRole('button', { name: en('welcome-submit'), exact: true }).click()
  await expect(hr.locator('.secret')).toBeVisible()
  await hr.getByLabel(en('factor-code'), { exact: true }).fill(code((await hr.locator('.secret').textContent())!))
  await hr.getByRole('main').getByRole('button', { name: en('factor-submit'), exact: true }).click()
  await hr.getByRole('link', { name: en('recovery-on') }).click()
  await hr.goto('/start')
  await link(hr, en('start-round-go')).click()
  // Who will be asked, by which way, before anything is planned.
  await expect(hr.locator('.shares').first()).toContainText('30')
  await hr.getByLabel(en('field-starts-on'), { exact: true }).fill(day(0))
  await hr.getByLabel(en('field-purpose'), { exact: true }).fill('To see early what wears people out')
  await hr.getByLabel(en('field-discussed-on'), { exact: true }).fill(day(0))
  await hr.getByLabel(en('field-review-on'), { exact: true }).fill(day(180))
  await hr.getByRole('main').getByRole('button', { name: en('round-new-submit'), exact: true }).click()
  await expect(hr.getByRole('status')).toHaveText(en('round-done-plan'))

  await open(page, '/start')
  await expect(left(page)).toHaveCount(0)

  // A cook with a slip and no password answers four questions.
  const cook = await withSlip(browser, empty.address, slip('110'), isHydrated)
  await cook.getByRole('main').getByRole('button', { name: en('welcome-answer'), exact: true }).click()
  // The round opens by itself within a minute of its being planned.
  const submit = cook.getByRole('main').getByRole('button', { name: en('check-in-submit'), exact: true })
  await expect(async () => {
    await cook.goto('/check-in')
    await expect(submit).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 90_000 })
  await cook.getByRole('main').getByRole('radio').first().check()
  await submit.click()
  await expect(heading(cook)).toHaveText(en('receipt-title'))
})
