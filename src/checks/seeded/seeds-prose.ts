import type { Specimen } from './correct-reports'
import { partOf, withStatements, withTyped, type Seed, type Seeded } from './fault'
import { plain, wordsOf, type Statement } from './statement'

/** A sentence or two put at the end of a part. */
const sentence =
  (
    rule: string,
    aspect: string,
    words: (specimen: Specimen, pick: (list: readonly [string, ...string[]]) => string) => string,
  ): Seed =>
  (specimen, random) => {
    const added = plain(words(specimen, random.pick))
    const seeded = withStatements(specimen, aspect, [...(specimen.statements[aspect] ?? []), added])
    return { specimen: seeded, finds: [rule], at: [partOf(seeded, aspect)?.at ?? ''] }
  }

/** Words of the preface replaced; no fault where they do not stand there. */
const inPreface =
  (rule: string, pattern: RegExp, put: (found: string, year: number) => string): Seed =>
  (specimen) => {
    const { preface, year } = specimen.typed
    const text = preface.replace(pattern, (found) => put(found, year))
    return text === preface
      ? undefined
      : {
          specimen: withTyped(specimen, { preface: text }),
          finds: [rule],
          at: ['preface'],
          before: { at: 'preface', text: preface },
        }
  }

const oneOf =
  (...seeds: readonly [Seed, ...Seed[]]): Seed =>
  (specimen, random) =>
    random.pick(seeds)(specimen, random)

const otherYear = (text: string, year: number, other: number): string => text.split(`${year}`).join(`${other}`)

const titleOfLastYear: Seed = (specimen, random) => {
  const { title, year } = specimen.typed
  const other = random.pick([year - 1, year + 1])
  return { specimen: withTyped(specimen, { title: otherYear(title, year, other) }), finds: ['A2'], at: ['title'] }
}

const titleOfAnother: Seed = (specimen) => {
  const { title, agency } = specimen.typed
  const other = title.replace(agency.name, '样例市档案馆')
  return { specimen: withTyped(specimen, { title: other }), finds: ['A2'], at: ['title'] }
}

const periods = /\d{4}年1月1日[^。]*?12月31日|\d{4}\.1\.1-\d{4}\.12\.31/

const shortProblems: Seed = (specimen, random) => {
  const [aspect] = random.draw(['problems', 'measures'], 1)
  if (aspect === undefined) return undefined
  const words = random.pick(['无。', '暂无', '没有问题。', '正在改进。', '加强学习。'])
  const seeded = withStatements(specimen, aspect, [plain(words)])
  return { specimen: seeded, finds: ['A14'], at: [partOf(seeded, aspect)?.at ?? ''] }
}

const feeUntold: Seed = (specimen) => {
  const seeded = withStatements(specimen, 'fee', [plain('没有其他需要报告的事项。')])
  return { specimen: seeded, finds: ['A16'], at: [partOf(seeded, 'fee')?.at ?? ''] }
}

/** The words by which a reader sees that an aspect is told of somewhere. */
const signs: Readonly<Record<string, RegExp>> = {
  proactive: /主动公开|公开(各类|政务|政府)?信息/,
  onRequest: /申请/,
  management: /审查|属性|目录|归集|清理|信息管理|指南|台账|归档/,
  platform: /网站|新媒体|平台|查阅|专栏|公报/,
  supervision: /考核|评议|测评|责任|培训|督查|检查|监督|保障|问责|评估/,
}

const aspectMissing: Seed = (specimen, random) => {
  const [aspect] = random.draw(Object.keys(signs), 1)
  const sign = signs[aspect ?? '']
  const overview = specimen.typed.overview.filter((part) => part.aspect !== aspect)
  if (sign === undefined || overview.some(({ heading, text }) => sign.test(heading + text))) return undefined
  const isAsked = ['government', 'township'].includes(specimen.typed.agency.kind) && aspect === 'supervision'
  const statements = Object.fromEntries(Object.entries(specimen.statements).filter(([key]) => key !== aspect))
  return {
    specimen: withTyped({ ...specimen, statements }, { overview }),
    finds: ['A6'],
    mayFind: isAsked ? ['A7'] : [],
    at: ['overview'],
  }
}

const resultMissing: Seed = (specimen, random) => {
  const { kind } = specimen.typed.agency
  const [about] = random.draw(['appraisal', 'review', 'accountability'], 1)
  const own = specimen.statements['supervision'] ?? []
  const kept = own.filter((one) => one.about !== about)
  if (!['government', 'township'].includes(kind) || about === undefined || kept.length === own.length) return undefined
  const words = { appraisal: /考核|评估|测评|考评/, review: /评议|满意|监督/, accountability: /追究|问责|追责/ }
  const seeded = withStatements(specimen, 'supervision', kept)
  const text = [...seeded.typed.overview, ...seeded.typed.improvement].map((part) => part.heading + part.text).join('')
  const sign = words[about as keyof typeof words]
  // 监督保障 is the part's own heading: a reader sees no public review in it.
  return sign.test(text.replace(/监督保障/g, '')) ? undefined : { specimen: seeded, finds: ['A7'] }
}

const anotherAgency: Seed = (specimen, random) => {
  const { agency, preface } = specimen.typed
  const other = agency.name.replace('示例', random.pick(['示列', '样例', '范例']))
  if (random.chance(0.3))
    return {
      specimen: withTyped(specimen, { signature: { name: other, place: 'end' } }),
      finds: ['A17'],
      at: ['signature.name'],
    }
  const places = [`${agency.name}编制`, `与${agency.name}`].filter((words) => preface.includes(words))
  const [place] = random.draw(places, 1)
  if (place === undefined) return undefined
  const text = preface.replace(place, place.replace(agency.name, other))
  return { specimen: withTyped(specimen, { preface: text }), finds: ['A17'], at: ['preface'] }
}

const improvementOfLastYear: Seed = (specimen) => {
  const { last } = specimen
  if (!last) return undefined
  const text = (aspect: string): string => last.improvement.find((part) => part.aspect === aspect)?.text ?? ''
  const problems = withStatements(specimen, 'problems', [plain(text('problems'))])
  return { specimen: withStatements(problems, 'measures', [plain(text('measures'))]), finds: ['G3'] }
}

/** Sections one and five in last year's very words. */
const wordsOfLastYear: Seed = (specimen) => {
  const { last } = specimen
  if (!last) return undefined
  const seeded = [...last.overview, ...last.improvement].reduce(
    (now, { aspect, text }) => withStatements(now, aspect ?? '', [plain(text)]),
    specimen,
  )
  return { specimen: seeded, finds: ['G1', 'G3'] }
}

const doubledWord = (specimen: Specimen, aspect: string): Seeded | undefined => {
  const own = specimen.statements[aspect] ?? []
  const index = own.findIndex((one) => /[^的]的[^的确]/.test(wordsOf(one)))
  const double = (one: Statement): Statement => ({
    ...one,
    pieces: one.pieces.map((piece) => (typeof piece === 'string' ? piece.replace('的', '的的') : piece)),
  })
  const statements = own.map((one, at) => (at === index ? double(one) : one))
  const seeded = withStatements(specimen, aspect, statements)
  const [before, after] = [partOf(specimen, aspect), partOf(seeded, aspect)]
  return index < 0 || !after?.text.includes('的的') || before?.text.includes('的的')
    ? undefined
    : { specimen: seeded, finds: ['A20'], at: [after.at], ...(before ? { before } : {}) }
}

const subjectWord = ({ typed }: Specimen): string =>
  typed.agency.kind === 'government' ? '全市' : typed.agency.kind === 'township' ? '我镇' : '我局'

/** Faults in form and prose, by their kind. */
export const proseSeeds: Readonly<Record<string, Seed>> = {
  'section title pasted': sentence('A1', 'platform', (specimen) => `\n${specimen.format.sections[1]?.title ?? ''}\n`),
  'year in the title': oneOf(titleOfLastYear, titleOfLastYear, titleOfAnother),
  'aspect missing': aspectMissing,
  'result missing': resultMissing,
  'period of another year': inPreface('A10', periods, (found, year) => otherYear(found, year, year - 1)),
  'stray year': sentence('A11', 'proactive', (specimen, pick) => {
    const before = specimen.typed.year - 1
    const we = subjectWord(specimen)
    return pick([
      `${before}年，${we}主动公开信息317条。`,
      `${before}年${we}召开新闻发布会3场。`,
      `${before}年，共发布政策解读26篇。`,
    ])
  }),
  'wrong citation': oneOf(
    inPreface('A12', /第711号|第711号/, () => '第771号'),
    inPreface('A12', /国办公开办函/, () => '国办公开函'),
    inPreface('A12', /公开办函/, () => '公开办涵'),
    inPreface('A12', /〔2021〕30号/, () => '〔2019〕60号'),
  ),
  'template left over': sentence('A13', 'management', (_, pick) =>
    pick([
      '（文字描述）',
      '该部分以文字形式报告。',
      '注：待补充。',
      '全年归集信息××条。',
      '由XX科负责更新。',
      '详见【】。',
    ]),
  ),
  'problems too short': shortProblems,
  'fee untold': feeUntold,
  'another agency': anotherAgency,
  'mobile number in the text': sentence('A19', 'onRequest', () => '申请人王某的联系电话为13812345678。'),
  'word doubled': (specimen, random) => doubledWord(specimen, random.pick(['problems', 'measures', 'platform'])),
  'plan for the year reported on': sentence('A21', 'measures', (specimen) => {
    const { year } = specimen.typed
    return `下一步，${year}年${subjectWord(specimen)}将加大解读力度。`
  }),
  'section five of last year': improvementOfLastYear,
  'words of last year': wordsOfLastYear,
}
