import { useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { listDamaged, putDamaged, removeDamaged, type DamagedRecord } from './damaged'
import { changed, damagedKey, queryClient } from './queries'

/** The records that lie in the store and cannot be read. */
export const useDamaged = (): UseQueryResult<readonly DamagedRecord[]> =>
  useQuery({ queryKey: damagedKey, queryFn: listDamaged })

const damagedChanged = async (): Promise<void> => {
  await changed()
  await queryClient.refetchQueries({ queryKey: damagedKey, type: 'active', stale: true })
}

/** Removes a record that cannot be read; gives it for an undo, undefined where nothing was to be removed any more. */
export const useRemoveDamaged = () => useMutation({ mutationFn: removeDamaged, onSuccess: damagedChanged })

/** Puts it back; gives whether that was done. */
export const usePutDamaged = () => useMutation({ mutationFn: putDamaged, onSuccess: damagedChanged })
