import { placesIn } from './paper'

type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last'

/** Where a key leads in the document; undefined for keys that lead nowhere. */
export const directionOf = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Direction | undefined => {
  if (altKey || shiftKey) return undefined
  if (ctrlKey || metaKey) return key === 'Home' ? 'first' : key === 'End' ? 'last' : undefined
  const arrows: Readonly<Record<string, Direction>> = {
    ArrowUp: 'up',
    ArrowDown: 'down',
    ArrowLeft: 'left',
    ArrowRight: 'right',
  }
  return arrows[key]
}

/** In a table up and down keep to the column: the nearest cell whose box reaches over this one's middle. */
const inColumn = (
  all: readonly HTMLElement[],
  from: HTMLElement,
  direction: 'up' | 'down',
): HTMLElement | undefined => {
  const table = from.closest('table')
  if (!table) return undefined
  const { left, right, top, bottom } = from.getBoundingClientRect()
  const middle = (left + right) / 2
  const cells = all
    .filter((one) => one !== from && table.contains(one))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.left <= middle && box.right >= middle)
    .filter(({ box }) => (direction === 'down' ? box.top >= bottom - 1 : box.bottom <= top + 1))
    .sort((a, b) => (direction === 'down' ? a.box.top - b.box.top : b.box.bottom - a.box.bottom))
  return cells[0]?.one
}

/** What stands before or after the whole table, for up and down at its edge. */
const beyond = (all: readonly HTMLElement[], from: HTMLElement, by: 1 | -1): HTMLElement | undefined => {
  const table = from.closest('table')
  const rest = by === 1 ? all.slice(all.indexOf(from) + 1) : all.slice(0, all.indexOf(from)).reverse()
  return rest.find((one) => !table?.contains(one))
}

/** The place that the arrows lead to from another: down the page, in a table cell by cell; itself at the ends. */
export const neighbour = (paper: Document, from: HTMLElement, direction: Direction): HTMLElement => {
  const all = placesIn(paper)
  const here = all.indexOf(from)
  switch (direction) {
    case 'first':
      return all[0] ?? from
    case 'last':
      return all[all.length - 1] ?? from
    case 'left':
      return all[here - 1] ?? from
    case 'right':
      return all[here + 1] ?? from
    case 'up':
    case 'down':
      return inColumn(all, from, direction) ?? beyond(all, from, direction === 'down' ? 1 : -1) ?? from
    default:
      return direction satisfies never
  }
}
