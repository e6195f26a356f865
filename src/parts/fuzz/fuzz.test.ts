import { expect, test } from 'vitest'
import { inputOf, judge, type Verdict } from './laws'
import { readers } from './readers'
import type { Reader } from './reader'
import { shrink } from './shrink'

/** `FUZZ=100000 npx vitest run src/parts/fuzz` for the long run; `FUZZ_FROM` begins at another seed, as a failure names it. */
const inputs = Number(process.env['FUZZ'] ?? 3000)
const from = Number(process.env['FUZZ_FROM'] ?? 1)
const isLong = inputs > 10_000
/** Milliseconds of the processor, and in the long run alone: on a busy machine no time is a fault. */
const watchdog = 2_000
const patience = 120_000 + inputs * 200

const shares = readers.reduce((sum, { share }) => sum + share, 0)
const countOf = ({ share }: Reader): number => Math.ceil((inputs * share) / shares)

const reported = async (reader: Reader, seed: number, broken: string): Promise<string> => {
  const sort = broken.slice(0, 30)
  const smallest = await shrink(inputOf(reader, seed), async (bytes) => {
    const verdict = await judge(reader, bytes)
    return typeof verdict === 'object' && verdict.broken.slice(0, 30) === sort
  })
  const shown = new TextDecoder('latin1').decode(smallest.slice(0, 2_000))
  return `${reader.name}, seed ${seed}: ${broken.slice(0, 600)}\nsmallest input (${smallest.length} bytes): ${Buffer.from(smallest.slice(0, 2_000)).toString()}\n${/[\u0080-\uffff]/.test(shown) ? Buffer.from(smallest.slice(0, 120)).toString('hex') : ''}`
}

test.each(readers.map((reader) => [reader.name, reader] as const))(
  '%s: no spoilt input crashes, sets anything, floods the reader with words or is taken in with a silent loss',
  async (_, reader) => {
    for (const seed of reader.seeds())
      expect(reader.valid).toContain(await judge(reader, new Uint8Array(Buffer.from(seed))))
    const tally = new Map<string, number>()
    const failures: string[] = []
    const slowest = { took: 0, seed: 0 }
    const count = countOf(reader)
    for (let seed = from; seed < from + count && failures.length < 5; seed += 1) {
      const started = process.cpuUsage()
      const verdict: Verdict = await judge(reader, inputOf(reader, seed))
      const { user, system } = process.cpuUsage(started)
      const took = (user + system) / 1_000
      if (took > slowest.took) Object.assign(slowest, { took, seed })
      if (isLong && took > watchdog) failures.push(`${reader.name}, seed ${seed}: took ${Math.round(took)} ms`)
      const kind = typeof verdict === 'string' ? verdict : 'broken'
      tally.set(kind, (tally.get(kind) ?? 0) + 1)
      if (typeof verdict !== 'object') continue
      // Only the first is made small: that takes long, and one is enough to begin with.
      failures.push(
        failures.length === 0
          ? await reported(reader, seed, verdict.broken)
          : `${reader.name}, seed ${seed}: ${verdict.broken.slice(0, 300)}`,
      )
    }
    const sums = [...tally].map(([kind, number]) => `${kind} ${number}`).join(', ')
    if (isLong)
      console.log(
        `${reader.name}: ${count} inputs: ${sums}; slowest ${slowest.took.toFixed(0)} ms, seed ${slowest.seed}`,
      )
    expect(failures.join('\n\n')).toBe('')
    for (const kind of reader.outcomes) expect(tally.get(kind) ?? 0, sums).toBeGreaterThan(count / 50)
  },
  patience,
)
