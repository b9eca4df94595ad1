import { en, expect, heading, hostile, open, send, signIn, test } from '../support'

test('the wording of a letter is looked at, kept and given up again', async ({ page }) => {
  await signIn(page, 'manager')
  await open(page, '/letters?template=update&in=en')
  await expect(heading(page)).toHaveText(en('template-update'))
  const letter = page.getByLabel(en('wording-text'), { exact: true })
  await letter.fill('{nmae}')
  await send(page, () => page.getByRole('button', { name: en('wording-save') }).click(), 422)
  await expect(page.getByRole('alert')).toContainText(en('why-unknown-place'))
  await expect(letter).toHaveValue('{nmae}')
  await letter.fill(`{greeting} ${hostile} {reference}`)
  await send(page, () => page.getByRole('button', { name: en('wording-look') }).click())
  await expect(page.locator('#preview')).toContainText(`${hostile} K-7QMRX2D`)
  await expect(page.locator('main img, main script')).toHaveCount(0)
  await send(page, () => page.getByRole('button', { name: en('wording-save') }).click())
  await expect(page.getByText(en('wording-own'))).toBeVisible()
  await send(page, () => page.getByRole('button', { name: en('wording-reset') }).click())
  await expect(page.getByText(en('wording-built-in'))).toBeVisible()
})

test('HR and the staff representative find how cases went in the menu', async ({ page }) => {
  await signIn(page, 'hr')
  await open(page, '/complaints/quality')
  await expect(page.getByRole('banner').getByRole('link', { name: en('nav-cases'), exact: true })).toHaveAttribute('aria-current', 'page')
})
