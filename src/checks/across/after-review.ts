import { add, compare, signed, subtract } from '../../report/amount'
import { fail, open, pass, unknown, type Rule } from '../rule'
import { withLast } from './last-year'

const review = 'disputes.cases.reviewTotal'
const complaints = 'disputes.cases.afterReviewTotal'
const at = [complaints, review]

/** E5: whoever sues after review had a review this year or last. Listed only: years and cases may be counted otherwise. */
export const afterReview: Rule = {
  id: 'E5',
  severity: 'info',
  holds: '复议后起诉不多于本年和上年的行政复议',
  basis: '两年年报的数字关系',
  example: {
    fault: '复议后起诉 6 件，本年行政复议 3 件，上年 2 件',
    message: '复议后起诉共 6 件，本年行政复议 3 件加上年 2 件只有 5 件，差 +1，请核对',
  },
  judge: withLast('复议后起诉是否多于两年的行政复议', ({ valueAt }, last) => {
    const [sued, reviewed, before] = [valueAt(complaints), valueAt(review), last.valueAt(review)]
    if (sued.missing + reviewed.missing > 0 || sued.value === null || reviewed.value === null)
      return [open('第四部分还没有填完，填完后才能与上年核对', at)]
    if (compare(sued.value, reviewed.value) <= 0) return [pass('复议后起诉不多于本年的行政复议', at)]
    if (before.missing > 0 || before.value === null)
      return [unknown('上年年报没有行政复议的总计，不能核对复议后起诉', at)]
    const both = add(reviewed.value, before.value)
    if (compare(sued.value, both) <= 0) return [pass('复议后起诉不多于本年和上年的行政复议', at)]
    const difference = signed(subtract(sued.value, both))
    return [
      {
        ...fail(
          `复议后起诉共 ${sued.value} 件，本年行政复议 ${reviewed.value} 件加上年 ${before.value} 件只有 ${both} 件，差 ${difference}，请核对`,
          at,
        ),
        sides: [
          { label: '复议后起诉', value: String(sued.value), at: [complaints] },
          { label: '两年的行政复议', value: String(both), at: [review] },
        ],
        difference,
      },
    ]
  }),
}
