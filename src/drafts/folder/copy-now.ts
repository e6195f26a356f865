import { queryClient } from '../queries'
import { folderKey, setProblem } from './state'

/**
 * Copies every draft that changed into the chosen folder, by a part of the program that knows how a report is written, which
 * no screen waits for. Never rejects: where that part cannot be fetched, no copy was written.
 */
export const copyNow = (): Promise<void> =>
  import('./copier').then(
    ({ copyChanged }) => copyChanged(),
    (why: unknown) => {
      setProblem(why)
      return queryClient.invalidateQueries({ queryKey: folderKey })
    },
  )
