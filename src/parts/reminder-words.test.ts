import { expect, test } from 'vitest'
import { reminderWords } from './reminder-words'

const minute = 60_000
const hushed = { time: 0, fields: 0 }

test.each([
  [{ copiedAt: 0, time: 43 * minute, fields: 12, hushed }, '已改了约 40 分钟，还没有在浏览器之外留一份'],
  [{ copiedAt: 0, time: 3 * minute, fields: 320, hushed }, '已改了 320 处，还没有在浏览器之外留一份'],
  [{ copiedAt: 7, time: 31 * minute, fields: 1, hushed }, '上次留存后又改了约 30 分钟，还没有再在浏览器之外留一份'],
])('%o: %s', (work, words) => {
  expect(reminderWords(work)).toBe(words)
})
