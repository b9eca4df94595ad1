import { en, expect, fillSignIn, heading, nb, open, send, signIn, t, test, type Lang } from '../support'
import type { Page } from '@playwright/test'

const languageButton = (page: Page, name: string) => page.getByRole('banner').getByRole('button', { name, exact: true })
const navIds = ['nav-check-in', 'nav-trends', 'nav-complaints', 'nav-review', 'nav-imports']

/** Texts of the frame in one language, and none that only the other language has. */
async function expectOneLanguage(page: Page, lang: Lang) {
  const other = lang === 'en' ? 'nb' : 'en'
  await expect(page.locator('html')).toHaveAttribute('lang', lang)
  await expect(page.getByRole('contentinfo')).toContainText(t(lang, 'foot-promise'))
  const text = await page.locator('body').innerText()
  const foreign = [...navIds, 'sign-out', 'foot-help', 'foot-privacy', 'foot-numbers', 'synthetic-title', 'show', 'search',
    'cases-reference', 'field-what', 'field-unit', 'stage-acknowledged', 'stage-assessed', 'category-product',
    'channel-in_person', 'trends-table', 'link-title', 'legend-concern', 'resolution-week', 'check-in-submit', 'scale-skip',
    'review-workbook', 'measure-strain', 'measure-satisfaction', 'column-complaints']
    .filter((id) => t(lang, id) !== t(other, id))
    .filter((id) => new RegExp(`(^|[^\\p{L}])${t(other, id).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}($|[^\\p{L}])`, 'mu').test(text))
    // The other language's own name stands in the header, and demo complaints are in the words of customers.
  expect(foreign, `${other} on a page in ${lang}: ${page.url()}`).toEqual([])
}

test('Norsk and back, on every page', async ({ page }) => {
  await signIn(page, 'hr')
  await open(page, '/trends?unit=1&resolution=month')
  await send(page, () => languageButton(page, 'Norsk').click())
  expect(page.url()).toMatch(/\/trends\?unit=1&resolution=month$/)
  for (const path of ['/trends', '/check-in', '/check-in/receipt', '/review', '/help']) {
    await open(page, path)
    await expectOneLanguage(page, 'nb')
  }
  await expect(heading(page)).toHaveText(nb('help-title'))
  await send(page, () => languageButton(page, 'English').click())
  await expect(heading(page)).toHaveText(en('help-title'))
  await open(page, '/review')
  await expectOneLanguage(page, 'en')
})

test('the desk in Bokmål', async ({ page }) => {
  await signIn(page, 'service', '/complaints')
  await send(page, () => languageButton(page, 'Norsk').click())
  for (const path of ['/complaints', '/complaints?show=closed', '/complaints/new', '/imports']) {
    await open(page, path)
    await expectOneLanguage(page, 'nb')
  }
  await open(page, '/no/such/page', 404)
  await expect(heading(page)).toHaveText(nb('problem-not-found'))
})

test('signing out keeps the language', async ({ page }) => {
  await open(page, '/sign-in')
  await send(page, () => languageButton(page, 'Norsk').click())
  await fillSignIn(page, 'manager')
  await expectOneLanguage(page, 'nb')
  await send(page, () => page.getByRole('button', { name: nb('sign-out') }).click())
  await expect(heading(page)).toHaveText(nb('sign-in-title'))
})

test('changing language on a refused form’s page leads to a page that exists', async ({ page }) => {
  await open(page, '/sign-in')
  await page.getByLabel(en('sign-in-email'), { exact: true }).fill('somebody@demo.example')
  await page.getByLabel(en('sign-in-password'), { exact: true }).fill('wrong')
  await send(page, () => page.locator('main form').first().getByRole('button').click(), 401)
  await send(page, () => languageButton(page, 'Norsk').click())
  await expect(heading(page)).toHaveText(nb('sign-in-title'))
})

test('the theme goes round: device, dark, light', async ({ page }) => {
  const html = page.locator('html')
  const button = (now: string) => page.getByRole('button', { name: en(`theme-${now}`), exact: true })
  // With scripts the page stays as it is; without, it is asked for anew.
  const turn = async (now: string) => {
    const kept = page.waitForResponse((response) => new URL(response.url()).pathname === '/preferences')
    await Promise.all([kept, button(now).click()])
    await page.waitForLoadState()
  }
  const ground = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, '/help')
  expect(await html.getAttribute('data-theme')).toBeNull()
  const light = await ground()
  await turn('auto')
  await expect(html).toHaveAttribute('data-theme', 'dark')
  const dark = await ground()
  expect(dark).not.toBe(light)
  await open(page, '/sign-in')
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await turn('dark')
  await expect(html).toHaveAttribute('data-theme', 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await ground()).toBe(light)
  await turn('light')
  await expect(html).not.toHaveAttribute('data-theme', /./)
  expect(await ground()).toBe(dark)
})

for (const [locale, lang] of [['nb-NO', 'nb'], ['no', 'nb'], ['nn-NO', 'nb'], ['en-GB', 'en'], ['de-DE', 'en']] as const) {
  test(`a browser that asks for ${locale} gets ${lang}`, async ({ browser, origin }) => {
    const context = await browser.newContext({ baseURL: origin, locale })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    await expect(heading(page)).toHaveText(t(lang, 'sign-in-title'))
    await context.close()
  })
}

test('odd preferences change nothing and lead nowhere else', async ({ page, origin }) => {
  const post = (form: Record<string, string>) =>
    page.request.post('/preferences', { headers: { origin }, form, maxRedirects: 0 })
  const odd = await post({ lang: 'xx', theme: '"><script>', back: 'https://evil.example/' })
  expect(odd.status()).toBe(303)
  expect(odd.headers()['location']).toBe('/')
  expect((await post({ lang: 'nb', back: '//evil.example' })).headers()['location']).toBe('/')
  await open(page, '/sign-in')
  expect(await page.locator('html').getAttribute('data-theme')).toBeNull()
})
