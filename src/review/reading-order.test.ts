import { expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { exampleReport } from '../report/example'
import type { Located } from './anchors'
import { inReadingOrder } from './reading-order'

test('remarks follow each other as on paper, those about all first, those whose place is gone last', () => {
  const typed = exampleReport(format2021)
  const [first] = typed.overview
  const ordered: readonly Located[] = [
    { kind: 'here' },
    { kind: 'here', at: 'title' },
    { kind: 'here', section: 'overview' },
    { kind: 'here', at: `overview.${first?.id}`, start: 3, end: 9 },
    { kind: 'here', at: `overview.${first?.id}`, start: 12, end: 20 },
    { kind: 'changed', at: 'issued.normative.inForce', was: '1', now: '2' },
    { kind: 'here', at: 'requests.received.natural' },
    { kind: 'here', at: 'requests.received.total' },
    { kind: 'here', at: 'notes.requests' },
    { kind: 'here', section: 'other' },
    { kind: 'here', at: 'signedOn' },
    { kind: 'gone', was: '旧话' },
  ]
  expect([...ordered].reverse().sort(inReadingOrder(format2021, typed))).toEqual(ordered)
})
