import { describe, expect, test } from 'vitest'
import { format2019 } from '../../format/2019'
import { formats } from '../../format'
import { exampleReport } from '../../report/example'
import { judged, messages, subjectFrom, subjectFromTyped } from '../across/samples'
import { feeRules } from './rules'

/** 发出通知, 总金额, 收取件数, 收取金额. */
type Four = readonly [notices: string, billed: string, paid: string, collected: string]

const figures = ([notices, billed, paid, collected]: Four) => ({
  'handlingFee.notices': notices,
  'handlingFee.billed': billed,
  'handlingFee.paid': paid,
  'handlingFee.collected': collected,
})

const none: Four = ['0', '0', '0', '0']
const some: Four = ['3', '120', '2', '80']

const f9 = (text: string, four: Four) => judged(feeRules, 'F9', subjectFrom({ other: text, figures: figures(four) }))

const results = (text: string, four: Four) => [...new Set(f9(text, four).map(({ result }) => result))].sort()

describe('F9: the words on the 信息处理费 and its four figures', () => {
  test.each<[string, Four]>([
    ['本年度发出收费通知3件，收费总金额120元，实际收取2件、80元。', some],
    ['本年度发出信息处理费收费通知3件，收费总金额120元；实际收取2件，实际收取金额80元。', some],
    ['我局全年向申请人开出３份收费通知，应收120元，其中2件已缴费80元，1件逾期未缴40元。', some],
    ['共下达缴费通知三份，金额一百二十元，实际到账八十元。', some],
    ['收取信息处理费2件，金额80元。', some],
    ['2025年，共收取信息处理费80元，涉及2件。', some],
    ['对2件申请收取了信息处理费，共计80元。', some],
    ['发出收费通知3件，收费金额分别为20元、40元、60元，合计120元。', some],
    ['发出收费通知3件，金额120元，其中甲公司60元、张某等两人60元。', some],
    ['甲公司申请收取信息处理费30元，另一件收取50元。', some],
    ['按照每件100元、每页10元的标准计收，发出收费通知3件，实际收取2件。', some],
    ['本年度信息处理费收费2件，共80元。', some],
    ['收取信息处理费1,200.50元。', ['3', '1500', '2', '1200.50']],
    ['收取信息处理费0.12万元。', ['3', '1500', '2', '1200']],
    ['本年度未发出信息处理费收费通知，未收取信息处理费。', none],
    ['本年度未收取信息处理费。', none],
    ['未向申请人发出收费通知，也没有收取任何费用。', none],
    ['本年度没有收费，信息处理费为0元。', none],
    ['收取信息处理费情况：无。', none],
    ['本机关全年未产生信息处理费。', none],
    ['不存在收取信息处理费的情况。', none],
    ['2025年发出收费通知0件，收费总金额0元，实际收取0件、0元。', none],
    ['收费标准为10件以内免费、11至30件每件100元，本年度未收取信息处理费。', none],
    ['按照规定收取信息处理费的情况为0。', none],
    ['发出通知3件，收取信息处理费80元。', some],
    ['收取信息处理费情况：发出通知3件，总金额120元，实际收取2件80元。', some],
    ['发出收费通知3件，涉及金额120元，其中2件共80元已缴纳，1件40元申请人撤回申请。', some],
    ['零收费。', none],
    ['两件完成缴费，计八十元。', some],
    ['除依法免收外，未收取信息处理费。', none],
    ['发出收费通知3件、120元，申请人均未缴纳，未收取信息处理费。', ['3', '120', '0', '0']],
  ])('%s agrees', (text, four) => expect(results(text, four), JSON.stringify(f9(text, four))).toEqual(['pass']))

  test.each<[string, Four, string]>([
    [
      '发出收费通知3件，收费总金额120元，实际收取2件、80元。',
      ['3', '120', '3', '80'],
      '第六部分写“实际收取2件”，填的实际收取件数是 3，差 −1，请核对',
    ],
    ['收取信息处理费3件，金额120元。', some, '第六部分写“收取信息处理费3件”，填的实际收取件数是 2，差 +1，请核对'],
    [
      '本年度收取信息处理费0.12万元。',
      ['3', '1500', '2', '120'],
      '第六部分写“本年度收取信息处理费0.12万元”，填的实际收取金额（元）是 120，差 +1080，请核对',
    ],
    ['本年度未收取信息处理费。', some, '第六部分写“本年度未收取信息处理费”，填的实际收取件数是 2，差 −2，请核对'],
    ['没有发出收费通知。', some, '第六部分写“没有发出收费通知”，填的发出收费通知件数是 3，差 −3，请核对'],
    [
      '发出收费通知3件，金额120元，其中甲公司60元、张某等两人70元。',
      some,
      '第六部分写“60元、70元”，相加是 130，多于前面写的 120，差 +10，请核对',
    ],
    [
      '实际收取2件，分别收取30元、40元，合计80元。',
      some,
      '第六部分写“30元、40元”，相加是 70，后面写的合计是 80，差 −10，请核对',
    ],
  ])('%s does not', (text, four, message) => expect(messages(f9(text, four), 'fail')).toContain(message))

  test.each<[string, Four]>([
    ['其中1件为上年发出的收费通知，本年收取60元。', some],
    ['除1件收费50元外，未收取信息处理费。', some],
    ['收取信息处理费约90元。', some],
    ['全市各单位共发出收费通知9件。', some],
  ])('%s cannot be settled, and is listed', (text, four) => {
    expect(results(text, four)).toContain('unknown')
    expect(results(text, four)).not.toContain('fail')
  })

  test.each([
    '本局行政事业性收费676.1万元。',
    '全年收取停车费3500元。',
    '未收取其他费用。',
    '办理建议提案12件。',
    '2024年收取信息处理费50元。',
  ])('%s is about something else', (text) => {
    const subject = subjectFrom({ other: `${text}本年度未发出收费通知，未收取信息处理费。`, figures: figures(none) })
    expect(messages(judged(feeRules, 'F9', subject), 'fail')).toEqual([])
  })

  test('figures other than 0 of which the words tell nothing are listed', () => {
    expect(results('按规定做好信息处理费管理工作。', some)).toEqual(['unknown'])
  })

  test('a blank figure leaves the claim open', () => {
    expect(results('未收取信息处理费。', ['0', '0', '', '0'])).toEqual(['open'])
  })

  test('the number of a wrong claim can be replaced with one click', () => {
    const text = '发出收费通知３件，收费总金额120元，实际收取2件、80元。'
    const found = f9(text, ['2', '120', '2', '80']).filter(({ result }) => result === 'fail')
    expect(found).toMatchObject([
      {
        at: ['other.f1', 'handlingFee.notices'],
        cures: [{ says: '改为 2', changes: [{ at: 'other.f1', from: '３', to: '2', range: [6, 7] }] }],
      },
    ])
    expect(found[0]?.quotes?.map(({ start, end }) => text.slice(start, end))).toEqual(['发出收费通知３件'])
  })

  test('the example reports agree', () => {
    for (const format of formats)
      for (const { id, judge } of feeRules) {
        const found = judge(subjectFromTyped(format, exampleReport(format)))
        expect(
          found.filter(({ result }) => result !== 'pass'),
          id,
        ).toEqual([])
      }
  })

  test('20 000 characters of anything do not hold it up: the test ends within its time', () => {
    const bits = [
      '收',
      '1',
      '1,',
      '元',
      '未',
      '收取',
      '发出',
      '一',
      '其中1元、',
      '未发',
      '（',
      '1.',
      '收取1元、',
      '通知',
      '2024年',
    ]
    for (const bit of bits) {
      const text = `信息处理费${bit.repeat(20_000 / bit.length)}`
      expect(() => f9(text, some), bit).not.toThrow()
    }
  })
})

describe('D6: who did not pay was sent a notice', () => {
  const d6 = (unpaid: string, text: string | undefined) =>
    judged(
      feeRules,
      'D6',
      subjectFrom({
        figures: { 'requests.feeUnpaid.natural': unpaid },
        ...(text === undefined ? {} : { other: text }),
      }),
    )

  test.each([
    ['0', '本年度未发出收费通知，未收取信息处理费。'],
    ['2', '本年度发出收费通知3件，收费总金额120元，实际收取1件、40元。'],
    ['2', '收取信息处理费1件、40元。'],
    ['0', '本年度发出收费通知3件。'],
  ])('%s unpaid, and: %s', (unpaid, text) => expect(d6(unpaid, text).map(({ result }) => result)).toEqual(['pass']))

  test('cases unpaid while the words know of no notice are told', () => {
    expect(messages(d6('2', '本年度未收取信息处理费。'), 'fail')).toEqual([
      '第三部分有 2 件因逾期未缴费不再处理，第六部分没有写发出收费通知的情况，请补写',
    ])
  })

  test('cases unpaid while the words deny any notice are told', () => {
    const [found] = d6('2', '本年度未发出收费通知。')
    expect(found).toMatchObject({
      result: 'fail',
      at: ['other.f1', 'requests.feeUnpaid.total'],
      message:
        '第六部分写“本年度未发出收费通知”，第三部分有 2 件因逾期未缴费不再处理，请核对；通知是上年发出的，请写明',
    })
  })

  test('is open while a cell or the text is blank, and not asked of the form of 2019', () => {
    expect(d6('', '本年度未发出收费通知。').map(({ result }) => result)).toEqual(['open'])
    expect(d6('2', undefined).map(({ result }) => result)).toEqual(['open'])
    expect(judged(feeRules, 'D6', subjectFrom({ format: format2019, year: 2020 }))).toEqual([])
  })
})

describe('D7: the four figures of the fee fit together', () => {
  const d7 = (four: Four, last?: Four, other?: string) =>
    judged(
      feeRules,
      'D7',
      subjectFrom(
        { figures: figures(four), ...(other === undefined ? {} : { other }) },
        last ? { figures: figures(last) } : undefined,
      ),
    )

  test.each<[Four]>([[none], [some], [['3', '120', '0', '0']], [['3', '120.50', '3', '120.5']]])('%s fit', (four) =>
    expect(d7(four).map(({ result }) => result)).toEqual(['pass', 'pass', 'pass']),
  )

  test.each<[Four, string]>([
    [['0', '120', '0', '0'], '发出收费通知件数是 0，收费总金额（元）是 120，一项为 0 时另一项也应为 0，请核对'],
    [['2', '0', '0', '0'], '发出收费通知件数是 2，收费总金额（元）是 0，一项为 0 时另一项也应为 0，请核对'],
    [['2', '80', '0', '40'], '实际收取件数是 0，实际收取金额（元）是 40，一项为 0 时另一项也应为 0，请核对'],
    [['2', '80', '1', '0'], '实际收取件数是 1，实际收取金额（元）是 0，一项为 0 时另一项也应为 0，请核对'],
    [
      ['2', '80', '2', '80.01'],
      '实际收取金额（元）是 80.01，多于收费总金额（元） 80，差 +0.01，请核对；收的是上年通知的费用，请在第六部分写明',
    ],
  ])('%s do not', (four, message) => expect(messages(d7(four), 'fail')).toEqual([message]))

  test('what last year’s notices left unpaid explains more collected than billed', () => {
    expect(messages(d7(['1', '40', '2', '80'], ['2', '100', '1', '60']), 'fail')).toEqual([])
    expect(messages(d7(['1', '40', '2', '81'], ['2', '100', '1', '60']), 'fail')).toHaveLength(1)
  })

  test('words on last year’s notices leave it undecided', () => {
    const found = d7(['1', '40', '2', '80'], undefined, '其中1件为上年发出收费通知、本年缴费。')
    expect(found.map(({ result }) => result)).toContain('unknown')
    expect(messages(found, 'fail')).toEqual([])
  })

  test('is open while a figure is blank; the form of 2019 has none', () => {
    expect(d7(['', '40', '2', '80']).map(({ result }) => result)).toContain('open')
    expect(judged(feeRules, 'D7', subjectFrom({ format: format2019, year: 2020 }))).toEqual([])
  })
})

test('each rule says what its example tells', () => {
  const text = { other: '本年度未发出收费通知。' }
  const said = [
    judged(feeRules, 'D6', subjectFrom({ ...text, figures: { 'requests.feeUnpaid.natural': '2' } })),
    judged(feeRules, 'D7', subjectFrom({ figures: figures(['2', '0', '0', '0']) })),
    f9('发出收费通知3件，收费总金额120元，实际收取2件、80元。', ['3', '120', '3', '80']),
  ].map((verdicts) => messages(verdicts, 'fail')[0])
  expect(feeRules.map(({ example }) => example?.message)).toEqual(said)
})
