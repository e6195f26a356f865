/** What windows of this browser say to each other about who fills in which draft; `from` and `to` are windows. */
export type Letter =
  /** Who fills this draft in? Whoever does answers `here`. */
  | { readonly kind: 'who'; readonly draft: string; readonly from: string }
  | { readonly kind: 'here'; readonly draft: string; readonly to: string }
  /** This window is to fill it in from now on: answered with `handed` once all is stored, or with `kept`. */
  | { readonly kind: 'ask'; readonly draft: string; readonly from: string }
  | { readonly kind: 'handed'; readonly draft: string; readonly to: string; readonly luggage: unknown }
  | { readonly kind: 'kept'; readonly draft: string; readonly to: string }
  /** What is typed is to be stored, because somebody is about to read the draft. */
  | { readonly kind: 'store'; readonly draft: string; readonly from: string }
  | { readonly kind: 'stored'; readonly draft: string; readonly to: string }
  /** Nobody fills it in here any more. */
  | { readonly kind: 'left'; readonly draft: string }
  /** Is this window still living? */
  | { readonly kind: 'ping'; readonly from: string; readonly to: string }
  | { readonly kind: 'pong'; readonly to: string }

/** The post between windows. A letter reaches all the other windows, and other readers in its own. */
export interface Letters {
  post(letter: Letter): void
  /** Gives what ends the listening. */
  on(listener: (letter: Letter) => void): () => void
}

/** The post over a channel of the browser; where there is none, no letter arrives. */
export const lettersOver = (channel: BroadcastChannel | undefined): Letters => ({
  post: (letter) => channel?.postMessage(letter),
  on: (listener) => {
    const onMessage = ({ data }: MessageEvent<Letter>): void => listener(data)
    channel?.addEventListener('message', onMessage)
    return () => channel?.removeEventListener('message', onMessage)
  },
})

/** The first letter that is waited for; undefined where none came in time. `again` is done now and every half second. */
export const awaitLetter = <L extends Letter>(
  letters: Letters,
  isIt: (letter: Letter) => letter is L,
  milliseconds: number,
  again: () => void,
): Promise<L | undefined> =>
  new Promise((resolve) => {
    const done = (letter?: L): void => {
      off()
      clearTimeout(patience)
      clearInterval(repeating)
      resolve(letter)
    }
    const off = letters.on((letter) => {
      if (isIt(letter)) done(letter)
    })
    const patience = setTimeout(done, milliseconds)
    const repeating = setInterval(again, 500)
    again()
  })
