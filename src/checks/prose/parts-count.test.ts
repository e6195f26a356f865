import { describe, expect, test } from 'vitest'
import { format2021 } from '../../format/2021'
import { faults, quotedFrom, sample, withText } from './samples'

const sections = format2021.sections.map(({ title }) => title.slice(2))
const of = (preface: string) => faults('A22', sample({ preface }))

describe('A22: the number of parts and what is listed', () => {
  test.each([
    `报告由${sections.join('、')}六个部分组成。`,
    `全文包括${sections.join('、')}六个方面。`,
    `全文包括${sections.slice(0, 5).join('、')}和${sections[5]}六部分。`,
    `本报告分为六个部分：${sections.join('、')}。`,
    `本报告共六个部分，即${sections.join('，')}。`,
    '本报告包括总体情况、主动公开情况、申请办理情况、行政复议、行政诉讼情况、问题及改进、其他事项等六个部分。',
    '本报告包括总体情况、主动公开情况等六个部分。',
    '本报告共六个部分。',
    `本报告由示例市数据管理局编制，包括${sections.join('、')}六个部分。`,
    `本报告由示例市数据管理局编制，由${sections.join('、')}六个部分组成。`,
    '本报告包括总体情况、主动公开情况，从公开、解读、回应三个方面展开。',
    '本报告由六个部分组成，并附统计表。',
  ])('agree: %s', (preface) => expect(of(preface)).toEqual([]))

  test('one left out is told with both numbers', () => {
    const preface = `报告由${sections.slice(0, 5).join('、')}六个部分组成。`
    const [found, ...others] = of(preface)
    expect(others).toEqual([])
    expect(quotedFrom(preface, found ?? { result: 'fail', at: [], message: '' })).toEqual(['六个部分'])
    expect(found?.message).toBe('“编制说明”写的是“六个部分”，列出的是5个，差+1，请核对')
    expect(of(`本报告分为五个部分：${sections.join('、')}。`)).toHaveLength(1)
  })

  test.each([
    ['存在两个方面的问题：一是解读不足；二是更新不及时；三是答复简略。', 1],
    ['存在三个方面的问题。一是解读不足。二是更新不及时。', 1],
    ['存在三个方面的问题：一是解读不足；二是更新不及时；三是答复简略。一是培训；二是检查。', 0],
    ['存在三个方面的问题：一是解读不足；二是更新不及时；此外，答复简略。', 0],
    ['在三个方面下功夫，成效明显。我们还做了许多其他工作：一是培训。', 0],
    ['围绕第三方面展开。一是培训。二是检查。', 0],
    ['从公开、解读、回应三个方面发力。', 0],
    ['一方面加强培训，另一方面加强检查。', 0],
  ])('problems counted one by one: %s', (text, count) =>
    expect(faults('A22', withText(text, 'improvement'))).toHaveLength(count),
  )
})
