import { compare } from '../../report/amount'
import { cellsOf } from '../../report/cells'
import { quoteOf } from '../normal'
import { fail, open, pass, unknown, type Rule, type Subject, type Verdict } from '../rule'
import { passagesOf } from '../texts'
import { readFees } from './claims'

const unpaid = 'requests.feeUnpaid.total'
const mention = /(?:收费|缴费|缴款|交费)通知/

const judge = (subject: Subject): readonly Verdict[] => {
  if (!cellsOf(subject.format).has(unpaid)) return []
  const { value, missing } = subject.valueAt(unpaid)
  const written = passagesOf(subject).filter(({ list, words }) => list === 'other' && words.text !== '')
  const places = [...written.map(({ at }) => at), unpaid]
  if (value === null || missing > 0) return [open('逾期未缴费的件数还没有填完，填完后才能核对', places)]
  if (compare(value, 0) === 0) return [pass('没有因逾期未缴费不再处理的申请', places)]
  if (written.length === 0) return [open('第六部分还没有写，写完后才能核对收费通知', ['other', unpaid])]
  const { claims, sentences } = readFees(subject)
  const denied = claims.find(({ ofAll, kinds }) => ofAll && kinds.includes('notices'))
  if (denied) {
    const { passage, text, start } = denied.clause
    const quotes = [quoteOf(passage.at, passage.words, start, start + text.length)]
    const said = `第六部分写“${text}”，第三部分有 ${value} 件因逾期未缴费不再处理`
    const at = [passage.at, unpaid]
    return denied.hedged
      ? [{ ...unknown(`${said}，不能断定是否相符，请自行核对`, at), quotes }]
      : [{ ...fail(`${said}，请核对；通知是上年发出的，请写明`, at), quotes }]
  }
  const isTold =
    claims.some(({ value: said }) => compare(said, 0) > 0) || sentences.flat().some(({ text }) => mention.test(text))
  return [
    isTold
      ? pass('第六部分写了收费通知的情况', places)
      : fail(`第三部分有 ${value} 件因逾期未缴费不再处理，第六部分没有写发出收费通知的情况，请补写`, places),
  ]
}

/** D6: an application is given up for an unpaid fee only after a notice (条例 art. 42), of which section six tells. */
export const notices: Rule = {
  id: 'D6',
  severity: 'warning',
  holds: '有因逾期未缴费不再处理的申请，第六部分就写明发出收费通知的情况',
  basis: '{law}第四十二条；国办函〔2020〕109号',
  example: {
    fault: '第三部分逾期未缴费 2 件，第六部分写未发出收费通知',
    message: '第六部分写“本年度未发出收费通知”，第三部分有 2 件因逾期未缴费不再处理，请核对；通知是上年发出的，请写明',
  },
  judge,
}
