// The rules of the release, and what is stored: read by everybody, changed by two.
import { en, expect, heading, mainButton, open, pattern, send, signIn, test, type ProjectName } from '../support'

test('what is stored is told to anybody, with a made-up row for every table of the ballot box', async ({ page }) => {
  await open(page, '/stored')
  await expect(heading(page)).toHaveText(en('stored-title'))
  for (const table of ['roll', 'used-vote', 'sealed-ballot', 'released-comment', 'kiosk-code']) {
    const entry = page.locator(`#stored-${table}`)
    await expect(entry.getByText(en(`stored-table-${table}`))).toBeVisible()
    await expect(entry.getByText(en('stored-example'))).toBeVisible()
  }
  await expect(page.locator('#stored-person .rows')).toHaveText(pattern('en', 'stored-rows-at-least'))
  await signIn(page, 'employee', '/stored')
  await expect(page.locator('#stored-person .rows')).toHaveText(/^\d+ rows$/)
  await expect(page.locator('#stored-roll .rows')).toHaveText(pattern('en', 'stored-rows-at-least'))
  await expect(page.getByRole('link', { name: en('account-data-take') })).toHaveAttribute('href', '/account/my-data')
})

test('the check-in, the receipt and the help page lead there', async ({ page }) => {
  await signIn(page, 'region', '/check-in')
  await expect(page.getByRole('main').getByRole('link', { name: en('check-in-after') })).toHaveAttribute('href', '/stored')
  await open(page, '/help')
  await send(page, () => page.getByRole('link', { name: en('help-to-stored') }).click())
  await expect(heading(page)).toHaveText(en('stored-title'))
})

test('HR reads rules, states and reasons; an administrator sees no states', async ({ page, context }) => {
  await signIn(page, 'hr', '/privacy')
  await expect(heading(page)).toHaveText(en('privacy-title'))
  await expect(page.locator('#states tbody tr')).toHaveCount(6)
  await expect(page.locator('#units').getByRole('rowheader', { name: 'Fjordkjeden' })).toBeVisible()
  await expect(page.locator('#change')).toHaveCount(0)
  await context.clearCookies()
  await signIn(page, 'admin', '/privacy')
  await expect(page.locator('#states')).toHaveCount(0)
  // The form gives way to a proposal, such as that of another spec.
  await expect(page.locator('#change, #proposal')).toHaveCount(1)
})

const once = 'the rules are the same for all specs, so one run changes them'

test('two people are too few, and the form says so', async ({ page }, info) => {
  test.skip((info.project.name as ProjectName) !== 'no-javascript', once)
  await signIn(page, 'admin', '/privacy')
  await page.getByLabel(en('field-k'), { exact: true }).fill('2')
  await send(page, () => mainButton(page, en('privacy-change-submit')).click(), 422)
  await expect(page.getByRole('alert')).toContainText(en('why-below-floor'))
  await expect(page.getByLabel(en('field-k'), { exact: true })).toHaveValue('2')
})

test('a proposal to lower changes nothing, is not confirmed by its author, and is withdrawn', async ({ page }, info) => {
  test.skip((info.project.name as ProjectName) !== 'no-javascript', once)
  await signIn(page, 'admin', '/privacy')
  await page.getByLabel(en('field-k'), { exact: true }).fill('4')
  await send(page, () => mainButton(page, en('privacy-change-submit')).click())
  await expect(page.getByRole('status')).toHaveText(en('rules-done-proposed'))
  await expect(page.locator('#proposal')).toContainText(en('privacy-proposal-own'))
  await expect(page.locator('#rules')).toContainText(en('rule-value-k', { number: 5 }))
  await expect(mainButton(page, en('privacy-confirm'))).toHaveCount(0)
  await send(page, () => mainButton(page, en('privacy-withdraw')).click())
  await expect(page.getByRole('status')).toHaveText(en('rules-done-withdrawn'))
  await expect(page.locator('#history tbody tr').first()).toContainText(en('deed-withdrawn'))
  await expect(page.locator('#change')).toBeVisible()
})
