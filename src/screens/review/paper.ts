import type { Spot } from './spots'

/** How a place of the document is marked: the numbers of its remarks, a fault, that it changed. */
export interface Mark {
  readonly spot: Spot
  readonly comment?: { readonly number: number; readonly settled: boolean }
  readonly finding?: 'error' | 'warning'
  readonly changed?: true
}

const places = '[data-at], [data-section]'

// The elements are of the frame's own realm, in which no `instanceof` of this window holds.
export const placesIn = (paper: Document): readonly HTMLElement[] => [...paper.querySelectorAll<HTMLElement>(places)]

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))

/** The place that an element stands for. */
export const spotOfElement = ({ dataset }: HTMLElement): Spot => {
  const { at, section } = dataset
  const [start, end] = [numberOf(dataset['start']), numberOf(dataset['end'])]
  if (at === undefined) return section === undefined ? {} : { section }
  return start === undefined || end === undefined ? { at } : { at, start, end }
}

const overlaps = (element: HTMLElement, { start, end }: Spot): boolean => {
  const own = spotOfElement(element)
  if (start === undefined || end === undefined || own.start === undefined || own.end === undefined) return true
  return own.start < end && own.end > start
}

/** The elements that show a place; all of a text's where none shows just these words; none where it is not printed. */
export const elementsAt = (paper: Document, spot: Spot): readonly HTMLElement[] => {
  const { at, section } = spot
  const all = placesIn(paper).filter(({ dataset }) =>
    at === undefined ? section !== undefined && dataset['section'] === section : dataset['at'] === at,
  )
  const exact = all.filter((element) => overlaps(element, spot))
  return exact.length > 0 ? exact : all
}

/** The element that a node is in, and can be pointed at. */
export const placeOf = (node: Node | null): HTMLElement | null => {
  const element = node?.nodeType === 1 ? (node as Element) : (node?.parentElement ?? null)
  return element?.closest<HTMLElement>(places) ?? null
}

/** Shows all marks and takes all others away. */
export const paint = (paper: Document, marks: readonly Mark[]): void => {
  for (const element of paper.querySelectorAll<HTMLElement>('[data-comment], [data-finding], [data-changed]'))
    for (const name of ['comment', 'numbers', 'finding', 'changed']) delete element.dataset[name]
  for (const { spot, comment, finding, changed } of marks)
    for (const [index, element] of elementsAt(paper, spot).entries()) {
      const { dataset } = element
      if (comment) {
        const isOpen = !comment.settled || dataset['comment'] === 'open'
        dataset['comment'] = isOpen ? 'open' : 'settled'
        // Of a remark on several sentences the first carries the number.
        if (index === 0) dataset['numbers'] = [dataset['numbers'], comment.number].filter(Boolean).join(' ')
      }
      if (finding && dataset['finding'] !== 'error') dataset['finding'] = finding
      if (changed) dataset['changed'] = ''
    }
}

/** What has a role of its own; all other places are told as what they do on Enter. */
const withRole = 'td, th, h2, h3'

/** Makes a place the one that Tab comes back to, and gives it the focus where that is wished. */
const settleOn = (paper: Document, element: HTMLElement, takesFocus: boolean): void => {
  for (const before of paper.querySelectorAll<HTMLElement>('[tabindex="0"]')) {
    before.tabIndex = -1
    before.removeAttribute('role')
  }
  element.tabIndex = 0
  if (!element.matches(withRole)) element.setAttribute('role', 'button')
  if (takesFocus) element.focus({ preventScroll: true })
}

/** Lets the keyboard into the document: the first place can be reached by Tab. */
export const openToKeyboard = (paper: Document): void => {
  const [first] = placesIn(paper)
  if (first) settleOn(paper, first, false)
}

const unmark = (paper: Document): void => {
  for (const element of paper.querySelectorAll<HTMLElement>('[data-current]')) delete element.dataset['current']
}

/** Selects words in the elements that show them: offsets count in the text at the address. */
const select = (paper: Document, elements: readonly HTMLElement[], { start, end }: Spot): void => {
  const selection = paper.getSelection()
  selection?.removeAllRanges()
  if (start === undefined || end === undefined) return
  const range = paper.createRange()
  let isBegun = false
  for (const element of elements) {
    let offset = spotOfElement(element).start
    if (offset === undefined) return
    const walker = paper.createTreeWalker(element, 4)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0
      if (!isBegun && start < offset + length) {
        range.setStart(node, Math.max(0, start - offset))
        isBegun = true
      }
      if (isBegun && end > offset) range.setEnd(node, Math.min(length, end - offset))
      offset += length
    }
  }
  if (isBegun) selection?.addRange(range)
}

/** Leads to places: marks them all, brings the first into sight and selects its words. False where none is printed. */
export const goTo = (paper: Document, spots: readonly Spot[], takesFocus: boolean): boolean => {
  unmark(paper)
  const [first] = spots
  const all = spots.flatMap((spot) => elementsAt(paper, spot))
  const [element] = all
  if (!first || !element) return false
  for (const one of all) one.dataset['current'] = ''
  settleOn(paper, element, takesFocus)
  select(paper, elementsAt(paper, first), first)
  element.scrollIntoView({ block: 'center', inline: 'nearest' })
  return true
}

/** Moves the focus to a place on the way of the arrows. */
export const stepTo = (paper: Document, element: HTMLElement): void => {
  unmark(paper)
  paper.getSelection()?.removeAllRanges()
  element.dataset['current'] = ''
  settleOn(paper, element, true)
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Marks a place as the one that is spoken of. */
export const point = (paper: Document, element: HTMLElement): void => {
  unmark(paper)
  element.dataset['current'] = ''
  settleOn(paper, element, false)
}

const offsetIn = (paper: Document, element: HTMLElement, node: Node, offset: number): number => {
  const range = paper.createRange()
  range.selectNodeContents(element)
  range.setEnd(node, offset)
  return (spotOfElement(element).start ?? 0) + range.toString().length
}

/** The words that are selected, where they are words of one paragraph; undefined where nothing of the kind is. */
export const selectedIn = (paper: Document): Spot | undefined => {
  const selection = paper.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const [first, last] = [placeOf(range.startContainer), placeOf(range.endContainer)]
  const at = first?.dataset['at']
  if (!first || !last || at === undefined || at !== last.dataset['at']) return undefined
  if (first.dataset['start'] === undefined || last.dataset['start'] === undefined) return undefined
  if (first.parentElement !== last.parentElement) return undefined
  const start = offsetIn(paper, first, range.startContainer, range.startOffset)
  const end = offsetIn(paper, last, range.endContainer, range.endOffset)
  const words = selection.toString()
  const before = words.length - words.trimStart().length
  const after = words.length - words.trimEnd().length
  return start + before < end - after ? { at, start: start + before, end: end - after } : undefined
}
