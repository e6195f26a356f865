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
