import { shortCode } from '../report/digest'
import type { Decision } from './event'
import { reasonsDigest } from './event'
import { readFile, type Final } from './file'
import { sendingOf, standingOf, waiverOf } from './standing'

/** Which report a file holds, and how it stood when the file was written. */
export interface About {
  readonly unit: string
  readonly year: number
  /** The words that every such report's title ends in. */
  readonly title: string
  /** Of the content as it is, whatever the file states. */
  readonly code: string
  /** Whether nobody changed the file since it was written. */
  readonly isWhole: boolean
  readonly final: Final | null
  /** The number of the sending that had just this content. */
  readonly version: number | undefined
  readonly approvals: readonly Decision[]
  /** Why the unit's reports need no approval. */
  readonly waiver: string | undefined
}

export type Verification =
  | { readonly kind: 'noCode' | 'unreadable'; readonly message: string }
  | { readonly kind: 'same' | 'other'; readonly about: About }

/** Letters that a hand takes for figures, as Crockford's base 32 has it. */
const alike: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/校验短?码|[\s\-‐-―−﹘_:。.]/g, '')
    .toUpperCase()
    .replace(/[OIL]/g, (letter) => alike[letter] ?? letter)

/** A code as somebody typed it from paper, in the form XXXX-XXXX; undefined where it is none. */
export const readCode = (text: string): string | undefined => {
  const letters = lettersOf(text)
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : undefined
}

const saysNoCode = (text: string): string => {
  const letters = [...lettersOf(text)]
  const foreign = letters.find((letter) => !/[0-9A-HJKMNP-TV-Z]/.test(letter))
  if (letters.length === 0) return '请填印在页脚的校验码，8 个字母和数字。'
  return foreign === undefined
    ? `校验码是 8 个字母和数字，现在有 ${letters.length} 个，请照纸上的填${letters.length < 8 ? '全' : '写'}。`
    : `校验码里没有“${foreign}”，请对照纸上再看一遍。`
}

/** Whether a report file has the content that a printed code stands for; the digest that the file states counts for nothing. */
export const verify = (text: string, typed: string): Verification => {
  const code = readCode(typed)
  if (code === undefined) return { kind: 'noCode', message: saysNoCode(typed) }
  if (/^\ufeff?\s*</.test(text))
    return {
      kind: 'unreadable',
      message: '这是网页文件，不能核验。请选择同一份年报的 JSON 文件（在“预览与导出”里导出）。',
    }
  const read = readFile(text)
  if (!read.ok) return { kind: 'unreadable', message: read.problem.message }
  const { format, report, digest, isWhole, accepted, review, final } = read.value
  const state = { digest, reasons: reasonsDigest(accepted) }
  const standing = standingOf(review, state)
  const own = shortCode(digest)
  return {
    kind: own === code ? 'same' : 'other',
    about: {
      unit: report.agency.name,
      year: report.year,
      title: format.title,
      code: own,
      isWhole,
      final,
      version: sendingOf(review, state)?.version,
      approvals: standing.kind === 'approved' ? standing.decisions : [],
      waiver: waiverOf(review),
    },
  }
}
