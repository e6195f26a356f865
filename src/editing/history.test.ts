import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createHistory, type Step } from './history'

const entry = (at: string, before: string, after: string): Step => ({ act: 'entry', changes: [{ at, before, after }] })

describe('taking back what was typed', () => {
  test('gives the last step first, and the same steps again in order', () => {
    const history = createHistory()
    const first = entry('a', '', '1')
    const second = entry('b', '', '2')
    history.push(first)
    history.push(second)
    expect([history.undo(), history.undo(), history.undo()]).toEqual([second, first, undefined])
    expect([history.redo(), history.redo(), history.redo()]).toEqual([first, second, undefined])
  })

  test('says how many steps lie on either side', () => {
    const history = createHistory()
    expect(history.state()).toEqual({ undo: 0, redo: 0 })
    history.push(entry('a', '', '1'))
    history.push(entry('a', '1', '2'))
    history.undo()
    expect(history.state()).toEqual({ undo: 1, redo: 1 })
  })

  test('what was undone is gone once something else is done', () => {
    const history = createHistory()
    history.push(entry('a', '', '1'))
    history.undo()
    history.push(entry('b', '', '2'))
    expect(history.state()).toEqual({ undo: 1, redo: 0 })
    expect(history.redo()).toBeUndefined()
  })

  test('an act that changed nothing is no step, and does not cost what was undone', () => {
    const history = createHistory()
    history.push(entry('a', '', '1'))
    history.undo()
    history.push(entry('b', '3', '3'))
    history.push({ act: 'fill', changes: [] })
    expect(history.state()).toEqual({ undo: 0, redo: 1 })
  })

  test('a fill is one step, of the cells that it changed', () => {
    const history = createHistory()
    history.push({
      act: 'fill',
      changes: [
        { at: 'a', before: '', after: '0' },
        { at: 'b', before: '0', after: '0' },
        { at: 'c', before: ' ', after: '0' },
      ],
    })
    expect(history.undo()).toEqual({
      act: 'fill',
      changes: [
        { at: 'a', before: '', after: '0' },
        { at: 'c', before: ' ', after: '0' },
      ],
    })
  })

  test('the last 500 steps are kept', () => {
    const history = createHistory()
    for (let step = 0; step < 512; step += 1) history.push(entry('a', String(step), String(step + 1)))
    expect(history.state().undo).toBe(500)
    let last: Step | undefined
    for (let step = history.undo(); step; step = history.undo()) last = step
    expect(last).toEqual(entry('a', '12', '13'))
  })
})

type Cells = Readonly<Record<string, string>>

/** What the cells hold after each act: undo and redo walk about in it. */
class States {
  private readonly all: Cells[] = [{}]
  private now = 0

  get current(): Cells {
    return this.all[this.now] ?? {}
  }

  push(next: Cells): void {
    this.all.splice(this.now + 1)
    this.all.push(next)
    this.now += 1
  }

  step(by: 1 | -1): void {
    if (this.all[this.now + by]) this.now += by
  }
}

const texts = fc.constantFrom('', '0', '1', '12', '无')
const act = fc.dictionary(fc.constantFrom('a', 'b', 'c'), texts, { maxKeys: 3, noNullPrototype: true })
const acts = fc.array(fc.oneof(act, fc.constant('undo' as const), fc.constant('redo' as const)), { maxLength: 60 })

describe('whatever is typed, filled, undone and redone', () => {
  test('the cells hold what they held then', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const history = createHistory()
        const states = new States()
        let cells: Cells = {}
        const write = (step: Step | undefined, side: 'before' | 'after'): void => {
          for (const change of step?.changes ?? []) cells = { ...cells, [change.at]: change[side] }
        }
        const known = (some: Cells): Cells => Object.fromEntries(Object.entries(some).filter(([, text]) => text !== ''))
        for (const one of all) {
          if (one === 'undo') {
            write(history.undo(), 'before')
            states.step(-1)
          } else if (one === 'redo') {
            write(history.redo(), 'after')
            states.step(1)
          } else {
            const changes = Object.entries(one).map(([at, after]) => ({ at, before: cells[at] ?? '', after }))
            history.push({ act: 'entry', changes })
            cells = { ...cells, ...one }
            if (changes.some(({ before, after }) => before !== after)) states.push(cells)
          }
          expect(known(cells)).toEqual(known(states.current))
        }
      }),
      { numRuns: 300 },
    )
  })
})
