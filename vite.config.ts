/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { build, defineConfig, type LogLevel, type PluginOption } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

// Office browsers stand on Chromium 87 and later; 86 is the nearest real kernel to test on.
const target = 'chrome86'
const fileMode = 'file'
const fileName = '政府信息公开年报.html'
const offlineName = 'offline.js'
const viteManifest = 'manifest.json'

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('base64')

const serverPolicy = {
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
}

const filePolicy = { 'style-src': "'unsafe-inline'", 'img-src': 'data:' }

/**
 * The page's own rule of what it may load and run: scripts only by their hash or from its own server, nothing sent
 * anywhere. Styles may stand in the page, because the frames of the printed pages inherit this rule and bring theirs.
 */
const policyOf = (html: string, own: Record<string, string>): string => {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  const hashes = inline.map(([, text = '']) => `'sha256-${sha256(text)}'`)
  const directives = {
    'default-src': "'none'",
    ...own,
    'script-src': [own['script-src'], ...hashes].filter(Boolean).join(' '),
    'style-src-attr': "'none'",
    'connect-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}

/** Writes the policy into a built page: last of all, as its hashes are of what stands there. */
const addPolicy = (path: string, own: Record<string, string>): void => {
  const html = readFileSync(path, 'utf8')
  const charset = '<meta charset="utf-8" />'
  if (!html.includes(charset)) throw new Error(`${path} does not say ${charset}`)
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html, own)}" />`
  writeFileSync(path, html.replace(charset, `${charset}\n    ${meta}`))
}

/** The one file has its icon inside, and nothing to be installed from. */
const withoutNeighbours: PluginOption = {
  name: 'without-neighbours',
  apply: 'build',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html
        .replace(/\s*<link rel="(?:manifest|apple-touch-icon)"[^>]*>/g, '')
        .replace(
          './favicon.svg',
          () => `data:image/svg+xml,${encodeURIComponent(readFileSync('public/favicon.svg', 'utf8'))}`,
        ),
  },
}

/** What the service worker keeps: all that lies in the folder, each with a mark of its content. */
const keptFiles = (folder: string): readonly { readonly url: string; readonly revision: string }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      resolve(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((url) => url !== viteManifest && url !== offlineName)
    .sort()
    .map((url) => ({ url, revision: sha256(readFileSync(resolve(folder, url))) }))

const buildOffline = (folder: string, logLevel: LogLevel) =>
  build({
    configFile: false,
    publicDir: false,
    logLevel,
    define: { kept: JSON.stringify(keptFiles(folder)) },
    build: {
      target,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { input: 'src/workers/offline.ts', output: { format: 'iife', entryFileNames: offlineName } },
    },
  })

/** After the page for a server come the one file and, over all that lies there, the service worker. */
const packaging = (): PluginOption => {
  let folder = ''
  let logLevel: LogLevel = 'info'
  return {
    name: 'packaging',
    apply: ({ build: { ssr } = {} }, { command }) => command === 'build' && !ssr,
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
      logLevel = config.logLevel ?? logLevel
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        addPolicy(resolve(folder, 'index.html'), serverPolicy)
        const beside = { outDir: folder, emptyOutDir: false, manifest: false }
        await build({ mode: fileMode, publicDir: false, logLevel, build: beside })
        addPolicy(resolve(folder, fileName), filePolicy)
        await buildOffline(folder, logLevel)
      },
    },
  }
}

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [
    react(),
    ...(mode === fileMode ? [withoutNeighbours, viteSingleFile({ outputFileName: fileName })] : [packaging()]),
  ],
  build: {
    target,
    cssTarget: target,
    manifest: viteManifest,
    assetsInlineLimit: 0,
    rolldownOptions: {
      // It takes the policy of the printed pages, which the program writes, for the page's own, and warns of it.
      onLog: (level, log, handle) => log.plugin !== 'vite:singlefile' && handle(level, log),
      // That the first build waits for the other two is meant.
      checks: { pluginTimings: false },
    },
    // Every browser that the app runs on knows modulepreload; the substitute would need to fetch.
    modulePreload: { polyfill: false },
  },
  // The style of the printed page is read as text. A busy machine is no fault: only what hangs is to fail.
  test: { include: ['src/**/*.test.{ts,tsx}'], css: true, testTimeout: 60_000 },
}))
