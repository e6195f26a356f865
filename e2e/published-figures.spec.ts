import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { cellsOf } from '../src/report/cells'
import { ReportPage } from './report-page'

type Figure = number | string
type Cells = Record<string, Record<string, Record<string, Figure>>>

interface Published {
  readonly key: string
  readonly kind: string
  readonly year: number
  readonly cells: Cells
}

const published = JSON.parse(
  readFileSync(new URL('./fixtures/published-figures.json', import.meta.url), 'utf8'),
) as Published[]

const sections = ['disclosure', 'requests', 'disputes'] as const

/** The published report whose printed total is wrong, and what its parts really come to. */
const wrong = 'jinhu2023'

const figureAt = (cells: Cells, at: string): Figure | undefined => {
  const [table = '', row = '', column = ''] = at.split('.')
  return cells[table]?.[row]?.[column]
}

/** What a computed cell must show: the sum of the entered figures, done here anew. */
const sumFor = (report: Published, at: string): number => {
  const [table = '', row = '', column = ''] = at.split('.')
  const rows = report.cells[table] ?? {}
  const entered = (one: string): number =>
    column === 'total'
      ? Object.entries(rows[one] ?? {}).reduce((sum, [key, value]) => sum + (key === 'total' ? 0 : Number(value)), 0)
      : Number(rows[one]?.[column])
  if (table === 'disputes') {
    const block = column.replace('Total', '')
    return ['Upheld', 'Corrected', 'Other', 'Pending'].reduce((sum, end) => sum + Number(rows[row]?.[block + end]), 0)
  }
  if (row !== 'total') return entered(row)
  const outside = ['received', 'carriedIn', 'carriedOut', 'total']
  return Object.keys(rows).reduce((sum, one) => sum + (outside.includes(one) ? 0 : entered(one)), 0)
}

for (const report of published)
  test(`the figures of ${report.key}, typed in, stand in the app, the JSON and the page`, async ({ page }) => {
    const app = new ReportPage(page, report.year)
    await app.create(`示例单位${report.key}`)
    const cells = [...cellsOf(app.format).values()].filter(({ column }) => column !== '')
    const differing: string[] = []
    for (const section of sections) {
      await app.goSection(section)
      const own = cells.filter((cell) => cell.section === section)
      const entered = own.filter(({ computed }) => !computed)
      await app.cell(entered[0]?.at ?? '').focus()
      for (const { at } of entered) {
        await page.keyboard.insertText(String(figureAt(report.cells, at)))
        await page.keyboard.press('Tab')
      }
      await page.getByRole('heading', { level: 1 }).click()
      const expected = Object.fromEntries(
        own.map(({ at, computed }) => [at, String(computed ? sumFor(report, at) : figureAt(report.cells, at))]),
      )
      expect(await app.shown(own)).toEqual(expected)
      differing.push(...own.filter(({ at }) => expected[at] !== String(figureAt(report.cells, at))).map(({ at }) => at))
    }
    // Only the report known to be wrong differs from what was printed.
    expect(differing.length > 0).toBe(report.key === wrong)

    await app.go('预览与导出')
    const json = JSON.parse((await app.download('导出 JSON')).text) as { report: { cells: Cells }; totals: Cells }
    for (const { at, computed } of cells) {
      if (computed) expect(figureAt(json.totals, at), at).toBe(sumFor(report, at))
      else expect(figureAt(json.report.cells, at), at).toBe(figureAt(report.cells, at))
    }
    const html = (await app.download('导出网页')).text
    const printed = await page.context().newPage()
    await printed.setContent(html)
    const expected = cells.map(({ at, computed }) => String(computed ? sumFor(report, at) : figureAt(report.cells, at)))
    const shown = await printed.evaluate(() =>
      [...document.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? ''),
    )
    expect(shown.filter((text) => /^[\d.]+$/.test(text))).toEqual(expected)
  })

test('a figure altered on purpose unbalances its column and the total, by the right difference', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('requests')
  await expect(app.balance('总计')).toHaveText('平')
  await app.cell('requests.granted.business').fill('11')
  for (const column of [
    '自然人',
    '法人或其他组织 科研机构',
    '法人或其他组织 社会公益组织',
    '法人或其他组织 法律服务机构',
    '法人或其他组织 其他',
  ])
    await expect(app.balance(column)).toHaveText('平')
  await expect(app.balance('法人或其他组织 商业企业')).toHaveText('差 −2')
  await expect(app.balance('总计')).toHaveText('差 −2')
  await page.getByRole('heading', { level: 1 }).click()
  await expect(page.getByRole('region', { name: '本页问题' })).toContainText(
    '商业企业一列不平，差 −2：新收 21＋结转 1＝22，办理 21＋结转下年 3＝24',
  )
  await expect(app.place('三、收到和处理政府信息公开申请情况')).toContainText('2 处问题')
})
