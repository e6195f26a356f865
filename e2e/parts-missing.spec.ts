import { expect, test, type Page } from '@playwright/test'
import { reportOf } from '../src/report/reading'
import { writeFile } from '../src/review/file'
import { noReview } from '../src/review/review'
import { ReportPage } from './report-page'
import { example, format, send } from './review-samples'

// The program is fetched in parts; a server that was stopped or has a newer program by now does not give them.
const without = async (page: Page, ...parts: readonly string[]): Promise<() => Promise<void>> => {
  const path = new RegExp(`/assets/(${parts.join('|')})-[^/]*\\.js$`)
  await page.route(path, (route) => route.abort())
  return () => page.unroute(path)
}

/** What nobody caught: there should be nothing. */
const uncaughtOn = (page: Page): readonly string[] => {
  const uncaught: string[] = []
  page.on('pageerror', ({ message }) => uncaught.push(message))
  return uncaught
}

const missing = '，程序文件没有取到。已保存的内容没有受影响。程序可能已经更新或停止服务，请确认它还开着，再刷新页面。'

/** A report that was sent for review, as a file. */
const sentFile = (): string => {
  const typed = example()
  const review = send(noReview, typed, 1)
  return writeFile(format, reportOf(format, typed), { filled: [], accepted: [], review, final: null })
}

test('a backup and a file that the list cannot get the parts for are told, and the next click tries again', async ({
  page,
}) => {
  const uncaught = uncaughtOn(page)
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.saved()
  await app.home()
  await expect(app.button('备份全部')).toBeVisible()
  const restore = await without(page, 'back-up', 'open-file')
  const panel = page.getByRole('region', { name: '备份' })
  await app.button('备份全部').click()
  await expect(panel.getByRole('status').first()).toHaveText(`没有能备份${missing}`)
  await expect(app.button('备份全部')).toHaveAttribute('aria-disabled', 'false')
  await app.openText('送审.json', sentFile())
  await expect(page.getByRole('alert')).toContainText(`没有能打开“送审.json”${missing}`)
  await restore()
  const { text } = await app.download('备份全部')
  expect(text).toContain('示例市水务局')
  await app.openText('送审.json', sentFile())
  const opened = page.getByRole('dialog')
  await expect(opened).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)

  const give = await without(page, 'receive')
  await opened.getByRole('button', { name: '审阅' }).click()
  await expect(page.getByRole('alert')).toContainText(`没有能存入${missing}`)
  await give()
  await app.openText('送审.json', sentFile())
  await opened.getByRole('button', { name: '审阅' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^审阅/ })).toBeVisible()
  expect(uncaught).toEqual([])
})

test('the reminder beside a report says that there was no backup, and still offers one', async ({ page }) => {
  const uncaught = uncaughtOn(page)
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.saved()
  const id = /draft\/(\w+)\//.exec(page.url())?.[1] ?? ''
  await page.evaluate(
    (key) =>
      localStorage.setItem(
        key,
        JSON.stringify({ copiedAt: 0, time: 2_460_000, fields: 2, hushed: { time: 0, fields: 0 } }),
      ),
    `gov-info-disclosure-annual-report:work:${id}`,
  )
  await page.reload()
  const reminder = page.getByRole('region', { name: '留存提醒' })
  await expect(reminder).toBeVisible()
  const restore = await without(page, 'back-up')
  await reminder.getByRole('button', { name: '备份全部' }).click()
  await expect(reminder).toContainText(`没有能备份${missing}`)
  await restore()
  const { text } = await app.download('备份全部')
  expect(text).toContain('示例市水务局')
  await expect(reminder).toContainText('已存下“政府信息公开年报备份')
  expect(uncaught).toEqual([])
})

test('a copy of a report that cannot be read at that moment is told, and made by the next click', async ({ page }) => {
  const uncaught = uncaughtOn(page)
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.saved()
  await app.home()
  const copy = page.getByRole('button', { name: /^复制/ })
  await expect(copy).toBeVisible()
  await page.evaluate(() => {
    const get = IDBObjectStore.prototype.get
    IDBObjectStore.prototype.get = () => {
      throw new DOMException('broken', 'UnknownError')
    }
    Object.assign(window, { mend: () => Object.assign(IDBObjectStore.prototype, { get }) })
  })
  await copy.click()
  await expect(page.getByRole('alert')).toContainText('没有能复制“示例市水务局2023年年报”，浏览器读写磁盘出错。')
  await page.evaluate(() => (Reflect.get(window, 'mend') as () => void)())
  await copy.click()
  await expect(page.getByRole('link', { name: '示例市水务局2023年年报 副本' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(uncaught).toEqual([])
})
