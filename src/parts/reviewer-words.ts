import type { Standing } from '../review/standing'

/** How a report under review stands, as its reviewer is told it: a word, and how it looks. */
interface ReviewerWords {
  readonly word: string
  readonly look: 'waits' | 'returned' | 'approved' | 'stale'
}

export const reviewerWords = (standing: Standing): ReviewerWords => {
  switch (standing.kind) {
    case 'unsent':
      return { word: '没有送审记录', look: 'stale' }
    case 'sent':
      return { word: '待审核', look: 'waits' }
    case 'returned':
      return standing.changed ? { word: '退回后有改动', look: 'stale' } : { word: '已退回修改', look: 'returned' }
    case 'approved':
      return { word: '审核通过', look: 'approved' }
    case 'outdated':
      return { word: standing.after.kind === 'send' ? '与送审时不同' : '与审核时不同', look: 'stale' }
    default:
      return standing satisfies never
  }
}
