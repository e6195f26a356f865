/** Control, format and half characters and foreign line ends: unseen, or turning round what stands beside them. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

const shown = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/**
 * Words from outside as a message may quote them: no longer than `most` characters, an ellipsis where they are cut, and what
 * cannot be seen as its number, so that nothing in them can hide, reorder or flood the message.
 */
export const quoted = (text: string, most = 40): string => {
  // No more is looked at than can be shown: a text may have millions of characters.
  const characters = Array.from(text.slice(0, 2 * most + 2))
  const cut = characters.slice(0, most).join('').replace(unseen, shown)
  return characters.length > most ? `${cut}…` : cut
}
