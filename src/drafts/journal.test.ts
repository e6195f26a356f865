// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { dropJournal, leftJournals, newSitting, tab, windowOf, writeJournal, type Journal } from './journal'
import { noReview } from '../review/review'

const prefix = 'gov-info-disclosure-annual-report:journal:'
const typed = blankReport(format2021, 2023, blankUnit)

const journalOf = (draft: string, title = '标题'): Journal => ({
  draft,
  bases: [{ revision: 3, changedAt: 1_000 }],
  content: {
    typed: { ...typed, id: draft, title },
    filled: ['requests.granted.natural'],
    accepted: [],
    review: noReview,
    final: null,
  },
})

const journals = (): readonly Journal[] => leftJournals().map(({ journal }) => journal)

const [here, next, there] = ['a-1', 'a-2', 'b-1'] as const

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

describe('what a window leaves behind', () => {
  test('without a basis that can be read is found still, and builds on nothing', () => {
    const { bases: _, ...rest } = journalOf('r1')
    localStorage.setItem(`${prefix}r1:a`, JSON.stringify({ ...rest, bases: [null, 7, { revision: '3' }] }))
    expect(journals()).toEqual([{ ...rest, bases: [] }])
  })

  test('is found as it was', () => {
    expect(leftJournals()).toEqual([])
    expect(writeJournal(journalOf('r1'), here)).toBe(true)
    expect(journals()).toEqual([journalOf('r1')])
  })

  test('is the last that was typed', () => {
    writeJournal(journalOf('r1', '旧'), here)
    writeJournal(journalOf('r1', '新'), here)
    expect(journals()).toEqual([journalOf('r1', '新')])
  })

  test('is kept for each draft and each sitting, in one window as in two', () => {
    writeJournal(journalOf('r1', '甲'), here)
    writeJournal(journalOf('r2', '乙'), here)
    writeJournal(journalOf('r1', '丙'), there)
    writeJournal(journalOf('r1', '丁'), next)
    expect(
      journals()
        .map(({ content }) => content.typed.title)
        .sort(),
    ).toEqual(['丙', '丁', '乙', '甲'].sort())
    dropJournal('r1', here)
    expect(
      journals()
        .map(({ content }) => content.typed.title)
        .sort(),
    ).toEqual(['丙', '丁', '乙'].sort())
  })

  test('is of a sitting, which names its window', () => {
    const [first, second] = [newSitting(), newSitting()]
    expect(first).not.toBe(second)
    expect([first, second, tab].map(windowOf)).toEqual([tab, tab, tab])
  })

  test('is gone once dropped, and another’s stays', () => {
    writeJournal(journalOf('r1', '甲'), here)
    writeJournal(journalOf('r1', '丙'), there)
    leftJournals()
      .find(({ journal }) => journal.content.typed.title === '丙')
      ?.drop()
    expect(journals().map(({ content }) => content.typed.title)).toEqual(['甲'])
  })

  test('what was written after it was read is not dropped with it', () => {
    writeJournal(journalOf('r1', '旧'), here)
    const [read] = leftJournals()
    writeJournal(journalOf('r1', '新'), here)
    read?.drop()
    expect(journals()).toEqual([journalOf('r1', '新')])
  })
})

test.each([
  '',
  '{',
  'null',
  '5',
  '"text"',
  '[]',
  '{}',
  '{"draft":"r1"}',
  '{"draft":"r1","bases":[]}',
  '{"draft":"r1","bases":[],"content":null}',
  '{"draft":"r1","bases":[],"content":{}}',
  '{"draft":"r1","bases":[],"content":{"typed":{},"filled":[]}}',
  JSON.stringify({ ...journalOf('r1'), draft: 5 }),
  JSON.stringify({ ...journalOf('r1'), bases: {} }),
  JSON.stringify({ ...journalOf('r1'), content: { typed } }),
])('what is no journal is left alone: %s', (text) => {
  localStorage.setItem(`${prefix}r1:broken`, text)
  localStorage.setItem('another program', JSON.stringify(journalOf('r9')))
  writeJournal(journalOf('r2'), here)
  expect(journals()).toEqual([journalOf('r2')])
  expect(localStorage.getItem(`${prefix}r1:broken`)).toBe(text)
})

describe('where local storage is full or off', () => {
  /** Local storage of which some methods throw. */
  const refuse = (...methods: readonly string[]): void => {
    const working = localStorage
    const off = {
      get: (_: object, method: string) => {
        if (methods.includes(method))
          return () => {
            throw new DOMException('full', 'QuotaExceededError')
          }
        const value: unknown = Reflect.get(working, method)
        return typeof value === 'function' ? value.bind(working) : value
      },
    }
    vi.stubGlobal('localStorage', new Proxy({}, off))
  }

  test('writing says that it could not, and what stood there stays', () => {
    writeJournal(journalOf('r1', '旧'), here)
    refuse('setItem')
    expect(writeJournal(journalOf('r1', '新'), here)).toBe(false)
    vi.unstubAllGlobals()
    expect(journals()).toEqual([journalOf('r1', '旧')])
  })

  test('reading finds nothing and dropping does nothing', () => {
    writeJournal(journalOf('r1'), here)
    refuse('getItem', 'removeItem')
    expect(leftJournals()).toEqual([])
    expect(() => dropJournal('r1', here)).not.toThrow()
  })

  test('no local storage at all', () => {
    vi.stubGlobal('localStorage', undefined)
    expect(writeJournal(journalOf('r1'), here)).toBe(false)
    expect(leftJournals()).toEqual([])
    expect(() => dropJournal('r1', here)).not.toThrow()
  })
})
