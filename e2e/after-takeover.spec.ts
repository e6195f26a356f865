import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { ReportPage } from './report-page'
import { allIn } from './stored'

const band = (page: Page) => page.getByRole('region', { name: '填写窗口' })

const takeOver = async (page: Page): Promise<void> => {
  await band(page).getByRole('button', { name: '在这里填写' }).click()
  await expect(band(page)).toHaveCount(0, { timeout: 20_000 })
}

/** The same place of the same draft in a second window, which reads. */
const reader = async (context: BrowserContext, page: Page): Promise<ReportPage> => {
  const second = new ReportPage(await context.newPage())
  await second.page.goto(page.url())
  await expect(band(second.page)).toContainText('另一个窗口正在填写')
  return second
}

test('the note of a cell that stays in sight follows the other window, and is written on from there', async ({
  page,
  context,
}) => {
  const first = new ReportPage(page)
  await first.create('示例市水务局')
  await first.goSection('requests')
  const second = await reader(context, page)
  const note = (one: ReportPage) => one.page.getByLabel('本格注释')
  await first.cell('requests.received.natural').click()
  await note(first).fill('其中')
  await first.saved()
  await takeOver(second.page)
  await second.cell('requests.received.natural').click()
  await note(second).fill('其中补报1件')
  await expect(note(first)).toHaveValue('其中补报1件')
  await takeOver(page)
  await note(first).press('End')
  await page.keyboard.type('，转办2件')
  await first.saved()
  await expect(note(second)).toHaveValue('其中补报1件，转办2件')
  const drafts = (await allIn(page, 'drafts')) as readonly { readonly typed: { readonly cellNotes: object } }[]
  expect(drafts.map(({ typed }) => typed.cellNotes)).toEqual([{ 'requests.received.natural': '其中补报1件，转办2件' }])
  // White space alone is no note, but one may begin with it.
  await note(first).fill('')
  await page.keyboard.type(' 甲')
  await expect(note(first)).toHaveValue(' 甲')
})

test('a dialog that was open when the report went elsewhere does nothing, says so, and keeps what is typed in it', async ({
  page,
  context,
}) => {
  const first = new ReportPage(page, 2025)
  await first.example()
  await first.goSection('disclosure')
  await first.cell('issued.normative.issued').fill('90')
  await first.go('检查结果')
  await first.saved()
  const second = await reader(context, page)

  await page.getByRole('button', { name: /^写明理由：.*本年制发 90 件/ }).click()
  await takeOver(second.page)
  await expect(band(page)).toHaveCount(1)
  const dialog = page.getByRole('dialog')
  const reason = dialog.getByRole('textbox', { name: '理由' })
  await reason.fill('本年集中发布多为有效期一年以内的文件')
  await dialog.getByRole('button', { name: '保存理由' }).press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('没有办成，写下的还在这里')
  await expect(page.getByRole('region', { name: '提示' })).toContainText('另一个窗口正在填写这份年报')
  await expect(page.getByRole('status', { name: '播报' })).not.toContainText('已保存理由')
  await expect(reason).toHaveValue('本年集中发布多为有效期一年以内的文件')
  await takeOver(page)
  await dialog.getByRole('button', { name: '保存理由' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('理由：本年集中发布多为有效期一年以内的文件')).toBeVisible()

  await first.go('审核')
  await first.button('送审第 1 版').click()
  await takeOver(second.page)
  await expect(band(page)).toHaveCount(1)
  await dialog.getByLabel('姓名').fill('王晓')
  await dialog.getByLabel('给审核人的话').fill('请审阅')
  let files = 0
  page.on('download', () => (files += 1))
  await dialog.getByRole('button', { name: '送审并存下文件' }).click()
  await expect(dialog.getByRole('alert')).toContainText('没有办成')
  await expect(page.getByRole('status', { name: '播报' })).not.toContainText('已送审')
  await takeOver(page)
  expect(files).toBe(0)
  await expect(dialog.getByLabel('给审核人的话')).toHaveValue('请审阅')
  const { name } = await first.download('送审并存下文件')
  expect(name).toContain('-送审-第1版')
  await expect(dialog).toHaveCount(0)

  // One that stays open beside the page closes by Esc like any other.
  await first.go('检查结果')
  await first.saved()
  await first.button('本单位无需审核').click()
  await takeOver(second.page)
  await expect(band(page)).toHaveCount(1)
  await dialog.getByLabel('理由').fill('单位只有一人承办，由负责人直接签发')
  await dialog.getByRole('button', { name: '确定无需审核' }).click()
  await expect(dialog.getByRole('alert')).toContainText('没有办成')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('region', { name: '提示' })).toContainText('另一个窗口正在填写这份年报')
})

test('the page that is previewed and printed follows what the other window writes, and is whole after taking over', async ({
  page,
  context,
}) => {
  const first = new ReportPage(page)
  await first.create('示例市水务局')
  await first.go('预览与导出')
  const second = await reader(context, page)
  const paper = second.page.frameLocator('iframe')
  await expect(paper.getByRole('heading', { level: 1 })).toContainText('示例市水务局')
  await first.go('基本信息')
  await first.page.getByLabel('标题').fill('示例市水务局新拟的标题')
  await first.saved()
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText('示例市水务局新拟的标题')
  await takeOver(second.page)
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText('示例市水务局新拟的标题')
})
