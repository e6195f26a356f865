// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react'
import { useForm } from 'react-hook-form'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gridOf } from '../editing/movement'
import { wholeOf, type Range } from '../editing/range'
import { format2021 } from '../format/2021'
import { allTables } from '../report/cells'
import { exampleReport } from '../report/example'
import type { TypedReport } from '../report/report'
import { noReview } from '../review/review'
import { clearCells, copyCells, pasteCells } from './clipboard'
import { createSession } from './session'

const format = format2021
const table = allTables(format).find(({ id }) => id === 'requests')!
const grid = gridOf(table)
const two: Range = { top: 0, left: 0, bottom: 1, right: 0 }

const open = () => {
  const typed = exampleReport(format)
  const form = renderHook(() => useForm<TypedReport>({ defaultValues: typed })).result.current
  const content = { typed, filled: [], accepted: [], review: noReview, final: null }
  const session = createSession(format, form, content, () => undefined)
  const said: string[] = []
  session.said.on(() => said.push(session.said.get()))
  return { session, said }
}

const clipboard = (plain = ''): DataTransfer =>
  ({
    getData: (type: string) => (type === 'text/plain' ? plain : ''),
    setData: () => undefined,
  }) as unknown as DataTransfer

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('clearing tells how many cells were emptied; where none had anything in it, nothing', () => {
  const { session, said } = open()
  clearCells(session, grid, wholeOf(grid))
  clearCells(session, grid, wholeOf(grid))
  vi.runAllTimers()
  expect(said).toEqual(['已清空 144 格'])
})

test('a paste tells how many cells it wrote, and the balances that broke with it', () => {
  const { session, said } = open()
  session.act({ act: 'paste', changes: [{ at: grid.at(0, 0), before: '86', after: '87' }] })
  expect(said).toEqual(['已粘贴 1 格；总计 116；自然人不平，差 +1；总计不平，差 +1'])
})

test('a paste that is done at once tells its cells, too; one that asks first only when it is done', () => {
  const { session, said } = open()
  clearCells(session, grid, two)
  pasteCells(session, table, [table], two, clipboard('86\n17'))
  expect(said[said.length - 1]).toMatch(/^已粘贴 2 格/)
  const before = said.length
  pasteCells(session, table, [table], two, clipboard('1\n2'))
  expect(session.pasting.get()).not.toBeNull()
  expect(said).toHaveLength(before)
})

test('taking a clearing back is not told as another clearing', () => {
  const { session, said } = open()
  clearCells(session, grid, two)
  const before = said.length
  session.undo()
  session.redo()
  vi.runAllTimers()
  expect(said.slice(before).filter((words) => words.includes('清空'))).toEqual([])
})

test('what cannot be done in a final copy is not told as done', () => {
  const { session, said } = open()
  session.elsewhere.set(true)
  clearCells(session, grid, two)
  expect(said.filter((words) => words.includes('清空'))).toEqual([])
})

test('copying tells how many cells, the totals among them', () => {
  const { session, said } = open()
  copyCells(session, grid, wholeOf(grid), clipboard())
  expect(said).toEqual(['已复制 175 格'])
})

test('what is said at rest is what is true then, once, and not after something else was said', () => {
  const { session, said } = open()
  for (const words of ['选中 2 行 1 列', '选中 3 行 1 列']) session.sayAtRest(() => words)
  session.sayAtRest(() => '选中 4 行 1 列')
  expect(said).toEqual([])
  vi.runAllTimers()
  session.sayAtRest(() => '')
  vi.runAllTimers()
  session.sayAtRest(() => '选中 5 行 1 列')
  session.say('已复制 5 格')
  vi.runAllTimers()
  expect(said).toEqual(['选中 4 行 1 列', '已复制 5 格'])
})

const found = '这段正文新发现 1 处问题，列在下面'

const openText = () => {
  const { session, said } = open()
  const write = (from: string, to: string): void => {
    session.form.setValue('overview.1.text', session.form.getValues('overview.1.text').replace(from, to))
    session.changed('overview.1.text')
  }
  return { session, said, write }
}

test('a fault that the words of a text come to have is told once, when they rest or are left', () => {
  const { session, said, write } = openText()
  write('115件', '1115件')
  expect(said).toEqual([])
  vi.runAllTimers()
  expect(said).toEqual([found])
  write('1115件', '1116件')
  vi.runAllTimers()
  session.mend('overview.1.text')
  vi.runAllTimers()
  expect(said).toEqual([found])
  write('1116件', '115件')
  vi.runAllTimers()
  expect(said).toEqual([found])
  write('115件', '1115件')
  session.mend('overview.1.text')
  vi.runAllTimers()
  expect(said).toEqual([found, `${found}\u00a0`])
})

test('a figure that makes a sentence elsewhere wrong is told by its own words alone', () => {
  const { session, said, write } = openText()
  write('115件', '115 件')
  session.mend('overview.1.text')
  vi.runAllTimers()
  session.typing('requests.received.natural', '87')
  session.leave('requests.received.natural')
  vi.runAllTimers()
  expect(said).toEqual(['总计 116；自然人不平，差 +1；总计不平，差 +1'])
})
