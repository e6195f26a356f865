import { expect, test, type Locator, type Page } from '@playwright/test'
import { axeFindings } from './axe'
import { button, card, copyOf, example, open, saved, seed, signAs } from './review-samples'

const rowIn = (page: Page): Locator =>
  page.getByRole('table', { name: '待审阅' }).getByRole('row', { name: /示例市数据管理局/ })
const removal = '删除待审阅的“示例市数据管理局2025年年报”'

const writes = async (page: Page, text: string): Promise<void> => {
  await button(page, '对全文写意见').click()
  await page.keyboard.type(text)
}

test('two windows with one review lose nothing to each other, and a removal can be taken back', async ({
  page,
  context,
}) => {
  const copy = copyOf(example())
  await seed(page, copy)
  await open(page, copy)
  const other = await context.newPage()
  await open(other, copy)
  await writes(page, '甲的意见')
  await page.keyboard.press('Control+Enter')
  await signAs(page, '李审核')
  await expect(card(page, 1)).toBeVisible()
  await saved(page)
  // The name is known in the other window, too.
  await button(other, '退回修改').click()
  await expect(other.getByRole('dialog').getByLabel('姓名')).toHaveValue('李审核')
  await other.keyboard.press('Escape')
  await writes(other, '乙的意见')
  await other.keyboard.press('Control+Enter')
  await expect(card(other, 1)).toBeVisible()
  await saved(other)
  await page.reload()
  await expect(page.getByText('甲的意见')).toBeVisible()
  await expect(page.getByText('乙的意见')).toBeVisible()
  await page.getByRole('link', { name: '政府信息公开年报' }).click()
  const row = rowIn(page)
  await expect(row).toContainText('第 1 版')
  await expect(row).toContainText('待审核，意见 2 条')
  expect(await axeFindings(page)).toEqual([])
  await button(page, removal).click()
  await expect(row).toHaveCount(0)
  await button(page, '撤销删除').click()
  await row.getByRole('link').click()
  await expect(page.getByText('乙的意见')).toBeVisible()
})

test('a review that one window removes while another works on it comes back whole, and 撤销删除 loses nothing of it', async ({
  page,
  context,
}) => {
  const copy = copyOf(example())
  await seed(page, copy)
  const other = await context.newPage()
  await open(other, copy)
  await writes(other, '先写的意见')
  await other.keyboard.press('Control+Enter')
  await signAs(other, '李审核')
  await expect(card(other, 1)).toBeVisible()
  await other.frameLocator('iframe').locator('[data-at="issued.normative.inForce"]').click()
  await other.keyboard.type('写到一半')
  await saved(other)

  await page.reload()
  await expect(rowIn(page)).toContainText('意见 1 条')
  await button(page, removal).click()
  await expect(rowIn(page)).toHaveCount(0)

  await other.keyboard.press('Escape')
  await writes(other, '后写的意见')
  await other.keyboard.press('Control+Enter')
  await expect(other.getByText('在另一个窗口删除过')).toBeVisible()
  await expect(other.getByText('被清除过')).toHaveCount(0)
  expect(await axeFindings(other)).toEqual([])
  await expect(rowIn(page)).toContainText('意见 2 条')
  await button(page, '撤销删除').click()
  await expect(page.getByRole('region', { name: '提示' })).toHaveCount(0)
  await rowIn(page).getByRole('link').click()
  for (const words of ['先写的意见', '后写的意见', '写到一半']) await expect(page.getByText(words)).toBeVisible()
})

for (const kind of ['locks', 'no locks'] as const)
  test(`what one window cannot store yet is left to it by another that opens the same review, with ${kind}`, async ({
    page,
    context,
  }) => {
    // As on plain http.
    if (kind === 'no locks')
      await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }))
    const copy = copyOf(example())
    await seed(page, copy)
    await page.close()
    const writer = await context.newPage()
    await writer.addInitScript(() => {
      const put = IDBObjectStore.prototype.put
      IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
        if (Reflect.get(window, 'isFull') === true) throw new DOMException('full', 'QuotaExceededError')
        return put.apply(this, args)
      }
    })
    await open(writer, copy)
    await writer.evaluate(() => Object.assign(window, { isFull: true }))
    await writes(writer, '旧的话')
    await expect(writer.getByText('未能保存，浏览器存储空间已满')).toBeVisible()

    const reader = await context.newPage()
    await open(reader, copy)
    await expect(reader.getByText('旧的话')).toHaveCount(0)
    await writer.getByRole('textbox', { name: /^意见：/ }).fill('新的话')
    await writer.evaluate(() => Object.assign(window, { isFull: false }))
    // A save that failed is tried again after up to ten seconds.
    await expect(writer.getByText(/^已保存 \d\d:\d\d/)).toBeVisible({ timeout: 30_000 })
    await reader.reload()
    await reader.getByRole('button', { name: /新的话/ }).click()
    await expect(reader.getByRole('textbox', { name: /^意见：/ })).toHaveValue('新的话')
  })
