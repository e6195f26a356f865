import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FakeBrowser, type FakeWindow } from './fake-windows'

/** What two or three windows on one draft may do and suffer, in any order and at any time. */
const steps = fc.array(
  fc.record({
    act: fc.oneof(
      { weight: 6, arbitrary: fc.constant('type' as const) },
      { weight: 3, arbitrary: fc.constant('take' as const) },
      fc.constantFrom('open', 'close', 'crash', 'freeze', 'thaw', 'thaw', 'hide', 'full', 'room'),
    ),
    which: fc.nat(2),
    wait: fc.constantFrom(0, 1, 3, 20, 150, 250, 900, 3_100, 6_000),
  }),
  { maxLength: 24 },
)

interface World {
  readonly browser: FakeBrowser
  readonly windows: (FakeWindow | undefined)[]
  /** Each word that was typed and must never be lost, in every order of windows. */
  words: string[]
  count: number
}

const end = (world: World, which: number, how: 'close' | 'crash'): void => {
  const window = world.windows[which]
  if (!window) return
  const wasFrozen = window.state === 'frozen'
  world.browser[how](window)
  world.windows[which] = undefined
  if (how === 'close' && !wasFrozen) return
  // What a window had in its memory alone is lost with it; nothing else may be.
  const stored = world.browser.stored()
  world.words = world.words.filter((word) => stored.includes(word) || !window.text.includes(word))
}

const act = (world: World, what: string, which: number): void => {
  const { browser, windows } = world
  const window = windows[which]
  if (what === 'open') {
    windows[which] ??= browser.open()
    return
  }
  if (!window) return
  if (what === 'type') {
    world.count += 1
    const word = `〔${world.count}〕`
    if (browser.type(window, word)) world.words.push(word)
  } else if (what === 'take') browser.take(window)
  else if (what === 'close' || what === 'crash') end(world, which, what)
  else if (what === 'freeze') browser.freeze(window)
  else if (what === 'thaw') browser.thaw(window)
  else if (what === 'hide') browser.hide(window)
  else window.isFull = what === 'full'
}

const runs = Number(process.env['HOLDS'] ?? 60)

test.each(['locks', 'leases'] as const)(
  'whatever two or three windows do and suffer, no saved or typed word is lost or written over, with %s',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(steps, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), async (all, delays) => {
        let turn = 0
        const browser = new FakeBrowser(kind, () => delays[turn++ % delays.length] ?? 1)
        try {
          const world: World = { browser, windows: [browser.open(), browser.open()], words: [], count: 0 }
          await browser.wait(2_500)
          for (const { act: what, which, wait } of all) {
            act(world, what, which)
            await browser.wait(wait)
          }
          for (const window of world.windows)
            if (window) {
              window.isFull = false
              browser.thaw(window)
            }
          await browser.wait(15_000)
          const holding = world.windows.filter((window) => window?.hold.get() === 'holding')
          expect(holding.length).toBeLessThanOrEqual(1)
          // What is shown anywhere is what is stored.
          const shown = world.windows.flatMap((window) => (window?.sitting ? [window.text] : []))
          expect(shown.filter((text) => text !== browser.draft?.typed.title)).toEqual([])
          for (const [which] of world.windows.entries()) end(world, which, 'close')
          await browser.wait(1_000)
          browser.recover()
          const stored = browser.stored()
          expect(world.words.filter((word) => !stored.includes(word))).toEqual([])
          expect(browser.overwritten).toEqual([])
        } finally {
          browser.end()
        }
      }),
      { numRuns: runs },
    )
  },
  900_000,
)
