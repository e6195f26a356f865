import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { publishedRules } from './published'

test.each(publishedRules().map(({ path, text }) => [path, text]))(
  'public/%s is what the code makes of it: npm run generate',
  (path, text) => {
    expect(readFileSync(new URL(`../../public/${path}`, import.meta.url), 'utf8')).toBe(text)
  },
)
