/** Whether a printed percentage is the quotient in hundredths to the digits printed, rounded or, with decimals, cut off; exact. */
export const isQuotient = (printed: number, decimals: number, part: number, whole: number): boolean => {
  if (whole <= 0) return false
  const scale = 10n ** BigInt(decimals)
  const shown = BigInt(Math.round(printed * 10 ** decimals))
  const size = BigInt(part < 0 ? -part : part) * 100n * scale
  const cut = size / BigInt(whole)
  const rounded = (2n * size + BigInt(whole)) / (2n * BigInt(whole))
  return shown === rounded || (decimals > 0 && shown === cut)
}

/** A quotient as a percentage with as many decimals as asked, rounded. */
export const percentage = (part: number, whole: number, decimals: number): string =>
  `${((Math.abs(part) / whole) * 100).toFixed(decimals)}%`
