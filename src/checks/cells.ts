import { allFigures, allTables, enteredCells } from '../report/cells'
import { figureAt } from '../report/reading'
import { readFigure } from '../report/figures'
import { partsOf } from '../report/report'
import { fail, open, pass, type Rule, type Subject, type Verdict } from './rule'
import { narrativeRules } from './structure'

const blankCells = ({ format, report }: Subject): readonly Verdict[] =>
  [...allTables(format), ...allFigures(format)].map(({ id, label }) => {
    const cells = enteredCells(format, id)
    const blanks = cells
      .filter((cell) => figureAt(report, cell) === null && report.typed[cell.at] === undefined)
      .map(({ at }) => at)
    return blanks.length === 0
      ? pass(`“${label}”没有空格`, [])
      : open(`“${label}”还有 ${blanks.length} 格没有填，没有数据的请填 0`, blanks)
  })

/** Blank parts that A14 and A16 do not ask for already; a part that another one makes up for is blank all the same. */
const blankTexts = (subject: Subject): readonly Verdict[] => {
  const elsewhere = new Set(
    narrativeRules.flatMap(({ judge }) => judge(subject)).flatMap(({ result, at }) => (result === 'pass' ? [] : at)),
  )
  const isAskedFor = new Set(narrativeRules.flatMap(({ judge }) => judge(subject)).flatMap(({ at }) => at))
  return subject.format.sections.flatMap(({ title, blocks }) =>
    blocks.flatMap((block) =>
      block.kind !== 'subsections'
        ? []
        : partsOf(subject.report, block.id).length === 0 && !isAskedFor.has(block.id)
          ? [open(`“${title}”还没有内容，请添加并填写`, [block.id])]
          : partsOf(subject.report, block.id)
              .filter(({ id, text }) => text.trim() === '' && !elsewhere.has(`${block.id}.${id}`))
              .map(({ id, heading }) =>
                open(`“${title}”${heading.trim() === '' ? '有一段' : `的“${heading}”`}还没有写，请填写或删去`, [
                  `${block.id}.${id}`,
                ]),
              ),
    ),
  )
}

const noBlank: Rule = {
  id: 'B1',
  severity: 'error',
  holds: '定稿中没有空格，没有数据的填 0',
  basis: '公开表式注：本年无数据的需标注“0”，表格不为空',
  example: {
    fault: '行政许可的件数空着',
    message: '“行政许可”还有 1 格没有填，没有数据的请填 0',
  },
  judge: (subject) => [
    ...(subject.report.agency.kind === '' ? [open('单位类型还没有选，请选择', ['agency.kind'])] : []),
    ...blankCells(subject),
    ...blankTexts(subject),
  ],
}

const wholeFigures: Rule = {
  id: 'B3',
  severity: 'error',
  holds: '件数是 0 或正整数；金额是 0 或正数，最多六位小数',
  basis: '{form}表式',
  example: {
    fault: '行政许可的件数填“1.2万”',
    message: '行政许可 本年处理决定数量：“1.2万”不是数字，请填 12000',
  },
  judge: ({ format, report }) => {
    const faults = enteredCells(format).flatMap((cell) => {
      const text = report.typed[cell.at]
      if (text === undefined) return []
      const read = readFigure(text, cell.unit)
      return [fail(`${cell.label}：${read.kind === 'unreadable' ? read.says : `“${text}”读不出，请重填`}`, [cell.at])]
    })
    const date = report.typed['signedOn']
    if (date !== undefined) faults.push(fail(`成文日期“${date}”不是日期，请按 2024-01-15 这样填，或清空`, ['signedOn']))
    return faults.length > 0 ? faults : [pass('填入的都是数字', [])]
  },
}

export const cellRules: readonly Rule[] = [noBlank, wholeFigures]
