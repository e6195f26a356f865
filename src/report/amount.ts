/** A figure as it is kept: a count is a whole number, money a decimal string with its digits as typed. */
export type Figure = number | string

const scale = 1_000_000n

/** A figure in millionths, exact. The figure must be a whole number or a plain decimal with at most six decimals. */
export const toMillionths = (figure: Figure): bigint => {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(String(figure)) ?? []
  const size = BigInt(whole) * scale + BigInt(decimals.padEnd(6, '0'))
  return sign === '-' ? -size : size
}

/** Millionths as a plain decimal without superfluous zeros. */
export const fromMillionths = (millionths: bigint): string => {
  const size = millionths < 0n ? -millionths : millionths
  const decimals = String(size % scale)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${millionths < 0n ? '-' : ''}${size / scale}${decimals === '' ? '' : `.${decimals}`}`
}

/** The exact sum: of counts a number, with money among them a decimal string. */
export const add = (a: Figure, b: Figure): Figure =>
  typeof a === 'number' && typeof b === 'number' ? a + b : fromMillionths(toMillionths(a) + toMillionths(b))

/** The exact difference a − b. */
export const subtract = (a: Figure, b: Figure): Figure =>
  typeof a === 'number' && typeof b === 'number' ? a - b : fromMillionths(toMillionths(a) - toMillionths(b))

/** Negative, zero or positive as a is less than, the same as or more than b in value: 1.50 is the same as 1.5. */
export const compare = (a: Figure, b: Figure): number => {
  const difference = toMillionths(a) - toMillionths(b)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** A difference as it is shown: with its sign, 0 without. */
export const signed = (figure: Figure): string =>
  compare(figure, 0) > 0 ? `+${figure}` : String(figure).replace('-', '−')
