import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tableOf } from '../document/table'
import { formats, type Format } from '../format'
import { format2019 } from '../format/2019'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { allTables, enteredCells, type Address } from '../report/cells'
import type { Copied } from './copy'
import { deskOf, text } from './paste-desk'
import type { PastePlan } from './paste-plan'
import { totalsOf } from '../report/totals'
import { writeFigure } from '../report/figures'
import { fromExcel, fromPage, fromParagraphs, onLines, plainOnly, sampleOf, type Sample } from './samples'

const groupOf = (format: Format) => allTables(format).filter(({ group }) => group === 'disclosure')
const cellsIn = (format: Format) => groupOf(format).flatMap(({ id }) => enteredCells(format, id))

/** Section two as it is printed: its tables as one, a value's cell over several columns of the grid. */
const printed = (format: Format, textAt: (at: Address) => string): Sample =>
  tableOf(
    groupOf(format),
    { ...blankReport(format, format.years.from, blankUnit), signedOn: null, typed: {}, cells: {}, handlingFee: {} },
    (at) => ({
      text: textAt(at),
      computed: false,
    }),
  ).rows

const figures = (format: Format): Record<Address, string> =>
  Object.fromEntries(
    cellsIn(format).map(({ at, unit }, index) => [at, unit === 'wanYuan' ? '676.1' : String(index + 11)]),
  )

const toldBy = (plan: PastePlan): string => (plan.kind === 'plan' ? plan.told.join('\n') : plan.says)

const withHtml: readonly (readonly [string, (sample: Sample) => Copied])[] = [
  ['Excel', fromExcel],
  ['a page', fromPage],
  ['a page with paragraphs in its cells', fromParagraphs],
]
const plain: typeof withHtml = [
  ['a page through a plain text editor', (sample) => plainOnly(fromPage(sample))],
  ['a page with paragraphs through a plain text editor', (sample) => plainOnly(fromParagraphs(sample))],
  ['a page as cells on lines', onLines],
]

describe.each(formats.map((format) => [format.id, format] as const))(
  'section two of %s, printed as one',
  (_, format) => {
    const desk = deskOf(format)
    const expected = figures(format)
    const sample = printed(format, (at) => expected[at] ?? '')
    const focuses = groupOf(format).map(({ id }) => desk.entered(id)[0]!)

    test.each([...withHtml, ...plain])('is laid over all its tables from %s, wherever the focus is', (_name, write) => {
      for (const at of focuses) {
        const plan = desk.paste(at, write(sample))
        expect([desk.after(plan), toldBy(plan)]).toEqual([expected, ''])
      }
    })

    test.each(withHtml)('keeps what is blank where it is, from %s', (_name, write) => {
      const all = cellsIn(format).map(({ at }) => at)
      fc.assert(
        fc.property(fc.subarray(all), (kept) => {
          const some = Object.fromEntries(kept.map((at) => [at, expected[at]!]))
          const plan = desk.paste(all[0]!, write(printed(format, (at) => some[at] ?? '')))
          expect([desk.after(plan), toldBy(plan)]).toEqual([some, ''])
        }),
        { numRuns: 40 },
      )
    })
  },
)

describe('section two of 2021', () => {
  const desk = deskOf(format2021)
  const expected = figures(format2021)
  const sample = printed(format2021, (at) => expected[at] ?? '')
  const change = (from: string | RegExp, to: string): Sample =>
    sample.map((row) => row.map((cell) => ({ ...cell, text: cell.text.replace(from, to) })))

  test('from Excel through a plain text editor, where merged cells leave blanks, lands all the same', () => {
    const plan = desk.paste('issued.rules.issued', plainOnly(fromExcel(sample)))
    expect([desk.after(plan), toldBy(plan)]).toEqual([expected, ''])
  })

  test.each([
    ['规范性文件 for 行政规范性文件', /^行政规范性文件$/, '规范性文件'],
    ['a shorter head of the fees', '（单位：万元）', ''],
    ['spaces in labels', '规章', '规  章'],
  ])('with %s lands', (_, from, to) => {
    for (const [, write] of [...withHtml, ...plain]) {
      const plan = desk.paste('fees.charges.amount', write(change(from, to)))
      expect([desk.after(plan), toldBy(plan)]).toEqual([expected, ''])
    }
  })

  test('with its columns in another order is laid by the heads', () => {
    const turned = sample.map((row, index) =>
      index === 1 || index === 2 || index === 3 ? [row[0]!, row[3]!, row[1]!, row[2]!] : row,
    )
    for (const [, write] of [...withHtml, ...plain])
      expect(desk.after(desk.paste('fees.charges.amount', write(turned)))).toEqual(expected)
  })

  test('with a fee in 元 is told, and the fee is laid nowhere', () => {
    const plan = desk.paste('issued.rules.issued', fromPage(change('单位：万元', '单位：元')))
    expect(desk.after(plan)['fees.charges.amount']).toBeUndefined()
    expect(toldBy(plan)).toContain('行政事业性收费')
  })

  test.each([
    ['规章\t1\t2\t3', { 'issued.rules.issued': '1', 'issued.rules.repealed': '2', 'issued.rules.inForce': '3' }],
    ['行政强制\t4\r\n行政处罚\t5', { 'enforcement.coercion.decisions': '4', 'enforcement.penalties.decisions': '5' }],
    ['1\t2\t3\r\n4\t5\t6', Object.fromEntries(desk.entered('issued').map((at, index) => [at, String(index + 1)]))],
  ])('takes “%s”', (typed, after) => {
    const plan = desk.paste('issued.rules.issued', text(typed))
    expect([desk.after(plan), toldBy(plan)]).toEqual([after, ''])
  })

  test.each(['规章\t1\t2', '行政许可\t1\t2\t3', '信息内容\t处理数量\r\n行政许可\t8'])(
    'is not sure of “%s”, and says so',
    (typed) => {
      const plan = desk.paste('issued.rules.issued', text(typed))
      expect(desk.after(plan)).toEqual({})
      expect(toldBy(plan)).toMatch(/没有粘贴/)
    },
  )

  test.each([...withHtml, ...plain])('takes nothing of 2019’s that it has not itself, from %s', (_, write) => {
    const old = figures(format2019)
    const plan = desk.paste('issued.rules.issued', write(printed(format2019, (at) => old[at] ?? '')))
    expect(desk.after(plan)).toEqual({
      'licensing.licences.decisions': old['licensing.licences.decisions'],
      'enforcement.penalties.decisions': old['enforcement.penalties.decisions'],
      'enforcement.coercion.decisions': old['enforcement.coercion.decisions'],
    })
    for (const label of ['规章', '规范性文件', '其他对外管理服务事项', '行政事业性收费', '政府集中采购'])
      expect(toldBy(plan)).toContain(label)
  })

  test('takes a copy of table three for what it is: not its own', () => {
    const three = sampleOf(desk.tableOf('requests'), () => '1')
    for (const [, write] of [...withHtml, ...plain]) {
      const plan = desk.paste('issued.rules.issued', write(three))
      expect(plan.kind).toBe('refused')
    }
  })
})

describe('a whole web page with all tables of the report', () => {
  const desk = deskOf(format2021)
  const fees = { notices: '2', billed: '180.5', paid: '1', collected: '90' }
  const typed: Record<Address, string> = {
    ...figures(format2021),
    ...Object.fromEntries(desk.entered('requests').map((at, index) => [at, String(index + 301)])),
    ...Object.fromEntries(desk.entered('disputes').map((at, index) => [at, String(index + 501)])),
    ...Object.fromEntries(Object.entries(fees).map(([id, one]) => [`handlingFee.${id}`, one])),
  }
  const totals = totalsOf(format2021, (at) => (typed[at] === undefined ? null : Number(typed[at])))
  const textAt = (at: Address): string => typed[at] ?? writeFigure(totals.get(at)?.value ?? null)
  const of = (...blocks: readonly string[]): Record<Address, string> =>
    Object.fromEntries(Object.entries(typed).filter(([at]) => blocks.includes(at.split('.')[0] ?? '')))
  const [requests, disputes] = ['requests', 'disputes'].map((id) => sampleOf(desk.tableOf(id), textAt))
  const one = (shown: string) => ({ text: shown, rowSpan: 1, colSpan: 1 })
  const list: Sample = Object.keys(fees).map((id) => {
    const at = `handlingFee.${id}`
    return [one(desk.cells.get(at)?.label ?? ''), one(typed[at] ?? '')]
  })
  const across: Sample = [0, 1].map((column) => list.map((row) => row[column]!))
  const asOne = [printed(format2021, textAt)]
  const asFour = groupOf(format2021).map((table) => sampleOf(table, textAt))
  const pageOf = (samples: readonly Sample[], write: (sample: Sample) => Copied): Copied => {
    const parts = samples.map(write)
    const words = '本机关全年主动公开信息若干条，办理情况如下。'
    return {
      plain: parts.map(({ plain }, index) => `标题${index}\n${words}\n\n${plain}\n`).join(''),
      html: parts.map(({ html }, index) => `<h2>标题${index}</h2><p>${words}</p>${html}`).join(''),
    }
  }
  const second = groupOf(format2021).map(({ id }) => id)
  const outcome = (plan: PastePlan) => [desk.after(plan), toldBy(plan)]

  describe.each([
    ['section two as one table, the fees as a list', [...asOne, requests!, disputes!, list]],
    ['section two as four tables, the fees across', [...asFour, requests!, disputes!, across]],
    ['the other way round', [across, disputes!, requests!, ...asFour]],
  ])('%s', (_, samples) => {
    test.each(withHtml.slice(1))('lands every figure in the table that has the focus, from %s', (_name, write) => {
      const page = pageOf(samples, write)
      for (const id of second) expect(outcome(desk.paste(desk.entered(id)[0]!, page))).toEqual([of(...second), ''])
      expect(outcome(desk.paste('requests.granted.natural', page))).toEqual([of('requests'), ''])
      expect(outcome(desk.paste('disputes.cases.reviewUpheld', page))).toEqual([of('disputes'), ''])
      expect(outcome(desk.pasteList('handlingFee.paid', page))).toEqual([of('handlingFee'), ''])
    })
  })

  test.each(withHtml.slice(1))(
    'a row of section two that nothing in the report is called is told still, from %s',
    (_, write) => {
      const renamed = asFour.map((sample) =>
        sample.map((row) => row.map((cell) => (cell.text === '规章' ? { ...cell, text: '立法项目' } : cell))),
      )
      const plan = desk.paste('fees.charges.amount', pageOf([...renamed, requests!, disputes!, list], write))
      expect(toldBy(plan)).toBe('“立法项目”一行没有认出，没有粘贴，请手工填写。')
      expect(desk.after(plan)).toEqual(
        Object.fromEntries(Object.entries(of(...second)).filter(([at]) => !at.startsWith('issued.rules.'))),
      )
    },
  )

  test('tables of bare figures: that only the largest is pasted is told', () => {
    const bare = ['1234\t5678\t9012\n3\t4\t5\n', '3456\t7890\t1234\n']
    const html = bare
      .map((rows) =>
        rows
          .trim()
          .split('\n')
          .map((row) => `<tr><td>${row.split('\t').join('<td>')}`)
          .join(''),
      )
      .map((rows) => `<table>${rows}</table>`)
    const plan = desk.paste('requests.granted.natural', { plain: bare.join('\n'), html: html.join('<p>和</p>') })
    expect(toldBy(plan)).toContain('剪贴板里有 2 张表，只粘贴最大的一张')
  })
})
