import { expect, test } from 'vitest'
import { escapeHtml } from './escape'

test('what means something in HTML is written as a reference', () => {
  expect(escapeHtml(`<a b="c" d='e'>&amp;甲`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;甲')
})
