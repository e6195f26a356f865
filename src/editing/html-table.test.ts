import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHtmlTable, readHtmlTables } from './html-table'
import { readPasted } from './pasted'

const texts = (html: string) => readHtmlTable(html)?.map((row) => row.map(({ text }) => text))

describe('a table on the clipboard', () => {
  test('is read with its spans', () => {
    expect(readHtmlTable('<table><tr><th colspan=2 rowspan="3">a</th><td>b</td></tr></table>')).toEqual([
      [
        { text: 'a', rowSpan: 3, colSpan: 2 },
        { text: 'b', rowSpan: 1, colSpan: 1 },
      ],
    ])
  })

  test.each([
    [
      'unclosed cells and rows',
      '<table><tr><td>1<td>2<tr><td>3<td>4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['cells without a row', '<table><td>1</td><td>2</td></table>', [['1', '2']]],
    [
      'styles and scripts',
      '<style>td{}</style><table><tr><td><script>alert(1)</script>1<style>x</style></td></tr></table>',
      [['1']],
    ],
    ['comments', '<table><!--StartFragment--><tr><td>1<!-- 2 --></td></tr><!--EndFragment--></table>', [['1']]],
    ['entities', '<table><tr><td>&nbsp;1&#44;120&nbsp;</td><td>&lt;&amp;&gt;</td></tr></table>', [['1,120', '<&>']]],
    ['lines broken by the source alone', '<table><tr><td>\n  属于\n  国家\n</td></tr></table>', [['属于 国家']]],
    [
      'lines that the page breaks',
      '<table><tr><td><p>12</p><p>34</p></td><td>5<br>6</td><td><p>7</p></td><td>8<p>9</td></tr></table>',
      [['12\n34', '5\n6', '7', '8\n9']],
    ],
    [
      'heads and bodies',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
      [['a'], ['1']],
    ],
    [
      'a table that lays out the page',
      '<table><tr><td>菜单</td><td><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></td></tr></table>',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'a text that Excel shows over blank cells',
      `<table><tr><td colspan=3 style='mso-ignore:colspan'>长长的文字</td><td>1</td></tr></table>`,
      [['长长的文字', '', '', '1']],
    ],
  ])('with %s', (_, html, expected) => {
    expect(texts(html)).toEqual(expected)
  })

  test.each(['', '5', '<p>5</p>', '<table></table>', '<table><tr></tr></table>', '</table></td>', '<td>1</td>'])(
    'is not in “%s”',
    (html) => {
      expect(readHtmlTable(html)).toBeNull()
    },
  )
})

describe('hostile pages are left alone, and soon', () => {
  test('3 MB', () => {
    expect(readHtmlTable(`<table>${'<tr><td>1</td></tr>'.repeat(160_000)}</table>`)).toBeNull()
  })

  test('10 000 nested tables', () => {
    const html = `${'<table><tr><td>'.repeat(10_000)}1${'</td></tr></table>'.repeat(10_000)}`
    expect(readHtmlTable(html)?.length ?? 0).toBeLessThan(2)
    expect(readHtmlTable('<table><tr><td>'.repeat(100_000))?.length ?? 0).toBeLessThan(2)
  })

  test('spans without end', () => {
    const cell = '<td rowspan=999999999 colspan=999999999>1</td>'
    const html = `<table>${`<tr>${cell.repeat(20)}</tr>`.repeat(400)}</table>`
    expect(readPasted('1\t2', html).rows).toHaveLength(1)
    expect(readPasted('1'.repeat(8_000), html).rows.length).toBeLessThan(2)
    expect(readHtmlTable(`<table><tr>${cell}</tr></table>`)).toEqual([[{ text: '1', rowSpan: 100, colSpan: 100 }]])
  })

  test.each(['-1', '0', '1.9', 'x', '', '1e9', 'NaN', 'Infinity', '-Infinity'])('a span of “%s”', (span) => {
    const [[cell] = []] = readHtmlTable(`<table><tr><td colspan="${span}">1</td></tr></table>`) ?? []
    expect([1, 100]).toContain(cell?.colSpan)
  })

  test('too many rows, too many cells', () => {
    expect(readHtmlTable(`<table>${'<tr><td>1'.repeat(501)}</table>`)).toBeNull()
    expect(readHtmlTable(`<table><tr>${'<td>1'.repeat(20_001)}</table>`)).toBeNull()
    expect(readPasted('1\r\n'.repeat(1_000_000), '').rows).toEqual([])
    expect(readPasted('\t'.repeat(3_000_000), '').rows).toEqual([])
  })

  test('any tags in any order', () => {
    const tags = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '</tr>',
      '<td colspan=2>',
      '<th rowspan=3>',
      '</td>',
      '<p>',
      '<br>',
      '<style>',
      '</style>',
      '<!--',
      '-->',
      '1',
      '&nbsp;',
      '"',
      '\t',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(tags, { maxLength: 80 }), fc.array(tags, { maxLength: 20 }), (parts, plain) => {
        const { rows } = readPasted(plain.join(''), parts.join(''))
        expect(new Set(rows.map((row) => row.length)).size).toBeLessThan(2)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the plain text decides the figures', () => {
  test('where the HTML shows a narrow column', () => {
    const { rows } = readPasted('1234567\t5\r\n', '<table><tr><td>####</td><td>5</td></tr></table>')
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([['1234567', '5']])
  })

  test('and the HTML is left aside where it holds something else', () => {
    const { rows } = readPasted('1\t2', '<table><tr><td>3</td></tr><tr><td>4</td></tr></table>')
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([['1', '2']])
  })

  test('also with paragraphs of the page before and after the table', () => {
    const html = `<h2>三、收到和处理</h2><table><tr><td><p>一、本年新收政府信息公开申请数量</p></td><td><p>1</p></td><td><p></p></td><td><p>3</p></td></tr></table><p>注</p>`
    const { rows } = readPasted('三、收到和处理\n\n一、本年新收政府信息公开申请数量\n\n1\n\n\n3\n\n注', html)
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([['一、本年新收政府信息公开申请数量', '1', '', '3']])
  })
})

describe('rows that a sheet hides', () => {
  const shown = (plain: string, html: string) => readPasted(plain, html).rows.map((row) => row.map(({ text }) => text))
  const hidden = "<tr height=0 style='display:none'><td width=72 style='width:54pt'></td><td width=72></td></tr>"

  test('and that only hold Excel’s column widths are left out', () => {
    const widths = `<![if supportMisalignedColumns]>${hidden}<![endif]>`
    const html = `<table><tr><td>1</td><td>####</td></tr><tr><td>3</td><td>4</td></tr>${widths}</table>`
    expect(shown('1\t2\r\n3\t4\r\n', html)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(
      shown(
        '注\r\n1234\t5678\r\n9012\t3456\r\n',
        `<p>注</p><table><tr><td>1234<td>5678<tr><td>9012<td>3456${widths}</table>`,
      ),
    ).toEqual([
      ['1234', '5678'],
      ['9012', '3456'],
    ])
  })

  test('and that are blank are left out, whether the plain text has them or not', () => {
    const html = `<table><tr><td>1</td><td>2</td></tr>${hidden}<tr><td>3</td><td>4</td></tr></table>`
    for (const plain of ['1\t2\r\n3\t4\r\n', '1\t2\r\n\t\r\n3\t4\r\n'])
      expect(shown(plain, html)).toEqual([
        ['1', '2'],
        ['3', '4'],
      ])
  })

  test('under a label merged over them leave the next row in its columns', () => {
    const html = `<table><tr><td rowspan=2>a</td><td>1</td></tr><tr style="DISPLAY: none"><td></td></tr><tr><td>b</td><td>2</td></tr></table>`
    expect(shown('a\t1\r\n\t\r\nb\t2\r\n', html)).toEqual([
      ['a', '1'],
      ['b', '2'],
    ])
  })

  test('are none of those that merged cells cover whole', () => {
    const html =
      '<table><tr><td rowspan=2>1</td><td rowspan=2>2</td></tr><tr></tr><tr><td>3</td><td>4</td></tr></table>'
    expect(shown('1\t2\r\n\t\r\n3\t4\r\n', html)).toHaveLength(3)
  })

  test('but hold something are kept, and blank rows that are shown too', () => {
    const html = `<table><tr style='display:none'><td>1</td><td>2</td></tr><tr><td></td><td></td></tr><tr><td>3</td><td>4</td></tr></table>`
    expect(shown('1\t2\r\n\t\r\n3\t4\r\n', html)).toEqual([
      ['1', '2'],
      ['', ''],
      ['3', '4'],
    ])
  })
})

test('a numbered character of hundreds of digits, at which the parser throws, makes a page that holds no table', () => {
  expect(readHtmlTables(`<table><tr><td>&#${'9'.repeat(400)};</td></tr></table>`)).toEqual([])
})
