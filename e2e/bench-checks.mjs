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

/** Milliseconds per run, sorted; with last year's report, so that every rule has its work. */
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
    const times = Array.from({ length: runs }, () => {
      const began = performance.now()
      check(subjectOf(format, structuredClone(typed), undefined, last))
      return performance.now() - began
    })
    return {
      times: times.slice(10).sort((a, b) => a - b),
      characters: typed.overview.map(({ text }) => text).join('').length,
    }
  } finally {
    await server.close()
  }
}
