import fc from 'fast-check'
import { expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { blankUnit } from '../report/blank'
import { fileName } from './file-name'

const named = (name: string): string =>
  fileName({ year: 2025, agency: { ...blankUnit.agency, name } }, format2021, 'html')
const rest = `2025年${format2021.title}.html`

test('a file is named after unit, year and report', () => {
  expect(named('示例市数据管理局')).toBe(`示例市数据管理局${rest}`)
  expect(named(' \n')).toBe(rest)
})

test('characters that file systems refuse are replaced', () => {
  expect(named('甲/乙:丙*?"<>|\\')).toBe(`甲／乙：丙＊？＂＜＞｜＼${rest}`)
  expect(named('..甲\u0000乙\u202e ')).toBe(`甲_乙_${rest}`)
  expect(named('con.')).toBe(`con${rest}`)
  expect(named('CON.x')).toBe(`_CON.x${rest}`)
})

test('any name is a name that every file system takes', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)), maxLength: 300 }),
      (name) => {
        const file = named(name)
        const stem = file.slice(0, -'.html'.length)
        expect(file.endsWith(rest)).toBe(true)
        expect(stem.length).toBeLessThanOrEqual(120)
        expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(255)
        expect(file).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}]/u)
        expect(file).toMatch(/^[^\s.]/)
      },
    ),
  )
})

test('a suffix that tells what the file is for stays whole, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 1, max: 9_999 }), (name, version) => {
      const suffix = `-审核通过-第${version}版`
      const file = fileName({ year: 2025, agency: { ...blankUnit.agency, name } }, format2021, 'json', suffix)
      expect(file.endsWith(`${format2021.title}${suffix}.json`)).toBe(true)
      expect(file.slice(0, -'.json'.length).length).toBeLessThanOrEqual(120)
      expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(255)
    }),
  )
})

test('a long name is cut between characters', () => {
  expect(named('𠮷'.repeat(200))).toMatch(new RegExp(`^𠮷+${rest}$`, 'u'))
  expect(new TextEncoder().encode(named('局'.repeat(200))).length).toBeLessThanOrEqual(255)
  expect(named('a'.repeat(200))).toHaveLength(119 + '.html'.length)
})
