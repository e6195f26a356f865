import { useQuery } from '@tanstack/react-query'

/** How much room this program takes in the browser, in bytes; undefined where the browser does not say. */
export const useSpace = (): number | undefined =>
  useQuery({
    queryKey: ['space'],
    // Not every way to open the page has it, and old browsers have it only in part.
    queryFn: async () => (await (navigator.storage as StorageManager | undefined)?.estimate?.())?.usage ?? null,
    staleTime: 0,
    gcTime: 0,
  }).data ?? undefined
