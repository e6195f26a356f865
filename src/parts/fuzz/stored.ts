import { newDraft, type Content, type Draft } from '../../drafts/draft'
import { formatById, formats } from '../../format'
import { exampleReport } from '../../report/example'
import { fileLimits } from '../../report/json'
import { jsonFault } from '../../report/json-faults'
import { jsonFlaw } from '../../report/json-flaw'
import { reportOf, typedOf } from '../../report/reading'
import { reviewed } from './file-reader'
import type { Outcome, Reader } from './reader'
import { spoilJson } from './spoil-json'
import { canonical, inTree, treeOf } from './tree'
import { markupIn } from './used'

export const day = Date.parse('2026-01-20T02:00:00Z')

/** How a reader of what a browser keeps is driven: of such a record nothing is told but that it is set aside. */
export const ofStored = {
  spoil: spoilJson,
  outcomes: ['refused', 'silent'],
  valid: ['silent'],
  mostTold: 1,
  share: 1,
} as const satisfies Partial<Reader>

/** A draft of each format with a whole review. */
export const records = formats.map((format): Draft => {
  const report = { ...reportOf(format, exampleReport(format)), year: format.years.to ?? 2025 }
  const accepted = [{ check: 'C2', at: ['issued.rules.issued'], values: ['3'], reason: '年内集中清理过一次文件' }]
  return { ...newDraft(format.id, typedOf(format, report), day), accepted, review: reviewed(format, report) }
})

export const aside: Outcome = { kind: 'refused', message: '这条记录读不出，另放在一边，原样留着。' }

/** What nests without end or holds numbers that are none was never stored: no reader of files lets it in. */
export const parsed = (text: string): unknown => {
  try {
    if (jsonFlaw(text, fileLimits.depth) === 'deep') return undefined
    const value: unknown = JSON.parse(text)
    return jsonFault(text) === undefined ? value : undefined
  } catch {
    return undefined
  }
}

/** The first key of the record whose value is not what was stored. */
export const changedIn = (before: unknown, after: unknown, keys: readonly string[]): string | undefined => {
  const [mine, theirs] = [before, after].map((value) => treeOf(JSON.stringify(value)))
  return keys.find((key) => {
    const [was, is] = [inTree(mine, key), inTree(theirs, key)]
    return was !== undefined && (is === undefined || canonical(was) !== canonical(is))
  })
}

export const printed = (formatId: string, content: Content): void => {
  const format = formatById(formatId)
  const markup = format && markupIn(format, content)
  if (markup !== undefined) throw new Error(`printed ${markup} as markup`)
}
