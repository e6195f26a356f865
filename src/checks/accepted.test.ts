import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { exampleReport } from '../report/example'
import type { TypedReport } from '../report/report'
import { acceptanceOf, isAcceptable, settle } from './accepted'
import type { Finding } from './rule'
import { check, faultsOf, obstaclesOf, subjectOf } from './run'

const reason = '废止文件另有清单，已由法制科核对'

/** More normative documents issued than in force: C2 warns. */
const withWarning = (issued = '9', inForce = '5'): TypedReport => {
  const report = exampleReport(format2021)
  const rows = report.cells['issued'] ?? {}
  return {
    ...report,
    cells: { ...report.cells, issued: { ...rows, normative: { ...rows['normative'], issued, inForce } } },
  }
}

const judged = (typed: TypedReport) => {
  const subject = subjectOf(format2021, typed)
  return { subject, findings: check(subject) }
}

const only = (findings: readonly Finding[], rule: string): Finding => {
  const found = findings.find((finding) => finding.rule === rule && finding.result === 'fail')
  if (!found) throw new Error(`no ${rule}`)
  return found
}

describe('a finding that the clerk lets stand', () => {
  test('is no fault any more and keeps its reason', () => {
    const { subject, findings } = judged(withWarning())
    const accepted = acceptanceOf(subject, only(findings, 'C2'), reason)
    const settled = settle(subject, findings, [accepted])
    expect(only(settled.findings, 'C2').accepted?.reason).toBe(reason)
    expect(faultsOf(settled.findings).some(({ rule }) => rule === 'C2')).toBe(false)
    expect(obstaclesOf(settled.findings).some(({ rule }) => rule === 'C2')).toBe(false)
    expect(settled.lapsed).toEqual([])
  })

  test('lapses when a value changes that it speaks of, and holds again when that value is back', () => {
    const before = judged(withWarning())
    const accepted = [acceptanceOf(before.subject, only(before.findings, 'C2'), reason)]
    const after = judged(withWarning('8'))
    const settled = settle(after.subject, after.findings, accepted)
    expect(faultsOf(settled.findings).some(({ rule }) => rule === 'C2')).toBe(true)
    expect(settled.lapsed).toEqual(accepted)
    expect(settle(before.subject, before.findings, accepted).lapsed).toEqual([])
  })

  test('holds when anything else changes', () => {
    const before = judged(withWarning())
    const accepted = [acceptanceOf(before.subject, only(before.findings, 'C2'), reason)]
    const after = judged({ ...withWarning(), preface: `${withWarning().preface}另见网站。` })
    expect(settle(after.subject, after.findings, accepted).lapsed).toEqual([])
  })

  test('needs a reason of ten characters: a shorter one from a file counts for nothing', () => {
    const { subject, findings } = judged(withWarning())
    const accepted = [acceptanceOf(subject, only(findings, 'C2'), '已核 对\n过 了')]
    expect(faultsOf(settle(subject, findings, accepted).findings).some(({ rule }) => rule === 'C2')).toBe(true)
  })

  test('is never an error of sums, whatever a file says', () => {
    const broken = exampleReport(format2021)
    const requests = broken.cells['requests'] ?? {}
    const { subject, findings } = judged({
      ...broken,
      cells: { ...broken.cells, requests: { ...requests, granted: { ...requests['granted'], natural: '1' } } },
    })
    const error = only(findings, 'D3')
    expect(isAcceptable(error)).toBe(false)
    const settled = settle(subject, findings, [acceptanceOf(subject, error, reason)])
    expect(faultsOf(settled.findings).some(({ rule }) => rule === 'D3')).toBe(true)
    expect(settled.lapsed).toHaveLength(1)
  })
})
