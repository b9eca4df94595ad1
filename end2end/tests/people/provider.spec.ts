// Signing in through a provider: a real one on a port of its own, and a server of its own that knows it.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type APIResponse, type Page } from '@playwright/test'
import { en, heading, mainButton } from '../support'

const program = join('target', 'debug', 'trivsel')
const root = join(import.meta.dirname, '..', '..', '..')
const secret = 'known to two'
const button = en('sign-in-provider', { provider: 'Testkjeden' })

let folder = ''
let here = ''
let there = ''
const running: ChildProcess[] = []

test.skip(Boolean(process.env.TRIVSEL_URL), 'needs a server with settings of its own')

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function untilItAnswers(address: string): Promise<void> {
  await expect(async () => expect((await fetch(address)).ok).toBe(true)).toPass({ timeout: 30_000, intervals: [100] })
}

test.beforeAll(async () => {
  const [ours, theirs] = [await freePort(), await freePort()]
  here = `http://127.0.0.1:${ours}`
  there = `http://127.0.0.1:${theirs}`
  folder = mkdtempSync(join(tmpdir(), 'trivsel-provider-'))
  const settings = join(folder, 'trivsel.toml')
  writeFileSync(settings, `
    database = "sqlite://${join(folder, 'trivsel.db')}"
    listen = "127.0.0.1:${ours}"
    [oidc]
    issuer = "${there}"
    client_id = "trivsel"
    provisioning = "just-in-time"
    role_claim = "groups"
    [[oidc.roles]]
    value = "hr"
    role = "hr"
  `)
  const env = {
    ...process.env, TRIVSEL_CONFIG: settings, TRIVSEL_OIDC_CLIENT_SECRET: secret, TRIVSEL_OIDC_LABEL: 'Testkjeden',
  }
  const made = spawnSync(program, ['migrate', '--organisation', 'Testkjeden'], { cwd: root, env, encoding: 'utf8' })
  expect(made.status, made.stderr).toBe(0)
  const callback = `${here}/sign-in/provider/callback`
  running.push(spawn('node', ['provider.mjs', String(theirs), callback, secret], { cwd: join(root, 'end2end'), stdio: 'ignore' }))
  await untilItAnswers(`${there}/.well-known/openid-configuration`)
  running.push(spawn(program, ['serve'], { cwd: root, env, stdio: 'ignore' }))
  await untilItAnswers(`${here}/readyz`)
})

test.afterAll(() => {
  for (const child of running) child.kill()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const breaches: string[] = []
test.beforeEach(({ page }) => {
  breaches.length = 0
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) breaches.push(message.text())
  })
})
test.afterEach(() => expect(breaches).toEqual([]))

/** From a page that needs signing in to the provider's own page. */
async function toProvider(page: Page, path: string): Promise<void> {
  await page.goto(here + path)
  await mainButton(page, button).click()
  await expect(page.getByRole('heading', { name: 'Provider' })).toBeVisible()
  expect(new URL(page.url()).origin).toBe(there)
}

test('somebody new signs in with the provider and comes back to the page they wanted', async ({ page }) => {
  await toProvider(page, '/review')
  await page.getByLabel('Name').fill('hr')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(`${here}/review`)
  await expect(page.getByText('Kari hr')).toBeVisible()

  // Still signed in at the provider, so it leads straight back: the browser has to let the form through.
  await page.context().clearCookies({ name: 'trivsel' })
  await page.goto(`${here}/help`)
  await page.goto(`${here}/review`)
  await mainButton(page, button).click()
  await expect(page).toHaveURL(`${here}/review`)
  await expect(page.getByText('Kari hr')).toBeVisible()
})

test('whoever turns back at the provider is told that nothing was changed', async ({ page }) => {
  await toProvider(page, '/sign-in')
  const answered = page.waitForResponse((response) => response.url().startsWith(`${here}/sign-in/provider/callback`))
  await page.getByRole('button', { name: 'Cancel' }).click()
  expect((await answered).status()).toBe(401)
  await expect(heading(page)).toHaveText(en('sign-in-title'))
  await expect(page.getByRole('alert')).toContainText(en('problem-provider-refused-text'))
})

test('somebody the provider gives no role to gets no account', async ({ page }) => {
  await toProvider(page, '/sign-in')
  await page.getByLabel('Name').fill('canteen')
  const answered = page.waitForResponse((response) => response.url().startsWith(`${here}/sign-in/provider/callback`))
  await page.getByRole('button', { name: 'Continue' }).click()
  expect((await answered).status()).toBe(401)
  await expect(page.getByRole('alert')).toContainText(en('problem-provider-refused'))
})

test('the way back, sent to somebody else, signs nobody in', async ({ page, browser }) => {
  await toProvider(page, '/sign-in')
  // The last step before the way back, taken without following it.
  const step = async (answer: Promise<APIResponse>) => new URL((await answer).headers()['location']!, there).href
  const onward = await step(page.request.post(page.url(), { form: { name: 'hr' }, maxRedirects: 0 }))
  const back = await step(page.request.get(onward, { maxRedirects: 0 }))
  expect(back).toContain(`${here}/sign-in/provider/callback?code=`)
  const other = await browser.newPage()
  const response = await other.goto(back)
  expect(response!.status()).toBe(401)
  expect((await other.context().cookies()).filter(({ name }) => name === 'trivsel')).toEqual([])
  await other.close()
})
