import { expect, test } from 'vitest'
import { createUnsent } from './unsent'

test('what another window stored beside is shown, and what is written here since is not written over', () => {
  const unsent = createUnsent({ a: '旧' }, () => undefined)
  unsent.put('a', '旧文')
  const sent = unsent.changes()
  unsent.put('a', '旧文又写')
  unsent.stored(sent, { a: '那边的\n旧文', b: '那边写的' })
  expect(unsent.get()).toEqual({ a: '旧文又写', b: '那边写的' })
  expect(unsent.changes()).toEqual({ a: '旧文又写' })
  // What it builds on is what it sent, not what it never showed.
  expect(unsent.known()).toEqual({ a: '旧文', b: '那边写的' })
  unsent.stored(unsent.changes(), { a: '那边的\n旧文又写', b: '那边写的' })
  expect(unsent.get()).toEqual({ a: '那边的\n旧文又写', b: '那边写的' })
  expect(unsent.known()).toEqual(unsent.get())
})

test('a text that is gone elsewhere is gone here, where nobody writes it', () => {
  const unsent = createUnsent({ a: '旧', b: '留' }, () => undefined)
  unsent.put('b', '')
  unsent.show({ b: '留' })
  expect(unsent.get()).toEqual({})
})
