// Writes what is published from the code: public/schema/<format>.json and public/rules.json. Tests say whether they are
// current.
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'vite'

const server = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' })
try {
  const { publishedFiles } = await server.ssrLoadModule('/src/review/published.ts')
  const { publishedRules } = await server.ssrLoadModule('/src/checks/published.ts')
  for (const { path, text } of [...publishedFiles(), ...publishedRules()]) {
    mkdirSync(new URL(`../public/${path}/..`, import.meta.url), { recursive: true })
    writeFileSync(new URL(`../public/${path}`, import.meta.url), text)
    console.log(`已写入 public/${path}`)
  }
} finally {
  await server.close()
}
