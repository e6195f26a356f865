import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { deskOf, text } from './paste-desk'
import type { PastePlan } from './paste-plan'

const desk = deskOf(format2021)
const toldBy = (plan: PastePlan): string => (plan.kind === 'plan' ? plan.told.join('\n') : plan.says)
const asks = (plan: PastePlan): boolean => plan.kind === 'plan' && plan.ask

describe('the fee figures', () => {
  const all = { notices: '2', billed: '180.5', paid: '1', collected: '90' }
  const expected = Object.fromEntries(Object.entries(all).map(([id, one]) => [`handlingFee.${id}`, one]))

  test.each([
    ['a column', '2\r\n180.5\r\n1\r\n90\r\n'],
    ['a row', '2\t180.5\t1\t90'],
    [
      'a list with its labels',
      '收费总金额（元）\t180.5\r\n发出收费通知件数\t2\r\n实际收取件数\t1\r\n实际收取金额（元）\t90',
    ],
  ])('take %s', (_, plain) => {
    const plan = desk.pasteList('handlingFee.notices', text(plain))
    expect(desk.after(plan)).toEqual(expected)
    expect(asks(plan)).toBe(false)
  })

  const heads = '收费总金额（元）\t发出收费通知件数\t实际收取件数\t实际收取金额（元）'

  test.each([
    ['a head row and the figures under it', `${heads}\r\n180.5\t2\t1\t90`],
    ['a sheet with a name before the figures', `项目\t${heads}\r\n数量\t180.5\t2\t1\t90`],
    ['a page with a title', `收费情况\n${heads}\n180.5\t2\t1\t90\n`],
  ])('take %s, laid by label', (_, plain) => {
    const plan = desk.pasteList('handlingFee.paid', text(plain))
    expect([desk.after(plan), toldBy(plan), asks(plan)]).toEqual([expected, '', false])
  })

  test('laid across keep their blanks, and tell a column that is none of theirs', () => {
    const plan = desk.pasteList('handlingFee.paid', text(`${heads}\t减免金额\r\n180.5\t\t\t90\t7`))
    expect(desk.after(plan)).toEqual({ 'handlingFee.billed': '180.5', 'handlingFee.collected': '90' })
    expect(toldBy(plan)).toBe('“减免金额”一列没有认出，没有粘贴，请手工填写。')
  })

  test.each([
    ['with two rows of figures', `${heads}\r\n180.5\t2\t1\t90\r\n1\t2\t3\t4`],
    ['closed up', `${heads}\r\n180.5\t2\t1`],
  ])('laid across %s are not sure, and nothing is put', (_, plain) => {
    const plan = desk.pasteList('handlingFee.paid', text(plain))
    expect(plan.kind).toBe('refused')
    expect(toldBy(plan)).toMatch(/没有粘贴/)
  })

  test('tell what runs over the edge, and what is none of theirs', () => {
    expect(toldBy(desk.pasteList('handlingFee.paid', text('1\r\n2\r\n3')))).toContain('下面多出 1 行')
    expect(toldBy(desk.pasteList('handlingFee.paid', text('1\t2\t3')))).toContain('下面多出 1 行')
    expect(toldBy(desk.pasteList('handlingFee.paid', text('3\t4\r\n5\t6')))).toContain('右边多出 1 列')
    expect(toldBy(desk.pasteList('handlingFee.paid', text('行政许可\t5')))).toContain('不是这张表的')
    expect(toldBy(desk.pasteList('handlingFee.paid', text('实际收取件数\t件\t5')))).toContain('认出了“实际收取件数”')
    expect(desk.pasteList('handlingFee.paid', text('')).kind).toBe('refused')
  })
})
