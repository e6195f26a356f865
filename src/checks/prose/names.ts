import { squeezed } from '../text'
import { fail, pass, type Rule, type Subject, type Verdict } from '../rule'
import { prefaceOf, quoted } from './places'

/** A name that stands where the unit's own is expected. */
interface Named {
  readonly name: string
  readonly start: number
}

const letters = '[\\u4e00-\\u9fff()]'

/** 由某局编制, 某局编制了 – not 某办公厅编制的格式. */
const maker = new RegExp(
  `(${letters}{3,40}?)(?:统一|组织|牵头|负责|汇总|认真|共同){0,2}编[制写](?=了|本|完成|而成|并|形成|《|\\d|[。,;\\n]|$)`,
  'g',
)
/** 与某局联系, 请联系某局 */
const reached = new RegExp(`(?:请|可|欢迎|直接|,|:|^)(?:与|同|和|向)(${letters}{3,40}?)联系`, 'g')
const named = new RegExp(`(?:请联系|联系(?:单位|部门|机构)(?:为|是)?:?|编制单位(?:为|是)?:?)(${letters}{3,40})`, 'g')

const organisation = /^.*(?:局|委员会|委|厅|政府|办事处|管委会|院|署)/

const ownOffice = /^$|(?:科|股|处|室|中心|大厅|窗口|大队|支队)$/

/** How many letters have to change at most; counted up to three. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      )
    row = next
  }
  return row[b.length] ?? 0
}

const near = 2

/** A slip of a letter or two, with or without the region before it. */
const isSlip = (name: string, own: string): boolean =>
  [own, own.slice(-name.length)].some((one) => {
    const steps = distance(name, one)
    return steps > 0 && steps <= near && name.length >= 5 && one.length >= 5
  })

/** The organisation in what was found: words before it and its own offices behind it left out; null where it is none. */
const organisationIn = (words: string, own: string): string | null => {
  const name = words
    .replace(/^.*(?:由|要求|规定|根据|结合|通知|实际|情况|部署|现将|特将|本报告|本年报|年度报告)/, '')
    .replace(/\(.*$/, (found) => (found.includes(')') ? found : ''))
    .replace(/(?:办公室|办公厅)$/, '')
  if (/我|本[单机市县区局委办镇乡街]|国务院|上级|有关|领导|申请人/.test(name)) return null
  // 某某中心 is an organisation where this one's own name ends so; only a slip of its name is told then.
  if (!organisation.test(name)) return name.endsWith(own.slice(-2)) && isSlip(name, own) ? name : null
  const found = organisation.exec(name)?.[0]
  return found !== undefined && ownOffice.test(name.slice(found.length)) ? found : null
}

const namesIn = (text: string, own: string): readonly Named[] =>
  [maker, reached, named].flatMap((place) =>
    [...text.matchAll(place)].flatMap((found) => {
      const words = found[1] ?? ''
      const name = organisationIn(words, own)
      return name === null || name.length < 4
        ? []
        : [{ name, start: (found.index ?? 0) + found[0].indexOf(words) + words.indexOf(name) }]
    }),
  )

const bare = (name: string): string => squeezed(name).replace(/(?:办公室|办公厅)$/, '')

/** With or without its region, with an office of its own, or shortened from its own letters. */
const isOwn = (name: string, own: string): boolean =>
  name.includes(own) || own.includes(name) || [...name].every((letter) => own.includes(letter))

/** Another name is a fault: in a government's report only a like one, for another office may write and answer for it. */
const isForeign = (name: string, own: string, kind: string): boolean =>
  !isOwn(name, own) &&
  (isSlip(name, own) || (kind !== 'government' && kind !== 'township') || name.endsWith('人民政府'))

const judgePreface = (subject: Subject, own: string): readonly Verdict[] => {
  const { agency } = subject.report
  const preface = prefaceOf(subject)
  const seen = new Set<string>()
  return namesIn(preface.words.text, own).flatMap(({ name, start }) => {
    if (!isForeign(name, own, agency.kind) || seen.has(name)) return []
    seen.add(name)
    return [
      {
        ...fail(`“${preface.label}”里写的是“${name}”，单位名称是“${agency.name}”，请核对是不是写错了`, [
          preface.at,
          'agency.name',
        ]),
        quotes: [quoted(preface, start, start + name.length)],
      },
    ]
  })
}

const judgeSignature = ({ format, report }: Subject, own: string): readonly Verdict[] => {
  const { name } = report.signature
  if (name === null || report.signature.place === 'none') return []
  const signed = bare(name)
  const label = format.front.find(({ id }) => id === 'signature.name')?.label ?? ''
  return signed === '' || isOwn(signed, own)
    ? []
    : [
        fail(`“${label}”写的是“${name}”，单位名称是“${report.agency.name}”，请核对是不是写错了`, [
          'signature.name',
          'agency.name',
        ]),
      ]
}

/** A17: who wrote the report, whom to reach and who signs is this agency; the title is A2's. */
export const ownName: Rule = {
  id: 'A17',
  severity: 'warning',
  holds: '编制说明里编制和联系的单位、署名都是本单位；可以带或不带地区名，可以写到办公室',
  basis: '常见差错：单位名称写错一两个字，或留着别的单位的名称',
  example: {
    fault: '示例市数据管理局的编制说明写“示例市数椐管理局编制了2025年报告”',
    message: '“编制说明”里写的是“示例市数椐管理局”，单位名称是“示例市数据管理局”，请核对是不是写错了',
  },
  judge: (subject) => {
    const own = bare(subject.report.agency.name)
    if (own === '') return []
    const found = [...judgePreface(subject, own), ...judgeSignature(subject, own)]
    return found.length > 0 ? found : [pass('单位名称前后一致', ['agency.name'])]
  },
}
