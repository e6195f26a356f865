import { expect, test } from 'vitest'
import { format2019 } from '../../format/2019'
import { format2021 } from '../../format/2021'
import type { Format } from '../../format'
import { exampleReport } from '../../report/example'
import type { TypedReport } from '../../report/report'
import { proseRules } from './rules'
import { faults, part, sample, sampleOf, withText } from './samples'

const supervised = (text: string) => [part(text, 'supervision', '监督保障')]

/** A report with the fault that each rule's example names. */
const faulty: Readonly<Record<string, readonly [TypedReport, Format?]>> = {
  A3: [{ ...exampleReport(format2019), year: 2023 }, format2019],
  A6: [
    sample({
      overview: [part('主动公开12条；依申请公开3件；政府信息管理；平台改版。')],
    }),
  ],
  A7: [sampleOf({ kind: 'government' }, { overview: supervised('纳入考核，开展社会评议。') })],
  A10: [sample({ preface: '统计期限为2024年1月1日至12月31日。' })],
  A11: [withText('2024年，我局主动公开信息426条。')],
  A12: [sample({ preface: '《中华人民共和国政府信息公开条例》（国务院令第771号）' })],
  A13: [sample({ overview: [part('（文字描述）')] })],
  A17: [sampleOf({ name: '示例市数据管理局' }, { preface: '示例市数椐管理局编制了2025年报告。' })],
  A18: [sample({ signedOn: '2026-02-10' })],
  A19: [withText('申请人电话13912345618。')],
  A20: [withText('信息公开工作的的短板仍在。', 'improvement')],
  A21: [withText('下一步，2025年我局加大解读力度。', 'improvement')],
  A22: [withText('存在两个方面的问题：一是解读少；二是更新慢；三是说理简。', 'improvement')],
}

test.each(proseRules.map((rule) => [rule.id, rule] as const))(
  '%s: its example is what is really said, in plain Chinese',
  (id, { example, holds, basis }) => {
    const [typed, format = format2021] = faulty[id] ?? [sample()]
    const said = faults(id, typed, format).map(({ message }) => message)
    expect(said).toContain(example?.message)
    for (const message of said) {
      expect(message).not.toMatch(/[a-zA-Z{}]|undefined|null/)
      expect(message).not.toMatch(/[,;!?]|！/)
    }
    for (const { at } of faults(id, typed, format)) expect(at.length).toBeGreaterThan(0)
    expect(holds).toMatch(/^\p{Script=Han}[^a-zA-Z]+$/u)
    expect(basis.replace('{form}', '').replace('{law}', '')).toMatch(/^[^a-zA-Z{}]*$/)
  },
)

test('the rules stand in the order of the catalogue, as grave as it says', () => {
  expect(
    proseRules.map(({ id, severity, lesser }) => `${id} ${severity}${lesser ? ` ${lesser.severity}` : ''}`),
  ).toEqual([
    'A3 error',
    'A6 warning',
    'A7 error warning',
    'A10 error warning',
    'A11 warning',
    'A12 warning',
    'A13 error warning',
    'A17 warning',
    'A18 info',
    'A19 info',
    'A20 info',
    'A21 warning',
    'A22 info',
  ])
})
