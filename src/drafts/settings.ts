import { inTransaction } from './database'

/** The longest name of a person that is kept, in UTF-16 units. */
export const longestName = 40

const person = 'person'
const askedToPersist = 'here:asked to persist'

/** The name of the person at this computer, as typed once; '' before. */
export const getPerson = async (): Promise<string> => {
  const kept = await inTransaction(['settings'] as const, 'readonly', (tx) => tx.objectStore('settings').get(person))
  return typeof kept === 'string' ? kept : ''
}

export const putPerson = async (name: string): Promise<void> => {
  await inTransaction(['settings'] as const, 'readwrite', (tx) => tx.objectStore('settings').put(name, person))
}

/** Whether the browser was ever asked to keep what is stored here; it is asked once. */
export const wasAskedToPersist = async (): Promise<boolean> =>
  (await inTransaction(['settings'] as const, 'readonly', (tx) => tx.objectStore('settings').get(askedToPersist))) ===
  true

export const putAskedToPersist = async (): Promise<void> => {
  await inTransaction(['settings'] as const, 'readwrite', (tx) => tx.objectStore('settings').put(true, askedToPersist))
}
