// Every page on a phone and on a desk, light and dark: what axe finds, and pictures to look at.
import { axe, en, expect, heading, open, send, signIn, test, type Role } from './support'
import type { Page } from '@playwright/test'

// Each test has a page of its own and changes nothing another sees, so that no core waits for the longest file.
test.describe.configure({ mode: 'parallel' })

type Screen = {
  name: string
  role?: Role
  /** Opens it; signed in already. */
  show: (page: Page) => Promise<unknown>
}

const at = (path: string, status = 200) => (page: Page) => open(page, path, status)

async function firstCase(page: Page): Promise<void> {
  await open(page, '/complaints?show=open')
  await send(page, () => page.getByRole('main').getByRole('table').getByRole('link').first().click())
}

/** All units' packs of the newest quarter, asked for and ready to be fetched. */
async function packs(page: Page): Promise<void> {
  await open(page, '/review')
  await send(page, () => page.getByRole('link', { name: en('packs-link') }).click())
  await send(page, () => page.getByRole('button', { name: en('packs-ask') }).click())
}

/** The page on which the first matter that waits is put aside. */
async function matter(page: Page): Promise<void> {
  await open(page, '/today')
  await send(page, () => page.locator('main a[href^="/today/"]').first().click())
}

async function checkedImport(page: Page): Promise<void> {
  await open(page, '/imports')
  const lines = ['unit,period,complaints,contacts', 'S1-T1,2003Q1,12,3400', 'S1-T1,2003Q2,9,3150']
  await page.getByLabel(en('import-kind-history')).check()
  const file = { name: 'history-2003.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
  await page.locator('input[type=file]').setInputFiles(file)
  await send(page, () => page.getByRole('button', { name: en('imports-check') }).click())
}

async function faultyImport(page: Page): Promise<void> {
  await open(page, '/imports')
  const lines = ['unit,period,complaints,contacts', 'X9,2003Q1,12,3400', 'S1-T1,2003-02-30,-9,3150']
  await page.getByLabel(en('import-kind-history')).check()
  const file = { name: 'faulty.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
  await page.locator('input[type=file]').setInputFiles(file)
  await send(page, () => page.getByRole('button', { name: en('imports-check') }).click())
}

/** The first time it casts the ballot, afterwards it looks again. */
async function receipt(page: Page): Promise<void> {
  await open(page, '/check-in')
  const button = page.getByRole('button', { name: en('check-in-submit') })
  if (await button.isVisible()) {
    await page.getByRole('main').getByRole('radio').first().check()
    // Two tests may have the form open at once; one ballot counts, and its receipt is the same for both.
    await send(page, () => button.click(), 200, 409)
  }
  await open(page, '/check-in/receipt')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en('receipt-title'))
}

const screens: Screen[] = [
  { name: 'sign-in', show: at('/sign-in') },
  { name: 'check-in', role: 'region', show: at('/check-in') },
  { name: 'receipt', role: 'colleague', show: receipt },
  { name: 'today', role: 'manager', show: at('/today') },
  { name: 'today-region', role: 'region', show: at('/today') },
  { name: 'trends-site', role: 'manager', show: at('/trends') },
  { name: 'trends-team', role: 'manager', show: at('/trends?unit=4') },
  { name: 'map', role: 'hr', show: at('/trends/map?unit=3') },
  { name: 'map-year', role: 'hr', show: at('/trends/map?unit=1&measure=satisfaction&rounds=52') },
  { name: 'teams', role: 'hr', show: at('/trends/teams') },
  { name: 'actions', role: 'manager', show: at('/actions') },
  { name: 'action', role: 'manager', show: at('/actions/1') },
  { name: 'action-reviewed', role: 'manager', show: at('/actions/2') },
  { name: 'action-new', role: 'manager', show: at('/actions/new') },
  { name: 'trends-measures', role: 'manager', show: at('/trends?measures=overloaded&measures=recovery&measures=underloaded') },
  { name: 'notes', role: 'manager', show: at('/trends/notes?unit=3') },
  { name: 'notes-service', role: 'service', show: at('/trends/notes') },
  { name: 'note-new', role: 'manager', show: at('/trends/notes/new?unit=3') },
  { name: 'note-change', role: 'region', show: at('/trends/notes/3/change') },
  { name: 'note-remove', role: 'manager', show: at('/trends/notes/1/remove') },
  { name: 'complaints-drilled', role: 'manager', show: at('/complaints?show=all&unit=3&from=2026-03-02&to=2026-03-08') },
  { name: 'sites', role: 'hr', show: at('/trends/sites?kind=team') },
  { name: 'load', role: 'hr', show: at('/trends/load?kind=team') },
  { name: 'drivers', role: 'manager', show: at('/trends/drivers') },
  { name: 'link', role: 'region', show: at('/trends/link') },
  { name: 'link-site', role: 'manager', show: at('/trends/link') },
  { name: 'complaints', role: 'service', show: at('/complaints') },
  { name: 'quality', role: 'hr', show: at('/complaints/quality') },
  { name: 'hours', role: 'manager', show: at('/hours') },
  { name: 'letters', role: 'manager', show: at('/letters?template=refusal') },
  { name: 'settings', role: 'admin', show: at('/settings') },
  { name: 'start', role: 'admin', show: at('/start') },
  { name: 'matter', role: 'region', show: matter },
  { name: 'contacts', role: 'manager', show: at('/contacts') },
  { name: 'team', role: 'employee', show: at('/team') },
  { name: 'places', role: 'hr', show: at('/places?to=%2Ftrends&q=bryggen') },
  { name: 'complaint-new', role: 'service', show: at('/complaints/new') },
  { name: 'case', role: 'service', show: firstCase },
  { name: 'imports', role: 'admin', show: at('/imports') },
  { name: 'import-checked', role: 'admin', show: checkedImport },
  { name: 'import-faulty', role: 'admin', show: faultyImport },
  { name: 'review', role: 'hr', show: at('/review') },
  { name: 'packs', role: 'hr', show: packs },
  { name: 'rounds', role: 'hr', show: at('/rounds') },
  { name: 'tablet-codes', role: 'hr', show: at('/kiosk/codes') },
  { name: 'sheets', role: 'representative', show: at('/kiosk/sheets') },
  { name: 'round-new', role: 'hr', show: at('/rounds/new') },
  { name: 'round', role: 'hr', show: at('/rounds/105') },
  { name: 'round-stop', role: 'hr', show: at('/rounds/105/stop') },
  { name: 'round-void', role: 'hr', show: at('/rounds/104/void') },
  { name: 'units', role: 'admin', show: at('/units') },
  { name: 'unit-new', role: 'admin', show: at('/units/new?parent=2') },
  { name: 'unit', role: 'admin', show: at('/units/3') },
  { name: 'unit-merge', role: 'admin', show: at('/units/4/merge') },
  { name: 'people', role: 'admin', show: at('/people') },
  { name: 'person-new', role: 'admin', show: at('/people/new') },
  { name: 'person', role: 'admin', show: at('/people/1') },
  { name: 'person-role', role: 'admin', show: at('/people/2/give-role') },
  { name: 'codes', role: 'admin', show: at('/people/codes') },
  { name: 'privacy', role: 'hr', show: at('/privacy') },
  { name: 'privacy-admin', role: 'admin', show: at('/privacy') },
  { name: 'stored', show: at('/stored') },
  { name: 'help', show: at('/help') },
  { name: 'audit', role: 'admin', show: at('/audit') },
  { name: 'account', role: 'employee', show: at('/account') },
  { name: 'comments', role: 'manager', show: at('/comments') },
  { name: 'not-found', role: 'employee', show: at('/no/such/page', 404) },
]

const sizes = [
  { name: '390x844', width: 390, height: 844 },
  { name: '1440x900', width: 1440, height: 900 },
]

/** The theme somebody chose, on a device that wishes for the other: that must not matter then. Without motion, so
 *  that no colour is met on its way. */
async function choose(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark', reducedMotion: 'reduce' })
  await page.locator('html').evaluate((html, theme) => html.setAttribute('data-theme', theme), theme)
}

/** What sticks out of a page 320 pixels wide, but for what scrolls in a frame of its own. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const isScrolled = (element: Element) => element.closest('.scroll') !== null
    const culprits = [...document.body.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect()
      return box.width > 0 && box.right > width + 1 && !isScrolled(element) && !element.closest('svg')
    })
    const names = culprits.map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
    return document.documentElement.scrollWidth > width ? [`${document.documentElement.scrollWidth} px`, ...names] : []
  })
}

/** Text twice as large, as somebody sets it in the browser. The style attribute of the page itself is not a style
 *  sheet that its policy forbids. */
const enlarge = (page: Page, size: string) => page.evaluate((size) => { document.documentElement.style.fontSize = size }, size)

/** How wide pages are looked at with text of twice the size: a phone, and a desk at 200 %. At 400 % a desk is 320 pixels
 *  wide. */
const enlarged = [390, 640]

/** Pages that show what somebody's file says, or how one is written. */
const quotes = ['imports', 'import-checked', 'import-faulty']

/** Days such as 2026-11-17 in what is read: a page says them as its language does. */
const machineDays = async (page: Page) => [...(await page.locator('body').innerText()).matchAll(/\b\d{4}-\d\d-\d\d\b/g)].map(String)

for (const screen of screens) {
  // All of it in one test, because making a browser's page and signing in take longer than to look at it. Without scripts
  // the markup is the same: there a page is shown in one language, and at the size of the smallest phone.
  test(`${screen.name}: one main heading, nothing for axe to find in either language, and nothing sticks out of a small or an enlarged page`, async ({ page, context, origin, isHydrated }) => {
    test.setTimeout(90_000)
    if (screen.role) await signIn(page, screen.role)
    await screen.show(page)
    await expect(heading(page)).toHaveCount(1)
    await expect(page.getByRole('main')).toHaveCount(1)
    expect(await page.title()).toMatch(/^.+ · Trivsel$/)
    if (!isHydrated) {
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await sideways(page)).toEqual([])
      return
    }
    const found: Record<string, string[]> = {}
    const note = (where: string, here: string[]) => { if (here.length > 0) found[where] = here }
    for (const lang of ['en', 'nb'] as const) {
      if (lang === 'nb') {
        await context.addCookies([{ name: 'lang', value: 'nb', url: origin }])
        await page.reload()
      }
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      if (!quotes.includes(screen.name)) note(`${lang}: days as machines write them`, await machineDays(page))
      // Sizes differ in what is shown, themes in colours alone, and languages in words.
      for (const size of lang === 'en' ? sizes : sizes.slice(0, 1)) {
        await page.setViewportSize(size)
        await choose(page, 'light')
        note(`${lang}-${size.name}-light`, await axe(page, lang === 'en' ? 'criteria' : 'all but colours'))
        if (lang === 'nb') continue
        await choose(page, 'dark')
        note(`${lang}-${size.name}-dark`, await axe(page, 'colours'))
      }
      await page.setViewportSize({ width: 320, height: 640 })
      note(`${lang} at 320 pixels`, await sideways(page))
      await enlarge(page, '200%')
      for (const width of enlarged) {
        await page.setViewportSize({ width, height: 844 })
        note(`${lang} at ${width} pixels, text of twice the size`, await sideways(page))
      }
      await enlarge(page, '')
    }
    expect(found).toEqual({})
  })
}

/** As long as the name of a unit may be, in one word and in many. */
const long = ['Kundeserviceavdelingenforreklamasjonerogtilbakemeldingerpåvegneavhelekjedeniøst', 'Avdeling for reklamasjoner og tilbakemeldinger på vegne av hele kjeden i øst nr 1']

const listing = ['today', 'today-region', 'trends-site', 'teams', 'map', 'sites', 'actions', 'notes', 'contacts', 'hours', 'letters', 'units', 'unit', 'people', 'complaints', 'places', 'team', 'comments']

test.describe('long names', () => {
  // The service worker would fetch a second page itself, past the new name.
  test.use({ serviceWorkers: 'block' })

  for (const screen of screens.filter(({ name }) => listing.includes(name))) {
    test(`${screen.name}: a unit with one long word for a name, or with many, stays within a phone`, async ({ page, isHydrated }) => {
      test.skip(!isHydrated, 'the same markup and styles')
      if (screen.role) await signIn(page, screen.role)
      await page.setViewportSize({ width: 390, height: 844 })
      let name = ''
      // Renamed on the way to the browser: the demo belongs to the other tests too.
      await page.route('**/*', async (route) => {
        if (!route.request().isNavigationRequest()) return route.fallback()
        const answer = await route.fetch({ maxRedirects: 0 })
        const body = await answer.text()
        const renamed = body.replaceAll(/>([^<>]*?)((?:Bryggen|Sentrum|Strandgaten|Lagunen)(?: (?:till|floor|webshop|evening|service desk|click and collect|weekend))?|Vest|Fjordkjeden)/g, `>$1${name}`)
        await route.fulfill({ response: answer, body: renamed })
      })
      for (name of long) {
        await screen.show(page)
        await expect(page.getByText(name).first()).toBeAttached()
        expect(await sideways(page), name).toEqual([])
      }
    })
  }
})

/** Pictures are for people to look at: `TRIVSEL_PICTURES=1 make e2e` takes them, in screenshots/. */
if (process.env.TRIVSEL_PICTURES) {
  for (const screen of screens) {
    test(`${screen.name}: pictures`, async ({ page, context, origin, isHydrated }) => {
      test.skip(!isHydrated, 'once is enough')
      test.setTimeout(90_000)
      if (screen.role) await signIn(page, screen.role)
      await screen.show(page)
      for (const lang of ['en', 'nb']) {
        await context.addCookies([{ name: 'lang', value: lang, url: origin }])
        await page.reload()
        for (const theme of ['light', 'dark'] as const) {
          await choose(page, theme)
          for (const size of sizes) {
            await page.setViewportSize(size)
            const path = `screenshots/${screen.name}-${size.name}-${theme}-${lang}.png`
            await page.screenshot({ path, fullPage: true, animations: 'disabled' })
          }
        }
      }
    })
  }
}
