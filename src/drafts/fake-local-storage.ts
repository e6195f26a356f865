/** Puts a local storage of memory in its place, for tests that run without a browser. */
export const fakeLocalStorage = (): Map<string, string> => {
  const storage = new Map<string, string>()
  Object.assign(globalThis, {
    localStorage: {
      get length() {
        return storage.size
      },
      key: (index: number) => [...storage.keys()][index] ?? null,
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, text: string) => storage.set(key, text),
      removeItem: (key: string) => storage.delete(key),
    },
  })
  return storage
}
