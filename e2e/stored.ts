import type { Page } from '@playwright/test'

/** What stands in the store, read past the app. */
export const allIn = (page: Page, store: 'drafts' | 'versions'): Promise<readonly unknown[]> =>
  page.evaluate(
    (name) =>
      new Promise<readonly unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('gov-info-disclosure-annual-report')
        opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
        opening.addEventListener('success', () => {
          const all = opening.result.transaction(name).objectStore(name).getAll()
          all.addEventListener('success', () => {
            opening.result.close()
            resolve(all.result)
          })
        })
      }),
    store,
  )

/** Puts a record into the store past the app, as another program or an older window would. */
export const putIn = (page: Page, store: 'drafts' | 'reviews', record: unknown): Promise<void> =>
  page.evaluate(
    ([name, value]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('gov-info-disclosure-annual-report')
        opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction(name, 'readwrite')
          transaction.objectStore(name).put(value)
          transaction.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    [store, record] as const,
  )
