/** So long may somebody work before what was done is kept as a version. */
export const spell = 15 * 60_000

export interface WorkClock {
  /** Something was changed. */
  touch(): void
  stop(): void
}

/**
 * Calls `ring` a quarter of an hour after the first change since it rang last; nothing runs while nobody works. A timer that
 * slept with its computer is late: the next change looks at the time itself.
 */
export const createWorkClock = (ring: () => void): WorkClock => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since = 0
  const stop = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  const ringNow = (): void => {
    stop()
    ring()
  }
  return {
    touch: () => {
      if (timer === undefined) {
        since = Date.now()
        timer = setTimeout(ringNow, spell)
      } else if (Date.now() - since >= spell) ringNow()
    },
    stop,
  }
}
