import type { Path, UseFormReturn } from 'react-hook-form'
import { check, subjectOf } from '../checks/run'
import type { Finding } from '../checks/rule'
import type { PastePlan } from '../editing/paste-plan'
import { createHistory, type Change, type History, type Step } from '../editing/history'
import type { Content } from '../drafts/draft'
import type { Format } from '../format'
import { cellsOf, enteredCells, type Address } from '../report/cells'
import { wellFormed } from '../report/digest'
import { readFigure, writeFigure } from '../report/figures'
import { createLedger, type Ledger } from '../report/ledger'
import { progressOf, type Progress } from '../report/progress'
import { follow, proposals } from '../report/proposals'
import { typedAt } from '../report/reading'
import type { TypedReport } from '../report/report'
import { pathOf } from './paths'
import { heldNow, sayChange } from './spoken'
import { createKeyedListeners, createStore, type KeyedListeners, type Store } from './keyed-store'

/** What is derived from the open report when a cell is left or a text rests. */
export interface Judged {
  readonly findings: readonly Finding[]
  readonly progress: Readonly<Record<string, Progress>>
}

/** What a paste would do, where it has to be shown first. */
export type Pasting = Extract<PastePlan, { kind: 'plan' }>

/** An open draft: the form holds what was typed, all else here is derived from it and kept nowhere. */
export interface Session {
  readonly format: Format
  readonly form: UseFormReturn<TypedReport>
  readonly ledger: Ledger
  readonly figures: KeyedListeners
  readonly history: History
  readonly judged: Store<Judged>
  readonly undoable: Store<{ readonly undo: number; readonly redo: number }>
  readonly focused: Store<Address | null>
  /** What a reader of the screen is told. */
  readonly said: Store<string>
  /** What everybody is told, until it is closed. */
  readonly notice: Store<string | null>
  /** A paste that waits for the clerk's word. */
  readonly pasting: Store<Pasting | null>
  /** A field of the form has changed. */
  changed(name: string): void
  /** A text field was left: half characters, which no file can hold, are replaced and told. */
  mend(name: Path<TypedReport>): void
  /** The figure typed in a cell, at every keystroke. */
  typing(at: Address, text: string): void
  /** A cell was left: what can be read is written plainly, and the entry becomes a step. */
  leave(at: Address, before: string): void
  /** Does an act on cells as one step. */
  act(step: Step): void
  undo(): Step | undefined
  redo(): Step | undefined
  /** Fills the blank cells of some tables or of the fee figures with 0, as one step; gives how many. */
  fillRest(blocks: readonly string[]): number
  textAt(at: Address): string
  judge(): void
  content(): Content
}

const judgeOf = (format: Format, typed: TypedReport): Judged => ({
  findings: check(subjectOf(format, typed)),
  progress: progressOf(format, typed),
})

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** Opens a session over a form whose values are loaded. `touch` is called whenever something is to be saved. */
export const createSession = (
  format: Format,
  form: UseFormReturn<TypedReport>,
  initial: Content,
  touch: () => void,
): Session => {
  const ledger = createLedger(format)
  const figures = createKeyedListeners()
  const history = createHistory()
  const filled = new Set(initial.filled)
  for (const cell of enteredCells(format)) ledger.set(cell.at, typedAt(initial.typed, cell))
  const judged = createStore(judgeOf(format, initial.typed))
  const undoable = createStore(history.state())
  const said = createStore('')
  const notice = createStore<string | null>(null)
  let proposed = proposals(format, initial.typed)
  let held = heldNow(format, ledger)
  let resting: ReturnType<typeof setTimeout> | undefined

  const pathAt = (at: Address): Path<TypedReport> => {
    const cell = cellsOf(format).get(at)
    if (!cell) throw new Error(`no cell ${at}`)
    return pathOf(cell)
  }

  const textAt = (at: Address): string => String(form.getValues(pathAt(at)) ?? '')

  const judge = (): void => {
    clearTimeout(resting)
    resting = undefined
    judged.set(judgeOf(format, form.getValues()))
  }
  const judgeSoon = (milliseconds: number): void => {
    clearTimeout(resting)
    resting = setTimeout(judge, milliseconds)
  }

  const setText = (name: Path<TypedReport>, before: string, after: string): void => {
    const text = String(form.getValues(name) ?? '')
    const next = follow(text, before, after)
    if (next !== text) form.setValue(name, next)
  }
  const followFields = (): void => {
    const before = proposed
    const typed = form.getValues()
    proposed = proposals(format, typed)
    setText('title', before.title, proposed.title)
    setText('preface', before.preface, proposed.preface)
    const fee = typed.other.findIndex(({ aspect }) => aspect === 'fee')
    if (fee >= 0) setText(`other.${fee}.text`, before.fee, proposed.fee)
  }

  const typing = (at: Address, text: string): void => {
    form.setValue(pathAt(at), text)
    figures.wake(ledger.set(at, text))
    filled.delete(at)
    touch()
  }

  const write = (changes: readonly { readonly at: Address; readonly text: string }[]): void => {
    const woken = new Set<string>()
    for (const { at, text } of changes) {
      form.setValue(pathAt(at), text)
      for (const key of ledger.set(at, text)) woken.add(key)
      woken.add(`mark:${at}`)
    }
    figures.wake(woken)
    const sentence = sayChange(
      format,
      ledger,
      held,
      changes.map(({ at }) => at),
    )
    held = heldNow(format, ledger)
    if (sentence !== '') said.set(sentence)
    if (changes.some(({ at }) => at.startsWith('handlingFee.'))) followFields()
    undoable.set(history.state())
    touch()
    judge()
  }

  const act = (step: Step): void => {
    history.push(step)
    for (const { at } of step.changes) {
      if (step.act === 'fill') filled.add(at)
      else filled.delete(at)
    }
    write(step.changes.map(({ at, after }) => ({ at, text: after })))
  }

  const undo = (): Step | undefined => {
    const step = history.undo()
    if (!step) return undefined
    if (step.act === 'fill') for (const { at } of step.changes) filled.delete(at)
    write(step.changes.map(({ at, before }) => ({ at, text: before })))
    return step
  }

  const redo = (): Step | undefined => {
    const step = history.redo()
    if (!step) return undefined
    if (step.act === 'fill') for (const { at } of step.changes) filled.add(at)
    write(step.changes.map(({ at, after }) => ({ at, text: after })))
    return step
  }

  return {
    format,
    form,
    ledger,
    figures,
    history,
    judged,
    undoable,
    focused: createStore<Address | null>(null),
    said,
    notice,
    pasting: createStore<Pasting | null>(null),
    changed: (name) => {
      if (name === 'year' || name.startsWith('agency.')) followFields()
      touch()
      judgeSoon(600)
    },
    mend: (name) => {
      const text = form.getValues(name)
      const mended = wellFormed(text, () => notice.set('文字中有残缺的字符，已用“\ufffd”代替，请核对。'))
      if (mended === text) return
      form.setValue(name, mended)
      touch()
    },
    typing,
    leave: (at, before) => {
      const cell = cellsOf(format).get(at)
      if (!cell) return
      const text = textAt(at)
      const read = readFigure(text, cell.unit)
      const after = read.kind === 'figure' ? writeFigure(read.value) : read.kind === 'blank' ? '' : text
      if (text === before && after === text) return
      act({ act: 'entry', changes: [{ at, before, after }] })
    },
    act,
    undo,
    redo,
    fillRest: (blocks) => {
      const blanks = blocks.flatMap((block) => enteredCells(format, block)).filter(({ at }) => textAt(at).trim() === '')
      const changes: Change[] = blanks.map(({ at }) => ({ at, before: textAt(at), after: '0' }))
      if (changes.length > 0) act({ act: 'fill', changes })
      return changes.length
    },
    textAt,
    judge,
    content: () => copyOf({ typed: form.getValues(), filled: [...filled] }),
  }
}
