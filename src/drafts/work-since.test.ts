import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { format2021 } from '../format/2021'
import { exampleReport } from '../report/example'
import type { TypedReport } from '../report/report'
import { fakeLocalStorage } from './fake-local-storage'
import { createWorkLedger } from './work-ledger'
import { addWork, copied, hush, isDue, workSince } from './work-since'

const minute = 60_000
const storage = fakeLocalStorage()
let number = 0
let draft = ''
let report: TypedReport = exampleReport(format2021)

const open = () => {
  const ledger = createWorkLedger(draft, () => JSON.parse(JSON.stringify(report)) as TypedReport)
  return { touch: ledger.touch, stop: ledger.start() }
}
const write = (index: number): void => {
  report = { ...report, notes: { ...report.notes, [`note${index}`]: `第 ${index} 条` } }
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  storage.clear()
  draft = `r${(number += 1)}`
  report = exampleReport(format2021)
})
afterEach(() => vi.useRealTimers())

test('half an hour at work without a copy is worth a word; time away is none', () => {
  const ledger = open()
  const work = (minutes: number): void => {
    for (let step = 0; step < minutes; step += 1) {
      vi.advanceTimersByTime(minute)
      ledger.touch()
    }
  }
  ledger.touch()
  work(20)
  vi.advanceTimersByTime(60 * minute)
  ledger.touch()
  work(9)
  expect(workSince(draft)).toMatchObject({ time: 29 * minute, fields: 0, copiedAt: 0 })
  expect(isDue(workSince(draft))).toBe(false)
  work(1)
  expect(isDue(workSince(draft))).toBe(true)
  copied(draft, Date.now())
  expect(workSince(draft)).toMatchObject({ time: 0, fields: 0, copiedAt: Date.now() })
  expect(JSON.parse(storage.get(`gov-info-disclosure-annual-report:work:${draft}`) ?? '')).toEqual(workSince(draft))
})

test('three hundred changed fields are, too, at whatever moment they are counted', () => {
  const ledger = open()
  for (let index = 0; index < 299; index += 1) write(index)
  ledger.touch()
  ledger.stop()
  expect(workSince(draft).fields).toBe(299)
  expect(isDue(workSince(draft))).toBe(false)
  const again = open()
  write(299)
  again.touch()
  again.stop()
  expect(isDue(workSince(draft))).toBe(true)
})

test('what was written before a copy is not counted after it', () => {
  const ledger = open()
  for (let index = 0; index < 400; index += 1) write(index)
  ledger.touch()
  copied(draft, 7)
  ledger.stop()
  expect(workSince(draft)).toMatchObject({ fields: 0, copiedAt: 7 })
})

test('a word that was closed comes again after as much again', () => {
  addWork(draft, 40 * minute, 10)
  expect(isDue(workSince(draft))).toBe(true)
  hush(draft)
  expect(isDue(workSince(draft))).toBe(false)
  addWork(draft, 29 * minute, 0)
  expect(isDue(workSince(draft))).toBe(false)
  addWork(draft, 0, 300)
  expect(isDue(workSince(draft))).toBe(true)
})

test.each(['', 'null', '{"time":-1}', '{"copiedAt":1,"time":"x","fields":0,"hushed":{}}'])(
  'what somebody else left in its place is nothing: %s',
  (text) => {
    storage.set(`gov-info-disclosure-annual-report:work:${draft}`, text)
    expect(workSince(draft)).toMatchObject({ copiedAt: 0, time: 0, fields: 0 })
  },
)
