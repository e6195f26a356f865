/** A local storage of memory over what is stored in it. */
export const storageOver = (storage: Map<string, string>): Storage => ({
  get length() {
    return storage.size
  },
  clear: () => storage.clear(),
  key: (index) => [...storage.keys()][index] ?? null,
  getItem: (key) => storage.get(key) ?? null,
  setItem: (key, text) => void storage.set(key, text),
  removeItem: (key) => void storage.delete(key),
})

/** Puts a local storage of memory in its place, for tests that run without a browser. */
export const fakeLocalStorage = (): Map<string, string> => {
  const storage = new Map<string, string>()
  Object.assign(globalThis, { localStorage: storageOver(storage) })
  return storage
}
