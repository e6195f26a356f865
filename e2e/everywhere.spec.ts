import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { digestOf } from '../src/report/digest'
import { reportOf } from '../src/report/reading'
import type { ExchangedReport } from '../src/report/schema'
import { noReview } from '../src/review/review'
import { writeFile } from '../src/review/file'
import { fileAddress, helpPlaywright, isHere, launch, missing, plainHost } from './kernels'
import { complaintsOf, ReportPage } from './report-page'
import { example, format } from './review-samples'
import { startServer, type StaticServer } from './static-server'

test.use({ serviceWorkers: 'allow' })

// The whole way of a report in old and new kernels, from every kind of address that the program is opened by.

interface Written {
  readonly format: string
  readonly report: ExchangedReport
  readonly digest: string
}

const origins = {
  'http://localhost': ({ port }: StaticServer) => `http://localhost:${port}/`,
  'plain http on a host name': ({ port }: StaticServer) => `http://${plainHost}:${port}/`,
  'the one file': () => fileAddress,
}

/** Old kernels tell Playwright of no download: what is handed out as a file is noted in the page itself. */
const noteFiles = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    const handedOut: Blob[] = []
    Object.assign(window, { handedOut })
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob: Blob) => {
      handedOut.push(blob)
      return make(blob)
    }
  })
}

const exportJson = async (app: ReportPage): Promise<Written> => {
  await app.go('预览与导出')
  await expect(app.page.frameLocator('iframe[title="年报预览"]').getByRole('heading', { level: 1 })).toBeVisible()
  await app.button('导出 JSON').click()
  const last = () => (window as unknown as { handedOut: Blob[] }).handedOut.pop()?.text()
  return JSON.parse((await app.page.evaluate(last)) ?? '') as Written
}

/** Pastes as the browser does it on Ctrl+V, for which a page without a secure context cannot get the permission. */
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((plain) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', plain)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

const tricky = example((typed) => {
  typed.agency.name = '示例市𠮷田镇人民政府'
  for (const part of typed.overview) part.text += ' “ﬁ①Ⅳ㈠” 👩‍👩‍👧 é é\u2028\u00a0'
})
const trickyFile = writeFile(format, reportOf(format, tricky), {
  filled: [],
  accepted: [],
  review: noReview,
  final: null,
})
const narrative = '全年主动公开信息120条，均通过门户网站发布。'

for (const kernel of ['86', '109', 'current'])
  test.describe(`Chromium ${kernel}`, () => {
    test.skip(!isHere(kernel), missing(kernel))

    for (const [origin, addressOf] of Object.entries(origins))
      test(`a report is made, checked, exported and opened again from ${origin}`, async () => {
        const server = await startServer('dist')
        const browser = await launch(kernel)
        const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
        await noteFiles(context)
        const page = await context.newPage()
        await helpPlaywright(page)
        const complaints = complaintsOf(page)
        const app = new ReportPage(page, 2025, addressOf(server))

        await app.create('示例市水务局')
        if (origin.startsWith('plain')) expect(await page.evaluate(() => isSecureContext)).toBe(false)
        await app.goSection('overview')
        await page.getByLabel('正文').first().fill(narrative)

        await app.goSection('requests')
        await app.cell('requests.received.natural').click()
        await page.keyboard.type('3')
        await page.keyboard.press('Tab')
        await paste(page, '1,120\t5\t0\t0\t0')
        await expect(app.cell('requests.received.business')).toHaveValue('1120')
        await expect(app.cell('requests.received.total')).toHaveText('1128')
        await app.cell('requests.granted.natural').click()
        await page.keyboard.type('2')
        await page.keyboard.press('Tab')
        await app.button('其余填 0').click()
        await expect(app.balance('自然人')).toHaveText('差 +1')

        await app.go('检查结果')
        await expect(page.getByRole('main')).toContainText(
          '自然人一列不平，差 +1：新收 3＋结转 0＝3，办理 2＋结转下年 0＝2',
        )
        await app.goSection('requests')
        await app.cell('requests.granted.natural').fill('3')
        await page.keyboard.press('Tab')
        await expect(app.balance('自然人')).toHaveText('平')
        await app.saved()

        const written = await exportJson(app)
        expect(written.digest).toBe(digestOf(written.format, written.report))
        expect(written.report.cells).toMatchObject({
          requests: { received: { natural: 3, business: 1120 }, granted: { natural: 3, business: 0 } },
        })
        expect(written.report.overview[0]?.text).toBe(narrative)

        await page.reload()
        expect(await exportJson(app)).toEqual(written)

        await app.home()
        await expect(page.getByRole('row', { name: /示例市水务局/ })).toHaveCount(1)
        const buffer = Buffer.from(trickyFile)
        await page.getByLabel('选择年报文件').setInputFiles({ name: '年报.json', mimeType: 'application/json', buffer })
        await expect(page.getByLabel('单位名称', { exact: true })).toHaveValue('示例市𠮷田镇人民政府')
        expect((await exportJson(app)).digest).toBe((JSON.parse(trickyFile) as Written).digest)

        expect(complaints).toEqual([])
        await browser.close()
        await server.close()
      })
  })
