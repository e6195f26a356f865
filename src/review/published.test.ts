import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { publishedFiles } from './published'

test.each(publishedFiles().map(({ path, text }) => [path, text] as const))(
  'public/%s is what the code says (else: npm run generate)',
  (path, text) => {
    expect(readFileSync(new URL(`../../public/${path}`, import.meta.url), 'utf8')).toBe(text)
  },
)
