import { en, expect, heading, mainButton, open, send, signIn, test } from '../support'

test('a colleague who is named is locked away, and the case says so without the name', async ({ page }) => {
  await signIn(page, 'service')
  await open(page, '/complaints/new')
  await page.getByLabel(en('field-what')).fill('They were short with me at the till')
  await page.getByLabel(en('field-about-whom')).fill('The one with the Xyzzyname badge')
  await page.getByRole('radio', { name: en('category-waiting') }).check()
  await page.getByLabel(en('field-unit'), { exact: true }).selectOption({ label: '\u2003Bryggen till' })
  await send(page, () => mainButton(page, en('case-new-submit')).click())
  await expect(heading(page)).toHaveText('They were short with me at the till')
  await expect(page.getByRole('definition').filter({ hasText: en('mention-unverified') })).toBeVisible()
  await expect(page.getByText('Xyzzyname')).toHaveCount(0)
  const reference = page.url().split('/').pop()!
  await signIn(page, 'manager')
  await open(page, '/complaints/mentions')
  await page.getByRole('link', { name: reference }).click()
  await expect(page.getByText('Xyzzyname')).toBeVisible()
  await expect(page.getByText(en('mention-written-down'))).toBeVisible()
  // Whom it is about has to be chosen first.
  await send(page, () => mainButton(page, en('mention-tell-do')).click(), 422)
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel(en('field-person')).selectOption({ index: 1 })
  await send(page, () => mainButton(page, en('mention-tell-do')).click())
  await expect(page.getByRole('status').filter({ hasText: en('mention-done-tell') })).toBeVisible()
  await expect(page.getByText('Xyzzyname')).toBeVisible()
})

test('one’s own page says what customers said, word for word, or that there is nothing', async ({ page }) => {
  await signIn(page, 'employee')
  await open(page, '/account')
  await page.getByRole('link', { name: en('said-about-title') }).click()
  await expect(heading(page)).toHaveText(en('said-about-title'))
})
