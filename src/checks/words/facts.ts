import type { Token } from './tokens'

/** What holds of a whole clause, found once for all of its numbers. */
export interface Facts {
  readonly isCompared: boolean
  /** 与上年收到90件、办结88件相比: up to where the numbers are last year's. */
  readonly comparedTo: number
  readonly isOpen: boolean
  /** 政府信息公开 or an application is named in it. */
  readonly isOnDisclosure: boolean
  /** From where on it is about what others do, or is guided, filed or judged; Infinity where it is not. */
  readonly asideFrom: number
}

/** Whether a word of a sense stands among these. */
export const has = (tokens: readonly Token[], sense: Token['sense']): boolean =>
  tokens.some((token) => token.sense === sense)

const isTribunal = ({ sense, text }: Token): boolean => sense === 'unread' && /审理|审结|裁决/.test(text)

const comparedTo = (tokens: readonly Token[]): number => {
  const [first, second] = tokens.filter(({ sense }) => sense === 'comparison')
  return first && second && /^[与同跟较比相]/.test(first.text) && second.text.startsWith('相比') ? second.start : -1
}

/** The facts of a clause. */
export const factsOf = (tokens: readonly Token[]): Facts => ({
  isCompared: has(tokens, 'comparison'),
  comparedTo: comparedTo(tokens),
  isOpen: has(tokens, 'etc'),
  isOnDisclosure: has(tokens, 'topic') || has(tokens, 'requests'),
  asideFrom: tokens.find((token) => token.sense === 'aside' || isTribunal(token))?.end ?? Infinity,
})
