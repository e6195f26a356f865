import { expect, test, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { anchorAt } from '../src/review/anchors'
import type { Event } from '../src/review/event'
import { readFile } from '../src/review/file'
import { append, noReview } from '../src/review/review'
import { stateOf } from '../src/review/state'
import { axeFindings } from './axe'
import { complaintsOf } from './report-page'
import {
  button,
  card,
  copyOf,
  example,
  format,
  open,
  remark,
  returnIt,
  saved,
  seed,
  send,
  signAs,
  wordsAt,
} from './review-samples'

const paper = (page: Page) => page.frameLocator('iframe[title="年报全文"]')
const place = (page: Page, at: string): Locator => paper(page).locator(`[data-at="${at}"]`)
const download = async (
  page: Page,
  name: string,
): Promise<{ name: string; events: readonly Event[]; text: string }> => {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  const text = readFileSync(await file.path(), 'utf8')
  const read = readFile(text)
  if (!read.ok) throw new Error(read.problem.message)
  expect(read.told).toEqual([])
  return { name: file.suggestedFilename(), events: read.value.review.events, text }
}

test('a supervisor remarks by keyboard and mouse, returns the report, and the file says it all', async ({ page }) => {
  const complaints = complaintsOf(page)
  const typed = example()
  const copy = copyOf(typed)
  await seed(page, copy)
  await open(page, copy)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('审阅：示例市数据管理局 · 2025 年度')
  await expect(page.getByText('待审核')).toBeVisible()

  // By keyboard: into the document, to a cell, down the column and back.
  await page.getByRole('link', { name: '政府信息公开年报' }).focus()
  for (const name of ['快捷键', '审核表']) {
    await page.keyboard.press('Tab')
    await expect(button(page, name)).toBeFocused()
  }
  await page.keyboard.press('Tab')
  await expect(paper(page).locator(':focus')).toHaveAttribute('data-at', 'title')
  await place(page, 'requests.received.natural').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(place(page, 'requests.carriedIn.business')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(place(page, 'requests.received.business')).toBeFocused()
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: /^意见：一、本年新收政府信息公开申请数量 .*商业企业$/ })).toBeFocused()
  await page.keyboard.type('这个数与上年相差太多\n请核对')
  await page.keyboard.press('Control+Enter')
  await signAs(page, '李审核')
  await expect(card(page, 1)).toContainText('这个数与上年相差太多')
  await expect(place(page, 'requests.received.business')).toBeFocused()
  await expect(place(page, 'requests.received.business')).toHaveAttribute('data-comment', 'open')

  // By mouse: a sentence.
  const [part] = typed.overview
  const at = `overview.${part?.id}`
  await place(page, at).nth(1).click()
  await page.keyboard.type('依据是什么？')
  await button(page, '加入意见').click()
  await expect(card(page, 2)).toContainText('全年通过门户网站公开信息426条')

  // Some words that are selected.
  await place(page, at).nth(0).dblclick()
  await expect(page.getByRole('region', { name: '写意见' })).toBeVisible()
  await page.keyboard.press('Escape')

  // The whole.
  await button(page, '对全文写意见').click()
  await page.keyboard.type('总体可以')
  await page.keyboard.press('Control+Enter')

  // F9 walks in reading order and goes round.
  await page.getByRole('heading', { level: 1 }).click()
  for (const number of [2, 1, 3]) {
    await page.keyboard.press('F9')
    await expect(card(page, number)).toBeFocused()
    await expect(page.getByRole('status', { name: '播报' })).toContainText(`意见 ${number}，未解决`)
  }
  await page.keyboard.press('Shift+F9')
  await expect(card(page, 1)).toBeFocused()
  await expect(place(page, 'requests.received.business')).toHaveAttribute('data-current', '')

  // Reply, settle, take up again.
  await button(page, '回复：意见 2').click()
  await page.keyboard.type('见门户网站统计')
  await page.keyboard.press('Escape')
  await button(page, '接着写回复：意见 2').click()
  await page.keyboard.press('Control+Enter')
  await expect(card(page, 2)).toContainText('见门户网站统计')
  await button(page, '解决：意见 2').click()
  await expect(card(page, 2)).toHaveCount(0)
  await page.getByRole('button', { name: /^全部/ }).click()
  await expect(card(page, 2)).toContainText('已解决')
  await button(page, '重新提起：意见 2').click()
  await expect(card(page, 2)).toContainText('未解决')

  // Half a remark is there after a reload, and so is all that was put.
  await place(page, 'issued.normative.inForce').click()
  await page.keyboard.type('还没写完')
  await page.reload()
  await expect(card(page, 1)).toBeVisible()
  await page.getByRole('button', { name: /还没写完/ }).click()
  await expect(page.getByRole('textbox', { name: /^意见：/ })).toHaveValue('还没写完')
  await expect(page.getByRole('textbox', { name: /^意见：/ })).toBeFocused()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')

  // The decision.
  await button(page, '退回修改').click()
  const dialog = page.getByRole('dialog', { name: '退回修改' })
  await expect(dialog).toContainText('3 条未解决的意见')
  await expect(dialog).toContainText('1 条写了没有加入的意见')
  await dialog.getByRole('button', { name: '退回修改' }).click()
  await expect(dialog.getByLabel('退回意见')).toBeFocused()
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByLabel('退回意见').fill('请核对申请数量')
  await dialog.getByRole('button', { name: '退回修改' }).click()
  await expect(page.getByRole('region', { name: '审核结论' })).toContainText('已退回修改 李审核')
  const file = await download(page, '导出审核结果')
  expect(file.name).toMatch(/-退回-第1版\.json$/)
  expect(file.events.map(({ kind }) => kind)).toEqual([
    'send',
    'comment',
    'comment',
    'comment',
    'reply',
    'settle',
    'unsettle',
    'return',
  ])
  expect(file.events.flatMap((event) => (event.kind === 'comment' ? [event.anchor.kind] : []))).toEqual([
    'place',
    'words',
    'whole',
  ])
  expect(file.events[1]).toMatchObject({ by: '李审核', text: '这个数与上年相差太多\n请核对' })
  expect(JSON.parse(file.text).report.title).toBe(typed.title)
  await saved(page)
  expect(complaints).toEqual([])
})

test('an approval warns of what is open and of errors; a later word counts', async ({ page }) => {
  const typed = example((one) => {
    one.cells['requests']!['received']!['natural'] = '87'
  })
  const review = remark(send(noReview, typed, 1), typed, '赵处', { kind: 'whole' }, '请核对')
  const copy = copyOf(typed, review)
  await seed(page, copy)
  await open(page, copy)
  await button(page, '审核通过').click()
  const dialog = page.getByRole('dialog', { name: '审核通过' })
  await expect(dialog).toContainText(/还有 \d+ 处错误/)
  await expect(dialog).toContainText('还有 1 条未解决的意见')
  await dialog.getByLabel('姓名').fill('李审核')
  await dialog.getByRole('button', { name: '审核通过' }).click()
  await expect(dialog).toContainText('请先勾选')
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByLabel('已经看过，仍然通过').check()
  await dialog.getByRole('button', { name: '审核通过' }).click()
  await expect(page.getByRole('banner')).toContainText('审核通过')
  expect((await download(page, '导出审核结果')).name).toMatch(/-审核通过-第1版\.json$/)
  await button(page, '退回修改').click()
  await page.getByLabel('退回意见').fill('再想了想，还是请改')
  await page.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
  await expect(page.getByRole('banner')).toContainText('已退回修改')
  expect((await download(page, '导出审核结果')).name).toMatch(/-退回-第1版\.json$/)
})

test('F8 walks the findings and a remark is made from one; the tabs are walked by arrows', async ({ page }) => {
  const typed = example((one) => {
    one.cells['requests']!['received']!['natural'] = '87'
  })
  const copy = copyOf(typed)
  await seed(page, copy)
  await open(page, copy)
  await page.keyboard.press('F8')
  await expect(page.getByRole('tab', { name: /^问题/ })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('status', { name: '播报' })).toContainText('问题 1，共')
  await expect(paper(page).locator('[data-current]').first()).toBeInViewport()
  expect(await axeFindings(page)).toEqual([])
  await page
    .locator('[data-finding][aria-current]')
    .getByRole('button', { name: /^就此处写意见/ })
    .click()
  await expect(page.getByRole('tab', { name: /^意见/ })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('textbox', { name: /^意见：/ })).toBeFocused()
  await page.getByRole('tab', { name: /^意见/ }).focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('tab', { name: '与上次比较' })).toBeFocused()
  await expect(page.getByRole('tabpanel')).toContainText('没有可以比较的上一版')
  expect((await download(page, '导出意见')).name).toMatch(/-意见-第1版\.json$/)
  await page.keyboard.press('Control+/')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
})

test('a second sending shows what became of the remarks, of the faults and of what was written', async ({ page }) => {
  const first = example((one) => {
    one.cells['requests']!['received']!['natural'] = '87'
  })
  const [part] = first.overview
  const at = `overview.${part?.id}`
  const text = part?.text ?? ''
  const anchors = [
    anchorAt(format, first, 'requests.received.natural'),
    wordsAt(first, at, text, '举办政策问答活动4场'),
    wordsAt(first, at, text, '公共数据开放、政务服务和营商环境'),
  ] as const
  let review = send(noReview, first, 1)
  for (const anchor of anchors) review = remark(review, first, '李审核', anchor, '请改')
  review = returnIt(review, first, '李审核', '请按意见改')
  const [cellRemark = ''] = review.events.filter(({ kind }) => kind === 'comment').map(({ id }) => id)
  review = append(review, '王晓', Date.now(), { kind: 'reply', to: cellRemark, text: '已改为 86' })
  const second = {
    ...first,
    cells: example().cells,
    overview: first.overview.map((one) =>
      one.id === part?.id ? { ...one, text: text.replace('举办政策问答活动4场', '办了四次活动') } : one,
    ),
  }
  review = append(review, '王晓', Date.now(), {
    kind: 'send',
    version: 2,
    text: '',
    ...stateOf(format, second, []),
  })
  const copy = copyOf(second, review)
  await seed(page, copy)
  await open(page, copy)
  await expect(page.getByRole('banner')).toContainText('第 2 版')
  await expect(card(page, 1)).toContainText('此处已改：87 → 86')
  await expect(card(page, 2)).toContainText('原话已不在：“举办政策问答活动4场”')
  await expect(card(page, 3)).toContainText('“公共数据开放、政务服务和营商环境”')
  await expect(place(page, 'requests.received.natural')).toHaveAttribute('data-changed', '')
  await expect(place(page, 'requests.received.total')).toHaveAttribute('data-changed', '')
  await page.getByRole('tab', { name: '与上次比较' }).click()
  const panel = page.getByRole('tabpanel')
  await expect(panel).toContainText('李审核')
  await expect(panel).toContainText('退回的第 1 版比较')
  await expect(panel.getByRole('region', { name: '当时的意见' })).toContainText('没有回复 2 条')
  await expect(panel.getByRole('region', { name: '当时的意见' })).toContainText('已回复 1 条')
  await expect(panel.getByRole('region', { name: '检查发现的问题' })).toContainText('已改正')
  expect(await axeFindings(page)).toEqual([])
  await panel.getByRole('button', { name: /^意见 1/ }).click()
  await expect(card(page, 1)).toBeFocused()
})
