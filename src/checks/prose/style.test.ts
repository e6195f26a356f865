import { describe, expect, test } from 'vitest'
import { cured, faults, judge, part, quotedFrom, sample, sampleOf, withText } from './samples'

const none = { result: 'fail', at: [], message: '' } as const

describe('A20: slips of the pen', () => {
  test.each([
    ['我局公开工作的的短板仍在。', '我局公开工作的短板仍在。'],
    ['政府信息公开工作工作取得进展。', '政府信息公开工作取得进展。'],
    ['我局进一步加强加强培训。', '我局进一步加强培训。'],
    ['我局认真认真落实。', '我局认真落实。'],
    ['回应群众群众的关切。', '回应群众的关切。'],
    ['梳理公开信息信息。', '梳理公开信息。'],
  ])('a word written twice: %s', (text, right) => {
    const [found, ...others] = faults('A20', withText(text))
    expect(others).toEqual([])
    expect(cured(text, found ?? none)).toBe(right)
  })

  test.each([
    '组织学习习近平重要论述。',
    '把信息公开工作作为重点。',
    '规范人民政府政府信息公开目录。',
    '配强信息公开工作工作人员。',
    '完善信息公开工作工作机制。',
    '经审议通过通过门户网站公布。',
    '坚持积极主动主动公开信息。',
    '向申请人说明其收到申请申请人可补正。',
    '达到便民的目的的同时降低成本。',
    '成效的的确确看得见。',
    '企业服务服务对象满意度高。',
    '依法管理管理对象信息。',
  ])('a third reading: %s', (text) => expect(faults('A20', withText(text))).toEqual([]))

  test('a paragraph that breaks off is told, the last one with a cure', () => {
    const text = '本年公开12条。\n解读材料以图表为主，便于群众理解'
    const [found, ...others] = faults('A20', withText(text))
    expect(others).toEqual([])
    expect(found?.message).toBe('“一、总体情况”有一段末尾没有句号（“主，便于群众理解”），请补上')
    expect(cured(text, found ?? none)).toBe(`${text}。`)
    expect(faults('A20', withText('解读材料以图表为主，便于群众理解，\n效果较好。'))[0]?.cures).toBeUndefined()
    expect(
      faults('A20', withText('解读材料多数以图表为主，便于群众理解，\n效果较好。')).map(({ quotes }) => quotes?.length),
    ).toEqual([1])
  })

  test.each([
    '无',
    '无其他需要报告的事项',
    '主动公开情况\n全年公开12条。',
    '主要做法：\n一是公开12条；\n二是解读3篇。',
    '提出“能公开尽公开”。',
    '公开12条（见附表）',
    '地址：示例市府前路1号，邮编：000000，示例大厦',
    '详见http://example.gov.cn/open/list.html',
    '2026年1月20日',
  ])('is no paragraph broken off: %j', (text) => expect(faults('A20', withText(text))).toEqual([]))

  test('half-width commas and brackets between Chinese letters are told, and cured together', () => {
    const text = '全市(县)公开信息,解读政策, 回应关切。'
    const [found, ...others] = faults('A20', withText(text))
    expect(others).toEqual([])
    expect(quotedFrom(text, found ?? none)).toEqual(['(', ')', ',', ','])
    expect(cured(text, found ?? none)).toBe('全市（县）公开信息，解读政策， 回应关切。')
    expect(found?.message).not.toMatch(/[,()]/)
  })

  test('half-width marks beside figures, and those of the unit’s own name, are left alone', () => {
    expect(faults('A20', withText('收到申请1,120件，解读(3篇)。'))).toEqual([])
    const name = '示例市(新区)管理委员会'
    const typed = withText(`${name}编制。`)
    expect(faults('A20', { ...typed, agency: { ...typed.agency, name } })).toEqual([])
    expect(faults('A20', typed)).toHaveLength(1)
  })

  test('a number that the program prints is told where it is typed', () => {
    const text = '（一）主动公开。全年公开12条。\n（二）依申请公开。收到3件。'
    const [found, ...others] = faults('A20', withText(text))
    expect(others).toEqual([])
    expect(quotedFrom(text, found ?? none)).toEqual(['（一）', '（二）'])
    const headed = sample({ overview: [...sample().overview, part('收到3件。', null, '（六）其他')] })
    expect(faults('A20', headed).map(({ at }) => at)).toEqual([['overview.p']])
    expect(faults('A20', withText('落实条例第二十条第（一）项要求。'))).toEqual([])
  })

  test('the preface is read as well', () => {
    expect(faults('A20', sampleOf({}, { preface: '本报告的的数据准确。' })).map(({ at }) => at)).toEqual([['preface']])
    expect(judge('A20', sample()).map(({ result }) => result)).toEqual(['pass'])
  })
})
