/** How a clerk may have come from one number to another by a slip of the hand. */
export interface Slip {
  readonly why: string
  /** The natural logarithm of how likely just this slip is, as against leaving one number out. */
  readonly weight: number
}

const swapsOf = (digits: string): readonly string[] =>
  digits
    .slice(1)
    .split('')
    .flatMap((digit, index) =>
      digit === digits[index] ? [] : [`${digits.slice(0, index)}${digit}${digits[index]}${digits.slice(index + 2)}`],
    )

const isOneLonger = (long: string, short: string): boolean =>
  long.length === short.length + 1 &&
  [...long].some((_, index) => `${long.slice(0, index)}${long.slice(index + 1)}` === short)

/** The slip that makes `wrong` of `right`: two digits exchanged, one wrong, one left out or one too many. */
export const slipOf = (right: number, wrong: number): Slip | undefined => {
  const [meant, typed] = [String(right), String(wrong)]
  const swaps = swapsOf(meant)
  // A number whose exchanged digits would begin with 0 was typed shorter: 30 became 3.
  if (swaps.some((swapped) => Number(swapped) === wrong)) return { why: '数字颠倒', weight: -Math.log(swaps.length) }
  if (meant.length === typed.length) {
    const differing = [...meant].filter((digit, index) => digit !== typed[index]).length
    return differing === 1 ? { why: '有一位数字不对', weight: -Math.log(9 * meant.length) } : undefined
  }
  if (isOneLonger(meant, typed)) return { why: '少了一位数字', weight: -1 - Math.log(meant.length) }
  if (isOneLonger(typed, meant)) return { why: '多了一位数字', weight: -1 - Math.log(10 * typed.length) }
  return undefined
}
