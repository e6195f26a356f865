import { expect, test, type Page } from '@playwright/test'
import { newDraft } from '../src/drafts/draft'
import { noReview, type Review } from '../src/review/review'
import { ReportPage } from './report-page'
import { card, example, format, remark, returnIt, send } from './review-samples'
import { putIn } from './stored'

const day = Date.parse('2026-01-20T02:00:00Z')

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
