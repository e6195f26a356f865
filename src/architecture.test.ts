import { describe, expect, test } from 'vitest'

// The rule: one chain, each folder may import those left of it; `ui` imports nothing and serves `parts` and later.
const chain = 'format report checks review document reading editing workers drafts parts screens app'.split(' ')
const rootFiles = ['main.tsx', 'vite-env.d.ts']
const mayUseUi = chain.slice(chain.indexOf('parts'))
/** Up to here nothing touches React, the DOM or IndexedDB. */
const pure = chain.slice(0, chain.indexOf('editing') + 1)
const notPure = /^(react|react-dom|react-hook-form|@hookform|@tanstack|wouter|idb|@testing-library)(\/|$)/
const notPureGlobal =
  /(?<![.\w])(window\s*\.|indexedDB\b|localStorage\b|sessionStorage\b|DOMParser\b|document\.(createElement|querySelector|getElement|addEventListener|body\b|head\b|cookie\b))/
/** The only file that may import zod itself: it forbids zod the eval that the page forbids. */
const zodFile = 'report/zod.ts'
const longest = 300

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

const folderOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '')

/** `screens/home` for what is in a screen's own folder, else the folder. */
const roomOf = (path: string): string =>
  folderOf(path) === 'screens' ? path.split('/').slice(0, 2).join('/') : folderOf(path)

const literalOrComment = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g

const withoutComments = (source: string): string =>
  source.replace(literalOrComment, (found) => (found.startsWith('/') ? ' ' : found))

const withoutTexts = (source: string): string =>
  source.replace(literalOrComment, (found) => (found.startsWith('/') ? ' ' : "''"))

const specifiers = (source: string): readonly string[] =>
  [
    ...withoutComments(source).matchAll(/(?:\bfrom\s*|\bimport\s*|\bimport\s*\(\s*|\bnew\s+URL\(\s*)['"]([^'"]+)['"]/g),
  ].map(([, specifier = '']) => specifier)

/** The path under src that a relative import leads to; a leading `..` where it leaves src. */
const resolve = (path: string, specifier: string): string => {
  const steps = path.split('/').slice(0, -1)
  for (const step of specifier.split('/'))
    if (step === '..' && steps.length > 0 && steps[steps.length - 1] !== '..') steps.pop()
    else if (step !== '.') steps.push(step)
  return steps.join('/')
}

const importFault = (path: string, specifier: string): string | undefined => {
  const folder = folderOf(path)
  if (/^zod(\/|$)/.test(specifier) && path !== zodFile) return `imports ${specifier} and not ${zodFile}`
  if (!specifier.startsWith('.'))
    return pure.includes(folder) && notPure.test(specifier) ? `imports ${specifier}` : undefined
  const target = resolve(path, specifier)
  // `../format` is the folder itself: its index.
  const to = folderOf(`${target}/`)
  if (roomOf(path) === roomOf(`${target}/`) && roomOf(path) !== '') return undefined
  const allowed =
    path === 'main.tsx'
      ? to === 'app'
      : to === 'ui'
        ? mayUseUi.includes(folder)
        : chain.indexOf(to) >= 0 && chain.indexOf(to) < chain.indexOf(folder)
  return allowed ? undefined : `imports ${target}`
}

/** What a file breaks of the rules above; nothing for most. `path` is under src. */
const faults = (path: string, source: string): readonly string[] => {
  const folder = folderOf(path)
  const known =
    folder === '' ? [...rootFiles, 'architecture.test.ts'].includes(path) : [...chain, 'ui'].includes(folder)
  const found = known ? [] : [folder === '' ? 'stands in no folder' : `stands in the unknown folder ${folder}`]
  if (isTest(path) || !/\.tsx?$/.test(path)) return found.map((fault) => `${path} ${fault}`)
  if (folder === 'screens' && path.split('/').length < 3) found.push('stands in no screen’s folder')
  for (const specifier of specifiers(source)) {
    const fault = importFault(path, specifier)
    if (fault !== undefined) found.push(fault)
  }
  const code = withoutTexts(source)
  const named = notPureGlobal.exec(code)?.[1]
  if (pure.includes(folder) && named !== undefined) found.push(`uses ${named}`)
  if (folder !== 'format' && source.split('\n').length - 1 > longest) found.push(`has more than ${longest} lines`)
  if (/\bexport\s+default\b|\bas\s+default\b/.test(code)) found.push('has a default export')
  if (/(?:[:<]|=>|\bas|\btype\s+\w+\s*=)\s*any\b|,\s*any\s*>|\bany\s*\[\]/.test(code)) found.push('says any')
  if (/\benum\s+[A-Za-z_$]/.test(code)) found.push('has an enum')
  return found.map((fault) => `${path} ${fault}`)
}

const sources = import.meta.glob<string>('./**/*', { query: '?raw', import: 'default', eager: true })
const files = Object.entries(sources).map(([path, source]) => [path.replace(/^\.\//, ''), source] as const)

describe('the rooms of src', () => {
  test('are read: format and report are among them', () => {
    expect(files.map(([path]) => path)).toEqual(expect.arrayContaining(['format/2021.ts', 'review/file.ts']))
    expect(specifiers(sources['./review/file.ts'] ?? '')).toEqual(
      expect.arrayContaining(['../report/zod', '../format', '../report/json']),
    )
  })

  test('import one way, stay pure up to editing, and keep the rules of style', () => {
    expect(files.flatMap(([path, source]) => faults(path, source))).toEqual([])
  })
})

describe('the rule finds', () => {
  test.each([
    ['format/2025.ts', "import { add } from '../report/amount'", 'imports report/amount'],
    ['report/a.ts', "import { run } from '../checks/run'", 'imports checks/run'],
    ['report/a.ts', "export { run } from '../checks/run'", 'imports checks/run'],
    ['report/a.ts', "import type { Rule } from '../checks/rule'", 'imports checks/rule'],
    ['report/a.ts', "import {\n  run,\n} from '../checks'", 'imports checks'],
    ['report/a.ts', "const run = await import('../checks/run')", 'imports checks/run'],
    ['report/a.ts', "import '../drafts/store'", 'imports drafts/store'],
    ['report/a.ts', "import { x } from '../../e2e/setup.mjs'", 'imports ../e2e/setup.mjs'],
    ['report/a.ts', "import { App } from '../main'", 'imports main'],
    ['editing/a.ts', "new Worker(new URL('../workers/check.ts', import.meta.url))", 'imports workers/check.ts'],
    ['checks/a.ts', "import { useState } from 'react'", 'imports react'],
    ['checks/a.ts', "import { createRoot } from 'react-dom/client'", 'imports react-dom/client'],
    ['checks/a.ts', "import { openDB } from 'idb'", 'imports idb'],
    ['review/a.ts', "import { z } from 'zod'", 'imports zod and not report/zod.ts'],
    ['screens/home/A.tsx', "import { z } from 'zod/mini'", 'imports zod/mini and not report/zod.ts'],
    ['checks/a.ts', 'window.alert(1)', 'uses window.'],
    ['document/a.ts', 'const kept = indexedDB', 'uses indexedDB'],
    ['document/a.ts', "localStorage.setItem('a', 'b')", 'uses localStorage'],
    ['document/a.ts', "document.createElement('p')", 'uses document.createElement'],
    ['drafts/a.ts', "import { Button } from '../ui/Button'", 'imports ui/Button'],
    ['ui/Button.tsx', "import { formats } from '../format'", 'imports format'],
    ['parts/A.tsx', "import { Home } from '../screens/home/Home'", 'imports screens/home/Home'],
    ['screens/home/Home.tsx', "import { Editor } from '../editor/Editor'", 'imports screens/editor/Editor'],
    ['screens/Home.tsx', '', 'stands in no screen’s folder'],
    ['main.tsx', "import { Button } from './ui/Button'", 'imports ui/Button'],
    ['helpers/a.ts', '', 'stands in the unknown folder helpers'],
    ['helpers/a.test.ts', '', 'stands in the unknown folder helpers'],
    ['helpers/a.css', '', 'stands in the unknown folder helpers'],
    ['helpers.ts', '', 'stands in no folder'],
    ['report/a.ts', '\n'.repeat(301), 'has more than 300 lines'],
    ['report/a.ts', 'export default 1', 'has a default export'],
    ['report/a.ts', 'export { a as default }', 'has a default export'],
    ['report/a.ts', 'const a = (b: any) => b', 'says any'],
    ['report/a.ts', 'const a = b as any', 'says any'],
    ['report/a.ts', 'const a: Record<string, any> = {}', 'says any'],
    ['report/a.ts', 'let a: any[]', 'says any'],
    ['report/a.ts', 'export enum A { b }', 'has an enum'],
    ['report/a.ts', 'const enum A { b }', 'has an enum'],
  ])('%s with “%s”', (path, source, fault) => {
    expect(faults(path, source)).toEqual([`${path} ${fault}`])
  })

  test.each([
    ['report/a.ts', "import type { Format } from '../format'\nimport { z } from './zod'\nimport { b } from './b'"],
    ['report/zod.ts', "import { z } from 'zod'"],
    ['document/html.ts', "import { Document } from './model'\nconst size = document.pages.length // window.open"],
    ['document/html.ts', "const says = 'window.print() of any page' /* export default any */"],
    ['parts/A.tsx', "import { Button } from '../ui/Button'\nimport { useState } from 'react'\nimport './a.css'"],
    ['screens/home/Home.tsx', "import { a } from './a'\nimport { Table } from '../../parts/Table'"],
    ['screens/home/parts/Row.tsx', "import { a } from '../a'"],
    ['app/App.tsx', "import { Home } from '../screens/home/Home'\nimport { Toast } from '../ui/Toast'"],
    ['main.tsx', "import { createRoot } from 'react-dom/client'\nimport { App } from './app/App'"],
    ['format/2025.ts', '\n'.repeat(900)],
    ['report/a.test.ts', "import { run } from '../checks/run'\nimport { readFileSync } from 'node:fs'"],
    ['report/a.ts', "const kind = z.enum(['a'])\nconst any = rows.some(Boolean)\nif (any && rows) all(any)"],
    ['ui/Field.tsx', "import { useId } from 'react'\nimport './field.css'"],
  ])('nothing in %s with “%s”', (path, source) => {
    expect(faults(path, source)).toEqual([])
  })
})
