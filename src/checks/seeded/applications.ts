import { free, listed, percent, readings, zero, type Facts } from './facts'
import { plain, say, type Reading, type Statement, type Told } from './statement'

type Pattern = (facts: Facts) => Statement | undefined

const outcomeList = [
  ['予以公开', readings.granted],
  ['部分公开', readings.partlyGranted],
  ['不予公开', readings.refused],
  ['无法提供', readings.unavailable],
  ['不予处理', readings.notProcessed],
  ['其他处理', readings.otherHandling],
] as const

const { received, carriedIn, handled, total, ownTotal, carriedOut } = readings
const { natural, organisations, allNatural, allOrganisations, lastReceived, lastHandled } = readings

const carried = ({ sumOf }: Facts): boolean => sumOf(carriedIn) > 0
const left = ({ sumOf }: Facts): boolean => sumOf(carriedOut) > 0

const summed = (statement: Statement, whole: number, parts: readonly number[], all = true): Statement => ({
  ...statement,
  sums: [...statement.sums, { whole, parts, ...(all ? { all: true as const } : {}) }],
})

const range = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, i) => from + i)

/** How the year's applications are told: what came, what was finished and what is left. */
const flows: readonly Pattern[] = [
  ({ n }) =>
    say`本年新收政府信息公开申请${n('F1', received)}，上年结转${n('F2', carriedIn)}；办结${n('F2', total, ownTotal)}，结转下年度继续办理${n('F2', carriedOut)}。`,
  ({ n, we, typed: { year } }) =>
    summed(
      say`${String(year)}年，${we}共收到政府信息公开申请${n('F1', received)}，其中自然人申请${n('F4', natural, allNatural)}、法人或其他组织申请${n('F4', organisations, allOrganisations)}。`,
      0,
      [1, 2],
    ),
  (facts) =>
    carried(facts) && left(facts)
      ? say`全年受理依申请公开${facts.n('F1', handled, received)}（含上年结转${facts.n('F2', carriedIn)}），已办结${facts.n('F2', total, ownTotal)}，尚有${facts.n('F2', carriedOut)}顺延至下年度办理。`
      : undefined,
  (facts) =>
    carried(facts)
      ? say`${facts.we}全年新收依申请公开${facts.n('F1', received)}，连同上年结转的${facts.n('F2', carriedIn)}，共办理${facts.n('F1', handled, received, total)}，年末已办结${facts.n('F2', total, ownTotal)}。`
      : undefined,
  (facts) => {
    const answered = facts.soft('F2', total, ownTotal)
    return carried(facts) && left(facts)
      ? say`全年答复政府信息公开申请${answered}（含上年度结转申请${facts.n('F2', carriedIn)}，另有${facts.n('F2', carriedOut)}顺延到下年度答复）。`
      : undefined
  },
  (facts) =>
    say`全年共接收信息公开申请${facts.n('F1', received)}${left(facts) ? say`，年底前办结${facts.n('F2', total, ownTotal)}，另有${facts.n('F2', carriedOut)}转下年度办理` : say`，办结${facts.n('F2', total, ownTotal)}`}。`,
  ({ n }) =>
    summed(
      say`全年新收政府信息公开申请${n('F1', received)}（自然人${n('F4', natural, allNatural)}、法人或其他组织${n('F4', organisations, allOrganisations)}），办结${n('F2', total, ownTotal)}。`,
      0,
      [1, 2],
    ),
  (facts) =>
    facts.sumOf(readings.ownTotal) >= 0 && carried(facts)
      ? say`全年收到政府信息公开申请${facts.n('F1', received)}，加上上年结转${facts.n('F2', carriedIn)}，应办理${facts.n('F1', handled, received, total)}，实际办结${facts.n('F2', total, ownTotal)}。`
      : undefined,
  ({ n, typed: { year } }) =>
    say`${String(year)}年度收到公开申请${n('F1', received)}，${String(year - 1)}年结转${n('F2', carriedIn)}，办理完毕${n('F2', total, ownTotal)}，结转${String(year + 1)}年办理${n('F2', carriedOut)}。`,
]

/** Rows of a group that are not 0, in the words that offices use for them. */
const rowsOf = (facts: Facts, labels: Readonly<Record<string, string>>): readonly (readonly [string, Told])[] =>
  Object.entries(labels).flatMap(([row, label]) => {
    const value = facts.sumOf({ plus: [`requests.${row}.total`] })
    return value > 0 ? [[label, free(value, facts.write)] as const] : []
  })

const refusals = {
  stateSecrets: '属于国家秘密',
  barredByLaw: '其他法律行政法规禁止公开',
  securityAndStability: '危及“三安全一稳定”',
  thirdPartyRights: '保护第三方合法权益',
  internalAffairs: '属于三类内部事务信息',
  deliberative: '属于四类过程性信息',
  enforcementFiles: '属于行政执法案卷',
  administrativeQuery: '属于行政查询事项',
}

const lacks = { notHeld: '本机关不掌握相关信息', needsCreation: '没有现成信息', unclear: '补正后仍不明确' }

/** A group with its rows, or with some of them only: 不予公开 n，其中 … */
const groupOf =
  (label: string, reading: Reading, labels: Readonly<Record<string, string>>): Pattern =>
  (facts) => {
    const all = rowsOf(facts, labels)
    const rows = facts.random.chance(0.3) ? all.slice(0, -1) : all
    if (all.length < 2) return undefined
    const list = rows.map(([words, told], index) => say`${index === 0 ? '' : '、'}${words}${told}`)
    const pieces = list.flatMap((one) => one.pieces)
    return summed(
      say`${label}${facts.n('F3', reading)}，其中${{ pieces, sums: [] }}。`,
      0,
      range(1, rows.length),
      false,
    )
  }

/** How the outcomes are told. */
const results: readonly Pattern[] = [
  (facts) => {
    const { statement, count } = listed(facts, 'F3', outcomeList)
    if (count < 2) return undefined
    return summed(say`从办理结果看，${statement}，合计${facts.soft('F2', total)}。`, count, range(0, count))
  },
  (facts) => {
    const { statement, count } = listed(facts, 'F3', outcomeList)
    return summed(say`办结的${facts.n('F2', total, ownTotal)}申请中，${statement}。`, 0, range(1, count), false)
  },
  (facts) => {
    const { statement, count } = listed(facts, 'F3', outcomeList)
    return summed(say`全年共办结申请${facts.n('F2', total, ownTotal)}，其中，${statement}。`, 0, range(1, count), false)
  },
  (facts) => say`办理结果为：${listed(facts, 'F3', outcomeList).statement}。`,
  groupOf('决定不予公开', readings.refused, refusals),
  groupOf('无法提供', readings.unavailable, lacks),
  ({ sumOf, n }) =>
    sumOf(readings.granted) > 0
      ? say`对符合公开条件的申请，予以公开${n('F3', readings.granted)}，部分公开${n('F3', readings.partlyGranted)}。`
      : undefined,
]

const channelsOf = (facts: Facts): Statement => {
  const all = facts.sumOf(received)
  const post = facts.random.int(0, Math.floor(all / 3))
  const desk = facts.random.int(0, Math.floor((all - post) / 3))
  const [a, b, c] = [free(all - post - desk, facts.write), free(post, facts.write), free(desk, facts.write)]
  return summed(
    say`从申请渠道看，网上提交${a}、信函${b}、当面提交${c}，共${facts.soft('F1', received)}。`,
    3,
    [0, 1, 2],
  )
}

/** What else is told of applications. */
const extras: readonly Pattern[] = [
  channelsOf,
  (facts) =>
    facts.sumOf(received) > 20
      ? say`自然人提出申请${facts.n('F4', natural, allNatural)}，占全年新收申请的${percent(facts, 'F7', [natural, received], facts.random.int(0, 2), [natural, handled])}。`
      : undefined,
  (facts) => {
    const [now, before] = [facts.sumOf(received), facts.hasLast ? facts.sumOf(lastReceived) : NaN]
    if (!(before > 10) || now === before) return undefined
    const word = now > before ? '增长' : '下降'
    const rate = percent(facts, 'F8', [received, lastReceived], facts.random.int(1, 2), [handled, lastHandled])
    return say`全年收到政府信息公开申请${facts.n('F1', received)}，同比${word}${rate}。`
  },
  (facts) => {
    const before = facts.hasLast ? facts.sumOf(lastReceived) : NaN
    const by = facts.sumOf(received) - before
    if (Number.isNaN(by) || by === 0) return undefined
    const change: Told = {
      rule: 'F8',
      value: Math.abs(by),
      write: facts.write,
      of: received.plus,
      soft: true,
      isTrue: (value, sums) => Math.abs(sums(received) - sums(lastReceived)) === value,
      isAlsoTrue: (value, sums) => Math.abs(sums(handled) - sums(lastHandled)) === value,
    }
    return say`新收申请${facts.n('F1', received)}，较上年${by > 0 ? '增加' : '减少'}${change}。`
  },
  ({ n, typed: { year }, random, write }) =>
    say`${String(year - 1)}年收到申请${free(random.int(9, 900), write)}，${String(year)}年收到申请${n('F1', received)}。`,
  ({ n, typed: { year } }) =>
    say`${n('F1', received)}新收申请逐件登记编号，申请材料按《${String(year - 1)}年度档案移交目录》的格式归档。`,
  () => plain('所有申请均在法定期限内作出答复，没有一件超期。'),
  ({ n, sumOf }) => (sumOf(carriedIn) > 0 ? say`上年结转的${n('F2', carriedIn)}申请均已办理完毕。` : undefined),
  (facts) => (left(facts) ? undefined : say`收到的政府信息公开申请${zero('F11', '已全部办结', carriedOut)}。`),
  ({ random, write }) =>
    say`同期收到网络问政留言${free(random.int(20, 900), write)}，均已回复；承办人大代表建议${free(random.int(3, 60), write)}，全部办结。`,
  ({ typed: { year } }) => plain(`${year + 1}年，将继续压缩一般申请的办理时限。`),
]

const none = ({ random, we, typed: { year } }: Facts, carriedToo: boolean): Statement => {
  const words = random.pick([
    `本年度${we}未收到政府信息公开申请`,
    `${year}年，${we}没有收到政府信息公开申请`,
    `全年未收到公民、法人或者其他组织提出的政府信息公开申请`,
  ])
  return say`${zero('F10', words, received)}${carriedToo ? '' : '，也没有上年结转的申请'}。`
}

const made = (facts: Facts, patterns: readonly Pattern[], most: number): readonly Statement[] => {
  const found: Statement[] = []
  for (const pattern of facts.random.draw(patterns, patterns.length)) {
    const statement = found.length < most ? pattern(facts) : undefined
    if (statement) found.push(statement)
  }
  return found
}

/** What a report says of its applications: one to three of the ways in which offices tell it. */
export const applicationsOf = (facts: Facts): readonly Statement[] => {
  const { sumOf, random } = facts
  if (sumOf(received) === 0) return [none(facts, sumOf(carriedIn) > 0)]
  const outcomes = sumOf(total) > 0 ? made(facts, results, random.int(0, 1)) : []
  return [...made(facts, flows, random.chance(0.2) ? 2 : 1), ...outcomes, ...made(facts, extras, random.int(0, 2))]
}
