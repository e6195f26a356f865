import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { enteredCells } from '../report/cells'
import { exampleReport } from '../report/example'
import { reportOf } from '../report/reading'
import type { Part, TypedReport } from '../report/report'
import { reportSchema, toExchange } from '../report/schema'
import type { Verdict } from './rule'
import { check, obstaclesOf, rulesFor, subjectOf } from './run'

const judge = (rule: string, typed: TypedReport): readonly Verdict[] =>
  rulesFor(format2021)
    .filter(({ id }) => id === rule)
    .flatMap((one) => one.judge(subjectOf(format2021, typed)))

const notPassed = (rule: string, typed: TypedReport): readonly Verdict[] =>
  judge(rule, typed).filter(({ result }) => result !== 'pass')

const example = (changes: Partial<TypedReport> = {}): TypedReport => ({ ...exampleReport(format2021), ...changes })

/** The example with a text typed into one cell. */
const typing = (at: string, text: string): TypedReport => {
  const [table = '', row = '', column = ''] = at.split('.')
  const { cells, handlingFee, ...typed } = example()
  if (table === 'handlingFee') return { ...typed, cells, handlingFee: { ...handlingFee, [row]: text } }
  const rows = cells[table]
  return {
    ...typed,
    handlingFee,
    cells: { ...cells, [table]: { ...rows, [row]: { ...rows?.[row], [column]: text } } },
  }
}

describe('B1: nothing is blank in a final copy', () => {
  test('a blank cell is open, and the way leads to it', () => {
    expect(notPassed('B1', typing('requests.granted.research', ' '))).toEqual([
      {
        result: 'open',
        at: ['requests.granted.research'],
        message: '“收到和处理政府信息公开申请情况”还有 1 格没有填，没有数据的请填 0',
      },
    ])
    expect(notPassed('B1', typing('handlingFee.paid', ''))).toEqual([
      { result: 'open', at: ['handlingFee.paid'], message: '“信息处理费”还有 1 格没有填，没有数据的请填 0' },
    ])
  })

  test('all cells of a blank report are told, table by table', () => {
    const found = notPassed('B1', blankReport(format2021, 2023, blankUnit))
    const cells = found.flatMap(({ at }) => at).filter((at) => enteredCells(format2021).some((cell) => cell.at === at))
    expect(cells.sort()).toEqual(
      enteredCells(format2021)
        .map(({ at }) => at)
        .sort(),
    )
  })

  test('what could not be read is not blank: B3 tells it', () => {
    expect(notPassed('B1', typing('requests.granted.research', '无'))).toEqual([])
  })

  test('a zero is not blank', () => expect(notPassed('B1', typing('requests.granted.research', '0'))).toEqual([]))

  test('the unit’s kind must be chosen', () => {
    const agency = { ...example().agency, kind: '' }
    expect(notPassed('B1', example({ agency }))).toEqual([
      { result: 'open', at: ['agency.kind'], message: '单位类型还没有选，请选择' },
    ])
  })

  test('a part without words is to be written or removed', () => {
    const overview = example().overview.map((part, index) => (index === 1 ? { ...part, text: '\n ' } : part))
    expect(notPassed('B1', example({ overview }))).toEqual([
      {
        result: 'open',
        at: [`overview.${overview[1]?.id}`],
        message: '“一、总体情况”的“依申请公开”还没有写，请填写或删去',
      },
    ])
    const headless = overview.map((part) => ({ ...part, heading: ' ' }))
    expect(notPassed('B1', example({ overview: headless })).map(({ message }) => message)).toEqual([
      '“一、总体情况”有一段还没有写，请填写或删去',
    ])
  })

  test('the problems and the fee are asked for once, by A14 and A16', () => {
    const blank = (parts: readonly Part[]): Part[] => parts.map((part) => ({ ...part, text: '' }))
    const typed = example({ improvement: blank(example().improvement), other: blank(example().other) })
    expect(notPassed('B1', typed)).toEqual([])
    const open = check(subjectOf(format2021, typed)).filter(({ result }) => result === 'open')
    expect(open.map(({ rule, result }) => [rule, result])).toEqual([
      ['A14', 'open'],
      ['A14', 'open'],
      ['A16', 'open'],
    ])
  })

  test('a blank part that another makes up for is still blank', () => {
    const both: Part = { id: 'b', aspect: 'both', heading: '', text: '部分栏目更新不够及时，已明确更新责任人。' }
    const [problems] = example().improvement
    const found = notPassed('B1', example({ improvement: [{ ...problems!, text: '' }, both] }))
    expect(found).toEqual([
      {
        result: 'open',
        at: [`improvement.${problems?.id}`],
        message: '“五、存在的主要问题及改进情况”有一段还没有写，请填写或删去',
      },
    ])
  })

  test('a report in which no rule finds anything has all that a final copy must have', () => {
    const part = (aspect: string | null, text: string): Part => ({ id: `p${aspect}`, aspect, heading: '', text })
    const told = '部分栏目更新不够及时，已明确更新责任人。'
    const variants: readonly Partial<TypedReport>[] = [
      {},
      { improvement: [part('problems', ''), part('both', told)] },
      { improvement: [part('problems', told), part('measures', told), part('both', '')] },
      { other: [part('fee', ''), part(null, '未收取信息处理费。')] },
      { title: ' ' },
      { agency: { ...example().agency, kind: '' } },
      { signedOn: '去年' },
    ]
    const isFinal = (typed: TypedReport): boolean =>
      reportSchema(format2021, 'final').safeParse(toExchange(reportOf(format2021, typed))).success
    for (const variant of variants) {
      const typed = example(variant)
      const quiet = obstaclesOf(check(subjectOf(format2021, typed))).length === 0
      expect(quiet, JSON.stringify(variant)).toBe(isFinal(typed))
    }
  })
})

describe('B3: counts are whole numbers, money has at most six decimals', () => {
  test.each([
    ['requests.received.natural', '1.2万', '一、本年新收政府信息公开申请数量 自然人：“1.2万”不是数字，请填 12000'],
    ['requests.received.natural', '-', '一、本年新收政府信息公开申请数量 自然人：“-”不是数字，没有数据请填 0'],
    ['requests.received.natural', '-5', '一、本年新收政府信息公开申请数量 自然人：“-5”是负数，请填 0 或正数'],
    [
      'requests.received.natural',
      '3.5',
      '一、本年新收政府信息公开申请数量 自然人：“3.5”有小数，这里按件计数，请填整数',
    ],
    [
      'fees.charges.amount',
      '1.2345678',
      '行政事业性收费 本年收费金额（单位：万元）：“1.2345678”位数太多，整数最多 12 位、小数最多 6 位，请核对',
    ],
    ['handlingFee.billed', '无', '收费总金额（元）：“无”不是数字，没有数据请填 0'],
  ])('%s: %s', (at, text, message) => {
    expect(notPassed('B3', typing(at, text))).toEqual([{ result: 'fail', at: [at], message }])
  })

  test.each([
    ['requests.received.natural', '１，１２０件'],
    ['fees.charges.amount', '676.10'],
    ['fees.charges.amount', '0.000001'],
  ])('%s: %s is read', (at, text) => expect(notPassed('B3', typing(at, text))).toEqual([]))

  test('a date that is none is told', () => {
    expect(notPassed('B3', example({ signedOn: '2026年2月30日' }))).toEqual([
      {
        result: 'fail',
        at: ['signedOn'],
        message: '成文日期“2026年2月30日”不是日期，请按 2024-01-15 这样填，或清空',
      },
    ])
  })

  test('a report need not be dated', () => expect(notPassed('B3', example({ signedOn: '' }))).toEqual([]))
})
