import { expect, test, type Page } from '@playwright/test'
import { ReportPage } from './report-page'

// What can go wrong in a save, in a real browser. While `window.fault` names one, it goes wrong; then all is well again.
const faults = [
  ['put', '浏览器存储空间已满', 'the disk is full when a record is put'],
  ['commit', '浏览器存储空间已满', 'the disk is full when the transaction ends'],
  ['abort', '浏览器中断了存储', 'the browser breaks the transaction off'],
  ['transaction', '浏览器读写磁盘出错', 'no transaction can be begun'],
  ['closed', '浏览器中断了存储', 'the connection is closed again and again'],
  ['silence', '浏览器迟迟没有存好', 'the browser does not answer'],
] as const

const breakSaves = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const fault = (): unknown => Reflect.get(window, 'fault')
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
      if (fault() === 'put') throw new DOMException('full', 'QuotaExceededError')
      const request = put.apply(this, args)
      if (fault() === 'abort') this.transaction.abort()
      // Every request is done, and then there is no room.
      if (fault() === 'commit' && this.name === 'units')
        request.addEventListener('success', () => {
          Object.defineProperty(this.transaction, 'error', { value: new DOMException('full', 'QuotaExceededError') })
          this.transaction.abort()
        })
      return request
    }
    const transaction = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (...args: Parameters<typeof transaction>) {
      if (fault() === 'transaction') throw new DOMException('broken', 'UnknownError')
      if (fault() === 'closed') throw new DOMException('closed', 'InvalidStateError')
      const made = transaction.apply(this, args)
      if (args[1] !== 'readwrite') return made
      if (fault() === 'silence')
        // Nobody hears of its end until the fault is over.
        made.addEventListener(
          'complete',
          (event) => {
            event.stopImmediatePropagation()
            Object.assign(window, { answer: () => made.dispatchEvent(new Event('complete')) })
          },
          { once: true },
        )
      return made
    }
  })
}

for (const [fault, words, told] of faults)
  test(`${told}: it is told, the file holds what was typed, and it is saved by itself afterwards`, async ({ page }) => {
    await breakSaves(page)
    const app = new ReportPage(page)
    await app.create('示例市水务局')
    await app.saved()
    await page.evaluate((name) => Object.assign(window, { fault: name }), fault)
    await page.getByLabel('地址').fill('示例路3号')
    const alert = page.getByRole('alert').filter({ hasText: '未能保存' })
    await expect(alert).toContainText(`未能保存，${words}`, { timeout: 30_000 })
    await expect(page.getByText(/^已保存 \d/)).toHaveCount(0)
    const { text } = await app.download('导出文件')
    expect(JSON.parse(text)).toMatchObject({ report: { agency: { address: '示例路3号' } } })
    await page.getByLabel('电话').fill('0000-1111111')
    await page.evaluate(() => {
      Reflect.deleteProperty(window, 'fault')
      const answer: unknown = Reflect.get(window, 'answer')
      if (typeof answer === 'function') answer()
    })
    await expect(page.getByText(/^已保存 \d/)).toBeVisible({ timeout: 30_000 })
    await expect(alert).toHaveCount(0)
    await page.reload()
    await expect(page.getByLabel('地址')).toHaveValue('示例路3号')
    await expect(page.getByLabel('电话')).toHaveValue('0000-1111111')
  })

test('what could not be saved when the editor was left outlives what is typed when it is opened again', async ({
  page,
}) => {
  await breakSaves(page)
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.saved()
  await page.evaluate(() => Object.assign(window, { fault: 'put' }))
  await page.getByLabel('地址').fill('示例路3号')
  await expect(page.getByRole('alert').filter({ hasText: '未能保存' })).toBeVisible()
  await page.getByRole('link', { name: '政府信息公开年报' }).click()
  await page.getByRole('link', { name: '示例市水务局2023年年报', exact: true }).click()
  await expect(page.getByLabel('地址')).toHaveValue('')
  await expect(page.getByRole('alert')).toContainText('它没有丢')
  // Another word that cannot be saved, and one that can.
  await page.getByLabel('邮编').fill('000000')
  await expect(page.getByRole('alert').filter({ hasText: '未能保存' })).toBeVisible()
  await page.evaluate(() => Reflect.deleteProperty(window, 'fault'))
  await page.getByLabel('电话').fill('0000-1111111')
  // A save that failed is tried again after up to ten seconds.
  await expect(page.getByText(/^已保存 \d/)).toBeVisible({ timeout: 30_000 })
  await app.home()
  await page.reload()
  await page.getByRole('link', { name: /找回的内容/ }).click()
  await expect(page.getByLabel('地址')).toHaveValue('示例路3号')
  await expect(page.getByLabel('邮编')).toHaveValue('')
  await app.home()
  await expect(page.getByRole('link', { name: /年年报/ })).toHaveCount(2)
})
