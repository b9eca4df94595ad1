import { en, expect, formBody, fromHere, heading, open, password, send, signIn, test } from './support'

test('pages have a policy with a nonce of their own', async ({ page }) => {
  await signIn(page, 'manager')
  const nonces: string[] = []
  for (const path of ['/trends', '/complaints', '/help']) {
    const headers = (await open(page, path)).headers()
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).toContain("form-action 'self'")
    const scripts = /script-src ([^;]+)/.exec(policy)?.[1] ?? ''
    expect(scripts).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
    expect(/style-src ([^;]+)/.exec(policy)?.[1]).not.toContain('unsafe-inline')
    const nonce = /'nonce-([\w+/=-]{16,})'/.exec(scripts)?.[1]
    expect(nonce).toBeTruthy()
    nonces.push(nonce!)
    expect(headers['cache-control']).toContain('no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  }
  expect(new Set(nonces).size).toBe(nonces.length)
})

test('errors, redirects and files carry the headers too', async ({ page }) => {
  await signIn(page, 'manager')
  for (const path of ['/no/such/page', '/imports', '/charts/trend.svg', '/favicon.svg', '/healthz', '/pkg/none.js']) {
    const { ['x-content-type-options']: sniff, ['content-security-policy']: policy } = (await page.request.get(path)).headers()
    expect(sniff, path).toBe('nosniff')
    expect(policy, path).toContain("frame-ancestors 'none'")
  }
  const home = await page.request.get('/', { maxRedirects: 0 })
  expect(home.headers()['cache-control']).toContain('no-store')
})

test('what never changes may be kept, by its hashed name', async ({ page }) => {
  await open(page, '/help')
  const href = await page.locator('link#style').getAttribute('href')
  expect(href).toMatch(/\/pkg\/trivsel\.[0-9a-z]+\.css$/)
  const answer = await page.request.get(href!)
  expect(answer.headers()['cache-control']).toContain('immutable')
  expect(answer.headers()['content-type']).toContain('text/css')
})

test('other sites cannot send forms in somebody’s name', async ({ page, origin }) => {
  await signIn(page, 'service')
  const forms: [string, Record<string, string>][] = [
    ['/complaints/new', { what: 'forged', category: 'product', channel: 'phone', unit: '4' }],
    ['/preferences', { lang: 'nb', back: '/' }],
    ['/check-in', { round: '1' }],
    ['/sign-out', {}],
    ['/sign-in', { login: 'service@demo.example', password, next: '/' }],
    ['/imports/1/confirm', {}],
  ]
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', 'origin': 'https://evil.example' },
    { 'sec-fetch-site': 'same-site', 'origin': 'http://other.127.0.0.1:3300' },
  ]
  for (const [path, form] of forms) {
    for (const headers of foreign) {
      const answer = await page.request.post(path, { headers, form, maxRedirects: 0 })
      expect(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(403)
    }
    // Neither mark of where it comes from, but with a cookie.
    expect((await page.request.post(path, { form, maxRedirects: 0 })).status(), path).toBe(403)
  }
  // Still signed in, still in English.
  await open(page, '/complaints?search=forged')
  await expect(page.getByRole('heading', { name: en('cases-none-found') })).toBeVisible()
  const own = await page.request.post('/preferences', { headers: { origin }, form: { lang: 'en', back: '/' }, maxRedirects: 0 })
  expect(own.status()).toBe(303)
})

test('no page of a signed-in person comes back after signing out', async ({ page }) => {
  await signIn(page, 'service', '/complaints')
  await send(page, () => page.getByRole('button', { name: en('sign-out') }).click())
  await expect(heading(page)).toHaveText(en('sign-in-title'))
  await send(page, () => page.goBack(), 401)
  await expect(page.getByRole('link', { name: /K-[0-9A-Z]+/ })).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('table').filter({ hasText: en('cases-reference') })).toHaveCount(0)
})

test('a body that is too large, and a method nobody knows, get an answer people can read', async ({ page, origin }) => {
  await signIn(page, 'service')
  const data = formBody({ what: 'x'.repeat(100_000), category: 'product', channel: 'phone', unit: '4' })
  const large = await page.request.post('/complaints/new', { headers: fromHere(origin), data })
  expect(large.status()).toBe(413)
  expect(await large.text()).toContain(en('problem-too-large'))
  const deleted = await page.request.delete('/complaints', { headers: { origin } })
  expect([404, 405]).toContain(deleted.status())
})

test('what the browser asks for by itself says no more than the page', async ({ page }) => {
  expect([401, 403, 404, 500]).toContain((await page.request.get('/api/trend?query[unit]=3')).status())
  await signIn(page, 'employee')
  for (const path of ['/api/cases?filter[show]=all', '/api/review', '/api/trend?query[unit]=8']) {
    const answer = await page.request.get(path)
    expect(answer.status(), path).toBeGreaterThanOrEqual(400)
    // A nonce is chance, and may hold what looks like the beginning of a reference.
    const text = (await answer.text()).replace(/nonce="[^"]*"/g, '')
    expect(text, path).not.toMatch(/K-[0-9A-Z]{2}|Sentrum/)
  }
})
