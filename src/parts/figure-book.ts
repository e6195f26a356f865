import type { Path, UseFormReturn } from 'react-hook-form'
import type { Content } from '../drafts/draft'
import { createHistory, type History, type Step, type Steps } from '../editing/history'
import type { Format } from '../format'
import { cellsOf, enteredCells, type Address } from '../report/cells'
import { wellFormed } from '../report/digest'
import { readFigure, writeFigure } from '../report/figures'
import { createLedger, type Ledger } from '../report/ledger'
import { typedAt } from '../report/reading'
import type { TypedReport } from '../report/report'
import { copyOf } from './copy-of'
import { createKeyedListeners, type KeyedListeners, type Store } from './keyed-store'
import { pathOf } from './paths'

/** The figures of an open draft: what is typed goes to the form and the ledger, each act is one step of the history. */
export interface FigureBook {
  readonly ledger: Ledger
  readonly figures: KeyedListeners
  readonly undoable: Pick<Store<ReturnType<History['state']>>, 'get' | 'on'>
  /** Wakes what shows `undoable`: it is not woken at each entry of a quick hand. */
  showSteps(): void
  /** What stands in a cell, as typed. */
  textAt(at: Address): string
  /** What stood in a cell when it was entered. */
  settledAt(at: Address): string
  /** The figure typed in a cell, at every keystroke. */
  typing(at: Address, text: string): void
  /** A cell was left: what can be read is written plainly, and the entry becomes a step. */
  leave(at: Address): void
  /** Does an act on cells as one step. */
  act(step: Step): void
  undo(): Step | undefined
  redo(): Step | undefined
  /** Fills the blank cells of some tables or of the fee figures with 0, as one step; gives how many. */
  fillRest(blocks: readonly string[]): number
  /** The cells that 其余填 0 filled and nobody has changed since. */
  filled(): readonly Address[]
  /** Shows the figures of another content; there are no steps back from it. */
  show(content: Content): void
  /** The steps that can be taken back and done again, for the window that goes on with them; and what came along. */
  steps(): Steps
  goOn(steps: Steps): void
}

interface Parts {
  readonly format: Format
  readonly form: UseFormReturn<TypedReport>
  readonly initial: Content
  readonly touch: () => void
  /** An act is about to change more than one cell. */
  readonly beforeMany: (act: Step['act']) => void
  /** Cells were written by an act, an undo or a redo. */
  readonly written: (at: readonly Address[], act: Step['act']) => void
  /** Half characters, which no file can hold, were replaced in a cell. */
  readonly mended: () => void
}

/** What is left in a cell: a figure plainly written, nothing, or the text that could not be read. */
const settle = (text: string, at: Address, format: Format): string => {
  const read = readFigure(text, cellsOf(format).get(at)?.unit ?? 'count')
  return read.kind === 'figure' ? writeFigure(read.value) : read.kind === 'blank' ? '' : text
}

const few = 8

export const createFigureBook = ({ format, form, initial, touch, beforeMany, written, mended }: Parts): FigureBook => {
  const ledger = createLedger(format)
  const figures = createKeyedListeners()
  let history = createHistory()
  let steps = history.state()
  const stepListeners = createKeyedListeners()
  const undoable: FigureBook['undoable'] = {
    get: () => {
      const now = history.state()
      if (now.undo !== steps.undo || now.redo !== steps.redo) steps = now
      return steps
    },
    on: (listener) => stepListeners.on('steps', listener),
  }
  const settled = new Map<Address, string>()
  const paths = new Map<Address, Path<TypedReport>>()
  let filled: ReadonlySet<Address> = new Set(initial.filled)
  for (const cell of enteredCells(format)) {
    const text = typedAt(initial.typed, cell)
    paths.set(cell.at, pathOf(cell))
    settled.set(cell.at, text)
    ledger.set(cell.at, text)
  }

  const put = (at: Address, text: string): readonly string[] => {
    const path = paths.get(at)
    if (path === undefined) return []
    form.setValue(path, text)
    return ledger.set(at, text)
  }

  const textAt = (at: Address): string => {
    const path = paths.get(at)
    return path === undefined ? '' : String(form.getValues(path) ?? '')
  }

  /** Many cells go into the form at once: one by one the form would tell of each. */
  const fillForm = (step: Step, side: 'before' | 'after'): void => {
    const cells = copyOf(form.getValues('cells'))
    for (const change of step.changes) {
      const [block = '', row = '', column] = change.at.split('.')
      const line = cells[block]?.[row]
      if (line && column !== undefined) line[column] = change[side]
      else put(change.at, change[side])
    }
    form.setValue('cells', cells)
  }

  const write = (step: Step, side: 'before' | 'after'): void => {
    const woken = new Set<string>()
    const isMany = step.changes.length > few
    if (isMany) fillForm(step, side)
    for (const change of step.changes) {
      settled.set(change.at, change[side])
      const keys = isMany ? ledger.set(change.at, change[side]) : put(change.at, change[side])
      for (const key of keys) woken.add(key)
      woken.add(`mark:${change.at}`)
    }
    figures.wake(woken)
    touch()
    written(
      step.changes.map(({ at }) => at),
      step.act,
    )
  }

  const mark = ({ act, changes }: Step): void => {
    const addresses = new Set(changes.map(({ at }) => at))
    const rest = [...filled].filter((at) => !addresses.has(at))
    filled = new Set(act === 'fill' ? [...rest, ...addresses] : rest)
  }

  const act = (asked: Step): void => {
    const changes = asked.changes.map((change) => ({ ...change, after: wellFormed(change.after, mended) }))
    const step = { ...asked, changes }
    if (step.changes.filter(({ before, after }) => before !== after).length > 1) beforeMany(step.act)
    history.push({ ...step, filled: step.changes.map(({ at }) => at).filter((at) => filled.has(at)) })
    mark(step)
    write(step, 'after')
  }

  const goOn = (kept: Steps): void => {
    history = createHistory(kept)
    stepListeners.wake(['steps'])
  }

  return {
    ledger,
    figures,
    undoable,
    showSteps: () => stepListeners.wake(['steps']),
    textAt,
    settledAt: (at) => settled.get(at) ?? '',
    typing: (at, text) => {
      figures.wake(put(at, text))
      touch()
    },
    leave: (at) => {
      const before = settled.get(at)
      const typed = textAt(at)
      const text = wellFormed(typed, mended)
      if (before === undefined || (typed === before && typed === text)) return
      const after = settle(text, at, format)
      if (after !== before) act({ act: 'entry', changes: [{ at, before, after }] })
      else figures.wake([...put(at, after), `mark:${at}`])
    },
    act,
    undo: () => {
      const step = history.undo()
      if (!step) return undefined
      mark({ act: 'entry', changes: step.changes })
      filled = new Set([...filled, ...(step.filled ?? [])])
      write(step, 'before')
      return step
    },
    redo: () => {
      const step = history.redo()
      if (!step) return undefined
      mark(step)
      write(step, 'after')
      return step
    },
    fillRest: (blocks) => {
      const changes = blocks
        .flatMap((block) => enteredCells(format, block))
        .filter(({ at }) => ledger.read(at).kind === 'blank')
        .map(({ at }) => ({ at, before: textAt(at), after: '0' }))
      if (changes.length > 0) act({ act: 'fill', changes })
      return changes.length
    },
    filled: () => [...filled].filter((at) => textAt(at) === settled.get(at)),
    show: (content) => {
      filled = new Set(content.filled)
      goOn({ done: [], undone: [] })
      const changed = enteredCells(format).filter((cell) => textAt(cell.at) !== typedAt(content.typed, cell))
      form.setValue('cells', copyOf(content.typed.cells))
      form.setValue('handlingFee', copyOf(content.typed.handlingFee))
      const woken = new Set<string>()
      for (const cell of enteredCells(format)) settled.set(cell.at, typedAt(content.typed, cell))
      for (const cell of changed) {
        for (const key of ledger.set(cell.at, typedAt(content.typed, cell))) woken.add(key)
        woken.add(`mark:${cell.at}`)
      }
      figures.wake(woken)
    },
    steps: () => history.steps(),
    goOn,
  }
}
