import { expect, type Locator, type Page } from '@playwright/test'
import { paperListens } from './frames'
import { format2021 } from '../src/format/2021'
import { exampleReport } from '../src/report/example'
import { reportOf, typedOf } from '../src/report/reading'
import type { TypedReport } from '../src/report/report'
import { newDraft } from '../src/drafts/draft'
import { newReviewCopy, type ReviewCopy } from '../src/drafts/review-copy'
import { anchorAt } from '../src/review/anchors'
import { append, noReview, reviewOf, type Review } from '../src/review/review'
import { exchangedOf, stateOf } from '../src/review/state'
import type { Anchor } from '../src/review/event'
import { putIn } from './stored'

export const format = format2021

/** The example as it comes out of a file, under an id of its own. */
export const example = (change: (typed: TypedReport) => void = () => undefined): TypedReport => {
  const typed = typedOf(format, reportOf(format, exampleReport(format)))
  typed.id = 'r00000000000000000000000000000001'
  change(typed)
  return typed
}

const day = Date.parse('2026-01-20T02:00:00Z')

export const send = (review: Review, typed: TypedReport, version: number): Review =>
  append(review, '王晓', day, { kind: 'send', version, text: '', ...stateOf(format, typed, []) })

export const remark = (review: Review, typed: TypedReport, by: string, anchor: Anchor, text: string): Review =>
  append(review, by, day + 3_600_000, { kind: 'comment', digest: stateOf(format, typed, []).digest, anchor, text })

export const returnIt = (review: Review, typed: TypedReport, by: string, text: string): Review => {
  const state = stateOf(format, typed, [])
  const next = append(review, by, day + 7_200_000, { kind: 'return', text, ...state })
  return reviewOf(next.events, [...next.decided, { ...state, report: exchangedOf(format, typed), accepted: [] }])
}

/** An anchor at some words of a text. */
export const wordsAt = (typed: TypedReport, at: string, text: string, words: string): Anchor => {
  const start = text.indexOf(words)
  return anchorAt(format, typed, at, start, start + words.length)
}

export const copyOf = (typed: TypedReport, review: Review = send(noReview, typed, 1)): ReviewCopy =>
  newReviewCopy({ ...newDraft(format.id, typed, day), review }, '送审.json', day)

/** Puts a report under review into the store of the browser, as receiving it does. */
export const seed = async (page: Page, copy: ReviewCopy, address = './'): Promise<void> => {
  await page.goto(address)
  await page.getByRole('button', { name: '新建年报' }).waitFor()
  await putIn(page, 'reviews', copy)
}

/** Opens a report under review. */
export const open = async (page: Page, { id }: Pick<ReviewCopy, 'id'>): Promise<void> => {
  await page.goto(`./#/review/${id}`)
  await page.getByRole('heading', { level: 1, name: /^审阅/ }).waitFor()
  await paperListens(page)
}

/** A thread of remarks in the list at the right. */
export const card = (page: Page, number: number): Locator =>
  page.getByRole('listitem', { name: new RegExp(`^意见 ${number}，`) })

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

export const saved = (page: Page): Promise<void> => expect(page.getByText(/^已保存 \d\d:\d\d/)).toBeVisible()

export const signAs = async (page: Page, name: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: '填写姓名' })
  await dialog.getByLabel('姓名').fill(name)
  await dialog.getByRole('button', { name: '确定' }).click()
}
