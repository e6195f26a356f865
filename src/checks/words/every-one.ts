import type { Context, Place } from './context'
import { headOf, isDispute } from './heads'
import type { Matter, Statement } from './statement'

/** 均维持, 全部为自然人: what holds of all that the last number counted. */
export const everyOne = (place: Place, context: Context, read: readonly Statement[]): readonly Statement[] => {
  const { clause } = place
  const { tokens } = clause
  const all = tokens.find(({ sense, text }) => sense === 'all' || sense === 'each' || text === '均')
  if (
    !all ||
    tokens.some(({ sense, quantity }) => quantity || sense === 'zero' || sense === 'rest' || sense === 'timely')
  )
    return []
  const heads = tokens.filter(({ start }) => start > all.start).flatMap((token) => headOf(token) ?? [])
  const [head] = heads
  if (!head || (head.family !== 'result' && head.family !== 'applicant')) return []
  const last = context.last
  if (!last || last.sentence !== place.sentence || last.standing !== 'plain') return []
  const isOfCases = head.family === 'result' && isDispute(last.matter) && isDispute(last.concepts[0] as Matter)
  const isOfApplications = head.family === 'applicant' && last.matter === 'requests' && last.concepts.length > 0
  if (!isOfCases && !isOfApplications) return []
  const beside = read.filter(({ clause: other, matter }) => other === last.clause && isDispute(matter))
  return [
    {
      ...last,
      start: all.start,
      end: head.token.end,
      quantity: null,
      manner: 'every',
      concepts: heads.length > 1 && heads.every(({ family }) => family === head.family) ? [] : [head.concept],
      standing: beside.length > 1 ? 'doubtful' : last.standing,
      clause: place.index,
      list: null,
    },
  ]
}
