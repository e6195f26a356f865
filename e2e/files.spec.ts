import { expect, test } from '@playwright/test'
import { ReportPage } from './report-page'

const exported = async (app: ReportPage): Promise<string> => {
  await app.example()
  await app.go('预览与导出')
  const { text } = await app.download('导出 JSON')
  return text
}

test('an exported report is opened elsewhere, unchanged', async ({ page, browser }) => {
  const app = new ReportPage(page, 2025)
  const text = await exported(app)
  const elsewhere = await browser.newContext({ acceptDownloads: true })
  const other = new ReportPage(await elsewhere.newPage(), 2025)
  await other.page.goto(page.url().split('#')[0] ?? '')
  await other.openText('年报.json', text)
  await expect(other.page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible()
  await other.go('预览与导出')
  expect((await other.download('导出 JSON')).text).toBe(text)
  await elsewhere.close()
})

test('a report that is already here becomes a copy or replaces it, as the clerk says', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  const text = await exported(app)
  await app.home()
  await app.openText('年报.json', text)
  await expect(page.getByText('这台电脑上已有这份年报')).toBeVisible()
  await app.button('另存副本').click()
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible()
  await app.home()
  await expect(page.getByRole('row', { name: /示例市数据管理局/ })).toHaveCount(2)
  await app.openText('年报.json', text.replace('示例市府前路1号', '示例市府前路9号'))
  await expect(page.getByText('校验码与内容不符')).toBeVisible()
  await app.button('替换').click()
  await expect(page.getByLabel('地址')).toHaveValue('示例市府前路9号')
  await app.home()
  await expect(page.getByRole('row', { name: /示例市数据管理局/ })).toHaveCount(2)
})

test('a total that was changed in the file is told', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  const file = JSON.parse(await exported(app)) as { totals: { requests: { received: { total: number } } } }
  file.totals.requests.received.total = 116
  await app.home()
  await app.openText('年报.json', JSON.stringify(file))
  await expect(page.getByText('“一、本年新收政府信息公开申请数量 总计”写的是 116，各项相加是 115，差 +1')).toBeVisible()
})

for (const [name, text, words] of [
  ['package.json', '{"name":"x","version":"1.0.0"}', '文件不是年报文件，请选择由本程序导出的 .json 文件。'],
  ['list.json', '[1,2,3]', '文件不是年报文件，请选择由本程序导出的 .json 文件。'],
  ['half.json', '{"type":"gov-info-disclosure-annual-report","ver', '文件不是年报文件，或者没有传完整'],
  ['deep.json', '['.repeat(200_000), '文件嵌套过深'],
  ['newer.json', '{"type":"gov-info-disclosure-annual-report","version":9,"format":"2021"}', '请升级本程序后再打开'],
] as const)
  test(`a foreign file ${name} is refused with a sentence`, async ({ page }) => {
    const app = new ReportPage(page)
    await app.home()
    await app.openText(name, text)
    await expect(page.getByRole('alert')).toContainText(words)
    await app.button('知道了').click()
    await expect(page.getByText('这台电脑上还没有年报')).toBeVisible()
  })

test('a file of 60 MB is refused before it is read', async ({ page }) => {
  const app = new ReportPage(page)
  await app.home()
  await page.evaluate(() => {
    const { arrayBuffer, text } = Blob.prototype
    // Its beginning may be looked at, to tell a backup, which may be larger.
    const note = (blob: Blob): void => void (blob.size > 1_000 && (document.title = 'read'))
    Blob.prototype.arrayBuffer = function () {
      note(this)
      return arrayBuffer.call(this)
    }
    Blob.prototype.text = function () {
      note(this)
      return text.call(this)
    }
  })
  // Larger than what can be sent to the page in one piece: the file is made inside it.
  await page.getByLabel('选择年报文件').evaluate((input) => {
    const files = new DataTransfer()
    files.items.add(new File([new Uint8Array(60_000_000)], '大文件.json'))
    ;(input as HTMLInputElement).files = files.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await expect(page.getByRole('alert')).toContainText('“大文件.json”有 60 MB，超过 20 MB')
  expect(await page.title()).not.toBe('read')
})

test('words that look like markup stay words, in the app, the file and on paper', async ({ page }) => {
  const attack = '<img src=x onerror="document.title=\'hit\'"></script><script>document.title="hit"</script>'
  const app = new ReportPage(page)
  await app.create(`示例${attack}`)
  await app.goSection('overview')
  await app.part('（一）主动公开').getByLabel('正文').fill(attack)
  await app.go('预览与导出')
  const { name, text } = await app.download('导出网页')
  expect(name).not.toMatch(/[<>:"/\\|?*]/)
  expect(text).not.toContain('<img')
  expect(text).not.toContain('<script')
  await expect(page.frameLocator('iframe').getByText(attack).first()).toBeVisible()
  expect(await page.title()).not.toBe('hit')
})
