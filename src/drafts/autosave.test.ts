import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { createAutosave, type Basis, type SaveState } from './autosave'
import type { Content } from './draft'
import { unsavedWork } from './storage'
import { Overtaken } from './store'
import { noReview } from '../review/review'

const report = blankReport(format2021, 2023, blankUnit)
const contentOf = (title: string): Content => ({
  typed: { ...report, title },
  filled: [],
  accepted: [],
  review: noReview,
  final: null,
})

/** A desk at which one types: what is typed, what is stored, and saves that end when the test says so. */
const createDesk = () => {
  let typed = 'a'
  let stored = { title: 'a', revision: 1, changedAt: 0 }
  let most = 0
  const told: SaveState[] = []
  const saves: { title: string; revision: number; now: number; end: (why?: unknown) => void }[] = []
  const begun: string[] = []
  const autosave = createAutosave({
    start: stored,
    content: () => contentOf(typed),
    save: ({ typed: { title } }, revision, now) =>
      new Promise<Basis>((resolve, reject) => {
        begun.push(title)
        saves.push({
          title,
          revision,
          now,
          end: (why) => {
            if (why !== undefined) reject(why)
            else if (revision !== stored.revision) reject(new Overtaken())
            else {
              stored = { title, revision: revision + 1, changedAt: now }
              resolve(stored)
            }
          },
        })
        most = Math.max(most, saves.length)
      }),
    keepJournal: () => false,
    tell: (state) => {
      if (state.kind === 'saved') expect(stored.title, 'saved is said of what is stored').toBe(typed)
      told.push(state)
    },
  })
  return {
    autosave,
    told,
    begun,
    type: (title: string): void => {
      typed = title
      autosave.touch()
    },
    /** Ends the save under way. */
    end: async (why?: unknown): Promise<void> => {
      saves.shift()?.end(why)
      await vi.advanceTimersByTimeAsync(0)
    },
    overtake: (): void => {
      stored = { title: 'elsewhere', revision: stored.revision + 1, changedAt: 1 }
    },
    stored: () => stored,
    typed: () => typed,
    underWay: () => saves.length,
    mostUnderWay: () => most,
    kinds: () => told.map(({ kind }) => kind),
  }
}

const after = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds)

beforeEach(() => {
  unsavedWork.clear()
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => void vi.useRealTimers())

describe('while one types', () => {
  test('a save begins 200 ms after the first unsaved key, and later keys do not put it off', async () => {
    const { type, begun } = createDesk()
    type('ab')
    for (let key = 0; key < 3; key += 1) {
      await after(60)
      type(`ab${key}`)
    }
    await after(19)
    expect(begun).toEqual([])
    await after(1)
    expect(begun).toEqual(['ab2'])
  })

  test('where keys keep every timer waiting, the first key after the 200 ms begins the save', async () => {
    const { type, begun } = createDesk()
    type('ab')
    vi.setSystemTime(1_000_199)
    type('abc')
    expect(begun).toEqual([])
    vi.setSystemTime(1_000_200)
    type('abcd')
    expect(begun).toEqual(['abcd'])
    type('abcde')
    await after(199)
    expect(begun).toEqual(['abcd'])
  })

  test('it says 保存中 once, and 已保存 with its time when the store is done', async () => {
    const { type, end, told } = createDesk()
    type('ab')
    type('abc')
    expect(told).toEqual([{ kind: 'saving' }])
    await after(250)
    expect(told).toEqual([{ kind: 'saving' }])
    await end()
    expect(told).toEqual([{ kind: 'saving' }, { kind: 'saved', at: 1_000_200 }])
  })

  test('nothing is saved while nothing is typed', async () => {
    const { begun, autosave } = createDesk()
    await after(60_000)
    await autosave.flush()
    expect(begun).toEqual([])
  })

  test('a key during a save leads to another save, begun when the first is done', async () => {
    const { type, end, begun, kinds, mostUnderWay } = createDesk()
    type('ab')
    await after(200)
    type('abc')
    await after(5_000)
    expect(begun).toEqual(['ab'])
    expect(kinds()).toEqual(['saving', 'saving'])
    await end()
    expect(begun).toEqual(['ab', 'abc'])
    expect(kinds()).toEqual(['saving', 'saving'])
    await end()
    expect(kinds()).toEqual(['saving', 'saving', 'saved'])
    expect(mostUnderWay()).toBe(1)
  })

  test('a save that ends before the next key’s 200 ms does not hurry it', async () => {
    const { type, end, begun, kinds } = createDesk()
    type('ab')
    await after(200)
    type('abc')
    await end()
    expect(kinds()).toEqual(['saving', 'saving'])
    await after(199)
    expect(begun).toEqual(['ab'])
    await after(1)
    expect(begun).toEqual(['ab', 'abc'])
  })

  test('each save builds on the record of the one before', async () => {
    const desk = createDesk()
    for (const title of ['ab', 'abc', 'abcd']) {
      desk.type(title)
      await after(200)
      await desk.end()
    }
    expect(desk.stored()).toMatchObject({ title: 'abcd', revision: 4 })
  })
})

describe('when saving fails', () => {
  test('it is told with the reason, and tried again after 1, 2, 5 and then every 10 seconds', async () => {
    const { type, end, begun, told } = createDesk()
    const full = new Error('full')
    type('ab')
    await after(200)
    for (const [index, pause] of [1_000, 2_000, 5_000, 10_000, 10_000].entries()) {
      await end(full)
      expect(told[told.length - 1]).toEqual({ kind: 'failed', why: full })
      await after(pause - 1)
      expect(begun).toHaveLength(index + 1)
      await after(1)
      expect(begun).toHaveLength(index + 2)
    }
    await end()
    expect(told[told.length - 1]).toMatchObject({ kind: 'saved' })
    await after(60_000)
    expect(begun).toHaveLength(6)
  })

  test('what was typed meanwhile goes with the next try, and the failure stays told', async () => {
    const { type, end, begun, kinds } = createDesk()
    type('ab')
    await after(200)
    await end(new Error('full'))
    type('abc')
    expect(kinds()).toEqual(['saving', 'failed'])
    await after(1_000)
    expect(begun).toEqual(['ab', 'abc'])
    await end()
    expect(kinds()).toEqual(['saving', 'failed', 'saved'])
  })

  test('after a success the pauses begin anew', async () => {
    const { type, end, begun } = createDesk()
    for (const title of ['ab', 'abc']) {
      type(title)
      await after(200)
      await end(new Error('full'))
      await after(1_000)
      await end()
    }
    expect(begun).toEqual(['ab', 'ab', 'abc', 'abc'])
  })

  test('a draft that another window saved is not written over, and not tried again by itself', async () => {
    const { type, end, begun, told, overtake, stored, autosave } = createDesk()
    type('ab')
    overtake()
    await after(200)
    await end()
    expect(told[told.length - 1]).toMatchObject({ kind: 'failed', why: expect.any(Overtaken) })
    await after(120_000)
    expect(begun).toEqual(['ab'])
    expect(stored().title).toBe('elsewhere')
    expect(autosave.unsaved()?.content.typed.title).toBe('ab')
  })
})

describe('a save that gets no answer', () => {
  test('is told as failed after eight seconds, whatever is typed meanwhile, and as saved should it end yet', async () => {
    const { type, end, kinds, told, begun, autosave } = createDesk()
    type('ab')
    await after(200)
    await after(7_999)
    expect(kinds()).toEqual(['saving'])
    await after(1)
    expect(told[1]).toMatchObject({ kind: 'failed', why: { name: 'TimeoutError' } })
    type('abc')
    await after(60_000)
    expect(kinds()).toEqual(['saving', 'failed'])
    expect(begun).toEqual(['ab'])
    expect(autosave.unsaved()?.content.typed.title).toBe('abc')
    await end()
    await end()
    expect(begun).toEqual(['ab', 'abc'])
    expect(kinds().pop()).toBe('saved')
  })
})

describe('what may have been stored all the same', () => {
  test('is among what the unsaved words may build on, until a save is sure', async () => {
    const { type, end, autosave } = createDesk()
    type('ab')
    await after(200)
    await end(new DOMException('', 'TimeoutError'))
    type('abc')
    expect(autosave.unsaved()?.bases).toEqual([
      { title: 'a', revision: 1, changedAt: 0 },
      { revision: 2, changedAt: 1_000_200 },
    ])
    await after(1_000)
    await end()
    type('abcd')
    expect(autosave.unsaved()?.bases).toMatchObject([{ title: 'abc', revision: 2 }])
  })
})

describe('a newer copy of the app that wants the store', () => {
  test('finds what is to be saved first, and nothing once it is saved or given up', async () => {
    const { type, end, autosave } = createDesk()
    expect(unsavedWork.size).toBe(0)
    type('ab')
    const [save] = unsavedWork.keys()
    const saved = save?.()
    await end()
    await saved
    expect(unsavedWork.size).toBe(0)
    type('abc')
    autosave.stop()
    expect(unsavedWork.size).toBe(0)
  })
})

describe('leaving', () => {
  test('what is unsaved is given with the record that it builds on, and with the one under way', async () => {
    const { type, end, autosave } = createDesk()
    expect(autosave.unsaved()).toBeUndefined()
    type('ab')
    expect(autosave.unsaved()).toEqual({ content: contentOf('ab'), bases: [expect.objectContaining({ revision: 1 })] })
    await after(200)
    type('abc')
    expect(autosave.unsaved()).toEqual({
      content: contentOf('abc'),
      bases: [expect.objectContaining({ revision: 1 }), { revision: 2, changedAt: 1_000_200 }],
    })
    await end()
    expect(autosave.unsaved()?.bases).toEqual([expect.objectContaining({ revision: 2, changedAt: 1_000_200 })])
    await after(200)
    await end()
    expect(autosave.unsaved()).toBeUndefined()
  })

  test('flushing saves at once, and is done when the store is', async () => {
    const { type, end, begun, autosave } = createDesk()
    type('ab')
    const flushed = vi.fn()
    void autosave.flush().then(flushed)
    await after(0)
    expect(begun).toEqual(['ab'])
    await after(10_000)
    expect(flushed).not.toHaveBeenCalled()
    await end()
    expect(flushed).toHaveBeenCalled()
    await after(10_000)
    expect(begun).toEqual(['ab'])
  })

  test('flushing during a save waits for it and for what was typed since', async () => {
    const { type, end, begun, autosave } = createDesk()
    type('ab')
    await after(200)
    type('abc')
    const flushed = vi.fn()
    void autosave.flush().then(flushed)
    await end()
    expect(begun).toEqual(['ab', 'abc'])
    expect(flushed).not.toHaveBeenCalled()
    await end()
    expect(flushed).toHaveBeenCalled()
  })

  test('however often it is flushed, each is done only when all is stored', async () => {
    const { type, end, autosave, stored, mostUnderWay } = createDesk()
    type('ab')
    await after(200)
    type('abc')
    await after(200)
    const seen: string[] = []
    for (let time = 0; time < 3; time += 1) void autosave.flush().then(() => seen.push(stored().title))
    await end()
    expect(seen).toEqual([])
    await end()
    expect(seen).toEqual(['abc', 'abc', 'abc'])
    expect(mostUnderWay()).toBe(1)
  })

  test('flushing is done also when the save fails', async () => {
    const { type, end, autosave } = createDesk()
    type('ab')
    const flushed = vi.fn()
    void autosave.flush().then(flushed)
    await end(new Error('full'))
    expect(flushed).toHaveBeenCalled()
    expect(autosave.unsaved()).toBeDefined()
  })

  test('once stopped nothing is saved any more, nor tried again', async () => {
    const { type, end, begun, autosave } = createDesk()
    type('ab')
    autosave.stop()
    type('abc')
    await after(60_000)
    expect(begun).toEqual([])

    const failing = createDesk()
    failing.type('ab')
    await after(200)
    failing.autosave.stop()
    await failing.end(new Error('full'))
    await after(60_000)
    await end()
    expect(failing.begun).toEqual(['ab'])
  })
})

const acts = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant('type' as const) },
    { weight: 3, arbitrary: fc.constantFrom('end' as const, 'fail' as const, 'flush' as const) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 400 }) },
    { weight: 1, arbitrary: fc.constant(10_000) },
  ),
  { maxLength: 40 },
)

describe('in whatever order keys, completions and failures come', () => {
  test('one save is under way at most, and in the end what was typed last is stored and said to be', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (all) => {
        vi.clearAllTimers()
        const desk = createDesk()
        for (const [index, act] of all.entries()) {
          if (act === 'type') desk.type(`text ${index}`)
          else if (act === 'end') await desk.end()
          else if (act === 'fail') await desk.end(new Error('full'))
          else if (act === 'flush') void desk.autosave.flush()
          else await after(act)
          const isStored = desk.stored().title === desk.typed()
          if (!isStored) expect(desk.autosave.unsaved()?.content.typed.title).toBe(desk.typed())
        }
        for (let round = 0; round < 4; round += 1) {
          await after(10_000)
          await desk.end()
        }
        expect(desk.mostUnderWay()).toBeLessThanOrEqual(1)
        expect(desk.stored().title).toBe(desk.typed())
        expect(desk.autosave.unsaved()).toBeUndefined()
        const changed = all.includes('type')
        expect(desk.told[desk.told.length - 1]).toEqual(
          changed ? { kind: 'saved', at: desk.stored().changedAt } : undefined,
        )
      }),
      { numRuns: 150 },
    )
  })
})
