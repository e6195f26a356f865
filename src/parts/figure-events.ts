import { useMemo, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type SyntheticEvent } from 'react'
import { move, spotOf, type Grid } from '../editing/movement'
import type { Range } from '../editing/range'
import type { Address } from '../report/cells'
import { clearCells, copyCells } from './clipboard'
import { handFigure } from './end-word'
import { keepQuiet } from './quiet'
import { createSelection } from './selection'
import type { Session } from './session'
import { useSession } from './session-context'
import { saySelected } from './spoken'
import { takeBack } from './undo'

interface Entry {
  readonly at: Address
  /** Whether the arrows move the caret. */
  editing: boolean
}

/** What a paste is laid on: the range whose upper left cell it begins at. */
export type Paste = (session: Session, from: Range, data: DataTransfer) => void

const inputOf = (target: EventTarget | null): HTMLInputElement | undefined =>
  target instanceof HTMLInputElement && target.dataset['at'] !== undefined ? target : undefined

const addressOf = (target: EventTarget): Address | undefined =>
  target instanceof HTMLElement ? target.dataset['at'] : undefined

const isComposing = ({ nativeEvent }: KeyboardEvent): boolean => nativeEvent.isComposing || nativeEvent.keyCode === 229

let measure: CanvasRenderingContext2D | null | undefined

/** Whether a click is on the digits of a right-aligned text box, and not on the empty space before them. */
const isOnText = (input: HTMLInputElement, x: number): boolean => {
  measure ??= document.createElement('canvas').getContext('2d')
  if (!measure) return true
  const { font, paddingRight } = getComputedStyle(input)
  measure.font = font
  const right = input.getBoundingClientRect().right - parseFloat(paddingRight)
  return x >= right - measure.measureText(input.value).width - 2
}

const extending: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])

const createEvents = (session: Session, grid: Grid, paste: Paste) => {
  let container: HTMLElement | null = null
  let entry: Entry | null = null
  let dragging = false
  const elementAt = (at: Address): HTMLElement | null =>
    container?.querySelector<HTMLElement>(`[data-at="${at}"]`) ?? null
  const selection = createSelection(grid, elementAt)

  const tellSelected = (): void => session.sayAtRest(() => saySelected(selection.range()))

  /** The entry so far becomes a step; the cell stays entered. */
  const commit = (): void => {
    if (!entry) return
    session.leave(entry.at)
    entry.editing = false
  }

  const reenter = (): void => {
    const input = inputOf(document.activeElement)
    if (input && container?.contains(input)) input.select()
  }

  const rewrite = (input: HTMLInputElement, current: Entry, text: string): void => {
    if (input.readOnly) return
    input.value = text
    session.typing(current.at, text)
    current.editing = false
    input.select()
  }

  const clear = (range: Range): void => {
    commit()
    clearCells(session, grid, range)
    reenter()
  }

  const onInput = (event: Event): void => {
    const input = inputOf(event.target)
    if (!input) return
    // React would write the input's attributes anew after each key, and Chrome would then scan the form for autofill.
    event.stopPropagation()
    if (event instanceof InputEvent && event.isComposing) return
    if (selection.isBlock()) selection.clear()
    session.typing(input.dataset['at'] ?? '', input.value)
  }

  /** Whether the key was dealt with as one for the cell or the block itself. */
  const inPlace = (event: KeyboardEvent, at: Address, ctrl: boolean): boolean => {
    const { key, shiftKey: shift } = event
    const letter = key.toLowerCase()
    const input = inputOf(event.target)
    const isEditing = entry?.editing === true
    const range = selection.range()
    if (ctrl && (letter === 'z' || letter === 'y')) {
      commit()
      takeBack(session, letter === 'z' && !shift ? 'undo' : 'redo')
      reenter()
    } else if (ctrl && letter === 'a' && !isEditing) {
      selection.all()
      tellSelected()
    } else if (key === 'Escape' && selection.isBlock()) selection.clear()
    else if (key === 'Escape' && input && entry) rewrite(input, entry, session.settledAt(at))
    else if (key === 'Delete' && selection.isBlock() && range) clear(range)
    else if (key === 'Delete' && input && entry && !isEditing) rewrite(input, entry, '')
    else if (key === 'F2' && input && entry) {
      entry.editing = true
      input.setSelectionRange(input.value.length, input.value.length)
    } else if (shift && extending.has(key) && !isEditing) {
      if (!selection.range()) selection.begin(at)
      const reached = selection.extend({ key, shift, ctrl })
      if (reached !== undefined) elementAt(reached)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      tellSelected()
    } else return false
    return true
  }

  return {
    ref: (element: HTMLElement | null) => {
      container = element
      const speak = keepQuiet()
      element?.addEventListener('input', onInput)
      element?.addEventListener('compositionend', onInput)
      return () => {
        speak()
        // A cell that is left with its page gets no blur.
        if (entry) handFigure(session, elementAt(entry.at))
        commit()
        entry = null
        element?.removeEventListener('input', onInput)
        element?.removeEventListener('compositionend', onInput)
      }
    },
    onFocus: ({ target }: SyntheticEvent) => {
      const at = addressOf(target)
      if (at === undefined) return
      session.focus(at)
      const input = inputOf(target)
      entry = input ? { at, editing: false } : null
      input?.select()
      selection.begin(at)
    },
    onBlur: ({ target }: SyntheticEvent) => {
      if (inputOf(target)) commit()
      entry = null
    },
    onMouseDown: (event: MouseEvent) => {
      const at = addressOf(event.target)
      if (at === undefined || event.button !== 0) return
      const input = inputOf(event.target)
      dragging = true
      if (event.shiftKey && selection.range()) {
        event.preventDefault()
        selection.reach(at)
      } else if (input && document.activeElement === input) {
        if (selection.isBlock()) selection.clear()
        if (entry && isOnText(input, event.clientX)) entry.editing = true
        else if (!entry?.editing) {
          event.preventDefault()
          input.select()
        }
      } else if (input) {
        event.preventDefault()
        input.focus()
      }
    },
    onMouseOver: (event: MouseEvent) => {
      if (!dragging || (event.buttons & 1) === 0) {
        dragging = false
        return
      }
      const at = addressOf(event.target)
      const active = inputOf(document.activeElement)
      if (at === undefined || (at === active?.dataset['at'] && !selection.isBlock())) return
      event.preventDefault()
      commit()
      active?.select()
      document.getSelection()?.removeAllRanges()
      selection.reach(at)
    },
    onMouseUp: () => {
      dragging = false
    },
    onCopy: (event: ClipboardEvent) => {
      const range = selection.range()
      if (!range || (entry?.editing && !selection.isBlock())) return
      copyCells(session, grid, range, event.clipboardData)
      event.preventDefault()
    },
    onCut: (event: ClipboardEvent) => {
      const range = selection.range()
      if (!range || (entry?.editing && !selection.isBlock())) return
      copyCells(session, grid, range, event.clipboardData)
      clear(range)
      event.preventDefault()
    },
    onPaste: (event: ClipboardEvent) => {
      const range = selection.range()
      const isBlock = /[\t\r\n]/.test(event.clipboardData.getData('text/plain').replace(/[\r\n]+$/, ''))
      if (!range || (entry?.editing && !isBlock)) return
      event.preventDefault()
      commit()
      paste(session, range, event.clipboardData)
      reenter()
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const at = addressOf(event.target)
      if (at === undefined || isComposing(event) || event.altKey) return
      const { key, shiftKey: shift } = event
      const ctrl = event.ctrlKey || event.metaKey
      if (inPlace(event, at, ctrl)) {
        event.preventDefault()
        event.stopPropagation()
        return
      }
      if ((ctrl && key === 'Enter') || (entry?.editing === true && key !== 'Enter')) return
      const spot = spotOf(grid, at)
      const next = spot && move(grid, spot, { key, shift, ctrl })
      if (!spot || !next) return
      event.preventDefault()
      if (next.row === spot.row && next.column === spot.column) {
        commit()
        selection.clear()
      } else elementAt(grid.at(next.row, next.column))?.focus()
    },
  }
}

/** The handlers of a table or a list of figures: one set for all its cells. */
export const useFigureEvents = (grid: Grid, paste: Paste) => {
  const session = useSession()
  return useMemo(() => createEvents(session, grid, paste), [session, grid, paste])
}
