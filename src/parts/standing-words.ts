import type { Decision } from '../review/event'
import type { Standing } from '../review/standing'
import { timeInWords } from './times'

/** How a standing is shown: a word, how it looks, and a sentence that says who, when and what to do. */
export interface StandingWords {
  readonly word: string
  /** The same in at most five characters, for a narrow column. */
  readonly short: string
  readonly look: 'none' | 'waits' | 'returned' | 'stale' | 'approved'
  readonly says: string
}

const whoAndWhen = ({ by, at }: Pick<Decision, 'by' | 'at'>): string => `${by}于 ${timeInWords(Date.parse(at))} `

const listed = (decisions: readonly Decision[]): string => decisions.map(whoAndWhen).join('、')

/** A standing in words. */
export const standingWords = (standing: Standing): StandingWords => {
  switch (standing.kind) {
    case 'unsent':
      return { word: '未送审', short: '未送审', look: 'none', says: '还没有送审。送审后，请把存下的文件交给审核的人。' }
    case 'sent': {
      const { sending } = standing
      return {
        word: `已送审第 ${sending.version} 版`,
        short: '待审核',
        look: 'waits',
        says: `${whoAndWhen(sending)}送审第 ${sending.version} 版，等审核的人把文件交回来。`,
      }
    }
    case 'returned':
      return {
        word: standing.changed ? '退回修改，已有改动' : '退回修改',
        short: '退回修改',
        look: 'returned',
        says: `${listed(standing.decisions)}退回修改。${standing.changed ? '退回以后已有改动；改完、回复以后再送审。' : '请按意见修改、回复，再送审。'}`,
      }
    case 'approved':
      return {
        word: '审核通过',
        short: '审核通过',
        look: 'approved',
        says: `${listed(standing.decisions)}审核通过现在这份内容。`,
      }
    case 'outdated':
      return standing.after.kind === 'approve'
        ? {
            word: '审核通过后有改动',
            short: '须重新送审',
            look: 'stale',
            says: `${whoAndWhen(standing.after)}审核通过的不是现在这份内容：之后有改动，通过已失效，须重新送审；改回原样就恢复。`,
          }
        : {
            word: '送审后有改动',
            short: '送审后有改动',
            look: 'stale',
            says: `${whoAndWhen(standing.after)}送审以后有改动。审核的人看到的是送审时的内容，要审现在的须重新送审。`,
          }
    default:
      return standing satisfies never
  }
}
