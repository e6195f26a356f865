import type { Specimen } from './correct-reports'
import { readings, sumsOf, zero } from './facts'
import { numbersOf, partOf, valueAt, withCell, withNumber, withStatements, type Seed } from './fault'
import { truthOf } from './oracle'
import type { Random } from './random'
import { anySlip, transposed } from './slips'
import { plain, say, toldOf, type Reading, type Statement } from './statement'

/** A number of a rule in a sentence mistyped. */
const numberWrong =
  (rule: string, soft = false): Seed =>
  (specimen, random) => {
    const [place] = random.draw(
      numbersOf(specimen).filter((one) => one.rule === rule),
      1,
    )
    if (!place) return undefined
    const told = toldOf(place.statement)[place.index]
    const wrong = random.chance(0.4) ? transposed(place.value, random) : anySlip(place.value, random)
    if (wrong === undefined || wrong === place.value || (told?.soft && !soft)) return undefined
    const { format, typed, last } = specimen
    if (told?.isAlsoTrue?.(wrong, sumsOf(format, typed, last))) return undefined
    const seeded = withNumber(specimen, place, wrong)
    const truth = truthOf(seeded)
    if (!(soft ? truth.may : truth.must).has(rule)) return undefined
    const part = partOf(specimen, place.aspect)
    return part && { specimen: seeded, finds: [rule], at: [part.at], before: part }
  }

/** Parts and whole of a sentence that do not add up; mostly of numbers that no table knows. */
const sumWrong: Seed = (specimen, random) => {
  const [place] = random.draw(
    numbersOf(specimen).filter(({ statement, index }) =>
      statement.sums.some(({ whole, parts }) => whole === index || parts.includes(index)),
    ),
    1,
  )
  const wrong = place ? anySlip(place.value, random) : undefined
  if (!place || wrong === undefined) return undefined
  const seeded = withNumber(specimen, place, wrong)
  const part = partOf(seeded, place.aspect)
  return part && truthOf(seeded).must.has('F6') ? { specimen: seeded, finds: ['F6'], at: [part.at] } : undefined
}

const added = (specimen: Specimen, aspect: string, statement: Statement): Specimen =>
  withStatements(specimen, aspect, [...(specimen.statements[aspect] ?? []), statement])

const sumOf = (specimen: Specimen, reading: Reading): number => sumsOf(specimen.format, specimen.typed)(reading)

const inRequests = (specimen: Specimen): readonly string[] => [partOf(specimen, 'onRequest')?.at ?? '']

/** A sentence that says none where the tables have some, in place of what was said of it. */
const deniedApplications: Seed = (specimen, random) => {
  if (sumOf(specimen, readings.received) === 0) return undefined
  const words = random.pick([
    '本年度未收到政府信息公开申请',
    '全年没有收到公民、法人或者其他组织提出的政府信息公开申请',
    '全年无政府信息公开申请',
  ])
  const seeded = withStatements(specimen, 'onRequest', [say`${zero('F10', words, readings.received)}。`])
  return { specimen: seeded, finds: ['F10'], at: inRequests(seeded) }
}

const deniedDisputes: Seed = (specimen, random) => {
  if (sumOf(specimen, readings.disputes) === 0) return undefined
  const words = random.pick([
    '全年未发生因政府信息公开引起的行政复议、行政诉讼',
    '本年度没有涉及政府信息公开的行政复议或者行政诉讼案件',
    '无政府信息公开行政复议和行政诉讼',
  ])
  const told = say`${zero('F10', words, readings.disputes)}。`
  const kept = (specimen.statements['onRequest'] ?? []).filter((one) =>
    toldOf(one).every(({ rule }) => !['F5', 'F10', 'E3'].includes(rule)),
  )
  const seeded = withStatements(specimen, 'onRequest', [...kept, told])
  return { specimen: seeded, finds: ['F10'], at: inRequests(seeded) }
}

const notAllFinished: Seed = (specimen, random) => {
  if (sumOf(specimen, readings.carriedOut) === 0 || sumOf(specimen, readings.received) === 0) return undefined
  const words = random.pick(['已全部办结', '均已办理完毕', '已全部办理完成'])
  const seeded = added(specimen, 'onRequest', say`收到的政府信息公开申请${zero('F11', words, readings.carriedOut)}。`)
  return { specimen: seeded, finds: ['F11'], at: inRequests(seeded) }
}

const corrections: Seed = (specimen, random) => {
  if (sumOf(specimen, readings.corrected) === 0) return undefined
  const words = random.pick([
    '未发生政府信息公开行政复议被纠错、行政诉讼败诉的情况',
    '没有政府信息公开行政复议被纠错和行政诉讼败诉的情形',
  ])
  const seeded = added(specimen, 'onRequest', say`${zero('E3', words, readings.corrected)}。`)
  return { specimen: seeded, finds: ['E3'], at: inRequests(seeded) }
}

const tooExact: Seed = (specimen, random) => {
  const value = random.int(101, 9999)
  if (value % 10 === 0) return undefined
  const seeded = added(
    specimen,
    'proactive',
    plain(`全年通过各种渠道公开信息${value}${random.pick(['余条', '多条', '余篇'])}。`),
  )
  return { specimen: seeded, finds: ['F12'], at: [partOf(seeded, 'proactive')?.at ?? ''] }
}

/** A fee figure mistyped: section six's words tell another. */
const feeFigureWrong: Seed = (specimen, random) => {
  const at = `handlingFee.${random.pick(['notices', 'billed', 'paid', 'collected'])}`
  const wrong = anySlip(Number(valueAt(specimen, at)), random)
  if (wrong === undefined) return undefined
  const seeded = withCell(specimen, at, String(wrong))
  return truthOf(seeded).must.has('F9') ? { specimen: seeded, finds: ['F9'], at: [at] } : undefined
}

/** Cases given up for an unpaid fee, where section six says that no notice was sent. */
const unpaidWithoutNotice: Seed = (specimen, random) => {
  const from = 'requests.other.natural'
  const to = 'requests.feeUnpaid.natural'
  const [others, unpaid] = [Number(valueAt(specimen, from)), Number(valueAt(specimen, to))]
  const isTold = (specimen.statements['fee'] ?? []).some((one) =>
    toldOf(one).some((told) => told.zero && told.write(0).includes('未发出')),
  )
  if (!isTold || others === 0) return undefined
  const moved = random.int(1, Math.min(others, 9))
  const seeded = withCell(withCell(specimen, from, String(others - moved)), to, String(unpaid + moved))
  return { specimen: seeded, finds: ['D6'] }
}

/** More collected than was asked for, in the figures and in the words alike. */
const moreCollected: Seed = (specimen, random) => {
  const [billed, collected] = ['handlingFee.billed', 'handlingFee.collected'] as const
  const asked = Number(valueAt(specimen, billed))
  if (Number(valueAt(specimen, collected)) === 0) return undefined
  const wrong = asked + random.int(1, 40) * 10
  const [place] = numbersOf(specimen).filter(({ statement, index }) => toldOf(statement)[index]?.of.includes(collected))
  const told = place ? withNumber(specimen, place, wrong) : specimen
  return { specimen: withCell(told, collected, String(wrong)), finds: ['D7'], at: [collected] }
}

const pick = (random: Random, ...seeds: readonly [Seed, ...Seed[]]): Seed => random.pick(seeds)

/** Faults in the words, against the tables or within themselves, by their kind. */
export const wordSeeds: Readonly<Record<string, Seed>> = {
  'received in words': numberWrong('F1'),
  'finished or carried in words': numberWrong('F2'),
  'outcome in words': numberWrong('F3'),
  'applicant in words': numberWrong('F4'),
  'disputes in words': numberWrong('F5'),
  'sum in words': sumWrong,
  'share in words': numberWrong('F7', true),
  'change in words': numberWrong('F8', true),
  'fee in words or figures': (specimen, random) => pick(random, numberWrong('F9'), feeFigureWrong)(specimen, random),
  'applications denied': deniedApplications,
  'disputes denied': deniedDisputes,
  'not all finished': notAllFinished,
  'corrections denied': corrections,
  'inexact exact number': tooExact,
  'unpaid without notice': unpaidWithoutNotice,
  'more collected than billed': moreCollected,
}
