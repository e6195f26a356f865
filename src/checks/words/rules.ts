import type { Rule, Subject, Verdict } from '../rule'
import { judgeChanges } from './changes'
import { judgeCompletion, judgeCorrections } from './completion'
import { judgeDisclosed } from './disclosed'
import { judgeInexact } from './inexact'
import { judgeClaims, readsOf } from './judge'
import { judgeRepeats } from './repeats'
import { judgeShares } from './shares'
import { judgeSums } from './sums'

const agreement = '{law}第五十条；同一报告中文字与表格应当一致'

/** A rule that holds a kind of number in the words against its cells; the clerk may release it with a reason. */
const claims = (id: string, holds: string, fault: string, message: string): Rule => ({
  id,
  severity: 'error',
  releasable: true,
  holds,
  basis: agreement,
  example: { fault, message },
  judge: (subject: Subject): readonly Verdict[] =>
    judgeClaims(subject).flatMap((judged) => (judged.rule === id && judged.verdict ? [judged.verdict] : [])),
})

const corrections: Rule = {
  id: 'E3',
  severity: 'warning',
  holds: '写未发生复议纠错、诉讼败诉的，第四部分的结果纠正应为 0',
  basis: agreement,
  example: {
    fault: '全年未发生复议纠错、诉讼败诉',
    message: '第一部分写“未发生复议纠错、诉讼败诉”，第四部分“行政复议 结果纠正”是 1，请核对',
  },
  judge: (subject) => judgeCorrections(subject, readsOf(subject)),
}

const sums: Rule = {
  id: 'F6',
  severity: 'error',
  lesser: { severity: 'warning', when: '所计的不是申请、复议、诉讼' },
  holds: '“共几件，其中……”所列各项齐全时相加等于总数，任何时候不超过总数',
  basis: '正文中的数应当前后相符',
  example: {
    fault: '全年收到申请120件，其中自然人100件、法人或其他组织30件',
    message: '第一部分写“收到申请120件”，所列各项相加 100＋30＝130，差 −10，请核对',
  },
  judge: (subject) => judgeSums(subject, readsOf(subject)),
}

const shares: Rule = {
  id: 'F7',
  severity: 'warning',
  holds: '文字中的百分比等于相应两数相除，与所写的位数相符',
  basis: agreement,
  example: {
    fault: '自然人申请100件，占新收申请的88.3%',
    message:
      '第一部分写“占新收申请的88.3%”，按 100÷120 计算是 83.3%（“一、本年新收政府信息公开申请数量”是 120），请核对',
  },
  judge: (subject) => judgeShares(subject, readsOf(subject)),
}

const changes: Rule = {
  id: 'F8',
  severity: 'warning',
  holds: '文字中的同比、比上年增减与上年年报相符，按新收或者新收加结转计算都可以',
  basis: '上年年报',
  example: {
    fault: '收到申请200件，同比增长30%',
    message: '第一部分写“同比增长30%”，“一、本年新收政府信息公开申请数量”上年 160、本年 200，应为增加 25%，请核对',
  },
  judge: (subject) => judgeChanges(subject, readsOf(subject)),
}

const completion: Rule = {
  id: 'F11',
  severity: 'warning',
  holds: '写全部办结的，结转下年度应为 0；按时办结、期限内答复不在此列',
  basis: agreement,
  example: {
    fault: '收到申请120件，已全部办结',
    message: '第一部分写“已全部办结”，第三部分“四、结转下年度继续办理”是 7，并未全部办结，请核对',
  },
  judge: (subject) => judgeCompletion(subject, readsOf(subject)),
}

const inexact: Rule = {
  id: 'F12',
  severity: 'warning',
  holds: '带“余”“多”“左右”的数不写到个位',
  basis: '约数的通行写法',
  example: {
    fault: '主动公开信息3287余条',
    message: '第一部分写“3287余条”，3287 已精确到个位，不必再写“余”，请删去“余”或改写成整数',
  },
  judge: (subject) => judgeInexact(subject, readsOf(subject)),
}

const disclosed: Rule = {
  id: 'F13',
  severity: 'info',
  holds: '规章、规范性文件、许可、处罚、强制、收费的数与第二部分一致；表中没有的数列出备查',
  basis: agreement,
  example: {
    fault: '本年制发行政规范性文件5件',
    message: '第一部分写“制发行政规范性文件5件”，第二部分“行政规范性文件 本年制发件数”是 3，差 +2，请核对',
  },
  judge: (subject) => judgeDisclosed(subject, readsOf(subject)),
}

const repeats: Rule = {
  id: 'F14',
  severity: 'info',
  holds: '同一事项在文字中只有一个数',
  basis: '正文中的数应当前后相符',
  example: {
    fault: '收到申请120件。全年收到的102件申请均已登记',
    message: '第一部分写“收到申请120件”，又写“收到的102件申请”，同一事项两处不一致，请核对',
  },
  judge: (subject) => judgeRepeats(subject, readsOf(subject), judgeClaims(subject)),
}

/** The rules that hold the words of sections one, five and six against the tables: catalogue E3 and F, without F9. */
export const wordRules: readonly Rule[] = [
  corrections,
  claims(
    'F1',
    '收到、新收申请的数等于本年新收；受理、办理的数等于新收，或者新收加结转',
    '共收到申请1120件',
    '第一部分写“收到申请1120件”，第三部分“一、本年新收政府信息公开申请数量”是 120，差 +1000，请核对',
  ),
  claims(
    'F2',
    '办结、答复、上年结转、结转下年度的数等于第三部分的相应项',
    '收到申请120件，结转下年度继续办理5件',
    '第一部分写“结转下年度继续办理5件”，第三部分“四、结转下年度继续办理”是 7，差 −2，请核对',
  ),
  claims(
    'F3',
    '各种办理结果的数等于第三部分的相应项',
    '办结的申请中，不予公开16件',
    '第一部分写“不予公开16件”，第三部分“（三）不予公开”是 15，差 +1，请核对',
  ),
  claims(
    'F4',
    '自然人、法人或其他组织申请的数等于第三部分的相应列',
    '新收申请中，法人或其他组织30件',
    '第一部分写“法人或其他组织30件”，第三部分“一、本年新收政府信息公开申请数量 法人或其他组织”是 20，差 +10，请核对',
  ),
  claims(
    'F5',
    '行政复议、行政诉讼的件数和结果等于第四部分的相应项',
    '全年发生政府信息公开行政复议4件',
    '第一部分写“行政复议4件”，第四部分“行政复议总计”是 3，差 +1，请核对',
  ),
  sums,
  shares,
  changes,
  claims(
    'F10',
    '写未收到申请、未发生复议或诉讼的，表中相应各项应为 0',
    '全年未发生政府信息公开行政复议',
    '第一部分写“未发生政府信息公开行政复议”，第四部分“行政复议总计”是 3，请核对',
  ),
  completion,
  inexact,
  disclosed,
  repeats,
]
