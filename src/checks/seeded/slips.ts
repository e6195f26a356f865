import type { Random } from './random'

/** How a hand slips in typing a number; undefined where it cannot in this way. */
export type Slip = (value: number, random: Random) => number | undefined

const digitsOf = (value: number): readonly string[] => [...String(value)]

/** Two neighbouring digits exchanged: 41 for 14. */
export const transposed: Slip = (value, random) => {
  const digits = digitsOf(value)
  const places = digits.flatMap((digit, index) =>
    index > 0 && digit !== digits[index - 1] && !(index === 1 && digit === '0') ? [index] : [],
  )
  const [place] = random.draw(places, 1)
  if (place === undefined) return undefined
  const [a = '', b = ''] = [digits[place - 1], digits[place]]
  return Number([...digits.slice(0, place - 1), b, a, ...digits.slice(place + 1)].join(''))
}

/** One digit is another: 52 for 50. */
export const oneDigitWrong: Slip = (value, random) => {
  const digits = [...digitsOf(value)]
  const place = random.int(0, digits.length - 1)
  digits[place] = String(random.int(place === 0 && digits.length > 1 ? 1 : 0, 9))
  const wrong = Number(digits.join(''))
  return wrong === value || (value === 0 && digits.length === 1 && wrong === 0) ? undefined : wrong
}

/** One digit typed twice: 500 for 50, 1144 for 114. */
export const doubled: Slip = (value, random) => {
  if (value === 0) return undefined
  const digits = digitsOf(value)
  const place = random.int(0, digits.length - 1)
  return Number([...digits.slice(0, place + 1), ...digits.slice(place)].join(''))
}

/** Nothing typed but 0. */
export const omitted: Slip = (value) => (value === 0 ? undefined : 0)

/** Any of the slips that leave a number. */
export const anySlip: Slip = (value, random) => {
  const slip = random.pick([transposed, oneDigitWrong, doubled, oneDigitWrong])
  return slip(value, random)
}
