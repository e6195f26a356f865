import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { forget } from './database'
import { getPerson, putPerson } from './settings'

afterEach(forget)

test('a person’s name is kept once typed', async () => {
  expect(await getPerson()).toBe('')
  await putPerson('王晓')
  expect(await getPerson()).toBe('王晓')
})
