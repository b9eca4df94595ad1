// What every spec shares: the texts of the product, signing in, and a watch that fails a test on any
// console error, page error, breach of the content security policy or request to another site.
import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Locator, type Page, type Response } from '@playwright/test'

export { expect }
export type Lang = 'en' | 'nb'
export type Role = 'employee' | 'colleague' | 'manager' | 'region' | 'service' | 'hr' | 'representative' | 'admin'
export type ProjectName = 'hydrated' | 'no-javascript'

export const password = 'solskinn over fjorden'
export const hostile = '<img src=x onerror=alert(1)>"\'</textarea><script>'

// Texts

const catalogues: Record<Lang, Map<string, string>> = { en: catalogue('en'), nb: catalogue('nb') }

/** The messages of all Fluent files of a language: what stands after each id, with its continuation lines. */
function catalogue(lang: Lang): Map<string, string> {
  const folder = fileURLToPath(new URL('../../app/locales/', import.meta.url))
  const files = readdirSync(folder).filter(name => name.endsWith(`.${lang}.ftl`))
  const messages = new Map<string, string>()
  let id = ''
  for (const line of files.flatMap(name => readFileSync(folder + name, 'utf8').split('\n'))) {
    const start = /^([a-z][\w-]*) =\s?(.*)$/.exec(line)
    if (start) {
      id = start[1]!
      messages.set(id, start[2]!)
    } else if (id && /^[ }]/.test(line)) {
      messages.set(id, `${messages.get(id)}\n${line}`)
    } else {
      id = ''
    }
  }
  return messages
}

/** A text of the product. Variables are filled in; of a choice by number, the fitting branch. */
export function t(lang: Lang, id: string, values: Record<string, string | number> = {}): string {
  const message = catalogues[lang].get(id)
  if (message === undefined) throw new Error(`no message ${id} in ${lang}.ftl`)
  const choice = /^\s*\{ \$(\w+) ->\n([\s\S]*?)\n\s*\}\s*$/.exec(message)
  let text = message
  if (choice) {
    const branches = [...choice[2]!.matchAll(/^\s*\*?\[(\w+)\] (.*)$/gm)]
    const wanted = String(values[choice[1]!])
    text = (branches.find((branch) => branch[1] === wanted) ?? branches.find((branch) => branch[1] === 'other'))![2]!
  }
  text = text.replace(/\{ \$(\w+) \}/g, (_, name: string) => String(values[name]))
  if (text.includes('{')) throw new Error(`message ${id} is too involved for the tests`)
  return text
}

/** The pieces of a text around its variables, as a pattern. */
export function pattern(lang: Lang, id: string): RegExp {
  const message = catalogues[lang].get(id)
  if (message === undefined) throw new Error(`no message ${id} in ${lang}.ftl`)
  const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(message.split(/\{ \$\w+ \}/).map(escape).join('.+'))
}

export const en = (id: string, values: Record<string, string | number> = {}) => t('en', id, values)
export const nb = (id: string, values: Record<string, string | number> = {}) => t('nb', id, values)

// The watch

class Watch {
  readonly breaches: string[] = []
  private readonly refused = new Set<string>()

  constructor(page: Page, private readonly origin: string, hasScripts: boolean) {
    const context = page.context()
    context.on('weberror', (error) => this.breaches.push(`page error: ${error.error().message}`))
    context.on('console', (message) => {
      // A script built from other sources than the page only gives a warning.
      const isSerious = /content security policy|Could not find WASM function/i.test(message.text())
      if (message.type() !== 'error' && !isSerious) return
      this.breaches.push(`console: ${message.text()} @ ${message.location().url}`)
    })
    context.on('dialog', (dialog) => {
      this.breaches.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    context.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(`${this.origin}/`) && !/^(data|blob|about):/.test(url)) this.breaches.push(`request to ${url}`)
    })
    context.on('requestfailed', (request) => {
      // The service worker's own requests may fail: without network it shows what it has.
      if (request.serviceWorker()) return
      // A page left while it still loads, and a download, end their requests that way.
      const why = request.failure()?.errorText ?? ''
      // Without scripts the browser does not fetch them either, and says so with this word.
      const isUnwanted = !hasScripts && request.resourceType() === 'script' && why === 'csp'
      if (why !== 'net::ERR_ABORTED' && !isUnwanted) this.breaches.push(`failed request: ${request.url()} ${why}`)
    })
    context.on('response', (response) => {
      if (response.status() >= 400 && !response.request().isNavigationRequest() && !response.request().serviceWorker()) {
        this.breaches.push(`${response.status()} for ${response.url()}`)
      }
    })
  }

  /** This document may answer with an error; the browser logs a line about it. */
  expectRefusal(url: string): void {
    this.refused.add(url)
  }

  found(): string[] {
    const about = (url: string) => ` @ ${url}`
    return this.breaches.filter((breach) => {
      const isAboutDocument = breach.startsWith('console: Failed to load resource: the server responded with a status of 4')
      return !(isAboutDocument && [...this.refused].some((url) => breach.endsWith(about(url))))
    })
  }
}

type Fixtures = {
  watch: Watch
  isHydrated: boolean
  origin: string
}

export const test = base.extend<Fixtures>({
  origin: async ({ baseURL }, use) => use(new URL(baseURL!).origin),
  isHydrated: async ({}, use, info) => use(info.project.name === 'hydrated'),
  watch: [
    async ({ page, origin, isHydrated }, use) => {
      const watch = new Watch(page, origin, isHydrated)
      watches.set(page, watch)
      await use(watch)
      expect(watch.found(), 'the browser has nothing to complain about').toEqual([])
    },
    { auto: true },
  ],
})

const watches = new WeakMap<Page, Watch>()

/** This document may answer with an error. */
export function expectRefusal(page: Page, path: string): void {
  watches.get(page)!.expectRefusal(new URL(path, test.info().project.use.baseURL).href)
}

// Getting about

/** Opens a page and expects its status. */
export async function open(page: Page, path: string, status = 200): Promise<Response> {
  if (status >= 400) expectRefusal(page, path)
  const response = await page.goto(path)
  expect(response, `an answer for ${path}`).not.toBeNull()
  expect(response!.status(), `status of ${path}`).toBe(status)
  return response!
}

/** Does something that leads to another page, and expects the status it has in the end. */
export async function send(page: Page, act: () => Promise<unknown>, ...statuses: number[]): Promise<Response> {
  const expected = statuses.length > 0 ? statuses : [200]
  const answered = page.waitForResponse((response) => {
    const request = response.request()
    const isRedirect = response.status() >= 300 && response.status() < 400
    return request.isNavigationRequest() && request.frame() === page.mainFrame() && !isRedirect
  })
  // The address may stay the same: only a new document tells that the page has changed.
  const shown = page.waitForEvent('domcontentloaded')
  const [, response] = await Promise.all([act(), answered, shown])
  if (response.status() >= 400) watches.get(page)!.expectRefusal(response.url())
  expect(expected, `status ${response.status()} of ${response.url()}`).toContain(response.status())
  return response
}

/** WCAG 2.2, level AA; rules of thumb that no criterion asks for are left out. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on a page: breaches of any criterion, of those of colours alone, or of all but those; or of its rules of
 *  thumb as well, which the demo's banner does not keep. No page has frames, so what it found need not be gathered on a page
 *  of its own, which takes longer than the looking. */
export async function axe(page: Page, what: 'criteria' | 'colours' | 'all but colours' | 'rules of thumb' = 'criteria'): Promise<string[]> {
  // Half a megabyte of script, which takes a document as long to read as to be looked at by it: once is enough.
  const isThere = await page.evaluate(() => 'axe' in window)
  const builder = new AxeBuilder({ page, axeSource: isThere ? 'void 0' : undefined }).setLegacyMode().options({ resultTypes: ['violations'] })
  if (what === 'criteria') builder.withTags(tags)
  else if (what === 'colours') builder.withRules('color-contrast')
  else if (what === 'all but colours') builder.withTags(tags).disableRules('color-contrast')
  else builder.exclude('.banner')
  const { violations } = await builder.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1).join(';') ?? ''}`),
  )
}

export const email = (role: Role) => `${role}@demo.example`

/** Signs in, as the form would (sign-in.spec tests the form itself), and opens a page. */
export async function signIn(page: Page, role: Role, path?: string): Promise<void> {
  const { origin } = new URL(test.info().project.use.baseURL!)
  const form = { login: email(role), password, next: '/help' }
  const answer = await page.request.post('/sign-in', { headers: { origin }, form, maxRedirects: 0 })
  expect(answer.status(), `signing in as ${role}`).toBe(303)
  if (path) await open(page, path)
}

/** Fills in and sends the sign-in form that is on the screen. */
export async function fillSignIn(page: Page, role: Role, ...statuses: number[]): Promise<void> {
  const lang = await langOf(page)
  await page.getByLabel(t(lang, 'sign-in-email'), { exact: true }).fill(email(role))
  await page.getByLabel(t(lang, 'sign-in-password'), { exact: true }).fill(password)
  await send(page, () => mainButton(page, t(lang, 'sign-in-submit')).click(), ...statuses)
}

const langOf = async (page: Page): Promise<Lang> =>
  (await page.locator('html').getAttribute('lang')) === 'nb' ? 'nb' : 'en'

/** A button of the page itself; the demo's accounts have buttons of their own. */
export const mainButton = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('button', { name, exact: true })

export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 })

/** Does something again until an island answers to it: islands wake some time after the page is shown. */
export async function untilAlive(act: () => Promise<unknown>, seen: () => Promise<unknown>): Promise<void> {
  await expect(async () => {
    await act()
    await seen()
  }).toPass({ timeout: 20_000, intervals: [100, 250, 500, 1000] })
}

/** Headers of a write as a browser sends them from this site. */
export const fromHere = (origin: string) => ({ origin, 'content-type': 'application/x-www-form-urlencoded' })

/** A form's body. */
export const formBody = (pairs: Record<string, string>) => new URLSearchParams(pairs).toString()

/** Chooses another unit in the header: the one of this name, or the first one below. */
export async function switchUnit(page: Page, name?: string): Promise<void> {
  const unfolds = page.locator('details.switch')
  await unfolds.locator('summary').click()
  const link = name ? unfolds.getByRole('link', { name, exact: true }) : unfolds.locator('ul a').first()
  await send(page, () => link.click())
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The six digits that an app would show (RFC 6238). */
export function code(secret: string, at = Date.now()): string {
  const bits = [...secret.replace(/\s/g, '')].map((c) => BASE32.indexOf(c).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const offset = hash[19]! & 0xf
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
