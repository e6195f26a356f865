import { expect, test, vi } from 'vitest'
import { draftOf } from './backup/samples'
import type { Draft } from './draft'
import type { Hold, HoldState } from './hold'
import { createSitting } from './sitting'
import { Overtaken } from './store'

test('what is overtaken and cannot be set aside either is told once, and is not tried again by itself', async () => {
  const draft = draftOf('r1', '甲')
  let state: HoldState = 'holding'
  const hold: Hold = {
    get: () => state,
    on: () => () => undefined,
    open: () => Promise.resolve(),
    serve: () => () => undefined,
    take: () => Promise.resolve(),
    lose: () => {
      state = 'moved'
    },
    close: () => undefined,
  }
  const told: string[] = []
  // An endless row of saves ends here, so that the test can tell of it.
  const save = vi.fn((): Promise<Draft> =>
    save.mock.calls.length > 20 ? new Promise(() => undefined) : Promise.reject(new Overtaken()),
  )
  const rescue = vi.fn(() => Promise.reject(new DOMException('full', 'QuotaExceededError')))
  const sitting = createSitting(
    draft,
    hold,
    {
      content: () => draftOf('r1', '没存下的'),
      show: () => undefined,
      bar: () => undefined,
      rest: () => true,
      pack: () => ({}),
      unpack: () => undefined,
      tell: ({ kind }) => told.push(kind),
    },
    {
      save,
      read: () => Promise.resolve(draft),
      fence: () => Promise.resolve(draft),
      wasDeleted: () => Promise.resolve(false),
      rescue,
      onChanged: () => () => undefined,
      writeJournal: () => true,
      dropJournal: () => undefined,
    },
  )
  sitting.touch()
  await sitting.flush()
  await vi.waitFor(() => expect(sitting.trouble()).toEqual({ kind: 'unsaved' }))
  const [saves, rescues] = [save.mock.calls.length, rescue.mock.calls.length]
  // As many turns as an endless row would need to go on.
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
  expect([save.mock.calls.length, rescue.mock.calls.length]).toEqual([saves, rescues])
  expect([rescues, told]).toEqual([1, ['saving', 'failed']])
})
