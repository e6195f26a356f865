import { expect, test, type Page } from '@playwright/test'
import { newDraft } from '../src/drafts/draft'
import { noReview, type Review } from '../src/review/review'
import { ReportPage } from './report-page'
import { card, copyOf, example, format, open, remark, returnIt, saved, seed, send, signAs } from './review-samples'
import { putIn } from './stored'

const day = Date.parse('2026-01-20T02:00:00Z')
const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })
const notice = (page: Page) => page.getByRole('region', { name: '提示' })
const mended = '文字中有残缺的字符，已用“\ufffd”代替'

/** Types into the field of a dialog what no keyboard has keys for. */
const insert = (page: Page, text: string) =>
  page.evaluate((words) => document.execCommand('insertText', false, words), text)

/** Puts a draft of the example into the store, and goes to one of its places. */
const openExample = async (
  page: Page,
  place: string,
  review: Review = noReview,
  change?: Parameters<typeof example>[0],
) => {
  const app = new ReportPage(page, 2025)
  await app.home()
  const typed = example(change)
  await putIn(page, 'drafts', { ...newDraft(format.id, typed, day), review })
  await page.goto(`./#/draft/${typed.id}/${place}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return app
}

const returned = (): Review => {
  const typed = example()
  let review = send(noReview, typed, 1)
  review = remark(review, typed, '李审核', { kind: 'whole' }, '请写明台账。')
  review = remark(review, typed, '李审核', { kind: 'section', section: 'overview' }, '请写明文件。')
  return returnIt(review, typed, '李审核', '请改。')
}

/** Goes to another place of the report and back by the browser, with whatever dialog is open. */
const goBack = async (page: Page): Promise<void> => {
  await page.goBack()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goForward()
}

test('a reason half written is there again after Esc, back and a reload, for just its finding, until it is saved', async ({
  page,
}) => {
  const app = await openExample(page, 'basics', noReview, (typed) => {
    for (const row of ['rules', 'normative']) Object.assign(typed.cells['issued']?.[row] ?? {}, { issued: '90' })
  })
  await app.go('检查结果')
  const asks = page.getByRole('button', { name: /^写明理由：/ })
  const about = dialogOf(page, '为什么可以这样填')
  const reason = about.getByLabel('理由')
  await asks.first().click()
  await reason.fill('本年集中')
  await page.keyboard.press('Escape')
  await expect(about).toHaveCount(0)
  await asks.nth(1).click()
  await expect(reason).toHaveValue('')
  await page.keyboard.press('Escape')
  await asks.first().click()
  await expect(reason).toHaveValue('本年集中')
  await reason.fill('本年集中发布')
  await goBack(page)
  await asks.first().click()
  await expect(reason).toHaveValue('本年集中发布')
  await reason.fill('本年集中发布多为有效期一年以内的')
  await page.reload()
  await asks.first().click()
  await expect(reason).toHaveValue('本年集中发布多为有效期一年以内的')
  await app.button('取消').click()
  await app.go('预览与导出')
  expect((await app.download('导出 JSON')).text).not.toContain('本年集中发布')
  await app.go('检查结果')
  const first = await asks.first().getAttribute('aria-label')
  await asks.first().click()
  await about.getByRole('button', { name: '保存理由' }).click()
  await page.getByRole('button', { name: (first ?? '').replace('写明理由', '撤回理由') }).click()
  await page.getByRole('button', { name: first ?? '', exact: true }).click()
  await expect(reason).toHaveValue('')
  // A figure that is corrected changes the finding: what was written for it is offered to what it says now.
  await reason.fill('本年集中发布')
  await page.keyboard.press('Escape')
  await app.goSection('disclosure')
  await app.cell('issued.rules.issued').fill('91')
  await app.go('检查结果')
  await page
    .getByRole('button', { name: /^写明理由：.*91/ })
    .first()
    .click()
  await expect(reason).toHaveValue('本年集中发布')
})

test('the reason of 无需审核 and the word to the reviewer are there again after Esc, back and a reload', async ({
  page,
}) => {
  const app = await openExample(page, 'basics')
  await app.go('审核')
  const ways = [
    { button: '送审第 1 版', field: '给审核人的话', words: '请先看第三部分' },
    { button: '本单位无需审核', field: '理由', words: '单位只有一人' },
  ] as const
  for (const { button, field, words } of ways) {
    const area = dialogOf(page, button).getByLabel(field)
    await app.button(button).click()
    await expect(area).toHaveValue('')
    await area.fill(words)
    await page.keyboard.press('Escape')
    await app.button(button).click()
    await expect(area).toHaveValue(words)
    await area.fill(`${words}，后退`)
    await goBack(page)
    await app.button(button).click()
    await expect(area).toHaveValue(`${words}，后退`)
    await area.fill(`${words}，刷新`)
    await page.reload()
    await app.button(button).click()
    await expect(area).toHaveValue(`${words}，刷新`)
    await page.keyboard.press('Escape')
  }
  await app.button('送审第 1 版').click()
  await dialogOf(page, '送审第 1 版').getByLabel('姓名').fill('王晓')
  const sent = await app.download('送审并存下文件')
  expect(sent.text).toContain('请先看第三部分，刷新')
  expect(sent.text).not.toContain('单位只有一人')
  await app.waive()
  await app.button('改为需要审核').click()
  await expect(dialogOf(page, '改为需要审核').getByLabel('理由')).toHaveValue('')
  await page.keyboard.press('Escape')
})

test('the unit of a new report is there again after Esc and back, until the report is made', async ({ page }) => {
  const app = new ReportPage(page)
  // Its page is fetched when it is first shown: until then the list waits behind it, with its dialog.
  await page.goto('./#/rules')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('检查规则')
  await page.goto('./#/')
  const dialog = dialogOf(page, '新建年报')
  const name = dialog.getByLabel('单位名称')
  await app.button('新建年报').click()
  await name.fill('示例市水务局')
  await dialog.getByLabel('单位类型').selectOption({ label: '政府部门' })
  await page.keyboard.press('Escape')
  await app.button('新建年报').click()
  await expect(name).toHaveValue('示例市水务局')
  await expect(dialog.getByLabel('单位类型').locator('option:checked')).toHaveText('政府部门')
  await name.fill('示例市水利局')
  await goBack(page)
  await app.button('新建年报').click()
  await expect(name).toHaveValue('示例市水利局')
  await dialog.getByRole('button', { name: '开始填报' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible()
  await page.goBack()
  await app.button('新建年报').click()
  await expect(name).toHaveValue('')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^删除“示例市水利局\d{4}年年报”$/ }).click()
  await app.button('新建年报').click()
  await expect(name).toHaveValue('')
})

test('half a character in a remark of the reviewer is replaced where it can be seen', async ({ page }) => {
  const copy = copyOf(example())
  await seed(page, copy)
  await open(page, copy)
  await page.getByRole('button', { name: '对全文写意见' }).click()
  await insert(page, '半\ud83d字')
  await page.keyboard.press('Control+Enter')
  await signAs(page, '李审核')
  await expect(card(page, 1)).toContainText('半\ufffd字')
  await expect(notice(page)).toContainText(mended)
  await notice(page).getByRole('button', { name: '关闭' }).click()
  await expect(notice(page)).toHaveCount(0)
})

test('local storage that is cleared while two replies are written loses neither', async ({ page }) => {
  await openExample(page, 'review', returned())
  for (const [number, words] of [
    [1, '已按台账'],
    [2, '文件名称'],
  ] as const) {
    await card(page, number)
      .getByRole('button', { name: `回复：意见 ${number}` })
      .click()
    await page.getByLabel(`回复意见 ${number}`).fill(words)
  }
  await page.evaluate(() => localStorage.clear())
  await page.getByLabel('回复意见 2').press('End')
  await page.keyboard.type('1')
  await expect(page.getByLabel('回复意见 2')).toHaveValue('文件名称1')
  await expect(page.getByLabel('回复意见 1')).toHaveValue('已按台账')
  await page.reload()
  await expect(page.getByLabel('回复意见 1')).toHaveValue('已按台账')
  await expect(page.getByLabel('回复意见 2')).toHaveValue('文件名称1')
})

/** The ways in which a cell goes in the middle of a composition. */
const ways: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['natural', (page) => page.reload()],
  ['business', (page) => page.goBack()],
  [
    'research',
    (page) =>
      page.evaluate(() => {
        location.hash = location.hash.replace('requests', 'overview')
      }),
  ],
  ['legalService', (page) => Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })])],
]

test('what is being composed in a figure cell is kept over a reload, back, a change of hash and a closed page', async ({
  page,
  context,
}) => {
  let app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.goSection('requests')
  await app.saved()
  const place = page.url()
  for (const [column, leave] of ways) {
    const client = await context.newCDPSession(app.page)
    await app.cell(`requests.received.${column}`).click()
    await client.send('Input.imeSetComposition', { text: '１２', selectionStart: 2, selectionEnd: 2 })
    await expect(app.cell(`requests.received.${column}`)).toHaveValue('１２')
    await leave(app.page)
    if (app.page.isClosed()) app = new ReportPage(await context.newPage())
    await app.page.goto(place)
    await expect(app.cell(`requests.received.${column}`), column).toHaveValue(/^(１２|12)$/)
  }
})

test('half a character in a reason is replaced and told, and the next computer takes the act in', async ({
  page,
  browser,
  baseURL,
}) => {
  const app = await openExample(page, 'review')
  await app.button('本单位无需审核').click()
  const dialog = dialogOf(page, '本单位无需审核')
  await dialog.getByLabel('姓名').fill('王晓')
  await dialog.getByLabel('理由').focus()
  await insert(page, '单位只有一人承办半\ud83d字')
  await dialog.getByRole('button', { name: '确定无需审核' }).click()
  await expect(notice(page)).toContainText(mended)
  await expect(page.getByText('单位只有一人承办半\ufffd字').first()).toBeVisible()
  await saved(page)
  await app.go('预览与导出')
  const file = await app.download('导出 JSON')
  const other = new ReportPage(await (await browser.newContext({ ...(baseURL && { baseURL }) })).newPage(), 2025)
  await other.home()
  await other.openText(file.name, file.text)
  await expect(other.page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible()
  await other.go('审核')
  await expect(other.page.getByText('单位只有一人承办半\ufffd字').first()).toBeVisible()
})

test('half a character in a figure cell is replaced and told when the cell is left', async ({ page }) => {
  const app = await openExample(page, 'requests')
  const cell = app.cell('requests.received.natural')
  await cell.focus()
  await insert(page, '1\ud83d')
  await page.keyboard.press('Tab')
  await expect(notice(page)).toContainText(mended)
  await expect(cell).toHaveValue('1\ufffd')
})
