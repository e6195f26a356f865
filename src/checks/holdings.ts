import { compare } from '../report/amount'
import { cellsOf, enteredCells } from '../report/cells'
import { fail, open, pass, type Rule, type Subject, type Verdict } from './rule'

const row = 'issued.rules'

const columnLabel = ({ format }: Subject, at: string): string => {
  const cell = cellsOf(format).get(at)
  return cell?.label.split(' ').slice(-1)[0] ?? at
}

const rulemaking: Rule = {
  id: 'C3',
  severity: 'warning',
  holds: '没有规章制定权的单位，规章一行都是 0',
  basis: '{law}第二十条第一项；《中华人民共和国立法法》',
  example: {
    fault: '没有规章制定权的局，规章一行填了本年制发 2 件、现行有效 5 件',
    message:
      '“规章”一行填了本年制发件数 2、现行有效件数 5，但单位没有勾选“规章制定权”；没有这项权力的请改为 0，有的或者代有权的政府编制的请勾选',
  },
  judge: (subject) => {
    const { format, report, valueAt } = subject
    const cells = enteredCells(format).filter(({ at }) => at.startsWith(`${row}.`))
    const all = cells.map(({ at }) => at)
    if (report.agency.rulemaking) return [pass('单位有规章制定权', all)]
    const filled = cells.flatMap(({ at }) => {
      const { value } = valueAt(at)
      return value !== null && compare(value, 0) !== 0 ? [{ at, value }] : []
    })
    if (filled.length === 0) {
      const blanks = all.filter((at) => valueAt(at).value === null)
      return [blanks.length > 0 ? open('“规章”一行还没有填完，填完后才能核对', blanks) : pass('“规章”一行都是 0', all)]
    }
    const label = cells[0]?.label.split(' ')[0] ?? ''
    const power = format.front.find(({ id }) => id === 'agency.rulemaking')?.label ?? ''
    const told = filled.map(({ at, value }) => `${columnLabel(subject, at)} ${value}`).join('、')
    return [
      fail(
        `“${label}”一行填了${told}，但单位没有勾选“${power}”；没有这项权力的请改为 0，有的或者代有权的政府编制的请勾选`,
        [...filled.map(({ at }) => at), 'agency.rulemaking'],
      ),
    ]
  },
}

const decisions = ['licensing.licences.decisions', 'enforcement.penalties.decisions', 'enforcement.coercion.decisions']

const anyDecision: Rule = {
  id: 'C5',
  severity: 'info',
  holds: '许可、处罚、强制都是 0 的，看一看是不是本年确实没有',
  basis: '{law}第二十条第五项、第六项',
  example: {
    fault: '行政许可、行政处罚、行政强制三项都填 0',
    message: '行政许可、行政处罚、行政强制的处理决定都是 0，请确认本年确实没有',
  },
  judge: ({ format, valueAt }): readonly Verdict[] => {
    const values = decisions.map((at) => valueAt(at).value)
    if (values.some((value) => value !== null && compare(value, 0) !== 0)) return [pass('有行政处理决定', decisions)]
    const blanks = decisions.filter((at) => valueAt(at).value === null)
    if (blanks.length > 0) return [open('行政处理决定还没有填完，填完后才能核对', blanks)]
    const labels = decisions.map((at) => cellsOf(format).get(at)?.label.split(' ')[0] ?? at)
    return [fail(`${labels.join('、')}的处理决定都是 0，请确认本年确实没有`, decisions)]
  },
}

/** C3 and C5: what section two says of a unit's powers. */
export const holdingRules: readonly Rule[] = [rulemaking, anyDecision]
