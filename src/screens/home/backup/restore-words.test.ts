import { expect, test } from 'vitest'
import { failedWords } from './restore-words'

test('a restoring that the browser refused changed nothing, and says so', () => {
  expect(failedWords(new DOMException('full', 'QuotaExceededError'))).toBe(
    '没有能恢复，浏览器存储空间已满。这台电脑上的内容没有改动，请关闭其他窗口后再试。',
  )
})

test('of one that did not end nobody knows whether it was stored, and that is said', () => {
  const words = failedWords(new DOMException('', 'TimeoutError'))
  expect(words).toContain('不能确定恢复了没有')
  expect(words).toContain('请刷新页面')
  expect(words).not.toContain('没有改动')
})
