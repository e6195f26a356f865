import { expect, test } from 'vitest'
import { formats } from '../format'
import { enteredCells } from '../report/cells'
import { mapCells, mapFees, typedAt } from '../report/reading'
import { blankReport, blankUnit } from '../report/blank'
import { pathOf } from './paths'

test('the form keeps each figure where the report has it', () => {
  for (const format of formats) {
    const typed = {
      ...blankReport(format, format.years.from, blankUnit),
      cells: mapCells(format, ({ at }) => at),
      handlingFee: mapFees(format, ({ at }) => at),
    }
    for (const cell of enteredCells(format)) {
      const found = pathOf(cell)
        .split('.')
        .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], typed)
      expect(found).toBe(cell.at)
      expect(typedAt(typed, cell)).toBe(cell.at)
    }
  }
})
