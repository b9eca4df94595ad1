import { en, expect, mainButton, open, send, signIn, test } from '../support'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n')

test('a file is added to a case, taken out and taken away, with or without scripts', async ({ page }) => {
  await signIn(page, 'service')
  await open(page, '/complaints/new')
  await page.getByLabel(en('field-what')).fill('The lamp broke on the first day')
  await page.getByRole('radio', { name: en('category-waiting') }).check()
  await page.getByLabel(en('field-unit'), { exact: true }).selectOption({ label: '\u2003Bryggen till' })
  await send(page, () => mainButton(page, en('case-new-submit')).click())
  await page.getByRole('link', { name: en('files-open') }).click()
  const add = async (name: string, buffer: Buffer, ...statuses: number[]) => {
    await page.getByLabel(en('field-file')).setInputFiles({ name, mimeType: 'image/jpeg', buffer })
    await send(page, () => mainButton(page, en('files-add')).click(), ...statuses)
  }
  await add('photograph.jpg', Buffer.from('<svg><script>alert(1)</script></svg>'), 422)
  await expect(page.getByRole('alert')).toContainText(en('why-not-a-file'))
  await add('receipt.jpg', pdf)
  await expect(page.getByRole('status').filter({ hasText: en('attachment-done-added') })).toBeVisible()
  const link = page.getByRole('main').getByRole('link', { name: /-1\.pdf$/ })
  const answer = await page.request.get((await link.getAttribute('href'))!)
  expect(answer.headers()['content-disposition']).toContain('attachment')
  expect(answer.headers()['content-security-policy']).toContain('sandbox')
  expect(await answer.body()).toEqual(pdf)
  await send(page, () => page.getByRole('button', { name: /-1\.pdf$/ }).click())
  await expect(page.getByRole('status').filter({ hasText: en('attachment-done-removed') })).toBeVisible()
  await expect(link).toHaveCount(0)
})
