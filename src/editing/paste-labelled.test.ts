import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formats, type Format } from '../format'
import { format2019 } from '../format/2019'
import { format2021 } from '../format/2021'
import { lines } from '../report/axis'
import { allTables, enteredCells, type Address } from '../report/cells'
import { totalsOf } from '../report/totals'
import { writeFigure } from '../report/figures'
import type { Copied } from './copy'
import { deskOf } from './paste-desk'
import type { PastePlan } from './paste-plan'
import { fromExcel, fromPage, fromParagraphs, onLines, plainOnly, sampleOf, type Sample, type Shape } from './samples'

type Texts = Readonly<Record<Address, string>>

const toldBy = (plan: PastePlan): string => (plan.kind === 'plan' ? plan.told.join('\n') : plan.says)

/** Entered texts with the totals that follow from them. */
const withTotals = (format: Format, entered: Texts) => {
  const totals = totalsOf(format, (at) =>
    entered[at] === undefined || entered[at] === '' ? null : Number(entered[at]),
  )
  return (at: Address): string => entered[at] ?? writeFigure(totals.get(at)?.value ?? null)
}

const mapped = (sample: Sample, change: (text: string, column: number) => string): Sample =>
  sample.map((row) => row.map((cell, column) => ({ ...cell, text: change(cell.text, column) })))

const distinct = (format: Format, block: string): Texts =>
  Object.fromEntries(enteredCells(format, block).map(({ at }, index) => [at, String(index + 1)]))

const writers: readonly (readonly [string, (sample: Sample) => Copied])[] = [
  ['Excel', fromExcel],
  ['a page', fromPage],
  ['a page with paragraphs in its cells', fromParagraphs],
  ['Excel through a plain text editor', (sample) => plainOnly(fromExcel(sample))],
  ['a page through a plain text editor', (sample) => plainOnly(fromPage(sample))],
  ['a page with paragraphs through a plain text editor', (sample) => plainOnly(fromParagraphs(sample))],
  ['a page as cells on lines', onLines],
]

/** Plain text alone from a page with blank cells, or without heads from a sheet, cannot always be told. */
const sure = writers.slice(0, 3)

const shuffled = Array.from({ length: 25 }, (_, index) => (index * 7) % 25)

describe.each(formats.map((format) => [format.id, format] as const))(
  'table three of %s with its labels, from',
  (_, format) => {
    const desk = deskOf(format)
    const entered = distinct(format, 'requests')
    const textAt = withTotals(format, entered)
    const table = desk.tableOf('requests')
    const shapes: readonly (readonly [string, Shape])[] = [
      ['in its order', {}],
      ['in another order', { order: shuffled }],
      ['without its totals', { totalColumns: false, totalRows: false }],
      ['without heads', { heads: false }],
      ['without heads in another order', { heads: false, order: shuffled }],
    ]
    describe.each(writers)('%s', (_name, write) => {
      test.each(shapes)('%s, lands wherever the focus is', (_shape, shape) => {
        for (const at of ['requests.received.natural', 'requests.total.total', 'requests.repeated.charity']) {
          const plan = desk.paste(at, write(sampleOf(table, textAt, shape)))
          expect(toldBy(plan)).toBe('')
          expect(desk.after(plan)).toEqual(entered)
          expect(plan).toMatchObject({ ask: false })
        }
      })
    })

    test.each(sure)('%s, without totals and heads', (_name, write) => {
      const plan = desk.paste(
        'requests.received.natural',
        write(sampleOf(table, textAt, { heads: false, totalColumns: false })),
      )
      expect(toldBy(plan)).toBe('')
      expect(desk.after(plan)).toEqual(entered)
    })
  },
)

describe('labels as pages write them', () => {
  const desk = deskOf(format2021)
  const entered = distinct(format2021, 'requests')
  const sample = sampleOf(desk.tableOf('requests'), withTotals(format2021, entered))
  const variants: readonly (readonly [string, (text: string) => string])[] = [
    ['with spaces inside', (text) => text.replace(/([\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, '$1 ')],
    ['with full-width and no-break spaces around', (text) => `\u3000${text}\u00a0 `],
    ['1、2、3、 for 1.2.3.', (text) => text.replace(/^(\d+)\./, '$1、')],
    ['1．', (text) => text.replace(/^(\d+)\./, '$1．')],
    ['(1)', (text) => text.replace(/^(\d+)\./, '($1)')],
    ['①', (text) => text.replace(/^(\d+)\./, (_, digit: string) => String.fromCharCode(0x245f + Number(digit)))],
    ['without 一、 and （一）', (text) => text.replace(/^([一二三四]、|（[一二三四五六七]）)/, '')],
    ['(一)', (text) => text.replace(/^（(.)）/, '($1)')],
    ['其他法律、行政法规禁止公开', (text) => text.replace('法律行政法规', '法律、行政法规')],
    ['“部分公开” cut short', (text) => text.replace(/（区分处理.*$/, '')],
    ['quotes of another kind', (text) => text.replace(/[“”]/g, '"')],
    [
      'labels split over two lines',
      (text) => (/[\u4e00-\u9fff]{4}/.test(text) ? text.replace(/^(.{3})/, '$1\n') : text),
    ],
    [
      'labels split in three',
      (text) => (/[\u4e00-\u9fff]{5}/.test(text) ? text.replace(/^(.{3})(.{2})/, '$1\n$2\n') : text),
    ],
    ['figures with no-break spaces', (text) => (/^\d+$/.test(text) ? `\u00a0${text}\u3000` : text)],
    [
      'full-width figures with 件',
      (text) =>
        /^\d+$/.test(text) ? `${text.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))}件` : text,
    ],
  ]
  describe.each(variants)('%s', (_name, change) => {
    test.each(writers)('from %s', (_writer, write) => {
      const plan = desk.paste('requests.received.natural', write(mapped(sample, change)))
      expect(toldBy(plan)).toBe('')
      expect(desk.after(plan)).toEqual(entered)
    })
  })
})

describe('a row that the table has not', () => {
  test.each(writers)('of 2019 in a table of 2021 is told and laid nowhere, from %s', (_, write) => {
    const desk = deskOf(format2021)
    const entered = distinct(format2019, 'requests')
    const sample = sampleOf(deskOf(format2019).tableOf('requests'), withTotals(format2019, entered))
    const plan = desk.paste('requests.received.natural', write(sample))
    const known = Object.entries(entered).filter(([at]) => desk.cells.has(at))
    expect(known).toHaveLength(21 * 6)
    expect(desk.after(plan)).toEqual(Object.fromEntries(known))
    expect(toldBy(plan)).toContain('“（六）其他处理”一行没有认出，没有粘贴，请手工填写。')
  })

  test.each(writers)('of 2021 in a table of 2019 is told and laid nowhere, from %s', (_, write) => {
    const desk = deskOf(format2019)
    const entered = distinct(format2021, 'requests')
    const table = deskOf(format2021).tableOf('requests')
    const plan = desk.paste('requests.received.natural', write(sampleOf(table, withTotals(format2021, entered))))
    const known = Object.entries(entered).filter(([at]) => desk.cells.has(at))
    expect(desk.after(plan)).toEqual(Object.fromEntries(known))
    expect(toldBy(plan)).toContain('“3.其他”一行')
    for (const heads of [true, false]) {
      for (const order of [[20, 21, 22], [20], [22]]) {
        const sample = sampleOf(table, withTotals(format2021, entered), { order, heads })
        const few = desk.paste('requests.received.natural', write(sample))
        expect(desk.after(few)).toEqual({})
        expect(toldBy(few)).not.toBe('')
      }
    }
  })

  test('that stands twice is told and laid nowhere', () => {
    const desk = deskOf(format2021)
    const table = desk.tableOf('requests')
    const sample = sampleOf(table, withTotals(format2021, distinct(format2021, 'requests')), { order: [2, 3, 2] })
    const plan = desk.paste('requests.received.natural', fromExcel(sample))
    expect(Object.keys(desk.after(plan))).toEqual(desk.entered('requests').slice(18, 24))
    expect(toldBy(plan)).toContain('“（一）予以公开”一行出现了不止一次')
  })
})

describe('columns', () => {
  const desk = deskOf(format2021)
  const entered = distinct(format2021, 'requests')
  const sample = sampleOf(desk.tableOf('requests'), withTotals(format2021, entered))

  test('in another order are known by their heads', () => {
    const turned = sample.map((row, index) => (index < 2 ? row : [...row.slice(0, -7), ...row.slice(-7)]))
    const swap = (from: string, to: string) => (text: string) => (text === from ? to : text === to ? from : text)
    const swapped = turned.map((row, index) => {
      if (index === 2) return row.map((cell) => ({ ...cell, text: swap('商业企业', '科研机构')(cell.text) }))
      if (index < 3) return row
      const figures = row.slice(-7)
      const [natural, business, research, ...rest] = figures
      return [...row.slice(0, -7), natural!, research!, business!, ...rest]
    })
    for (const write of [fromExcel, fromPage, fromParagraphs])
      expect(desk.after(desk.paste('requests.received.natural', write(swapped)))).toEqual(entered)
    for (const [, write] of writers.slice(4))
      expect(desk.paste('requests.received.natural', write(swapped)).kind).toBe('refused')
  })

  test.each([
    ['科研机构', 'research'],
    ['自然人', 'natural'],
  ])('that are none of the table’s are told, and leave the others in their places: %s', (head, id) => {
    const whole = sampleOf(desk.tableOf('requests'), withTotals(format2021, entered), { totalColumns: false })
    const renamed = mapped(whole, (text) => (text === head ? '事业单位' : text))
    const plan = desk.paste('requests.received.natural', fromExcel(renamed))
    expect(desk.after(plan)).toEqual(
      Object.fromEntries(Object.entries(entered).filter(([at]) => !at.endsWith(`.${id}`))),
    )
    expect(toldBy(plan)).toBe('“事业单位”一列没有认出，没有粘贴，请手工填写。')
  })

  test('whose heads are merged over two rows are known', () => {
    const [label = '', ...heads] = [
      '项目',
      '自然人',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
      '总计',
    ]
    const figures = ['1', '2', '3', '4', '5', '6', '21']
    const plan = desk.paste(
      'requests.received.natural',
      fromExcel([
        [label, ...heads].map((text) => ({ text, rowSpan: 2, colSpan: 1 })),
        [],
        ...['1.属于国家秘密', '2.其他法律行政法规禁止公开'].map((row) =>
          [row, ...figures].map((text) => ({ text, rowSpan: 1, colSpan: 1 })),
        ),
      ]),
    )
    expect(Object.values(desk.after(plan))).toEqual([...figures.slice(0, -1), ...figures.slice(0, -1)])
    expect(toldBy(plan)).toBe('')
  })

  test('that stand twice under one head are told and laid nowhere', () => {
    const renamed = mapped(sample, (text) => (text === '科研机构' ? '商业企业' : text))
    const plan = desk.paste('requests.received.natural', fromExcel(renamed))
    expect(Object.keys(desk.after(plan)).some((at) => /\.(business|research)$/.test(at))).toBe(false)
    expect(toldBy(plan)).toContain('“商业企业”一列没有认出')
  })

  test('of which there are too many or too few are refused without heads', () => {
    for (const count of [3, 5, 8]) {
      const rows = sample
        .slice(3)
        .map((row) => [...row.slice(0, -7), ...[...row.slice(-7), ...row.slice(-7)].slice(0, count)])
      for (const [, write] of writers) {
        const plan = desk.paste('requests.received.natural', write(rows))
        expect(desk.after(plan)).toEqual({})
        expect(toldBy(plan)).not.toBe('')
      }
    }
  })
})

describe('a row whose label is merged over blank cells', () => {
  const desk = deskOf(format2021)
  const [first, second, third] = ['received', 'granted', 'stateSecrets'].map((row) =>
    desk.entered('requests').filter((at) => at.startsWith(`requests.${row}.`)),
  )
  const laid = (plain: string, html = ''): Texts => desk.after(desk.paste('requests.other.other', { plain, html }))
  const expected = (row: readonly Address[] | undefined, texts: readonly string[]): Texts =>
    Object.fromEntries(
      row?.flatMap((at, index) => ((texts[index] ?? '') === '' ? [] : [[at, texts[index] ?? '']])) ?? [],
    )

  test('lands where a sheet shows how far', () => {
    expect(laid('一、本年新收政府信息公开申请数量\t\t\t1\t2\t3\t4\t5\t6\t21')).toEqual(expected(first, [...'123456']))
    expect(laid('（一）予以公开\t\t1\t2\t3\t4\t5\t6\t21')).toEqual(expected(second, [...'123456']))
  })

  test('is told where blank cells may be the label’s or the row’s', () => {
    for (const plain of [
      '（一）予以公开\t\t1\t2\t3\t4\t5\t6',
      '（一）予以公开\t\t1\t2\t3\t4\t5\t15',
      '一、本年新收政府信息公开申请数量\t\t\t1\t2\t3\t4\t5',
      '一、本年新收政府信息公开申请数量\t\t1\t2\t3\t4\t5\t15',
    ]) {
      const plan = desk.paste('requests.received.natural', { plain, html: '' })
      expect(desk.after(plan)).toEqual({})
      expect(toldBy(plan)).toMatch(/没有粘贴/)
    }
  })

  test('and that is never merged keeps its blanks', () => {
    expect(laid('1.属于国家秘密\t\t1\t2\t0\t0\t0\t3')).toEqual(expected(third, ['', '1', '2', '0', '0', '0']))
  })

  test('lands from Excel, whose HTML tells how far, though it shows ####', () => {
    const texts = Object.fromEntries((first ?? []).map((at, index) => [at, index === 0 ? '' : String(index)]))
    const sample = sampleOf(desk.tableOf('requests'), withTotals(format2021, texts), {
      order: [0],
      heads: false,
      totalColumns: false,
    })
    const { plain, html } = fromExcel(sample)
    expect(laid(plain, html.replace(/>5</, '>####<'))).toEqual(expected(first, ['', ...'12345']))
    const apart = fromPage(sample)
    expect(laid(apart.plain, apart.html.replace(/>5</, '>####<'))).toEqual(expected(first, ['', ...'12345']))
  })

  test('lands beside one whose label stands further in', () => {
    const plain = '（一）予以公开\t1\t2\t3\t4\t5\t6\t21\r\n（三）不予公开\t1.属于国家秘密\t1\t2\t3\t4\t5\t6'
    expect(laid(plain)).toEqual({ ...expected(second, [...'123456']), ...expected(third, [...'123456']) })
  })

  test('whose figure is merged over several columns holds it in the first', () => {
    const sample = sampleOf(desk.tableOf('requests'), () => '0', { order: [4] })
    const merged = sample.map((row, index) =>
      index < 3 ? row : [...row.slice(0, 3), { text: '0', rowSpan: 1, colSpan: 7 }],
    )
    const plan = desk.paste('requests.received.natural', fromExcel(merged))
    expect(desk.after(plan)).toEqual(expected(third, ['0']))
    expect(toldBy(plan)).toContain('合并')
  })
})

describe('the bare figures from the first cell', () => {
  const desk = deskOf(format2021)
  const entered = distinct(format2021, 'requests')
  const textAt = withTotals(format2021, entered)
  const bare = (shape: Shape): Sample =>
    sampleOf(desk.tableOf('requests'), textAt, { ...shape, labels: false, heads: false })
  const regular = [...sure, ...writers.slice(3, 5)]

  test.each(regular)('25 × 7 from %s', (_, write) => {
    const plan = desk.paste('requests.received.natural', write(bare({})))
    expect([desk.after(plan), toldBy(plan)]).toEqual([entered, ''])
  })

  test.each(regular)('25 × 6 from %s', (_, write) => {
    const plan = desk.paste('requests.received.natural', write(bare({ totalColumns: false })))
    expect([desk.after(plan), toldBy(plan)]).toEqual([entered, ''])
  })

  test.each(regular)('24 × 6 from %s: the total row is left out, and it is told first', (_, write) => {
    const plan = desk.paste('requests.received.natural', write(bare({ totalColumns: false, totalRows: false })))
    expect(desk.after(plan)).toEqual(entered)
    expect(plan).toMatchObject({ ask: true })
    expect(toldBy(plan)).toBe('粘贴的内容是 24 行，与要填的行数相同，将跳过自动计算的“（七）总计”，请核对。')
  })

  test.each(regular)(
    '24 × 7 from %s that end with the total row leave the last row alone, and it is told first',
    (_, write) => {
      const plan = desk.paste('requests.received.natural', write(bare({}).slice(0, 24)))
      expect(desk.after(plan)).toEqual(Object.fromEntries(Object.entries(entered).slice(0, -6)))
      expect(plan).toMatchObject({ ask: true })
      expect(toldBy(plan)).toContain('如果它不是总计，请取消')
    },
  )
})

interface Published {
  readonly key: string
  readonly cells: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number | string>>>>>>
}

const published: readonly Published[] = JSON.parse(
  readFileSync(new URL('../../e2e/fixtures/published-figures.json', import.meta.url), 'utf8'),
) as readonly Published[]

describe.each(published.map((one) => [one.key, one] as const))('the figures that %s published', (key, { cells }) => {
  const desk = deskOf(format2021)
  const textAt = (at: Address): string => {
    const [table = '', row = '', column = ''] = at.split('.')
    const value = cells[table]?.[row]?.[column]
    return value === undefined ? '' : String(value)
  }
  const expected = (block: string): Texts => Object.fromEntries(desk.entered(block).map((at) => [at, textAt(at)]))

  describe.each(writers)('from %s', (_, write) => {
    test.each(['requests', 'disputes'])('%s land in their cells, and wrong totals are told', (block) => {
      for (const shape of [{}, block === 'requests' ? { order: shuffled } : {}]) {
        const table = desk.tableOf(block)
        const plan = desk.paste(
          `${block}.${lines(table.rows)[0]!.id}.${lines(table.columns)[0]!.id}`,
          write(sampleOf(table, textAt, shape)),
        )
        expect(desk.after(plan)).toEqual(expected(block))
        if (key === 'jinhu2023' && block === 'disputes') expect(toldBy(plan)).toContain('粘贴的是 0，各项相加是 3')
        else expect(toldBy(plan)).toBe('')
      }
    })
  })
})

const figure = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 99_999 }).map(String) },
  { weight: 1, arbitrary: fc.constant('0') },
)
const maybeBlank = fc.oneof({ weight: 4, arbitrary: figure }, { weight: 1, arbitrary: fc.constant('') })

/** What a mouse takes from a page: from some cell of a row to the end of another, without what is merged from above. */
const cut = (sample: Sample, from: number, cell: number, count: number): Sample => {
  const start = from % sample.length
  const rows = sample.slice(start, start + 1 + (count % (sample.length - start)))
  return rows.map((row, index) => (index === 0 ? row.slice(cell % row.length) : row))
}

const requests = deskOf(format2021).tableOf('requests')
const cellsOfRequests = enteredCells(format2021, 'requests').map(({ at }) => at)
const order = fc.shuffledSubarray(
  Array.from({ length: 25 }, (_, index) => index),
  { minLength: 1 },
)

describe('whatever is copied, in whatever order, with whatever blanks', () => {
  const cases = fc.record({
    texts: fc.array(maybeBlank, { minLength: cellsOfRequests.length, maxLength: cellsOfRequests.length }),
    order: fc.option(order, { nil: undefined }),
    heads: fc.boolean(),
    totalColumns: fc.boolean(),
    write: fc.constantFrom(...writers),
    focus: fc.constantFrom(...cellsOfRequests),
  })

  test('nothing ever lands in a wrong cell, and what lands nowhere is told', () => {
    fc.assert(
      fc.property(cases, ({ texts, write: [, write], focus, ...shape }) => {
        const entered = Object.fromEntries(cellsOfRequests.map((at, index) => [at, texts[index] ?? '']))
        const desk = deskOf(format2021)
        const plan = desk.paste(focus, write(sampleOf(requests, withTotals(format2021, entered), shape)))
        const after = desk.after(plan)
        for (const [at, text] of Object.entries(after)) expect(text, at).toBe(entered[at])
        const rows = new Set(
          (shape.order ?? lines(requests.rows).map((_, index) => index)).map(
            (index) => lines(requests.rows)[index]?.id,
          ),
        )
        const missing = Object.entries(entered).filter(
          ([at, text]) => text !== '' && rows.has(at.split('.')[1]) && after[at] === undefined,
        )
        if (missing.length > 0) expect(toldBy(plan)).toMatch(/没有粘贴/)
        if ((write === fromExcel || write === fromPage || write === fromParagraphs) && shape.heads)
          expect(missing).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('nor does it where only a part of a page’s table was selected', () => {
    const pages = writers.filter(([name]) => !name.startsWith('Excel'))
    const parts = fc.record({ from: fc.nat(), cell: fc.nat(), count: fc.nat() })
    fc.assert(
      fc.property(cases, parts, fc.constantFrom(...pages), ({ texts, totalColumns }, part, [name, write]) => {
        const entered = Object.fromEntries(cellsOfRequests.map((at, index) => [at, texts[index] ?? '']))
        const desk = deskOf(format2021)
        const sample = sampleOf(requests, withTotals(format2021, entered), { totalColumns })
        const some = cut(sample, part.from, part.cell, part.count)
        if (!some.some((row) => row.some(({ text }) => /[\u4e00-\u9fff]{2}/.test(text)))) return
        const after = desk.after(desk.paste(cellsOfRequests[0]!, write(some)))
        for (const [at, text] of Object.entries(after))
          if (/^\d+$/.test(text)) expect([name, at, text]).toEqual([name, at, entered[at]])
      }),
      { numRuns: 1_000 },
    )
  })

  test('a filled cell whose place in the block is blank becomes blank, after it was asked', () => {
    fc.assert(
      fc.property(cases, ({ texts, focus, order: rows }) => {
        const entered = Object.fromEntries(cellsOfRequests.map((at, index) => [at, texts[index] ?? '']))
        const before = Object.fromEntries(cellsOfRequests.map((at) => [at, '123456']))
        const desk = deskOf(format2021, before)
        const plan = desk.paste(
          focus,
          fromExcel(sampleOf(requests, withTotals(format2021, entered), rows ? { order: rows } : {})),
        )
        const after = desk.after(plan)
        const ids = new Set(
          (rows ?? lines(requests.rows).map((_, index) => index)).map((index) => lines(requests.rows)[index]?.id),
        )
        for (const at of cellsOfRequests)
          expect(after[at] ?? '', at).toBe(ids.has(at.split('.')[1]) ? entered[at] : '123456')
        if ([...ids].some((id) => id !== 'total')) expect(plan).toMatchObject({ ask: true })
      }),
      { numRuns: 60 },
    )
  })
})

test('every table of every format has a writer’s sample that lands', () => {
  for (const format of formats)
    for (const table of allTables(format)) {
      const desk = deskOf(format)
      const entered = distinct(format, table.id)
      const [first = ''] = desk.entered(table.id)
      for (const [name, write] of writers) {
        const plan = desk.paste(first, write(sampleOf(table, withTotals(format, entered))))
        expect([name, toldBy(plan), desk.after(plan)]).toEqual([name, '', entered])
      }
    }
})

describe('a whole page through a plain text editor', () => {
  const desk = deskOf(format2021)
  const [zhenhai] = published
  const whole = readFileSync(new URL('../../e2e/fixtures/published-page.txt', import.meta.url), 'utf8')
  const expected = (blocks: readonly string[]): Texts =>
    Object.fromEntries(
      blocks
        .flatMap((block) => desk.entered(block))
        .map((at) => {
          const [table = '', row = '', column = ''] = at.split('.')
          return [at, String(zhenhai?.cells[table]?.[row]?.[column] ?? '')]
        }),
    )

  test('gives table three its figures', () => {
    const plan = desk.paste('requests.received.natural', { plain: whole, html: '' })
    expect(desk.after(plan)).toEqual(expected(['requests']))
  })

  test('gives section two its figures', () => {
    const plan = desk.paste('issued.rules.issued', { plain: whole, html: '' })
    expect(desk.after(plan)).toEqual(expected(['issued', 'licensing', 'enforcement', 'fees']))
  })

  test('gives table four its figures', () => {
    const plan = desk.paste('disputes.cases.reviewUpheld', { plain: whole, html: '' })
    expect(desk.after(plan)).toEqual(expected(['disputes']))
  })
})
