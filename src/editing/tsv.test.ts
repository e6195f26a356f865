import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTsv, writeTsv } from './tsv'

const cell = fc.oneof(
  fc.constantFrom('', '5', '1,120', '"', '""', 'a"b', '"a', 'a\tb', 'a\nb', 'a\r\nb', '\r', '\n', '\t', '"\t"', '规章'),
  fc.string({ maxLength: 6 }),
)

const block = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )

describe('cells on the clipboard', () => {
  test('are read again as they were written', () => {
    fc.assert(
      fc.property(block, (rows) => {
        // A spreadsheet ends its last row too; without that a last row of one blank cell could not be told.
        expect(readTsv(`${writeTsv(rows)}\r\n`)).toEqual(rows)
      }),
      { numRuns: 1_000 },
    )
  })

  test.each([
    ['', [['']]],
    ['5', [['5']]],
    ['5\r\n', [['5']]],
    ['5\n', [['5']]],
    ['5\r', [['5']]],
    ['\r\n', [['']]],
    ['\t', [['', '']]],
    [
      '1\t2\r\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '1\t2\n3\t4\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['1\r2', [['1'], ['2']]],
    ['1\n\n2', [['1'], [''], ['2']]],
    ['5\t\t\t\t\t\t5', [['5', '', '', '', '', '', '5']]],
    ['"1\n2"\t3', [['1\n2', '3']]],
    ['"a ""b"" c"', [['a "b" c']]],
    ['""\t1', [['', '1']]],
    ['"三安全一稳定\t1', [['"三安全一稳定', '1']]],
    ['3.危及"三安全一稳定"\t1', [['3.危及"三安全一稳定"', '1']]],
    ['"三安全"一稳定\t1', [['"三安全"一稳定', '1']]],
    ['"\t"', [['\t']]],
    ['"', [['"']]],
    ['1\t"', [['1', '"']]],
  ])('%j', (text, rows) => {
    expect(readTsv(text)).toEqual(rows)
  })

  test('many stray quotes do not hold it up: the test ends within its time', () => {
    for (const text of ['"\t', '"a\n', '"""\n', '"""a\t', '""""\t', '"x""\n']) {
      expect(readTsv(text.repeat(50_000)).flat().join('').length).toBeGreaterThan(0)
    }
  })
})
