import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Locator } from '@playwright/test'
import { complaintsOf, ReportPage } from './report-page'

/** The code in the foot of an exported page. */
const codeIn = (html: string): string => /校验码 ([0-9A-Z]{4}-[0-9A-Z]{4})<\/p>/.exec(html)?.[1] ?? 'none'

const dialogOf = ({ page }: ReportPage): Locator => page.getByRole('dialog', { name: '核验' })

const verify = async (app: ReportPage, code: string, text: string, name = '年报.json'): Promise<Locator> => {
  const dialog = dialogOf(app)
  if (!(await dialog.isVisible())) {
    await app.home()
    await app.button('核验').click()
  }
  await dialog.getByLabel('纸上的校验码').fill(code)
  const [chooser] = await Promise.all([
    app.page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: '选择文件' }).click(),
  ])
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  await dialog.getByRole('button', { name: '核验', exact: true }).click()
  return dialog.getByRole('status')
}

test('the code on the exported page is the one that 核验 accepts for the file, and for the draft', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.go('预览与导出')
  const html = (await app.download('导出网页')).text
  const json = (await app.download('导出 JSON')).text
  const code = codeIn(html)
  await expect(page.locator('iframe')).toHaveAttribute('srcdoc', html)
  await app.home()
  const complaints = complaintsOf(page)
  const result = await verify(app, code.toLowerCase().replace('-', ' '), json)
  await expect(result.getByRole('heading')).toHaveText('相符')
  await expect(result).toContainText('示例市数据管理局')
  await expect(result).toContainText('2025年政府信息公开工作年度报告')
  await expect(result).toContainText('草稿，没有定稿')
  await expect(result).toContainText('没有送审过')
  await dialogOf(app).getByLabel('这台电脑上的年报').selectOption({ label: '示例市数据管理局2025年年报' })
  await expect(result).toHaveText('')
  await dialogOf(app).getByRole('button', { name: '核验', exact: true }).click()
  await expect(result.getByRole('heading')).toHaveText('相符')
  expect(complaints).toEqual([])
})

test('one figure further, the paper and the file are told apart both ways', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.go('预览与导出')
  const before = codeIn((await app.download('导出网页')).text)
  const old = (await app.download('导出 JSON')).text
  await app.goSection('disclosure')
  await app.cell('licensing.licences.decisions').fill('2147')
  await app.go('预览与导出')
  const after = codeIn((await app.download('导出网页')).text)
  const fresh = (await app.download('导出 JSON')).text
  expect(after).not.toBe(before)
  const result = await verify(app, before, fresh)
  await expect(result.getByRole('heading')).toHaveText('不符')
  await expect(result).toContainText(after)
  await verify(app, after, old)
  await expect(result.getByRole('heading')).toHaveText('不符')
  await verify(app, after, fresh)
  await expect(result.getByRole('heading')).toHaveText('相符')
  // A file that somebody changed by hand says so, with the code of what stands in it.
  await verify(app, before, old.replace('"decisions": 2146', '"decisions": 2147'))
  await expect(result.getByRole('heading')).toHaveText('不符')
  await expect(result).toContainText('被改动过')
  await expect(result).toContainText(after)
})

test('a final copy is told with its time, and why it needed no approval', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.go('检查结果')
  await app.button('本单位无需审核').click()
  const waiver = page.getByRole('dialog', { name: '本单位无需审核' })
  await waiver.getByLabel('理由').fill('一人办公的小单位，由主任签发')
  await waiver.getByLabel('姓名').fill('王填报')
  await waiver.getByRole('button', { name: '确定无需审核' }).click()
  await app.button('定稿').click()
  await expect(page.getByRole('region', { name: '定稿' })).toContainText('已定稿')
  await app.go('预览与导出')
  const html = (await app.download('导出网页')).text
  const json = (await app.download('导出 JSON')).text
  expect(html).toMatch(/<p class="foot">定稿 \d{4}-\d\d-\d\d　校验码 .{9}<\/p>/)
  const result = await verify(app, codeIn(html), json)
  await expect(result).toContainText(/定稿，\d{4}-\d\d-\d\d \d\d:\d\d/)
  await expect(result).toContainText('无需审核：一人办公的小单位，由主任签发')
})

test('by keyboard alone, and axe finds nothing in any state', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  const faults = async (): Promise<readonly string[]> =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
  await app.example()
  await app.saved()
  await app.home()
  await app.button('核验').focus()
  await page.keyboard.press('Enter')
  const dialog = dialogOf(app)
  const field = dialog.getByLabel('纸上的校验码')
  await expect(field).toBeFocused()
  await page.keyboard.type('7k3m-9q')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('现在有 6 个')
  await expect(field).toBeFocused()
  expect(await faults()).toEqual([])
  await page.keyboard.type('xz')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('请选择文件')
  await expect(dialog.getByRole('button', { name: '选择文件' })).toBeFocused()
  expect(await faults()).toEqual([])
  await page.keyboard.press('Tab')
  await expect(dialog.getByLabel('这台电脑上的年报')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('heading', { name: '不符' })).toBeVisible()
  expect(await faults()).toEqual([])
  const [, code = ''] = /这份电子年报的校验码是 (.{9})/.exec((await dialog.textContent()) ?? '') ?? []
  await field.fill(code)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('heading', { name: '相符' })).toBeVisible()
  expect(await faults()).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(app.button('核验')).toBeFocused()
})

test('what is no report file is answered with the reader’s sentence, and a page with what to choose instead', async ({
  page,
}) => {
  const app = new ReportPage(page, 2025)
  const result = await verify(app, '7K3M-9QXZ', '{}')
  await expect(result).toContainText('文件不是年报文件，请选择由本程序导出的 .json 文件。')
  await verify(app, '7K3M-9QXZ', '<!doctype html><title>年报</title>', '年报.html')
  await expect(result).toContainText('请选择同一份年报的 JSON 文件')
})

test('the browser puts version, day and code into the margin of both kinds of pages', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.go('预览与导出')
  const { text } = await app.download('导出网页')
  await page.setContent(text)
  const rules = await page.evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .map(({ cssText }) => cssText)
      .filter((css) => css.startsWith('@page')),
  )
  const today = await page.evaluate(() => {
    const now = new Date()
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  })
  const words = `未送审　${today}　校验码 ${codeIn(text)}`
  for (const [side, corner] of [
    [':right', '@bottom-left'],
    [':left', '@bottom-right'],
  ] as const)
    expect(rules.filter((css) => css.includes(side) && css.includes(corner) && css.includes(words))).toHaveLength(1)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.foot')).toBeHidden()
})
