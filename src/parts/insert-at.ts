/** Puts words at the caret of a text, as if they were typed: the browser's own undo takes them back. */
export const insertAt = (at: string, words: string): void => {
  const area = document.querySelector<HTMLTextAreaElement>(`textarea[data-at="${CSS.escape(at)}"]`)
  if (!area) return
  area.focus()
  // Deprecated, but nothing else keeps the undo of a text area; where it is gone the text is written directly.
  if (document.execCommand('insertText', false, words)) return
  area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end')
  area.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
