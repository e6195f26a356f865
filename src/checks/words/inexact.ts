import { fail, type Subject, type Verdict } from '../rule'
import { quoted, writes } from './saying'
import type { Read } from './statement'

/** Catalogue F12: 30299余条, 123件左右: a number that is exact to its last digit cannot be inexact. */
export const judgeInexact = (subject: Subject, reads: readonly Read[]): readonly Verdict[] =>
  reads
    .flatMap(({ statements }) => statements)
    .flatMap((statement) => {
      const { quantity } = statement
      if (!quantity || !/^(?:余|多|左右)$/.test(quantity.mark) || quantity.isRounded || quantity.decimals > 0) return []
      if (quantity.value < 100 || quantity.value % 10 === 0) return []
      const told = { ...statement, start: quantity.start, end: quantity.end }
      return [
        {
          ...fail(
            `${writes(subject, told)}，${quantity.value} 已精确到个位，不必再写“${quantity.mark}”，请删去“${quantity.mark}”或改写成整数`,
            [statement.at],
          ),
          quotes: [quoted(told)],
        },
      ]
    })
