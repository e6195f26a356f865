import { move, spotOf, type Grid, type Key, type Spot } from '../editing/movement'
import { addressesIn, isSingle, rangeOf, wholeOf, type Range } from '../editing/range'
import type { Address } from '../report/cells'

/** The block of cells that is selected in one table, shown on its elements. */
export interface Selection {
  /** The selected range; the focused cell alone where no block is. */
  range(): Range | null
  isBlock(): boolean
  /** Begins anew at a cell. */
  begin(at: Address): void
  /** Reaches to another cell; gives its address. */
  reach(at: Address): void
  /** Reaches on by a key; the address that it came to, undefined for keys that lead nowhere. */
  extend(key: Key): Address | undefined
  all(): void
  clear(): void
}

/** A selection over a grid; `elementAt` finds a cell's element. */
export const createSelection = (grid: Grid, elementAt: (at: Address) => HTMLElement | null): Selection => {
  let anchor: Spot | null = null
  let end: Spot | null = null
  let shown: readonly Address[] = []

  const show = (): void => {
    const range = anchor && end ? rangeOf(anchor, end) : null
    const next = range && !isSingle(range) ? addressesIn(grid, range) : []
    const keep = new Set(next)
    for (const at of shown) if (!keep.has(at)) elementAt(at)?.removeAttribute('data-selected')
    for (const at of next) elementAt(at)?.setAttribute('data-selected', '')
    shown = next
  }

  const range = (): Range | null => (anchor && end ? rangeOf(anchor, end) : null)

  return {
    range,
    isBlock: () => {
      const found = range()
      return found !== null && !isSingle(found)
    },
    begin: (at) => {
      anchor = spotOf(grid, at) ?? null
      end = anchor
      show()
    },
    reach: (at) => {
      end = spotOf(grid, at) ?? end
      show()
    },
    extend: (key) => {
      const next = end && move(grid, end, { ...key, shift: false })
      if (!next) return undefined
      end = next
      show()
      return grid.at(next.row, next.column)
    },
    all: () => {
      const { bottom, right } = wholeOf(grid)
      anchor = { row: 0, column: 0 }
      end = { row: bottom, column: right }
      show()
    },
    clear: () => {
      end = anchor
      show()
    },
  }
}
