/** The mark of the nth note, from 1: ① to ㊿, then (51). */
export const noteMark = (value: number): string =>
  value <= 20
    ? String.fromCharCode(0x245f + value)
    : value <= 35
      ? String.fromCharCode(0x3250 + value - 20)
      : value <= 50
        ? String.fromCharCode(0x32b0 + value - 35)
        : `(${value})`
