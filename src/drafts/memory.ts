import * as memory from 'fake-indexeddb'

/** What the store in memory needs and the oldest browsers lack; all that is stored here is plain data. */
const younger: readonly (readonly [object, string, unknown])[] = [
  [
    globalThis,
    'structuredClone',
    (value: unknown) => (value === undefined ? value : JSON.parse(JSON.stringify(value))),
  ],
  [Object, 'hasOwn', (value: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(value, key)],
  [
    Array.prototype,
    'findLast',
    function (this: readonly unknown[], test: (item: unknown) => boolean) {
      return this.slice().reverse().find(test)
    },
  ],
]

const put = (on: object, name: string, value: unknown): void => {
  Object.defineProperty(on, name, { value, configurable: true, writable: true })
}

type Class = new () => unknown

/**
 * idb keeps the classes that it met first and proxies only their objects: where the browser's own store answered before, those
 * of the store in memory pass for its. (Its cursors would not advance then; nothing here uses cursors.)
 */
const passFor = (own: unknown, memorys: Class): void => {
  if (typeof own !== 'function' || own === memorys) return
  // Not by instanceof, which would ask in circles.
  const isOf = Function.prototype[Symbol.hasInstance]
  const value = (object: unknown): boolean => isOf.call(own, object) || isOf.call(memorys, object)
  Object.defineProperty(own, Symbol.hasInstance, { value, configurable: true })
}

/** Puts a store in memory in the place of the browser's, for as long as the window is open. */
export const provideMemory = (): void => {
  for (const [on, name, value] of younger) if (!(name in on)) put(on, name, value)
  for (const [name, value] of Object.entries(memory))
    if (name === 'indexedDB' || name.startsWith('IDB')) {
      if (typeof value === 'function') passFor(Reflect.get(globalThis, name), value as Class)
      put(globalThis, name, value)
    }
}
