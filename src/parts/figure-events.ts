import { useMemo, useRef, type SyntheticEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { move, spotOf, type Grid } from '../editing/movement'
import type { Address } from '../report/cells'
import { useSession } from './session-context'

interface Entry {
  at: Address
  /** What stood there when the cell was entered. */
  before: string
  /** Whether the arrows move the caret. */
  editing: boolean
}

const inputOf = (target: EventTarget): HTMLInputElement | undefined =>
  target instanceof HTMLInputElement && target.dataset['at'] !== undefined ? target : undefined

const addressOf = (target: EventTarget): Address | undefined =>
  target instanceof HTMLElement ? target.dataset['at'] : undefined

const isComposing = ({ nativeEvent }: KeyboardEvent): boolean => nativeEvent.isComposing || nativeEvent.keyCode === 229

/** The handlers of a table or a list of figures: one set for all its cells. */
export const useFigureEvents = (grid: Grid) => {
  const session = useSession()
  const entry = useRef<Entry | null>(null)
  return useMemo(() => {
    const focus = (at: Address, within: HTMLElement): void =>
      within.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus()

    const commit = (): void => {
      const { current } = entry
      if (!current) return
      session.leave(current.at, current.before)
      current.before = session.textAt(current.at)
      current.editing = false
    }

    const rewrite = (input: HTMLInputElement, at: Address, text: string): void => {
      session.typing(at, text)
      if (entry.current) entry.current.editing = false
      input.select()
    }

    const stepBack = (undo: boolean, within: HTMLElement): void => {
      commit()
      const step = undo ? session.undo() : session.redo()
      const [first] = step?.changes ?? []
      if (!first) return
      focus(first.at, within)
      if (entry.current?.at === first.at) entry.current.before = session.textAt(first.at)
      const active = document.activeElement
      if (active instanceof HTMLInputElement) active.select()
    }

    /** Whether the key was dealt with inside an entered cell. */
    const inCell = (event: KeyboardEvent, input: HTMLInputElement, current: Entry): boolean => {
      if (event.key === 'Escape') rewrite(input, current.at, current.before)
      else if (event.key === 'Delete' && !current.editing) rewrite(input, current.at, '')
      else if (event.key === 'F2') {
        current.editing = true
        input.setSelectionRange(input.value.length, input.value.length)
      } else return false
      return true
    }

    const onInput = (event: Event): void => {
      const input = event.target && inputOf(event.target)
      if (!input) return
      // React would write the input's attributes anew after each key, and Chrome would then scan the form for autofill.
      event.stopPropagation()
      if (event instanceof InputEvent && event.isComposing) return
      session.typing(input.dataset['at'] ?? '', input.value)
    }

    return {
      ref: (element: HTMLElement | null) => {
        element?.addEventListener('input', onInput)
        element?.addEventListener('compositionend', onInput)
        return () => {
          // A cell that is left with its page gets no blur.
          commit()
          element?.removeEventListener('input', onInput)
          element?.removeEventListener('compositionend', onInput)
        }
      },
      onFocus: ({ target }: SyntheticEvent) => {
        const at = addressOf(target)
        if (at === undefined) return
        session.focused.set(at)
        const input = inputOf(target)
        entry.current = input ? { at, before: input.value, editing: false } : null
        input?.select()
      },
      onBlur: ({ target }: SyntheticEvent) => {
        if (inputOf(target)) commit()
        entry.current = null
      },
      onMouseDown: (event: MouseEvent) => {
        const input = inputOf(event.target)
        if (!input || event.button !== 0) return
        if (document.activeElement === input) {
          if (entry.current) entry.current.editing = true
          return
        }
        event.preventDefault()
        input.focus()
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const at = addressOf(event.target)
        if (at === undefined || isComposing(event) || event.altKey) return
        const { key, shiftKey: shift } = event
        const ctrl = event.ctrlKey || event.metaKey
        const within = event.currentTarget
        const input = inputOf(event.target)
        const letter = key.toLowerCase()
        if (ctrl && (letter === 'z' || letter === 'y')) {
          stepBack(letter === 'z' && !shift, within)
          event.preventDefault()
          return
        }
        if (input && entry.current && inCell(event, input, entry.current)) {
          event.preventDefault()
          return
        }
        if ((ctrl && key === 'Enter') || (entry.current?.editing === true && key !== 'Enter')) return
        const spot = spotOf(grid, at)
        const next = spot && move(grid, spot, { key, shift, ctrl })
        if (!spot || !next) return
        event.preventDefault()
        if (next.row === spot.row && next.column === spot.column) commit()
        else focus(grid.at(next.row, next.column), within)
      },
    }
  }, [session, grid])
}
