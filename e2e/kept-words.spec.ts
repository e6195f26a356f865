import { expect, test, type Page } from '@playwright/test'
import { newDraft } from '../src/drafts/draft'
import { noReview, type Review } from '../src/review/review'
import { ReportPage } from './report-page'
import { card, example, format, remark, returnIt, saved, send } from './review-samples'
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

const ways = {
  'a reload': (page: Page) => page.reload(),
  back: (page: Page) => page.goBack(),
  'a change of hash': (page: Page) =>
    page.evaluate(() => {
      location.hash = location.hash.replace('requests', 'overview')
    }),
  'a page that is closed': async (page: Page) => {
    await page.close({ runBeforeUnload: true })
    if (!page.isClosed()) await page.waitForEvent('close')
  },
} as const satisfies Readonly<Record<string, (page: Page) => Promise<unknown>>>

for (const [way, leave] of Object.entries(ways))
  test(`what is being composed in a figure cell is kept over ${way}`, async ({ page, context }) => {
    const app = new ReportPage(await context.newPage())
    await app.create('示例市水务局')
    await app.goSection('requests')
    await app.saved()
    const place = app.page.url()
    const client = await context.newCDPSession(app.page)
    await app.cell('requests.received.natural').click()
    await client.send('Input.imeSetComposition', { text: '１２', selectionStart: 2, selectionEnd: 2 })
    await expect(app.cell('requests.received.natural')).toHaveValue('１２')
    await leave(app.page)
    await page.goto('./')
    const again = new ReportPage(way === 'a page that is closed' ? page : app.page)
    await again.page.goto(place)
    await expect(again.cell('requests.received.natural')).toHaveValue(/^(１２|12)$/)
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
