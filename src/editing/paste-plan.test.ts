import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { deskOf, text } from './paste-desk'
import type { Copied } from './copy'
import type { PastePlan } from './paste-plan'
import { fromExcel, fromPage, plainOnly, sampleOf, type Sample } from './samples'

const desk = deskOf(format2021)
const row = (name: string, ...texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    ['natural', 'business', 'research', 'charity', 'legalService', 'other']
      .map((column, index): [string, string] => [`requests.${name}.${column}`, texts[index] ?? ''])
      .filter(([, one]) => one !== ''),
  )
const toldBy = (plan: PastePlan): string => (plan.kind === 'plan' ? plan.told.join('\n') : plan.says)
const asks = (plan: PastePlan): boolean => plan.kind === 'plan' && plan.ask

describe('a row pasted into a row', () => {
  test('with five blanks and a total keeps the blanks, compares the total and asks nothing', () => {
    const plan = desk.paste('requests.granted.natural', text('5\t\t\t\t\t\t5'))
    expect(desk.after(plan)).toEqual(row('granted', '5'))
    expect([asks(plan), toldBy(plan)]).toEqual([false, ''])
  })

  test('1,120 is read, and its total compared', () => {
    const plan = desk.paste('requests.granted.natural', text('1,120\t5\t0\t0\t0\t0\t1,125\r\n'))
    expect(desk.after(plan)).toEqual(row('granted', '1120', '5', '0', '0', '0', '0'))
    expect([asks(plan), toldBy(plan)]).toEqual([false, ''])
  })

  test('a wrong total is told with both values', () => {
    const plan = desk.paste('requests.granted.natural', text('1,120\t5\t0\t0\t0\t0\t1,126'))
    expect(asks(plan)).toBe(true)
    expect(toldBy(plan)).toContain('粘贴的是 1126，各项相加是 1125')
    expect(desk.after(plan)).toEqual(row('granted', '1120', '5', '0', '0', '0', '0'))
  })

  test.each(['requests.received.natural', 'requests.carriedOut.total', 'requests.total.research'])(
    'with its label lands in its own row, also from %s',
    (at) => {
      const plan = desk.paste(at, text('1.属于国家秘密\t0\t3\t0\t0\t0\t0\t3'))
      expect(desk.after(plan)).toEqual(row('stateSecrets', '0', '3', '0', '0', '0', '0'))
      expect([asks(plan), toldBy(plan)]).toEqual([false, ''])
    },
  )

  test('as a block of three rows', () => {
    const plan = desk.paste('requests.repeated.business', text('1\t2\r\n3\t\r\n\t6\r\n'))
    expect(desk.after(plan)).toEqual({
      'requests.repeated.business': '1',
      'requests.repeated.research': '2',
      'requests.publication.business': '3',
      'requests.excessive.research': '6',
    })
    expect(asks(plan)).toBe(false)
  })
})

describe('a total', () => {
  test.each(['requests.granted.total', 'requests.total.natural', 'requests.total.total'])(
    'at %s takes nothing',
    (at) => {
      const plan = desk.paste(at, text('12'))
      expect(plan.kind).toBe('refused')
      expect(toldBy(plan)).toBe('这里是自动计算的总计，不能粘贴。请选要填的格再粘贴。')
    },
  )

  test('that a block runs over is compared, and the rows after it are laid', () => {
    const plan = desk.paste('requests.other.natural', text('3\r\n3\r\n7\r\n'))
    expect(desk.after(plan)).toEqual({ 'requests.other.natural': '3', 'requests.carriedOut.natural': '7' })
    expect(toldBy(plan)).toBe('')
    expect(toldBy(desk.paste('requests.other.natural', text('3\r\n4\r\n7\r\n')))).toContain('粘贴的是 4，各项相加是 3')
  })

  test('of which no part is filled says so', () => {
    const plan = desk.paste('requests.granted.natural', text('\t\t\t\t\t\t5'))
    expect(toldBy(plan)).toContain('粘贴的是 5，各项还没有填，总计由程序计算')
  })
})

describe('what is no figure', () => {
  test.each([
    ['1.2万', '请填 12000'],
    ['-', '没有数据请填 0'],
    ['/', '没有数据请填 0'],
    ['无', '没有数据请填 0'],
    ['12.5', '请填整数'],
    ['12（其中修订3件）', '不是数字'],
  ])('%s is kept as typed, told with advice, and asked', (typed, advice) => {
    const plan = desk.paste('requests.granted.natural', text(`1\t${typed}\t2`))
    expect(desk.after(plan)).toEqual(row('granted', '1', typed, '2'))
    expect(asks(plan)).toBe(true)
    expect(toldBy(plan)).toContain(advice)
    expect(asks(desk.paste('requests.granted.natural', text(typed)))).toBe(true)
  })

  test.each([
    ['####', '列拉宽'],
    ['#REF!', '错误值'],
    ['#N/A', '错误值'],
    ['#DIV/0!', '错误值'],
    ['=SUM(A1:A3)', '公式'],
    ['"12\n34"', '分了行'],
    ['####', '这一格没有改动'],
    ['#REF!', '这一格没有改动'],
    ['=SUM(A1:A3)', '这一格没有改动'],
  ])('%s is told and not put: %s', (typed, words) => {
    const plan = desk.paste('requests.granted.natural', text(`1\t${typed}\t2`))
    expect(desk.after(plan)).toEqual(row('granted', '1', '', '2'))
    expect(asks(plan)).toBe(true)
    expect(toldBy(plan)).toContain(words)
  })
})

test.each([
  ["'12", '12'],
  ['‘12', '12'],
  ['\u00a012\u00a0', '12'],
  ["\u00a0'12", '12'],
  ['1,120', '1120'],
  ['１，１２０', '1120'],
  ['１２', '12'],
  ['12件', '12'],
  ['12 件', '12'],
  ['007', '7'],
])('%s is read as %s', (typed, figure) => {
  const plan = desk.paste('requests.granted.natural', text(typed))
  expect(desk.after(plan)).toEqual(row('granted', figure))
  expect(asks(plan)).toBe(false)
})

describe('over what is filled', () => {
  const filled = deskOf(format2021, row('granted', '1', '2', '3'))

  test('one readable figure is put as if it was typed', () => {
    const plan = filled.paste('requests.granted.natural', text('9'))
    expect(asks(plan)).toBe(false)
    expect(filled.after(plan)).toEqual(row('granted', '9', '2', '3'))
  })

  test('a block that would change something is asked, with old and new', () => {
    const plan = filled.paste('requests.granted.natural', text('1\t\t4\t0'))
    expect(plan).toMatchObject({
      ask: true,
      told: [],
      changes: [
        { at: 'requests.granted.business', before: '2', after: '' },
        { at: 'requests.granted.research', before: '3', after: '4' },
        { at: 'requests.granted.charity', before: '', after: '0' },
      ],
    })
  })

  test('what would be emptied by a single blank is asked', () => {
    expect(asks(filled.paste('requests.granted.natural', text('\r\n')))).toBe(true)
    expect(asks(filled.paste('requests.granted.natural', text('无')))).toBe(true)
  })

  test('a block that changes nothing asks nothing', () => {
    expect(filled.paste('requests.granted.natural', text('1\t2\t3'))).toMatchObject({
      ask: false,
      changes: [],
      told: [],
    })
  })

  test('a row of the block that is shorter leaves the cells beside it alone', () => {
    const plan = filled.paste('requests.granted.natural', text('1\t5\r\n6'))
    expect(filled.after(plan)).toEqual({ ...row('granted', '1', '5', '3'), ...row('partlyGranted', '6') })
    const below = deskOf(format2021, row('partlyGranted', '7', '8')).paste(
      'requests.granted.natural',
      text('1\t5\r\n6'),
    )
    expect(below).toMatchObject({ changes: [{ after: '1' }, { after: '5' }, { before: '7', after: '6' }] })
  })

  test('a merged figure stands in the first of its cells, and is told', () => {
    const plan = desk.paste('requests.granted.natural', {
      plain: '4\t\t5\r\n',
      html: '<table><tr><td colspan=2>4</td><td>5</td></tr></table>',
    })
    expect(desk.after(plan)).toEqual(row('granted', '4', '', '5'))
    expect(toldBy(plan)).toContain('合并')
  })

  test('an empty clipboard is told and empties nothing', () => {
    expect(filled.paste('requests.granted.natural', text(''))).toMatchObject({ kind: 'refused' })
  })
})

describe('over the edge', () => {
  test('what does not fit is told before anything changes, and stays out', () => {
    const plan = desk.paste('requests.carriedOut.legalService', text('1\t2\t3\t4\r\n5\t6\t7\t8'))
    expect(desk.after(plan)).toEqual({ 'requests.carriedOut.legalService': '1', 'requests.carriedOut.other': '2' })
    expect(asks(plan)).toBe(true)
    expect(toldBy(plan)).toContain('粘贴的内容右边多出 1 列、下面多出 1 行，超出表格，多出的部分不会粘贴。')
  })

  test('blanks that do not fit are not worth a word', () => {
    const plan = desk.paste('requests.carriedOut.natural', text('1\t0\t0\t0\t0\t0\t1\t\t\r\n\t\t\r\n'))
    expect(desk.after(plan)).toEqual(row('carriedOut', '1', '0', '0', '0', '0', '0'))
    expect([asks(plan), toldBy(plan)]).toEqual([false, ''])
  })
})

describe('labels that are not this table’s', () => {
  test.each([
    ['requests.granted.natural', '行政许可\t1658'],
    ['requests.granted.natural', '结果维持\t结果纠正\r\n1\t2'],
    ['disputes.cases.reviewUpheld', '1.属于国家秘密\t0\t3\t0\t0\t0\t0\t3'],
    ['requests.granted.natural', '办理网络舆情\t5\t6'],
    ['issued.rules.issued', '1.属于国家秘密\t0\t3\t0\t0\t0\t0\t3'],
  ])('at %s are told, and nothing is put: %s', (at, plain) => {
    const plan = desk.paste(at, text(plain))
    expect(plan.kind).toBe('refused')
    expect(toldBy(plan)).toMatch(/没有粘贴/)
  })
})

test.each([
  ['requests.granted.natural', '自然人\t商业企业\r\n5\t3'],
  ['disputes.cases.reviewUpheld', '结果维持\t结果纠正'],
])('labels of this table that do not tell where the figures go are named as its own: at %s', (at, plain) => {
  const plan = desk.paste(at, text(plain))
  expect(plan.kind).toBe('refused')
  expect(toldBy(plan)).toMatch(/^认出了.*没有粘贴.*请连行名和表头一起复制/)
})

describe('table four', () => {
  const values = Array.from({ length: 15 }, (_, index) => String([1, 2, 3, 4, 10][index % 5]))
  const expected = Object.fromEntries(desk.entered('disputes').map((at, index) => [at, String((index % 4) + 1)]))

  test('takes its 15 values from the first cell', () => {
    const plan = desk.paste('disputes.cases.reviewUpheld', text(values.join('\t')))
    expect(desk.after(plan)).toEqual(expected)
    expect(asks(plan)).toBe(false)
  })

  test('takes 12 values without totals as the entered ones, and tells so first', () => {
    const plan = desk.paste('disputes.cases.reviewUpheld', text(values.filter((one) => one !== '10').join('\t')))
    expect(desk.after(plan)).toEqual(expected)
    expect(asks(plan)).toBe(true)
    expect(toldBy(plan)).toContain('12 列')
  })

  test.each([true, false])('takes one row under its heads and no more (plain text alone: %s)', (isPlain) => {
    const sample = sampleOf(desk.tableOf('disputes'), (at) => (at.endsWith('Total') ? '10' : (expected[at] ?? '')))
    const write = (rows: Sample): Copied => (isPlain ? plainOnly(fromPage(rows)) : fromExcel(rows))
    expect(desk.after(desk.paste('disputes.cases.directOther', write(sample)))).toEqual(expected)
    const two = desk.paste('disputes.cases.reviewUpheld', write([...sample, sample[3]!]))
    expect(two.kind).toBe('refused')
    expect(toldBy(two)).toContain('请只复制表头和一行数字')
  })

  test('takes no figure for a total unasked, though it is as large', () => {
    const plan = desk.paste('disputes.cases.reviewUpheld', text('1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0'))
    expect(asks(plan)).toBe(true)
    expect(toldBy(plan)).toContain('如果它不是总计，请取消')
  })

  const from = (index: number, ...texts: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      desk.entered('disputes').flatMap((at, place) => (texts[place - index] ? [[at, texts[place - index]!]] : [])),
    )

  test.each([
    ['eight values from the first cell', 0, 'reviewUpheld', '12341234'],
    ['eight values from the second group', 4, 'directUpheld', '12341234'],
    ['six values from within a group', 2, 'reviewOther', '341234'],
    ['ten values from within a group', 2, 'reviewOther', '3412341234'],
  ])('takes %s, without totals, as the entered ones from there on, and tells so first', (_, index, id, digits) => {
    const plan = desk.paste(`disputes.cases.${id}`, text([...digits].join('\t')))
    expect(desk.after(plan)).toEqual(from(index, ...digits))
    expect(asks(plan)).toBe(true)
    expect(toldBy(plan)).toBe(
      `粘贴的内容是 ${digits.length} 列，正好是从这一格起要填的 ${digits.length} 列，将跳过自动计算的“总计”，请核对。`,
    )
  })

  test('takes values with their totals from the second group as they stand, and asks where they may be none', () => {
    const both = desk.paste('disputes.cases.directUpheld', text('1\t2\t3\t4\t10\t1\t2\t3\t4\t10'))
    expect([desk.after(both), asks(both)]).toEqual([from(4, ...'12341234'), false])
    const some = desk.paste('disputes.cases.directUpheld', text('1\t2\t3\t4\t10\t1\t2\t3'))
    expect(desk.after(some)).toEqual(from(4, ...'1234123'))
    expect(toldBy(some)).toContain('如果它不是总计，请取消')
  })

  test('takes a group with a wrong total as a group, and tells', () => {
    const plan = desk.paste('disputes.cases.reviewUpheld', text('1\t2\t3\t4\t11'))
    expect(desk.after(plan)).toEqual(from(0, ...'1234'))
    expect(toldBy(plan)).toContain('粘贴的是 11，各项相加是 10')
  })

  test('takes 12 values whose totals agree as they stand', () => {
    const plan = desk.paste('disputes.cases.reviewUpheld', text(values.slice(0, 12).join('\t')))
    expect(desk.after(plan)).toEqual(Object.fromEntries(Object.entries(expected).slice(0, 10)))
  })
})

test('24 entered rows without labels are laid without a question where every column balances', () => {
  const desk = deskOf(format2021)
  const rows = Array.from({ length: 24 }, (_, row) =>
    [1, 2, 3, 4, 5, 6].map((figure) => figure * (row < 2 ? 12 : row === 23 ? 3 : 1)),
  )
  const written = (some: readonly (readonly number[])[]) => text(some.map((row) => row.join('\t')).join('\n'))
  const plan = desk.paste('requests.received.natural', written(rows))
  expect(plan).toMatchObject({ kind: 'plan', ask: false, told: [] })
  expect(desk.after(plan)).toMatchObject({
    'requests.received.natural': '12',
    'requests.granted.other': '6',
    'requests.carriedOut.natural': '3',
  })
  const uneven = rows.map((row, index) => (index === 5 ? row.map((figure) => figure + 1) : row))
  expect(desk.paste('requests.received.natural', written(uneven))).toMatchObject({ ask: true })
})
