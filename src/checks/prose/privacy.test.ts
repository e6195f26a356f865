import { describe, expect, test } from 'vitest'
import { faults, quotedFrom, sample, sampleOf, withText } from './samples'

// Invented numbers: the date is real, the check digits are right.
const identity = '110101199003070310'
const card = '6222020000000000008'

const checkDigit = (body: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return '10X98765432'.charAt(weights.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0) % 11)
}
const identityOf = (body: string): string => `${body}${checkDigit(body)}`

const luhn = (body: string): string => {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

describe('A19: numbers of persons in the text', () => {
  test.each([
    [identityOf(identity.slice(0, 17)), '身份证号码'],
    ['13912345618', '手机号码'],
    ['139-1234-5618', '手机号码'],
    ['139 1234 5618', '手机号码'],
    [luhn(card.slice(0, 18)), '银行卡号'],
    [luhn('622202123456789').replace(/(\d{4})(?=\d)/g, '$1 '), '银行卡号'],
  ])('%s is told as %s, never repeated', (number, kind) => {
    const text = `申请人（${number}）已补正材料。`
    const [found, ...others] = faults('A19', withText(text))
    expect(others).toEqual([])
    expect(found?.message).toContain(kind)
    expect(found?.message.replace(/\D/g, '').length).toBeLessThan(8)
    expect(quotedFrom(text, found ?? { result: 'fail', at: [], message: '' })).toEqual([number])
  })

  test.each([
    '110101199003070311', // check digit
    '110101199013070310', // month
    '12345678901', // no mobile prefix
    '1391234561812', // part of a longer number
    '0574-13912345618',
    '13912345618元',
    'http://example.gov.cn/art_13912345618.html',
    '6222020000000000001', // Luhn
    '9133020000000000001X',
  ])('%s is none', (words) => expect(faults('A19', withText(`编号${words}已登记。`))).toEqual([]))

  test('the unit’s own telephone is there to be called, another mobile in the preface is told', () => {
    const preface = '如有疑问请致电139-1234-5618。'
    expect(faults('A19', sampleOf({ phone: '13912345618' }, { preface }))).toEqual([])
    expect(faults('A19', sampleOf({ phone: '0000-1234567、139-1234-5618' }, { preface }))).toEqual([])
    expect(faults('A19', sample({ preface })).map(({ at }) => at)).toEqual([['preface']])
  })

  test('notes below the tables are read too', () => {
    const notes = { ...sample().notes, requests: '申请人电话13912345618。' }
    expect(faults('A19', sample({ notes })).map(({ at }) => at)).toEqual([['notes.requests']])
  })
})
