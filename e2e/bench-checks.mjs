// All rules on a full report with 6 000 characters of text: what a rest in the typing costs.
import { performance } from 'node:perf_hooks'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const runs = 60
const characters = 6_000

/**
 * The example with its narrative told again and again until it has so many characters; the paragraph on applications and
 * cases stands once, as in any report.
 */
const longReport = (typed) => {
  const grown = typed.overview.map((part) => ({ ...part }))
  const plain = grown.filter(({ aspect }) => aspect !== 'onRequest')
  const texts = plain.map(({ text }) => text)
  const written = () => grown.reduce((sum, { text }) => sum + text.length, 0)
  for (let turn = 0; written() < characters; turn += 1)
    plain[turn % plain.length].text += `\n${texts[turn % texts.length]}`
  return { ...typed, overview: grown }
}

/** The checks bundled as the app has them: modules served one by one are slower than what people get. */
const built = async (outDir) => {
  const at = (path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url))
  const input = { run: at('checks/run.ts'), example: at('report/example.ts'), formats: at('format/index.ts') }
  await build({
    logLevel: 'error',
    publicDir: false,
    build: { ssr: true, minify: true, outDir, emptyOutDir: true, rollupOptions: { input } },
  })
  return Promise.all(Object.keys(input).map((name) => import(pathToFileURL(join(outDir, `${name}.js`)).href)))
}

/**
 * Milliseconds per run, sorted, with last year's report so that every rule has its work: when all texts are new to the
 * reader, and when one part was written in since the last run.
 */
export const measureChecks = async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'checks-'))
  try {
    const [{ check, reportedOf, subjectOf }, { exampleReport, exampleYear }, { formatForYear }] = await built(outDir)
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
    rmSync(outDir, { recursive: true })
  }
}
