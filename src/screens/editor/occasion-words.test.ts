import { expect, test } from 'vitest'
import { occasionInWords, roomInWords } from './occasion-words'

test.each([
  [{ why: 'sent', detail: '第 1 版' }, '送审第 1 版'],
  [{ why: 'sent', detail: '第 1 版', name: '交局长' }, '送审第 1 版，名为“交局长”'],
  [{ why: 'returned', detail: '李审' }, '退回修改（李审）'],
  [{ why: 'bulk', detail: '粘贴' }, '粘贴前'],
  [{ why: 'bulk', detail: '其余填 0' }, '其余填 0 前'],
  [{ why: 'named', name: '初稿' }, '名为“初稿”'],
  [{ why: 'named' }, '另存的版本'],
  [{ why: 'opened' }, '旧版本（opened）'],
  [{ why: 'toString' }, '旧版本（toString）'],
])('%j is %s', (version, words) => {
  expect(occasionInWords(version)).toBe(words)
})

test.each([
  [1, '1 KB'],
  [34_000, '34 KB'],
  [1_258_291, '1.2 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(roomInWords(bytes)).toBe(words)
})
