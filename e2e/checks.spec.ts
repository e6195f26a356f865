import { expect, test, type Page } from '@playwright/test'
import { frameStands } from './frames'
import { format2021 } from '../src/format/2021'
import { exampleReport } from '../src/report/example'
import { writeFile } from '../src/review/file'
import { reportOf } from '../src/report/reading'
import type { TypedReport } from '../src/report/report'
import { ReportPage } from './report-page'
import { noReview } from '../src/review/review'

const note = (page: Page) => page.getByRole('region', { name: '提示' })
const final = (page: Page) => page.getByRole('region', { name: '定稿' })
const onRequest = (app: ReportPage) => app.part('（二）依申请公开').getByLabel('正文')

const cell = (typed: TypedReport, at: string, text: string): void => {
  const [table = '', row = '', column = ''] = at.split('.')
  const line = typed.cells[table]?.[row]
  if (line) line[column] = text
}

const rewrite = (typed: TypedReport, aspect: string, from: string, to: string): void => {
  const part = [...typed.overview, ...typed.improvement, ...typed.other].find((one) => one.aspect === aspect)
  if (!part?.text.includes(from)) throw new Error(`no ${from}`)
  part.text = part.text.replace(from, to)
}

/** The example with twelve faults, each of another kind. */
const twelveFaults = (): string => {
  const typed = structuredClone(exampleReport(format2021))
  typed.title = typed.title.replace('2025', '2024')
  typed.preface = typed.preface.replace('第711号', '第771号').replace('2025年12月31日', '2024年12月31日')
  cell(typed, 'requests.granted.natural', '83')
  cell(typed, 'enforcement.coercion.decisions', '')
  cell(typed, 'issued.normative.issued', '90')
  rewrite(typed, 'onRequest', '115件', '1115件')
  rewrite(typed, 'onRequest', '结果纠正1件', '结果纠正7件')
  rewrite(typed, 'onRequest', '不予公开16件', '不予公开61件')
  rewrite(typed, 'management', '年内对现行', '（文字描述）年内对现行')
  rewrite(typed, 'supervision', '年内组织业务培训2次', '2023年，本局组织业务培训2次')
  typed.improvement = typed.improvement.map((part) =>
    part.aspect === 'measures' ? { ...part, text: '正在改进' } : part,
  )
  const report = reportOf(format2021, typed)
  return writeFile(format2021, report, { filled: [], accepted: [], review: noReview, final: null })
}

/** Tabs on until the focus is on something with this name. */
const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  for (let steps = 0; steps < 200; steps += 1) {
    await page.keyboard.press('Tab')
    const own = await page.evaluate(() => {
      const element = document.activeElement
      const labels =
        element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ? element.labels : null
      return element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? ''
    })
    if (typeof name === 'string' ? own.trim() === name : name.test(own)) return
  }
  throw new Error(`no way to ${String(name)}`)
}

/** From anywhere to 检查结果 and the finding that says so, and on to its place. */
const locate = async (app: ReportPage, says: RegExp): Promise<void> => {
  const { page } = app
  await page.evaluate(() => document.querySelector<HTMLElement>('h1')?.focus())
  await tabToWay(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '检查结果' })).toBeVisible()
  await tabTo(page, new RegExp(`^定位：.*${says.source}`))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '检查结果' })).toHaveCount(0)
}

/** The way through stands before the page: back to its link for 检查结果. */
const tabToWay = async (page: Page): Promise<void> => {
  for (let steps = 0; steps < 200; steps += 1) {
    const isThere = await page.evaluate(
      () => document.activeElement?.textContent?.startsWith('检查结果') && document.activeElement?.tagName === 'A',
    )
    if (isThere) return
    await page.keyboard.press('Shift+Tab')
  }
  throw new Error('no way to 检查结果')
}

const typeOver = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
}

test('a clerk goes from twelve faults to the final copy with 检查结果 and the keyboard alone', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  const { keyboard } = page
  await app.home()
  await app.openText('十二处.json', twelveFaults())
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible()

  await locate(app, /标题写的是2024年/)
  await typeOver(page, '示例市数据管理局2025年政府信息公开工作年度报告')

  await locate(app, /2024年12月31日/)
  await expect(page.getByLabel('编制说明')).toBeFocused()
  const preface = await page.getByLabel('编制说明').inputValue()
  await typeOver(page, preface.replace('2024年12月31日', '2025年12月31日'))

  const cure = async (says: RegExp, button: string | RegExp): Promise<void> => {
    await page.evaluate(() => document.querySelector<HTMLElement>('h1')?.focus())
    await tabToWay(page)
    await keyboard.press('Enter')
    await tabTo(page, new RegExp(`^定位：.*${says.source}`))
    await tabTo(page, button)
    await keyboard.press('Enter')
  }
  await cure(/第771号/, /^改为.*711/)
  await expect(note(page)).toContainText('已改为711')
  await cure(/自然人一列不平，差 −45/, /由 83 改为 38/)
  await expect(page.getByText('自然人一列不平')).toHaveCount(0)
  await cure(/1115件/, /^改为 115：/)
  await cure(/结果纠正7件/, /^改为 1：/)
  await cure(/不予公开61件/, /^改为 16：/)

  await locate(app, /行政强制|还有 1 格没有填/)
  await expect(app.cell('enforcement.coercion.decisions')).toBeFocused()
  await keyboard.type('0')

  await locate(app, /（文字描述）/)
  await expect(app.part('（三）政府信息管理').getByLabel('正文')).toBeFocused()
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('（文字描述）')
  await keyboard.press('Delete')

  await locate(app, /2023年/)
  await expect(app.part('（五）监督保障').getByLabel('正文')).toBeFocused()
  const supervision = await app.part('（五）监督保障').getByLabel('正文').inputValue()
  await typeOver(page, supervision.replace('2023年', '2025年'))

  await locate(app, /改进情况.*只有4个字/)
  await typeOver(page, '针对上述问题，本局已为新出台的政策配套图表和问答，并逐件复核答复文书。')

  // The twelfth is right all the same: it is let stand with a reason.
  await cure(/本年制发 90 件多于现行有效/, /^写明理由：.*本年制发 90 件/)
  const dialog = page.getByRole('dialog', { name: '为什么可以这样填' })
  await keyboard.insertText('已核对')
  await tabTo(page, '保存理由')
  await keyboard.press('Enter')
  await expect(dialog.getByText('理由至少 10 个字，现在 3 个字')).toBeVisible()
  await dialog.getByLabel('理由').focus()
  await typeOver(page, '本年集中发布多为有效期一年以内的文件')
  await tabTo(page, '保存理由')
  await keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)

  await expect(final(page)).toContainText('检查没有问题了')
  await app.waive()
  await expect(final(page)).toContainText('可以定稿了')
  await page.evaluate(() => document.querySelector<HTMLElement>('h1')?.focus())
  await tabTo(page, '定稿')
  await keyboard.press('Enter')
  await expect(final(page)).toContainText('已定稿')
  await expect(page.getByText('理由：本年集中发布多为有效期一年以内的文件')).toBeVisible()
  await app.go('预览与导出')
  await frameStands(page)
  await expect(page.frameLocator('iframe').getByText('草稿')).toHaveCount(0)
  const { text } = await app.download('导出 JSON')
  const file = JSON.parse(text)
  expect(file.final.digest).toBe(file.digest)
  expect(file.accepted).toEqual([
    expect.objectContaining({ check: 'C2', reason: '本年集中发布多为有效期一年以内的文件' }),
  ])
})

test('a number that disagrees is told under its sentence while it is written, and mended there', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('overview')
  const area = onRequest(app)
  await area.fill((await area.inputValue()).replace('115件', '1115件'))
  const found = page.getByRole('region', { name: '“（二）依申请公开”的问题' })
  await expect(found).toContainText('1115件')
  await expect(found.locator('mark')).toHaveText(/1115件/)
  await expect(app.place('一、总体情况')).toContainText('1 处问题')
  await found.getByRole('button', { name: /^改为 115：/ }).click()
  await expect(area).toHaveValue(/新收政府信息公开申请115件/)
  await expect(found).toHaveCount(0)
  await note(page).getByRole('button', { name: '撤销' }).click()
  await expect(area).toHaveValue(/新收政府信息公开申请1115件/)
  await expect(found).toContainText('1115件')
})

test('插入数字 puts a figure at the caret, found by its label, and Ctrl+Z takes it back', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('overview')
  const area = app.part('（一）主动公开').getByLabel('正文')
  await area.fill('作出行政许可决定件。')
  for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press('ArrowLeft')
  await page.getByRole('button', { name: '插入数字到“（一）主动公开”' }).click()
  await expect(page.getByRole('combobox', { name: '按表中的名称找数字' })).toBeFocused()
  await page.keyboard.insertText('行政许可 处理决定')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(area).toBeFocused()
  await expect(area).toHaveValue('作出行政许可决定2146件。')
  await page.keyboard.press('Control+z')
  await expect(area).toHaveValue('作出行政许可决定件。')
})

test('检查结果 shows one kind at a time, and the arrows go from card to card', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.home()
  await app.openText('十二处.json', twelveFaults())
  await app.go('检查结果')
  await expect(app.button('错误 12')).toBeVisible()
  await app.button('提醒 3').click()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(3)
  await page
    .getByRole('button', { name: /^定位：/ })
    .first()
    .focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: /^定位：/ }).nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('button', { name: /^定位：/ }).first()).toBeFocused()
  await page.getByRole('button', { name: /^未能核对 \d/ }).click()
  await expect(page.getByText('没有上年年报').first()).toBeVisible()
})

test('a figure is judged against last year where that report is on this computer', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.home()
  const typed = structuredClone(exampleReport(format2021))
  const before = { ...typed, id: 'rlast', year: 2024, title: typed.title.replace('2025', '2024') }
  cell(before, 'requests.carriedOut.natural', '9')
  const text = writeFile(format2021, reportOf(format2021, before), {
    filled: [],
    accepted: [],
    review: noReview,
    final: null,
  })
  await app.openText('2024.json', text)
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible()
  await app.home()
  await page.getByRole('link', { name: /2025/ }).click()
  await app.go('检查结果')
  await expect(page.getByText(/自然人一列：上年结转 4 与上年年报的结转下年度 9 不一致/)).toBeVisible()
})

test('the page 规则 lists every rule with its basis', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.go('检查结果')
  await page.getByRole('link', { name: '查看全部规则' }).click()
  const table = page.getByRole('table', { name: '检查规则' })
  await expect(table.getByRole('row')).toHaveCount(51)
  await expect(table.getByRole('row', { name: /^D3/ })).toContainText('第一项加第二项之和')
  await app.button('返回').click()
  await expect(page.getByRole('heading', { level: 1, name: '检查结果' })).toBeVisible()
})
