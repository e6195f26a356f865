import { diffArrays } from 'diff'
import { placedLinesOf } from '../report/lines'
import { sentencesIn } from './sentences'

/** A stretch of two texts laid side by side: in both, only in the first, only in the second. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** So far two texts are compared; what differs more than this is another text. */
const limits = { sentences: 400, tokens: 300 } as const

/** A text cut into its sentences, with what stands between lines. */
const sentencesOf = (text: string): readonly string[] => {
  const cuts = placedLinesOf(text).flatMap(({ start, text: line }) => [
    start,
    ...sentencesIn(line).map(({ end }) => start + end),
  ])
  const edges = [...new Set([0, ...cuts, text.length])]
  return edges.slice(0, -1).map((from, index) => text.slice(from, edges[index + 1]))
}

/** Numbers, in figures and in Chinese, and words of Latin letters stay whole: 38 becomes 39 and not 3[8→9]. */
const tokensOf = (text: string): readonly string[] =>
  text.match(/\d[\d.,]*[%％]?|[〇零一二两三四五六七八九十百千万亿]+|[A-Za-z]+|\s+|[^]/gu) ?? []

const joined = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.reduce<Piece[]>((all, piece) => {
    const last = all[all.length - 1]
    if (piece.text === '') return all
    if (last?.kind === piece.kind) all[all.length - 1] = { kind: piece.kind, text: last.text + piece.text }
    else all.push(piece)
    return all
  }, [])

/** What is in both, in the first and in the second, with the number of tokens; undefined where it is too much. */
const compared = (
  a: readonly string[],
  b: readonly string[],
  most: number,
): readonly (Piece & { count: number })[] | undefined =>
  diffArrays([...a], [...b], { maxEditLength: most })?.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
    count: value.length,
  }))

const replaced = (removed: string, added: string): readonly Piece[] => [
  { kind: 'removed', text: removed },
  { kind: 'added', text: added },
]

/** Letters between two changes that are too few to be read as kept: they are taken as changed as well. */
const short = 2

/** Single letters that happen to be in both are no help to a reader. */
const readable = (pieces: readonly Piece[]): readonly Piece[] =>
  joined(
    pieces
      .flatMap((piece, index): readonly Piece[] => {
        const isBetween = index > 0 && index < pieces.length - 1
        return piece.kind === 'same' &&
          isBetween &&
          [...piece.text].length <= short &&
          !/[，。、；：！？]/.test(piece.text)
          ? replaced(piece.text, piece.text)
          : [{ kind: piece.kind, text: piece.text }]
      })
      .reduce<Piece[][]>((runs, piece) => {
        const last = runs[runs.length - 1]
        if (last && (last[0]?.kind === 'same') === (piece.kind === 'same')) last.push(piece)
        else runs.push([piece])
        return runs
      }, [])
      .flatMap((run) =>
        run[0]?.kind === 'same'
          ? run
          : (['removed', 'added'] as const).map((kind) => ({
              kind,
              text: run
                .filter((piece) => piece.kind === kind)
                .map(({ text }) => text)
                .join(''),
            })),
      ),
  )

/** Two sentences laid side by side word by word where they are much the same, else each whole. */
const within = (before: string, after: string): readonly Piece[] => {
  const [was, is] = [tokensOf(before), tokensOf(after)]
  const pieces = compared(was, is, limits.tokens)
  const kept = pieces?.reduce((sum, { kind, count }) => sum + (kind === 'same' ? count : 0), 0) ?? 0
  return pieces && 2 * kept >= Math.min(was.length, is.length) ? readable(pieces) : replaced(before, after)
}

/**
 * Two texts laid side by side, sentence by sentence and within those that were changed a little. What is the same and what
 * was removed make the first, what is the same and what was added the second. Texts that differ beyond measure are whole.
 */
export const piecesOf = (before: string, after: string): readonly Piece[] => {
  const sentences = compared(sentencesOf(before), sentencesOf(after), limits.sentences)
  if (!sentences) return joined(replaced(before, after))
  const inner = sentences.flatMap((piece, index): readonly Piece[] => {
    const next = sentences[index + 1]
    const previous = sentences[index - 1]
    if (piece.kind === 'removed' && next?.kind === 'added') return within(piece.text, next.text)
    return piece.kind === 'added' && previous?.kind === 'removed' ? [] : [{ kind: piece.kind, text: piece.text }]
  })
  return joined(inner)
}
