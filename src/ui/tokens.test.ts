import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const [light = '', dark = ''] = readFileSync(new URL('tokens.css', import.meta.url), 'utf8').split(
  '@media (prefers-color-scheme: dark)',
)

const colour = (tokens: string, name: string): readonly number[] => {
  const hex = new RegExp(`--${name}: #([0-9a-f]+);`).exec(tokens)?.[1] ?? ''
  const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? [])
  return digits.map((two) => parseInt(two, 16) / 255)
}

/** The relative luminance of WCAG. */
const luminance = (channels: readonly number[]): number => {
  const [red = NaN, green = NaN, blue = NaN] = channels.map((one) =>
    one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (tokens: string, ink: string, ground: string): number => {
  const [dim = NaN, bright = NaN] = [ink, ground].map((name) => luminance(colour(tokens, name))).sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

const inks = ['ink', 'ink-2', 'zero', 'accent', 'fault', 'warning', 'good']
const grounds = ['ground', 'shade', 'accent-ground', 'fault-ground', 'warning-ground', 'good-ground']

for (const [scheme, tokens] of [
  ['light', light],
  ['dark', dark],
] as const)
  test.each(inks)(`%s can be read on every ground, ${scheme}`, (ink) => {
    for (const ground of grounds) expect(contrast(tokens, ink, ground), ground).toBeGreaterThanOrEqual(4.5)
  })
