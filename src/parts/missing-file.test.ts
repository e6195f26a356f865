import { expect, test } from 'vitest'
import { failureWords } from './missing-file'

test.each([
  'Failed to fetch dynamically imported module: http://localhost/assets/a.js',
  'error loading dynamically imported module: http://localhost/assets/a.js',
  'Importing a module script failed.',
  'Unable to preload CSS for /assets/a.css',
])('“%s” is a part of the program that could not be fetched', (message) => {
  expect(failureWords('没有能备份', new TypeError(message), '请再试。')).toBe(
    '没有能备份，程序文件没有取到。已保存的内容没有受影响。程序可能已经更新或停止服务，请确认它还开着，再刷新页面。',
  )
})

test('what the browser could not store or read keeps its own word', () => {
  const full = new DOMException('full', 'QuotaExceededError')
  expect(failureWords('没有能备份', full, '请再试。')).toBe('没有能备份，浏览器存储空间已满。请再试。')
})
