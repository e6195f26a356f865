const areaAt = (at: string): HTMLTextAreaElement | null =>
  document.querySelector<HTMLTextAreaElement>(`textarea[data-at="${CSS.escape(at)}"]`)

const put = (area: HTMLTextAreaElement, words: string): void => {
  // Deprecated, but nothing else keeps the undo of a text area; where it is gone the text is written directly.
  if (document.execCommand(words === '' ? 'delete' : 'insertText', false, words)) return
  area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end')
  area.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** Puts words at the caret of a text, as if they were typed: the browser's own undo takes them back. */
export const insertAt = (at: string, words: string): void => {
  const area = areaAt(at)
  if (!area || area.readOnly) return
  area.focus()
  put(area, words)
}

/** How far two texts agree from their start, and from their end without that. */
const agreement = (a: string, b: string): readonly [head: number, tail: number] => {
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  return [head, tail]
}

/** Writes another text where it stands on the page, only what differs, as if typed; false where it is not on the page. */
export const rewriteAt = (at: string, text: string): boolean => {
  const area = areaAt(at)
  if (!area || area.readOnly) return false
  const [head, tail] = agreement(area.value, text)
  area.focus()
  area.setSelectionRange(head, area.value.length - tail)
  put(area, text.slice(head, text.length - tail))
  return area.value === text
}
