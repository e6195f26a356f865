import { describe, expect, test } from 'vitest'
import { format2019 } from '../../format/2019'
import { exampleReport } from '../../report/example'
import { cured, faults, sample } from './samples'

const of = (preface: string) => faults('A12', sample({ preface }))
const law = '《中华人民共和国政府信息公开条例》'
const form = '《中华人民共和国政府信息公开工作年度报告格式》'

describe('A12: the law and the form by their numbers', () => {
  test.each([
    `根据${law}（国务院令第711号）编制。`,
    `根据${law}（国令第711号）编制。`,
    `根据${law}(中华人民共和国国务院令 第711号)编制。`,
    `根据${law}（第711号国务院令）编制。`,
    `根据第711号国务院令公布的${law}编制。`,
    `根据${law}〔国务院令第711号〕编制。`,
    `根据${law}【国务院第711号令】编制。`,
    `根据${law}（2007年4月5日国务院令第492号公布，2019年4月3日国务院令第711号修订）编制。`,
    `根据《政府信息公开条例》（国务院令711号）编制。`,
    `按照${form}（国办公开办函〔2021〕30号）编制。`,
    `按照${form}（国办公开办函[2021]30号）编制。`,
    `按照${form}（国办公开办函（2021）30号）编制。`,
    `按照国办公开办函【2021】30号文件编制。`,
    `依据《示例办法》（国办函〔2020〕109号）收费。`,
    `依据《示例条例》（国务院令第771号）保护。`,
    `按照国办公开办函〔2016〕201号统计。`,
    `${law}、《示例条例》（国务院令第499号）`,
    `依据${law}、国务院令第779号执行。`,
  ])('are right: %s', (preface) => expect(of(preface)).toEqual([]))

  test.each([
    [`根据${law}（国务院令第771号）编制。`, `根据${law}（国务院令第711号）编制。`],
    [`根据${law}（国令第 771 号）编制。`, `根据${law}（国令第 711 号）编制。`],
    [`根据${law}（国务院令第492号）编制。`, `根据${law}（国务院令第711号）编制。`],
    [`根据第771号国务院令公布的${law}编制。`, `根据第711号国务院令公布的${law}编制。`],
    [`根据《条例》（国务院令第717号）编制。`, `根据《条例》（国务院令第711号）编制。`],
    [`按照${form}（国办公开办涵〔2021〕30号）编制。`, `按照${form}（国办公开办函〔2021〕30号）编制。`],
    [`按照公开办涵〔2021〕30号编制。`, `按照公开办函〔2021〕30号编制。`],
    [`按照${form}（国办公开函〔2021〕30号）编制。`, `按照${form}（国办公开办函〔2021〕30号）编制。`],
    [`按照${form}（国办公开办函〔2019〕60号）编制。`, `按照${form}（国办公开办函〔2021〕30号）编制。`],
    [`按照${form}的通知（国办公开办函〔2021〕3号）编制。`, `按照${form}的通知（国办公开办函〔2021〕30号）编制。`],
    [`按照${form}（国办函〔2021〕30号）编制。`, `按照${form}（国办公开办函〔2021〕30号）编制。`],
  ])('are wrong, and cured: %s', (preface, right) => {
    const [found, ...others] = of(preface)
    expect(others).toEqual([])
    expect(found?.at).toEqual(['preface'])
    expect(cured(preface, found ?? { result: 'fail', at: [], message: '' })).toBe(right)
    expect(of(right)).toEqual([])
  })

  test('the older form is told wherever it is cited, without a cure where its own title stands with it', () => {
    const [found] = of('按照《关于年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制。')
    expect(found?.message).toMatch(
      /^“国办公开办函〔2019〕60号”是2019年起的旧格式，2021年起的报告应引用国办公开办函〔2021〕30号/,
    )
    expect(found?.cures).toBeUndefined()
  })

  test('the older form is right in its own years', () => {
    const preface = '按照国办公开办函〔2019〕60号编制。'
    expect(faults('A12', { ...exampleReport(format2019), year: 2020, preface }, format2019)).toEqual([])
  })
})
