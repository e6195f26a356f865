import { describe, expect, test } from 'vitest'
import { bare, isFigureLike, joined, labelsOf } from './labels'

describe('a label is the same', () => {
  test.each([
    ['1.属于国家秘密', '1、属于国家秘密'],
    ['1.属于国家秘密', '① 属于国家秘密'],
    ['1.属于国家秘密', '（1）属于国家\n秘密'],
    ['（六）其他处理', '(六) 其他处理'],
    ['（六）其他处理', '㈥其他处理'],
    ['3.危及“三安全一稳定”', '3．危及"三安全一稳定"'],
    ['一、本年新收政府信息公开申请数量', '本年新收\u200b政府信息\u00a0公开申请数量'],
  ])('%s and %j', (label, other) => {
    expect(bare(other)).toBe(bare(label))
  })

  test.each([
    ['1.属于国家秘密', '2.其他法律行政法规禁止公开'],
    ['（三）不予公开', '（一）予以公开'],
  ])('but not %s and %s', (label, other) => {
    expect(bare(other)).not.toBe(bare(label))
  })
})

describe('a figure, or what stands in its place, is', () => {
  const all = `0 1,120 １２ -5 3.5 12件 1.2万 '12 12（其中修订3件） 约12 ¥5 - — —— / 无 暂无 没有 零 #### #REF! =SUM(A1:A3)`
  test.each(['', ' ', ...all.split(' ')])('“%s”', (text) => {
    expect(isFigureLike(text)).toBe(true)
  })

  test.each(['1.属于国家秘密', '2、其他', '3．危及', '规章', '2.', '2023年度', '（一）予以公开', '总计'])(
    'but not “%s”',
    (text) => {
      expect(isFigureLike(text)).toBe(false)
    },
  )
})

describe('a line is found by its label', () => {
  const labels = labelsOf(
    [
      ['1.重大行政决策公开', 'a'],
      ['2.重大行政决策草案', 'b'],
      ['3.其他情形', 'c'],
      ['4.其他情形', 'd'],
      ['5.年度财政预算决算', 'e'],
      ['6.其他', 'f'],
    ] as const,
    ['（一）年度财政预算'],
  )

  test('cut short or with a word added, where it can be no other', () => {
    expect(labels.find('行政决策草案')).toBe('b')
    expect(labels.find('重大行政决策公开的')).toBe('a')
    expect(labels.find('财政预算决算')).toBe('e')
  })

  test.each([
    ['重大行政决策', 'the beginning of two'],
    ['其他情形', 'the label of two'],
    ['年度财政预算', 'a heading, though a line begins alike'],
    ['决策公开不', 'none'],
    ['草案', 'too short'],
    ['不重大行政决策公开', 'another meaning'],
    ['重大行政决策公开和解读回应', 'too long'],
    ['', 'nothing'],
    ['5', 'a figure'],
  ])('“%s” is %s', (text) => {
    expect(labels.find(text)).toBeNull()
  })

  test('from pieces, the last of which it needs', () => {
    expect(joined(labels, ['（二）', '重大', '行政', '决策公开'])).toBe('a')
    expect(joined(labels, ['重大行政决策公开', '七、别的'])).toBeNull()
    expect(joined(labels, ['重大行政决策公开', '6.其他'])).toBe('f')
    expect(joined(labels, [])).toBeNull()
  })

  test('never where the last piece is a heading', () => {
    const split = labelsOf([['甲乙年度财政预算', 'a']], ['年度财政预算'])
    expect(joined(split, ['甲乙', '年度财政预算'])).toBeNull()
    expect(split.isHeading('（一）年度财政预算')).toBe(true)
  })
})
