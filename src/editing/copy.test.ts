import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats, type Format, type Table } from '../format'
import { disputes, format2021 } from '../format/2021'
import { lines } from '../report/axis'
import { allTables, enteredCells, type Address } from '../report/cells'
import { writeFigure } from '../report/figures'
import { totalsOf } from '../report/totals'
import { copyRange, copyTable } from './copy'
import { readHtmlTable } from './html-table'
import { gridOf } from './movement'
import { deskOf, text } from './paste-desk'
import { wholeOf } from './range'

type Texts = Readonly<Record<Address, string>>

const shownIn = (format: Format, entered: Texts) => {
  const totals = totalsOf(format, (at) => (/^\d+$/.test(entered[at] ?? '') ? Number(entered[at]) : null))
  return (at: Address): string => entered[at] ?? writeFigure(totals.get(at)?.value ?? null)
}

const everyTable = formats.flatMap((format) => allTables(format).map((table) => ({ format, table })))

const filled = ({ format, table }: { readonly format: Format; readonly table: Table }) =>
  fc
    .tuple(
      ...enteredCells(format, table.id).map(() => fc.oneof(fc.constant(''), fc.nat({ max: 999_999_999 }).map(String))),
    )
    .map((texts): Texts =>
      Object.fromEntries(enteredCells(format, table.id).map(({ at }, index) => [at, texts[index] ?? ''])),
    )

const entries = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).filter(([, one]) => one !== ''))

describe.each(everyTable.map((one) => [`${one.format.id} ${one.table.id}`, one] as const))('table %s', (_, one) => {
  const { format, table } = one
  const [first = ''] = enteredCells(format, table.id).map(({ at }) => at)
  // Heads alone, without a row label or a figure, are no table to paste: that is told.
  const isAnchored = (texts: Texts): boolean =>
    lines(table.rows).some(({ label }) => label !== '') || Object.values(texts).some((one) => one !== '')

  test('copied whole and pasted again gives the same figures and nothing else', () => {
    fc.assert(
      fc.property(filled(one), (texts) => {
        fc.pre(isAnchored(texts))
        const copied = copyTable(table, shownIn(format, texts))
        const plan = deskOf(format).paste(first, copied)
        expect(deskOf(format).after(plan)).toEqual(entries(texts))
        expect(plan).toMatchObject({ kind: 'plan', ask: false, told: [] })
      }),
      { numRuns: 30 },
    )
  })

  test('copied whole through a plain text editor likewise', () => {
    fc.assert(
      fc.property(filled(one), (texts) => {
        fc.pre(isAnchored(texts))
        const plan = deskOf(format).paste(first, text(copyTable(table, shownIn(format, texts)).plain))
        expect(deskOf(format).after(plan)).toEqual(entries(texts))
        expect(plan).toMatchObject({ kind: 'plan', ask: false, told: [] })
      }),
      { numRuns: 30 },
    )
  })

  test('copied as a block of cells and pasted from the first gives the same figures', () => {
    fc.assert(
      fc.property(filled(one), fc.boolean(), (texts, isPlain) => {
        const grid = gridOf(table)
        const copied = copyRange(grid, wholeOf(grid), shownIn(format, texts))
        // One blank cell leaves the clipboard empty: that is told.
        fc.pre(copied.plain !== '')
        const plan = deskOf(format).paste(first, isPlain ? text(copied.plain) : copied)
        expect(deskOf(format).after(plan)).toEqual(entries(texts))
        expect(plan).toMatchObject({ kind: 'plan', ask: false, told: [] })
      }),
      { numRuns: 30 },
    )
  })

  test('has heads and labels whose merged cells fill the table without gap or overlap', () => {
    const rows = readHtmlTable(copyTable(table, () => '0').html) ?? []
    const taken = new Set<string>()
    rows.forEach((row, line) => {
      let column = 0
      for (const { rowSpan, colSpan } of row) {
        while (taken.has(`${line} ${column}`)) column += 1
        for (let down = 0; down < rowSpan; down += 1)
          for (let right = 0; right < colSpan; right += 1) {
            expect(taken.has(`${line + down} ${column + right}`)).toBe(false)
            taken.add(`${line + down} ${column + right}`)
          }
      }
    })
    const [width = 0] = copyTable(table, () => '0')
      .plain.split('\r\n')
      .map((row) => row.split('\t').length)
    expect(taken.size).toBe(rows.length * width)
    expect(Math.max(...[...taken].map((place) => Number(place.split(' ')[0])))).toBe(rows.length - 1)
  })
})

describe('copying', () => {
  const table = allTables(format2021).find(({ id }) => id === 'requests')!
  const grid = gridOf(table)

  test('a block takes its totals along, as tabs and lines and as a table', () => {
    const texts = Object.fromEntries(enteredCells(format2021, 'requests').map(({ at }, index) => [at, String(index)]))
    const range = { top: 22, left: 4, bottom: 24, right: 6 }
    const { plain, html } = copyRange(grid, range, shownIn(format2021, texts))
    expect(plain).toBe('136\t137\t807\r\n1596\t1617\t9387\r\n142\t143\t843')
    expect(html).toContain('<tr><td>1596</td><td>1617</td><td>9387</td></tr>')
  })

  test('a table without labels has no column for them', () => {
    const disputes = allTables(format2021).find(({ id }) => id === 'disputes')!
    const { plain } = copyTable(disputes, () => '0')
    expect(plain.split('\r\n').map((line) => line.split('\t').length)).toEqual([15, 15, 15, 15])
  })

  test('one cell is its text alone', () => {
    const one = { top: 0, left: 0, bottom: 0, right: 0 }
    expect(copyRange(grid, one, () => '5').plain).toBe('5')
  })

  test('what was typed cannot become markup or other cells', () => {
    const nasty = `<img src=x onerror=alert(1)>"&'\t`
    const { plain, html } = copyRange(grid, { top: 0, left: 0, bottom: 0, right: 1 }, () => nasty)
    expect(html).not.toContain('<img')
    expect(readHtmlTable(html)?.[0]?.map((cell) => cell.text)).toEqual([nasty.trim(), nasty.trim()])
    expect(plain).toBe(`"${nasty.replace(/"/g, '""')}"\t"${nasty.replace(/"/g, '""')}"`)
    expect(copyTable(table, () => nasty).html).not.toContain('<img')
  })

  test('labels stand once, with blanks where they are merged', () => {
    const rows = copyTable(table, () => '')
      .plain.split('\r\n')
      .map((row) => row.split('\t'))
    expect(rows).toHaveLength(28)
    expect(rows[0]).toEqual([table.corner, '', '', '申请人情况', '', '', '', '', '', ''])
    expect(rows[1]).toEqual(['', '', '', '自然人', '法人或其他组织', '', '', '', '', '总计'])
    expect(rows[5]?.slice(0, 3)).toEqual(['三、本年度办理结果', '（一）予以公开', ''])
    expect(rows.flat().filter((label) => label === '（三）不予公开')).toHaveLength(1)
    expect(
      rows.map((row) =>
        row
          .slice(0, 3)
          .filter((label) => label !== '')
          .pop(),
      ),
    ).toEqual([table.corner, undefined, undefined, ...lines(table.rows).map(({ label }) => label)])
  })
})

test.each(['=1+1', '+1', '@SUM(A1)', '-', '-1+2', '=HYPERLINK("x")'])(
  'what was typed and is no figure is a text where it is pasted: %s',
  (typed) => {
    const copied = copyRange(gridOf(disputes), { top: 0, bottom: 0, left: 0, right: 0 }, () => typed)
    expect(copied.plain.replace(/"/g, '')).toMatch(/^'/)
    expect(copied.html).toMatch(/<td>(&#39;|')/)
  },
)

test('a figure below zero stays a figure where it is pasted', () => {
  expect(copyRange(gridOf(disputes), { top: 0, bottom: 0, left: 0, right: 0 }, () => '-5').plain.trim()).toBe('-5')
})
