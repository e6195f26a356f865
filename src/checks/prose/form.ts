import { fail, pass, type Rule } from '../rule'

/** A3: a report is made in the form that was in force for its year; matters on import. */
export const formOfYear: Rule = {
  id: 'A3',
  severity: 'error',
  holds: '表式与年度相符：二〇一九、二〇二〇年用试行格式，二〇二一年起用现行格式',
  basis: '{form}',
  example: {
    fault: '2023年的报告用了只适用于2019年至2020年的表式',
    message: '报告的年度是2023年，这份表式适用于2019年至2020年，请核对年度，或换用适用的表式重新填写',
  },
  judge: ({ format, report }) => {
    const { from, to } = format.years
    const reach = to === undefined ? `${from}年起` : `${from}年至${to}年`
    return [
      report.year >= from && report.year <= (to ?? Infinity)
        ? pass('表式与年度相符', ['year'])
        : fail(`报告的年度是${report.year}年，这份表式适用于${reach}，请核对年度，或换用适用的表式重新填写`, ['year']),
    ]
  },
}
