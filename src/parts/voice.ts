import { createStore, type Store } from './keyed-store'

/** What a reader of the screen is told. */
export interface Voice {
  readonly said: Pick<Store<string>, 'get' | 'on'>
  say(words: string): void
  /** Says what is true once the hand rests, unless something else was said since; nothing where that is ''. */
  sayAtRest(words: () => string): void
}

const rest = 400

export const createVoice = (): Voice => {
  const said = createStore('')
  let resting: ReturnType<typeof setTimeout> | undefined
  const say = (words: string): void => {
    clearTimeout(resting)
    // The same words said twice must differ, or they are not spoken again.
    said.set(said.get() === words ? `${words}\u00a0` : words)
  }
  return {
    said,
    say,
    sayAtRest: (words) => {
      clearTimeout(resting)
      resting = setTimeout(() => {
        const now = words()
        if (now !== '') say(now)
      }, rest)
    },
  }
}
