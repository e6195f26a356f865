import { describe, expect, test } from 'vitest'
import { format2019 } from '../format/2019'
import { format2021 } from '../format/2021'
import type { Format } from '../format'
import { exampleReport } from '../report/example'
import type { Part, TypedReport } from '../report/report'
import type { Verdict } from './rule'
import { rulesFor, subjectOf } from './run'

const judge = (rule: string, typed: TypedReport, format: Format = format2021): readonly Verdict[] =>
  rulesFor(format)
    .filter(({ id }) => id === rule)
    .flatMap((one) => one.judge(subjectOf(format, typed)))

const example = (changes: Partial<TypedReport> = {}): TypedReport => ({ ...exampleReport(format2021), ...changes })

const part = (id: string, aspect: string | null, text: string, heading = ''): Part => ({ id, aspect, heading, text })

const results = (verdicts: readonly Verdict[]): readonly string[] => verdicts.map(({ result }) => result)

describe('A1: six sections with the exact titles', () => {
  const withOverview = (text: string, heading = '主动公开'): readonly Verdict[] =>
    judge('A1', example({ overview: [part('p1', 'proactive', text, heading)] }))

  test.each(format2021.sections.flatMap(({ title }) => [title, title.slice(2)]))(
    'a title pasted along with a text is found: %s',
    (title) => {
      for (const text of [title, `全年公开信息12条。\n${title}\n本部分见表。`, `本年公开一批。\n\n　 ${title}　`]) {
        const found = withOverview(text)
        expect(results(found)).toEqual(['fail'])
        expect(found[0]?.at).toEqual(['overview.p1'])
        const whole = format2021.sections.find((section) => section.title.endsWith(title))?.title
        expect(found[0]?.message).toBe(
          `“一、总体情况”的正文里有一行“${whole}”，六个部分的标题由程序印出，请删去这一行，把它后面的内容移到相应部分`,
        )
      }
    },
  )

  test('a title broken off with a soft line break, or with spaces in it, is found too', () => {
    expect(results(withOverview('全年公开信息12条。\v二、 主动公开政府信息情况\v见表'))).toEqual(['fail'])
  })

  test('each title pasted is told, in every narrative section', () => {
    const typed = example()
    const found = judge('A1', {
      ...typed,
      overview: [part('p1', 'proactive', '一、总体情况\n公开12条。\n二、主动公开政府信息情况')],
      improvement: [part('p2', 'both', '六、其他需要报告的事项')],
    })
    expect(found.map(({ result, at }) => [result, at])).toEqual([
      ['fail', ['overview.p1']],
      ['fail', ['overview.p1']],
      ['fail', ['improvement.p2']],
    ])
  })

  test.each([
    '全文包含总体情况、主动公开政府信息情况、存在的主要问题及改进情况等六个部分。',
    '主动公开政府信息情况良好，全年公开12条。',
    '详见“二、主动公开政府信息情况”。',
    '关于其他需要报告的事项，见第六部分。',
    '总体情况：本年公开12条。',
  ])('the same words inside a sentence are no fault: %s', (text) => {
    expect(results(withOverview(text))).toEqual(['pass'])
  })

  test.each(['主动公开政府信息情况', '收到和处理政府信息公开申请情况', '总体情况'])(
    'a part of section one may be headed %s, with the number that the program prints',
    (heading) => expect(results(withOverview('全年公开信息12条。', heading))).toEqual(['pass']),
  )

  test('a section’s number typed into a heading is a fault', () => {
    expect(results(withOverview('全年公开信息12条。', '二、主动公开政府信息情况'))).toEqual(['fail'])
  })

  test('the part of section five on both may bear the section’s own words', () => {
    const both = [part('p1', 'both', '解读形式仍以文字为主，已配套制作图表。', '存在的主要问题及改进情况')]
    expect(results(judge('A1', example({ improvement: both })))).toEqual(['pass'])
  })
})

describe('A2: the title tells the unit, the year and the statutory words', () => {
  const titled = (title: string, changes: Partial<TypedReport> = {}): readonly Verdict[] =>
    judge('A2', example({ title, ...changes }))

  test.each([
    '示例市数据管理局2025年政府信息公开工作年度报告',
    '示例市数据管理局2025年度政府信息公开工作年度报告',
    '示例市数据管理局\n2025年度政府信息公开工作年度报告',
    '示例市数据管理局\r\n2025年政府信息公开工作年度报告\n',
    '示例市数据管理局\n\n2025年度政府信息公开工作年度报告',
    '示例市数据管理局２０２５年政府信息公开工作年度报告',
    '示例市数据管理局 2025 年 政府信息公开工作年度报告',
    '示例省示例市数据管理局2025年政府信息公开工作年度报告',
  ])('as offices write it: %j', (title) => expect(results(titled(title))).toEqual(['pass']))

  test('a name with brackets passes whatever their width', () => {
    const agency = { ...example().agency, name: '示例市（新区）管委会' }
    expect(results(titled('示例市(新区)管委会2025年政府信息公开工作年度报告', { agency }))).toEqual(['pass'])
  })

  test('a wrong year is told with both years', () => {
    const found = titled('示例市数据管理局2024年政府信息公开工作年度报告')
    expect(found).toEqual([
      { result: 'fail', at: ['title', 'year'], message: '标题写的是2024年，报告的年度是2025年，请改成一致' },
    ])
  })

  test('a missing year is told', () => {
    expect(titled('示例市数据管理局政府信息公开工作年度报告').map(({ message }) => message)).toEqual([
      '标题里没有年度，请写明“2025年”',
    ])
  })

  test('another unit’s name is told with this one’s', () => {
    expect(titled('示例市统计局\n2025年政府信息公开工作年度报告')).toEqual([
      {
        result: 'fail',
        at: ['title', 'agency.name'],
        message: '标题“示例市统计局2025年政府信息公开工作年度报告”里没有单位名称“示例市数据管理局”，请改成一致',
      },
    ])
  })

  test('the statutory words must stand in full', () => {
    expect(titled('示例市数据管理局2025年政府信息公开年度报告').map(({ message }) => message)).toEqual([
      '标题应含“政府信息公开工作年度报告”，请补全',
    ])
  })

  test('three lines are one too many', () => {
    expect(titled('示例市数据管理局\n2025年政府信息公开\n工作年度报告').map(({ message }) => message)).toEqual([
      '标题最多分两行，请删去多余的换行',
    ])
  })

  test('everything wrong with it is told at once', () => {
    expect(results(titled('年报'))).toEqual(['fail', 'fail', 'fail'])
  })

  test('a blank name or title is open, not wrong', () => {
    expect(titled(' \n ')).toEqual([{ result: 'open', at: ['title'], message: '标题还没有填，请填写' }])
    const agency = { ...example().agency, name: ' ' }
    expect(results(judge('A2', example({ agency })))).toEqual(['open'])
  })
})

describe('A14: section five has problems and measures', () => {
  const five = (...parts: Part[]): readonly Verdict[] => judge('A14', example({ improvement: parts }))
  const problems = part('p', 'problems', '部分栏目更新不够及时。')
  const measures = part('m', 'measures', '已明确更新责任人和时限。')

  test('both told pass', () => expect(results(five(problems, measures))).toEqual(['pass', 'pass']))

  test('the part on both suffices alone', () => {
    expect(results(five(part('b', 'both', '部分栏目更新不够及时，已明确更新责任人。')))).toEqual(['pass'])
  })

  test('problems in several short parts are counted together', () => {
    const found = five(part('p', 'problems', '解读形式单一。'), part('q', 'problems', '答复不够及时。'), measures)
    expect(results(found)).toEqual(['pass', 'pass'])
  })

  test('“无” is not enough', () => {
    expect(five({ ...problems, text: '无' }, measures)[0]).toEqual({
      result: 'fail',
      at: ['improvement.p'],
      message: '“存在的主要问题”只有1个字“无”，请写出具体情况，至少10个字',
    })
  })

  test('nine characters are not enough, ten are; spaces do not count', () => {
    expect(results(five(problems, { ...measures, text: '  一二三四五\n六七八九 ' }))).toEqual(['pass', 'fail'])
    expect(results(five(problems, { ...measures, text: '一二三四五\n六七八九十' }))).toEqual(['pass', 'pass'])
  })

  test('a short part on both is not enough for either', () => {
    expect(results(five(part('b', 'both', '无')))).toEqual(['fail', 'fail'])
  })

  test('what is blank is open', () => {
    const found = five(problems, { ...measures, text: ' \n' })
    expect(found[1]).toEqual({ result: 'open', at: ['improvement.m'], message: '“改进情况”还没有写，请填写' })
  })

  test('a part that was removed is missing', () => {
    expect(five(problems)[1]).toEqual({
      result: 'fail',
      at: ['improvement'],
      message: '第五部分缺“改进情况”，请添加并写明',
    })
  })

  test('last year’s problems do not stand for this year’s', () => {
    const lastYear = part('l', 'lastYear', '上年提出的三个问题均已整改到位，见各栏目。')
    expect(results(five(lastYear))).toEqual(['fail', 'fail'])
  })
})

describe('A16: section six tells the fee', () => {
  const six = (...parts: Part[]): readonly Verdict[] => judge('A16', example({ other: parts }))

  test.each([
    '本年度未收取信息处理费。',
    '本年度未收取政府信息公开处理费。',
    '本年度没有收费事项。',
    '本年度未发出收费通知。',
    '本年度未发出依申请公开缴款通知书。',
    '本年度未收取费用。',
    '信息处理费０元。',
    '本年度未收取信息\n处理费。',
  ])('as offices write it: %s', (text) => {
    expect(results(six(part('f', 'fee', text)))).toEqual(['pass'])
    expect(results(six(part('x', null, text)))).toEqual(['pass'])
  })

  test('the fee may be told by the heading that is printed', () => {
    expect(results(six(part('f', 'fee', '无。', '收取信息处理费情况')))).toEqual(['pass'])
  })

  test('another part may tell it', () => {
    const found = six(part('x', null, '本年度举办开放日活动2次。', '其他事项'), part('f', 'fee', '未发出收费通知。'))
    expect(results(found)).toEqual(['pass'])
  })

  test('what is blank is open, whatever else is written', () => {
    const open = {
      result: 'open',
      at: ['other.f'],
      message: '收取信息处理费情况还没有写，没有收取的也要写明',
    }
    expect(six(part('f', 'fee', ' '))).toEqual([open])
    expect(six(part('f', 'fee', ''), part('x', null, '本年度举办开放日活动2次。'))).toEqual([open])
    expect(results(six(part('f', 'fee', '', '收取信息处理费情况')))).toEqual(['open'])
  })

  test('words about something else fail', () => {
    expect(six(part('f', 'fee', '本年度没有其他需要报告的事项。'))).toEqual([
      {
        result: 'fail',
        at: ['other.f'],
        message: '第六部分没有写信息处理费，请写明收取情况，没有收取的也要写明',
      },
    ])
    expect(six()[0]).toMatchObject({ result: 'fail', at: ['other'] })
  })

  test('the format of 2019 does not ask for it', () => {
    expect(judge('A16', { ...exampleReport(format2019), other: [] }, format2019)).toEqual([])
  })
})
