import type { Format } from '../../format'
import { textAt } from '../../report/texts'
import type { Cure, Finding } from '../rule'
import { check } from '../run'
import { correctReport, subjectFor, type Specimen } from './correct-reports'
import type { Seeded } from './fault'
import { figureSets, type Published } from './figure-sets'
import { truthOf } from './oracle'
import { randomFrom } from './random'
import { seeds } from './seeds'

/** One report with one seeded fault, by the numbers that make it again. */
export interface Case {
  readonly kind: string
  readonly name: string
  readonly specimen: Specimen
  readonly seeded: Seeded
}

/** Correct reports, as many of each set of figures. */
export const correctReports = (format: Format, published: readonly Published[], each: number): readonly Specimen[] =>
  figureSets(format, published).flatMap((set) =>
    Array.from({ length: each }, (_, index) => correctReport(format, set, randomFrom(index * 7919 + set.key.length))),
  )

const tries = 400

/** As many cases as asked for, spread evenly over the kinds of faults. A draw that gives no fault is drawn again. */
export const casesOf = (specimens: readonly Specimen[], count: number): readonly Case[] => {
  const kinds = Object.entries(seeds)
  return Array.from({ length: count }, (_, number): Case => {
    const [kind = '', seed] = kinds[number % kinds.length] ?? []
    const random = randomFrom(number * 104729 + 1)
    for (let draw = 0; draw < tries; draw += 1) {
      const [specimen] = random.draw(specimens, 1)
      const seeded = specimen && seed?.(specimen, random)
      if (specimen && seeded) return { kind, name: `${number} ${kind} in ${specimen.name}`, specimen, seeded }
    }
    throw new Error(`no report has a place for “${kind}”`)
  })
}

const isGrave = ({ result, severity }: Finding): boolean => result === 'fail' && severity !== 'info'

/** What a correct report is accused of: nothing. */
export const accusations = (specimen: Specimen): readonly string[] =>
  check(subjectFor(specimen))
    .filter(isGrave)
    .map(({ rule, message }) => `${specimen.name}: ${rule} ${message}`)

/** What a cure makes of a text, every number in plain digits. */
const cured = (text: string, { changes }: Cure): string => {
  const [change] = changes
  const [start, end] = change?.range ?? [0, 0]
  return plainDigits(change?.range ? text.slice(0, start) + change.to + text.slice(end) : text)
}

const plainDigits = (text: string): string => text.normalize('NFKC').replace(/(\d),(?=\d{3})/g, '$1')

/** A cure offered for a text must put it back; one that is in Chinese numerals is put back in digits. */
const wrongCures = ({ name, seeded }: Case, found: readonly Finding[]): readonly string[] => {
  const { specimen, before } = seeded
  if (before === undefined || /[零一二三四五六七八九十百千][件宗份]/.test(before.text)) return []
  const text = textAt(specimen.typed, before.at) ?? ''
  return found
    .flatMap(({ at, cures = [] }) => (at[0] === before.at ? cures.slice(0, 1) : []))
    .filter((cure) => cured(text, cure) !== plainDigits(before.text))
    .map(({ says }) => `${name}: wrong cure ${says}`)
}

/** What is wrong with the checks' findings on a case: a fault missed, one without its place, or a false alarm. */
export const shortcomings = (one: Case): readonly string[] => {
  const { name, seeded } = one
  const { specimen, finds, mayFind = [], at, result = 'fail' } = seeded
  const findings = check(subjectFor(specimen))
  const truth = truthOf(specimen)
  const grave = findings.filter(isGrave)
  const found = findings.filter((finding) => finding.result === result && finds.includes(finding.rule))
  const missed = finds.filter((rule) => !found.some((finding) => finding.rule === rule))
  const rightly = new Set([...finds, ...mayFind, ...truth.may])
  const isPlaced = !at || found.some((finding) => finding.at.some((place) => at.includes(place)))
  return [
    ...missed.map((rule) => `${name}: ${rule} missed`),
    ...wrongCures(one, found),
    ...(missed.length === 0 && !isPlaced ? [`${name}: ${finds.join()} leads elsewhere`] : []),
    ...[...truth.must]
      .filter(
        (rule) =>
          !finds.includes(rule) && !findings.some((finding) => finding.result === 'fail' && finding.rule === rule),
      )
      .map((rule) => `${name}: ${rule} missed beside ${finds.join()}`),
    ...grave.filter(({ rule }) => !rightly.has(rule)).map(({ rule, message }) => `${name}: false ${rule} ${message}`),
  ]
}
