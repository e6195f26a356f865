import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { createServer, type ViteDevServer } from 'vite'
import { acceptanceOf, isAcceptable, settle } from '../src/checks/accepted'
import type { Finding } from '../src/checks/rule'
import { check, subjectOf } from '../src/checks/run'
import type { SheetSource } from '../src/document/sheet'
import { formatForYear } from '../src/format'
import { enteredCells } from '../src/report/cells'
import { digestOf } from '../src/report/digest'
import { exampleReport } from '../src/report/example'
import { reportOf } from '../src/report/reading'
import { toExchange } from '../src/report/schema'
import { reasonsDigest, type Act } from '../src/review/event'
import { append, noReview, type Review } from '../src/review/review'

type Writer = typeof import('../src/document/sheet-html')

let server: ViteDevServer
let sheetHtmlOf: Writer['sheetHtmlOf']

// The style of the sheet is read as text, which is Vite's doing.
test.beforeAll(async () => {
  server = await createServer({ server: { middlewareMode: true, ws: false }, appType: 'custom', logLevel: 'error' })
  sheetHtmlOf = ((await server.ssrLoadModule('/src/document/sheet-html.ts')) as Writer).sheetHtmlOf
})
test.afterAll(() => server.close())

const noon = (day: number): number => new Date(2026, 0, day, 12).getTime()
const reviewed = (acts: readonly (readonly [string, Act])[]): Review =>
  acts.reduce((review, [by, act], index) => append(review, by, noon(10) + index * 60_000, act), noReview)

const format = formatForYear(2025)
if (!format) throw new Error('no format for 2025')
const typed = exampleReport(format)
const digest = digestOf(format.id, toExchange(reportOf(format, typed)))
const state = { digest, reasons: reasonsDigest([]) }
const findings = check(subjectOf(format, typed))
const comment = (text: string, at: string): Act => ({
  kind: 'comment',
  digest,
  anchor: { kind: 'place', at, value: '' },
  text,
})

const ordinary: SheetSource = {
  format,
  typed,
  findings,
  filled: enteredCells(format, 'requests')
    .slice(30, 76)
    .map(({ at }) => at),
  review: reviewed([
    ['王填报', { kind: 'send', version: 1, text: '请审核，行政诉讼的数字与法制科对过。', ...state }],
    ['李审核', comment('行政规范性文件的现行有效件数请附清单。', 'issued.normative.inForce')],
    ['李审核', { kind: 'approve', text: '同意，请按期公布。', ...state }],
  ]),
  state,
  final: { at: new Date(noon(20)).toISOString(), digest },
  now: noon(21),
}

/** Everything at its longest: what is cut must not make a second page. */
const worst = (letter: string): SheetSource => {
  const text = (length: number): string => letter.repeat(length).slice(0, length)
  const many = (count: number, one: Partial<Finding>, length: number): readonly Finding[] =>
    Array.from({ length: count }, (_, index) => ({
      rule: 'C2',
      severity: 'warning',
      section: 'requests',
      result: 'fail',
      at: ['requests.granted.natural'],
      message: `${index} ${text(length)}`,
      ...one,
    }))
  const accepted = many(40, { accepted: { check: 'C2', at: [], values: [], reason: text(200) } }, 150)
  const unknown = many(30, { rule: 'F13', result: 'unknown' }, 120)
  return {
    ...ordinary,
    typed: { ...typed, agency: { ...typed.agency, name: text(60) } },
    findings: [...accepted, ...many(40, {}, 150), ...unknown],
    filled: enteredCells(format).map(({ at }) => at),
    review: reviewed([
      [text(40), { kind: 'send', version: 9_999, text: text(500), ...state }],
      ...Array.from(
        { length: 12 },
        (_, index) => [`${index}${text(38)}`, { kind: 'approve', text: text(300), ...state }] as const,
      ),
      ...Array.from(
        { length: 30 },
        (_, index) => [text(40), comment(`${index}${text(400)}`, 'requests.granted.natural')] as const,
      ),
    ]),
  }
}

/** How many pages a file prints on; they must be A4. */
const pagesOf = async (page: Page, html: string): Promise<number> => {
  await page.setContent(html)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
  for (const [, width, height] of boxes)
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
  return boxes.length
}

test('an ordinary review sheet is one page and leaves nothing out', async ({ page }) => {
  const html = sheetHtmlOf(ordinary)
  expect(await pagesOf(page, html)).toBe(1)
  for (const words of [
    '政府信息公开工作年度报告审核表',
    '示例市数据管理局',
    '第 1 版',
    digest.replace('sha256:', ''),
    '审核通过　李审核',
    '95 项通过，0 处错误，0 处提醒，0 处写明理由',
    '共 46 格',
    '没有上年年报，7 项不能核对',
    '李审核：行政规范性文件的现行有效件数请附清单。',
  ])
    await expect(page.getByText(words).first()).toBeVisible()
  await expect(page.getByText('另有')).toHaveCount(0)
  await page.setContent(html.replace(/<meta http-equiv[^>]*>/i, ''))
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

for (const letter of ['政', 'W', 'a', '👩', '“', 'ซ', '<b>&amp;', '政 府 ', '\u0301e'])
  test(`a review sheet with everything at its longest, in “${letter}”, is one page and counts what it leaves out`, async ({
    page,
  }) => {
    const html = sheetHtmlOf(worst(letter))
    expect(await pagesOf(page, html)).toBe(1)
    expect(await page.locator('.rest').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^另有 \d+ 处，见年报文件$/)]),
    )
    // What is counted fits below what is shown: the form ends above the foot.
    await page.emulateMedia({ media: 'print' })
    const [table = 0, foot = 0] = await page.evaluate(() =>
      ['table', 'footer p'].map((name) => {
        const box = document.querySelector(name)?.getBoundingClientRect()
        return (name === 'table' ? box?.bottom : box?.top) ?? 0
      }),
    )
    expect(table).toBeLessThan(foot)
  })

test('reasons that were given in the app stand on it', async ({ page }) => {
  const about = { ...typed, cells: { ...typed.cells } }
  about.cells['issued'] = {
    ...about.cells['issued'],
    normative: { ...about.cells['issued']?.['normative'], issued: '90' },
  }
  const subject = subjectOf(format, about)
  const found = check(subject)
  const warning = found.find((finding) => isAcceptable(finding))
  if (!warning) throw new Error('no warning')
  const reason = acceptanceOf(subject, warning, '本年集中发布多为有效期一年以内的文件')
  const { findings: settled } = settle(subject, found, [reason])
  expect(await pagesOf(page, sheetHtmlOf({ ...ordinary, typed: about, findings: settled }))).toBe(1)
  await expect(page.getByText('理由：本年集中发布多为有效期一年以内的文件')).toBeVisible()
  await expect(page.getByText('1 处写明理由')).toBeVisible()
})
