import { describe, expect, test } from 'vitest'
import { cured, faults, judge, part, quotedFrom, sample, withText } from './samples'

describe('A11: work told under another year, in a report on 2025', () => {
  test.each([
    '2024年，我局主动公开政府信息426条。',
    '2024年我局未发生责任追究情形。',
    '2024年度，本单位共收到申请12件，比上年增长20%。',
    '2024年，示例市数据管理局围绕营商环境公开信息。',
    '2024年，市数据管理局围绕营商环境公开信息。',
    '示例市数据管理局2024年收到申请12件。',
    '2024年共收到政府信息公开申请120件，全部按期答复。',
    '2024年，通过门户网站公开信息300条。',
    '2024年，全市新收申请120件。',
    '2024年政府信息公开工作有序推进，机制更加健全。',
    '虽然2024年我局政府信息公开工作取得了进展，但仍有差距。',
    '2024年我局工作取得了一定的成绩，但仍有差距。',
    '截至2024年底，公开指南共更新3次。',
    '截至2024年12月31日，累计公开信息900条。',
    '2023年，我局收到申请12件。',
    '2026年收到申请120件，均已答复。',
    '围绕便民利企，2024年，我局公开办事指南56份。',
    '２０２４年，我局主动公开政府信息426条。',
  ])('is told: %s', (text) => {
    const [found, ...others] = faults('A11', withText(text))
    expect(others).toEqual([])
    expect(found?.at).toEqual(['overview.p'])
    expect(found?.message.normalize('NFKC').replace(/,/g, '，')).toMatch(
      /^“一、总体情况”写的是“.*20\d\d年.*”，报告的年度是2025年，请核对这句说的是不是本年的工作$/,
    )
    expect(quotedFrom(text, found ?? { result: 'fail', at: [], message: '' })[0]?.normalize('NFKC')).toMatch(
      /^20\d\d年$/,
    )
  })

  test.each([
    '新收申请120件，比2022年增长30件。',
    '2024年收到90件，2025年收到120件。',
    '2024年收到申请90件。2025年收到申请120件。',
    '2024年我局收到申请90件；今年收到120件。',
    '与2024年相比，申请量增长三成。',
    '其中31件结转到2026年度继续办理。',
    '本年办结118件，1件为2024年结转。',
    '2024年收到的3件申请均已办结。',
    '2024年我局未办结的5件结转办理完毕。',
    '2024年工作中存在问题的改进情况：栏目已合并。',
    '针对2024年存在的解读不足问题，我局增加了图解。',
    '2026年，我局将继续加大公开力度。',
    '2026年我局主动公开信息力争超过500条。',
    '到2027年，实现政策解读全覆盖。',
    '按照《示例市2024年政务公开工作要点》，我局逐项落实。',
    '全文公开2024年部门决算和2026年部门预算。',
    '按时发布2024年政府信息公开工作年度报告。',
    '落实2024年政务公开工作要点，逐项对照。',
    '2024年全市政务公开工作会议以来，机制逐步健全。',
    '2024年全市政务公开工作会议部署的事项均已完成。',
    '依据示数发〔2024〕12号文件办理。',
    '2024年，我局成立信息公开科，专人负责。',
    '2024年我局获评全市先进单位。',
    '2019年4月3日修订的条例施行后，我局更新了指南。',
    '2020年以来，我局累计公开信息5000条。',
    '2021年我局建成公开专栏，方便群众查询。',
    '2026年1月，我局发布了指南。',
    '“2024年，我局主动公开信息12条”一类旧数字已从网站撤下。',
    '2025年，我局主动公开政府信息426条。',
    '2024年度政府信息公开工作第三方评估中，我局得分靠前。',
    '全年新收申请120件，2024年新收90件，增长33.3%。',
    '2024年组织开展的试点经验在全局推广。',
    '2024年我局机构改革后，职能有所增加。',
    '2024年底前，我局完成三项整改。',
    '2024年政府信息公开工作情况报告已按时公布。',
    '2024年全市重点任务台账共120件，均已公开。',
    '2024年12月，我局发布了新版指南。',
    '全年新收申请120件（2024年新收90件）。',
    '2024年世界数据大会在示例市召开，我局参与保障。',
  ])('is no such sentence: %s', (text) => expect(faults('A11', withText(text))).toEqual([]))

  test('last year’s problems may be told under their year, in a part of their own', () => {
    const text = '2024年，我局解读材料图表偏少，办理答复共3件超过时限。'
    const withPart = (aspect: string | null, heading: string) =>
      faults('A11', { ...sample(), improvement: [...sample().improvement, part(text, aspect, heading)] })
    expect(withPart('lastYear', '')).toEqual([])
    expect(withPart(null, '2024年问题的改进情况')).toEqual([])
    expect(withPart(null, '上年问题的改进情况')).toEqual([])
    expect(withPart('problems', '')).toHaveLength(1)
  })

  test('the preface calls the report by another year', () => {
    const preface = '示例市数据管理局编制了2024年政府信息公开工作年度报告，统计期限为2025年1月1日至12月31日。'
    const [found, ...others] = faults('A11', sample({ preface }))
    expect(others).toEqual([])
    expect(found?.at).toEqual(['preface'])
    expect(quotedFrom(preface, found ?? { result: 'fail', at: [], message: '' })).toEqual(['2024年'])
    expect(faults('A11', sample({ preface: '结合本局2024年度政府信息公开工作实际编制。' }))).toHaveLength(1)
    expect(faults('A11', sample({ preface: '结合本局2025年度政府信息公开工作实际编制。' }))).toEqual([])
  })
})

describe('A21: the year reported on named as the future, in a report on 2025', () => {
  const told = (text: string) => faults('A21', withText(text, 'improvement'))

  test.each([
    '下一步，2025年我局加大解读力度。',
    '下一步工作中，我局将在2025年完善目录。',
    '今后，2024年本局继续完善平台。',
    '2025年，我局将继续加大解读力度。',
    '接下来，2025年将逐项整改。',
  ])('is told: %s', (text) => {
    const [found, ...others] = told(text)
    expect(others).toEqual([])
    expect(found?.message.normalize('NFKC').replace(/,/g, '，')).toMatch(
      /^下一步打算里写的是202[45]年，报告的年度是2025年，下一年是2026年，请核对$/,
    )
    expect(quotedFrom(text, found ?? { result: 'fail', at: [], message: '' })[0]).toMatch(/^202[45]年$/)
  })

  test.each([
    '下一步，2026年我局加大解读力度。',
    '针对2025年存在的问题，下一步我局将逐项整改。',
    '下一步，我局将在2025年工作基础上加大力度。',
    '下一步，我局将对照2025年第三方评估结果整改。',
    '2025年，我局将信息公开纳入年度考核。',
    '2025年，我局将针对答复说理的讲评列入培训，已办两期。',
    '2025年我局政府信息公开工作仍有不足，下一步将加强培训。',
    '下一步，我局将加大力度。2025年的问题逐一销号。',
  ])('is no such sentence: %s', (text) => expect(told(text)).toEqual([]))

  test('a heading of plans for the year reported on is told, one for the next is not', () => {
    const headed = (heading: string) =>
      faults('A21', { ...sample(), improvement: [...sample().improvement, part('加大力度。', null, heading)] })
    expect(headed('2025年工作打算').map(({ at }) => at)).toEqual([['improvement.p']])
    expect(headed('2026年工作打算')).toEqual([])
    expect(headed('2025年工作计划完成情况')).toEqual([])
  })

  test('section one may tell what was planned', () => {
    expect(judge('A21', withText('2025年，我局将继续推进的三项任务均已完成。')).map(({ result }) => result)).toEqual([
      'pass',
    ])
  })
})

test('no cure is proposed where only the clerk knows the year', () => {
  const [found] = faults('A11', withText('2024年，我局主动公开政府信息426条。'))
  expect(found?.cures).toBeUndefined()
  expect(() => cured('x', { result: 'fail', at: [], message: '' })).not.toThrow()
})
