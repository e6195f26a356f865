// All rules on a full report with 6 000 characters of text: what a rest in the typing costs.
import { performance } from 'node:perf_hooks'
import { createServer } from 'vite'

const runs = 60
const characters = 6_000

/** The example with its own texts told again and again until the narrative has so many characters. */
const longReport = (typed) => {
  const texts = typed.overview.map(({ text }) => text)
  const written = () => typed.overview.reduce((sum, { text }) => sum + text.length, 0)
  const grown = typed.overview.map((part) => ({ ...part }))
  typed = { ...typed, overview: grown }
  for (let turn = 0; written() < characters; turn += 1) {
    const part = grown[turn % grown.length]
    part.text += `\n${texts[turn % texts.length]}`
  }
  return typed
}

/**
 * Milliseconds per run, sorted, with last year's report so that every rule has its work: when all texts are new to the
 * reader, and when one part was written in since the last run.
 */
export const measureChecks = async () => {
  const server = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' })
  try {
    const load = (path) => server.ssrLoadModule(path)
    const [{ check, reportedOf, subjectOf }, { exampleReport, exampleYear }, { formatForYear }] = await Promise.all([
      load('/src/checks/run.ts'),
      load('/src/report/example.ts'),
      load('/src/format/index.ts'),
    ])
    const format = formatForYear(exampleYear)
    const typed = longReport(exampleReport(format))
    const last = reportedOf(format, { ...exampleReport(format), year: exampleYear - 1 })
    /** `written` gives the texts their form for a run, so that what was read before is not simply remembered. */
    const measure = (written) =>
      Array.from({ length: runs }, (_, run) => {
        const own = structuredClone(typed)
        written(own.overview, run)
        const began = performance.now()
        check(subjectOf(format, own, undefined, last))
        return performance.now() - began
      })
        .slice(10)
        .sort((a, b) => a - b)
    return {
      opened: measure((parts, run) => parts.forEach((part) => (part.text += `\n第${run}次。`))),
      typed: measure((parts, run) => (parts[run % parts.length].text += `\n又写${run}次。`)),
      characters: typed.overview.map(({ text }) => text).join('').length,
    }
  } finally {
    await server.close()
  }
}
