import { expect, test, type FrameLocator, type Page } from '@playwright/test'
import { frameStands } from './frames'
import { anchorAt } from '../src/review/anchors'
import { noReview } from '../src/review/review'
import { axeFindings } from './axe'
import { ReportPage } from './report-page'
import { button, copyOf, example, format, open, remark, returnIt, seed, send } from './review-samples'

const received = 'requests.received.natural'

const narrow = [
  { width: 683, height: 384 },
  { width: 320, height: 640 },
]

/** How far a page reaches beyond the right edge of its window. */
const beyond = (page: Page | FrameLocator): Promise<number> =>
  page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)

test('the exported page and its preview reflow; its tables alone scroll sideways, by keyboard too', async ({
  page,
}) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.go('预览与导出')
  const { text } = await app.download('导出网页')
  const paper = await page.context().newPage()
  // axe comes as a script, which the page's own policy forbids.
  await paper.setContent(text.replace(/<meta http-equiv[^>]*>/i, ''))
  await expect(paper.locator('meta[name="viewport"]')).toHaveAttribute('content', 'width=device-width, initial-scale=1')
  for (const size of narrow) {
    await paper.setViewportSize(size)
    expect(await beyond(paper), `exported at ${size.width}`).toBe(0)
    await page.setViewportSize(size)
    expect(await beyond(page.frameLocator('iframe')), `preview at ${size.width}`).toBe(0)
  }
  expect(await axeFindings(paper)).toEqual([])
  const box = paper.getByRole('group', { name: '三、收到和处理政府信息公开申请情况' })
  expect(await box.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
  await box.focus()
  await expect(box).toBeFocused()
  await paper.keyboard.press('ArrowRight')
  await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
})

test('审核表 begins at 打印, closes by Esc from within its frame, and reflows', async ({ page }) => {
  const copy = copyOf(example())
  await seed(page, copy)
  await open(page, copy)
  await button(page, '审核表').click()
  const dialog = page.getByRole('dialog', { name: '审核表' })
  const sheet = page.frameLocator('iframe[title="审核表预览"]')
  await expect(dialog.getByRole('button', { name: '打印' })).toBeFocused()
  await frameStands(page, 'iframe[title="审核表预览"]')
  for (const size of narrow) {
    await page.setViewportSize(size)
    expect(await beyond(sheet), `at ${size.width}`).toBe(0)
    const cut = await sheet
      .locator('td, p')
      .evaluateAll((all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length)
    expect(cut, `cut off at ${size.width}`).toBe(0)
  }
  await sheet.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(button(page, '审核表')).toBeFocused()
})

test('a page of the app that is printed says where the report is printed', async ({ page }) => {
  await new ReportPage(page, 2025).example()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
  const words = await page.evaluate(() => getComputedStyle(document.body, '::before').content)
  expect(words).toContain('预览与导出')
  await page.emulateMedia({ media: 'screen' })
  expect(await page.evaluate(() => getComputedStyle(document.body, '::before').content)).toBe('none')
})

test('on the paper under review the sentence with the focus is a button, and what is there is told', async ({
  page,
}) => {
  const withReceived = (figure: string) =>
    example((typed) => {
      typed.cells['requests']!['received']!['natural'] = figure
    })
  const [first, second] = [withReceived('87'), withReceived('88')]
  const remarked = remark(send(noReview, first, 1), first, '李审核', anchorAt(format, first, received), '请核对')
  const copy = copyOf(second, send(returnIt(remarked, first, '李审核', '请改'), second, 2))
  await seed(page, copy)
  await open(page, copy)
  const paper = page.frameLocator('iframe[title="年报全文"]')
  const focused = paper.locator(':focus')
  const said = page.getByRole('status', { name: '播报' })
  await paper.locator('[data-at="title"]').last().focus()
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveAttribute('data-at', 'preface')
  await expect(focused).toHaveRole('button')
  await expect(paper.getByRole('button')).toHaveCount(1)
  await paper.locator('[data-at="preface"]').last().focus()
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveAttribute('data-section', 'overview')
  await expect(focused).toHaveRole('heading')
  await expect(paper.getByRole('button')).toHaveCount(0)
  await paper.locator(`[data-at="${received}"]`).focus()
  await expect(focused).toHaveRole('cell')
  await expect(said).toHaveText('此处有 1 条意见、错误、改动')
})

test('a head in a table of the editor is over its own rows or columns, and no others', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  for (const section of ['disclosure', 'requests', 'disputes']) {
    await app.goSection(section)
    const heads = page.getByRole('main').locator('th')
    await expect(heads.filter({ hasText: /./ }).first()).toBeVisible()
    // There is one tbody and one colgroup, to whose end a scope of a group reaches.
    const scopes = await heads.evaluateAll((all) => all.map((head) => head.getAttribute('scope')))
    expect(
      scopes.filter((scope) => scope !== 'col' && scope !== 'row'),
      section,
    ).toEqual([])
  }
})
