import { expect, test } from '@playwright/test'
import puppeteer, { type Page } from 'puppeteer-core'
import { digestOf } from '../src/report/digest'
import type { ExchangedReport } from '../src/report/schema'
import { fileAddress, firefoxPath } from './kernels'

// A smoke run in Firefox, which Playwright cannot drive as it comes from a distribution.

interface Written {
  readonly format: string
  readonly report: ExchangedReport
  readonly digest: string
}

const role = (name: string, kind: string): string => `::-p-aria([name="${name}"][role="${kind}"])`

/** What is handed out as a file and what the policy forbids is noted in the page itself. */
const note = (): void => {
  const noted = { files: [] as Blob[], forbidden: [] as string[] }
  Object.assign(window, { noted })
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
    noted.forbidden.push(violatedDirective),
  )
  const make = URL.createObjectURL.bind(URL)
  URL.createObjectURL = (blob: Blob) => {
    noted.files.push(blob)
    return make(blob)
  }
}

const written = async (page: Page): Promise<Written> => {
  await page.locator('::-p-text(预览与导出)').click()
  await page.locator(role('导出 JSON', 'button')).click()
  const text = await page.evaluate(() => (window as unknown as { noted: { files: Blob[] } }).noted.files.pop()?.text())
  return JSON.parse(text ?? '') as Written
}

const story = async (page: Page, address: string): Promise<void> => {
  await page.evaluateOnNewDocument(note)
  await page.goto(address)
  await page.locator(role('新建年报', 'button')).click()
  await page.locator('dialog input').fill('示例市水务局')
  await page.locator('dialog select').fill('department')
  await page.locator(role('开始填报', 'button')).click()
  await page.locator('nav ::-p-text(三、)').click()
  await page.locator('[data-at="requests.received.natural"]').click()
  await page.keyboard.type('12')
  await page.keyboard.press('Tab')
  await page.keyboard.type('3')
  await page.keyboard.press('Tab')
  await page.waitForSelector('::-p-text(已保存)')
  await page.reload()
  await page.waitForSelector('[data-at="requests.received.natural"]')
  const total = await page.$eval('[data-at="requests.received.total"]', ({ textContent }) => textContent)
  expect(total).toBe('15')
  const { format, report, digest } = await written(page)
  expect(report.cells).toMatchObject({ requests: { received: { natural: 12, business: 3 } } })
  expect(digest).toBe(digestOf(format, report))
  expect(await page.evaluate(() => (window as unknown as { noted: { forbidden: string[] } }).noted.forbidden)).toEqual(
    [],
  )
}

for (const origin of ['the one file', 'http://localhost'])
  test(`Firefox types, saves, opens again and exports, from ${origin}`, async ({ baseURL }) => {
    test.skip(!firefoxPath, '没有 Firefox：请安装 firefox-esr，或用环境变量 FIREFOX_PATH 指明它的位置')
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefoxPath ?? '',
      // Puppeteer's own profile lets a file read its neighbours, which people's do not.
      extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true },
    })
    try {
      const page = await browser.newPage()
      await page.setViewport({ width: 1366, height: 768 })
      await story(page, origin === 'the one file' ? fileAddress : (baseURL ?? ''))
    } finally {
      await browser.close()
    }
  })
