import { describe, expect, test } from 'vitest'
import { faults, part, quotedFrom, sample, sampleOf, withText } from './samples'

describe('A13: nothing of a template remains', () => {
  test.each([
    ['（文字描述）', '（文字描述）'],
    ['本年公开12条。(文字描述，请补充)', '(文字描述，请补充)'],
    ['该部分以文字形式报告。', '该部分以文字形式报告'],
    ['公开12条。\n注意事项：没有数据的填零。', '注意事项：没有数据的填零。'],
    ['印发【】号文件。', '【】'],
    ['印发【 】号文件。', '【 】'],
    ['培训次数：待补充', '待补充'],
    ['组织培训（待补充）次。', '待补充'],
  ])('an error: %j', (text, words) => {
    const [found, ...others] = faults('A13', withText(text))
    expect(others).toEqual([])
    expect(found?.lesser).toBeUndefined()
    expect(quotedFrom(text, found ?? { result: 'fail', at: [], message: '' })).toEqual([words])
  })

  test.each([
    ['××局全年公开12条。', '××'],
    ['公开信息XX条。', 'XX'],
    ['公开信息ＸＸ条。', 'ＸＸ'],
    ['公开信息xxx条。', 'xxx'],
    ['于2025年××月××日召开会议。', '××'],
  ])('a placeholder, a warning: %j', (text, words) => {
    const [found, ...others] = faults('A13', withText(text))
    expect(others).toEqual([])
    expect(found?.lesser).toBe(true)
    expect(quotedFrom(text, found ?? { result: 'fail', at: [], message: '' })[0]).toBe(words)
  })

  test.each([
    '形成“1+X”公开体系。',
    '在【政策解读】栏目发布解读。',
    '解读以文字描述为主，图表偏少。',
    '部分栏目内容有待补充。',
    '部分栏目内容亟待补充。',
    '办事指南写明流程、时限和注意事项：共5类。',
    '网址为http://example.gov.cn/xxgk/index.html。',
    '邮箱为xxgk@example.gov.cn。',
    '查询终端分辨率为3×4。',
    '推行“XX+公开”模式。',
    '使用SXXY系统。',
    '对待补充材料的申请一次告知。',
  ])('no leftover: %s', (text) => expect(faults('A13', withText(text))).toEqual([]))

  test('placeholders of one text are told together', () => {
    const [found, ...others] = faults('A13', withText('××局公开××条、解读××篇。'))
    expect(others).toEqual([])
    expect(found?.message).toBe('“一、总体情况”里有“××”等3处，像是没有填的占位，请填写实际内容')
    expect(found?.quotes).toHaveLength(3)
  })

  test('the preface, the notes, the title, the unit and the headings are read too', () => {
    const at = (typed: Parameters<typeof faults>[1]) => faults('A13', typed).map((one) => one.at[0])
    expect(at(sample({ preface: '××局编制。' }))).toEqual(['preface'])
    expect(at(sample({ notes: { ...sample().notes, requests: '注意事项：没有的填零。' } }))).toEqual(['notes.requests'])
    expect(at(sampleOf({ name: '××局' }, { title: '××局2025年政府信息公开工作年度报告' }))).toEqual(['agency.name'])
    expect(at(sample({ title: 'XX局2025年政府信息公开工作年度报告' }))).toEqual(['title'])
    expect(at(sample({ overview: [...sample().overview, part('公开12条。', null, '【】情况')] }))).toEqual([
      'overview.p',
    ])
  })
})
